"""What lies in the directory is not as the last run left it: nothing may go missing silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from tests.backup.served import Served, a_list
from tests.backup.support import Vault, statuses

from readiness.backup import BackupError, BackupUsageError, ListStatus, verify
from readiness.exchanges.history import HistoryList, LastDays, Spans
from readiness.exchanges.paging import Capped, CursorKind, Pages
from readiness.simulator import OkxAccount, rows

NOW: Final = 1_795_000_000.0
DAY: Final = 86_400
PATH: Final = "made/up"
FILE: Final = Path("bills/made-up.jsonl")


def spanned(path: str = PATH, **fields: Any) -> HistoryList:
    """A list of a year, asked for 90 days at a time."""
    usual: dict[str, Any] = {
        "paging": Capped(100, ""),
        "spans": Spans("from", "to", 90),
        "reach": LastDays(360),
        "elsewhere": "nowhere",
    }
    return a_list(path, "from", "to", **{**usual, **fields})


@dataclass
class Shop:
    """An exchange with a spanned list, on a clock that a test sets."""

    folder: Path
    now: float = NOW
    listed: HistoryList = field(default_factory=spanned)
    rows: list[dict[str, str]] = field(default_factory=list)
    failing: bool = False

    def __post_init__(self) -> None:
        self.rows = [self.row(number, age) for number, age in enumerate((2, 50, 200))]
        self.vault = Vault(self.folder / "x", lists=(self.listed,), clock=lambda: self.now)
        self.served = Served({self.listed.id: self.answer})
        self.served.serve(self.vault)

    def row(self, number: int, age: float) -> dict[str, str]:
        return {"id": str(number), "ts": str(int((self.now - age * DAY) * 1000))}

    def answer(self, params: Mapping[str, str]) -> Any:
        if self.failing:
            return {"code": "50026", "data": [], "msg": "system error"}
        span = range(int(params["from"]), int(params["to"]) + 1)
        return [row for row in self.rows if int(row["ts"]) in span]

    def saved(self) -> list[str]:
        return sorted(row["id"] for row in self.vault.rows(self.listed.id))

    def pretend(self, **changes: Any) -> None:
        """Change what the manifest says."""
        manifest = self.vault.manifest().model_copy(update=changes)
        text = manifest.model_dump_json(by_alias=True)
        (self.vault.folder / "manifest.json").write_text(text, encoding="utf-8")


def test_a_file_that_is_gone_is_read_anew(tmp_path: Path) -> None:
    """All of it, and not only what has come since."""
    shop = Shop(tmp_path)
    assert shop.vault.save().complete
    (shop.vault.folder / FILE).unlink()
    shop.now += DAY
    manifest = shop.vault.save()
    assert manifest.complete
    assert shop.saved() == ["0", "1", "2"]


def test_a_file_that_is_gone_is_read_anew_after_an_interruption(tmp_path: Path) -> None:
    """Although the run that was interrupted had ended this list."""
    shop = Shop(tmp_path)
    shop.vault.save()
    (shop.vault.folder / FILE).unlink()
    shop.pretend(finished_at=None, complete=False)
    shop.now += 60
    assert shop.vault.save().complete
    assert shop.saved() == ["0", "1", "2"]


def test_a_file_that_is_gone_while_more_was_being_added(tmp_path: Path) -> None:
    """What was begun only adds to the file: it is not enough any more."""
    shop = Shop(tmp_path)
    shop.vault.save()
    shop.now += DAY
    shop.failing = True
    assert not shop.vault.save().complete
    (shop.vault.folder / FILE).unlink()
    shop.failing = False
    shop.now += DAY
    assert shop.vault.save().complete
    assert shop.saved() == ["0", "1", "2"]


def test_a_file_that_was_edited_while_more_was_being_added(tmp_path: Path) -> None:
    """It cannot be told from one that a killed run has written: all of it is read anew."""
    shop = Shop(tmp_path)
    shop.vault.save()
    shop.now += DAY
    shop.failing = True
    assert not shop.vault.save().complete
    file = shop.vault.folder / FILE
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[-1])
    shop.failing = False
    assert shop.vault.save().complete
    assert shop.saved() == ["0", "1", "2"]


@pytest.mark.parametrize("keep", [1, 0])
def test_a_file_that_was_edited_is_left_alone(tmp_path: Path, keep: int) -> None:
    """A missing row would never be told; moved away, it is read anew."""
    shop = Shop(tmp_path)
    shop.vault.save()
    file = shop.vault.folder / FILE
    edited = b"".join(file.read_bytes().splitlines(keepends=True)[:keep])
    file.write_bytes(edited)
    shop.now += DAY
    with pytest.raises(BackupError, match=r"made-up.jsonl is not what was saved"):
        shop.vault.run()
    assert file.read_bytes() == edited
    file.rename(tmp_path / "away")
    assert shop.vault.save().complete
    assert shop.saved() == ["0", "1", "2"]


def test_a_failed_addition_is_no_reason_to_read_all_of_it_again(tmp_path: Path) -> None:
    """What was read to its end stays read, with and without what the failed run has begun."""
    shop = Shop(tmp_path)
    shop.vault.save()
    shop.failing = True
    shop.now += DAY
    assert not shop.vault.save().complete
    shop.failing = False
    for _ in range(2):
        shop.served.asked.clear()
        assert shop.vault.save().complete
        assert len(shop.served.asked) == 1


def test_another_version_reads_everything_once(tmp_path: Path) -> None:
    """It may ask for more than the one before; what the exchange no longer shows stays."""
    shop = Shop(tmp_path)
    shop.vault.save()
    first = shop.vault.manifest()
    shop.pretend(tool=first.tool.model_copy(update={"version": "0.0.1"}))
    shop.now += DAY
    shop.rows[2:] = [shop.row(3, 300)]
    manifest = shop.vault.save()
    assert shop.saved() == ["0", "1", "2", "3"]
    assert manifest.lists[0].ranges[0].start == first.lists[0].ranges[0].start
    shop.served.asked.clear()
    shop.vault.save()
    assert len(shop.served.asked) == 1


def test_another_version_that_is_interrupted_goes_on_with_everything(tmp_path: Path) -> None:
    """That the manifest is its own already says nothing of the lists."""
    shop = Shop(tmp_path)
    shop.vault.save()
    version = shop.vault.manifest().tool.model_copy(update={"version": "0.0.1"})
    shop.pretend(tool=version)
    shop.rows.append(shop.row(3, 300))
    shop.vault.attempts = 1
    shop.served.answers[PATH] = _stopped
    with pytest.raises(KeyboardInterrupt):
        shop.vault.run()
    shop.served.answers[PATH] = shop.answer
    for path in shop.vault.folder.glob(".unfinished/*"):
        path.unlink()
    assert shop.vault.save().complete
    assert shop.saved() == ["0", "1", "2", "3"]


def _stopped(_: Mapping[str, str]) -> Any:
    raise KeyboardInterrupt


def test_what_was_ended_after_now_is_read_again(tmp_path: Path) -> None:
    """A clock that was set back does not make what was read look fresh."""
    shop = Shop(tmp_path)
    shop.vault.save()
    shop.pretend(finished_at=None, complete=False)
    shop.now -= 40 * DAY
    shop.served.asked.clear()
    assert shop.vault.save().complete
    assert shop.served.asked


def test_journals_without_a_manifest_are_nobodys(tmp_path: Path) -> None:
    """After `rm -rf DIR/*` they are still there, and may be another account's."""
    shop = Shop(tmp_path)
    shop.failing = True
    shop.vault.save()
    (shop.vault.folder / "manifest.json").unlink()
    for path in (shop.vault.folder / "bills").glob("*"):
        path.unlink()
    with pytest.raises(BackupUsageError, match=r"\.unfinished"):
        shop.vault.run()


def test_a_list_that_was_begun_is_ended_in_another_account_mode(tmp_path: Path) -> None:
    """It stands in the manifest: what it could not read is not forgotten with the mode."""
    listed = a_list("made/up", applies=lambda traits: traits["mode"] == "3")
    shop = Vault(tmp_path / "x", OkxAccount(mode=3), lists=(listed,))
    served = Served({PATH: lambda _: {"code": "50026", "data": [], "msg": "system error"}})
    served.serve(shop)
    assert not shop.save().complete
    shop.account.mode = 1
    assert statuses(shop.save()) == {PATH: "incomplete"}
    served.answers[PATH] = lambda _: [{"id": "1", "ts": "1"}]
    assert shop.save().complete
    assert len(shop.rows(PATH)) == 1


def test_a_list_that_only_another_version_knows_keeps_its_word(tmp_path: Path) -> None:
    """What was not read by any version is not complete."""
    shop = Shop(tmp_path)
    record = shop.vault.save().lists[0]
    stranger = record.model_copy(
        update={"request": "old/list", "status": ListStatus.INCOMPLETE, "jsonl": None, "csv": None}
    )
    shop.pretend(lists=(record, stranger))
    shop.now += timedelta(hours=1).total_seconds()
    manifest = shop.vault.save()
    assert statuses(manifest) == {PATH: "complete", "old/list": "incomplete"}
    assert not manifest.complete


def test_what_hangs_on_names_that_are_not_shown_is_not_complete(tmp_path: Path) -> None:
    """Bots that have ended are not shown: neither are their orders, and that is told."""
    vault = Vault(
        tmp_path / "x",
        only=("tradingBot/signal/orders-algo-history", "tradingBot/signal/sub-orders"),
    )
    vault.account.refuse("tradingBot/signal/orders-algo-history", "50014")
    manifest = vault.save()
    assert set(statuses(manifest).values()) == {"refused"}
    assert manifest.complete
    assert any("filled orders of signal bots" in each.what for each in manifest.not_available)


def test_the_last_line_counts_without_its_end(tmp_path: Path) -> None:
    """The manifest of an interrupted run may not know the file; a row is not dropped for that."""
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(3)))
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",))
    record = vault.save().lists[0]
    assert record.jsonl
    file = vault.folder / record.jsonl.path
    file.write_bytes(file.read_bytes()[:-1])
    made.clear("asset/bills-history")
    blank = record.model_copy(update={"jsonl": None, "csv": None, "rows": 0})
    manifest = vault.manifest().model_copy(update={"lists": (blank,)})
    text = manifest.model_dump_json(by_alias=True)
    (vault.folder / "manifest.json").write_text(text, encoding="utf-8")
    assert vault.save().lists[0].rows == 3


def test_rows_that_agree_in_everything_are_rows(tmp_path: Path) -> None:
    """Two on one page are two, on every run; the same page again makes them no more."""
    twins = [{"ccy": "USDT", "ts": "1750000000000"}] * 2
    listed = a_list(
        PATH, "after", "limit", identity=(), paging=Pages("after", "ts", CursorKind.TIME)
    )
    vault = Vault(tmp_path / "x", lists=(listed,))
    Served({PATH: lambda _: [*twins, {"ccy": "BTC", "ts": "1750000000000"}]}).serve(vault)
    for _ in range(2):
        assert vault.save().lists[0].rows == 3
    assert {check.wrong for check in verify(vault.folder)[1]} == {""}


def test_a_row_with_a_number_that_comes_twice_is_one(tmp_path: Path) -> None:
    """On one page as well as on two."""
    vault = Vault(tmp_path / "x", lists=(a_list(),))
    Served({PATH: lambda _: [{"id": "1", "ts": "1"}] * 2}).serve(vault)
    assert vault.save().lists[0].rows == 1
