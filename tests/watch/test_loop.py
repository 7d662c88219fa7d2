"""Watching, in a world in which nobody really waits."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate import virtual
from tests.watch.support import World, at, shown

from readiness.watch import Clock, Watch
from readiness.watch.clock import LONGEST_WAIT

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_the_first_scan_is_at_once_and_the_next_by_schedule() -> None:
    """Each account by its own schedule, whatever the others do."""
    world = World("2026-11-27 10:10", {"a": 6 * HOUR, "b": "30 12 * * *", "c": "0 * * * *"})
    world.run(13 * HOUR)
    assert world.times_of("a") == ["27 10:10", "27 16:10", "27 22:10"]
    assert world.times_of("b") == ["27 10:10", "27 12:30"]
    assert world.times_of("c") == ["27 10:10", *(f"27 {hour}:00" for hour in range(11, 24))]


def test_each_scan_says_when_the_next_one_is_due() -> None:
    """So that whoever reads the line knows how long it stays true."""
    world = World("2026-11-27 10:10", {"a": 6 * HOUR}).run(7 * HOUR)
    assert [shown(due) for _, due in world.told if due] == ["27 16:10", "27 22:10"]


def test_a_scan_that_takes_long_stops_no_other() -> None:
    """Accounts are scanned side by side."""
    world = World("2026-11-27 10:00", {"slow": HOUR, "quick": HOUR})
    world.durations["slow"] = 50 * HOUR
    world.run(4.5 * HOUR)
    assert world.times_of("slow") == ["27 10:00"]
    assert len(world.times_of("quick")) == 5


def test_no_account_is_scanned_twice_at_once() -> None:
    """What falls due during a scan is made up for once, when it has ended."""
    world = World("2026-11-27 10:00", {"a": HOUR})
    world.durations["a"] = 2.5 * HOUR
    world.run(6 * HOUR)
    assert world.times_of("a") == ["27 10:00", "27 12:30", "27 15:00"]


@pytest.mark.parametrize("schedule", [2 * HOUR, "0 */2 * * *"])
def test_what_was_slept_through_is_made_up_for_once(schedule: timedelta | str) -> None:
    """After a night's sleep there is one scan, soon, and then the schedule goes on."""
    world = World("2026-11-27 20:00", {"a": schedule})
    world.after(3 * HOUR, lambda: world.set_clock(8.5 * HOUR))
    world.run(7 * HOUR)
    assert world.times_of("a") == ["27 20:00", "27 22:00", "28 07:30", "28 08:00", "28 10:00"]


def test_sleep_in_the_middle_of_a_scan_loses_nothing() -> None:
    """What fell due meanwhile is made up for when the scan has ended."""
    world = World("2026-11-27 20:00", {"a": "0 22 * * *"})
    world.durations["a"] = HOUR
    world.after(0.5 * HOUR, lambda: world.set_clock(10 * HOUR))
    world.run(3 * HOUR)
    assert world.times_of("a") == ["27 20:00", "28 07:00"]


def test_whoever_wakes_up_scans_soon() -> None:
    """Nobody waits for a timer that stood still: the clock is looked at twice a minute."""
    world = World("2026-11-27 20:00", {"a": "0 6 * * *"})
    world.after(HOUR, lambda: world.set_clock(12 * HOUR))
    world.run(1.1 * HOUR)
    assert world.begun[1][1] - at("2026-11-28 09:00") <= timedelta(seconds=30)


@pytest.mark.parametrize("back", [timedelta(minutes=20), 5 * HOUR, 400 * DAY])
def test_an_interval_is_time_that_passes(back: timedelta) -> None:
    """However far the clock is set back, six hours after a scan is six hours after it."""
    world = World("2026-11-27 10:00", {"a": 6 * HOUR})
    world.after(4 * HOUR, lambda: world.set_clock(-back))
    world.run(13 * HOUR)
    _, *later = (moment + back - at("2026-11-27 10:00") for _, moment in world.begun)
    assert len(later) == 2
    for passed, expected in zip(later, (6 * HOUR, 12 * HOUR), strict=True):
        # How long the clock was wrong before somebody looked cannot be known.
        assert expected <= passed <= expected + LONGEST_WAIT


def test_a_clock_that_is_corrected_repeats_nothing() -> None:
    """Set back by less than three hours, a time that had its scan does not get another."""
    world = World("2026-11-27 11:50", {"a": "0 12,13 * * *"})
    world.after(0.5 * HOUR, lambda: world.set_clock(-HOUR))
    world.run(3 * HOUR)
    assert world.times_of("a") == ["27 11:50", "27 12:00", "27 13:00"]


def test_a_clock_that_was_wrong_is_believed_when_it_is_right() -> None:
    """A machine that began in another year keeps its schedule once it knows the day."""
    world = World("2031-01-01 00:00", {"a": "0 12 * * *", "b": "0 0 1 1 *"})
    world.after(HOUR, lambda: world.set_clock(at("2026-11-27 10:00") - at("2031-01-01 01:00")))
    world.run(30 * HOUR)
    assert world.times_of("a") == ["01 00:00", "27 12:00", "28 12:00"]
    assert world.times_of("b") == ["01 00:00"]


def test_the_nights_in_which_clocks_are_set() -> None:
    """Both ways, each night has its scan, and one only."""
    world = World("2026-03-28 12:00", {"a": "30 2 * * *", "b": 12 * HOUR}).run(2.5 * DAY)
    assert world.times_of("a") == ["28 12:00", "29 03:00", "30 02:30"]
    assert world.times_of("b") == ["28 12:00", "29 00:00", "29 13:00", "30 01:00", "30 13:00"]
    world = World("2026-10-24 12:00", {"a": "30 2 * * *", "b": 12 * HOUR}).run(2.5 * DAY)
    assert world.times_of("a") == ["24 12:00", "25 02:30", "26 02:30"]
    assert world.times_of("b") == ["24 12:00", "25 00:00", "25 11:00", "25 23:00", "26 11:00"]


def test_the_turn_of_a_leap_year() -> None:
    """Years end, and February has another day now and then."""
    world = World("2027-12-31 23:50", {"a": "59 23 31 12 *", "b": "0 0 1 1 *"}).run(HOUR)
    assert world.begun[2:] == [("a", at("2027-12-31 23:59")), ("b", at("2028-01-01 00:00"))]
    world = World("2028-02-28 23:50", {"a": "0 0 29 2 *", "b": "0 0 1 3 *"}).run(25 * HOUR)
    assert world.begun[2:] == [("a", at("2028-02-29 00:00")), ("b", at("2028-03-01 00:00"))]


@given(chance=st.floats(0, 1), hours=st.integers(1, 4))
def test_chance_delays_a_little_and_never_hurries(chance: float, hours: int) -> None:
    """Never before its time; at most a tenth of the interval, and five minutes."""
    world = World("2026-11-27 10:00", {"a": hours * HOUR}, chance).run(hours * 1.5 * HOUR)
    for number, (_, moment) in enumerate(world.begun):
        delay = moment - at("2026-11-27 10:00") - number * hours * HOUR
        most = min(hours * HOUR / 10, timedelta(minutes=5)) * (number > 0)
        assert timedelta() <= delay <= most + timedelta(seconds=1)
        assert abs(delay - most * chance) <= timedelta(seconds=1)


def test_delays_do_not_add_up() -> None:
    """The fourth scan is as little late as the first."""
    world = World("2026-11-27 10:00", {"a": HOUR, "b": "0 * * * *"}, chance=1).run(3.5 * HOUR)
    expected = ["27 10:00", "27 11:05", "27 12:05", "27 13:05"]
    assert world.times_of("a") == world.times_of("b") == expected


def test_equal_schedules_do_not_scan_at_the_same_second() -> None:
    """Chance is another one for each account and each time."""
    chances = iter([0.1, 0.9, 0.5, 0.3, 0.7, 0.2])
    world = World("2026-11-27 10:00", {"a": HOUR, "b": HOUR})
    watch = Watch(world, Clock(wall=world.wall), lambda: next(chances))

    async def live() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2.9 * 3600):
                await watch.keep(["a", "b"])

    virtual.run(live())
    moments = [moment for _, moment in world.begun[2:]]
    assert all(later - earlier > timedelta(seconds=20) for earlier, later in pairwise(moments))


def test_a_new_schedule_counts_from_the_next_scan_on() -> None:
    """It is asked for after every scan."""
    world = World("2026-11-27 10:00", {"a": 4 * HOUR})
    world.after(HOUR, lambda: world.schedules.update(a="30 15 * * *"))
    world.run(7 * HOUR)
    assert world.times_of("a") == ["27 10:00", "27 14:00", "27 15:30"]


def test_once_is_once() -> None:
    """Every account, side by side, and then it is over; nothing is due any more."""
    world = World("2026-11-27 10:00", {"a": HOUR, "b": HOUR})
    world.durations = {"a": 2 * HOUR, "b": 3 * HOUR}

    async def live() -> float:
        await Watch(world, Clock(wall=world.wall), lambda: 0).once(["a", "b"])
        return virtual.now()

    assert 3 * 3600 <= virtual.run(live()) < 3.1 * 3600
    assert world.told == [("a", None), ("b", None)]


def test_whoever_is_stopped_stops_everything() -> None:
    """Scans that run are given up, and none begins."""
    world = World("2026-11-27 10:00", {"a": HOUR, "b": HOUR})
    world.durations["a"] = 9 * HOUR

    async def live() -> None:
        task = asyncio.create_task(Watch(world, Clock(wall=world.wall), lambda: 0).keep(["a", "b"]))
        await asyncio.sleep(1800)
        assert world.running == {"a"}
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not world.running

    virtual.run(live())
    assert len(world.begun) == 2
