"""A run that was stopped goes on where it was: no gap, nothing twice."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.backup.support import Vault, plain, statuses
from tests.exchanges.support import Line

from readiness.backup import ListRecord, ListStatus, verify
from readiness.simulator import Fault, OkxAccount, rows

LISTS = (
    "asset/bills-history",
    "trade/fills-history",
    "asset/deposit-history",
    "tradingBot/grid/orders-algo-history",
    "tradingBot/grid/sub-orders",
)


class StoppedError(BaseException):
    """The process ends here, like a kill as far as the program can tell."""


def account() -> OkxAccount:
    """Some pages of each list, with two bots."""
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(230)))
    kinds = ("SPOT", "SWAP", "OPTION")
    fills = (rows.fill(instType=kinds[number % 3]) for number in range(250))
    made.put("trade/fills-history", *fills)
    made.put("asset/deposit-history", *(rows.deposit(ts=1_750_000_000_000) for _ in range(40)))
    bots = [rows.past_grid_bot(), rows.past_grid_bot(algoOrdType="contract_grid")]
    made.put("tradingBot/grid/orders-algo-history", *bots)
    for bot in bots:
        filled = {"state": "filled", "algoId": bot["algoId"], "algoOrdType": bot["algoOrdType"]}
        made.put("tradingBot/grid/sub-orders", *(rows.grid_sub_order(**filled) for _ in range(30)))
    return made


ACCOUNT = account()


def stop_after(vault: Vault, answers: int) -> None:
    """Save; the process ends when so many answers have come."""
    real = Line.handle_async_request
    left = answers

    async def handle(self: Line, request: httpx.Request) -> httpx.Response:
        nonlocal left
        if left <= 0:
            raise StoppedError
        left -= 1
        return await real(self, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Line, "handle_async_request", handle)
        with suppress(StoppedError):
            vault.save()


def tear(folder: Path, cut: int) -> None:
    """Torn last lines, as a power cut leaves them."""
    for path in folder.glob(".unfinished/*.journal"):
        with path.open("r+b") as file:
            file.truncate(max(path.stat().st_size - cut, 0))


@settings(max_examples=8)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 300)), min_size=1, max_size=3))
def test_stopped_anywhere_and_torn_it_ends_as_if_it_never_was(
    tmp_path_factory: pytest.TempPathFactory, stops: list[tuple[int, int]]
) -> None:
    """Whatever the moment, and more than once."""
    vault = Vault(tmp_path_factory.mktemp("saved") / "x", ACCOUNT, only=LISTS)
    for answers, cut in stops:
        stop_after(vault, answers)
        tear(vault.folder, cut)
    manifest = vault.save()
    assert manifest.complete
    assert set(statuses(manifest).values()) == {"complete"}
    for path in LISTS:
        assert plain(vault.rows(path), "ts") == plain(ACCOUNT.rows(path), "ts"), path
    assert {check.wrong for check in verify(vault.folder)[1]} == {""}
    assert not list(vault.folder.glob(".unfinished"))


@pytest.mark.parametrize("moved", [True, False])
@pytest.mark.parametrize("number", [0, 1, 2, 3, 6])
def test_stopped_while_files_take_their_places(tmp_path: Path, number: int, moved: bool) -> None:
    """Just before or just after a file or the manifest is put there; of an older backup, too."""
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(3)))
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",))
    real, left = Path.replace, number

    def replace(self: Path, target: Path) -> Path:
        nonlocal left
        if left == 0 and not moved:
            raise StoppedError
        real(self, target)
        left -= 1
        if left < 0:
            raise StoppedError
        return target

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        for _ in range(2):  # a backup has four such steps, and so has what extends it
            with suppress(StoppedError):
                vault.save()
            made.put("asset/bills-history", rows.funding_bill())
    vault.save()  # ends what was begun
    manifest = vault.save()  # adds what has come since
    assert manifest.complete
    assert plain(vault.rows("asset/bills-history"), "ts") == plain(
        made.rows("asset/bills-history"), "ts"
    )
    assert {check.wrong for check in verify(vault.folder)[1]} == {""}


def test_what_was_read_is_not_asked_for_again(tmp_path: Path) -> None:
    """Each page once in all, but for the last that was under way."""
    vault = Vault(tmp_path / "x", ACCOUNT, only=("asset/bills-history",))
    stop_after(vault, 4)  # the clock, the key, two pages
    vault.line.clear()
    manifest = vault.save()
    asked = [arrival.query for arrival in vault.line.sent if arrival.path == "asset/bills-history"]
    assert len(asked) == 2  # the third page, and the one that shows that there is no other
    assert manifest.lists[0].rows == 230


def test_what_an_interrupted_run_has_ended_is_not_begun_again(tmp_path: Path) -> None:
    """Not within a day; a run that ended, complete or not, is followed by a new look."""
    now = [1_795_000_000.0]
    wanted = ("asset/deposit-history", "asset/bills-history")
    vault = Vault(tmp_path / "x", ACCOUNT, only=wanted, clock=lambda: now[0])
    first = vault.save()
    path = vault.folder / "manifest.json"
    text = path.read_text(encoding="utf-8")
    assert first.finished_at is not None
    ended = first.model_copy(update={"finished_at": None, "complete": False})
    for age, asked in ((3_600, False), (90_000, True)):
        path.write_text(ended.model_dump_json(by_alias=True), encoding="utf-8")
        now[0] = 1_795_000_000.0 + age
        vault.line.clear()
        assert vault.save().complete
        assert ("asset/bills-history" in vault.line.paths()) == asked
    now[0] = 1_795_000_000.0 + 60
    path.write_text(text, encoding="utf-8")
    vault.line.clear()
    vault.save()
    assert set(vault.line.paths()) >= set(wanted)


def test_after_a_failure_only_what_failed_is_asked_for_again(tmp_path: Path) -> None:
    """The lists and calls that were read to their end are not gone through once more."""
    vault = Vault(tmp_path / "x", ACCOUNT, only=("trade/fills-history",))
    vault.simulator.fault(
        "trade/fills-history", Fault.html(), when=lambda query: query["instType"] == "SWAP"
    )
    first = vault.save()
    assert (first.complete, first.lists[0].status) == (False, ListStatus.INCOMPLETE)
    assert first.lists[0].rows > 100
    vault.line.clear()
    second = vault.save()
    assert second.complete
    kinds = {part for a in vault.line.sent for part in a.query.split("&") if "instType" in part}
    assert kinds == {"instType=SWAP"}
    assert len(vault.rows("trade/fills-history")) == 250


def test_what_was_begun_long_ago_is_ended_and_then_extended(tmp_path: Path) -> None:
    """Rows that came between the two runs are there as well."""
    now = [1_795_000_000.0]
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(150)))
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",), clock=lambda: now[0])
    stop_after(vault, 3)
    now[0] += 86_400 * 3
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(20)))
    manifest = vault.save()
    assert manifest.complete
    assert manifest.lists[0].rows == 170
    assert manifest.lists[0].ranges[0].end.timestamp() == pytest.approx(now[0], abs=5)


def test_a_finished_backup_is_extended(tmp_path: Path) -> None:
    """The same rows are not saved twice, new ones are added, and the manifest stays one."""
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(5)))
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",))
    first = vault.save()
    again = vault.save()
    assert again.lists[0].jsonl == first.lists[0].jsonl
    assert again.started_at == first.started_at
    made.put("asset/bills-history", rows.funding_bill())
    assert vault.save().lists[0].rows == 6


def test_rows_that_the_exchange_no_longer_shows_stay(tmp_path: Path) -> None:
    """A list reaches back some days only; what was saved earlier is older."""
    made = OkxAccount()
    made.put("asset/bills-history", *(rows.funding_bill() for _ in range(5)))
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",))
    vault.save()
    made.clear("asset/bills-history")
    made.put("asset/bills-history", rows.funding_bill())
    assert vault.save().lists[0].rows == 6


def columns(vault: Vault, record: ListRecord) -> list[str]:
    assert record.csv is not None
    table = (vault.folder / record.csv.path).read_text(encoding="utf-8")
    return table.splitlines()[0].split(",")


def test_columns_keep_their_places(tmp_path: Path) -> None:
    """A field that comes up later stands behind those that were there before."""
    made = OkxAccount()
    made.put("asset/bills-history", rows.funding_bill())
    vault = Vault(tmp_path / "x", made, only=("asset/bills-history",))
    before = columns(vault, vault.save().lists[0])
    made.put("asset/bills-history", {"aNewField": "1", **rows.funding_bill()})
    after = columns(vault, vault.save().lists[0])
    assert after == [*before, "aNewField"]
