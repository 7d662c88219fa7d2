"""The smaller snapshot of balances and positions."""

from __future__ import annotations

from decimal import Decimal

from readiness.simulator.numbers import text, usd
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked, names
from readiness.simulator.okx.views.balance import MULTI, PORTFOLIO

_KINDS = ("MARGIN", "SWAP", "FUTURES", "OPTION")
_KEPT = names("baseBal ccy instId instType mgnMode notionalUsd pos posCcy posId posSide quoteBal")


def position_risk(asked: Asked) -> list[Row]:
    """Compute `account/account-position-risk`, which leaves event contracts out."""
    wanted = asked.query.get("instType")
    positions = [
        {name: row.get(name, "") for name in _KEPT} | {"notionalCcy": row.get("pos", "")}
        for row in asked.account.rows("account/positions")
        if row.get("instType") in _KINDS and wanted in (None, "", row["instType"])
    ]
    held = {ccy: h.equity for ccy, h in list(asked.account.tradings.items()) if h.equity}
    values = {ccy: equity * asked.market.price(ccy) for ccy, equity in held.items()}
    balances = [
        {"ccy": ccy, "disEq": usd(values[ccy]), "eq": text(equity)} for ccy, equity in held.items()
    ]
    total = sum(values.values(), Decimal(0))
    return [
        {
            # Only the modes with a common margin pool have an adjusted equity.
            "adjEq": usd(total) if asked.account.mode in (MULTI, PORTFOLIO) else "",
            "balData": balances,
            "posData": positions,
            "ts": str(asked.ms),
        }
    ]
