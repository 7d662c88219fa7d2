"""Rows that a main account sees of its sub-accounts' futures.

Each endpoint answers for USDⓈ-M or for COIN-M, under another key of the answer.
"""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_ts
from readiness.simulator.binance.rows.subaccounts import SUB_EMAIL


def sub_futures_asset(**fields: Any) -> Row:
    """An entry of `assets` in `sapi/v2/sub-account/futures/account`."""
    values = {
        "asset": "USDT",
        "initialMargin": "0.00000000",
        "maintenanceMargin": "0.00000000",
        "marginBalance": "7.30000000",
        "maxWithdrawAmount": "7.30000000",
        "openOrderInitialMargin": "0.00000000",
        "positionInitialMargin": "0.00000000",
        "unrealizedProfit": "0.00000000",
        "walletBalance": "7.30000000",
    }
    return build(fields, values)


def sub_um_details(*assets: Row, **fields: Any) -> Row:
    """The value of `futureAccountResp` in `sapi/v2/sub-account/futures/account`."""
    totals = {
        "maxWithdrawAmount": "7.30000000",
        "totalInitialMargin": "0.00000000",
        "totalMaintenanceMargin": "0.00000000",
        "totalMarginBalance": "7.30000000",
        "totalOpenOrderInitialMargin": "0.00000000",
        "totalPositionInitialMargin": "0.00000000",
        "totalUnrealizedProfit": "0.00000000",
        "totalWalletBalance": "7.30000000",
    }
    listed = list(assets) or [sub_futures_asset()]
    return build(fields, _details() | {"assets": listed} | totals)


def sub_cm_details(*assets: Row, **fields: Any) -> Row:
    """The value of `deliveryAccountResp` in `sapi/v2/sub-account/futures/account`."""
    usual = sub_futures_asset(asset="ETH", walletBalance="0.003", marginBalance="0.003")
    return build(fields, _details() | {"assets": list(assets) or [usual]})


def sub_um_account(*assets: Row, **fields: Any) -> Row:
    """The answer of `sapi/v2/sub-account/futures/account` for `futuresType` 1."""
    return build(fields, {"futureAccountResp": sub_um_details(*assets)})


def sub_cm_account(*assets: Row, **fields: Any) -> Row:
    """The answer of `sapi/v2/sub-account/futures/account` for `futuresType` 2."""
    return build(fields, {"deliveryAccountResp": sub_cm_details(*assets)})


def sub_um_position(**fields: Any) -> Row:
    """A row of `futurePositionRiskVos` in `sapi/v2/sub-account/futures/positionRisk`."""
    values = {
        "entryPrice": "2950.40000",
        "leverage": "5",
        "maxNotional": "500000",
        "liquidationPrice": "2400.1",
        "markPrice": "2950.40000000",
        "positionAmount": "0.020",
        "symbol": "ETHUSDT",
        "unrealizedProfit": "0.00000000",
    }
    return build(fields, values)


def sub_cm_position(**fields: Any) -> Row:
    """A row of `deliveryPositionRiskVos` in `sapi/v2/sub-account/futures/positionRisk`."""
    values = {
        "entryPrice": "2950.40000",
        "markPrice": "2950.40000000",
        "leverage": "5",
        "isolated": "false",
        "isolatedWallet": "0.00000000",
        "isolatedMargin": "0.00000000",
        "isAutoAddMargin": "false",
        "positionSide": "BOTH",
        "positionAmount": "2",
        "symbol": "ETHUSD_PERP",
        "unrealizedProfit": "0.00000000",
    }
    return build(fields, values)


def sub_um_total(**fields: Any) -> Row:
    """An entry of `subAccountList` for USDⓈ-M, in USD."""
    return build(fields, {"email": SUB_EMAIL} | _um_totals())


def sub_cm_total(**fields: Any) -> Row:
    """An entry of `subAccountList` for COIN-M, in BTC."""
    values = {
        "email": SUB_EMAIL,
        "totalMarginBalance": "0.00014",
        "totalUnrealizedProfit": "0.00000000",
        "totalWalletBalance": "0.00014",
        "asset": "BTC",
    }
    return build(fields, values)


def sub_um_summary(*totals: Row, **fields: Any) -> Row:
    """The answer of `sapi/v2/sub-account/futures/accountSummary` for `futuresType` 1."""
    listed = list(totals) or [sub_um_total()]
    return build(fields, {"futureAccountSummaryResp": _um_totals() | {"subAccountList": listed}})


def sub_cm_summary(*totals: Row, **fields: Any) -> Row:
    """The answer of `sapi/v2/sub-account/futures/accountSummary` for `futuresType` 2."""
    summary = {
        "totalMarginBalanceOfBTC": "0.00014",
        "totalUnrealizedProfitOfBTC": "0.00000000",
        "totalWalletBalanceOfBTC": "0.00014",
        "asset": "BTC",
        "subAccountList": list(totals) or [sub_cm_total()],
    }
    return build(fields, {"deliveryAccountSummaryResp": summary})


def _details() -> Row:
    return {
        "email": SUB_EMAIL,
        "canDeposit": True,
        "canTrade": True,
        "canWithdraw": True,
        "feeTier": 0,
        "updateTime": new_ts(),
    }


def _um_totals() -> Row:
    return {
        "totalInitialMargin": "0.00000000",
        "totalMaintenanceMargin": "0.00000000",
        "totalMarginBalance": "7.30000000",
        "totalOpenOrderInitialMargin": "0.00000000",
        "totalPositionInitialMargin": "0.00000000",
        "totalUnrealizedProfit": "0.00000000",
        "totalWalletBalance": "7.30000000",
        "asset": "USD",
    }
