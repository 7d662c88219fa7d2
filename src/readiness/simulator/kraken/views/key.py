"""What a key says of itself, and what its limits in time hide."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.numbers import loose
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked


def key_info(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `GetApiKeyInfo` for the key that asks."""
    owner, key = asked.owner, asked.key
    created = str(key.created // 1000)
    row: Row = {
        "api_key_name": key.label,
        "api_key": key.key,
        "nonce": str(owner.nonces.get(key.key, 0)),
        "nonce_window": "0",
        "permissions": list(key.permissions),
        "iban": f"AA00 N84G {owner.uid[:4]} {owner.uid[-4:]}",
        "valid_until": "0",
        "query_from": "0",
        "query_to": "0",
        "created_time": created,
        "modified_time": created,
        "ip_allowlist": list(key.ips),
        "last_used": str(asked.ms // 1000),
    }
    said = row | key.fields
    if not owner.settings["camel"]:
        return [said]
    return [{_camel(name): value for name, value in said.items()}]


def is_hidden(asked: Asked[KrakenAccount], row: Any) -> bool:
    """Return whether a row is older or newer than a key may see."""
    if not isinstance(row, dict) or not row.keys() & {"time", "closetm"}:
        return False
    first, last = (loose(asked.key.fields.get(name)) for name in ("query_from", "query_to"))
    moment = loose(row.get("time", row.get("closetm")))
    return moment < first or (last > 0 and moment > last)


def _camel(name: str) -> str:
    first, *more = name.split("_")
    return first + "".join(word.title() for word in more)
