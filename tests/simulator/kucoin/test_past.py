"""Lists of what has ended, as a backup asks for them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.kucoin.support import lenient, serving

from readiness.simulator import KucoinAccount
from readiness.simulator import kucoin_rows as rows

MARGIN = {"tradeType": "MARGIN_TRADE"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("api/v1/hf/orders/done", {}),
        ("api/v1/hf/fills", {}),
        ("api/v3/hf/margin/orders/done", MARGIN),
        ("api/v3/hf/margin/fills", MARGIN),
    ],
)
def test_latest_first(path: str, kind: dict[str, str]) -> None:
    """Each page tells the id that asks for the next one, and an empty page tells none."""
    account = KucoinAccount()
    account.put(path, *(rows.HISTORY[path]() for _ in range(5)))
    with serving(account) as client:
        asked = {"symbol": "BTC-USDT", "limit": "3", **kind}
        first = client.data(path, **asked)
        rest = client.data(path, **asked, lastId=str(first["lastId"]))
        assert (len(first["items"]), len(rest["items"])) == (3, 2)
        ids = [row["id"] for page in (first, rest) for row in page["items"]]
        assert len(set(ids)) == 5
        assert "_id" not in first["items"][0]
        end = client.data(path, **asked, lastId=str(rest["lastId"]))
        assert end == {"items": [], "lastId": 0}
        for missing in ("symbol", *kind):
            left = {name: text for name, text in asked.items() if name != missing}
            assert client.code(path, **left) == "400100"
        assert client.code(path, **(asked | {"limit": "101"})) == "400100"
        assert client.rows(path, **(asked | {"symbol": "ETH-USDT"})) == []


def test_trades_of_two_apis() -> None:
    """Trades of the old engine and of futures lie under one path, like their orders."""
    account = KucoinAccount()
    account.put("api/v1/fills", rows.old_fill(), rows.old_fill(tradeType="MARGIN_TRADE"))
    account.put("futures:api/v1/fills", rows.futures_fill(), rows.futures_fill(tradeType="adl"))
    with serving(account) as client:
        asked = {"symbol": "DOGE-USDT", "tradeType": "TRADE"}
        assert [row["tradeType"] for row in client.rows("api/v1/fills", **asked)] == ["TRADE"]
        assert client.code("api/v1/fills", tradeType="TRADE") == "400100"
        assert len(client.rows("api/v1/fills")) == 2
        assert len(client.rows("api/v1/fills", tradeTypes="adl,liquid")) == 1


def test_futures_of_the_past() -> None:
    """Closed positions stand in numbered pages, funding fees by offset and symbol by symbol."""
    account = lenient()
    account.put("api/v1/history-positions", *(rows.closed_position() for _ in range(12)))
    account.put("api/v1/funding-history", *(rows.funding_fee() for _ in range(3)))
    with serving(account) as client:
        page = client.data("api/v1/history-positions", pageId="2")
        assert (len(page["items"]), page["totalNum"]) == (2, 12)
        fees = client.data("api/v1/funding-history", symbol="XBTUSDTM", maxCount="2")
        assert (len(fees["dataList"]), fees["hasMore"]) == (2, True)
        assert client.code("api/v1/funding-history") == "400100"
        account.settings["enforces"] = True
        assert client.code("api/v1/history-positions") == "400007"


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("api/v3/margin/borrow", rows.borrowing),
        ("api/v3/margin/repay", rows.repayment),
        ("api/v3/margin/interest", rows.interest),
    ],
)
def test_margin_of_the_past(path: str, make: Any) -> None:
    """Both margins have to be asked for; the key needs the permission to trade on margin."""
    account = lenient()
    account.put(path, make(), make(symbol="BTC-USDT"))
    with serving(account) as client:
        cross = client.data(path, currency="USDT")
        assert (len(cross["items"]), cross["timestamp"]) == (1, client.ms)
        (isolated,) = client.rows(path, currency="USDT", isIsolated="true")
        assert isolated["symbol"] == "BTC-USDT"
        account.settings["enforces"] = True
        assert client.code(path, currency="USDT") == "400007"


def test_conversions() -> None:
    """Conversions are paged by twenty at the least."""
    account = KucoinAccount()
    account.put("api/v1/convert/order/history", *(rows.conversion() for _ in range(21)))
    with serving(account) as client:
        assert len(client.rows("api/v1/convert/order/history", page="2")) == 1
        assert client.code("api/v1/convert/order/history", pageSize="19") == "400100"


def test_every_factory_belongs_to_a_list() -> None:
    """What only a backup asks for has rows of its own."""
    assert not set(rows.HISTORY) & set(rows.FACTORIES)
    for place, factory in rows.HISTORY.items():
        first, second = factory(), factory()
        assert list(first) == list(second), place
