"""``readiness watch``: lines, records, files, and what does not stop it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.scan.support import Bank, bank, today

from readiness.cli.clock import now
from readiness.cli.streams import OutputError
from readiness.domain.snapshot import Snapshot
from readiness.domain.verdict import Verdict
from readiness.history import Ending, Entry, History, default_path
from readiness.scan import family
from readiness.simulator import OkxAccount

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d (?P<account>[\w-]+): (?P<said>.*)")


def entries() -> tuple[Entry, ...]:
    """What is recorded, oldest first."""
    with History.open(default_path(), now=now, create=False) as history:
        return history.entries()[::-1]


def said(out: str) -> dict[str, str]:
    """What stdout says of each account, without the time."""
    matches = [LINE.fullmatch(line) for line in out.splitlines()]
    assert all(matches), out
    return {match["account"]: match["said"] for match in matches if match}


class Place:
    """A directory with a configuration of accounts that are there."""

    def __init__(self, here: Bank, patch: pytest.MonkeyPatch) -> None:
        self.here = here
        self.file = Path("readiness.toml")
        self.more = ""
        for name, value in here.environ().items():
            patch.setenv(name, value)
        self.write()

    def write(self, **tables: str) -> None:
        """Write the configuration; with more in the tables of some accounts."""
        self.file.write_text(
            "".join(
                f'[accounts.{name}]\nexchange = "okx"\ncredentials = "env"\n'
                f'base_url = "{self.here.base_url}"\n{tables.get(name, "")}\n'
                for name in self.here.accounts
            )
            + self.more,
            encoding="utf-8",
        )


@contextmanager
def place(patch: pytest.MonkeyPatch, **accounts: OkxAccount) -> Iterator[Place]:
    with bank(accounts) as here:
        yield Place(here, patch)


def dusty() -> OkxAccount:
    account = OkxAccount()
    account.funding("LUNC", "0.0001")
    return account


def brief() -> OkxAccount:
    """With a key that is refused: of all scans, the shortest."""
    return OkxAccount(permissions=("read_only", "trade"))


def test_once_tells_each_account_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 0 whatever the verdicts are: they are in the output and in the history."""
    with place(monkeypatch, dust=dusty(), clean=OkxAccount()):
        outcome = run("watch", "--once")
    assert (outcome.code, outcome.err) == (0, "")
    told = said(outcome.out)
    assert re.fullmatch(r"blocked, 1 blocker, \d+ to confirm", told["dust"])
    assert re.fullmatch(r"unconfirmed, \d+ to confirm", told["clean"])
    assert {(e.account, e.trigger, e.ending, e.verdict) for e in entries()} == {
        ("dust", "watch", Ending.DONE, Verdict.BLOCKED),
        ("clean", "watch", Ending.DONE, Verdict.UNCONFIRMED),
    }


def test_the_line_tells_what_changed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Since the last scan that was recorded, whatever made it."""
    account = dusty()
    with place(monkeypatch, main=account):
        run("watch", "--once")
        assert said(run("watch", "--once").out)["main"].endswith("to confirm (no change)")
        account.funding("LUNC", 0)
        outcome = run("watch", "--once", "main")
    assert said(outcome.out)["main"].endswith("to confirm (was blocked, 1 went away)")


def test_a_key_of_another_account_is_said_aloud(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the same name: nothing went away from the account before, it was not looked at."""
    with place(monkeypatch, main=dusty(), other=OkxAccount()) as here:
        run("watch", "--once", "main")
        for name, value in here.here.environ().items():
            monkeypatch.setenv(name.replace("_OTHER_", "_MAIN_"), value)
        outcome = run("watch", "--once", "main")
        assert "(" not in said(outcome.out)["main"]
        assert "main: its key belongs to another account" in outcome.err
        assert "scan 1 (" in outcome.err
        assert run("watch", "--once", "main").err == ""


def test_no_history_tells_nothing_of_before(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written, and nothing is read."""
    with place(monkeypatch, main=dusty()):
        for _ in range(2):
            outcome = run("watch", "--once", "--no-history")
            assert "(" not in said(outcome.out)["main"]
    assert not default_path().exists()


def test_one_account_without_its_key_stops_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is recorded as failed and said on stderr, and the others are scanned.

    The exit code is that of what is missing: a timer should not look well for ever.
    """
    with place(monkeypatch, main=dusty(), other=OkxAccount()):
        monkeypatch.delenv("READINESS_MAIN_SECRET")
        outcome = run("watch", "--once")
    assert outcome.code == 2
    told = said(outcome.out)
    assert told["main"] == "not scanned, see the error"
    assert told["other"].startswith("unconfirmed")
    assert "readiness: error: main was not scanned: account main, field secret" in outcome.err
    assert "next: set the environment variable READINESS_MAIN_SECRET" in outcome.err
    endings = {entry.account: entry.ending for entry in entries()}
    assert endings == {"main": Ending.FAILED, "other": Ending.DONE}


def test_a_defect_is_the_accounts_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with its traceback and recorded; the others go on; the exit code says so."""
    real = family.scan_family

    async def fragile(which: Any, *rest: Any) -> Snapshot:
        if which.main.account.name == "main":
            raise RuntimeError("a bug")
        return await real(which, *rest)

    monkeypatch.setattr("readiness.scan.run.scan_family", fragile)
    with place(monkeypatch, main=dusty(), other=OkxAccount()):
        outcome = run("watch", "--once")
    assert outcome.code == 1
    assert said(outcome.out)["other"].startswith("unconfirmed")
    assert "main was not scanned" in outcome.err
    assert "RuntimeError: a bug" in outcome.err
    assert {entry.note for entry in entries()} == {"", "a defect of the tool (RuntimeError)"}


def test_a_copied_key_fails_both_accounts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of them: nobody knows which of the two the key was copied from."""
    account = OkxAccount()
    with place(monkeypatch, one=account, two=account):
        outcome = run("watch", "--once")
    assert outcome.code == 2
    assert outcome.err.count("both keys belong to the same") == 2
    assert [entry.ending for entry in entries()] == [Ending.FAILED, Ending.FAILED]


@pytest.mark.parametrize("table", ["", 'every = "6h"\n'])
def test_a_sub_account_is_scanned_with_its_parent(
    run: Run, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """It has no entry and no schedule of its own; one that is written down is a warning."""
    main = OkxAccount()
    grid = main.sub_account("grid01", key="fake-grid")
    with place(monkeypatch, main=main, grid=grid) as here:
        here.write(grid=f'parent = "main"\nsub_account = "grid01"\n{table}')
        outcome = run("watch", "--once", "grid")
    assert list(said(outcome.out)) == ["main"]
    assert [entry.account for entry in entries()] == ["main"]
    assert ("its own schedule does not count" in outcome.err) is bool(table)


def test_a_closing_account_is_asked_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says until when; the history has it as closing."""
    with place(monkeypatch, main=dusty()) as here:
        here.more = f"[accounts.main.closure]\nrequested_on = {today()}\nwait_days = 30\n"
        here.write()
        outcome = run("watch", "--once")
        assert here.here.asked() == []
    until = today() + timedelta(days=30)
    assert said(outcome.out) == {"main": f"closing, nothing is sent until {until}"}
    assert [entry.verdict for entry in entries()] == [Verdict.CLOSING]


def test_the_newest_reports_are_kept_in_files(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """All accounts in one document, replaced in one step; stdout has the lines all the same."""
    Path("report.json").write_text("old", encoding="utf-8")
    Path("report.json").chmod(0o600)
    with place(monkeypatch, dust=dusty(), clean=OkxAccount()):
        outcome = run("watch", "--once", "--output", "json=report.json", "--output", "t.txt")
    assert said(outcome.out).keys() == {"dust", "clean"}
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert [entry["account"] for entry in report["accounts"]] == ["dust", "clean"]
    assert report["verdict"] == "blocked"
    assert Path("report.json").stat().st_mode & 0o777 == 0o600
    assert "BLOCKED" in Path("t.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in Path().iterdir()) == [
        "readiness.toml",
        "report.json",
        "t.txt",
    ]


@pytest.mark.parametrize("directory", ["missing", "x" * 300])
def test_a_file_that_cannot_be_written_stops_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, directory: str
) -> None:
    """It is an error on stderr and in the exit code; the scan counts and is recorded."""
    with place(monkeypatch, main=brief()):
        outcome = run("watch", "--once", "--output", f"json={directory}/report.json")
    assert outcome.code == 1
    assert f"could not be written to {directory}/report.json" in outcome.err
    assert "defect" not in outcome.err
    assert "main" in said(outcome.out)
    assert [entry.ending for entry in entries()] == [Ending.DONE]


def test_a_notification_that_fails_changes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a warning; line, record and exit code are the scan's."""
    with place(monkeypatch, main=dusty()) as here:
        here.more = '[notify.targets.inbox]\nkind = "webhook"\nurl = "env"\n'
        here.write()
        outcome = run("watch", "--once")
    assert outcome.code == 0
    assert "readiness: warning: " in outcome.err
    assert "inbox" in outcome.err
    assert said(outcome.out)["main"].startswith("blocked")


def test_a_target_that_is_not_set_up_is_told_at_the_start(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not weeks later, when there is news for it."""
    monkeypatch.setattr("readiness.cli.rounds.write_stdout", _closed)
    with place(monkeypatch, main=brief()) as here:
        here.more = '[watch]\nevery = "6h"\n[notify.targets.inbox]\nkind = "webhook"\nurl = "env"\n'
        here.write()
        outcome = run("watch")
    assert "readiness: warning: " in outcome.err
    assert "READINESS_NOTIFY_INBOX_URL" in outcome.err


def _closed(_: str) -> None:
    raise OutputError("stdout", None)


@pytest.mark.parametrize(
    ("more", "arguments", "words"),
    [
        ("", (), ["accounts.main: has no schedule", 'write every = "6h"', "--once"]),
        ("", ("nobody",), ["there is no account 'nobody'"]),
        ('[watch]\nevery = "6"\n', ("--once",), ["watch.every"]),
        ('[watch]\ntimezone = "Mars"\n', ("--once",), ["watch.timezone"]),
        ("", ("--once", "--output", "json=-"), ["stdout has the line of each scan"]),
        ("", ("--once", "--output", "jsno=a.json"), ["no format 'jsno'"]),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    more: str,
    arguments: tuple[str, ...],
    words: list[str],
) -> None:
    """Exit code 2 before anything is asked, saying what to write."""
    with place(monkeypatch, main=OkxAccount()) as here:
        here.more = more
        here.write()
        outcome = run("watch", *arguments)
        assert here.here.asked() == []
    assert (outcome.code, outcome.out) == (2, "")
    for word in words:
        assert word in outcome.err
    assert not default_path().exists()


def test_without_a_configuration_there_is_nothing_to_watch(run: Run) -> None:
    """Exit code 2, and where it was looked for."""
    outcome = run("watch")
    assert outcome.code == 2
    assert "no configuration found" in outcome.err


def test_a_rejected_key_is_a_verdict(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exchange was asked: that scan is done, and not failed."""
    account = OkxAccount()
    with place(monkeypatch, main=account):
        account.keys = [replace(account.keys[0], secret="another")]
        outcome = run("watch", "--once")
    assert said(outcome.out)["main"].startswith("refused")
    assert [entry.ending for entry in entries()] == [Ending.DONE]


@pytest.mark.parametrize("secret", ["right", "wrong"])
def test_no_part_of_a_key_comes_out(run: Run, monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    """Not in a line, an error, a file or the history, whether the key works or not."""
    account = dusty()
    with place(monkeypatch, main=account):
        if secret == "wrong":
            account.keys = [replace(account.keys[0], secret="another-secret")]
        outcome = run("watch", "--once", "--output", "json=report.json")
    parts = (account.key, account.secret, account.passphrase)
    written = [path.read_bytes() for path in (default_path(), Path("report.json"))]
    for part in parts:
        assert part not in outcome.out + outcome.err
        assert all(part.encode() not in content for content in written)
