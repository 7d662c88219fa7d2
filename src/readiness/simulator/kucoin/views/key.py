"""What the exchange says of a key, and of the account's mode."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin.account import UNIFIED, KucoinAccount
from readiness.simulator.tables.route import Asked

_VERSION = 3


def key(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `user/api-key`."""
    return [{**_common(asked), "ipWhitelist": ",".join(asked.key.ips), **asked.key.fields}]


def unified_key(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `user/api-key` of the unified account, which tells more of its owner."""
    about = {"region": "DE", "kycStatus": 1, "siteType": "global"}
    return [{**_common(asked), **about, **asked.key.fields}]


def mode(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `account/mode`: the account's own mode, and that of its sub-accounts."""
    subs = list(asked.account.subs.values())
    return [
        {
            "selfAccountMode": asked.account.mode,
            "unifiedSubAccount": [int(sub.uid) for sub in subs if sub.mode == UNIFIED],
            "classicSubAccount": [int(sub.uid) for sub in subs if sub.mode != UNIFIED],
        }
    ]


def _common(asked: Asked[KucoinAccount]) -> dict[str, Any]:
    account = asked.account
    shown: dict[str, Any] = {
        "remark": asked.key.label,
        "apiKey": asked.key.key,
        "apiVersion": _VERSION,
        "permission": ",".join(asked.key.permissions),
        "createdAt": asked.key.created,
        "uid": int(account.uid),
        "isMaster": account.parent is None,
    }
    return shown if account.parent is None else {**shown, "subName": account.name}
