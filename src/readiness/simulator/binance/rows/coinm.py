"""Rows of COIN-M futures: assets in coins, positions in contracts."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts
from readiness.simulator.binance.rows.usdm import um_algo_order


def cm_asset(**fields: Any) -> Row:
    """An entry of `assets` in `dapi/v1/account`."""
    values = {
        "asset": "ETH",
        "walletBalance": "0.07000000",
        "unrealizedProfit": "0.00000000",
        "marginBalance": "0.07000000",
        "maintMargin": "0.00000000",
        "initialMargin": "0.00000000",
        "positionInitialMargin": "0.00000000",
        "openOrderInitialMargin": "0.00000000",
        "maxWithdrawAmount": "0.07000000",
        "crossWalletBalance": "0.07000000",
        "crossUnPnl": "0.00000000",
        "availableBalance": "0.07000000",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def cm_account_position(**fields: Any) -> Row:
    """An entry of `positions` in `dapi/v1/account`: by default a long of four contracts."""
    values = {
        "symbol": "ETHUSD_PERP",
        "positionAmt": "4",
        "initialMargin": "0.0014",
        "maintMargin": "0.0001",
        "unrealizedProfit": "0.00000000",
        "positionInitialMargin": "0.0014",
        "openOrderInitialMargin": "0",
        "leverage": "10",
        "isolated": False,
        "positionSide": "BOTH",
        "entryPrice": "2950.4",
        "breakEvenPrice": "2951.5",
        "maxQty": "900",
        "notionalValue": "0.01355748",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def cm_account(**fields: Any) -> Row:
    """The answer of `dapi/v1/account`: by default one asset and one position."""
    values = {
        "assets": [cm_asset()],
        "positions": [cm_account_position()],
        "canDeposit": True,
        "canTrade": True,
        "canWithdraw": True,
        "feeTier": 0,
        "updateTime": 0,
    }
    return build(fields, values)


def cm_balance(**fields: Any) -> Row:
    """A row of `dapi/v1/balance`."""
    values = {
        "accountAlias": "madeup",
        "asset": "ETH",
        "balance": "0.07000000",
        "withdrawAvailable": "0.07000000",
        "crossWalletBalance": "0.07000000",
        "crossUnPnl": "0.00000000",
        "availableBalance": "0.07000000",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def cm_position(**fields: Any) -> Row:
    """A row of `dapi/v1/positionRisk`: by default a long of four contracts."""
    values = {
        "symbol": "ETHUSD_PERP",
        "positionAmt": "4",
        "entryPrice": "2950.4",
        "breakEvenPrice": "2951.5",
        "markPrice": "2950.40000000",
        "unRealizedProfit": "0.00000000",
        "liquidationPrice": "510.2",
        "leverage": "10",
        "maxQty": "900",
        "marginType": "cross",
        "isolatedMargin": "0.00000000",
        "isAutoAddMargin": "false",
        "positionSide": "BOTH",
        "notionalValue": "0.01355748",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def cm_order(**fields: Any) -> Row:
    """A row of `dapi/v1/openOrders`: by default a limit order to sell.

    Only trailing stops have `activatePrice` and `priceRate`.
    """
    ts = new_ts()
    values = {
        "avgPrice": "0.0",
        "clientOrderId": "made_up_cm",
        "cumBase": "0",
        "executedQty": "0",
        "orderId": new_id(),
        "origQty": "2",
        "origType": "LIMIT",
        "price": "3600",
        "reduceOnly": False,
        "side": "SELL",
        "positionSide": "BOTH",
        "status": "NEW",
        "stopPrice": "0",
        "closePosition": False,
        "symbol": "ETHUSD_PERP",
        "pair": "ETHUSD",
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "updateTime": ts,
        "workingType": "CONTRACT_PRICE",
        "priceProtect": False,
        "priceMatch": "NONE",
        "selfTradePreventionMode": "EXPIRE_MAKER",
    }
    return build(fields, values, "activatePrice priceRate")


def cm_algo_order(**fields: Any) -> Row:
    """A row of `dapi/v1/openAlgoOrders`: by default a stop of four contracts."""
    usual = {"symbol": "ETHUSD_PERP", "side": "SELL", "quantity": "4", "triggerPrice": "2500.00"}
    return um_algo_order(**(usual | fields))
