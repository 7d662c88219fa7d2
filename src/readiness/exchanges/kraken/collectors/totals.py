"""Kraken's own totals, to be held against what was found."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Eligibility, Item, Total
from readiness.exchanges.amounts import first_left
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken.wire.account import TradeBalance
from readiness.exchanges.wire import mandatory

EVERYTHING: Final = "equivalent balance"
"""All currencies together, in US dollars."""


def trade_balance(rows: Sequence[TradeBalance], _: Traits) -> Iterator[Item]:
    """What everything is worth, and the numbers that only orders and positions can have."""
    for row in rows:
        yield Total(place=EVERYTHING, value_usd=mandatory(row.eb))
        signs = {
            "margin in use": row.m,
            "unrealised result": row.n,
            "cost of positions": row.c,
            "value of positions": row.v,
        }
        for name, amount in signs.items():
            if first_left(mandatory(amount)):
                yield Eligibility(type=name)
        if first_left(row.uv):
            yield Eligibility(type="value of orders")
