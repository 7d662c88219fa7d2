"""What a scan costs in requests and in simulated seconds is what is promised: no scan asks more.

The processor has no part in either, so nothing here depends on the machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from benchmarks.exchanges import OKX, ON_THE_BENCH, Exchange
from benchmarks.lookalike import LookAlike
from benchmarks.page import BEGIN, END, PAGE, write
from benchmarks.promises import PER_SUB_ACCOUNT, PROMISED, SCANS, requests_of
from benchmarks.remote import Recording
from benchmarks.scans import Told
from benchmarks.seats import Seat, entries
from benchmarks.virtual import virtual_scan
from benchmarks.wire import STEADY
from benchmarks.works import out_of_order, works

from readiness.exchanges.registry import EXCHANGES
from readiness.policies import load_policy

FAMILIES: Final = {info.family for info in EXCHANGES.values()}
SUBS: Final = 60


def scanned(exchange: Exchange, account: Any) -> tuple[Told, Recording]:
    """A scan of one account in simulated time, and what its exchange saw."""
    there = LookAlike(exchange, [account])
    those = entries([Seat("main", exchange, account)], {exchange.id: "http://127.0.0.1:20000"})
    return virtual_scan(those, {20_000: there}, STEADY.one_way), there.recording


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("exchange", "world"), SCANS)
def test_a_scan_asks_as_often_as_promised_and_waits_no_longer(exchange: str, world: str) -> None:
    """Whoever makes a scan ask more, or less, changes the number here and on the page."""
    bench = ON_THE_BENCH[exchange]
    told, seen = scanned(bench, bench.open_account(world))
    promised = SCANS[exchange, world]
    assert len(seen.arrivals) == promised.requests
    assert told.wall == pytest.approx(promised.seconds, abs=0.01)
    assert (told.retried, seen.violations) == (0, [])


def test_every_family_of_exchanges_has_its_costs() -> None:
    """A new exchange cannot be forgotten."""
    assert {exchange for exchange, _ in SCANS} == set(ON_THE_BENCH) == FAMILIES


def test_sub_accounts_take_what_their_limits_take() -> None:
    """A window takes a round trip longer than its limit, and the rest of a scan goes beside it."""
    account = OKX.account()
    for number in range(SUBS):
        account.sub_account(f"sub{number:04}")
    told, seen = scanned(OKX, account)
    assert len(seen.arrivals) == requests_of(["okx"], SUBS)
    assert told.wall <= 1.1 * SUBS * PER_SUB_ACCOUNT.seconds
    assert (told.retried, seen.violations) == (0, [])


@pytest.mark.parametrize("exchange", ON_THE_BENCH)
def test_the_page_tells_what_a_scan_costs(exchange: str) -> None:
    """As a row of its table."""
    costs = [SCANS[exchange, world] for world in ("clean", "empty", "messy")]
    cells = [f"{cost.requests}, {cost.seconds:.2f} s" for cost in costs]
    row = f"| {load_policy(EXCHANGES[exchange].family).title} | {' | '.join(cells)} |"
    assert row in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("quick", [True, False])
def test_everything_that_is_measured_has_a_promise(quick: bool) -> None:
    """And nothing is promised that is not measured."""
    measured = [*works(quick=quick), out_of_order()]
    assert {work.key for work in measured} == set(PROMISED)


def test_what_was_measured_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    """Between the two marks; all else on the page stays, and a page without them is refused."""
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(["new", "newer"], page)
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnew\nnewer\n{END}\nafter\n"
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="has no"):
        write(["new"], page)
    assert page.read_text(encoding="utf-8") == "no marks"
