"""Rows of portfolio margin, where one wallet stands behind margin and futures."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_ts


def pm_balance(**fields: Any) -> Row:
    """A row of `papi/v1/balance`: by default money and no debt."""
    values = {
        "asset": "USDT",
        "totalWalletBalance": "73.2",
        "crossMarginAsset": "73.2",
        "crossMarginBorrowed": "0",
        "crossMarginFree": "73.2",
        "crossMarginInterest": "0",
        "crossMarginLocked": "0",
        "umWalletBalance": "0",
        "umUnrealizedPNL": "0",
        "cmWalletBalance": "0",
        "cmUnrealizedPNL": "0",
        "updateTime": new_ts(),
        "negativeBalance": "0",
    }
    return build(fields, values)


def pm_account(**fields: Any) -> Row:
    """The answer of `papi/v1/account`: by default short of margin."""
    values = {
        "uniMMR": "1.31",
        "accountEquity": "73.2",
        "actualEquity": "73.2",
        "accountInitialMargin": "60.1",
        "accountMaintMargin": "55.9",
        "accountStatus": "MARGIN_CALL",
        "virtualMaxWithdrawAmount": "13.1",
        "totalAvailableBalance": "13.1",
        "totalMarginOpenLoss": "0",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def pm_futures_asset(**fields: Any) -> Row:
    """An entry of `assets` in `papi/v2/um/account` and `papi/v1/cm/account`."""
    values = {
        "asset": "USDT",
        "crossWalletBalance": "16.4",
        "crossUnPnl": "0",
        "maintMargin": "0",
        "initialMargin": "0",
        "positionInitialMargin": "0",
        "openOrderInitialMargin": "0",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def pm_um_account_position(**fields: Any) -> Row:
    """An entry of `positions` in `papi/v2/um/account`: by default a long in BNB."""
    values = {
        "symbol": "BNBUSDT",
        "initialMargin": "6.02",
        "maintMargin": "0.31",
        "unrealizedProfit": "0",
        "positionSide": "BOTH",
        "positionAmt": "0.10",
        "updateTime": new_ts(),
        "notional": "60.2",
    }
    return build(fields, values)


def pm_um_account(**fields: Any) -> Row:
    """The answer of `papi/v2/um/account`: by default one asset and one position."""
    values = {"assets": [pm_futures_asset()], "positions": [pm_um_account_position()]}
    return build(fields, values)


def pm_cm_account_position(**fields: Any) -> Row:
    """An entry of `positions` in `papi/v1/cm/account`: by default a short of three contracts."""
    values = {
        "symbol": "BNBUSD_PERP",
        "positionAmt": "-3",
        "initialMargin": "0.005",
        "maintMargin": "0.0003",
        "unrealizedProfit": "0",
        "positionInitialMargin": "0.005",
        "openOrderInitialMargin": "0",
        "leverage": "10",
        "positionSide": "BOTH",
        "entryPrice": "602.0",
        "maxQty": "700",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def pm_cm_account(**fields: Any) -> Row:
    """The answer of `papi/v1/cm/account`: by default one asset and one position."""
    asset = pm_futures_asset(asset="BNB", crossWalletBalance="0.04")
    return build(fields, {"assets": [asset], "positions": [pm_cm_account_position()]})


def pm_um_position(**fields: Any) -> Row:
    """A row of `papi/v1/um/positionRisk`: by default a long in BNB."""
    values = {
        "entryPrice": "602.0",
        "leverage": "10",
        "markPrice": "602.00000000",
        "maxNotionalValue": "300000",
        "positionAmt": "0.10",
        "notional": "60.2",
        "symbol": "BNBUSDT",
        "unRealizedProfit": "0",
        "liquidationPrice": "80.4",
        "positionSide": "BOTH",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def pm_cm_position(**fields: Any) -> Row:
    """A row of `papi/v1/cm/positionRisk`: by default a short of three contracts."""
    values = {
        "symbol": "BNBUSD_PERP",
        "positionAmt": "-3",
        "entryPrice": "602.0",
        "markPrice": "602.00000000",
        "unRealizedProfit": "0",
        "liquidationPrice": "2100.5",
        "leverage": "10",
        "positionSide": "BOTH",
        "updateTime": new_ts(),
        "maxQty": "700",
        "notionalValue": "-0.0498",
    }
    return build(fields, values)


def pm_pro_balance(**fields: Any) -> Row:
    """A row of `sapi/v1/portfolio/balance`, which adds the options' wallet."""
    options = {
        "optionWalletBalance": fields.pop("optionWalletBalance", "0"),
        "optionEquity": fields.pop("optionEquity", "0"),
    }
    return pm_balance(**fields) | build({}, options)


def pm_pro_account(**fields: Any) -> Row:
    """The answer of `sapi/v1/portfolio/account`: by default short of margin."""
    values = {
        "uniMMR": "1.31",
        "accountEquity": "73.2",
        "actualEquity": "73.2",
        "accountMaintMargin": "55.9",
        "accountInitialMargin": "60.1",
        "totalAvailableBalance": "13.1",
        "accountStatus": "MARGIN_CALL",
        "accountType": "PM_1",
    }
    return build(fields, values)


def pm_span_account(**fields: Any) -> Row:
    """The answer of `sapi/v2/portfolio/account`: by default short of margin."""
    values = {
        "uniMMR": "1.31",
        "accountEquity": "73.2",
        "actualEquity": "73.2",
        "accountMaintMargin": "55.9",
        "riskUnitMMList": [{"asset": "ETH", "uniMaintainUsd": "55.9"}],
        "marginMM": "0",
        "otherMM": "0",
        "accountStatus": "MARGIN_CALL",
        "accountType": "PM_3",
    }
    return build(fields, values)


def pm_bankruptcy_loan(**fields: Any) -> Row:
    """The answer of `sapi/v1/portfolio/pmLoan`: by default something is owed."""
    return build(fields, {"asset": "USDT", "amount": "88.4"})
