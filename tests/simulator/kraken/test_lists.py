"""Orders, positions, deposits, withdrawals and the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.kraken.support import Client, serving

from readiness.simulator import Fault, KrakenAccount, kraken_rows

# Place, key of its list, usual page: typed from the documents.
MOVING = [("DepositStatus", "deposit", 25), ("WithdrawStatus", "withdrawals", 500)]


def filled(place: str, count: int) -> KrakenAccount:
    account = KrakenAccount()
    make = kraken_rows.FACTORIES[place]
    account.put(place, *(make() for _ in range(count)))
    return account


def follow(client: Client, path: str, at: str, **params: str) -> list[Any]:
    """Every row, page by page, to the one that tells no further cursor."""
    rows, cursor = [], "true"
    while cursor:
        said = client.result(path, cursor=cursor, **params)
        rows += said[at]
        cursor = said["next_cursor"]
    return rows


@pytest.mark.parametrize(("place", "at", "usual"), MOVING)
def test_pages_of_what_moves(place: str, at: str, usual: int) -> None:
    """With `cursor=true` the list is in an object beside the next page's cursor."""
    with serving(filled(place, usual + 3), limits=False) as client:
        said = client.result(place, cursor="true")
        assert len(said[at]) == usual
        assert said["next_cursor"]
        refids = [row["refid"] for row in follow(client, place, at)]
        assert len(refids) == len(set(refids)) == usual + 3
        assert len(follow(client, place, at, limit="7")) == usual + 3
        assert client.errors(place, cursor="nonsense") == ["EGeneral:Invalid arguments"]


@pytest.mark.parametrize(("place", "at", "usual"), MOVING)
def test_what_moves_without_pages(place: str, at: str, usual: int) -> None:
    """Without a cursor the answer is a bare list, cut without a word."""
    with serving(filled(place, usual + 3), limits=False) as client:
        assert len(client.result(place)) == usual
        assert len(client.result(place, cursor="false", limit="2")) == 2
        assert client.result(place, limit="1") == client.result(place, limit="1", cursor="true")[at]


def test_classes_of_assets_are_apart() -> None:
    """Without a class only currencies are shown."""
    account = KrakenAccount()
    for place in ("DepositStatus", "WithdrawStatus"):
        make = kraken_rows.FACTORIES[place]
        account.put(place, make(asset="USDT"), make(asset="TSLAx", aclass="tokenized_asset"))
    with serving(account) as client:
        for path in ("DepositStatus", "WithdrawStatus"):
            assert [row["asset"] for row in client.result(path)] == ["USDT"]
            others = client.result(path, aclass="tokenized_asset")
            assert [row["asset"] for row in others] == ["TSLAx"]
            assert client.errors(path, aclass="other") == ["EGeneral:Invalid arguments"]


def test_what_moves_in_some_time() -> None:
    """Beginning and end are included."""
    account = KrakenAccount()
    account.put("DepositStatus", *(kraken_rows.deposit(time=t) for t in (100, 200, 300)))
    with serving(account) as client:
        said = client.result("DepositStatus", start="200", end="300")
        assert [row["time"] for row in said] == [200, 300]


def test_a_status_with_a_hyphen() -> None:
    """Its property has a name that no argument can have."""
    row = kraken_rows.withdrawal(status="Pending", status_prop="onhold")
    assert row["status-prop"] == "onhold"
    assert "status-prop" not in kraken_rows.withdrawal()


@pytest.mark.parametrize(
    ("path", "at"), [("Ledgers", "ledger"), ("TradesHistory", "trades"), ("ClosedOrders", "closed")]
)
def test_the_past(path: str, at: str) -> None:
    """Fifty at a time under their ids, beside the number of all."""
    with serving(filled(path, 53), limits=False) as client:
        first = client.result(path)
        assert (len(first[at]), first["count"]) == (50, 53)
        second = client.result(path, ofs="50")
        assert len(second[at]) == 3
        assert not first[at].keys() & second[at].keys()
        assert not {"id", "txid"} & next(iter(first[at].values())).keys()


def test_orders_of_some_time() -> None:
    """They are placed by when they were closed; a key may see only some."""
    account = KrakenAccount()
    account.put("ClosedOrders", *(kraken_rows.closed_order(closetm=t) for t in (100, 200, 300)))
    with serving(account) as client:
        assert client.result("ClosedOrders", start="100", end="250")["count"] == 1
        account.change_key(fields={"query_from": "150"})
        assert client.result("ClosedOrders")["count"] == 2


def test_the_ledger_after_a_moment() -> None:
    """The beginning itself is left out, fractions count; types and assets narrow it."""
    account = KrakenAccount()
    for ms, kind in ((100_000, "trade"), (100_500, "deposit"), (101_000, "new")):
        entry = kraken_rows.ledger_entry(time=kraken_rows.seconds(ms), type=kind, asset=kind)
        account.put("Ledgers", entry)
    with serving(account) as client:
        assert client.result("Ledgers", start="100")["count"] == 2
        assert client.result("Ledgers", type="deposit")["count"] == 1
        assert client.result("Ledgers", type="all", asset="all")["count"] == 3
        assert client.result("Ledgers", asset="trade,new")["count"] == 2


def test_orders_and_positions() -> None:
    """Each stands under its id, and the id is not repeated inside."""
    account = KrakenAccount()
    account.put("OpenOrders", kraken_rows.order(txid="O1", userref=7))
    account.put("OpenOrders", kraken_rows.stop_order(txid="O2", descr={"leverage": "2:1"}))
    account.put("OpenPositions", kraken_rows.position(txid="T1"))
    with serving(account) as client:
        orders = client.result("OpenOrders")["open"]
        assert list(orders) == ["O1", "O2"]
        assert orders["O2"]["descr"]["ordertype"] == "stop-loss"
        assert orders["O2"]["descr"]["leverage"] == "2:1"
        assert "txid" not in orders["O1"]
        assert list(client.result("OpenOrders", userref="7")["open"]) == ["O1"]
        assert list(client.result("OpenPositions")) == ["T1"]


def test_paging_faults() -> None:
    """Pages can be made to repeat or to never end."""
    account = filled("DepositStatus", 3)
    with serving(account, limits=False) as client:
        client.sim.fault("DepositStatus", Fault.endless())
        first = client.result("DepositStatus", cursor="true", limit="4")
        assert (len(first["deposit"]), bool(first["next_cursor"])) == (4, True)
        client.sim.clear_faults()
        client.sim.fault("DepositStatus", Fault.error("EService:Unavailable"), page=2)
        said = client.result("DepositStatus", cursor="true", limit="2")
        assert client.errors("DepositStatus", cursor=said["next_cursor"], limit="2") == [
            "EService:Unavailable"
        ]
