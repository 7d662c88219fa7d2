"""Whole backups of a rich Binance account: every planted row once, exactly as it was sent."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.backup.binance import CATALOGUE, SUB, Past, in_order, owner, saved, vault_of
from tests.backup.support import statuses

from readiness.backup import verify
from readiness.simulator import BinanceAccount, binance_rows

ONLY_SUBS: Final = "sapi/v1/sub-account/transfer/subUserHistory"


def test_every_row_of_every_list_is_saved_once(tmp_path: Path) -> None:
    """All lists, with rows of today and of months ago, in memory."""
    account = owner()
    past = Past.of(account)
    vault = vault_of(tmp_path / "saved", account)
    manifest = vault.save()
    assert {*statuses(manifest)} == {*CATALOGUE.history} - {ONLY_SUBS}
    # One pair of the market is not on margin any more, which is told and is no gap.
    not_complete = {name: s for name, s in statuses(manifest).items() if s != "complete"}
    assert not_complete == {"sapi/v1/margin/myTrades": "refused"}
    assert manifest.complete
    for entry in CATALOGUE.history.values():
        if entry.id != ONLY_SUBS:
            shown = past.shown_by(entry)
            assert shown, entry.id
            assert in_order(saved(vault, entry.id)) == in_order(shown), entry.id
    assert [check.wrong for check in verify(vault.folder)[1] if check.wrong] == []


def test_a_second_run_adds_what_is_new_and_nothing_twice(tmp_path: Path) -> None:
    """A deposit that arrives meanwhile replaces itself, and a trade is added."""
    deposits, trades = "sapi/v1/capital/deposit/hisrec", "api/v3/myTrades"
    account = owner()
    pending = binance_rows.deposit(status=0)
    trade = binance_rows.HISTORY[trades]()
    account.put(deposits, pending)
    account.put(trades, trade)
    vault = vault_of(tmp_path / "saved", account, deposits, trades)
    assert vault.save().complete
    account.clear(deposits)
    account.put(deposits, pending | {"status": 1})
    later = binance_rows.HISTORY[trades]()
    account.put(trades, later)
    assert vault.save().complete
    assert [row["status"] for row in saved(vault, deposits)] == [1]
    assert [row["id"] for row in saved(vault, trades)] == [trade["id"], later["id"]]


def test_withdrawals_are_in_order_of_their_written_times(tmp_path: Path) -> None:
    """Their time is a text; oldest first all the same."""
    path = "sapi/v1/capital/withdraw/history"
    account = owner()
    stamps = [binance_rows.new_ts() - days * 86_400_000 for days in (5, 30, 1)]
    account.put(path, *(binance_rows.withdrawal(applyTime=binance_rows.utc(s)) for s in stamps))
    vault = vault_of(tmp_path / "saved", account, path)
    assert vault.save().complete
    written = [row["applyTime"] for row in saved(vault, path)]
    assert written == sorted(written)
    assert len(written) == 3


def test_an_empty_account_is_saved_completely(tmp_path: Path) -> None:
    """No list has a row, no product but those of everybody was opened: complete, and no file."""
    account = BinanceAccount(
        info={
            "isMarginEnabled": False,
            "isFutureEnabled": False,
            "isOptionsEnabled": False,
        },
        sub_accounts_enabled=False,
        margin_unopened="-3003",
        isolated_unopened="-11001",
    )
    vault = vault_of(tmp_path / "saved", account)
    manifest = vault.save()
    assert manifest.complete
    assert {*statuses(manifest).values()} == {"complete", "not_opened"}
    closed = {name for name, status in statuses(manifest).items() if status == "not_opened"}
    assert {name.partition("/")[0] for name in closed} == {"sapi", "fapi", "dapi", "eapi", "papi"}
    assert [record.rows for record in manifest.lists if record.rows] == []
    assert not any(vault.folder.rglob("*.jsonl"))


def test_the_key_of_a_sub_account_saves_what_it_sees(tmp_path: Path) -> None:
    """Its transfers with the main account; what only a main account can ask is not asked."""
    main = BinanceAccount()
    sub = main.sub_account(SUB, key="sub-key")
    moved = binance_rows.FACTORIES[ONLY_SUBS]()
    sub.put(ONLY_SUBS, moved)
    vault = vault_of(tmp_path / "saved", sub, ONLY_SUBS, "sapi/v1/sub-account/universalTransfer")
    manifest = vault.save()
    assert statuses(manifest) == {ONLY_SUBS: "complete"}
    assert [row["tranId"] for row in saved(vault, ONLY_SUBS)] == [moved["tranId"]]


def test_what_the_api_cannot_give_is_in_the_manifest(tmp_path: Path) -> None:
    """What is older than a list reaches, what was refused, and what no list shows."""
    account = owner()
    account.refuse("sapi/v1/nft/history/deposit", "-1016")
    account.refuse("eapi/v1/historyOrders", "-1002")
    lists = ("sapi/v1/nft/history/deposit", "eapi/v1/historyOrders", "fapi/v1/income")
    manifest = vault_of(tmp_path / "saved", account, *lists).save()
    assert manifest.complete
    told = {each.what: each for each in manifest.not_available}
    (older,) = [what for what in told if what.startswith("ledger of USDⓈ-M futures, older than")]
    assert told[older].where.startswith("Binance website")
    assert "-1016" in told["NFTs that were deposited"].why
    assert "orders of options" in told
    assert "Binance Card" in told
    assert not any(what.startswith("deposits of crypto") for what in told)
