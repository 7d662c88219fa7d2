"""What a key may do, and what mode the account is in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.auth import NEVER
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked

GROUPS = (
    *("ContractTrade", "Spot", "Wallet", "Options", "Derivatives", "CopyTrading", "BlockTrade"),
    *("Exchange", "NFT", "Affiliate", "Earn", "FiatP2P", "FiatConvertBroker", "FiatGlobalPay"),
    *("FiatBitPay", "BitCard", "ByXPost"),
)
"""The groups of permissions, all of which are always there."""

_VALID_DAYS = 60


def query_api(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `user/query-api` for the key that asks."""
    owner, key = asked.owner, asked.key
    created = datetime.fromtimestamp(key.created // 1000, UTC)
    expires = datetime.fromtimestamp(asked.ms // 1000, UTC) + timedelta(days=_VALID_DAYS)
    row: Row = {
        "id": "2200001",
        "note": key.label,
        "apiKey": key.key,
        "readOnly": 1 if owner.settings["read_only"] else 0,
        "secret": "",
        "permissions": _grouped(key.permissions),
        "ips": list(key.ips) or ["*"],
        "type": 1,
        "deadlineDay": -2 if key.ips else _VALID_DAYS,
        "expiredAt": NEVER if key.ips else _stamp(expires),
        "createdAt": _stamp(created),
        "unified": 0,
        "uta": 1 if owner.is_unified else 0,
        "userID": int(owner.uid),
        "inviterID": 0,
        "vipLevel": "No VIP",
        "mktMakerLevel": "0",
        "affiliateID": 0,
        "rsaPublicKey": "",
        "isMaster": owner.parent is None,
        "parentUid": owner.parent.uid if owner.parent else "0",
        "kycLevel": "LEVEL_1",
        "kycRegion": "DEU",
        "userIDInt64": "0",
        "inviterIDInt64": "0",
        "affiliateIDInt64": "0",
    }
    return [row | key.fields]


def account_info(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `account/info`."""
    settings = asked.account.settings
    row: Row = {
        "marginMode": settings["margin_mode"],
        "updatedTime": "1697078946000",
        "unifiedMarginStatus": int(asked.account.mode),
        "dcpStatus": "OFF",
        "timeWindow": 0,
        "smpGroup": 0,
        "isMasterTrader": settings["master_trader"],
        "spotHedgingStatus": "OFF",
    }
    return [row]


def _grouped(words: tuple[str, ...]) -> dict[str, Any]:
    groups: dict[str, list[str]] = {name: [] for name in GROUPS}
    for word in words:
        group, _, name = word.partition(".")
        groups.setdefault(group, []).append(name)
    return groups


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
