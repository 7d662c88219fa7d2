"""Expressions moved to UTC: exactly, or not at all."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from tests.cron import clock, days_of, expressions, moments

from readiness.config.cron import cron_times
from readiness.schedule.intervals import plain_cron
from readiness.schedule.zones import in_utc

TODAY = date(2026, 11, 27)
FIXED = ("UTC", "Asia/Kolkata", "Asia/Shanghai", "America/Bogota", "Pacific/Kiritimati")


def daily(text: str) -> str:
    """The same expression, for every day of every month."""
    minute, hour, _, _, weekday = text.split()
    return f"{minute} {hour} * * {weekday}"


@given(expressions() | expressions().map(daily), st.sampled_from(FIXED))
def test_moved_expressions_come_at_the_same_moments(text: str, zone: str) -> None:
    """All of them together, without one too many."""
    if cron_times(text).both_days:
        reject()
    start, days = date(2027, 2, 20), 18
    moved = in_utc(text, zone, TODAY)
    assert moved or text != daily(text)
    # A day at either end may belong to another day elsewhere.
    low = datetime.combine(date(2027, 2, 22), time())
    high = low + timedelta(days=days - 4)
    ahead = ZoneInfo(zone).utcoffset(low)
    assert ahead is not None
    there = (each - ahead for each in moments(text, start, days))
    expected = [each for each in there if low <= each < high]
    found = [each for line in moved for each in moments(line, start, days)]
    if moved:
        assert sorted(each for each in found if low <= each < high) == expected


@given(expressions())
def test_plain_expressions_are_the_same_times(text: str) -> None:
    """In numbers and ranges alone, and read the same by those who take 7 for no day."""
    times = cron_times(text)
    if times.both_days:
        reject()
    plain = plain_cron(times)
    assert re.fullmatch(r"[0-9*, -]+", plain)
    assert "7" not in plain.split()[4]
    start = date(2028, 1, 1)
    assert clock(plain) == clock(text)
    assert days_of(plain, start, 366) == days_of(text, start, 366)


@pytest.mark.parametrize(
    ("text", "zone", "moved"),
    [
        ("30 7 * * mon-fri", "UTC", ["30 7 * * 1-5"]),
        ("30 7 1,15 * *", "Asia/Kolkata", ["0 2 1,15 * *"]),
        ("30 7 * * mon-fri", "Pacific/Kiritimati", ["30 17 * * 0-4"]),
        ("0 3,9 * * *", "Asia/Shanghai", ["0 19 * * *", "0 1 * * *"]),
        ("0 22 * * 6", "America/Bogota", ["0 3 * * 0"]),
        ("0 3 1 * *", "Asia/Shanghai", []),
        ("0 3 * 6 *", "Asia/Shanghai", []),
        ("30 7 * * *", "Europe/Berlin", []),
        ("30 7 * * *", "America/New_York", []),
    ],
)
def test_what_can_be_moved(text: str, zone: str, moved: list[str]) -> None:
    """Not where clocks change, and not into another day of the month."""
    assert list(in_utc(text, zone, TODAY)) == moved
