"""Rows of cross and isolated margin and of the debts that hang on them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def margin_asset(asset: str = "USDT", **fields: Any) -> Row:
    """An entry of `userAssets` in `sapi/v1/margin/account`: by default money and no debt."""
    values = {
        "asset": asset,
        "borrowed": "0",
        "free": "18.5",
        "interest": "0",
        "locked": "0",
    }
    row = build(fields, values, "netAsset")
    return row if "netAsset" in row else row | {"netAsset": _net(row)}


def margin_account(*assets: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/margin/account`; without assets, one of them."""
    values = {
        "created": True,
        "borrowEnabled": True,
        "marginLevel": "999.00000000",
        "collateralMarginLevel": "999.00000000",
        "totalAssetOfBtc": "0.00028",
        "totalLiabilityOfBtc": "0.00000000",
        "totalNetAssetOfBtc": "0.00028",
        "TotalCollateralValueInUSDT": "18.5",
        "totalOpenOrderLossInUSDT": "0",
        "tradeEnabled": True,
        "transferInEnabled": True,
        "transferOutEnabled": True,
        "accountType": "MARGIN_1",
        "userAssets": list(assets) or [margin_asset()],
    }
    return build(fields, values)


def isolated_asset(asset: str = "USDT", **fields: Any) -> Row:
    """The `baseAsset` or `quoteAsset` of an isolated pair: by default money and no debt."""
    values = {
        "asset": asset,
        "borrowEnabled": True,
        "borrowed": "0",
        "free": "9.25",
        "interest": "0",
        "locked": "0",
        "netAssetOfBtc": "0.00014",
        "repayEnabled": True,
    }
    row = build(fields, values, "netAsset totalAsset")
    computed = {"netAsset": _net(row), "totalAsset": _total(row)}
    return computed | row


def isolated_pair(**fields: Any) -> Row:
    """An entry of `assets` in `sapi/v1/margin/isolated/account`: by default money in USDT."""
    values = {
        "baseAsset": isolated_asset("ETH", free="0"),
        "quoteAsset": isolated_asset("USDT"),
        "symbol": "ETHUSDT",
        "isolatedCreated": True,
        "enabled": True,
        "marginLevel": "999.00000000",
        "marginLevelStatus": "EXCESSIVE",
        "marginRatio": "10.00000000",
        "indexPrice": "2950.40000000",
        "liquidatePrice": "0.00000000",
        "liquidateRate": "0.00000000",
        "tradeEnabled": True,
    }
    return build(fields, values)


def isolated_account(*pairs: Row, **fields: Any) -> Row:
    """The answer of `sapi/v1/margin/isolated/account`; without pairs, one of them."""
    values = {
        "assets": list(pairs) or [isolated_pair()],
        "totalAssetOfBtc": "0.00014",
        "totalLiabilityOfBtc": "0.00000000",
        "totalNetAssetOfBtc": "0.00014",
    }
    return build(fields, values)


def isolated_limit(**fields: Any) -> Row:
    """The answer of `sapi/v1/margin/isolated/accountLimit`."""
    return build(fields, {"enabledAccount": 1, "maxAccount": 10})


def borrow_repay(**fields: Any) -> Row:
    """A row of `rows` in `sapi/v1/margin/borrow-repay`: by default a repayment in flight.

    Only isolated margin has `isolatedSymbol`.
    """
    values = {
        "type": "MANUAL",
        "amount": "6.1",
        "asset": "USDT",
        "interest": "0.1",
        "principal": "6",
        "status": "PENDING",
        "timestamp": new_ts(),
        "txId": new_id(),
    }
    return build(fields, values, "isolatedSymbol")


def small_liability(**fields: Any) -> Row:
    """A row of `sapi/v1/margin/exchange-small-liability`; one figure is a JSON number."""
    values = {
        "asset": "ADA",
        "interest": "0.002",
        "principal": "3.5",
        "liabilityAsset": "USDT",
        "liabilityQty": Decimal("1.7452"),
    }
    return build(fields, values)


def liquidation_loan(**fields: Any) -> Row:
    """The answer of `sapi/v1/margin/liquidation-loan`: by default a part is still owed."""
    values = {
        "asset": "USDC",
        "amount": "240.00000000",
        "repaidAmount": "60.00000000",
        "remainingAmount": "180.00000000",
    }
    return build(fields, values)


def loan_member(**fields: Any) -> Row:
    """An entry of `members` in `sapi/v1/margin/loan-groups/activated`."""
    values = {
        "email": "credit@example.com",
        "type": "CREDIT",
        "enableMargin": True,
        "enableSpot": True,
    }
    return build(fields, values)


def loan_group(*members: Row, **fields: Any) -> Row:
    """A row of `sapi/v1/margin/loan-groups/activated`: a risk unit of institutional loans."""
    values = {
        "groupId": new_id(),
        "members": list(members) or [loan_member()],
        "createTime": new_ts() - 30 * DAY,
    }
    return build(fields, values)


def group_liability(**fields: Any) -> Row:
    """An entry of `liabilities` in `sapi/v1/margin/loan-group/ltv-details`."""
    return build(fields, {"assetName": "USDT", "principal": "410.5", "interest": "0.75"})


def group_collateral(**fields: Any) -> Row:
    """An entry of `collateralAccounts` in `sapi/v1/margin/loan-group/ltv-details`."""
    wallet = {"accountType": "SPOT", "netEquity": "700", "maintainMargin": "0"}
    values = {"email": "collateral@example.com", "type": "COLLATERAL", "wallets": [wallet]}
    return build(fields, values)


def ltv_details(*liabilities: Row, **fields: Any) -> Row:
    """A row of `sapi/v1/margin/loan-group/ltv-details`: by default a debt and its collateral."""
    values = {
        "groupId": new_id(),
        "parentEmail": "main@example.com",
        "creditEmail": "credit@example.com",
        "updateTime": new_ts(),
        "ltv": "0.5875",
        "totalNetEquity": "700",
        "totalMaintenanceMargin": "0",
        "totalLiability": "411.25",
        "parentAccountFrozenAmount": "35",
        "maxTransferOutAmount": "0",
        "maxAllowedBorrowLimit": "420",
        "liabilities": list(liabilities) or [group_liability()],
        "collateralAccounts": [group_collateral()],
    }
    return build(fields, values)


def _total(row: Row) -> str:
    return f"{Decimal(row['free']) + Decimal(row['locked']):f}"


def _net(row: Row) -> str:
    return f"{Decimal(_total(row)) - Decimal(row['borrowed']) - Decimal(row['interest']):f}"
