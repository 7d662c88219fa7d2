"""Which accounts run together, and when."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.schedule.support import ONE, PLACE, parsed, plan_of

from readiness.schedule import ScheduleError
from readiness.schedule.plan import Cron, Every

SEVERAL = """
[accounts.okx-main]
exchange = "okx"

[accounts.okx-grid]
exchange = "okx"
parent = "okx-main"
sub_account = "grid01"
every = "1h"

[accounts.okx-eea]
exchange = "okx-eea"
cron = "30 7 * * mon-fri"

[accounts.binance-main]
exchange = "binance"
every = "12h"

[watch]
every = "12h"
timezone = "Europe/Berlin"
"""


def test_accounts_with_the_same_schedule_run_together(tmp_path: Path) -> None:
    """Those of [watch] under the tool's name, others under that of their first account."""
    plan = plan_of(tmp_path, SEVERAL)
    assert [(job.name, job.accounts, job.when) for job in plan.jobs] == [
        ("readiness", ("okx-main", "binance-main"), Every(timedelta(hours=12))),
        ("readiness-okx-eea", ("okx-eea",), Cron("30 7 * * mon-fri")),
    ]
    assert plan.zone == "Europe/Berlin"


def test_a_sub_account_runs_with_its_parent(tmp_path: Path) -> None:
    """Its key is needed there, and a schedule of its own is said not to count."""
    plan = plan_of(tmp_path, SEVERAL)
    assert [need.name for need in plan.jobs[0].needs] == ["okx-main", "okx-grid", "binance-main"]
    assert [note for note in plan.notes if "okx-grid" in note and "does not count" in note]


def test_one_schedule_names_no_account(tmp_path: Path) -> None:
    """Whoever adds an account does not have to install anything again."""
    plan = plan_of(tmp_path, ONE + 'cron = "0 7 * * *"\n')
    (job,) = plan.jobs
    assert (job.name, job.accounts) == ("readiness", ())
    assert plan.command(job) == (
        *("/usr/local/bin/readiness", "watch", "--once"),
        *("--config", "/etc/readiness/readiness.toml"),
    )


def test_no_schedule_is_every_six_hours_and_is_said(tmp_path: Path) -> None:
    """A unit without a time would be of no use."""
    plan = plan_of(tmp_path, ONE)
    assert plan.jobs[0].when == Every(timedelta(hours=6))
    assert "every 6h" in plan.notes[0]


def test_a_name_that_looks_like_an_option_stays_a_name(tmp_path: Path) -> None:
    """Accounts are named after everything else."""
    text = '[accounts.--once]\nexchange = "okx"\nevery = "1h"\n' + SEVERAL
    plan = plan_of(tmp_path, text)
    understood = parsed(plan.command(plan.jobs[0])[1:])
    assert understood["accounts"] == ("--once",)
    assert understood["once"]
    assert understood["config_file"] == PLACE.config


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ('kind = "webhook"\nurl = "env"', ["okx-main", "notify-phone"]),
        ('kind = "webhook"\nurl = "https://example.com/hook"', ["okx-main"]),
        ('kind = "webhook"\nurl = "env"\naccounts = ["other"]', ["okx-main"]),
    ],
)
def test_notifications_need_their_url(tmp_path: Path, target: str, names: list[str]) -> None:
    """Unless it stands in the configuration, or is told of other accounts only."""
    other = '[accounts.other]\nexchange = "binance"\nevery = "1h"\n'
    plan = plan_of(tmp_path, f"{ONE}{other}[notify.targets.phone]\n{target}\n")
    assert [need.name for need in plan.jobs[0].needs] == names


def test_no_account_is_an_error(tmp_path: Path) -> None:
    """There is nothing to schedule."""
    with pytest.raises(ScheduleError, match="has no account"):
        plan_of(tmp_path, "")


@pytest.mark.parametrize("name", ["a\nExecStart=b", "a\x1b[2J", "a\u202eb", "a\tb"])
def test_a_path_that_no_unit_can_hold_is_refused(tmp_path: Path, name: str) -> None:
    """A line break in a path would be a line of its own in a unit."""
    place = replace(PLACE, config=Path("/etc") / name)
    with pytest.raises(ScheduleError) as raised:
        plan_of(tmp_path, ONE, place)
    assert str(raised.value).isascii()
    assert "\n  next: rename it" in str(raised.value)
