"""Orders, earn, transfers, ledgers: filters, pages and what has to be asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.simulator.kucoin.support import DAY, lenient, serving

from readiness.simulator import Fault, KucoinAccount
from readiness.simulator import kucoin_rows as rows

SPOT_ORDERS = {"status": "active", "tradeType": "TRADE"}
FUTURES_ORDERS = "futures:api/v1/orders"


def test_one_path_of_two_apis() -> None:
    """Orders of spot and of futures lie under one path; the kind of trade tells them apart."""
    account = KucoinAccount()
    account.put("api/v1/orders", rows.order(), rows.order(isActive=False))
    account.put("api/v1/orders", rows.order(tradeType="MARGIN_TRADE"))
    account.put(FUTURES_ORDERS, rows.futures_order(), rows.futures_order(status="done"))
    with serving(account) as client:
        spot = client.rows("api/v1/orders", **SPOT_ORDERS)
        assert [(row["tradeType"], row["isActive"]) for row in spot] == [("TRADE", True)]
        margin = client.rows("api/v1/orders", status="active", tradeType="MARGIN_TRADE")
        assert len(margin) == 1
        assert client.rows("api/v1/orders", **(SPOT_ORDERS | {"tradeType": ""})) == spot
        done = client.rows("api/v1/orders", tradeType="TRADE")
        assert [row["isActive"] for row in done] == [False]
        assert client.code("api/v1/orders", tradeType="FUTURES") == "400100"
        futures = client.rows("api/v1/orders", status="active")
        assert [(row["settleCurrency"], row["status"]) for row in futures] == [("USDT", "open")]
        assert [row["status"] for row in client.rows("api/v1/orders")] == ["done"]


def test_refusing_one_of_them() -> None:
    """A refusal may mean one of the two."""
    with serving() as client:
        client.account.refuse(FUTURES_ORDERS, "400007")
        assert client.code("api/v1/orders", status="active") == "400007"
        assert client.rows("api/v1/orders", **SPOT_ORDERS) == []


def test_hf_orders() -> None:
    """Orders of the newer engine are listed symbol by symbol, at once or in pages."""
    account = lenient()
    for symbol in ("ETH-USDT", "BTC-USDT", "BTC-USDT"):
        account.put("api/v1/hf/orders/active", rows.hf_order(symbol=symbol))
    with serving(account) as client:
        assert client.data("api/v1/hf/orders/active/symbols")["symbols"] == ["ETH-USDT", "BTC-USDT"]
        assert len(client.data("api/v1/hf/orders/active", symbol="BTC-USDT")) == 2
        assert client.code("api/v1/hf/orders/active") == "400100"
        page = client.data("api/v1/hf/orders/active/page", symbol="BTC-USDT", pageSize="1")
        assert (page["totalNum"], page["totalPage"], len(page["items"])) == (2, 2, 1)


def test_hf_margin_orders() -> None:
    """The kind of margin is needed for the symbols and for the orders."""
    account = lenient()
    account.put("api/v3/hf/margin/orders/active", rows.hf_margin_order())
    account.put(
        "api/v3/hf/margin/orders/active",
        rows.hf_margin_order(symbol="ETH-USDT", tradeType="MARGIN_ISOLATED_TRADE"),
    )
    symbols = "api/v3/hf/margin/order/active/symbols"
    with serving(account) as client:
        assert client.data(symbols, tradeType="MARGIN_TRADE") == {
            "symbolSize": 1,
            "symbols": ["BTC-USDT"],
        }
        assert client.data(symbols, tradeType="MARGIN_ISOLATED_TRADE")["symbols"] == ["ETH-USDT"]
        assert client.code(symbols) == "400100"
        assert client.code(symbols, tradeType="TRADE") == "400100"
        orders = "api/v3/hf/margin/orders/active"
        assert len(client.data(orders, symbol="BTC-USDT", tradeType="MARGIN_TRADE")) == 1
        assert client.data(orders, symbol="ETH-USDT", tradeType="MARGIN_TRADE") == []
        assert client.code(orders, symbol="ETH-USDT") == "400100"


@pytest.mark.parametrize(
    ("path", "make", "kinds"),
    [
        ("api/v1/stop-order", rows.stop_order, ("TRADE", "MARGIN_TRADE", "MARGIN_ISOLATED_TRADE")),
        (
            "api/v3/hf/margin/stop-orders",
            rows.hf_margin_stop_order,
            ("MARGIN_TRADE", "MARGIN_ISOLATED_TRADE"),
        ),
        (
            "api/v3/hf/margin/oco-orders",
            rows.hf_margin_oco_order,
            ("MARGIN_TRADE", "MARGIN_ISOLATED_TRADE"),
        ),
    ],
)
def test_kinds_of_trade(path: str, make: Any, kinds: tuple[str, ...]) -> None:
    """Each kind has to be asked for; without one the first is shown."""
    account = KucoinAccount()
    account.put(path, *(make(tradeType=kind) for kind in kinds))
    with serving(account) as client:
        for kind in kinds:
            assert [row["tradeType"] for row in client.rows(path, tradeType=kind)] == [kind]
        assert [row["tradeType"] for row in client.rows(path)] == [kinds[0]]
        assert client.code(path, tradeType="X") == "400100"


def test_unified_orders() -> None:
    """Kinds are required, conditional orders stand apart, and pages have another name."""
    account = KucoinAccount(mode="UNIFIED")
    place = "api/ua/v1/unified/order/open-list"
    account.put(f"{place}:SPOT", rows.unified_order(symbol="BTC-USDT"))
    account.put(f"{place}:SPOT", rows.unified_order(symbol="ETH-USDT", triggerPrice="66330"))
    with serving(account) as client:
        page = client.data(place, tradeType="SPOT")
        assert (page["pageNumber"], page["pageSize"], page["tradeType"]) == (1, 50, "SPOT")
        assert [row["symbol"] for row in page["items"]] == ["BTC-USDT"]
        (waits,) = client.rows(place, tradeType="SPOT", orderFilter="ADVANCED")
        assert waits["symbol"] == "ETH-USDT"
        assert client.rows(place, tradeType="FUTURES") == []
        assert client.code(place) == "400100"
        account.put("api/ua/v1/unified/position/open-list", rows.unified_position())
        assert len(client.data("api/ua/v1/unified/position/open-list")) == 1


def test_convert_orders() -> None:
    """A limit order of Convert that waits is active; its pages hold twenty at the least."""
    account = KucoinAccount()
    account.put(
        "api/v1/convert/limit/orders", rows.convert_order(), rows.convert_order(status="SUCCESS")
    )
    with serving(account) as client:
        (row,) = client.rows("api/v1/convert/limit/orders", status="ACTIVE")
        assert row["status"] == "OPEN"
        assert len(client.rows("api/v1/convert/limit/orders")) == 2
        assert client.code("api/v1/convert/limit/orders", pageSize="10") == "400100"


def test_loans() -> None:
    """Whoever has no institutional loan gets the whole form with nothing in it."""
    with serving(lenient()) as client:
        none = client.data("api/v1/otc-loan/loan")
        assert (none["orders"], none["margins"]) == ([], [])
        assert client.data("api/v1/otc-loan/accounts") == []
        client.account.put("api/v1/otc-loan/loan", rows.otc_loan(rows.otc_order(principal="5")))
        assert client.data("api/v1/otc-loan/loan")["orders"][0]["principal"] == "5"


@pytest.mark.parametrize(
    ("path", "make", "states"),
    [
        ("api/v3/purchase/orders", rows.lending_order, ("DONE", "PENDING")),
        ("api/v3/redeem/orders", rows.lending_redemption, ("DONE", "PENDING")),
    ],
)
def test_lending(path: str, make: Any, states: tuple[str, ...]) -> None:
    """The state is required."""
    account = KucoinAccount()
    account.put(path, *(make(status=state) for state in states))
    with serving(account) as client:
        for state in states:
            assert [row["status"] for row in client.rows(path, status=state)] == [state]
        assert client.code(path) == "400100"
        assert client.code(path, status="OPEN") == "400100"


def test_earn() -> None:
    """Holdings are narrowed by coin and product; structured products by what they are."""
    account = KucoinAccount()
    account.put("api/v1/earn/hold-assets", rows.earn_holding(), rows.earn_holding(currency="USDT"))
    account.put("api/v1/struct-earn/orders", rows.structured_order(category="DUAL_EXTRA"))
    with serving(account) as client:
        assert len(client.rows("api/v1/earn/hold-assets")) == 2
        assert len(client.rows("api/v1/earn/hold-assets", currency="USDT")) == 1
        kinds = "DUAL_CLASSIC,DUAL_BOOSTER,DUAL_EXTRA"
        assert len(client.rows("api/v1/struct-earn/orders", categories=kinds)) == 1
        assert client.rows("api/v1/struct-earn/orders", categories="DUAL_CLASSIC") == []
        assert client.code("api/v1/struct-earn/orders") == "400100"


@pytest.mark.parametrize(
    ("path", "make", "states"),
    [
        ("api/v1/deposits", rows.deposit, ("PROCESSING", "SUCCESS", "FAILURE")),
        (
            "api/v1/withdrawals",
            rows.withdrawal,
            ("REVIEW", "PROCESSING", "WALLET_PROCESSING", "SUCCESS", "FAILURE"),
        ),
    ],
)
def test_transfers(path: str, make: Any, states: tuple[str, ...]) -> None:
    """States are asked for one by one or not at all; the coin may be required."""
    account = KucoinAccount()
    with serving(account) as client:
        account.put(path, *(make(status=state, createdAt=client.ms - DAY) for state in states))
        for state in states:
            assert [row["status"] for row in client.rows(path, status=state)] == [state]
        assert len(client.rows(path, currency="USDT")) == len(states)
        assert client.rows(path, startAt=str(client.ms - 1)) == []
        assert client.code(path, status="NEW") == "400100"
        account.settings["currency_required"] = True
        assert client.code(path, status=states[0]) == "400100"
        assert len(client.rows(path, currency="USDT")) == len(states)


@pytest.mark.parametrize(
    "path",
    [
        "api/v1/deposits",
        "api/v1/withdrawals",
        "api/v1/stop-order",
        "api/v3/oco/orders",
        "api/v1/earn/hold-assets",
    ],
)
def test_pages(path: str) -> None:
    """Pages are numbered, tell the whole number of rows, and hold from ten to five hundred."""
    account = KucoinAccount()
    factory = rows.FACTORIES[path]
    with serving(account) as client:
        stamps = {"createdAt", "orderTime"} & set(factory())
        account.put(path, *(factory() | dict.fromkeys(stamps, client.ms) for _ in range(23)))
        whole = client.data(path, pageSize="500")["items"]
        assert len(whole) == 23
        pages = [client.data(path, currentPage=n, pageSize="10") for n in ("1", "2", "3", "4")]
        assert [len(page["items"]) for page in pages] == [10, 10, 3, 0]
        assert [row for page in pages for row in page["items"]] == whole
        assert {(page["totalNum"], page["totalPage"]) for page in pages} == {(23, 3)}
        assert (pages[1]["currentPage"], pages[1]["pageSize"]) == (2, 10)
        for wrong in ("9", "501", "x"):
            assert client.code(path, pageSize=wrong) == "400100"
        assert client.code(path, currentPage="0") == "400100"


def test_endless_pages() -> None:
    """A list without an end tells totals that are never reached."""
    account = KucoinAccount()
    account.put("api/v1/stop-order", rows.stop_order())
    with serving(account) as client:
        client.sim.fault("api/v1/stop-order", Fault.endless())
        first, second = (client.data("api/v1/stop-order", currentPage=n) for n in ("1", "2"))
        assert len(first["items"]) == len(second["items"]) == 50
        ids = [row["id"] for page in (first, second) for row in page["items"]]
        assert len(set(ids)) == 100
        assert first["totalNum"] > 100


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("api/v1/hf/accounts/ledgers", rows.hf_ledger),
        ("api/v3/hf/margin/account/ledgers", rows.hf_margin_ledger),
    ],
)
def test_fast_ledgers(path: str, make: Any) -> None:
    """The newest movements come first; what is older is asked for by the last id."""
    account = KucoinAccount()
    with serving(account) as client:
        account.put(path, *(make(createdAt=client.ms - n) for n in range(5)))
        whole = client.data(path)
        assert len(whole) == 5
        first = client.data(path, limit="3")
        rest = client.data(path, limit="3", lastId=str(first[-1]["id"]))
        assert first + rest == whole
        assert client.data(path, lastId=str(rest[-1]["id"])) == []
        assert client.data(path, startAt=str(client.ms - 1)) == whole[:2]
        assert client.data(path, currency="BTC,ETH") == []
        assert client.code(path, limit="201") == "400100"


def test_ledgers() -> None:
    """Movements of the other accounts stand in numbered pages, those of futures by offset."""
    account = KucoinAccount()
    with serving(account) as client:
        account.put("api/v1/accounts/ledgers", rows.ledger(createdAt=client.ms))
        account.put(
            "api/v1/transaction-history",
            rows.futures_ledger(time=client.ms),
            rows.futures_ledger(time=client.ms - DAY, type="RealisedPNL"),
        )
        assert client.data("api/v1/accounts/ledgers")["totalNum"] == 1
        assert client.rows("api/v1/accounts/ledgers", direction="in") == []
        first = client.data("api/v1/transaction-history", maxCount="1")
        assert (len(first["dataList"]), first["hasMore"]) == (1, True)
        offset = str(first["dataList"][0]["offset"])
        rest = client.data("api/v1/transaction-history", maxCount="1", offset=offset)
        assert (rest["dataList"][0]["type"], rest["hasMore"]) == ("RealisedPNL", False)
        (since,) = client.data("api/v1/transaction-history", startAt=str(client.ms))["dataList"]
        assert since["amount"] == 0.01


def test_refusals_are_put() -> None:
    """A place may be told to refuse, alone or by a pattern."""
    with serving() as client:
        client.account.refuse("api/ua/v1/unified/*", "400007")
        assert client.code("api/ua/v1/unified/account/balance") == "400007"
        assert client.code("api/ua/v1/account/mode") == "200000"


def test_factories() -> None:
    """Every factory belongs to a place that serves its rows, and refuses what is no field."""
    for place, factory in rows.FACTORIES.items():
        first, second = factory(), factory()
        assert list(first) == list(second), place
        with pytest.raises(TypeError, match="no such field"):
            factory(nonsense=1)
    assert rows.position(posMargin="1.5")["posMargin"] == Decimal("1.5")
    assert rows.position(posMargin="rubbish")["posMargin"] == "rubbish"


def test_contracts_are_public() -> None:
    """What coins contracts are settled in, anybody may ask: dollars, and coins themselves."""
    with serving() as client:
        contracts = client.data("api/v1/contracts/active")
    assert [row["settleCurrency"] for row in contracts] == ["USDT", "USDC", "XBT", "ETH"]
    assert [row["isInverse"] for row in contracts] == [False, False, True, True]


def test_the_unified_ledger() -> None:
    """One account's movements at a time, with times in nanoseconds."""
    account = KucoinAccount(mode="UNIFIED")
    account.put("api/ua/v1/account/ledger:UNIFIED", rows.unified_ledger())
    with serving(account) as client:
        (row,) = client.rows("api/ua/v1/account/ledger", accountType="UNIFIED")
        assert len(str(row["ts"])) == 19
        assert client.rows("api/ua/v1/account/ledger", accountType="FUNDING") == []
        later = str(row["ts"] // 1_000_000 + 1)
        assert not client.rows("api/ua/v1/account/ledger", accountType="UNIFIED", startAt=later)
        assert client.code("api/ua/v1/account/ledger") == "400100"
