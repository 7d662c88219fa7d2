"""Rows of debts, and of money lent out."""

from __future__ import annotations

from typing import Any

from readiness.simulator.tables.rows import DAY, Row, build, new_id, new_ts

_MONTH = 30 * DAY


def margin_contract(**fields: Any) -> Row:
    """A row of `spot-margin-trade/fixedborrow-contract-info`: by default unpaid (status 1)."""
    ts = new_ts()
    values = {
        "annualRate": "0.05",
        "borrowCurrency": "USDT",
        "borrowTime": str(ts),
        "interestPaid": "0",
        "loanId": str(new_id()),
        "orderId": f"FIXED_BORROW_{new_id()}",
        "repaymentTime": str(ts + _MONTH),
        "residualPenaltyInterest": "0",
        "residualPrincipal": "100",
        "status": 1,
        "term": "30",
        "repayType": "1",
        "strategyType": "PARTIAL",
    }
    return build(fields, values)


def margin_borrow_order(**fields: Any) -> Row:
    """A row of `spot-margin-trade/fixedborrow-order-info`: by default matching (state 1)."""
    values = {
        "annualRate": "0.05",
        "filledQty": "0",
        "orderCurrency": "USDT",
        "orderId": new_id(),
        "orderQty": "100",
        "orderTime": str(new_ts()),
        "repayType": "1",
        "state": 1,
        "strategyType": "PARTIAL",
        "term": 30,
    }
    return build(fields, values)


def flexible_loan(**fields: Any) -> Row:
    """A row of `crypto-loan-flexible/ongoing-coin`."""
    values = {
        "hourlyInterestRate": "0.0000018847396",
        "loanCurrency": "ETH",
        "totalDebt": "0.10000019",
        "unpaidAmount": "0.1",
        "unpaidInterest": "0.00000019",
    }
    return build(fields, values)


def fixed_loan(**fields: Any) -> Row:
    """A row of `crypto-loan-fixed/borrow-contract-info`: by default unpaid (status 1)."""
    ts = new_ts()
    values = {
        "annualRate": "0.022",
        "autoRepay": "true",
        "borrowCurrency": "ETH",
        "borrowTime": str(ts),
        "interestPaid": "0.0025",
        "loanId": str(new_id()),
        "orderId": str(new_id()),
        "repayType": "1",
        "repaymentTime": str(ts + _MONTH),
        "residualPenaltyInterest": "0",
        "residualPrincipal": "1.4",
        "status": 1,
        "term": "30",
    }
    return build(fields, values)


def fixed_borrow_order(**fields: Any) -> Row:
    """A row of `crypto-loan-fixed/borrow-order-info`: by default still matching (state 1)."""
    values = {
        "annualRate": "0.01",
        "filledQty": "0",
        "orderCurrency": "ADA",
        "orderId": new_id(),
        "orderQty": "2000",
        "orderTime": str(new_ts()),
        "repayType": "2",
        "state": 1,
        "term": 30,
    }
    return build(fields, values)


def supply_order(**fields: Any) -> Row:
    """A row of `crypto-loan-fixed/supply-order-info`: by default still matching (state 1)."""
    values = {
        "annualRate": "0.01",
        "filledQty": "0",
        "orderCurrency": "USDT",
        "orderId": new_id(),
        "orderQty": "800",
        "orderTime": str(new_ts()),
        "state": 1,
        "term": 7,
    }
    return build(fields, values)


def supply(**fields: Any) -> Row:
    """A row of `crypto-loan-fixed/supply-contract-info`: by default lent out (status 1)."""
    ts = new_ts()
    values = {
        "actualRedemptionTime": str(ts + _MONTH),
        "annualRate": "0.01",
        "interest": "0.13",
        "orderId": str(new_id()),
        "penaltyInterest": "0",
        "redemptionTime": str(ts + _MONTH),
        "status": 1,
        "supplyAmount": "800",
        "supplyCurrency": "USDT",
        "supplyId": str(new_id()),
        "supplyTime": str(ts),
        "term": "7",
    }
    return build(fields, values)


def legacy_loan(**fields: Any) -> Row:
    """A row of `crypto-loan/ongoing-orders`."""
    values = {
        "collateralAmount": "0.0964687",
        "collateralCurrency": "BTC",
        "currentLTV": "0.4161",
        "expirationTime": str(new_ts() + _MONTH),
        "hourlyInterestRate": "0.0000010633",
        "loanCurrency": "USDT",
        "loanTerm": "30",
        "orderId": str(new_id()),
        "residualInterest": "0.04016",
        "residualPenaltyInterest": "0",
        "totalDebt": "1888.005198",
    }
    return build(fields, values)


def collateral(**fields: Any) -> Row:
    """An entry of `collateralList` in `crypto-loan-common/position`."""
    return build(fields, {"amount": "0.12", "amountUSD": "6480", "currency": "BTC"})


def institutional_loan(**fields: Any) -> Row:
    """A row of `ins-loan/loan-order`: by default outstanding (status 1)."""
    values = {
        "orderId": str(new_id()),
        "orderProductId": "96",
        "parentUid": "900000000",
        "loanTime": str(new_ts()),
        "loanCoin": "USDT",
        "loanAmount": "204",
        "unpaidAmount": "52.07924201",
        "unpaidInterest": "0",
        "repaidAmount": "151.92075799",
        "repaidInterest": "0",
        "interestRate": "0.00019178",
        "status": "1",
        "leverage": "4",
        "supportSpot": "1",
        "supportContract": "1",
        "spotBuyLine": "0.71",
        "spotSellLine": "0.71",
        "contractOpenLine": "0.71",
        "liquidationLine": "0.75",
        "stopLiquidationLine": "0.35000000",
        "contractLeverage": "7",
        "transferRatio": "1",
        "spotSymbols": [],
        "contractSymbols": [],
        "supportUSDCContract": "1",
        "supportUSDCOptions": "1",
        "supportMarginTrading": "1",
        "USDTPerpetualOpenLine": "0.71",
        "USDCContractOpenLine": "0.71",
        "USDCOptionsOpenLine": "0.71",
        "USDTPerpetualCloseLine": "0.71",
        "USDCContractCloseLine": "0.71",
        "USDCOptionsCloseLine": "0.71",
        "USDCContractSymbols": [],
        "USDCOptionsSymbols": [],
        "marginLeverage": "4",
        "USDTPerpetualLeverage": [],
        "USDCContractLeverage": [],
    }
    return build(
        fields,
        values,
        "withdrawLine transferLine deferredLiquidationLine deferredLiquidationTime "
        "reserveToken reserveQuantity",
    )
