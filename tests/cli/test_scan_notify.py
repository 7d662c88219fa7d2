"""``readiness scan --notify``: who is told what, and that it never changes how a scan ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import MemoryKeyring, Run
from tests.cli.fakes import FakeScan
from tests.notify.receiver import Receiver, receiving, status

from readiness.config import CredentialError
from readiness.domain.verdict import Verdict

CANARY = "CANARY5ecret0token"
CONFIG = """
[accounts.okx-main]
exchange = "okx"

[notify.targets.hook]
kind = "webhook"

[notify.targets.beat]
kind = "ping"
start = true
"""


@pytest.fixture(autouse=True)
def config(clean_place: Path) -> Path:
    """A configuration with two targets."""
    path = clean_place / "readiness.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


def stored(ring: MemoryKeyring, there: Receiver) -> Receiver:
    ring.set_password("readiness", "notify/hook", f"{there.base_url}/hook/{CANARY}")
    ring.set_password("readiness", "notify/beat", f"{there.base_url}/beat/{CANARY}")
    return there


@pytest.fixture
def there(memory_keyring: MemoryKeyring) -> Iterator[Receiver]:
    """The receiver that both targets lead to."""
    with receiving() as receiver:
        yield stored(memory_keyring, receiver)


def told(there: Receiver) -> list[list[str]]:
    """What each message was about."""
    return [got.json["topics"] for got in there.got if got.method == "POST"]


def beats(there: Receiver) -> list[str]:
    """What each heartbeat said."""
    paths = [got.path for got in there.got if got.method == "GET"]
    return [path.removeprefix(f"/beat/{CANARY}") for path in paths]


def test_only_what_is_new_is_told(run: Run, scan: FakeScan, there: Receiver) -> None:
    """The first scan, and then every change once; heartbeats after every scan."""
    for verdict in (Verdict.CLOSING, Verdict.CLOSING, Verdict.READY, Verdict.READY):
        scan.verdict = verdict
        assert run("scan", "--notify").err == ""
    assert told(there) == [["change"], ["ready", "change"]]
    assert beats(there) == ["/start", ""] * 4


def test_without_the_option_nobody_is_told(run: Run, scan: FakeScan, there: Receiver) -> None:
    """A scan by hand is nobody's business."""
    assert run("scan").code == 10
    assert there.got == []


def test_a_scan_by_hand_counts_as_seen(run: Run, scan: FakeScan, there: Receiver) -> None:
    """Whoever ran it has read its report."""
    run("scan", "--notify")
    scan.verdict = Verdict.READY
    run("scan")
    run("scan", "--notify")
    assert told(there) == [["change"]]


def test_without_a_history_every_scan_is_the_first(
    run: Run, scan: FakeScan, there: Receiver
) -> None:
    """As on a fresh machine: the verdict is told each time."""
    for _ in range(2):
        assert run("scan", "--notify", "--no-history").code == 10
    assert told(there) == [["change"], ["change"]]
    assert {got.json["previous_verdict"] for got in there.got if got.method == "POST"} == {None}


def test_blindness_is_told_once(run: Run, scan: FakeScan, there: Receiver) -> None:
    """After three scans in a row, and again after one that could look."""
    blind, clear = Verdict.INCOMPLETE, Verdict.READY
    for verdict in (clear, blind, blind, blind, blind, clear, blind, blind, blind):
        scan.verdict = verdict
        run("scan", "--notify")
    assert [topics for topics in told(there) if "blind" in topics] == [["blind"]] * 2
    assert beats(there).count("/fail") == 7


def test_what_could_not_be_scanned_is_told_once(run: Run, scan: FakeScan, there: Receiver) -> None:
    """With the reason and the exit code as ever; every heartbeat says so."""
    scan.raises = CredentialError("okx-main", "the keyring has no entry for it", "run something")
    for _ in range(3):
        assert run("scan", "--notify").code == 2
    assert told(there) == [["failed"]]
    (message,) = (got.json for got in there.got if got.method == "POST")
    assert "the keyring has no entry for it" in message["text"]
    assert beats(there) == ["/start", "/fail"] * 3
    scan.raises = None
    run("scan", "--notify")
    scan.raises = CredentialError("okx-main", "locked")
    run("scan", "--notify")
    assert told(there) == [["failed"], ["change"], ["failed"]]


def test_a_defect_is_told_without_its_words(run: Run, scan: FakeScan, there: Receiver) -> None:
    """It may quote anything."""
    scan.raises = RuntimeError(CANARY)
    assert run("scan", "--notify").code == 1
    bodies = " ".join(got.body.decode() for got in there.got)
    assert "RuntimeError" in bodies
    assert CANARY not in bodies


@pytest.mark.parametrize("verdict", Verdict)
def test_a_failing_notification_changes_nothing(
    run: Run, scan: FakeScan, memory_keyring: MemoryKeyring, verdict: Verdict
) -> None:
    """Same exit code, same report; a warning without a URL on stderr."""
    scan.verdict = verdict
    plain = run("scan", "--no-history", "--format", "json")
    with receiving(status(404)) as there:
        stored(memory_keyring, there)
        outcome = run("scan", "--no-history", "--format", "json", "--notify")
    assert (outcome.code, outcome.out) == (plain.code, plain.out)
    assert outcome.err.count("warning: notification target") == 3
    assert "HTTP status 404" in outcome.err
    assert CANARY not in outcome.err


def test_urls_that_are_not_there_change_nothing(run: Run, scan: FakeScan) -> None:
    """What to do is a warning."""
    outcome = run("scan", "--notify")
    assert outcome.code == 10
    assert "readiness notify set hook" in outcome.err


def test_a_defect_of_a_notification_changes_nothing(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even that: it is told like any defect, and the verdict counts."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("readiness.notify.Notifier", broken)
    outcome = run("scan", "--notify")
    assert outcome.code == 10
    assert "the verdict counts" in outcome.err


def test_nobody_to_tell_is_said(run: Run, scan: FakeScan, config: Path) -> None:
    """An option that does nothing is a mistake worth a warning."""
    config.write_text('[accounts.okx-main]\nexchange = "okx"\n', encoding="utf-8")
    outcome = run("scan", "--notify")
    assert outcome.code == 10
    assert "[notify.targets.NAME]" in outcome.err


def test_what_is_told_is_in_the_language_of_the_configuration(
    run: Run, scan: FakeScan, there: Receiver, config: Path
) -> None:
    """Also what is recorded, when somebody looks at it later."""
    config.write_text(f'language = "zh"\n{CONFIG}', encoding="utf-8")
    for verdict in (Verdict.READY, Verdict.BLOCKED):
        scan.verdict = verdict
        run("scan", "--notify")
    messages = [got.json for got in there.got if got.method == "POST"]
    assert "可以注销（READY）" in str(messages[0])
    assert "有阻碍（BLOCKED）" in str(messages[1])
    assert "有阻碍（blocked）" in run("history").out
    assert "结论：" in run("diff", "okx-main").out
    assert "Verdict:" in run("diff", "okx-main", "--lang", "en").out
