"""The exchange's own totals and obstacles, to be held against what was found."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Eligibility, Item, Total
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.totals import SwitchPrecheck, Valuation
from readiness.exchanges.wire import mandatory


def valuation(rows: Sequence[Valuation], _: Traits) -> Iterator[Item]:
    """What OKX says is in each place, in USD."""
    for row in rows:
        yield Total(place="funding", value_usd=mandatory(row.details.funding))
        yield Total(place="trading", value_usd=mandatory(row.details.trading))
        yield Total(place="earn", value_usd=mandatory(row.details.earn))
        yield Total(place="classic", value_usd=row.details.classic)


_PASSED: Final = frozenset({"", "0"})


def obstacles(rows: Sequence[SwitchPrecheck], _: Traits) -> Iterator[Item]:
    """What OKX says stands in the way of a mode switch."""
    for row in rows:
        for obstacle in row.unmatched_info_check:
            yield Eligibility(type=obstacle.type)
        if not row.unmatched_info_check and row.s_code not in _PASSED:
            yield Eligibility(type=f"sCode-{row.s_code}")
