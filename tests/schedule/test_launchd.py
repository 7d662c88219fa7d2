"""Agents for launchd: property lists that say the same."""

import plistlib
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject
from tests.cron import clock, days_of, expressions
from tests.schedule.support import FILES, PLACE, plan_of

from readiness.config.cron import cron_times
from readiness.schedule import Plan, ScheduleError, launch_agents
from readiness.schedule.launchd import calendar_intervals


def agents(plan: Plan) -> dict[str, dict[str, Any]]:
    return {
        file.name: plistlib.loads(file.text.encode(), fmt=plistlib.FMT_XML)
        for file in launch_agents(plan).files
    }


def test_an_agent_runs_the_tool_in_the_background(tmp_path: Path) -> None:
    """At login and then again and again; what it prints is for the user's eyes only."""
    (agent,) = agents(plan_of(tmp_path, FILES + 'every = "6h"')).values()
    assert agent == {
        "Label": "local.readiness",
        "ProgramArguments": [
            *("/usr/local/bin/readiness", "watch", "--once"),
            *("--config", "/etc/readiness/readiness.toml"),
        ],
        "StartInterval": 21600,
        "RunAtLoad": True,
        "ProcessType": "Background",
        "StandardOutPath": "/Users/me/Library/Logs/readiness.log",
        "StandardErrorPath": "/Users/me/Library/Logs/readiness.errors.log",
        "Umask": 0o077,
    }


def test_hostile_paths_stay_what_they_are(tmp_path: Path) -> None:
    """Also where XML would read them; no comment ends before its time."""
    hostile = "/etc/<a> & \"b\" --> 'c' %"
    place = replace(PLACE, config=Path(hostile), home=Path(hostile), folders=(hostile,))
    (agent,) = agents(plan_of(tmp_path, FILES, place)).values()
    assert agent["ProgramArguments"][4] == hostile
    assert agent["EnvironmentVariables"]["PATH"].startswith(f"{hostile}:/usr/local/bin")


def fits(kind: tuple[int | None, ...], day: date) -> bool:
    """Whether an entry's day of the month, month and weekday name a day, by launchd's rules."""
    of = (day.day, day.month, day.isoweekday() % 7)
    return all(named in (None, number) for named, number in zip(kind, of, strict=True))


@given(expressions())
def test_entries_are_the_times_of_the_expression(text: str) -> None:
    """None has both kinds of days; what cannot be said is refused."""
    try:
        entries = calendar_intervals(text, cron_times(text))
    except ScheduleError:
        reject()
    assert not any({"Day", "Weekday"} <= entry.keys() for entry in entries)
    found = {
        time(hour, minute)
        for entry in entries
        for hour in ([entry["Hour"]] if "Hour" in entry else range(24))
        for minute in ([entry["Minute"]] if "Minute" in entry else range(60))
    }
    start = date(2028, 1, 1)
    expected = days_of(text, start, 366)
    assert not expected or found == set(clock(text))
    # Many entries differ in their times alone.
    kinds = {(entry.get("Day"), entry.get("Month"), entry.get("Weekday")) for entry in entries}
    year = (start + timedelta(days=number) for number in range(366))
    assert [day for day in year if any(fits(kind, day) for kind in kinds)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [("*/2 9-17 * * 1-5", "1350 entries"), ("0 0 */2 * mon", "cannot say")],
)
def test_what_launchd_cannot_say_is_refused(text: str, said: str) -> None:
    """Instead of a file that nobody could read, or that means something else."""
    with pytest.raises(ScheduleError, match=said):
        calendar_intervals(text, cron_times(text))


def test_the_keychain_is_there(tmp_path: Path) -> None:
    """An agent runs in the user's session; variables and systemd's directory are not there."""
    plan = plan_of(tmp_path, '[accounts.a]\nexchange = "okx"\n')
    assert any("keychain" in note for note in launch_agents(plan).notes)
    assert not any("keychain" in note for note in launch_agents(plan_of(tmp_path, FILES)).notes)
    for source in ("env", "directory"):
        plan = plan_of(tmp_path, f'[accounts.a]\nexchange = "okx"\ncredentials = "{source}"\n')
        with pytest.raises(ScheduleError, match="under launchd"):
            launch_agents(plan)


def test_several_jobs_are_several_agents(tmp_path: Path) -> None:
    """Each with a label and logs of its own; the zone is told."""
    text = (
        f'{FILES}[accounts.b]\nexchange = "binance"\ncron = "30 7 * * *"\n[watch]\nevery = "6h"\n'
    )
    plan = plan_of(tmp_path, f'{text}timezone = "Europe/Berlin"\n')
    found = agents(plan)
    assert list(found) == ["local.readiness.plist", "local.readiness-b.plist"]
    assert len({agent["Label"] for agent in found.values()}) == 2
    assert found["local.readiness-b.plist"]["StartCalendarInterval"] == [{"Minute": 30, "Hour": 7}]
    assert any("Europe/Berlin" in note for note in launch_agents(plan).notes)
