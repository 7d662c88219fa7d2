"""Everything that ccxt could ask of the exchanges, and how little of it gets past the gate."""

import re
from typing import Any, Final

import httpx
import pytest
from tests.exchanges.support import FULL
from tests.security.houses import (
    DUMMY,
    NOW_MS,
    SIGNATURE,
    House,
    asked,
    is_signed,
    message_of,
    path_of,
    said_in,
)

from readiness.exchanges.registry import EXCHANGES

pytestmark = pytest.mark.matrix

VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")

KNOWN: Final = {
    "okx": 400,
    "binance": 800,
    "bybit": 400,
    "kraken": 60,
    "kraken-futures": 45,
    "kucoin": 350,
}
"""So many endpoints ccxt knows at least, by family."""

ACTING: Final = {
    "okx": {
        "/api/v5/trade/order",
        "/api/v5/asset/withdrawal",
        "/api/v5/asset/transfer",
        "/api/v5/trade/cancel-order",
    },
    "binance": {
        "/api/v3/order",
        "/sapi/v1/capital/withdraw/apply",
        "/sapi/v1/asset/transfer",
        "/sapi/v1/asset/dust",
        "/fapi/v1/order",
        "/papi/v1/um/order",
    },
    "kraken": {
        "/0/private/AddOrder",
        "/0/private/CancelAll",
        "/0/private/Withdraw",
        "/0/private/WalletTransfer",
        "/0/private/AccountTransfer",
        "/0/private/Earn/Allocate",
        "/0/private/GetWebSocketsToken",
    },
    "kraken-futures": {
        "/derivatives/api/v3/sendorder",
        "/derivatives/api/v3/cancelallorders",
        "/derivatives/api/v3/withdrawal",
        "/derivatives/api/v3/transfer",
        "/derivatives/api/v3/assignmentprogram/add",
    },
    "kucoin": {
        "/api/v1/hf/orders",
        "/api/v3/withdrawals",
        "/api/v3/accounts/universal-transfer",
        "/api/v3/margin/borrow",
        "/api/v1/earn/orders",
        "futures:/api/v1/orders",
        "futures:/api/v1/transfer-in",
    },
    "bybit": {
        "/v5/order/create",
        "/v5/asset/withdraw/create",
        "/v5/asset/transfer/inter-transfer",
        "/v5/asset/transfer/universal-transfer",
        "/v5/user/update-api",
        "/v5/earn/place-order",
    },
}
"""Some that act."""

READ_BY_POST: Final = {
    "okx": set[str](),
    "binance": {
        "/sapi/v3/asset/getUserAsset",
        "/sapi/v1/asset/get-funding-asset",
        "/sapi/v1/asset/dust-btc",
        "/sapi/v1/asset/dust-convert/query-convertible-assets",
    },
    "bybit": set[str](),
    "kraken": {
        f"/0/private/{name}"
        for name in (
            *("GetApiKeyInfo", "BalanceEx", "Balance", "TradeBalance", "CreditLines"),
            *("ListWalletAccounts", "OpenOrders", "OpenPositions", "Earn/Allocations"),
            *("Earn/Strategies", "Earn/AllocateStatus", "Earn/DeallocateStatus"),
            *("DepositStatus", "WithdrawStatus", "Ledgers", "ClosedOrders", "TradesHistory"),
        )
    },
    "kraken-futures": set[str](),
    "kucoin": set[str](),
}
"""The only questions that are asked with another verb than GET."""

FOREIGN: Final = {
    "okx": {"ccy": "BTC", "instId": "BTC-USDT", "x": "1"},
    "binance": {"symbol": "BTCUSDT", "x": "1"},
    "bybit": {"symbol": "BTCUSDT", "x": "1"},
    "kraken": {"asset": "XBT", "x": "1"},
    "kraken-futures": {"contractType": "all", "x": "1"},
    "kucoin": {"symbol": "BTC-USDT", "x": "1"},
}
"""Parameters of which one is in no catalogue."""

NOT_IN_CCXT: Final = {
    "okx": 12,
    "binance": 34,
    "bybit": 19,
    "kraken": 0,
    "kraken-futures": 1,
    "kucoin": 8,
}
"""So many rows at most have no method of ccxt, so a forgotten name is noticed."""


SIGNERS: Final = {info.ccxt_id: info.id for info in reversed(EXCHANGES.values())}
"""One entity for each class of ccxt: those that share one differ in their hosts alone."""


@pytest.fixture(scope="module", params=sorted(EXCHANGES if FULL else SIGNERS.values()))
def house(request: pytest.FixtureRequest) -> House:
    """Each class of ccxt with one of the entities that it serves, or each entity."""
    return House.of(request.param)


@pytest.fixture(scope="module", params=sorted(EXCHANGES))
def entity(request: pytest.FixtureRequest) -> House:
    """Each exchange entity that can be configured."""
    return House.of(request.param)


def test_ccxt_lists_what_is_to_be_refused(house: House) -> None:
    """There are hundreds of endpoints, many of them able to act: the test has teeth."""
    known = [house.endpoint(*entry) for entry in house.known()]
    assert len(known) >= KNOWN[house.info.family]
    acting = {path for verb, path in known if verb == "POST"}
    assert acting >= ACTING[house.info.family]


def test_nothing_of_ccxt_passes_but_the_catalogue(house: House) -> None:
    """Each endpoint, signed with a dummy key, is refused; the exceptions are the catalogue's."""
    known = list(house.known())
    passed = {house.endpoint(*entry) for entry in known if house.passes_somehow(*entry, {})}
    assert passed == house.listed() & {house.endpoint(*entry) for entry in known}
    assert passed


def test_a_parameter_that_is_not_listed_passes_nowhere(house: House) -> None:
    """The same endpoints with one more parameter: not even the catalogue's pass."""
    more = FOREIGN[house.info.family]
    assert [entry for entry in house.known() if house.passes_somehow(*entry, more)] == []


def test_no_other_verb_passes(house: House) -> None:
    """Every path with every verb: a listed path passes with its own verb only."""
    paths = sorted({house.endpoint(*entry)[1] for entry in house.known()} | _paths(house))
    fitting = [path for path in paths if _has_address(house, path)]
    listed = house.listed()
    assert len(fitting) > 40
    for path, verb in ((path, verb) for path in fitting for verb in VERBS):
        assert house.passes(house.request(verb, path)) == ((verb, path) in listed)


def _paths(house: House) -> set[str]:
    return {path for _, path in house.listed()}


def _has_address(house: House, path: str) -> bool:
    try:
        house.addresses.of(path)
    except KeyError:
        return False
    return True


def test_the_catalogue_only_reads(house: House) -> None:
    """What passes is read, by every sign that a verb and a name can give."""
    posts = {path for verb, path in house.listed() if verb == "POST"}
    assert posts == READ_BY_POST[house.info.family]
    assert {verb for verb, _ in house.listed()} <= {"GET", "POST"}
    for _, path in house.listed():
        words = set(re.split("[/-]", path.lower()))
        # The two pre-checks ask what a switch would need, and switch nothing.
        if "precheck" not in words:
            acting = {"set", "add", "cancel", "place", "amend", "delete", "create", "asyn", "apply"}
            assert not acting & words


def test_the_catalogue_passes(house: House) -> None:
    """Each request as the tool itself signs it, with every parameter it may carry."""
    for request in house.requests:
        for params in asked(request):
            signed = house.dialect.sign(request, params, NOW_MS)
            message = message_of(request, signed)
            assert house.passes(message), request.id
            assert is_signed(message) == request.signed
            assert message.url.path == request.route.path
            sent = said_in(message)
            assert {name: sent[name] for name in set(sent) - SIGNATURE} == params


def test_what_stands_in_a_value_stays_in_it(house: House) -> None:
    """A name with every letter that means something in a query is sent as it is."""
    odd = "a+b&c=d%2F #?é@mail.example"
    for request in house.adapter.catalogue:
        named = {request.scope_parameter, request.loop.parameter if request.loop else ""} - {""}
        if not named:
            continue
        signed = house.dialect.sign(request, dict.fromkeys(named, odd), NOW_MS)
        message = message_of(request, signed)
        assert house.passes(message), request.id
        assert {said_in(message)[name] for name in named} == {odd}


def test_a_key_is_only_sent_where_it_is_needed(house: House) -> None:
    """A request that anybody may make says nothing about whose it is."""
    for request in house.requests:
        signed = house.dialect.sign(request, {}, NOW_MS)
        text = f"{signed.url} {dict(signed.headers)} {signed.body}"
        assert (DUMMY["key"] in text) == request.signed
        assert DUMMY["secret"] not in text


def test_every_row_names_its_method_of_ccxt(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The method exists on the class of each entity, and asks for the same with the same verb."""
    called: list[tuple[str, str, bool]] = []

    def note(path: str, api: str | list[str], method: str, *_: Any, **__: Any) -> None:
        tree = api if isinstance(api, str) else api[-1]
        made = house.signer.sign(path, [tree], method, {})
        private = DUMMY["key"] in str(made["headers"])
        called.append((*house.endpoint(tree, method, path), private))

    monkeypatch.setattr(house.signer, "request", note)
    for request in house.requests:
        if request.ccxt_method:
            getattr(house.signer, request.ccxt_method)()
            assert called.pop() == (request.route.method, request.route.place, request.signed)


def test_what_ccxt_does_not_know_is_an_exception(house: House) -> None:
    """Few rows have no method of ccxt."""
    rows = {request.id for request in house.requests if not request.ccxt_method}
    assert len(rows) <= NOT_IN_CCXT[house.info.family]


@pytest.mark.sampled(2)
def test_another_entitys_host_is_refused(entity: House) -> None:
    """A listed request to any other host, also of the same exchange, is not this account's."""
    own = {address.host for address in entity.addresses.all}
    homes: dict[tuple[str, str], set[str]] = {}
    for verb, place in entity.listed():
        home = entity.addresses.of(place).host
        assert home in own
        homes.setdefault((verb, path_of(place)), set()).add(home)
    for (verb, path), at_home in sorted(homes.items()):
        for host in {host for other in EXCHANGES.values() for host in other.api_hosts}:
            request = httpx.Request(verb, f"https://{host}{path}")
            assert entity.passes(request) == (host in at_home)
