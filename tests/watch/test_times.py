"""When scans are due: against an oracle of cron, and the days on which clocks are set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.oracle import runs

from readiness.config.cron import cron_times
from readiness.watch.times import Cron, Every, system_zone

CHANGES = {
    "Europe/Berlin": ("2026-03-29", "2026-10-25"),
    "America/New_York": ("2026-03-08", "2026-11-01"),
    "America/St_Johns": ("2027-03-14", "2027-11-07"),
    "Australia/Sydney": ("2026-04-05", "2026-10-04"),
    "Asia/Kolkata": ("2026-02-28", "2026-12-31"),
    "UTC": ("2028-02-29", "2026-12-31"),
}
"""Days on which clocks are set, where they are; else the end of a month or a year."""
HALF_HOURS = {"Australia/Lord_Howe": ("2026-04-05", "2026-10-04")}


def cron(expression: str, zone: str = "Europe/Berlin") -> Cron:
    return Cron(cron_times(expression), ZoneInfo(zone))


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    """A moment, as clocks of a zone show it; a trailing ``b`` is the second time they do."""
    face = datetime.fromisoformat(text.removesuffix("b"))
    return face.replace(tzinfo=ZoneInfo(zone), fold=int(text.endswith("b"))).astimezone(UTC)


def due(expression: str, begin: str, count: int, zone: str = "Europe/Berlin") -> list[str]:
    """The next times, as clocks of the zone show them."""
    moment, found = at(begin, zone), []
    for _ in range(count):
        moment = cron(expression, zone).after(moment)
        face = moment.astimezone(ZoneInfo(zone))
        found.append(f"{face:%Y-%m-%d %H:%M}{'b' * face.fold}")
    return found


def field(lowest: int, highest: int) -> st.SearchStrategy[str]:
    """A field of a cron expression, in every form that is accepted."""
    number = st.integers(lowest, highest)
    span = st.tuples(number, number).map(sorted)
    step = st.integers(1, highest)
    part = st.one_of(
        number.map(str),
        span.map(lambda ends: f"{ends[0]}-{ends[1]}"),
        st.tuples(span, step).map(lambda both: f"{both[0][0]}-{both[0][1]}/{both[1]}"),
    )
    listed = st.lists(part, min_size=1, max_size=3).map(",".join)
    return st.one_of(st.just("*"), step.map(lambda n: f"*/{n}"), listed)


def usually(value: str, otherwise: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(value), st.just(value), otherwise)


HOURS = st.one_of(st.sampled_from(["*", "0-4", "1,2", "2", "2-3"]), field(0, 23))
WEEKDAYS = st.one_of(field(0, 7), st.sampled_from(["mon-fri", "SUN", "sat,7", "tue-thu/2"]))
OTHERS = st.tuples(
    usually("*", field(1, 31)),
    usually("*", st.sampled_from(["2-4", "mar,apr,OCT", "10-12", "2", "*/2"])),
    usually("*", WEEKDAYS),
)


def agree(expression: str, zone: str, begin: datetime, hours: int = 24) -> None:
    """The times of a day are those of the oracle, one by one."""
    end = begin + timedelta(hours=hours)
    found, moment, times = [], begin, cron(expression, zone)
    while (moment := times.after(moment)) < end:
        found.append(moment)
    assert found == list(runs(expression, zone, begin, end))


@given(st.data())
def test_cron_is_cron(data: st.DataObject) -> None:
    """Any expression, in any zone, on days on which clocks are set: exactly what cron does."""
    zone = data.draw(st.sampled_from(list(CHANGES)))
    day = data.draw(st.sampled_from(CHANGES[zone]))
    minutes = data.draw(field(0, 59).filter(lambda text: text not in ("*", "*/1")))
    rest = data.draw(OTHERS.filter(lambda fields: fields[0] not in ("30", "31")))
    expression = " ".join((minutes, data.draw(HOURS), *rest))
    begin = at(day, zone) - timedelta(minutes=data.draw(st.integers(0, 20 * 60)))
    agree(expression, zone, begin)


@pytest.mark.parametrize("expression", ["* 2 * * *", "* * * * *", "* 0-4 25,29 * 6"])
@pytest.mark.parametrize("day", CHANGES["Europe/Berlin"])
def test_every_minute_there_is(expression: str, day: str) -> None:
    """No minute is left out, and none comes twice that should not."""
    agree(expression, "Europe/Berlin", at(day), hours=5)


@pytest.mark.parametrize("expression", ["10,35,50 1-2 * * *", "*/20 2 * * *", "5 0-3 * * 0"])
@pytest.mark.parametrize("day", HALF_HOURS["Australia/Lord_Howe"])
def test_clocks_that_are_set_by_half_an_hour(expression: str, day: str) -> None:
    """There is a place where they are."""
    agree(expression, "Australia/Lord_Howe", at(day, "Australia/Lord_Howe") - timedelta(hours=20))


def test_a_time_that_does_not_exist() -> None:
    """It is due once, when clocks are set forward, and the next day as ever."""
    assert due("30 2 * * *", "2026-03-28 12:00", 2) == ["2026-03-29 03:00", "2026-03-30 02:30"]
    # Each of these is passed over; together they are one scan.
    assert due("*/10 2 * * *", "2026-03-28 12:00", 2) == ["2026-03-29 03:00", "2026-03-30 02:00"]
    # So it is after another time that does exist, and before one.
    assert due("30 1-3 * * *", "2026-03-29 00:00", 3) == [
        "2026-03-29 01:30",
        "2026-03-29 03:00",
        "2026-03-29 03:30",
    ]


def test_a_time_that_exists_twice() -> None:
    """It is due the first time only, also for who begins between the two."""
    expected = ["2026-10-25 02:30", "2026-10-26 02:30"]
    assert due("30 2 * * *", "2026-10-24 12:00", 2) == expected
    assert due("30 2 * * *", "2026-10-25 02:10b", 1) == expected[1:]


def test_every_hour_means_every_hour() -> None:
    """A schedule that never rests does not do so in the hour that comes twice."""
    assert due("0,30 * * * *", "2026-10-25 01:45", 5) == [
        "2026-10-25 02:00",
        "2026-10-25 02:30",
        "2026-10-25 02:00b",
        "2026-10-25 02:30b",
        "2026-10-25 03:00",
    ]
    assert due("0,30 * * * *", "2026-03-29 01:15", 2) == ["2026-03-29 01:30", "2026-03-29 03:00"]


@pytest.mark.parametrize(
    ("expression", "zone", "begin", "expected"),
    [
        ("0 0 29 2 *", "UTC", "2026-03-01", ["2028-02-29 00:00", "2032-02-29 00:00"]),
        ("59 23 31 12 *", "UTC", "2026-12-31 23:58", ["2026-12-31 23:59", "2027-12-31 23:59"]),
        ("0 0 1 1 *", "UTC", "2026-12-31 23:59", ["2027-01-01 00:00", "2028-01-01 00:00"]),
        ("0 12 31 * *", "UTC", "2027-01-31 12:00", ["2027-03-31 12:00", "2027-05-31 12:00"]),
        ("0 6 * * 0", "UTC", "2026-11-27", ["2026-11-29 06:00", "2026-12-06 06:00"]),
        ("0 6 * * 7", "UTC", "2026-11-27", ["2026-11-29 06:00", "2026-12-06 06:00"]),
        ("0 6 * * 1-5", "UTC", "2026-11-27 06:00", ["2026-11-30 06:00", "2026-12-01 06:00"]),
        ("0 6 13 * 5", "UTC", "2026-11-06 07:00", ["2026-11-13 06:00", "2026-11-20 06:00"]),
        ("0 6 30 2 1", "UTC", "2026-11-27", ["2027-02-01 06:00", "2027-02-08 06:00"]),
        # A whole day that a country left out, and clocks that are set at midnight.
        ("0 6 30 12 *", "Pacific/Apia", "2011-12-01", ["2011-12-31 00:00", "2012-12-30 06:00"]),
        ("0 0 * * *", "Africa/Cairo", "2026-04-23 12:00", ["2026-04-24 01:00"]),
        ("0 * * * 0", "America/Santiago", "2026-04-04 22:30", ["2026-04-05 00:00"]),
    ],
)
def test_rare_days(expression: str, zone: str, begin: str, expected: list[str]) -> None:
    """Leap days, ends of years and of short months, weekdays by both names of Sunday."""
    assert due(expression, begin, len(expected), zone) == expected


@given(
    begin=st.integers(0, 10_000_000),
    seconds=st.integers(1, 10_000_000),
    interval=st.integers(1, 3650 * 86400),
)
def test_intervals_are_equal(begin: int, seconds: int, interval: int) -> None:
    """Whatever clocks are set to, whole intervals lie between the beginning and a scan."""
    since = at("2026-01-01") + timedelta(seconds=begin)
    moment = since + timedelta(seconds=seconds)
    found = Every(timedelta(seconds=interval), since).after(moment)
    assert moment < found <= moment + timedelta(seconds=interval)
    assert abs((found - since) / timedelta(seconds=interval) % 1 - 0.5) > 0.499


def test_an_interval_does_not_care_for_the_clocks() -> None:
    """Six hours are six hours in the night in which clocks are set."""
    every = Every(timedelta(hours=6), at("2026-10-24 21:00"))
    assert every.after(at("2026-10-24 21:00")) == at("2026-10-25 02:00b")


def test_the_zone_of_this_machine_is_known() -> None:
    """Without a configured zone, cron's is the system's."""
    assert datetime(2026, 1, 1, tzinfo=system_zone()).utcoffset() is not None
