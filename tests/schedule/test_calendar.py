"""Cron expressions for systemd: the same moments, no more and no fewer."""

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cron import expressions, matches_day, matches_field, moments
from tests.schedule.support import needs_systemd

from readiness.config.cron import cron_times
from readiness.schedule.calendar import calendar_events

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EVENT = re.compile(r"(?:([A-Z][A-Za-z.,]*) )?\*-([^-]+)-(\S+) ([^:]+):([^:]+):00")


def listed(text: str) -> Iterator[int]:
    """The numbers of a part of an event: ``01..03,07``."""
    for part in text.split(","):
        first, _, last = part.partition("..")
        yield from range(int(first), int(last or first) + 1)


def has(text: str, number: int) -> bool:
    return text == "*" or number in listed(text)


def on_weekday(text: str | None, day: date) -> bool:
    numbered = re.sub("[A-Z][a-z]{2}", lambda name: str(WEEK.index(name[0])), text or "*")
    return has(numbered, day.weekday())


@given(expressions(), st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_events_are_those_of_the_expression(text: str, day: date) -> None:
    """Read by systemd's rules: all parts of an event have to fit, and any event will do."""
    matched = [EVENT.fullmatch(event) for event in calendar_events(cron_times(text), None)]
    events = [event for event in matched if event is not None]
    assert len(events) == len(matched)
    minute, hour, *_ = text.split()
    for event in events:
        for number in range(60):
            assert has(event[5], number) == matches_field(number, minute, 0)
        for number in range(24):
            assert has(event[4], number) == matches_field(number, hour, 0)
    for more in range(40):
        each = day + timedelta(days=more)
        found = any(
            has(event[2], each.month) and has(event[3], each.day) and on_weekday(event[1], each)
            for event in events
        )
        assert found == matches_day(text, each)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("30 7 * * mon-fri", ["Mon..Fri *-*-* 07:30:00"]),
        ("0 */6 * * *", ["*-*-* 00,06,12,18:00:00"]),
        ("* * * * *", ["*-*-* *:*:00"]),
        ("0 0 1,15 * mon", ["*-*-01,15 00:00:00", "Mon *-*-* 00:00:00"]),
        ("0 0 */2 * mon", ["Mon *-*-01,03,05,07,09,11,13,15,17,19,21,23,25,27,29,31 00:00:00"]),
        ("0 0 * * 5-7", ["Fri..Sun *-*-* 00:00:00"]),
        ("0 0 * * 0,1", ["Mon,Sun *-*-* 00:00:00"]),
        ("0 0 * jan-mar,12 *", ["*-01..03,12-* 00:00:00"]),
    ],
)
def test_events_read_well(text: str, events: list[str]) -> None:
    """Where either of two fields of days will do, there are two events."""
    assert list(calendar_events(cron_times(text), None)) == events


def asked(events: tuple[str, ...], after: str, count: int) -> list[datetime]:
    """What systemd says: the next moments of all events together, in UTC."""
    ended = subprocess.run(
        ["systemd-analyze", "calendar", f"--iterations={count}", f"--base-time={after}", *events],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C"},
        timeout=30,
    )
    lines = re.findall(r"(?:Next elapse|Iter\. #\d+): \w+ (\S+ \S+) UTC", ended.stdout)
    return sorted({datetime.fromisoformat(line) for line in lines})[:count]


@needs_systemd
@pytest.mark.parametrize(
    "text",
    [
        "* * * * *",
        "7-59/15 * * * *",
        "0 */6 * * *",
        "59 23 31 12 7",
        "30 7 * * mon-fri",
        "0 0 1,15 * mon",
        "5,10 4-6 */10 feb,apr-jun 0-7",
        "0 12 */2 * sat,sun",
        "0 0 29 2 *",
        "15 3 13 * 5",
    ],
)
def test_systemd_elapses_when_cron_would(text: str) -> None:
    """The next twenty moments, as systemd itself reckons them."""
    expected = moments(text, date(2027, 2, 27), 1500)[:20]
    events = calendar_events(cron_times(text), None)
    assert asked(events, "2027-02-26 23:59:59", len(expected)) == expected


@needs_systemd
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kolkata", "America/New_York"])
def test_systemd_counts_in_the_configured_zone(zone: str) -> None:
    """Also over the days on which clocks change."""
    text, start = "30 7 * * mon-fri", date(2027, 3, 8)
    events = calendar_events(cron_times(text), zone)
    local = [moment.replace(tzinfo=ZoneInfo(zone)) for moment in moments(text, start, 60)][:30]
    expected = [moment.astimezone(ZoneInfo("UTC")).replace(tzinfo=None) for moment in local]
    assert asked(events, "2027-03-07 12:00:00", 30) == expected
