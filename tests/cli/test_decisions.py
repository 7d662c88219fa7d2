"""``readiness confirm`` and ``acknowledge``: only decisions that can count are written."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan

from readiness.cli import clock, main
from readiness.domain.verdict import Verdict

LUNC = "okx-main/main/wallet.funding/LUNC"
ORDER = "okx-main/main/orders.open/BTC-USDT%20limit%20buy"
FAILED = "okx-main/main/earn.fixed/not-seen"
NOW = datetime.now(UTC)
BAD_DAYS = ("31.12.2026", "12/31/2026", "2026-02-30", "20261231", "2026-W01-1", "tomorrow", "")


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No day ends while a test runs."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def family(config: Path) -> Path:
    """A configuration with a sub-account and an account at another exchange."""
    more = (
        '\n[accounts.grid]\nexchange = "okx"\nparent = "okx-main"\nsub_account = "g"\n'
        '\n[accounts.binance-main]\nexchange = "binance"\n'
    )
    config.write_text(config.read_text(encoding="utf-8") + more, encoding="utf-8")
    return config


def written(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def today() -> date:
    return NOW.date()


def later(days: int = 30) -> str:
    return str(today() + timedelta(days=days))


# --- confirm ---------------------------------------------------------------------------------


def test_a_look_is_written_with_todays_date(run: Run, family: Path) -> None:
    """One entry for each item; the answer says how long it counts."""
    outcome = run("confirm", "okx-main", "p2p", "authenticator", "orders.open")
    assert (outcome.code, outcome.err) == (0, "")
    entries = written(family)["confirm"]
    assert [(entry["item"], entry["on"]) for entry in entries] == [
        ("p2p", today()),
        ("authenticator", today()),
        ("orders.open", today()),
    ]
    assert f"p2p looked at on {today()}; it counts through {later(6)}." in outcome.out
    assert f"counts through {later(29)}" in outcome.out


def test_a_second_look_renews_the_first(run: Run, family: Path) -> None:
    """There is one entry, with the new day."""
    earlier = today() - timedelta(days=3)
    assert run("confirm", "okx-main", "p2p", "--on", str(earlier)).code == 0
    assert [entry["on"] for entry in written(family)["confirm"]] == [earlier]
    assert run("confirm", "okx-main", "p2p", "p2p").code == 0
    assert [entry["on"] for entry in written(family)["confirm"]] == [today()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("okx-main", "p2pp"), ("no item p2pp", "did you mean p2p?", "web3-wallet")),
        (("okx-main", "manual.p2p"), ("did you mean p2p?",)),
        (("okx-main", "P2P"), ("did you mean p2p?",)),
        (("okx-main", "wallet.spot"), ("OKX has no item", "wallet.funding")),
        (("binance-main", "wallet.trading"), ("Binance has no item",)),
        (("okx-main", "*"), ("ITEM holds a *", "looking at it")),
        (("okx-main", "p2p", "p2*"), ("ITEM holds a *",)),
        (("okx-main", ""), ("ITEM is empty", "the report of a scan names")),
        (("okx-main", "\udcff"), ("no text",)),
        (("okx-mian", "p2p"), ("no account okx-mian", "did you mean okx-main?")),
        (("grid", "p2p"), ("belongs to okx-main", "name the main account: okx-main")),
        (("okx-main",), ("ITEM",)),
        (("okx-main", "p2p", "--on", later(1)), ("in the future",)),
        (("okx-main", "p2p", "--on", "2020-01-01"), ("counted until 2020-01-07", "look again")),
        *((("okx-main", "p2p", "--on", day), ("--on", "YYYY-MM-DD")) for day in BAD_DAYS),
        (("okx-main", "p2p", "--on", later(-1), "--remove"), ("--remove",)),
    ],
)
def test_what_cannot_count_is_not_confirmed(
    run: Run, family: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Exit code 2, what is wrong and what would be right, and the file stays as it is."""
    before = family.read_bytes()
    outcome = run("confirm", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert [word for word in words if word not in outcome.err] == []
    assert "Traceback" not in outcome.err
    assert family.read_bytes() == before


def test_a_confirmation_is_taken_back(run: Run, family: Path) -> None:
    """Of an item that the exchange does not know any more as well; twice is no error."""
    old = '\n[[confirm]]\naccount = "okx-main"\nitem = "gone"\non = 2026-01-01\n'
    before = family.read_text(encoding="utf-8")
    family.write_text(before + old, encoding="utf-8")
    assert "not confirmed any more" in run("confirm", "okx-main", "gone", "--remove").out
    assert family.read_text(encoding="utf-8") == before
    outcome = run("confirm", "okx-main", "gone", "--remove")
    assert (outcome.code, "was not confirmed" in outcome.out) == (0, True)


# --- acknowledge -----------------------------------------------------------------------------


def accept(run: Run, fingerprint: str, *more: str, until: str = later()) -> Any:
    return run("acknowledge", fingerprint, "--reason", "it can stay", "--until", until, *more)


def test_a_finding_is_accepted(run: Run, family: Path) -> None:
    """Without a recorded scan it is written, with a warning that nobody has compared."""
    outcome = accept(run, LUNC, "--up-to", "0.0001")
    assert outcome.code == 0
    assert "no scan of okx-main is recorded" in outcome.err
    (entry,) = written(family)["acknowledge"]
    assert entry == {
        "fingerprint": LUNC,
        "reason": "it can stay",
        "up_to": "0.0001",
        "until": today() + timedelta(days=30),
    }


def test_it_is_renewed_with_its_limit_named_again(run: Run, family: Path) -> None:
    """Leaving the limit out neither keeps nor drops it in silence."""
    accept(run, LUNC, "--up-to", "0.00000001")
    refused = accept(run, LUNC)
    assert refused.code == 2
    assert "up to 0.00000001, and --up-to is missing" in refused.err
    assert accept(run, LUNC, "--up-to", "0.5").code == 0
    (entry,) = written(family)["acknowledge"]
    assert entry["up_to"] == "0.5"


@pytest.mark.parametrize(
    ("fingerprint", "words"),
    [
        ("okx-main/main/wallet.fundin/LUNC", ("did you mean the area wallet.funding?",)),
        ("okx-main/main/manual.nothing/p2p", ("no finding can have the name",)),
        ("okx-main/main/wallet.funding/*", ("holds a *",)),
        ("okx-main/main/wallet.funding", ("is not a fingerprint",)),
        ("okx-main/main/wallet.funding/a/b", ("is not a fingerprint",)),
        ("okx-main/main/wallet.funding/a b", ("is not a fingerprint",)),
        ("okx-main/main/wallet.funding/a%2fb", ("copy it from the report",)),
        ("okx-main/main/wallet.funding/%41", ("copy it from the report",)),
        ("okx-main/main/wallet.funding/%zz", ("copy it from the report",)),
        ("okx-main/main/wallet.funding/%ff", ("copy it from the report",)),
        ("okx-main/main/wallet.funding/LUNC#1", ("copy it from the report",)),
        ("okx-main/main/wallet.funding/LUNC#", ("copy it from the report",)),
        ("okx-mian/main/wallet.funding/LUNC", ("did you mean okx-main?",)),
        ("grid/main/wallet.funding/LUNC", ("name the main account: okx-main",)),
        ("", ("is not a fingerprint",)),
    ],
)
def test_what_no_finding_can_be_called(
    run: Run, family: Path, fingerprint: str, words: tuple[str, ...]
) -> None:
    """Nothing is written that could never count."""
    before = family.read_bytes()
    outcome = accept(run, fingerprint)
    assert outcome.code == 2
    assert [word for word in words if word not in outcome.err] == []
    assert family.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--until", later()), "--reason missing"),
        (("--reason", "x"), "--until missing"),
        ((), "--reason and --until missing"),
        (("--reason", " ", "--until", later()), "--reason is empty"),
        (("--reason", "\udcff", "--until", later()), "no text"),
        (("--reason", "x", "--until", str(today())), "not count on any day"),
        (("--reason", "x", "--until", later(-1)), "not count on any day"),
        *((("--reason", "x", "--until", day), "--until") for day in BAD_DAYS),
        *(
            (("--reason", "x", "--until", later(), "--up-to", amount), "--up-to is not a decimal")
            for amount in ("", "-1", "1e3", "1,5", "NaN", "inf", "0x1", "1_000", " 1", "1" * 101)
        ),
        (("--remove", "--reason", "x"), "--remove"),
    ],
)
def test_what_is_no_decision(run: Run, family: Path, arguments: tuple[str, ...], word: str) -> None:
    """A reason, a day in the future and a plain amount, or exit code 2."""
    before = family.read_bytes()
    outcome = run("acknowledge", LUNC, *arguments)
    assert outcome.code == 2
    assert word in outcome.err
    assert family.read_bytes() == before


@pytest.fixture
def scanned(run: Run, scan: FakeScan, family: Path) -> Path:
    """The configuration, after a scan that found something."""
    scan.verdict = Verdict.BLOCKED
    assert run("scan", "okx-main").code == 10
    return family


def test_what_the_last_scan_found_is_accepted(run: Run, scanned: Path) -> None:
    """With the limit that its amount needs, and no warning."""
    for outcome in (accept(run, LUNC, "--up-to", "0.0001"), accept(run, ORDER)):
        assert (outcome.code, outcome.err) == (0, "")
    assert len(written(scanned)["acknowledge"]) == 2


@pytest.mark.parametrize(
    ("fingerprint", "more", "words"),
    [
        (LUNC, (), ("needs `up_to`", "0.0001 was there")),
        (LUNC, ("--up-to", "0.00009"), ("is more than its", "0.0001 was there")),
        (LUNC, ("--force",), ("needs `up_to`",)),
        (FAILED, (), ("cannot be acknowledged", "can only be cleared")),
        (f"{LUNC}#2", ("--up-to", "1"), (f"did you mean {LUNC}?", "--force")),
        ("okx-main/main/orders.open/other", (), ("did not find", "--force")),
    ],
)
def test_the_last_scan_knows_better(
    run: Run, scanned: Path, fingerprint: str, more: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """What it shows would not count is refused, with its sentence."""
    before = scanned.read_bytes()
    outcome = accept(run, fingerprint, *more)
    assert outcome.code == 2
    assert [word for word in words if word not in outcome.err] == []
    assert scanned.read_bytes() == before


def test_what_is_not_there_yet_can_be_insisted_on(run: Run, scanned: Path) -> None:
    """For a finding that comes and goes."""
    fingerprint = "okx-main/main/orders.open/other"
    assert accept(run, fingerprint, "--force").code == 0
    assert written(scanned)["acknowledge"][0]["fingerprint"] == fingerprint


def test_an_acknowledgement_is_taken_back(run: Run, family: Path) -> None:
    """The file is what it was; twice is no error."""
    before = family.read_bytes()
    accept(run, LUNC, "--up-to", "1")
    assert "not accepted any more" in run("acknowledge", LUNC, "--remove").out
    assert family.read_bytes() == before
    outcome = run("acknowledge", LUNC, "--remove")
    assert (outcome.code, "was not accepted" in outcome.out) == (0, True)


reasons = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(reasons.filter(str.strip), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_and_any_name_come_back(family: Path, reason: str, subject: str) -> None:
    """Through the command line and the file: exactly what was given."""
    from urllib.parse import quote

    fingerprint = f"okx-main/main/orders.open/{quote(subject, safe='')}"
    arguments = ["acknowledge", fingerprint, f"--reason={reason}", "--until", later()]
    assert main(arguments) == 0
    entries = {entry["fingerprint"]: entry for entry in written(family)["acknowledge"]}
    assert entries[fingerprint]["reason"] == reason


# --- Files and days --------------------------------------------------------------------------


def test_a_file_that_cannot_be_written_is_exit_code_1(
    run: Run, family: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What, where, why and what to do; no traceback, and nothing is lost."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = family.read_bytes()
    monkeypatch.setattr("tempfile.mkstemp", full)
    for arguments in (("confirm", "okx-main", "p2p"), ("closure", "cancelled", "okx-main")):
        family.write_bytes(before + b"[accounts.okx-main.closure]\nrequested_on=2026-01-01\n")
        family.write_bytes(family.read_bytes() + b"wait_days = 3\n")
        outcome = run(*arguments)
        assert (outcome.code, outcome.out) == (1, "")
        assert "readiness.toml could not be written: No space left" in outcome.err
        assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", ["confirm", "acknowledge"])
def test_a_missing_configuration_is_exit_code_2(run: Run, config: Path, command: str) -> None:
    """As everywhere."""
    config.unlink()
    assert run(command, LUNC, "p2p" if command == "confirm" else "--remove").code == 2


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The machine is in this time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


ZONES = pytest.mark.parametrize(
    "zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata"], indirect=True
)


@ZONES
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2028, 2, 28, 23, 59, 59, tzinfo=UTC), date(2028, 2, 28)),
        (datetime(2028, 2, 29, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2028, 3, 1, tzinfo=UTC), date(2028, 3, 1)),
    ],
)
def test_a_day_is_one_in_utc_wherever_the_machine_is(
    run: Run,
    family: Path,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    moment: datetime,
    day: date,
) -> None:
    """Today, the future and the end of an acknowledgement change at midnight in UTC."""
    del zone
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert run("confirm", "okx-main", "p2p").code == 0
    assert written(family)["confirm"][0]["on"] == day
    following = str(day + timedelta(days=1))
    assert run("confirm", "okx-main", "p2p", "--on", following).code == 2
    assert accept(run, LUNC, until=str(day)).code == 2
    assert accept(run, LUNC, until=following).code == 0
