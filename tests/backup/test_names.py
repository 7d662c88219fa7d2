"""Lists that have to be asked about name by name: where names come from, and what refusals mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from tests.backup.support import Vault, statuses

from readiness.exchanges.binance.catalogue import CATALOGUE
from readiness.exchanges.history import LastDays
from readiness.exchanges.registry import load_catalogue
from readiness.simulator import BinanceAccount, BinanceMarket, Fault, OkxAccount, binance_rows
from readiness.simulator.binance.simulator import BinanceSimulator

SYMBOLS: Final = tuple(f"AB{number}USDT" for number in range(6))
TRADES: Final = "fapi/v1/userTrades"
ISOLATED: Final = "sapi/v1/margin/interestHistory:isolated"


def vault(folder: Path, *only: str, account: BinanceAccount | None = None) -> Vault:
    """A vault of a market with six contracts."""
    made = Vault(
        folder / "saved", account=account or BinanceAccount(), exchange="binance", only=only
    )
    market_of(made).um_symbols = dict.fromkeys(SYMBOLS, "TRADING")
    return made


def market_of(vault: Vault) -> BinanceMarket:
    assert isinstance(vault.simulator, BinanceSimulator)
    return vault.simulator.market


def asked(vault: Vault, path: str, name: str = "symbol") -> list[str]:
    """The names that a path was asked about, each once."""
    arrived = (each.params[name] for each in vault.simulator.requests if each.path == path)
    return list(dict.fromkeys(arrived))


def test_every_name_is_asked_about(tmp_path: Path) -> None:
    """All that the exchange lists, whatever the account did."""
    saved = vault(tmp_path, TRADES)
    trade = binance_rows.HISTORY[TRADES](symbol=SYMBOLS[-1])
    saved.account.put(TRADES, trade)
    assert saved.save().complete
    assert asked(saved, TRADES) == [*SYMBOLS]
    assert [row["id"] for row in saved.rows(TRADES)] == [trade["id"]]


def test_names_in_any_script_and_with_any_sign(tmp_path: Path) -> None:
    """Pairs are named in Chinese, and e-mail addresses have a plus: both arrive as they are."""
    name, email = "\u5e01\u5b89USDT", "grid+1@example.com"
    moved = "sapi/v1/sub-account/universalTransfer"
    account = BinanceAccount()
    account.sub_account(email)
    saved = vault(tmp_path, TRADES, moved, account=account)
    market_of(saved).um_symbols = {name: "TRADING"}
    account.put(TRADES, binance_rows.HISTORY[TRADES](symbol=name))
    short = replace(CATALOGUE.history[moved], reach=LastDays(10))
    saved.lists = (CATALOGUE.history[TRADES], short)
    assert saved.save().complete
    assert [row["symbol"] for row in saved.rows(TRADES)] == [name]
    senders = [r.params.get("fromEmail") for r in saved.simulator.requests if r.path == moved]
    assert set(senders) == {None, email}


@pytest.mark.parametrize(
    ("opened", "status", "complete"), [(False, "not_opened", True), (True, "incomplete", False)]
)
def test_a_product_that_refuses_is_not_asked_about_every_name(
    tmp_path: Path, *, opened: bool, status: str, complete: bool
) -> None:
    """Who never opened futures has nothing there; a key that is too old could not look."""
    account = BinanceAccount(info={"isFutureEnabled": opened})
    account.product_key_predates("futures")
    saved = vault(tmp_path, TRADES, account=account)
    manifest = saved.save()
    assert statuses(manifest) == {TRADES: status}
    assert manifest.complete is complete
    assert len(asked(saved, TRADES)) == 1, "spans of one name are refused alike"


def test_a_product_that_refuses_is_not_asked_about_every_span(tmp_path: Path) -> None:
    """Years of weeks of a product that was never opened: three refusals are enough."""
    path = "fapi/v1/forceOrders"
    account = BinanceAccount(info={"isFutureEnabled": False})
    saved = vault(tmp_path, path, account=account)
    assert statuses(saved.save()) == {path: "not_opened"}
    assert len([each for each in saved.simulator.requests if each.path == path]) == 3


def test_one_name_that_is_refused_is_no_reason_to_stop(tmp_path: Path) -> None:
    """All others are asked about, and the list is not complete."""
    saved = vault(tmp_path, TRADES)
    refusal = Fault.error("-1121", "no such symbol")
    saved.simulator.fault(TRADES, refusal, times=None, when=lambda q: q["symbol"] == SYMBOLS[0])
    assert statuses(saved.save()) == {TRADES: "incomplete"}
    assert asked(saved, TRADES) == [*SYMBOLS]


def test_what_was_read_before_is_not_given_up_for_a_refusal(tmp_path: Path) -> None:
    """A product with rows is asked about every name, also when it begins to refuse."""
    account = BinanceAccount(info={"isFutureEnabled": False})
    saved = vault(tmp_path, TRADES, account=account)
    account.info["isFutureEnabled"] = True
    account.put(TRADES, binance_rows.HISTORY[TRADES](symbol=SYMBOLS[0]))
    assert saved.save().complete
    account.info["isFutureEnabled"] = False
    saved.simulator.requests.clear()
    saved.save()
    assert asked(saved, TRADES) == [*SYMBOLS]
    assert len(saved.rows(TRADES)) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"symbols": [{"symbol": "AUSDT", "isMarginTradingAllowed": false}]}', "complete"),
        ('{"symbols": []}', "incomplete"),
        ("{}", "incomplete"),
    ],
)
def test_where_no_order_is_routed_there_is_no_list_of_pairs(
    tmp_path: Path, body: str, status: str
) -> None:
    """The list of such pairs is left out then; an answer without any pair is not believed."""
    path = "api/v3/myAllocations"
    saved = vault(tmp_path, path)
    saved.simulator.fault("api/v3/exchangeInfo", Fault.body(body))
    assert statuses(saved.save()) == {path: status}


def test_names_that_cannot_be_read(tmp_path: Path) -> None:
    """Without names nothing is asked, and nothing is complete."""
    saved = vault(tmp_path, TRADES)
    saved.simulator.fault("fapi/v1/exchangeInfo", Fault.html(), times=None)
    manifest = saved.save()
    assert statuses(manifest) == {TRADES: "incomplete"}
    assert asked(saved, TRADES) == []


@pytest.mark.parametrize(
    ("code", "status"), [("-11001", "not_opened"), ("-1002", "incomplete"), ("", "complete")]
)
def test_what_a_refusal_of_the_names_means(tmp_path: Path, code: str, status: str) -> None:
    """Who has no isolated account has no past there; any other refusal proves nothing."""
    account = BinanceAccount()
    if code:
        account.refuse("sapi/v1/margin/isolated/account", code)
    else:
        account.isolated("ETHUSDT")
    saved = vault(tmp_path, ISOLATED, account=account)
    manifest = saved.save()
    assert statuses(manifest) == {ISOLATED: status}
    assert manifest.complete is (status != "incomplete")


def test_a_name_that_is_missing_in_a_row(tmp_path: Path) -> None:
    """A saved row that does not name what to ask for makes the list that needs it incomplete."""
    exercised, trades = "eapi/v1/exerciseRecord", "eapi/v1/userTrades:exercised"
    saved = vault(tmp_path, exercised, trades)
    row = binance_rows.HISTORY[exercised]()
    saved.account.put(exercised, {key: row[key] for key in row if key != "symbol"})
    assert statuses(saved.save()) == {exercised: "complete", trades: "incomplete"}


def test_how_others_can_be_reached_is_left_out(tmp_path: Path) -> None:
    """Pay tells e-mail and telephone of the other side: neither file nor journal has them."""
    path = "sapi/v1/pay/transactions"
    saved = vault(tmp_path, path)
    row: dict[str, Any] = binance_rows.HISTORY[path]()
    saved.account.put(path, row)
    saved.save()
    (kept,) = saved.rows(path)
    hidden = {"email", "phoneNumber", "mobileCode", "countryCode"}
    for side in ("payerInfo", "receiverInfo"):
        assert {*row[side]} - {*kept[side]} == hidden
    assert {**kept, "payerInfo": 0, "receiverInfo": 0} == {**row, "payerInfo": 0, "receiverInfo": 0}
    everything = b"".join(f.read_bytes() for f in saved.folder.rglob("*") if f.is_file())
    assert row["payerInfo"]["email"].encode() not in everything


def test_a_run_that_goes_on_much_later_asks_for_what_is_still_shown(tmp_path: Path) -> None:
    """What a first run did not reach in time is gone, and the manifest does not claim it."""
    path = "sapi/v1/margin/capital-flow"
    saved = vault(tmp_path, path)
    begun = saved.clock()
    saved.simulator.fault(path, Fault.html(), times=None)
    assert statuses(saved.save()) == {path: "incomplete"}
    saved.simulator.clear_faults()
    saved.simulator.requests.clear()
    saved.clock = lambda: begun + 30 * 86_400
    manifest = saved.save()
    starts = [int(r.params["startTime"]) for r in saved.simulator.requests if r.path == path]
    earliest = (begun + (30 - 89) * 86_400) * 1000
    assert min(starts) >= earliest - 60_000
    (record,) = manifest.lists
    assert record.ranges[0].start is not None
    assert record.ranges[0].start.timestamp() * 1000 >= earliest - 60_000


def test_names_that_nobody_reads_are_not_none(tmp_path: Path) -> None:
    """A list whose names stand in one that is not asked for was not looked at."""
    bots, orders = "tradingBot/grid/orders-algo-history", "tradingBot/grid/sub-orders"
    known = load_catalogue("okx").history
    saved = Vault(tmp_path / "saved", account=OkxAccount(), exchange="okx", only=(bots, orders))
    saved.lists = (replace(known[bots], applies=lambda _: False), known[orders])
    manifest = saved.save()
    assert statuses(manifest) == {orders: "incomplete"}
    assert not manifest.complete
