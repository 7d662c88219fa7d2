"""By which words KuCoin says where something lies, and in which words it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.each import each
from tests.exchanges.telling import tell
from tests.exchanges.test_kucoin_items import classic
from tests.exchanges.test_states import outcome

from readiness.exchanges.registry import load_catalogue

ORDERS: Final = "api/ua/v1/unified/order/open-list:futures"

# Requests that have to name what they want, and all that there is of it.
CALLS: Final[dict[str, list[dict[str, str]]]] = {
    "api/v3/margin/accounts": [{"queryType": "ALL"}],
    "api/v3/isolated/accounts": [{"queryType": "ALL"}],
    "api/ua/v1/account/balance": [{"accountType": "FUTURES"}],
    "api/v3/purchase/orders": [{"status": "PENDING"}, {"status": "DONE"}],
    "api/v3/redeem/orders": [{"status": "PENDING"}],
    # The newest page of all, and every open state by itself.
    "api/v1/deposits": [{}, {"status": "PROCESSING"}],
    "api/v1/withdrawals": [
        {},
        {"status": "REVIEW"},
        {"status": "PROCESSING"},
        {"status": "WALLET_PROCESSING"},
    ],
}


def test_calls() -> None:
    """Every state in which something is left, each asked for by its own word."""
    catalogue = load_catalogue("kucoin")
    asked = {name: [dict(call.params) for call in catalogue[name].calls] for name in CALLS}
    assert asked == CALLS


def test_coins_of_futures() -> None:
    """Three are asked for one by one, whatever contracts there are; of others, once for all."""
    loop = load_catalogue("kucoin")["api/v1/account-overview-all"].loop
    assert loop is not None
    assert list(loop.names([])) == ["XBT", "USDT", "USDC"]
    told = {
        coin: [
            line.replace(coin, "COIN")
            for cells in ({"balance": "3"}, {"liability": "3"})
            for line in tell("kucoin", "api/ua/v1/account/balance", classic(coin, **cells))
        ]
        for coin in ("XBT", "BTC", "USDT", "USDC", "ETH")
    }
    once = [
        "wallet.futures-coinm: holding asset=COIN amount=3 frozen=0",
        "wallet.futures-coinm: debt asset=COIN amount=3 view=margin",
    ]
    assert told == {"XBT": [], "BTC": [], "USDT": [], "USDC": [], "ETH": once}


def rows() -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """What is asked, a row, and the beginning of what it tells."""
    for kind, place in (
        ("main", "wallet.funding: holding asset"),
        ("trade", "wallet.spot: holding asset"),
        ("older", "wallet.spot: holding id=older asset"),
    ):
        row = {"currency": "BTC", "type": kind, "balance": "2", "available": "1", "holds": "1"}
        yield kind, "api/v1/accounts", row, f"{place}=BTC amount=2 frozen=1"
    for symbol, area in (("XBTUSDTM", "usdm"), ("XBTUSDCM", "usdm"), ("XBTUSDM", "coinm")):
        row = {"orderId": "1", "status": "1", "symbol": symbol}
        yield symbol, ORDERS, row, f"orders.futures-{area}: order id=1"
    row = {"orderId": "1", "status": "NEW", "symbol": "BTC-USDT"}
    yield "a pair", "api/v3/oco/orders", row, "orders.algo: order id=1 order_type=OCO instrument="


@each("case", rows(), lambda case: case[0])
def test_places(case: tuple[str, str, dict[str, Any], str]) -> None:
    """Each thing is told in one place."""
    _, request, row, told = case
    (line,) = tell("kucoin", request, row)
    assert line.startswith(told)


@each("state", ["", "EFFECTIVE", "CLEAR", "BANKRUPTCY", "UNHEARD"], str)
def test_states_of_margin(state: str) -> None:
    """A margin account with which something is going on is told, whatever is in it."""
    none = {"totalAssetOfQuoteCurrency": "0", "totalLiabilityOfQuoteCurrency": "0"}
    told = outcome("kucoin", "api/v3/margin/accounts", status=state, accounts=[], **none)
    assert told == ("-" if state in ("", "EFFECTIVE", "CLEAR") else "restriction")
