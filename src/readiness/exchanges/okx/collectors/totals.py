"""The exchange's own totals and obstacles, to be held against what was found."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated, total
from readiness.domain.items import Eligibility, Item, Total
from readiness.exchanges.amounts import less
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.totals import SwitchPrecheck, Valuation
from readiness.exchanges.wire import mandatory

_ALWAYS_STATED: Final = ("funding", "trading", "earn")
_ROUNDING_USD: Final = Decimal("0.05")
"""Five values rounded to cents: what their difference may be when none of them is zero."""


def valuation(rows: Sequence[Valuation], _: Traits) -> Iterator[Item]:
    """What OKX says is in each place, in USD, and what it says is in none of them."""
    for row in rows:
        for place in dict.fromkeys((*_ALWAYS_STATED, *row.details)):
            value = row.details.get(place, NotStated())
            always = place in _ALWAYS_STATED
            yield Total(place=place, value_usd=mandatory(value) if always else value)
        placed = total(row.details.values())
        rest = less(row.total_bal, [placed])
        slack = _ROUNDING_USD if isinstance(placed, Exact) and placed.value > 0 else 0
        if not isinstance(rest, Exact):
            yield Total(place=IN_NO_PLACE, value_usd=mandatory(row.total_bal))
        elif rest.value > slack:
            yield Total(place=IN_NO_PLACE, value_usd=rest)


IN_NO_PLACE: Final = "total"
"""Value that only the sum over everything shows."""

_PASSED: Final = frozenset({"", "0"})


def obstacles(rows: Sequence[SwitchPrecheck], _: Traits) -> Iterator[Item]:
    """What OKX says stands in the way of a mode switch."""
    for row in rows:
        for obstacle in row.unmatched_info_check:
            yield Eligibility(type=obstacle.type)
        if not row.unmatched_info_check and row.s_code not in _PASSED:
            yield Eligibility(type=f"sCode-{row.s_code}")
        if row.pos_list:
            yield Eligibility(type="all_positions")
