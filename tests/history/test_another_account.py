"""A name that came to mean another account at the exchange: what was known of the one before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.history.support import BLIND, DAY, DUSTY, READY, Clock, kept, opened, past
from tests.strategies import ACCOUNT, OWNER, READ_ONLY, World

from readiness.domain.answer import Cause, Reason
from readiness.domain.key import UnprovenKey
from readiness.domain.past import Backup
from readiness.history import History, points_of
from readiness.history.pairs import Compared, NotCompared, compare_last_two

UNPROVEN = UnprovenKey(reason=Reason(cause=Cause.TIMEOUT))


def with_another_key(world: World) -> World:
    """The same things seen, with the key of somebody else."""
    owner = OWNER.model_copy(update={"uid": "77", "main_uid": "77"})
    return world.but(key=READ_ONLY.model_copy(update={"owner": owner}))


def at_another_exchange(world: World) -> World:
    return world.but(exchange="okx-eea")


def unproven(world: World) -> World:
    """The exchange did not say whose the key is."""
    return world.but(key=UNPROVEN)


OTHERS = pytest.mark.parametrize("other", [with_another_key, at_another_exchange])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> History:
    return opened(tmp_path / "history.sqlite3", clock)


def since(history: History, world: World) -> object:
    """Since when the dust is there, as a scan of this world says."""
    _, report = kept(history, world)
    return next(found.first_seen for found in report.findings if found.subject == "LUNC")


@OTHERS
def test_what_is_there_is_there_since_the_account_is_another(
    history: History, clock: Clock, other: Callable[[World], World]
) -> None:
    """The dates of another account's money say nothing of this one's."""
    begun = clock.time
    assert since(history, DUSTY) == begun
    changed = clock.forward()
    assert since(history, other(DUSTY)) == changed
    clock.forward()
    assert since(history, other(DUSTY)) == changed
    # And back again: nobody knows what became of it meanwhile.
    assert since(history, DUSTY) == clock.forward(timedelta())


def test_a_scan_that_learned_of_no_owner_interrupts_nothing(history: History, clock: Clock) -> None:
    """It may be the same account, and most likely is."""
    begun = clock.time
    kept(history, DUSTY)
    clock.forward()
    kept(history, unproven(BLIND))
    clock.forward()
    assert since(history, DUSTY) == begun


@OTHERS
def test_a_backup_of_another_account_is_none_of_this_one(
    history: History, clock: Clock, other: Callable[[World], World]
) -> None:
    """The notice that nothing was saved comes back."""
    kept(history, DUSTY)
    backup = Backup(path=Path("/saved"), finished_at=clock.forward(DAY / 2), complete=True)
    history.record_backup(ACCOUNT, backup)
    assert past(history).backup == backup
    for world, noticed in ((DUSTY, False), (other(DUSTY), True), (other(DUSTY), True)):
        clock.forward()
        _, report = kept(history, world)
        assert any(found.rule == "no-backup" for found in report.findings) == noticed


@OTHERS
def test_scans_of_different_accounts_are_not_compared(
    history: History, other: Callable[[World], World]
) -> None:
    """What one account has not is nothing that went away from the other."""
    kept(history, DUSTY)
    kept(history, other(READY))
    found = compare_last_two(history, ACCOUNT)
    assert isinstance(found, NotCompared)
    assert "different accounts at the exchange" in found.why
    kept(history, other(DUSTY))
    assert isinstance(compare_last_two(history, ACCOUNT), Compared)


@OTHERS
def test_runs_that_could_not_look_are_counted_for_each_account(
    history: History, other: Callable[[World], World]
) -> None:
    """A new account does not begin with the failures of the one before."""
    for world, runs in ((BLIND, 1), (BLIND, 2), (other(BLIND), 1), (other(BLIND), 2)):
        kept(history, world)
        assert history.blind_runs(ACCOUNT) == runs


def test_the_owner_before_is_known(history: History) -> None:
    """Whoever asks with a key wants to hear that it is somebody else's."""
    _, mine = kept(history, DUSTY)
    assert history.stranger(mine) is None
    id_, theirs = kept(history, with_another_key(DUSTY))
    kept(history, unproven(DUSTY))
    assert history.stranger(theirs) is None
    stranger = history.stranger(mine)
    assert stranger is not None
    assert stranger.id == id_


@OTHERS
def test_a_chart_has_no_points_of_another_account(
    history: History, clock: Clock, other: Callable[[World], World]
) -> None:
    """Only those of this one that are done and came before, oldest first."""
    kept(history, other(DUSTY))
    clock.forward(DAY)
    kept(history, BLIND)
    kept(history, DUSTY)
    history.interrupt(history.begin(ACCOUNT, "okx", "scan"))
    number, report = kept(history, READY)
    kept(history, BLIND)
    points = points_of(history, report, number)
    assert [(point.blockers, point.unknowns) for point in points] == [(0, 1), (1, 0)]
    assert [point.at for point in points] == [clock.time, clock.time]


def test_a_chart_has_the_newest_points(history: History, clock: Clock) -> None:
    """No more than can be told apart."""
    begun = clock.time
    for _ in range(61):
        kept(history, READY)
        clock.forward(DAY)
    number, report = kept(history, READY)
    points = points_of(history, report, number)
    assert (len(points), points[0].at) == (60, begun + DAY)
