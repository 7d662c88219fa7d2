"""Nothing but the exact requests of the catalogue gets past the gate."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client
from readiness.gate.route import Route
from readiness.gate.transport import GateRefusedError, GateTransport

ORIGIN = "https://www.okx.com"
BALANCE = "/api/v5/account/balance"
LISTED = f"{ORIGIN}{BALANCE}"
FORM = f"{ORIGIN}/0/private/Balance"
ROUTES = frozenset(
    {
        Route("GET", BALANCE, frozenset({"ccy", "limit"})),
        Route("GET", "/api/v5/public/time"),
        Route("POST", "/0/private/Balance", frozenset({"nonce", "asset"})),
    }
)

HEADERS = frozenset({"ok-access-key", "ok-access-sign"})


@dataclass
class Inner(httpx.AsyncBaseTransport):
    """Stands where the sockets are, and notes what reaches it."""

    reached: list[httpx.Request] = field(default_factory=list)
    reply: httpx.Response = field(default_factory=lambda: httpx.Response(200, json={}))
    closed: bool = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.reached.append(request)
        return self.reply

    async def aclose(self) -> None:
        self.closed = True


def gated(origin: str = ORIGIN) -> tuple[GateTransport, Inner]:
    inner = Inner()
    return GateTransport(Addresses.one(Address.of(origin)), ROUTES, inner, HEADERS), inner


def send(request: httpx.Request, origin: str = ORIGIN) -> Inner:
    gate, inner = gated(origin)
    asyncio.run(gate.handle_async_request(request))
    return inner


def get(url: str, **more: Any) -> httpx.Request:
    return httpx.Request("GET", url, **more)


@pytest.mark.parametrize(
    "request_",
    [
        get(LISTED),
        get(f"{LISTED}?ccy=BTC"),
        get(f"{LISTED}?limit=100&ccy=conditional%2Coco"),
        get(f"{LISTED}?ccy=two+words"),
        get(f"{LISTED}?ccy="),
        get(f"{ORIGIN}:443{BALANCE}"),
        get(f"HTTPS://WWW.OKX.COM{BALANCE}"),
        get(f"{ORIGIN}/api/v5/public/time"),
        get(f"{ORIGIN}/api/v5/public/../account/balance"),
        httpx.Request("POST", FORM, content=b"nonce=1"),
        httpx.Request("POST", FORM, content=b"nonce=1&asset=a%2Bb%3D"),
        httpx.Request("POST", FORM, data={"nonce": "1", "asset": "two words"}),
        httpx.Request("POST", f"{FORM}?asset=XBT", content=b"nonce=1"),
        httpx.Request("POST", FORM),
        get(LISTED, headers={"OK-ACCESS-KEY": "key", "ok-access-sign": "c2lnbg=="}),
        get(LISTED, headers={"Cookie": "a=b", "Connection": "keep-alive"}),
        get(LISTED, headers={"Connection": "close"}),
        get(LISTED, extensions={"timeout": {"read": 1.0}}),
    ],
    ids=lambda request: f"{request.method} {request.url}",
)
def test_a_listed_request_passes(request_: httpx.Request) -> None:
    """What the catalogue lists reaches the sockets, with the very target that was compared."""
    inner = send(request_)
    assert inner.reached == [request_]
    path = request_.url.raw_path.partition(b"?")[0].decode()
    assert path in {route.path for route in ROUTES}


def form(body: bytes, **more: Any) -> httpx.Request:
    """A POST to a listed path, with this body."""
    return httpx.Request("POST", FORM, content=body, **more)


def _without_length(request: httpx.Request) -> httpx.Request:
    del request.headers["content-length"]
    return request


class _Stream(httpx.AsyncByteStream):
    async def __aiter__(self) -> Any:
        yield b"a body without a length"


class _TwoFaced(httpx.ByteStream):
    """Shows one body to whoever looks at it, and another one to whoever sends it."""

    async def __aiter__(self) -> Any:
        yield b"nonce=2&volume=1"[: len(b"".join(self))]


def _two_faced() -> httpx.Request:
    request = form(b"nonce=1")
    request.stream = _TwoFaced(b"nonce=1")
    return request


def _second_host(request: httpx.Request) -> httpx.Request:
    request.headers = httpx.Headers([*request.headers.multi_items(), ("Host", "evil.example")])
    return request


BYPASSES: dict[str, Callable[[], httpx.Request]] = {
    # another place
    "another host": lambda: get(f"https://evil.example{BALANCE}"),
    "a host that begins like ours": lambda: get(f"https://www.okx.com.evil.example{BALANCE}"),
    "a host that ends like ours": lambda: get(f"https://evilwww.okx.com{BALANCE}"),
    "the parent domain": lambda: get(f"https://okx.com{BALANCE}"),
    "a trailing dot": lambda: get(f"https://www.okx.com.{BALANCE}"),
    "a look-alike host": lambda: get(f"https://www.\u03bfkx.com{BALANCE}"),
    "a punycode host": lambda: get(f"https://www.xn--kx-yjc.com{BALANCE}"),
    "an IPv6 literal": lambda: get(f"https://[::1]{BALANCE}"),
    "an IPv4 literal": lambda: get(f"https://127.0.0.1{BALANCE}"),
    "a decimal address": lambda: get(f"https://2130706433{BALANCE}"),
    "another port": lambda: get(f"https://www.okx.com:8443{BALANCE}"),
    "port zero": lambda: get(f"https://www.okx.com:0{BALANCE}", headers={"Host": "www.okx.com"}),
    "the other scheme's port": lambda: get(f"https://www.okx.com:80{BALANCE}"),
    "no encryption": lambda: get(f"http://www.okx.com{BALANCE}"),
    "no encryption, same port": lambda: get(f"http://www.okx.com:443{BALANCE}"),
    "a websocket": lambda: get(f"wss://www.okx.com{BALANCE}"),
    "a websocket, same port": lambda: get(f"ws://www.okx.com:443{BALANCE}"),
    "a file": lambda: get("file:///etc/passwd"),
    "no host": lambda: get(BALANCE),
    "user information": lambda: get(f"https://user:pass@www.okx.com{BALANCE}"),
    "our host as user information": lambda: get(f"https://www.okx.com@evil.example{BALANCE}"),
    "our host behind a backslash": lambda: get(f"https://evil.example\\@www.okx.com{BALANCE}"),
    # another path
    "an unlisted path": lambda: get(f"{ORIGIN}/api/v5/asset/withdrawal"),
    "an empty path": lambda: get(ORIGIN),
    "the root": lambda: get(f"{ORIGIN}/"),
    "a beginning of a listed path": lambda: get(f"{ORIGIN}/api/v5/account"),
    "a continuation of a listed path": lambda: get(f"{LISTED}/history"),
    "upper case": lambda: get(f"{ORIGIN}/API/V5/ACCOUNT/BALANCE"),
    "a trailing slash": lambda: get(f"{LISTED}/"),
    "a double slash": lambda: get(f"{ORIGIN}/{BALANCE}"),
    "a double slash inside": lambda: get(f"{ORIGIN}/api/v5//account/balance"),
    "dots that leave it": lambda: get(f"{LISTED}/../../asset/withdrawal"),
    "encoded dots": lambda: get(f"{LISTED}/%2e%2e/withdrawal"),
    "encoded dots that come back": lambda: get(f"{ORIGIN}/api/v5/x/%2e%2e/account/balance"),
    "an encoded slash": lambda: get(f"{ORIGIN}/api/v5/account%2fbalance"),
    "an encoded letter": lambda: get(f"{ORIGIN}/api/v5/account/%62alance"),
    "a doubly encoded slash": lambda: get(f"{ORIGIN}/api/v5/account%252fbalance"),
    "a backslash": lambda: get(f"{ORIGIN}/api/v5/account\\balance"),
    "path parameters": lambda: get(f"{LISTED};jsessionid=1"),
    "an encoded question mark": lambda: get(f"{LISTED}%3fccy=BTC"),
    "an encoded end of line": lambda: get(f"{LISTED}%0d%0aX: y"),
    "an encoded zero": lambda: get(f"{LISTED}%00"),
    "a matching path of another verb": lambda: get(f"{ORIGIN}/0/private/Balance"),
    "a fragment": lambda: get(f"{LISTED}#ccy=BTC"),
    "another target than the URL": lambda: get(
        LISTED, extensions={"target": b"/api/v5/asset/withdrawal"}
    ),
    "another name in the TLS greeting": lambda: get(
        LISTED, extensions={"sni_hostname": "evil.example"}
    ),
    # another verb
    "POST": lambda: httpx.Request("POST", LISTED),
    "PUT": lambda: httpx.Request("PUT", LISTED),
    "PATCH": lambda: httpx.Request("PATCH", LISTED),
    "DELETE": lambda: httpx.Request("DELETE", LISTED),
    "HEAD": lambda: httpx.Request("HEAD", LISTED),
    "OPTIONS": lambda: httpx.Request("OPTIONS", LISTED),
    "CONNECT": lambda: httpx.Request("CONNECT", LISTED),
    "TRACE": lambda: httpx.Request("TRACE", LISTED),
    "an invented verb": lambda: httpx.Request("GET /api/v5/asset/withdrawal", LISTED),
    "a verb in a header": lambda: get(LISTED, headers={"X-HTTP-Method-Override": "POST"}),
    "a verb in another header": lambda: get(LISTED, headers={"x-http-method": "POST"}),
    "a verb in a third header": lambda: get(LISTED, headers={"X-Method-Override": "POST"}),
    "a path in a header": lambda: get(LISTED, headers={"X-Original-URL": "/api/v5/trade/order"}),
    "a path in another header": lambda: get(LISTED, headers={"X-Rewrite-URL": "/trade/order"}),
    "a host in a header": lambda: get(LISTED, headers={"X-Forwarded-Host": "evil.example"}),
    "a header that nobody knows": lambda: get(LISTED, headers={"X-Anything": "else"}),
    "a header of another exchange": lambda: get(LISTED, headers={"X-MBX-APIKEY": "key"}),
    "a header twice": lambda: get(LISTED, headers=[("OK-ACCESS-KEY", "a"), ("ok-access-key", "b")]),
    "a line end in a header": lambda: get(
        LISTED, headers={"OK-ACCESS-KEY": "a\r\n\r\nPOST /api/v5/asset/withdrawal HTTP/1.1"}
    ),
    "a zero in a header": lambda: get(LISTED, headers={"OK-ACCESS-KEY": "a\0b"}),
    "a header that hides another": lambda: get(
        LISTED, headers={"Connection": "keep-alive, OK-ACCESS-SIGN"}
    ),
    "a switch of protocols": lambda: get(LISTED, headers={"Upgrade": "websocket"}),
    # other parameters
    "an unlisted parameter": lambda: get(f"{LISTED}?uid=1"),
    "an unlisted parameter among others": lambda: get(f"{LISTED}?ccy=BTC&uid=1"),
    "an unlisted parameter without a value": lambda: get(f"{LISTED}?ccy=BTC&uid"),
    "a parameter twice": lambda: get(f"{LISTED}?ccy=BTC&ccy=ETH"),
    "a parameter twice, encoded once": lambda: get(f"{LISTED}?ccy=BTC&cc%79=ETH"),
    "an encoded name": lambda: get(f"{LISTED}?%63cy=BTC"),
    "a name in upper case": lambda: get(f"{LISTED}?CCY=BTC"),
    "a name like an array": lambda: get(f"{LISTED}?ccy[]=BTC"),
    "a name with a zero": lambda: get(f"{LISTED}?ccy%00=BTC"),
    "a semicolon as a separator": lambda: get(f"{LISTED}?ccy=BTC;uid=1"),
    "a second question mark": lambda: get(f"{LISTED}?ccy=BTC?uid=1"),
    "a query that is only a value": lambda: get(f"{LISTED}?=BTC"),
    "a query without a value": lambda: get(f"{LISTED}?ccy"),
    "an empty pair": lambda: get(f"{LISTED}?ccy=BTC&&limit=1"),
    "a trailing separator": lambda: get(f"{LISTED}?ccy=BTC&"),
    "any parameter where none is listed": lambda: get(f"{ORIGIN}/api/v5/public/time?ccy=BTC"),
    "half an escape": lambda: get(f"{LISTED}?ccy=BTC%2"),
    "a quotation mark": lambda: get(f"{LISTED}?ccy='BTC"),
    # a body
    "a body": lambda: httpx.Request("GET", LISTED, content=b"ccy=BTC"),
    "a form": lambda: httpx.Request("GET", LISTED, data={"ccy": "BTC"}),
    "a body in chunks": lambda: httpx.Request("GET", LISTED, content=iter([b"ccy=BTC"])),
    "a body that hides its length": lambda: _without_length(
        httpx.Request("GET", LISTED, content=b"ccy=BTC")
    ),
    "a stream without a length": lambda: httpx.Request(
        "GET", LISTED, headers={"Host": "www.okx.com"}, stream=_Stream()
    ),
    "two lengths": lambda: get(LISTED, headers=[("Content-Length", "0"), ("Content-Length", "7")]),
    "an odd length": lambda: get(LISTED, headers={"Content-Length": "+0"}),
    # a form
    "a form to an unlisted path": lambda: httpx.Request(
        "POST", f"{ORIGIN}/0/private/AddOrder", content=b"nonce=1"
    ),
    "a form with an unlisted name": lambda: form(b"nonce=1&volume=1"),
    "a form with an encoded name": lambda: form(b"%6eonce=1"),
    "a form with a name twice": lambda: form(b"nonce=1&nonce=2"),
    "a name in the query and in the form": lambda: httpx.Request(
        "POST", f"{FORM}?nonce=1", content=b"nonce=2"
    ),
    "a form with a semicolon": lambda: form(b"nonce=1;asset=XBT"),
    "a form with a line end": lambda: form(b"nonce=1\r\nasset=XBT"),
    "a form with a zero": lambda: form(b"nonce=1\x00"),
    "a form with bytes beyond ASCII": lambda: form("nonce=\u00bd".encode()),
    "a form with an array": lambda: form(b"nonce=1&asset[]=XBT"),
    "a form with half an escape": lambda: form(b"nonce=%4"),
    "a form with an empty pair": lambda: form(b"nonce=1&"),
    "JSON in place of a form": lambda: form(b'{"nonce": 1}'),
    "a form that calls itself JSON": lambda: form(
        b"nonce=1", headers={"Content-Type": "application/json"}
    ),
    "a form that names its boundary": lambda: form(
        b"nonce=1", headers={"Content-Type": "multipart/form-data; boundary=nonce"}
    ),
    "a form that says something else when it is sent": _two_faced,
    "several parts in place of a form": lambda: httpx.Request("POST", FORM, files={"nonce": b"1"}),
    "a form in chunks": lambda: httpx.Request("POST", FORM, content=iter([b"nonce=1"])),
    "a form longer than it says": lambda: form(b"nonce=1", headers={"Content-Length": "1"}),
    "a form that hides its length": lambda: _without_length(form(b"nonce=1")),
    # another Host
    "another Host": lambda: get(LISTED, headers={"Host": "evil.example"}),
    "a Host with a port": lambda: get(LISTED, headers={"Host": "www.okx.com:443"}),
    "a Host in upper case": lambda: get(LISTED, headers={"Host": "WWW.OKX.COM"}),
    "an empty Host": lambda: get(LISTED, headers={"Host": ""}),
    "a second Host": lambda: _second_host(get(LISTED)),
}


@pytest.mark.parametrize("attempt", BYPASSES.values(), ids=BYPASSES)
def test_a_bypass_is_refused_before_the_sockets(attempt: Callable[[], httpx.Request]) -> None:
    """Each trick is refused and counted, and the transport with the sockets never hears of it."""
    try:
        request = attempt()
    except (httpx.InvalidURL, UnicodeError):
        return  # httpx already refuses to write it down
    gate, inner = gated()
    with pytest.raises(GateRefusedError) as refusal:
        asyncio.run(gate.handle_async_request(request))
    assert (inner.reached, gate.refused) == ([], 1)
    assert str(refusal.value)


def test_the_bypasses_are_real_requests() -> None:
    """Hardly any of the tricks is stopped by httpx already: it is the gate that is tested."""

    def written() -> Iterator[bool]:
        for attempt in BYPASSES.values():
            try:
                yield bool(attempt())
            except (httpx.InvalidURL, UnicodeError):
                yield False

    assert sum(written()) >= 75


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("http://localhost", "localhost"),
    ],
)
def test_a_loopback_address_is_guarded_the_same(origin: str, host: str) -> None:
    """A configured address takes the place of the exchange's own, and nothing else is let out."""
    inner = send(get(f"{origin}{BALANCE}"), origin)
    assert inner.reached[0].headers["host"] == host
    with pytest.raises(GateRefusedError):
        send(get(LISTED), origin)


def test_a_refusal_names_no_part_of_the_request() -> None:
    """What is said about a refused request comes from us: nothing in it can be injected."""
    with pytest.raises(GateRefusedError) as refusal:
        send(get(f"{ORIGIN}/api/v5/\x1b[31msecret".replace("\x1b", "%1b")))
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location", ["https://evil.example/", BALANCE, "/api/v5/trade/order", "", "http://[", "//"]
)
def test_a_redirect_is_never_followed(status: int, location: str) -> None:
    """Wherever the exchange sends us, exactly one request leaves."""
    inner = Inner(reply=httpx.Response(status, headers={"Location": location}))
    client, gate = build_client(
        Addresses.one(Address.of(ORIGIN)), ROUTES, proxy=None, timeout=1, inner=inner
    )

    async def ask() -> None:
        async with client:
            try:
                response = await client.get(LISTED)
            except httpx.RemoteProtocolError:
                return  # a location that is no URL
            assert response.status_code == status

    asyncio.run(ask())
    assert (len(inner.reached), gate.refused) == (1, 0)


def test_cookies_that_the_exchange_sets_open_no_door() -> None:
    """A cookie comes back to the same address only, like everything else."""
    reply = httpx.Response(200, json={}, headers={"Set-Cookie": "a=b; Domain=okx.com"})
    inner = Inner(reply=reply)
    client, gate = build_client(
        Addresses.one(Address.of(ORIGIN)), ROUTES, proxy=None, timeout=1, inner=inner
    )

    async def ask() -> None:
        async with client:
            await client.get(LISTED)
            with pytest.raises(GateRefusedError):
                await client.get("https://okx.com/api/v5/account/balance")

    asyncio.run(ask())
    assert (len(inner.reached), gate.refused) == (1, 1)


def test_closing_the_gate_closes_what_lies_behind() -> None:
    """No socket outlives the client."""
    inner = Inner()
    client, _ = build_client(
        Addresses.one(Address.of(ORIGIN)), ROUTES, proxy=None, timeout=1, inner=inner
    )
    asyncio.run(client.aclose())
    assert inner.closed
