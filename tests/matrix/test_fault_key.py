"""Key first: whatever is wrong with that answer, nothing else is asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exchanges.support import FULL
from tests.matrix.faults import Tries, Wrong
from tests.matrix.memory import World
from tests.matrix.rigs import EACH_RIG, RIGS, Rig

from readiness.domain.key import RejectedKey, UnprovenKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict


def beyond_the_key(rig: Rig, world: World) -> set[str]:
    """What was asked that is neither the clock nor the key."""
    return set(world.line.paths()) - {rig.path(rig.key), rig.path(rig.clock)}


def wrongs() -> list[Any]:
    """Everything that can go wrong with the answer about the key."""
    return [
        pytest.param(rig, wrong, id=f"{rig}:{wrong.fault.name}")
        for rig in RIGS
        for wrong in rig.faults(rig.key)
    ]


def failing() -> list[Any]:
    """All of it; or the codes that mean something of their own, and every eleventh of the rest."""
    whole = wrongs()
    return whole if FULL else [p for n, p in enumerate(whole) if n % 11 == 0 or _told(*p.values)]


def _told(rig: Rig, wrong: Wrong) -> bool:
    codes = rig.codes
    return wrong.code in {*codes.rejected, *codes.either, *codes.restricting}


@pytest.mark.sampled(3)
@pytest.mark.matrix
@pytest.mark.parametrize(("rig", "wrong"), failing())
def test_a_failed_question_about_the_key(rig: Rig, wrong: Wrong) -> None:
    """Rejected is refused (3), restricted is blocked (10), all else incomplete (11).

    Nothing more is asked, and no area is clear.
    """
    here = rig.clean()
    rig.money.put(here.account)
    rig.fault(here.line, rig.key, wrong.fault)
    report = here.scan()
    account = report.accounts[0]
    assert beyond_the_key(rig, here) == set()
    if wrong.code in rig.codes.rejected:
        assert (report.verdict, report.exit_code) == (Verdict.REFUSED, 3)
        assert isinstance(account.key, RejectedKey)
    elif wrong.code in rig.codes.either:
        assert (report.verdict, report.exit_code) in (
            (Verdict.REFUSED, 3),
            (Verdict.INCOMPLETE, 11),
        )
    else:
        blocked = wrong.code in rig.codes.restricting
        expected = (Verdict.BLOCKED, 10) if blocked else (Verdict.INCOMPLETE, 11)
        assert (report.verdict, report.exit_code) == expected
        assert isinstance(account.key, UnprovenKey)
    states = {row.status for row in account.coverage if not row.area.startswith("manual.")}
    assert states <= {Status.UNKNOWN}
    tries = rig.count(here.line, rig.key)
    assert tries == {Tries.ALL: here.attempts, Tries.ONCE: 1, Tries.TWICE: 2}[wrong.tries]


def passing() -> list[Any]:
    """What another try can help against: all of it, or a sixtieth."""
    table = [entry for entry in wrongs() if entry.values[1].tries is not Tries.ONCE]
    return table if FULL else table[::61]


@pytest.mark.matrix
@pytest.mark.parametrize(("rig", "wrong"), passing())
def test_a_question_that_succeeds_at_last(rig: Rig, wrong: Wrong) -> None:
    """A fault that passes by itself does not matter: the scan goes on and is ready."""
    here = rig.clean()
    rig.fault(here.line, rig.key, wrong.fault, times=1)
    report = here.report()
    assert report.verdict is Verdict.READY
    assert rig.count(here.line, rig.key) == 2


@EACH_RIG
def test_the_recording_counts_what_the_report_says(rig: Rig) -> None:
    """The report's count of requests is what really left."""
    here = rig.clean()
    report = here.report()
    assert report.requests.sent == len(here.line.sent)
    assert report.requests.refused == 0
