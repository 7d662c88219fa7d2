"""Units for systemd: as systemd reads them, confined, and without a secret."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.support import (
    KEYS,
    ONE,
    PLACE,
    needs_systemd,
    plan_of,
    settings,
    systemd_version,
    texts,
)

from readiness.schedule import Plan, ScheduleError, Units, system_units, user_units
from readiness.schedule.quoting import systemd_command, systemd_path

SEVERAL = """
[accounts.okx-main]
exchange = "okx"
credentials = "directory"

[accounts.okx-grid]
exchange = "okx"
parent = "okx-main"
sub_account = "grid01"
credentials = "env"

[accounts.binance-main]
exchange = "binance"
credentials = "directory"
cron = "30 7 1,15 * mon-fri"

[watch]
every = "6h"
timezone = "Asia/Kolkata"

[notify.targets.phone]
kind = "webhook"
url = "directory"
accounts = ["okx-main"]
"""
HOSTILE = """/etc/a %h "b' $HOME ${X} \\n;#é"""
REAL = replace(PLACE, program=(sys.executable, "-m", "readiness"))


def test_keys_are_handed_over_by_systemd(tmp_path: Path) -> None:
    """Every file of an account, under the names that the tool looks for; no secret in a unit."""
    files = texts(system_units(plan_of(tmp_path, SEVERAL), KEYS))
    assert settings(files["readiness.service"], "LoadCredential") == [
        "readiness.toml:/etc/readiness/readiness.toml",
        "okx-main.key:/etc/readiness/okx-main.key",
        "okx-main.secret:/etc/readiness/okx-main.secret",
        "okx-main.passphrase:/etc/readiness/okx-main.passphrase",
        "notify-phone.url:/etc/readiness/notify-phone.url",
    ]
    assert settings(files["readiness.service"], "EnvironmentFile") == [
        "/etc/readiness/readiness.env"
    ]
    assert settings(files["readiness-binance-main.service"], "LoadCredential") == [
        "readiness.toml:/etc/readiness/readiness.toml",
        "binance-main.key:/etc/readiness/binance-main.key",
        "binance-main.secret:/etc/readiness/binance-main.secret",
    ]


def test_a_system_service_is_nobody_and_writes_its_history_alone(tmp_path: Path) -> None:
    """All jobs are one user, so that one history serves them."""
    for name, text in texts(system_units(plan_of(tmp_path, SEVERAL), KEYS)).items():
        if name.endswith(".service"):
            assert settings(text, "DynamicUser") == ["yes"]
            assert settings(text, "User") == settings(text, "StateDirectory") == ["readiness"]
            assert "XDG_STATE_HOME=/var/lib" in settings(text, "Environment")[0].split()
            assert settings(text, "ProtectSystem") == ["strict"]
            assert settings(text, "UMask") == ["0077"]
            assert settings(text, "Type") == ["oneshot"]


@pytest.mark.parametrize(
    ("place", "remedy"),
    [
        ("/home/me/.local/bin/readiness", "--user"),
        ("/root/.pyenv", "--user"),
        ("/tmp/venv", "--user"),
    ],
)
def test_a_tool_that_a_system_service_cannot_see_is_an_error(
    tmp_path: Path, place: str, remedy: str
) -> None:
    """Homes and temporary directories are hidden from it."""
    plan = plan_of(tmp_path, ONE, replace(PLACE, installed=(Path(place),)))
    with pytest.raises(ScheduleError, match=re.escape(place)) as raised:
        system_units(plan, KEYS)
    assert remedy in str(raised.value)
    assert user_units(plan, KEYS).files


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("", "in your keyring"),
        ('credentials = "directory"\ncredentials_directory = "/srv/k y"', "'/srv/k y'"),
        (
            'credentials = "directory"\n[history]\npath = "/srv/history.sqlite3"',
            "may not write",
        ),
        (
            'credentials = "directory"\n[notify.targets.phone]\nkind = "ping"',
            'notify.targets.phone.url = "directory"',
        ),
    ],
)
def test_what_a_system_service_cannot_get_at_is_an_error(
    tmp_path: Path, account: str, said: str
) -> None:
    """With what to do; the same works for the user's own manager."""
    plan = plan_of(tmp_path, f'[accounts.okx-main]\nexchange = "okx"\n{account}\n')
    with pytest.raises(ScheduleError) as raised:
        system_units(plan, KEYS)
    assert said in str(raised.value)
    assert "--user" in str(raised.value)
    assert user_units(plan, KEYS).files


def test_a_keyring_is_open_while_the_user_is_there(tmp_path: Path) -> None:
    """The units of a user say so."""
    units = user_units(plan_of(tmp_path, '[accounts.a]\nexchange = "okx"\n'), KEYS)
    assert any("keyring" in note and "logged in" in note for note in units.notes)
    text = texts(units)["readiness.service"]
    assert f"# {next(note for note in units.notes if 'keyring' in note)}" in text
    assert settings(text, "LoadCredential") == []
    assert settings(text, "NoNewPrivileges") == ["yes"]
    assert settings(text, "ProtectSystem") == []


def test_a_program_of_the_users_is_not_confined(tmp_path: Path) -> None:
    """A password manager may need what the tool does not; its directory is on the PATH."""
    text = '[accounts.a]\nexchange = "okx"\ncredentials = "command"\n'
    place = replace(PLACE, folders=("/opt/100% safe/bin",))
    plan = plan_of(tmp_path, text + 'credentials_command = ["op"]\n', place)
    own = texts(user_units(plan, KEYS))["readiness.service"]
    assert settings(own, "NoNewPrivileges") == []
    assert settings(own, "Environment")[0].startswith('"PATH=/opt/100%% safe/bin:/usr/local')
    assert "MemoryDenyWriteExecute" not in texts(system_units(plan, KEYS))["readiness.service"]


@pytest.mark.parametrize(
    ("schedule", "spread"),
    [('every = "90s"', 9), ('every = "2d"', 300), ('cron = "*/5 * * * *"', 30)],
)
def test_a_run_is_late_by_a_tenth_at_most(tmp_path: Path, schedule: str, spread: int) -> None:
    """And never by so much that somebody would wonder."""
    timer = texts(user_units(plan_of(tmp_path, ONE + schedule), KEYS))["readiness.timer"]
    assert settings(timer, "RandomizedDelaySec") == [f"{spread}s"]


def test_an_interval_begins_at_once_and_goes_on(tmp_path: Path) -> None:
    """Boot counts for the system's manager, its own start for the user's."""
    plan = plan_of(tmp_path, ONE + 'every = "6h"')
    system = texts(system_units(plan, KEYS))["readiness.timer"]
    user = texts(user_units(plan, KEYS))["readiness.timer"]
    assert settings(system, "OnBootSec") == settings(user, "OnStartupSec") == ["2min"]
    assert settings(system, "OnUnitActiveSec") == ["6h"]


def test_a_missed_time_is_made_up_for(tmp_path: Path) -> None:
    """After the machine was off."""
    files = texts(system_units(plan_of(tmp_path, SEVERAL), KEYS))
    timer = files["readiness-binance-main.timer"]
    assert settings(timer, "Persistent") == ["true"]
    assert settings(timer, "OnCalendar") == [
        "*-*-01,15 07:30:00 Asia/Kolkata",
        "Mon..Fri *-*-* 07:30:00 Asia/Kolkata",
    ]


def test_a_run_may_take_the_time_that_the_tool_allows_itself(tmp_path: Path) -> None:
    """Only what hangs is ended."""
    plan = plan_of(tmp_path, f"{ONE}[network]\ndeadline = 7200\n")
    assert plan.patience == timedelta(hours=2)
    service = texts(user_units(plan, KEYS))["readiness.service"]
    assert settings(service, "TimeoutStartSec") == ["10800s"]


def unquoted(line: str) -> list[str]:
    """A command line as systemd reads it: quotes, escapes, specifiers, variables."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    assert " ".join(re.findall(r'"(?:[^"\\]|\\.)*"|\S+', line)) == line
    read = []
    for quoted, plain in words:
        word = re.sub(r"\\(.)", r"\1", quoted) if quoted else plain
        assert re.sub("%%", "", word).count("%") == 0
        read.append(word.replace("%%", "%"))
    assert all("$" not in word.replace("$$", "") for word in read)
    return [word.replace("$$", "$") for word in read]


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1)))
def test_words_reach_the_program_as_they_are(words: list[str]) -> None:
    """Quotes, backslashes, percent and dollar signs, spaces."""
    assert unquoted(systemd_command(["/bin/a b", *words])) == ["/bin/a b", *words]


@pytest.mark.parametrize("path", ["/a/b ", "/a/b\\", "/a\nUser=root"])
def test_a_value_that_systemd_would_read_as_more_or_less_is_refused(path: str) -> None:
    """A space at the end is dropped, a backslash there joins two lines, a break makes two."""
    with pytest.raises(ScheduleError, match="for its own"):
        systemd_path(path)


def test_a_dollar_in_the_path_of_the_program_is_refused() -> None:
    """There is no escape for it."""
    with pytest.raises(ScheduleError, match="install the tool"):
        systemd_command(["/opt/$x/readiness"])


def verified(units: Units, folder: Path, *options: str) -> str:
    """What systemd has to say about units; nothing when all is well."""
    paths = [folder / file.name for file in units.files]
    for path, file in zip(paths, units.files, strict=True):
        path.write_text(file.text, encoding="utf-8")
    ended = subprocess.run(
        ["systemd-analyze", *options, *map(str, paths)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "XDG_RUNTIME_DIR": str(folder)},
        timeout=60,
    )
    return ended.stdout + ended.stderr + (f"exit {ended.returncode}" if ended.returncode else "")


@pytest.fixture(params=["/etc/readiness/readiness.toml", f"{HOSTILE}/readiness.toml"])
def plan(tmp_path: Path, request: pytest.FixtureRequest) -> Plan:
    """Several jobs, of a program that is really there."""
    return plan_of(tmp_path, SEVERAL, replace(REAL, config=Path(request.param)))


@needs_systemd
def test_systemd_accepts_the_units_of_the_system(plan: Plan, tmp_path: Path) -> None:
    """Without a single warning."""
    units = system_units(plan, Path(HOSTILE))
    assert verified(units, tmp_path, "verify", "--man=no") == ""


@needs_systemd
def test_systemd_accepts_the_units_of_a_user(plan: Plan, tmp_path: Path) -> None:
    """Without a single warning."""
    units = user_units(plan, Path(HOSTILE))
    assert verified(units, tmp_path, "verify", "--user", "--man=no") == ""


@pytest.mark.skipif(systemd_version() < 250, reason="systemd is absent, or too old to judge files")
def test_systemd_finds_little_exposed(tmp_path: Path) -> None:
    """What docs/schedule.md says of it."""
    units = system_units(plan_of(tmp_path, ONE, REAL), KEYS)
    only = replace(units, files=units.files[:1])
    told = verified(only, tmp_path, "security", "--offline=yes", "--no-pager")
    level = re.search(r"Overall exposure level for readiness.service: ([\d.]+)", told)
    assert level is not None
    assert float(level[1]) <= 2
