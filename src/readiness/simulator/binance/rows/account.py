"""Rows about the account itself: what is open to it, what is held back, what it is worth."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import DAY, Row, build, new_id, new_ts


def account_info(**fields: Any) -> Row:
    """The answer of `sapi/v1/account/info`: by default every product is opened."""
    values = {
        "vipLevel": 1,
        "isMarginEnabled": True,
        "isFutureEnabled": True,
        "isOptionsEnabled": True,
        "isPortfolioMarginRetailEnabled": True,
    }
    return build(fields, values)


def account_status(**fields: Any) -> Row:
    """The answer of `sapi/v1/account/status`: by default not what a healthy account has."""
    return build(fields, {"data": "Under review"})


def api_trading_lock(**fields: Any) -> Row:
    """The value of `data` in `sapi/v1/account/apiTradingStatus`: by default locked."""
    ts = new_ts()
    values = {
        "isLocked": True,
        "plannedRecoverTime": ts + DAY,
        "triggerCondition": {"GCR": 140, "IFER": 140, "UFR": 280},
        "updateTime": ts,
    }
    return build(fields, values)


def api_trading_status(**fields: Any) -> Row:
    """The answer of `sapi/v1/account/apiTradingStatus`: by default a lock."""
    return build(fields, {"data": api_trading_lock()})


def key_permissions(**fields: Any) -> Row:
    """The answer of `sapi/v1/account/apiRestrictions`: by default a key that only reads."""
    values = {
        "ipRestrict": True,
        "createTime": new_ts(),
        "enableReading": True,
        "enableWithdrawals": False,
        "enableInternalTransfer": False,
        "enableMargin": False,
        "enableFutures": False,
        "permitsUniversalTransfer": False,
        "enableVanillaOptions": False,
        "enableFixApiTrade": False,
        "enableFixReadOnly": False,
        "enableSpotAndMarginTrading": False,
        "enablePortfolioMarginTrading": False,
    }
    return build(fields, values)


def system_status(**fields: Any) -> Row:
    """The answer of `sapi/v1/system/status`: by default the wallets are under maintenance."""
    return build(fields, {"status": 1, "msg": "system_maintenance"})


def wallet_total(**fields: Any) -> Row:
    """A row of `sapi/v1/asset/wallet/balance`: by default money in the bots' wallet.

    `assetBalances` is only there where the request asked for details.
    """
    values = {"activate": True, "balance": "37.5", "walletName": "Trading Bots"}
    return build(fields, values, "assetBalances")


def wallet_asset(**fields: Any) -> Row:
    """An entry of `assetBalances` in `sapi/v1/asset/wallet/balance`."""
    values = {
        "asset": "USDT",
        "free": "37.5",
        "locked": "0",
        "freeze": "0",
        "withdrawing": "0",
        "btcValuation": "0.0005",
    }
    return build(fields, values)


def sub_user_transfer(**fields: Any) -> Row:
    """A row of `sapi/v1/sub-account/transfer/subUserHistory`, which only a sub-account sees."""
    values = {
        "counterParty": "master",
        "email": "main@example.com",
        "type": 1,
        "asset": "USDT",
        "qty": "15",
        "fromAccountType": "SPOT",
        "toAccountType": "SPOT",
        "status": "SUCCESS",
        "tranId": new_id(),
        "time": new_ts(),
    }
    return build(fields, values)


def ticker(**fields: Any) -> Row:
    """A row of `api/v3/ticker/price`."""
    return build(fields, {"symbol": "ETHUSDT", "price": "2950.40000000"})
