"""Who the key is, and what the account has opened."""

from __future__ import annotations

from readiness.simulator.binance.route import Asked, Row

FLAGS = (
    "enableWithdrawals",
    "enableInternalTransfer",
    "enableMargin",
    "enableFutures",
    "permitsUniversalTransfer",
    "enableVanillaOptions",
    "enableFixApiTrade",
    "enableFixReadOnly",
    "enableSpotAndMarginTrading",
    "enablePortfolioMarginTrading",
)
"""The permissions that a key made for reading does not have."""


def api_restrictions(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/account/apiRestrictions` for the key that asks."""
    key = asked.key
    row: Row = {
        "ipRestrict": bool(key.ips),
        "createTime": key.created,
        "enableReading": True,
        **dict.fromkeys(FLAGS, False),
    }
    return [row | key.restrictions]


def account_info(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/account/info`."""
    return [dict(asked.account.info)]


def trading_status(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/account/apiTradingStatus`: not locked."""
    limits = {"GCR": 150, "IFER": 150, "UFR": 300}
    data = {"isLocked": False, "plannedRecoverTime": 0, "triggerCondition": limits}
    return [{"data": {**data, "updateTime": 0}}]
