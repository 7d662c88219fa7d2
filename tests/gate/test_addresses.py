"""Several hosts behind one account: each path has exactly one of them."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client
from readiness.gate.route import Route
from readiness.gate.transport import GateRefusedError, GateTransport

SPOT = Address.of("https://api.binance.com")
FUTURES = Address.of("https://fapi.binance.com")
BOTH = Addresses({"/api": SPOT, "/sapi": SPOT, "/fapi": FUTURES})
ROUTES = frozenset({Route("GET", "/sapi/v1/x"), Route("GET", "/fapi/v1/x")})


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/api/v3/account", SPOT),
        ("/sapi/v1/x", SPOT),
        ("/fapi/v1/x", FUTURES),
        ("/fapi", FUTURES),
    ],
)
def test_a_path_has_one_address(path: str, address: Address) -> None:
    """The beginning of a path says who answers it."""
    assert BOTH.of(path) == address


@pytest.mark.parametrize("path", ["/dapi/v1/x", "/fapix/v1", "/", "", "fapi/v1/x"])
def test_a_path_that_nobody_answers(path: str) -> None:
    """There is no address to fall back to."""
    with pytest.raises(KeyError):
        BOTH.of(path)


def test_one_address_for_everything() -> None:
    """An exchange with one host answers every path there."""
    one = Addresses.one(SPOT)
    assert one.of("/anything") == one.of("") == one.first == SPOT
    assert one.all == (SPOT,)
    assert BOTH.all == (SPOT, FUTURES)


@pytest.mark.parametrize(
    ("url", "passes"),
    [
        ("https://api.binance.com/sapi/v1/x", True),
        ("https://fapi.binance.com/fapi/v1/x", True),
        ("https://fapi.binance.com/sapi/v1/x", False),
        ("https://api.binance.com/fapi/v1/x", False),
        ("https://dapi.binance.com/fapi/v1/x", False),
        ("http://api.binance.com/sapi/v1/x", False),
    ],
)
def test_a_listed_path_passes_at_its_own_address_only(url: str, passes: bool) -> None:
    """The pair of address and path is compared, not one and the other."""
    reached: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        reached.append(request)
        return httpx.Response(200)

    gate = GateTransport(BOTH, ROUTES, httpx.MockTransport(reply))
    request = httpx.Request("GET", url)
    if passes:
        asyncio.run(gate.handle_async_request(request))
    else:
        with pytest.raises(GateRefusedError):
            asyncio.run(gate.handle_async_request(request))
    assert bool(reached) is passes


# -- two APIs with equal paths -----------------------------------------------------------------

PLAIN = Address.of("https://api.kucoin.com")
APART = Address.of("https://api-futures.kucoin.com")
HERE = Address.of("http://127.0.0.1:8080")
TWO_HOSTS = Addresses({"": PLAIN, "futures:": APART})
ONE_HOST = Addresses.one(HERE)
EQUAL = frozenset(
    {
        Route("GET", "/api/v1/orders", frozenset({"status", "tradeType"})),
        Route("GET", "/api/v1/orders", frozenset({"status", "pageSize"}), api="futures:"),
        Route("GET", "/api/v1/accounts"),
        Route("GET", "/api/v1/positions", api="futures:"),
    }
)


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("/api/v1/orders", PLAIN),
        ("futures:/api/v1/orders", APART),
        ("/futures/api/v1/orders", PLAIN),
        ("futures", PLAIN),
    ],
)
def test_the_name_of_an_api_says_who_answers(place: str, address: Address) -> None:
    """It stands before the path, where no path can begin."""
    assert TWO_HOSTS.of(place) == address


def test_routes_of_two_apis_stay_two() -> None:
    """With one verb and path: neither takes the other one's place."""
    plain, apart = (route for route in EQUAL if route.path == "/api/v1/orders")
    assert plain != apart
    assert {plain.place, apart.place} == {"/api/v1/orders", "futures:/api/v1/orders"}


@pytest.mark.parametrize("verb", ["GET", "POST", "DELETE"])
@pytest.mark.parametrize(
    ("target", "at"),
    [
        ("/api/v1/orders", {PLAIN, APART, HERE}),
        ("/api/v1/orders?status=active", {PLAIN, APART, HERE}),
        ("/api/v1/orders?status=active&tradeType=TRADE", {PLAIN, HERE}),
        ("/api/v1/orders?status=active&pageSize=1000", {APART, HERE}),
        # No look-alike could tell them apart by their host: each name is listed for one of them.
        ("/api/v1/orders?tradeType=TRADE&pageSize=1000", {HERE}),
        ("/api/v1/orders?symbol=TRX-USDT", set[Address]()),
        ("/api/v1/accounts", {PLAIN, HERE}),
        ("/api/v1/positions", {APART, HERE}),
        ("/futures:/api/v1/positions", set[Address]()),
        ("/futures:/api/v1/orders", set[Address]()),
    ],
)
def test_equal_paths_pass_each_at_its_own_address(target: str, at: set[Address], verb: str) -> None:
    """On two hosts each with its own parameters, on one loopback address with those of both."""
    passed = set()
    for addresses in (TWO_HOSTS, ONE_HOST):
        gate = GateTransport(addresses, EQUAL, httpx.MockTransport(lambda _: httpx.Response(200)))
        for address in addresses.all:
            request = httpx.Request(verb, f"{address}{target}")
            try:
                asyncio.run(gate.handle_async_request(request))
            except GateRefusedError:
                continue
            passed.add(address)
    assert passed == (at if verb == "GET" else set())


@pytest.mark.parametrize(
    ("content", "headers", "passes"),
    [
        (b"nonce=1", {}, True),
        (b"nonce=1&nonce=2", {}, False),
        (b"other=1", {}, False),
        (b'{"nonce":1}', {}, False),
        (b"nonce=1", {"Content-Length": "3"}, False),
        (b"nonce=1", {"Transfer-Encoding": "chunked"}, False),
        (b"", {}, True),
    ],
)
def test_a_form_is_looked_into(content: bytes, headers: Mapping[str, str], passes: bool) -> None:
    """What a POST says in its body is compared with the catalogue like a query."""
    routes = frozenset({Route("POST", "/sapi/v1/x", frozenset({"nonce"}))})
    gate = GateTransport(BOTH, routes, httpx.MockTransport(lambda _: httpx.Response(200)))
    request = httpx.Request("POST", "https://api.binance.com/sapi/v1/x", content=content)
    request.headers.update(headers)
    try:
        asyncio.run(gate.handle_async_request(request))
        passed = True
    except GateRefusedError:
        passed = False
    assert passed is passes


def test_query_and_form_may_not_say_the_same_name() -> None:
    """Two places for one name could be read in two ways."""
    routes = frozenset({Route("POST", "/sapi/v1/x", frozenset({"nonce"}))})
    gate = GateTransport(BOTH, routes, httpx.MockTransport(lambda _: httpx.Response(200)))
    url = "https://api.binance.com/sapi/v1/x?nonce=1"
    with pytest.raises(GateRefusedError):
        asyncio.run(gate.handle_async_request(httpx.Request("POST", url, content=b"nonce=2")))


def test_every_address_has_sockets_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment may name a proxy for one host and not for another."""
    asked: list[tuple[str, str | None]] = []
    closed: list[str | None] = []

    class Sockets(httpx.AsyncBaseTransport):
        def __init__(self, proxy: str | None) -> None:
            self.proxy = proxy

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            asked.append((request.url.host, self.proxy))
            return httpx.Response(200)

        async def aclose(self) -> None:
            closed.append(self.proxy)

    monkeypatch.setattr("readiness.gate.client.sockets", Sockets)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:1")
    monkeypatch.setenv("NO_PROXY", "fapi.binance.com")
    client, _ = build_client(BOTH, ROUTES, proxy=None, timeout=1)

    async def ask() -> None:
        async with client:
            await client.get("https://api.binance.com/sapi/v1/x")
            await client.get("https://fapi.binance.com/fapi/v1/x")

    asyncio.run(ask())
    assert asked == [
        ("api.binance.com", "http://proxy.example:1"),
        ("fapi.binance.com", None),
    ]
    assert closed == [proxy for _, proxy in asked]
