"""Two things go wrong in one scan: neither makes up for the other, and neither hides it.

Pairs are drawn over the whole catalogue of every exchange, always the same ones; with
``READINESS_MATRIX=full`` so many more.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL, no_waiting
from tests.matrix.faults import Tries, Wrong
from tests.matrix.rigs import RIGS, Rig
from tests.matrix.test_fault_answers import Stand, check, requests, stand
from tests.matrix.test_fault_scans import blamed, listed, rows_of

from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.collect import Fetched

pytestmark = pytest.mark.matrix

IN_A_ROW: Final = 40 if FULL else 2
"""Pairs for each request that fails in two ways, one after the other."""
SCANS: Final = {
    "okx": 2,
    "binance": 1,
    "bybit": 2,
    "kraken": 3,
    "kraken-futures": 3,
    "kucoin": 2,
}
"""Whole scans with two faults, by exchange."""
MORE: Final = 40
"""So many times as many scans if everything is wanted."""

MOVEMENTS: Final = (Asked.MOVEMENT, Asked.MAIN_MOVEMENT)


# -- one request fails in two ways ---------------------------------------------------------------


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("rig", "name"), requests())
def test_two_ways_to_fail_are_a_failure(rig: Rig, name: str) -> None:
    """A try fails in one way and the next ones in another: what decides is the last answer."""
    on = stand(rig, name)
    alone = on.only(on.asked()[0])
    table = rig.faults(name)
    drawn = random.Random(f"{rig}:{name}")  # noqa: S311 - the same ones each time
    for first, then in [(drawn.choice(table), drawn.choice(table)) for _ in range(IN_A_ROW)]:
        fetched = fetch(alone, first, then)
        if on.request.loop:
            # Asked for one name after another: each fails by itself.
            assert fetched.read.evidence == (), (first, then)
            continue
        check(alone, first if first.tries is Tries.ONCE else then, fetched)


def fetch(on: Stand, first: Wrong, then: Wrong) -> Fetched:
    """Ask once; the first answer is wrong in one way and all others in another."""

    async def ask() -> Fetched:
        on.desk.line.clear()
        on.rig.fault(on.desk.line, on.request.id, then.fault)
        on.rig.fault(on.desk.line, on.request.id, first.fault, times=1)
        async with on.desk.session() as session:
            return await on.desk.look(session, on.request, on.scope)

    with no_waiting():
        return asyncio.run(ask())


# -- two requests fail ---------------------------------------------------------------------------


def pairs() -> Iterator[Any]:
    """Two requests that are made for one kind of account, each with a fault."""
    for rig in RIGS:
        drawn = random.Random(str(rig))  # noqa: S311 - the same ones each time
        for number in range(SCANS[str(rig)] * (MORE if FULL else 1)):
            one = drawn.choice(rig.asked())
            kind = rig.kind_for(one)
            alike = [r for r in rig.asked() if rig.kind_for(r) == kind and apart(rig, one, r)]
            if not alike:
                continue
            other = drawn.choice(alike)
            wrong = {r.id: drawn.choice(rig.faults(r.id)) for r in (one, other)}
            yield pytest.param(rig, wrong, id=f"{rig}:{number}:{one.id}:{other.id}")


def apart(rig: Rig, one: Request, other: Request) -> bool:
    """Whether a fault that is ordered for one of them does not hit the other."""
    return not rig.alike(one.id, other.id)


@pytest.mark.parametrize(("rig", "wrong"), list(pairs()))
def test_two_faults_are_never_ready(rig: Rig, wrong: dict[str, Wrong]) -> None:
    """Two requests fail for good: the run says so, and names the place of each."""
    here = rig.world_for(rig.catalogue[next(iter(wrong))])
    for name, entry in wrong.items():
        rig.fault(here.line, name, entry.fault)
    whole = here.scan()
    report = whole.accounts[0]
    unseen = {name for name, entry in wrong.items() if listed(rig, name, entry, here) is None}
    if unseen:
        assert whole.verdict in (Verdict.INCOMPLETE, Verdict.BLOCKED)
        assert whole.exit_code != 0
    for name in unseen:
        request = rig.catalogue[name]
        if request.asked in MOVEMENTS and not rig.count(here.line, name):
            continue  # whether anything moved is asked only where nothing else is in the way
        rows = rows_of(rig, report, request)
        if not rows:
            # It tells of a sub-account that nobody told of.
            assert request.asked in (Asked.EACH_SUB_ACCOUNT, Asked.ALL_SUB_ACCOUNTS)
            continue
        assert {row.status for row in rows} <= {Status.UNKNOWN, Status.HOLDING}, name
        # What it is looped over may have failed before it was asked, or stopped everything.
        to_blame = blamed(rows)
        assert any(rig.alike(each, other) for each in wrong for other in to_blame), name
