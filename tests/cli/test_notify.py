"""``readiness notify`` and the targets in ``doctor``: nothing of it ever shows a URL."""

import io
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import MemoryKeyring, Run
from tests.cli.fakes import FakeScan
from tests.notify.receiver import Receiver, receiving, status

CANARY = "CANARY5ecret0token"
CONFIG = """
[accounts.okx-main]
exchange = "okx"

[notify.targets.hook]
kind = "webhook"

[notify.targets.beat]
kind = "ping"
url = "env"
start = true
accounts = ["okx-main"]

[notify.targets.phone]
kind = "apprise"
url = "directory"
on = ["ready", "failed"]
"""


@pytest.fixture(autouse=True)
def config(clean_place: Path) -> Path:
    """A configuration with a target of each kind."""
    path = clean_place / "readiness.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


def only(config: Path, *names: str) -> None:
    """Keep only these targets."""
    head, *tables = CONFIG.split("[notify.targets.")
    kept = [f"[notify.targets.{table}" for table in tables if table.partition("]")[0] in names]
    config.write_text(head + "".join(kept), encoding="utf-8")


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def url_of(there: Receiver) -> str:
    return f"{there.base_url}/{CANARY}"


@pytest.mark.parametrize("text", ["{}", "{}\n", "\ufeff{}\r\n", "  {}  \n"])
def test_a_url_from_stdin_is_stored_and_never_shown(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """And what comes next is said."""
    url = f"https://notify.example.com/{CANARY}"
    for word in ("stored", "replaced"):
        type_in(monkeypatch, text.format(url))
        outcome = run("notify", "set", "hook", "--stdin")
        assert (outcome.code, outcome.err) == (0, "")
        assert word in outcome.out
        assert "readiness notify test hook" in outcome.out
        assert CANARY not in outcome.out
    assert memory_keyring.entries == {("readiness", "notify/hook"): url}


def test_a_person_is_asked_unseen(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A URL is a secret: it is a hidden prompt."""

    def prompt(text: str, *, hide_input: bool, **_: object) -> str:
        assert hide_input
        assert text.strip() == "url"
        return f" https://notify.example.com/{CANARY} "

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda _: True})())
    assert run("notify", "set", "hook").code == 0
    assert memory_keyring.entries["readiness", "notify/hook"].endswith(CANARY)


@pytest.mark.parametrize(
    "text", ["", CANARY, f"http://notify.example.com/{CANARY}", CANARY * 1_000, f"a\n{CANARY}"]
)
def test_what_is_no_url_is_refused_without_quoting_it(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Exit code 2."""
    type_in(monkeypatch, text)
    outcome = run("notify", "set", "hook", "--stdin")
    assert outcome.code == 2
    assert "notification target hook" in outcome.err
    assert CANARY not in outcome.out + outcome.err
    assert memory_keyring.entries == {}


def test_stdin_that_is_no_text_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are not UTF-8 are no defect."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), encoding="utf-8"))
    assert run("notify", "set", "hook", "--stdin").code == 2


def test_nobody_to_ask_is_a_usage_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal there is no prompt to hang at."""
    type_in(monkeypatch, "")
    outcome = run("notify", "set", "hook")
    assert outcome.code == 2
    assert "--stdin" in outcome.err


def test_a_url_that_lives_elsewhere_is_not_stored(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said before anybody types it."""
    type_in(monkeypatch, CANARY)
    outcome = run("notify", "set", "beat", "--stdin")
    assert outcome.code == 2
    assert "READINESS_NOTIFY_BEAT_URL" in outcome.err
    assert memory_keyring.entries == {}
    assert sys.stdin.read() == CANARY


def test_delete(run: Run, memory_keyring: MemoryKeyring) -> None:
    """Deleting twice is no error."""
    memory_keyring.set_password("readiness", "notify/hook", f"https://a.example/{CANARY}")
    memory_keyring.set_password("readiness", "hook", "the key of an account of that name")
    first, second = run("notify", "delete", "hook"), run("notify", "delete", "hook")
    assert (first.code, second.code) == (0, 0)
    assert "deleted" in first.out
    assert "nothing" in second.out
    assert list(memory_keyring.entries) == [("readiness", "hook")]


def test_test_sends_a_message_to_each(
    run: Run, config: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line each, and exit code 0."""
    only(config, "hook", "beat")
    with receiving() as there:
        memory_keyring.set_password("readiness", "notify/hook", url_of(there))
        monkeypatch.setenv("READINESS_NOTIFY_BEAT_URL", url_of(there))
        outcome = run("notify", "test")
    assert (outcome.code, outcome.out, outcome.err) == (0, "hook: sent.\nbeat: sent.\n", "")
    assert sorted(got.method for got in there.got) == ["GET", "POST"]


def test_test_of_some(run: Run, memory_keyring: MemoryKeyring) -> None:
    """Naming one twice sends one message."""
    with receiving() as there:
        memory_keyring.set_password("readiness", "notify/hook", url_of(there))
        outcome = run("notify", "test", "hook", "hook")
    assert (outcome.code, outcome.out) == (0, "hook: sent.\n")
    assert [got.json["topics"] for got in there.got] == [["test"]]


def test_test_that_fails(
    run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1; the others got theirs, and every failure is told without a URL."""
    with receiving() as there, receiving(status(404)) as broken:
        memory_keyring.set_password("readiness", "notify/hook", url_of(broken))
        monkeypatch.setenv("READINESS_NOTIFY_BEAT_URL", url_of(there))
        outcome = run("notify", "test")
    assert (outcome.code, outcome.out) == (1, "beat: sent.\n")
    assert "hook: not told: its server answers with HTTP status 404" in outcome.err
    assert "phone: not told" in outcome.err
    assert CANARY not in outcome.err


def test_show(run: Run, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each URL is, whether it is there, and what the target is told of."""
    memory_keyring.set_password("readiness", "notify/hook", f"https://a.example/{CANARY}")
    monkeypatch.setenv("READINESS_NOTIFY_BEAT_URL", CANARY)
    outcome = run("notify", "show")
    assert outcome.code == 0
    hook, beat, phone = _parts(outcome.out)
    assert hook == [
        "hook (webhook)",
        "  url in the system's keyring: set",
        "  told of: failed, ready, closing, blind, change",
        "  accounts: all",
    ]
    assert beat[1].endswith(
        "READINESS_NOTIFY_BEAT_URL: not usable: its URL is not a plain web address"
    )
    assert beat[2].startswith("  next: write https://HOST/PATH")
    assert beat[3:] == ["  told of: every scan, also when it begins", "  accounts: okx-main"]
    assert "CREDENTIALS_DIRECTORY" in phone[1]
    assert phone[3] == "  told of: failed, ready"
    assert CANARY not in outcome.out + outcome.err


def _parts(text: str) -> list[list[str]]:
    """The lines of each target."""
    parts: list[list[str]] = []
    for line in text.splitlines():
        if not line.startswith(" "):
            parts.append([])
        parts[-1].append(line)
    return parts


@pytest.mark.parametrize("command", ["set", "delete", "test"])
def test_a_target_that_is_not_configured_is_a_usage_error(run: Run, command: str) -> None:
    """It names the targets there are, and what to write."""
    outcome = run("notify", command, "hokk")
    assert outcome.code == 2
    assert "hook, beat, phone" in outcome.err
    assert "[notify.targets.hokk]" in outcome.err


@pytest.mark.parametrize("command", ["test", "show"])
def test_no_target_is_a_usage_error(run: Run, config: Path, command: str) -> None:
    """There is nothing to test and nothing to show."""
    only(config)
    outcome = run("notify", command)
    assert outcome.code == 2
    assert "[notify.targets.NAME]" in outcome.err


@pytest.mark.parametrize("command", [("set", "hook"), ("delete", "hook"), ("test",), ("show",)])
def test_every_command_takes_a_configuration(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """--config names another file, and a missing one is exit code 2."""
    outcome = run("notify", *command, "--config", str(tmp_path / "none.toml"))
    assert outcome.code == 2
    assert "none.toml" in outcome.err


def test_doctor_looks_at_every_target(
    run: Run, scan: FakeScan, config: Path, memory_keyring: MemoryKeyring
) -> None:
    """A line each, with the mend; nothing is sent, and no URL is shown."""
    only(config, "hook", "beat")
    with receiving() as there:
        memory_keyring.set_password("readiness", "notify/hook", url_of(there))
        outcome = run("doctor")
    assert outcome.code == 11
    assert "notification target hook: webhook, its URL is in the system's keyring" in outcome.out
    assert "READINESS_NOTIFY_BEAT_URL" in outcome.out.replace("\n", " ")
    assert there.got == []
    assert CANARY not in outcome.out + outcome.err
    only(config, "hook")
    assert run("doctor").code == 0
    assert len(scan.calls) == 2
