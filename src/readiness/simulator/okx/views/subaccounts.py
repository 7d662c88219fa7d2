"""Sub-accounts as the main account's key sees them."""

from __future__ import annotations

from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked
from readiness.simulator.okx.rows.subaccounts import sub_account

_OPENED_MS = 1_740_000_000_000


def sub_accounts(asked: Asked) -> list[Row]:
    """Compute `users/subaccount/list`, frozen ones included."""
    return [
        sub_account(
            subAcct=name,
            label=name,
            firstLvSubAcct=name,
            uid=sub.uid,
            ts=_OPENED_MS + 1000 * position,
            **sub.listing,
        )
        for position, (name, sub) in enumerate(list(asked.account.subs.items()))
    ]


def sub_account_keys(asked: Asked) -> list[Row]:
    """Compute `users/subaccount/apikey`."""
    return [
        {
            "label": key.label,
            "apiKey": key.key,
            "perm": ",".join(key.permissions),
            "ip": ",".join(key.ips),
            "ts": str(key.created),
        }
        for key in asked.account.keys
    ]
