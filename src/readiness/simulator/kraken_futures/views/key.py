"""What a key says of itself."""

from __future__ import annotations

from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.errors import stamp
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked


def check(asked: Asked[KrakenFuturesAccount]) -> list[Row]:
    """Compute `api/auth/v1/api-keys/v3/check` for the key that asks."""
    key = asked.key
    row: Row = {
        "apiKey": key.key,
        "accountUid": asked.owner.uid,
        "iiban": asked.owner.settings["iiban"],
        "createdAt": stamp(key.created),
        "permissions": {word.partition(".")[0]: word.partition(".")[2] for word in key.permissions},
        "allowedCidrBlock": key.ips[0] if key.ips else None,
        "allowedCidrBlocks": list(key.ips),
    }
    return [row | key.fields]
