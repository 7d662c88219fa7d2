"""Workflows for GitHub Actions: little power, no secret in sight, and a scan that counts."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from tests.docs.support import ROOT
from tests.schedule.support import parsed, plan_of, texts

from readiness.schedule import Plan, ScheduleError, workflows

SEVERAL = """
[accounts.okx-main]
exchange = "okx"
credentials = "env"

[accounts.okx-grid]
exchange = "okx"
parent = "okx-main"
sub_account = "grid01"

[accounts.binance-main]
exchange = "binance"
cron = "30 7 * * *"

[watch]
every = "6h"
timezone = "Asia/Kolkata"
"""


def loaded(plan: Plan) -> dict[str, dict[Any, Any]]:
    return {name: yaml.safe_load(text) for name, text in texts(workflows(plan)).items()}


@pytest.fixture
def flow(tmp_path: Path) -> dict[Any, Any]:
    """The workflow of the main account."""
    return loaded(plan_of(tmp_path, SEVERAL))["readiness.yml"]


def steps(flow: dict[Any, Any]) -> list[dict[str, Any]]:
    (job,) = flow["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


def scan_step(flow: dict[Any, Any]) -> dict[str, Any]:
    return next(step for step in steps(flow) if "readiness scan" in step.get("run", ""))


def test_it_may_read_and_nothing_else(flow: dict[Any, Any]) -> None:
    """One at a time, for a limited time."""
    assert flow["permissions"] == {"contents": "read"}
    assert flow["concurrency"] == {"group": "readiness", "cancel-in-progress": False}
    (job,) = flow["jobs"].values()
    assert job["timeout-minutes"] == 33
    assert "permissions" not in job
    # YAML 1.1 reads the key "on" as true.
    assert flow[True].keys() == {"schedule", "workflow_dispatch"}


def test_actions_are_pinned_to_the_commits_that_this_project_uses(tmp_path: Path) -> None:
    """A tag can be moved; a commit cannot."""
    ours = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    for text in texts(workflows(plan_of(tmp_path, SEVERAL))).values():
        used = re.findall(r"uses: (\S+)@(\S+) # (v[\d.]+)$", text, re.MULTILINE)
        assert len(used) == text.count("uses:") == 3
        for action, commit, version in used:
            assert re.fullmatch(r"[0-9a-f]{40}", commit)
            if action != "actions/upload-artifact":
                assert f"{action}@{commit} # {version}" in ours


def test_secrets_reach_the_scan_and_no_other_step(flow: dict[Any, Any]) -> None:
    """By name, through the environment; those of sub-accounts too."""
    names = [
        f"READINESS_{account}_{field}"
        for account in ("OKX_MAIN", "OKX_GRID")
        for field in ("KEY", "SECRET", "PASSPHRASE")
    ]
    step = scan_step(flow)
    assert step["env"] == {name: f"${{{{ secrets.{name} }}}}" for name in names}
    others = [other for other in steps(flow) if other != step]
    assert "secrets." not in str(others)
    checkout = next(other for other in others if "checkout" in other.get("uses", ""))
    assert checkout["with"] == {"persist-credentials": False}
    assert "env" not in flow


def test_nothing_is_put_into_a_script(flow: dict[Any, Any]) -> None:
    """What GitHub puts in is not quoted; a shell would run it."""
    assert [step["run"] for step in steps(flow) if "${{" in step.get("run", "")] == []


def test_the_scan_fails_the_run_and_the_report_is_kept(flow: dict[Any, Any]) -> None:
    """By its exit code, which nothing swallows; the log shows nothing of the report."""
    step = scan_step(flow)
    assert "continue-on-error" not in str(flow)
    words = step["run"].split()
    assert words[:2] == [".venv/bin/readiness", "scan"]
    assert not {"|", "||", ";", "&&"} & set(words)
    understood = parsed(words[1:])
    assert understood["accounts"] == ("okx-main",)
    assert understood["outputs"] == ("report.txt", "json=report.json")
    upload = steps(flow)[-1]
    assert upload["if"] == "always()"
    assert upload["with"]["path"].split() == ["report.txt", "report.json"]


def test_it_is_installed_from_the_repository_with_pinned_packages(flow: dict[Any, Any]) -> None:
    """A name in an index could be somebody else's."""
    (install,) = (step["run"] for step in steps(flow) if step.get("name") == "Install")
    for name in re.findall(r"requirements/\S+", install):
        assert (ROOT / name).exists()
    packages = [line for line in install.splitlines() if "pip install" in line]
    assert len(packages) == 3
    assert all("--require-hashes" in line or "--no-deps" in line for line in packages)


def test_a_public_repository_is_refused_first(flow: dict[Any, Any]) -> None:
    """Anybody could read the report there."""
    assert steps(flow)[0]["run"].endswith('" = private')


def test_times_are_in_utc(tmp_path: Path) -> None:
    """Moved where that is exact, and said in either case."""
    plan = plan_of(tmp_path, SEVERAL)
    crons = [flow[True]["schedule"] for flow in loaded(plan).values()]
    assert crons == [[{"cron": "7 */6 * * *"}], [{"cron": "0 2 * * *"}]]
    for zone, said in (("Europe/Berlin", "from Europe/Berlin"), (None, "your machine")):
        line = f'timezone = "{zone}"' if zone else ""
        moved = plan_of(tmp_path, SEVERAL.replace('timezone = "Asia/Kolkata"', line))
        assert loaded(moved)["readiness-binance-main.yml"][True]["schedule"] == [
            {"cron": "30 7 * * *"}
        ]
        assert any("is in UTC here" in note and said in note for note in workflows(moved).notes)


def test_what_has_to_be_changed_is_said(tmp_path: Path) -> None:
    """Keys come from the environment there."""
    notes = " ".join(workflows(plan_of(tmp_path, SEVERAL)).notes)
    assert 'accounts.okx-grid.credentials = "env"' in notes
    assert 'accounts.binance-main.credentials = "env"' in notes
    assert "accounts.okx-main.credentials" not in notes


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ('every = "1m"', "every 5m"),
        ('cron = "*/2 * * * *"', "every 5m"),
        ('every = "45m"', "30m or 1h"),
        ('cron = "0 0 */2 * mon"', "does not promise"),
    ],
)
def test_what_github_cannot_do_is_refused(tmp_path: Path, schedule: str, said: str) -> None:
    """It starts nothing more often than every five minutes."""
    plan = plan_of(tmp_path, f'[accounts.a]\nexchange = "okx"\n{schedule}\n')
    with pytest.raises(ScheduleError, match=said):
        workflows(plan)


def test_the_accounts_of_a_workflow_cannot_be_taken_for_options(tmp_path: Path) -> None:
    """Whatever they are called."""
    other = '[accounts.b]\nexchange = "binance"\nevery = "1h"\n'
    plan = plan_of(tmp_path, f'[accounts.--fail-on]\nexchange = "okx"\n{other}')
    words = scan_step(loaded(plan)["readiness.yml"])["run"].split()
    assert parsed(words[1:])["accounts"] == ("--fail-on",)
