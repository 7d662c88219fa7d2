"""Each exchange entity with ccxt's signer on one side of the gate, and nothing on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import ccxt
import httpx
from tests.security.support import signature_of

from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.catalogue import Request
from readiness.exchanges.history import HistoryList
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Dialect, Signed
from readiness.gate.transport import GateRefusedError, GateTransport
from readiness.policies import load_policy

DUMMY: Final = {
    "key": "dummy-key",
    "secret": "dummySecret0thatIsBase64",  # Kraken's have to be
    "passphrase": "dummy-passphrase",
}
NOW_MS: Final = 1_780_000_000_000

Endpoint = tuple[str, str]
"""A verb and a place: a path, version and all, behind the name of its API if it has one."""

_PARTS: Final = {"accountMode": "unified"}
"""Parts of paths that ccxt leaves open and that the documents spell out."""

SIGNATURE: Final = frozenset({"timestamp", "recvWindow", "signature", "nonce"})
"""What signing adds to a query or a form."""


@dataclass
class Inner(httpx.AsyncBaseTransport):
    """Stands where the sockets are, and notes what reaches it."""

    reached: list[httpx.Request] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.reached.append(request)
        return httpx.Response(200, json={"code": "0", "data": []})


@dataclass(frozen=True)
class House:
    """One exchange entity, with ccxt's signer and the gate in front of nothing."""

    info: ExchangeInfo
    adapter: Adapter
    addresses: Addresses
    signer: Any
    dialect: Dialect
    gate: GateTransport
    inner: Inner

    @classmethod
    def of(cls, exchange: str) -> House:
        """The house of a configured exchange at its official addresses."""
        info = EXCHANGES[exchange]
        adapter = load_adapter(info)
        origins = info.origins()
        addresses = Addresses({prefix: Address.of(url) for prefix, url in origins.items()})
        signer = getattr(ccxt, info.ccxt_id)(
            {"apiKey": DUMMY["key"], "secret": DUMMY["secret"], "password": DUMMY["passphrase"]}
        )
        for tree, url in signer.urls["api"].items():
            # Regional companies whose host ccxt takes from elsewhere, or does not know.
            if tree == "rest" or "{hostname}" in url:
                signer.urls["api"][tree] = origins[""]
        inner = Inner()
        key = {name: DUMMY[name] for name in info.credential_fields}
        dialect = adapter.make_dialect(info, addresses, key, load_policy(info.family))
        gate = GateTransport(addresses, adapter.catalogue.routes, inner, dialect.headers)
        return cls(info, adapter, addresses, signer, dialect, gate, inner)

    def passes(self, request: httpx.Request) -> bool:
        """Whether a request reaches the sockets."""
        before = len(self.inner.reached)
        # Nothing in it waits: one step decides, without a loop for each of thousands.
        step = self.gate.handle_async_request(request)
        try:
            step.send(None)
        except GateRefusedError:
            assert len(self.inner.reached) == before
            return False
        except StopIteration:
            assert self.inner.reached[before:] == [request]
            return True
        raise AssertionError("the gate waits for something")

    def passes_somehow(self, tree: str, verb: str, path: str, params: dict[str, str]) -> bool:
        """Whether a request passes as ccxt builds it, or with what it says in the query."""
        requests = [*self.built(tree, verb, path, params)]
        return any(self.passes(request) for request in requests)

    def built(
        self, tree: str, verb: str, path: str, params: dict[str, str]
    ) -> Iterator[httpx.Request]:
        """What ccxt would send; a body once more as a query, which this gate might let pass."""
        made = self.signer.sign(path, [tree], verb, {**filled(path), **params})
        url, body = made["url"], made["body"] or ""
        # What else ccxt adds would stop any request; here it is the rest that has to.
        listed = self.dialect.headers
        said = (made["headers"] or {}).items()
        headers = {name: text for name, text in said if name.lower() in listed}
        yield httpx.Request(verb, url, headers=headers, content=body.encode() or None)
        if body and not body.startswith("{"):
            yield httpx.Request(verb, f"{url}?{body}", headers=headers)

    def endpoint(self, tree: str, verb: str, path: str) -> Endpoint:
        """The verb and the place of something that ccxt lists."""
        url = urlsplit(self.signer.sign(path, [tree], verb, filled(path))["url"])
        return verb, self.api_at(url.netloc) + url.path

    def api_at(self, host: str) -> str:
        """The name of the API at a host, as places begin with it; empty for most."""
        hosts = self.info.hosts
        named = [prefix for prefix in hosts if prefix.endswith(":") and host in hosts[prefix]]
        return named[0] if named else ""

    def listed(self) -> set[Endpoint]:
        """The catalogue's verbs and places."""
        return {(entry.route.method, entry.route.place) for entry in self.requests}

    @property
    def requests(self) -> list[Request | HistoryList]:
        """Everything that can ever be sent: what a scan and a backup ask for."""
        catalogue = self.adapter.catalogue
        return [*catalogue, *catalogue.names.values(), *catalogue.history.values()]

    def known(self) -> Iterator[tuple[str, str, str]]:
        """Every tree, verb and path that ccxt lists, public and private."""
        for tree, verbs in self.signer.describe()["api"].items():
            for verb, paths in verbs.items():
                for path in paths:
                    yield tree, verb.upper(), path

    def request(self, verb: str, place: str, query: str = "") -> httpx.Request:
        """A request to the address that answers a place."""
        return httpx.Request(verb, f"{self.addresses.of(place)}{path_of(place)}{query}")


def filled(path: str) -> dict[str, str]:
    """Values for what a path of ccxt leaves open, such as an id."""
    return {name: _PARTS.get(name, "1") for name in re.findall(r"{(\w+)}", path)}


def path_of(place: str) -> str:
    """A place without the name of its API."""
    return place[place.index("/") :]


def asked(request: Request | HistoryList) -> Iterator[dict[str, str]]:
    """The parameters of every way in which a request is made."""
    own = request.route.parameters - SIGNATURE
    for call in request.calls:
        yield {**dict.fromkeys(own, "1"), **call.params}


def message_of(request: Request | HistoryList, signed: Signed) -> httpx.Request:
    """A signed request as it is sent."""
    return httpx.Request(
        request.route.method,
        signed.url,
        headers=dict(signed.headers),
        content=signed.body.encode() or None,
    )


def said_in(message: httpx.Request) -> dict[str, str]:
    """Every parameter of a message, in its query or in its form."""
    form = parse_qsl(message.content.decode(), keep_blank_values=True)
    return {**dict(message.url.params), **dict(form)}


def is_signed(message: httpx.Request) -> bool:
    """Whether a request carries a signature, in a header or in its query."""
    return bool(signature_of(message.headers, str(message.url)))
