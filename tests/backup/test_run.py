"""Key first, whose directory it is, and what a backup amounts to."""

from __future__ import annotations

import fcntl
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.backup.support import Vault, statuses
from tests.exchanges.embedded import EMBEDDED

from readiness.backup import BackupError, BackupUsageError, ListStatus, Refused
from readiness.config.errors import CredentialError
from readiness.domain.decision import Closure
from readiness.domain.key import ActingKey, RejectedKey, UnprovenKey
from readiness.scan import ScanUsageError
from readiness.simulator import Fault, OkxAccount, rows

ONE = ("asset/bills-history",)


def held(vault: Vault) -> set[str]:
    return {path.name for path in vault.folder.iterdir()}


@pytest.mark.parametrize("permissions", [("read_only", "trade"), ("withdraw",), ("telepathy",)])
def test_a_key_that_can_act_is_asked_nothing_else(
    tmp_path: Path, permissions: tuple[str, ...]
) -> None:
    """Only the clock and the key itself were asked, and nothing was saved."""
    vault = Vault(tmp_path / "x", OkxAccount(permissions=permissions))
    outcome = vault.run()
    assert isinstance(outcome, Refused)
    assert isinstance(outcome.proof, ActingKey)
    assert vault.line.paths() == ["public/time", "account/config"]
    assert held(vault) == {".lock"}


def test_a_rejected_key_and_one_that_could_not_be_asked(tmp_path: Path) -> None:
    """The first is wrong, the second proves nothing; neither goes on."""
    vault = Vault(tmp_path / "x")
    vault.simulator.fault("account/config", Fault.error("50111"))
    outcome = vault.run()
    assert isinstance(outcome, Refused)
    assert isinstance(outcome.proof, RejectedKey)
    vault.simulator.clear_faults()
    vault.simulator.fault("account/config", Fault.html())
    outcome = vault.run()
    assert isinstance(outcome, Refused)
    assert isinstance(outcome.proof, UnprovenKey)
    assert set(vault.line.paths()) == {"public/time", "account/config"}


def test_an_exchange_without_lists_is_no_complete_backup(tmp_path: Path) -> None:
    """Where nothing can be asked for, nothing was saved, and nothing says so."""
    vault = Vault(tmp_path / "x", only=("no/such/list",))
    with pytest.raises(BackupUsageError, match="no list of history"):
        vault.run()
    assert vault.line.paths() == []
    assert held(vault) == {".lock"}


def test_while_a_closing_request_waits_nothing_is_sent(tmp_path: Path) -> None:
    """Unless it is forced."""
    today = datetime.now(UTC).date()
    closure = Closure(requested_on=today - timedelta(days=2), wait_days=30)
    vault = Vault(tmp_path / "x", closure=closure, only=ONE)
    assert vault.run() == closure
    assert vault.line.paths() == []
    assert not vault.folder.exists()
    assert vault.save(force=True).complete


def test_an_account_that_is_not_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A usage error that names those that are."""
    vault = Vault(tmp_path / "x")
    vault.name = "other"
    config = vault.config()
    vault.name = "nobody"
    monkeypatch.setattr(vault, "config", lambda: config)
    with pytest.raises(ScanUsageError, match="other"):
        vault.run()
    assert not vault.folder.exists()


def test_a_missing_credential_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No directory is left behind."""
    vault = Vault(tmp_path / "x")
    monkeypatch.setattr(type(EMBEDDED["okx"]), "environ", lambda *_: {})
    with pytest.raises(CredentialError):
        vault.run()
    assert not vault.folder.exists()


def test_a_sub_account_is_not_saved_with_the_main_accounts_key(tmp_path: Path) -> None:
    """The main account's history would stand in for the sub-account's, which would be lost."""
    main = OkxAccount()
    vault = Vault(tmp_path / "x", main, parent="above", only=ONE)
    with pytest.raises(BackupUsageError, match="is that of a main account"):
        vault.run()
    assert set(vault.line.paths()) == {"public/time", "account/config"}
    assert held(vault) == {".lock"}


def test_a_second_run_at_the_same_time_is_refused(tmp_path: Path) -> None:
    """The lock of a process that is gone holds nobody back."""
    vault = Vault(tmp_path / "x", only=ONE)
    vault.save()
    lock = os.open(vault.folder / ".lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(BackupUsageError, match="another run is writing"):
        vault.run()
    os.close(lock)
    assert vault.save().complete


def test_another_accounts_directory_is_refused(tmp_path: Path) -> None:
    """By its number, by its name, by its exchange; what is there stays as it is."""
    vault = Vault(tmp_path / "x", OkxAccount("111122223333"), only=ONE)
    vault.save()
    before = (vault.folder / "manifest.json").read_bytes()
    with pytest.raises(BackupUsageError, match=r"uid ending in 3333.*ends in 4444"):
        Vault(vault.folder, OkxAccount("111122224444"), only=ONE).run()
    with pytest.raises(BackupUsageError, match="account main at okx"):
        Vault(vault.folder, vault.account, name="renamed", only=ONE).run()
    assert (vault.folder / "manifest.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('{"schema": "readiness.backup/2"}', "format readiness.backup/2"),
        ("{}", "no manifest of a backup"),
        ("[]", "no manifest of a backup"),
        ("", "no manifest of a backup"),
        ("\udcff", "no manifest of a backup"),
    ],
)
def test_a_manifest_that_is_not_understood_is_left_alone(
    tmp_path: Path, content: str, why: str
) -> None:
    """A newer version's, or something that only has its name."""
    vault = Vault(tmp_path / "x", only=ONE)
    vault.folder.mkdir()
    path = vault.folder / "manifest.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BackupUsageError, match=why):
        vault.run()
    assert path.read_bytes() == content.encode("utf-8", "surrogateescape")
    assert vault.line.paths() == []


def test_a_directory_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    """It would become a mixture; a file in its place is no directory."""
    vault = Vault(tmp_path / "x", only=ONE)
    vault.folder.mkdir()
    (vault.folder / "photo.jpg").touch()
    with pytest.raises(BackupUsageError, match=r"photo\.jpg"):
        vault.run()
    vault.folder = vault.folder / "photo.jpg"
    with pytest.raises(BackupUsageError, match="is no directory"):
        vault.run()
    vault.folder = vault.folder / "deeper"
    with pytest.raises(BackupError, match="could not be written"):
        vault.run()


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    """Directories that were there keep their mode."""
    parent = tmp_path / "shared"
    parent.mkdir(mode=0o755)
    vault = Vault(parent / "x", only=ONE)
    vault.account.put(*ONE, rows.funding_bill())
    vault.save()
    modes = {path.stat().st_mode & 0o777 for path in vault.folder.rglob("*") if path.is_file()}
    assert modes == {0o600}
    folders = [vault.folder, *(path for path in vault.folder.rglob("*") if path.is_dir())]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o700}
    assert parent.stat().st_mode & 0o777 == 0o755


def test_the_manifest_says_whose_it_is_and_no_more(tmp_path: Path) -> None:
    """Four digits of the account's number, and no part of the key."""
    vault = Vault(tmp_path / "x", OkxAccount("987654321098"), only=ONE)
    vault.save()
    text = (vault.folder / "manifest.json").read_text(encoding="utf-8")
    content = json.loads(text)
    assert (content["schema"], content["account"], content["uid"]) == (
        "readiness.backup/1",
        "main",
        "1098",
    )
    for secret in ("987654321098", vault.account.key, vault.account.secret):
        assert secret not in text


def test_a_sub_accounts_key_is_not_asked_for_what_a_main_account_has(tmp_path: Path) -> None:
    """Its own lists are complete."""
    main = OkxAccount()
    sub = main.sub_account("grid01", key="not-a-real-key")
    vault = Vault(tmp_path / "x", sub)
    manifest = vault.save()
    assert manifest.complete
    assert "asset/subaccount/bills" not in statuses(manifest)
    assert "account/bills-archive" in statuses(manifest)


def test_what_is_not_opened_or_not_shown(tmp_path: Path) -> None:
    """A product that does not exist is no gap; a refusal that nobody expects is one."""
    vault = Vault(tmp_path / "x")
    refusals = {
        "copytrading/subpositions-history": "59285",
        "fiat/buy-sell/history": "50030",
        "tradingBot/signal/orders-algo-history": "50014",
        "trade/fills-history": "50030",
    }
    for path, code in refusals.items():
        vault.account.refuse(path, code)
    manifest = vault.save()
    found = {path: manifest.record(path) for path in refusals}
    assert {path: entry and entry.status for path, entry in found.items()} == {
        "copytrading/subpositions-history": ListStatus.NOT_OPENED,
        "fiat/buy-sell/history": ListStatus.REFUSED,
        "tradingBot/signal/orders-algo-history": ListStatus.REFUSED,
        "trade/fills-history": ListStatus.INCOMPLETE,
    }
    for path, entry in found.items():
        assert entry is not None
        assert entry.reason is not None
        assert refusals[path] in entry.reason
    assert not manifest.complete
    assert any("purchases and sales" in missing.what for missing in manifest.not_available)
    vault.account.refusals.pop("trade/fills-history")
    assert vault.save().complete  # what few accounts are shown keeps nobody's from being complete


def test_what_the_api_never_gives_is_told_and_hinders_nothing(tmp_path: Path) -> None:
    """With the place to get it, for every list that does not reach back."""
    manifest = Vault(tmp_path / "x", only=("account/bills-archive", "asset/deposit-history")).save()
    assert manifest.complete
    told = {missing.what: missing for missing in manifest.not_available}
    older = told["movements of the trading account, older than 90 days"]
    assert "90 days" in older.why
    assert "www.okx.com" in older.where
    assert "P2P orders" in told
    assert all(missing.why and missing.where for missing in manifest.not_available)


def test_without_a_way_to_the_exchange_it_gives_up_soon(tmp_path: Path) -> None:
    """Three questions in a row without any answer; what is left is said to be incomplete."""
    vault = Vault(tmp_path / "x", only=("trade/orders-algo-history",), attempts=1)
    vault.simulator.fault("trade/*", Fault.closed())
    manifest = vault.save()
    assert not manifest.complete
    assert vault.line.paths().count("trade/orders-algo-history") == 3
    vault.simulator.clear_faults()
    assert vault.save().complete


def test_a_full_disk_names_the_file_and_keeps_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old files stay, nothing half-written is left, and the next run goes on."""
    vault = Vault(tmp_path / "x", only=ONE)
    vault.account.put(*ONE, rows.funding_bill())
    first = vault.save()
    vault.account.put(*ONE, rows.funding_bill())

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(BackupError, match="No space left on device") as error:
            vault.run()
    assert "manifest.json" in str(error.value) or ".jsonl" in str(error.value)
    record = first.lists[0].jsonl
    assert record is not None
    assert (vault.folder / record.path).stat().st_size == record.bytes
    assert not list(vault.folder.rglob("*.new"))
    assert vault.save().lists[0].rows == 2


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    """Not even while a list is being added to: it may be all that is left of an account."""
    vault = Vault(tmp_path / "x", only=ONE)
    vault.account.put(*ONE, rows.funding_bill())
    record = vault.save().lists[0].jsonl
    assert record is not None
    path = vault.folder / record.path
    vault.simulator.fault(*ONE, Fault.html())
    assert not vault.save().complete
    vault.simulator.clear_faults()
    path.write_bytes(b"{ half of it\n")
    with pytest.raises(BackupError, match="is damaged"):
        vault.run()
    assert path.read_bytes() == b"{ half of it\n"


def test_what_is_older_than_a_list_reaches_is_not_there(tmp_path: Path) -> None:
    """The exchange forgets; the manifest says how far the list reaches."""
    now = 1_795_000_000.0
    account = OkxAccount()
    for days in (1, 89, 91):
        stamp = str(int((now - days * 86_400) * 1000))
        account.put("account/bills-archive", rows.trading_bill(ts=stamp))
    vault = Vault(tmp_path / "x", account, only=("account/bills-archive",), clock=lambda: now)
    vault.simulator.forgets = True  # type: ignore[attr-defined]
    (record,) = vault.save().lists
    assert record.rows == 2
    (covered,) = record.ranges
    assert covered.start is not None
    assert (covered.end - covered.start).days == 90
