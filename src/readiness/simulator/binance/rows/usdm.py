"""Rows of USDⓈ-M futures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def um_asset(**fields: Any) -> Row:
    """An entry of `assets` in `fapi/v3/account`."""
    values = {
        "asset": "USDT",
        "walletBalance": "52.10000000",
        "unrealizedProfit": "0.00000000",
        "marginBalance": "52.10000000",
        "maintMargin": "0.00000000",
        "initialMargin": "0.00000000",
        "positionInitialMargin": "0.00000000",
        "openOrderInitialMargin": "0.00000000",
        "crossWalletBalance": "52.10000000",
        "crossUnPnl": "0.00000000",
        "availableBalance": "52.10000000",
        "maxWithdrawAmount": "52.10000000",
        "updateTime": new_ts(),
    }
    return build(fields, values, "marginAvailable")


def um_account_position(**fields: Any) -> Row:
    """An entry of `positions` in `fapi/v3/account`: by default a short in ETH."""
    values = {
        "symbol": "ETHUSDT",
        "positionSide": "BOTH",
        "positionAmt": "-0.030",
        "unrealizedProfit": "0.00000000",
        "isolatedMargin": "0",
        "notional": "-88.512",
        "isolatedWallet": "0",
        "initialMargin": "8.8512",
        "maintMargin": "0.4426",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def um_account(**fields: Any) -> Row:
    """The answer of `fapi/v3/account`: by default one asset and one position."""
    values = _totals() | {"assets": [um_asset()], "positions": [um_account_position()]}
    return build(fields, values)


def um_account_position_v2(**fields: Any) -> Row:
    """An entry of `positions` in `fapi/v2/account`, which lists flat symbols too."""
    values = {
        "symbol": "ETHUSDT",
        "initialMargin": "8.8512",
        "maintMargin": "0.4426",
        "unrealizedProfit": "0.00000000",
        "positionInitialMargin": "8.8512",
        "openOrderInitialMargin": "0",
        "leverage": "10",
        "isolated": False,
        "entryPrice": "2950.4",
        "maxNotional": "500000",
        "bidNotional": "0",
        "askNotional": "0",
        "positionSide": "BOTH",
        "positionAmt": "-0.030",
        "updateTime": new_ts(),
    }
    return build(fields, values)


def um_account_v2(**fields: Any) -> Row:
    """The answer of `fapi/v2/account`: by default one asset and one position."""
    flags = um_config(canWithdraw=True)
    del flags["dualSidePosition"]
    listed = {
        "assets": [um_asset(marginAvailable=True)],
        "positions": [um_account_position_v2()],
    }
    return build(fields, flags | _totals() | listed)


def um_balance(**fields: Any) -> Row:
    """A row of `fapi/v3/balance`."""
    values = {
        "accountAlias": "madeup",
        "asset": "USDT",
        "balance": "52.10000000",
        "crossWalletBalance": "52.10000000",
        "crossUnPnl": "0.00000000",
        "availableBalance": "52.10000000",
        "maxWithdrawAmount": "52.10000000",
        "marginAvailable": True,
        "updateTime": new_ts(),
    }
    return build(fields, values)


def um_position(**fields: Any) -> Row:
    """A row of `fapi/v3/positionRisk`: by default a short in ETH.

    The older fields of version 2 are only there where the caller names them.
    """
    values = {
        "symbol": "ETHUSDT",
        "positionSide": "BOTH",
        "positionAmt": "-0.030",
        "entryPrice": "2950.4",
        "breakEvenPrice": "2949.2",
        "markPrice": "2950.40000000",
        "unRealizedProfit": "0.00000000",
        "liquidationPrice": "4600.1",
        "isolatedMargin": "0",
        "notional": "-88.512",
        "marginAsset": "USDT",
        "isolatedWallet": "0",
        "initialMargin": "8.8512",
        "maintMargin": "0.4426",
        "positionInitialMargin": "8.8512",
        "openOrderInitialMargin": "0",
        "adl": 1,
        "bidNotional": "0",
        "askNotional": "0",
        "updateTime": new_ts(),
    }
    return build(fields, values, "isAutoAddMargin leverage marginType maxNotionalValue")


def um_order(**fields: Any) -> Row:
    """A row of `fapi/v1/openOrders`: by default a limit order to buy.

    Only trailing stops have `activatePrice` and `priceRate`.
    """
    ts = new_ts()
    values = {
        "avgPrice": "0.00000",
        "clientOrderId": "made_up_um",
        "cumQuote": "0",
        "executedQty": "0",
        "orderId": new_id(),
        "origQty": "0.050",
        "origType": "LIMIT",
        "price": "2400",
        "reduceOnly": False,
        "side": "BUY",
        "positionSide": "BOTH",
        "status": "NEW",
        "stopPrice": "0",
        "closePosition": False,
        "symbol": "ETHUSDT",
        "time": ts,
        "timeInForce": "GTC",
        "type": "LIMIT",
        "updateTime": ts,
        "workingType": "CONTRACT_PRICE",
        "priceProtect": False,
        "priceMatch": "NONE",
        "selfTradePreventionMode": "EXPIRE_MAKER",
        "goodTillDate": 0,
    }
    return build(fields, values, "activatePrice priceRate")


def um_algo_order(**fields: Any) -> Row:
    """A row of `fapi/v1/openAlgoOrders`: by default a stop that closes the position."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "clientAlgoId": "made_up_stop",
        "algoType": "CONDITIONAL",
        "orderType": "STOP_MARKET",
        "symbol": "ETHUSDT",
        "side": "BUY",
        "positionSide": "BOTH",
        "timeInForce": "GTC",
        "quantity": "0.030",
        "algoStatus": "NEW",
        "actualOrderId": "",
        "actualPrice": "0.00000",
        "triggerPrice": "3300.00",
        "price": "0.00",
        "icebergQuantity": None,
        "tpTriggerPrice": "0.00",
        "tpPrice": "0.00",
        "slTriggerPrice": "0.00",
        "slPrice": "0.00",
        "tpOrderType": "",
        "selfTradePreventionMode": "EXPIRE_MAKER",
        "workingType": "MARK_PRICE",
        "priceMatch": "NONE",
        "closePosition": True,
        "priceProtect": False,
        "reduceOnly": True,
        "createTime": ts,
        "updateTime": ts,
        "triggerTime": 0,
        "goodTillDate": 0,
    }
    return build(fields, values)


def um_config(**fields: Any) -> Row:
    """The answer of `fapi/v1/accountConfig`: by default nothing may be taken out."""
    values = {
        "feeTier": 0,
        "canTrade": True,
        "canDeposit": True,
        "canWithdraw": False,
        "dualSidePosition": False,
        "updateTime": 0,
        "multiAssetsMargin": False,
        "tradeGroupId": -1,
    }
    return build(fields, values)


def um_multi_assets(**fields: Any) -> Row:
    """The answer of `fapi/v1/multiAssetsMargin`: by default switched on."""
    return build(fields, {"multiAssetsMargin": True})


def um_indicator(**fields: Any) -> Row:
    """A reason for a lock in `fapi/v1/apiTradingStatus`; its figures are JSON numbers."""
    values = {
        "isLocked": True,
        "plannedRecoverTime": new_ts() + DAY,
        "indicator": "UFR",
        "value": Decimal("0.997"),
        "triggerValue": Decimal("0.995"),
    }
    return build(fields, values)


def um_trading_status(**fields: Any) -> Row:
    """The answer of `fapi/v1/apiTradingStatus`: by default the account is locked."""
    return build(fields, {"indicators": {"ACCOUNT": [um_indicator()]}, "updateTime": new_ts()})


def _totals() -> Row:
    return {
        "totalInitialMargin": "8.85120000",
        "totalMaintMargin": "0.44260000",
        "totalWalletBalance": "52.10000000",
        "totalUnrealizedProfit": "0.00000000",
        "totalMarginBalance": "52.10000000",
        "totalPositionInitialMargin": "8.85120000",
        "totalOpenOrderInitialMargin": "0.00000000",
        "totalCrossWalletBalance": "52.10000000",
        "totalCrossUnPnl": "0.00000000",
        "availableBalance": "43.24880000",
        "maxWithdrawAmount": "43.24880000",
    }
