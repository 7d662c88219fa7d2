"""``readiness closure``: written down when the account was ready, and not before."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan

from readiness.cli import clock
from readiness.domain.verdict import Verdict
from readiness.history import Ending, History, default_path

NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No day ends while a test runs."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def accounts(config: Path) -> Path:
    """A main account, its sub-account, and one at an exchange without a published period."""
    more = (
        '\n[accounts.grid]\nexchange = "okx"\nparent = "okx-main"\nsub_account = "g"\n'
        '\n[accounts.binance-main]\nexchange = "binance" # there\n'
    )
    config.write_text(config.read_text(encoding="utf-8") + more, encoding="utf-8")
    return config


@pytest.fixture
def ready(run: Run, scan: FakeScan) -> None:
    """The last scan of okx-main said ready."""
    scan.verdict = Verdict.READY
    assert run("scan", "okx-main").code == 0


def table(path: Path, account: str = "okx-main") -> Any:
    return tomllib.loads(path.read_text(encoding="utf-8"))["accounts"][account].get("closure")


def today() -> date:
    return NOW.date()


@pytest.mark.usefixtures("ready")
def test_a_request_is_written_down(run: Run, accounts: Path) -> None:
    """With the day and the number; the answer says until when nothing is sent."""
    outcome = run("closure", "requested", "okx-main", "--wait-days", "14")
    assert (outcome.code, outcome.err) == (0, "")
    assert table(accounts) == {"requested_on": today(), "wait_days": 14}
    ends = today() + timedelta(days=14)
    assert f"Until {ends} nothing is sent to OKX" in outcome.out
    assert "is not published" in outcome.out
    assert f"on {ends}: readiness scan okx-main" in outcome.out


@pytest.mark.usefixtures("ready")
def test_a_period_that_is_over_already_rests_nothing(run: Run) -> None:
    """Nobody is told to wait for a day that has passed."""
    day = today() - timedelta(days=14)
    outcome = run("closure", "requested", "okx-main", "--on", str(day), "--wait-days", "14")
    assert outcome.code == 0
    assert f"which ended on {today()}" in outcome.out
    assert "leave the account alone" not in outcome.out
    assert "readiness scan okx-main" in outcome.out


@pytest.mark.usefixtures("ready")
def test_the_policys_number_is_taken_with_its_doubts(run: Run, accounts: Path) -> None:
    """Where one is published: the warning says how well it is founded, and where it stands."""
    outcome = run("closure", "requested", "okx-main", "--on", str(today() - timedelta(days=2)))
    assert outcome.code == 0
    assert table(accounts) == {"requested_on": today() - timedelta(days=2), "wait_days": 30}
    assert "30 is taken (confidence: low)" in outcome.err
    assert "https://okx.com/" in outcome.err


def test_where_no_number_is_published_it_has_to_be_given(run: Run, accounts: Path) -> None:
    """Nothing is made up for Binance."""
    outcome = run("closure", "requested", "binance-main", "--force")
    assert outcome.code == 2
    assert "--wait-days" in outcome.err
    assert run("closure", "requested", "binance-main", "--force", "--wait-days", "7").code == 0
    assert table(accounts, "binance-main")["wait_days"] == 7


@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.READY])
def test_an_account_that_is_not_ready(
    run: Run, scan: FakeScan, accounts: Path, verdict: Verdict
) -> None:
    """Refused with the verdict and what to do; --force writes it and says so."""
    scan.verdict = verdict
    run("scan", "okx-main")
    before = accounts.read_bytes()
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"is {verdict}" in outcome.err
    assert "readiness scan okx-main" in outcome.err
    assert accounts.read_bytes() == before
    forced = run("closure", "requested", "okx-main", "--wait-days", "30", "--force")
    assert forced.code == 0
    assert f"is {verdict}; written all the same" in forced.err
    assert table(accounts)["wait_days"] == 30


@pytest.mark.parametrize("recorded", [True, False])
def test_an_account_of_which_nothing_is_recorded(
    run: Run, scan: FakeScan, accounts: Path, *, recorded: bool
) -> None:
    """No scan, or a history that is switched off: nobody knows whether it is ready."""
    scan.verdict = Verdict.READY
    if not recorded:
        switched_off = accounts.read_text(encoding="utf-8") + "[history]\nenabled = false\n"
        accounts.write_text(switched_off, encoding="utf-8")
        run("scan", "okx-main")
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert outcome.code == 2
    assert "no scan of okx-main is recorded" in outcome.err
    assert table(accounts) is None


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(("hours", "code"), [(23, 0), (25, 2), (-25, 2)])
def test_a_scan_grows_old(run: Run, monkeypatch: pytest.MonkeyPatch, hours: int, code: int) -> None:
    """After a day something may have come; a scan from the future proves as little."""
    moment = NOW + timedelta(hours=hours)
    monkeypatch.setattr(clock, "now", lambda: moment)
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert outcome.code == code
    assert ("more than a day" in outcome.err) == (code == 2)


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("ending", [Ending.RUNNING, Ending.INTERRUPTED, Ending.FAILED])
def test_a_later_scan_that_brought_nothing(run: Run, accounts: Path, ending: Ending) -> None:
    """It may have been about to say something else than the ready one before it."""
    with History.open(default_path(), now=clock.now) as history:
        id_ = history.begin("okx-main", "okx", "watch")
        if ending is Ending.INTERRUPTED:
            history.interrupt(id_)
        elif ending is Ending.FAILED:
            history.fail(id_, "no key")
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert outcome.code == 2
    assert f"is {ending}" in outcome.err
    assert table(accounts) is None


@pytest.mark.usefixtures("ready")
def test_a_ready_account_of_another_exchange(run: Run, accounts: Path) -> None:
    """The name means another account now, and of that nothing is known."""
    text = accounts.read_text(encoding="utf-8").replace('exchange = "okx"', 'exchange = "okx-eea"')
    accounts.write_text(text, encoding="utf-8")
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert outcome.code == 2
    assert "no scan of okx-main is recorded at OKX EEA" in outcome.err
    assert table(accounts) is None


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("grid",), "name the main account: okx-main"),
        (("okx-mian",), "did you mean okx-main?"),
        (("okx-main", "--on", "2999-01-01"), "in the future"),
        (("okx-main", "--on", "1.12.2026"), "--on"),
        (("okx-main", "--wait-days", "0"), "--wait-days"),
        (("okx-main", "--wait-days", "x"), "--wait-days"),
    ],
)
def test_what_is_no_request(
    run: Run, accounts: Path, arguments: tuple[str, ...], word: str
) -> None:
    """Exit code 2, and nothing is written."""
    before = accounts.read_bytes()
    outcome = run("closure", "requested", *arguments)
    assert outcome.code == 2
    assert word in outcome.err
    assert accounts.read_bytes() == before


@pytest.mark.usefixtures("ready")
def test_a_request_is_corrected(run: Run, scan: FakeScan, accounts: Path) -> None:
    """There is one, with what was said last; the scans that keep still meanwhile do not matter."""
    run("closure", "requested", "okx-main", "--wait-days", "30")
    scan.verdict = Verdict.CLOSING
    run("scan", "okx-main")
    assert run("closure", "requested", "okx-main", "--wait-days", "7").code == 0
    assert table(accounts)["wait_days"] == 7
    assert accounts.read_text(encoding="utf-8").count("closure") == 1


def test_a_request_whose_time_is_over_is_a_new_one(run: Run, accounts: Path) -> None:
    """It is measured by a new scan."""
    over = "[accounts.okx-main.closure]\nrequested_on = 2026-01-01\nwait_days = 3\n"
    accounts.write_text(accounts.read_text(encoding="utf-8") + over, encoding="utf-8")
    outcome = run("closure", "requested", "okx-main", "--wait-days", "30")
    assert (outcome.code, "no scan of okx-main" in outcome.err) == (2, True)


@pytest.mark.usefixtures("ready")
def test_a_request_is_taken_off_the_record(run: Run, accounts: Path) -> None:
    """The file is what it was; the exchange still has to be told."""
    before = accounts.read_bytes()
    run("closure", "requested", "okx-main", "--wait-days", "30")
    outcome = run("closure", "cancelled", "okx-main")
    assert outcome.code == 0
    assert "take the request back there as well" in outcome.out
    assert accounts.read_bytes() == before
    again = run("closure", "cancelled", "okx-main")
    assert (again.code, "no closing request" in again.out) == (0, True)
    assert run("closure", "cancelled", "grid").code == 2
