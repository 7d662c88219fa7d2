"""Lines for a crontab: as cron and a shell read them."""

import subprocess
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.cron import moments
from tests.schedule.support import FILES, PLACE, plan_of, texts

from readiness.config.cron import parse_cron
from readiness.config.durations import parse_duration
from readiness.schedule import Plan, ScheduleError, crontab
from readiness.schedule.intervals import as_cron, spelled
from readiness.schedule.quoting import crontab_command

EVEN = ("1m", "2m", "15m", "30m", "1h", "2h", "6h", "12h", "1d", "7d")


def lines_of(plan: Plan) -> list[str]:
    text = texts(crontab(plan))["readiness.cron"]
    return [line for line in text.splitlines() if not line.startswith("#")]


def taken_by_cron(command: str) -> str:
    """What cron hands to the shell: up to the first bare percent sign."""
    taken, escaped = "", False
    for letter in command:
        if letter == "%" and not escaped:
            break
        if letter == "%":
            taken = taken[:-1]
        taken += letter
        escaped = letter == "\\" and not escaped
    return taken


def words_of(command: str) -> list[str]:
    """What a real shell makes of it."""
    ended = subprocess.run(
        ["/bin/sh", "-c", f"set -- {command}\nfor word; do printf '%s\\0' \"$word\"; done"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=30,
    )
    return ended.stdout.split("\0")[:-1]


def test_a_line_runs_the_tool_where_it_is(tmp_path: Path) -> None:
    """With full paths, and never twice at a time."""
    (line,) = lines_of(plan_of(tmp_path, FILES + 'cron = "30 7 * * mon-fri"'))
    assert line == (
        "30 7 * * mon-fri /usr/bin/flock -w 600 /usr/local/bin/readiness /usr/local/bin/readiness "
        "watch --once --config /etc/readiness/readiness.toml"
    )


def test_without_flock_it_is_said(tmp_path: Path) -> None:
    """MacOS has none."""
    units = crontab(plan_of(tmp_path, FILES, replace(PLACE, flock=None)))
    assert "flock -w" not in units.files[0].text
    assert any("no flock" in note for note in units.notes)


@pytest.mark.parametrize("every", EVEN)
def test_an_interval_that_divides_evenly_comes_that_often(every: str) -> None:
    """Every time, also from one day to the next."""
    interval = parse_duration(every)
    text = as_cron(interval)
    assert parse_cron(text) == text
    found = moments(text, date(2027, 2, 22), 22)
    assert {b - a for a, b in pairwise(found)} == {interval}


@given(st.integers(1, 3600 * 24 * 40).map(lambda seconds: timedelta(seconds=seconds)))
def test_every_other_interval_is_refused_with_its_neighbours(interval: timedelta) -> None:
    """Those that are named are accepted, and it lies between them."""
    try:
        as_cron(interval)
    except ScheduleError as error:
        remedy = str(error).partition("next: take ")[2].partition(",")[0]
        near = [parse_duration(word) for word in remedy.split(" or ")]
        assert all(as_cron(each) for each in near)
        assert len(near) == 2 or interval < min(near) or interval > max(near)
        assert sorted([*near, interval]).index(interval) in {0, 1}


@pytest.mark.parametrize(
    ("every", "near"),
    [("90s", "1m or 2m"), ("45m", "30m or 1h"), ("5h", "4h or 6h"), ("2d", "1d or 7d")],
)
def test_the_neighbours_of_an_interval(every: str, near: str) -> None:
    """The nearest on either side."""
    with pytest.raises(ScheduleError, match=f"take {near}, or write a cron expression"):
        as_cron(parse_duration(every))


@pytest.mark.parametrize("text", ["90s", "15m", "6h", "2d", "1d", "60m", "86400s"])
def test_an_interval_is_spelled_as_it_would_be_written(text: str) -> None:
    """And read back as the same."""
    assert parse_duration(spelled(parse_duration(text))) == parse_duration(text)


@pytest.mark.parametrize(
    "name", ["a b", "it's", '"q"', "$HOME `id`", "50% off", "*;&|<>", "#x", "\\n", "~", "é"]
)
def test_any_path_reaches_the_tool_as_it_is(name: str) -> None:
    """Through cron, which reads percent signs, and a shell, which reads the rest."""
    words = ["/usr/bin/flock", f"/etc/{name}", f"/etc/{name}/readiness.toml"]
    assert words_of(taken_by_cron(crontab_command(words))) == words


@given(st.lists(st.text(st.characters(exclude_categories=["C"])), min_size=1))
def test_cron_takes_the_whole_command(words: list[str]) -> None:
    """A bare percent sign would end it."""
    assume("\\%" not in " ".join(words))
    command = crontab_command(words)
    assert taken_by_cron(command) == command.replace("\\%", "%")


def test_what_no_crontab_can_hold_is_refused(tmp_path: Path) -> None:
    """A backslash before a percent sign, and a line that is too long."""
    with pytest.raises(ScheduleError, match="backslash"):
        crontab_command(["/a\\%b"])
    place = replace(PLACE, config=Path("/etc") / ("x" * 1000))
    with pytest.raises(ScheduleError, match="characters long"):
        crontab(plan_of(tmp_path, FILES, place))


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("", "systemd --user"),
        ('credentials = "env"', "environment variables"),
        ('credentials = "directory"', "only systemd sets"),
        (
            'credentials = "directory"\ncredentials_directory = "k"\n'
            '[notify.targets.phone]\nkind = "webhook"\nurl = "env"',
            "notification target phone",
        ),
    ],
)
def test_a_key_that_cannot_be_had_is_an_error(tmp_path: Path, account: str, said: str) -> None:
    """With what to do instead."""
    plan = plan_of(tmp_path, f'[accounts.a]\nexchange = "okx"\n{account}\n')
    with pytest.raises(ScheduleError) as raised:
        crontab(plan)
    assert said in str(raised.value)
    assert "\n  next: " in str(raised.value)


def test_the_time_zone_is_told(tmp_path: Path) -> None:
    """Only some crons can be told to count in another."""
    zone = '[watch]\ncron = "30 7 * * *"\ntimezone = "Europe/Berlin"\n'
    notes = crontab(plan_of(tmp_path, FILES + zone)).notes
    assert any("CRON_TZ=Europe/Berlin" in note for note in notes)


def test_the_program_of_a_key_is_on_the_path(tmp_path: Path) -> None:
    """Cron's own PATH is short."""
    text = '[accounts.a]\nexchange = "okx"\ncredentials = "command"\ncredentials_command = ["op"]\n'
    lines = lines_of(plan_of(tmp_path, text, replace(PLACE, folders=("/opt/op/bin",))))
    assert lines[0] == "PATH=/opt/op/bin:/usr/local/bin:/usr/bin:/bin"
