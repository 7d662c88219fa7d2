"""``readiness keys``: stores, shows, proves and deletes without giving anything away."""

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from tests.cli.conftest import MemoryKeyring, Run
from tests.cli.fakes import FakeScan
from tests.report.samples import ACTING, CLOSURE, READ_ONLY, REJECTED, UNPROVEN

from readiness.domain.answer import Cause, Reason
from readiness.domain.decision import Closure
from readiness.domain.key import KeyProof, RejectedKey

pytestmark = pytest.mark.usefixtures("config")

KEY = "canary-key-0123456789-wxyz"
SECRET = "canary-secret-0123456789"
PASSPHRASE = "canary-pass!"
FIELDS = {"key": KEY, "secret": SECRET, "passphrase": PASSPHRASE}


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(FIELDS),
        f"{KEY}\n{SECRET}\n{PASSPHRASE}\n",
        f"\ufeff{KEY}\r\n{SECRET}\r\n{PASSPHRASE}",
    ],
)
def test_a_key_from_stdin_is_stored_and_never_shown(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """A JSON object or three lines; the way back shows the last four characters only."""
    type_in(monkeypatch, text)
    stored = run("keys", "set", "okx-main", "--stdin")
    assert stored.code == 0
    assert "keys test okx-main" in stored.out
    assert any(SECRET in entry for entry in memory_keyring.entries.values())
    shown = run("keys", "show", "okx-main")
    assert shown.code == 0
    assert "ends with wxyz" in shown.out
    for outcome in (stored, shown):
        everything = outcome.out + outcome.err
        assert all(value not in everything for value in FIELDS.values())
        assert SECRET[-4:] not in everything


def test_a_second_key_replaces_the_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is said that there was one."""
    for word in ("stored", "replaced"):
        type_in(monkeypatch, json.dumps(FIELDS))
        assert word in run("keys", "set", "okx-main", "--stdin").out


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{KEY}\n{SECRET}",
        f"{KEY}\n{SECRET}\n{PASSPHRASE}\nextra",
        json.dumps({"key": KEY, "secret": SECRET}),
        json.dumps([KEY, SECRET, PASSPHRASE]),
        '{"key": "' + KEY,
        f"{KEY}\n{SECRET} \u00e9\n{PASSPHRASE}",
        "x" * 200_000,
    ],
)
def test_what_is_no_key_is_refused_without_quoting_it(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Exit code 2, what is needed, and nothing of what was given."""
    type_in(monkeypatch, text)
    outcome = run("keys", "set", "okx-main", "--stdin")
    assert outcome.code == 2
    assert "okx-main" in outcome.err
    assert not memory_keyring.entries
    assert all(value not in outcome.out + outcome.err for value in FIELDS.values())


def test_stdin_that_is_no_text_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are not UTF-8 are a credential error, not a defect."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), encoding="utf-8"))
    assert run("keys", "set", "okx-main", "--stdin").code == 2


def test_nobody_to_ask_is_a_usage_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal there is no prompt to hang at."""
    type_in(monkeypatch, "")
    outcome = run("keys", "set", "okx-main")
    assert outcome.code == 2
    assert "--stdin" in outcome.err


def test_a_person_is_asked_for_each_field_unseen(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every field is a hidden prompt, the passphrase as well."""
    asked: list[str] = []

    def prompt(text: str, *, hide_input: bool, **_: object) -> str:
        assert hide_input
        asked.append(text.strip())
        return FIELDS[text.strip()]

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda _: True})())
    assert run("keys", "set", "okx-main").code == 0
    assert asked == ["key", "secret", "passphrase"]
    assert memory_keyring.entries


def test_keys_that_live_elsewhere_are_not_stored(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said before anybody types a secret."""
    type_in(monkeypatch, json.dumps(FIELDS))
    outcome = run("keys", "set", "okx-env", "--stdin")
    assert outcome.code == 2
    assert "environment" in outcome.err
    assert not memory_keyring.entries
    assert sys.stdin.read() == json.dumps(FIELDS)


def test_show_names_the_source_and_what_is_missing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing field is exit code 2, with account and field."""
    monkeypatch.setenv("READINESS_OKX_ENV_KEY", KEY)
    monkeypatch.setenv("READINESS_OKX_ENV_SECRET", SECRET)
    outcome = run("keys", "show", "okx-env")
    assert outcome.code == 2
    assert "READINESS_OKX_ENV_" in outcome.out
    assert "passphrase" in outcome.err
    assert KEY not in outcome.out + outcome.err
    assert SECRET not in outcome.out + outcome.err


def test_of_a_short_key_nothing_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four characters of a short key would be much of it."""
    for field, value in (("KEY", "shortkey"), ("SECRET", SECRET), ("PASSPHRASE", PASSPHRASE)):
        monkeypatch.setenv(f"READINESS_OKX_ENV_{field}", value)
    outcome = run("keys", "show", "okx-env")
    assert outcome.code == 0
    assert "tkey" not in outcome.out


@pytest.mark.parametrize(
    ("proof", "code", "word"),
    [
        (READ_ONLY, 0, "read-only"),
        (ACTING, 3, "read_only, trade"),
        (REJECTED, 3, "50111"),
        (UNPROVEN, 11, "no answer within the time limit"),
        (CLOSURE, 11, "until 2026-12-20"),
    ],
)
def test_test_proves_that_the_key_can_only_read(
    run: Run, scan: FakeScan, proof: KeyProof | Closure, code: int, word: str
) -> None:
    """0 read-only, 3 can act or rejected, 11 could not ask."""
    scan.proof = proof
    outcome = run("keys", "test", "okx-main")
    assert outcome.code == code
    assert word in outcome.out
    assert outcome.err == ""


def test_a_key_that_is_gone_after_the_waiting_period(
    run: Run, scan: FakeScan, config: Path
) -> None:
    """It says that the account is probably closed; the code stays 3."""
    gone = Reason(cause=Cause.EXCHANGE_CODE, code="50119", text="API key doesn't exist")
    scan.proof = RejectedKey(reason=gone)
    assert "probably closed" not in run("keys", "test", "okx-main").out
    closure = "[accounts.okx-main.closure]\nrequested_on = 2026-01-01\nwait_days = 30\n"
    config.write_text(config.read_text(encoding="utf-8") + closure, encoding="utf-8")
    outcome = run("keys", "test", "okx-main")
    assert outcome.code == 3
    assert "probably closed" in outcome.out
    assert "2026-01-31" in outcome.out


@pytest.mark.parametrize("arguments", [("keys", "test", "okx-main"), ("doctor",), ("scan",)])
def test_forcing_is_told(
    run: Run, scan: FakeScan, config: Path, arguments: tuple[str, ...]
) -> None:
    """--force reaches the scan; stderr warns where a waiting period runs, and only there."""
    assert run(*arguments, "--force").err == ""
    today = datetime.now(UTC).date()
    closure = f"[accounts.okx-main.closure]\nrequested_on = {today}\nwait_days = 30\n"
    config.write_text(config.read_text(encoding="utf-8") + closure, encoding="utf-8")
    assert run(*arguments).err == ""
    warning = run(*arguments, "--force").err
    assert "okx-main: a closing request" in warning
    assert "okx-env" not in warning
    assert [call["force"] for call in scan.calls] == [True, False, True]


def test_delete_removes_it_and_says_that_the_key_lives_on(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting twice is no error."""
    type_in(monkeypatch, json.dumps(FIELDS))
    run("keys", "set", "okx-main", "--stdin")
    first, second = run("keys", "delete", "okx-main"), run("keys", "delete", "okx-main")
    assert (first.code, second.code) == (0, 0)
    assert "at the exchange" in first.out
    assert "nothing" in second.out
    assert not memory_keyring.entries


@pytest.mark.parametrize("command", ["set", "show", "test", "delete"])
def test_an_account_that_is_not_configured_is_a_usage_error(
    run: Run, scan: FakeScan, command: str
) -> None:
    """It names the accounts there are, and what to write."""
    outcome = run("keys", command, "okx-mian")
    assert outcome.code == 2
    assert "okx-main, okx-env" in outcome.err
    assert "[accounts.okx-mian]" in outcome.err
    assert not scan.calls


@pytest.mark.parametrize("command", ["set", "show", "test", "delete"])
def test_every_command_takes_a_configuration(run: Run, tmp_path: Path, command: str) -> None:
    """--config names another file, and a missing one is exit code 2."""
    outcome = run("keys", command, "okx-main", "--config", str(tmp_path / "none.toml"))
    assert outcome.code == 2
    assert "none.toml" in outcome.err
