"""Everything that ccxt could ask of the exchanges, and how little of it gets past the gate."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import ccxt
import httpx
import pytest

from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.catalogue import Request
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.transport import GateRefusedError, GateTransport
from readiness.policies import load_policy

DUMMY: Final = {"key": "dummy-key", "secret": "dummy-secret", "passphrase": "dummy-passphrase"}
VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
NOW_MS: Final = 1_780_000_000_000
PREFIX: Final = "/api/v5/"


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
    signer: Any
    gate: GateTransport
    inner: Inner

    @property
    def origin(self) -> str:
        """Where the exchange is."""
        return f"https://{self.info.api_hosts[0]}"

    def passes(self, request: httpx.Request) -> bool:
        """Whether a request reaches the sockets."""
        before = len(self.inner.reached)
        try:
            asyncio.run(self.gate.handle_async_request(request))
        except GateRefusedError:
            assert len(self.inner.reached) == before
            return False
        assert self.inner.reached[before:] == [request]
        return True

    def built(self, tree: str, verb: str, path: str, params: dict[str, str]) -> httpx.Request:
        """What ccxt would send."""
        made = self.signer.sign(path, [tree], verb, params)
        content = (made["body"] or "").encode() or None
        return httpx.Request(verb, made["url"], headers=made["headers"] or {}, content=content)

    def listed(self, *, signed: bool) -> set[tuple[str, str]]:
        """The catalogue's verbs and paths."""
        return {
            (request.route.method, request.route.path.removeprefix(PREFIX))
            for request in self.adapter.catalogue
            if request.signed == signed
        }


@pytest.fixture(scope="module", params=sorted(EXCHANGES))
def house(request: pytest.FixtureRequest) -> House:
    """Each exchange entity that can be configured."""
    info = EXCHANGES[request.param]
    adapter = load_adapter(info)
    origin = f"https://{info.api_hosts[0]}"
    signer = getattr(ccxt, info.ccxt_id)(
        {"apiKey": DUMMY["key"], "secret": DUMMY["secret"], "password": DUMMY["passphrase"]}
    )
    signer.urls["api"]["rest"] = origin
    inner = Inner()
    gate = GateTransport(Address.of(origin), adapter.catalogue.routes, inner)
    return House(info, adapter, signer, gate, inner)


def endpoints(house: House, tree: str) -> list[tuple[str, str]]:
    """Every verb and path that ccxt lists, without anything to fill in."""
    listed = house.signer.describe()["api"][tree]
    return [(verb.upper(), path) for verb, paths in listed.items() for path in paths]


def test_ccxt_lists_what_is_to_be_refused(house: House) -> None:
    """There are hundreds of private endpoints, most of them able to act: the test has teeth."""
    private = endpoints(house, "private")
    assert len(private) >= 300
    acting = {path for verb, path in private if verb == "POST"}
    assert {"trade/order", "asset/withdrawal", "asset/transfer", "trade/cancel-order"} <= acting


@pytest.mark.parametrize("params", [{}, {"ccy": "BTC", "instId": "BTC-USDT", "x": "1"}])
@pytest.mark.parametrize("tree", ["private", "public"])
def test_nothing_of_ccxt_passes_but_the_catalogue(
    house: House, tree: str, params: dict[str, str]
) -> None:
    """Each endpoint, signed with a dummy key, is refused; the exceptions are the catalogue's."""
    passed = {
        (verb, path)
        for verb, path in endpoints(house, tree)
        if house.passes(house.built(tree, verb, path, dict(params)))
    }
    if params:
        assert passed == set()
    else:
        assert passed == house.listed(signed=tree == "private") & set(endpoints(house, tree))
        assert passed


def test_no_other_verb_passes(house: House) -> None:
    """Every private path with every verb: a listed path passes with its own verb only."""
    paths = sorted({path for _, path in endpoints(house, "private")})
    listed = house.listed(signed=True)
    for path, verb in ((path, verb) for path in paths for verb in VERBS):
        request = house.built("private", verb, path, {})
        assert house.passes(request) == ((verb, path) in listed)


def test_the_catalogue_only_reads(house: House) -> None:
    """What passes is read, by every sign that a verb and a name can give."""
    for verb, path in house.listed(signed=True) | house.listed(signed=False):
        assert verb == "GET"
        words = path.replace("/", "-").lower().split("-")
        # The two pre-checks ask what a switch would need, and switch nothing.
        if "precheck" not in words:
            assert not {"set", "add", "cancel", "place", "amend", "delete", "create"} & set(words)


def asked(request: Request) -> Iterator[dict[str, str]]:
    """The parameters of every way in which a request is made."""
    for call in request.calls:
        yield {**dict.fromkeys(request.route.parameters, "1"), **call.params}


def test_the_catalogue_passes(house: House) -> None:
    """Each request as the tool itself signs it, with every parameter it may carry."""
    dialect = house.adapter.make_dialect(
        house.info, house.origin, DUMMY, load_policy(house.info.family)
    )
    for request in house.adapter.catalogue:
        for params in asked(request):
            signed = dialect.sign(request, params, NOW_MS)
            message = httpx.Request(request.route.method, signed.url, headers=dict(signed.headers))
            assert house.passes(message), request.id
            assert ("OK-ACCESS-SIGN" in message.headers) == request.signed
            assert message.url.path == request.route.path
            assert dict(message.url.params) == params


def test_a_key_is_only_sent_where_it_is_needed(house: House) -> None:
    """A request that anybody may make says nothing about whose it is."""
    dialect = house.adapter.make_dialect(
        house.info, house.origin, DUMMY, load_policy(house.info.family)
    )
    for request in house.adapter.catalogue:
        signed = dialect.sign(request, {}, NOW_MS)
        text = f"{signed.url} {dict(signed.headers)}"
        assert (DUMMY["key"] in text) == request.signed
        assert DUMMY["secret"] not in text


def test_every_row_names_its_method_of_ccxt(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The method exists on the class of each entity, and asks for the same with the same verb."""
    called: list[tuple[str, str, str]] = []

    def note(path: str, api: str | list[str], method: str, *_: Any, **__: Any) -> None:
        called.append((method, path, api if isinstance(api, str) else api[-1]))

    monkeypatch.setattr(house.signer, "request", note)
    for request in house.adapter.catalogue:
        if request.ccxt_method:
            getattr(house.signer, request.ccxt_method)()
            path = request.route.path.removeprefix(PREFIX)
            tree = "private" if request.signed else "public"
            assert called.pop() == (request.route.method, path, tree)


def test_what_ccxt_does_not_know_is_an_exception() -> None:
    """Few rows have no method of ccxt, so a forgotten name is noticed."""
    rows = [
        request.id
        for info in EXCHANGES.values()
        for request in load_adapter(info).catalogue
        if not request.ccxt_method
    ]
    assert len(set(rows)) <= 12


def test_another_entitys_host_is_refused(house: House) -> None:
    """A listed request to another entity of the same exchange is not this account's."""
    for other in EXCHANGES.values():
        for host in other.api_hosts:
            request = httpx.Request("GET", f"https://{host}{PREFIX}account/config")
            assert house.passes(request) == (host == house.info.api_hosts[0])
