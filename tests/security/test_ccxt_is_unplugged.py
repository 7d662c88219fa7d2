"""ccxt signs and cannot send: not by any of its methods, and not from any object of ours."""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Final

import ccxt
import pytest
from tests.exchanges.support import FULL
from tests.security import wires
from tests.security.support import ACCOUNT, config, environ

from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.limits import Limits
from readiness.gate.transport import GateRefusedError
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import make_job

CCXT: Final[Any] = ccxt
NOWHERE: Final = "http://127.0.0.1:9"
CLASSES: Final = {info.family: info.id for info in reversed(EXCHANGES.values())}
"""One entity for each family: what the others have of ccxt is made of the same classes."""

ACTS: Final[dict[str, Callable[[Any], object]]] = {
    "an order": lambda signer: signer.create_order("BTC/USDT", "limit", "buy", 1, 1),
    "a market order": lambda signer: signer.create_market_order("BTC/USDT", "sell", 1),
    "an order in camel case": lambda signer: signer.createOrder("BTC/USDT", "limit", "buy", 1, 1),
    "a cancelled order": lambda signer: signer.cancel_order("1", "BTC/USDT"),
    "a withdrawal": lambda signer: signer.withdraw("USDT", 1, "0x" + "ab" * 20),
    "a transfer": lambda signer: signer.transfer("USDT", 1, "spot", "swap"),
    "the markets": lambda signer: signer.load_markets(),
    "a balance": lambda signer: signer.fetch_balance(),
    "its own sending": lambda signer: signer.fetch(f"{NOWHERE}/withdraw", "POST", {}, "a=b"),
    "its own request": lambda signer: signer.request("withdraw", "private", "POST", {}),
    "its own second request": lambda signer: signer.fetch2("withdraw", "private", "POST", {}),
    "its class's own sending": lambda signer: CCXT.Exchange.fetch(signer, f"{NOWHERE}/withdraw"),
    "its session": lambda signer: signer.session.request("POST", f"{NOWHERE}/withdraw"),
    "its session's shorthand": lambda signer: signer.session.post(f"{NOWHERE}/withdraw"),
}
"""What a mistake, or a library that is not what it was, may call."""


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What is tried to be reached; nothing is, unless a test takes it out."""
    tried = wires.shut(monkeypatch)
    yield tried
    assert tried == []


@cache
def opened(exchange: str) -> Connection:
    """A connection as a scan opens it, at an address where nobody listens."""
    account = config(exchange, NOWHERE).accounts[ACCOUNT]
    job = make_job(account, environ(exchange))

    async def inside() -> Connection:
        network = config(exchange, NOWHERE).network
        async with connect(job, network, Limits(), lambda: 0.0) as connection:
            return connection

    return asyncio.run(inside())


@pytest.fixture(scope="module", params=sorted(EXCHANGES if FULL else CLASSES.values()))
def signers(request: pytest.FixtureRequest) -> list[Any]:
    """All of ccxt's objects that can be got at from a connection."""
    found = signers_in(opened(request.param))
    assert found, "nothing of ccxt is found where it is known to be: the search has no teeth"
    for signer in found:
        signer.enableRateLimit = False
    return found


def signers_in(*roots: object) -> list[Any]:
    return [each for each in wires.reachable(*roots) if isinstance(each, ccxt.Exchange)]


def calls(signer: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every endpoint that ccxt has made a method of."""
    for name in dir(type(signer)):
        if name.startswith(("private", "public", "sapi", "fapi", "dapi", "papi", "eapi", "v")):
            method = getattr(signer, name)
            if inspect.ismethod(method) and "unbound_method" in method.__func__.__qualname__:
                yield name, method


def ends(act: Callable[[], object]) -> str:
    """What comes of a call: ``refused``, or ``given up`` before there was anything to send."""
    try:
        act()
    except GateRefusedError:
        return "refused"
    except (CCXT.ExchangeError, KeyError):
        return "given up"
    return "done"


@pytest.mark.usefixtures("tried")
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_of_ccxt_sends(signers: list[Any], act: Callable[[Any], object]) -> None:
    """Whoever gets hold of ccxt's object holds something that cannot reach anybody."""
    for signer in signers:
        assert ends(partial(act, signer)) in {"refused", "given up"}


@pytest.mark.usefixtures("tried")
def test_no_endpoint_of_ccxt_is_sent(signers: list[Any]) -> None:
    """Each of hundreds of methods, one for each endpoint, is refused."""
    for signer in signers:
        came = [ends(method) for _, method in calls(signer)]
        assert set(came) <= {"refused", "given up"}
        assert came.count("refused") > 60


@pytest.mark.parametrize("name", ["fetch", "session"])
def test_nothing_can_be_plugged_in_again(signers: list[Any], name: str) -> None:
    """What sends cannot be put back by an assignment: that would be a deliberate act."""
    for signer in signers:
        with pytest.raises(AttributeError):
            setattr(signer, name, object())


def test_an_ordinary_object_of_ccxt_would_send(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same calls of ccxt as it comes out of the box do try: the tests have teeth."""
    tried = wires.shut(monkeypatch)
    signer = CCXT.okx({"apiKey": "a", "secret": "b", "password": "c", "enableRateLimit": False})
    for act in ("a balance", "the markets", "its own sending", "its session"):
        before = len(tried)
        with pytest.raises((CCXT.NetworkError, OSError)):
            ACTS[act](signer)
        assert len(tried) > before, act


def test_no_library_has_a_way_out_of_its_own() -> None:
    """From all that we hold, private or not, no client of another library can be got at."""
    connections = [opened(exchange) for exchange in CLASSES.values()]
    modules = [dict(vars(each)) for name, each in sys.modules.items() if _is_ours(name)]
    assert len(modules) > 100
    for each in wires.reachable(connections, modules):
        assert _package(type(each)) not in {"aiohttp", "requests", "urllib3"}, type(each)
    for signer in signers_in(connections, modules):
        assert _is_ours(type(signer.session).__module__)


def _package(kind: type) -> str:
    return kind.__module__.partition(".")[0]


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "readiness"


@pytest.mark.parametrize("exchange", sorted(EXCHANGES))
def test_no_exchange_keeps_an_object_of_ccxt(exchange: str) -> None:
    """What is shared by all scans holds no signer; each key has its own, in its session."""
    assert signers_in(load_adapter(EXCHANGES[exchange]), EXCHANGES[exchange]) == []
