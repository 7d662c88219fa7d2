"""The installed tool, looked at from outside: it sends reads of the catalogue and nothing else."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from tests.outside.listed import wrong
from tests.outside.recorder import Recorded
from tests.outside.stand import Ended, Stand, own_network, stand
from tests.outside.wheel import Installed, install

from readiness.exchanges.registry import EXCHANGES

pytestmark = [
    pytest.mark.matrix,
    pytest.mark.skipif(sys.platform == "win32", reason="sockets are handed over as on Unix"),
]


@dataclass(frozen=True)
class Scene:
    """Some scenarios that one run of the tool goes through.

    Attributes:
        accounts: their names in the configuration, as a pattern.
        exchange: the regional company that they are said to be at; empty for their own.
        least: so many different requests are made at least.
    """

    accounts: str
    exchange: str = ""
    least: int = 30


SCENES: Final[dict[str, Scene]] = {
    "sample": Scene(r"okx-messy.*|kraken-.*|.*-trading-key", least=75),
    **{name: Scene(rf"{name}-.*", least=40) for name in ("okx", "binance", "bybit", "kucoin")},
    **{
        info.id: Scene(rf"{info.family}-.*", info.id)
        for info in EXCHANGES.values()
        if info.id != info.family
    },
}
"""The first runs always; the others where every cell of the matrices does."""

OTHERS: Final[dict[str, tuple[str, int, tuple[str, ...]]]] = {
    "keys test": ("okx-messy", 2, ("keys", "test", "okx-messy")),
    "doctor": (".*-empty", 12, ("doctor",)),
    "backup": ("okx-messy", 40, ("backup", "okx-messy", "--to", "backup")),
}
"""Which accounts are configured, how much is asked for at least, and what is run."""

WORLDS: Final = ("messy", "empty", "trading-key")
FAMILIES: Final = sorted({info.family for info in EXCHANGES.values()})


@pytest.fixture(scope="session")
def tool(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Installed:
    """The tool as its wheel installs it, once for all that run tests side by side."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with (shared / "wheel.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = shared / "wheel"
        done = folder / "environment", next(iter(folder.glob("dist/*.whl")), None)
        return Installed(done[0], done[1]) if done[1] else install(folder)


@pytest.fixture(scope="module")
def place(tool: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    """Every scenario of every exchange, with a recorder in front."""
    worlds = [f"{family}-{world}" for family in FAMILIES for world in WORLDS]
    with stand(tool, tmp_path_factory.mktemp("home"), worlds) as opened:
        yield opened


def test_the_wheel_is_what_runs(place: Stand) -> None:
    """Nothing of this tree is imported: what is tried is what a user installs."""
    script = (
        "from readiness.gate import transport, session; print(transport.__file__, session.__file__)"
    )
    ended = place.run(place.tool.python, "-c", script)
    for path in ended.out.split():
        assert Path(path).is_relative_to(place.tool.folder)
    version = place.run(place.tool.readiness, "--version")
    assert version.code == 0
    assert place.tool.wheel.name.split("-")[1] in version.out


@pytest.mark.sampled(len(SCENES))
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_a_scan_asks_for_reads_and_nothing_else(place: Stand, scene: Scene) -> None:
    """Each request that came stands in the list that the wheel prints, and in the documents."""
    before, connected = len(place.recorder.requests), place.recorder.connections
    scan = ["scan", "--no-history", "--format", "json"]
    ended = place.readiness(*scan, accounts=scene.accounts, exchange=scene.exchange)
    came = place.recorder.requests[before:]
    assert ended.code == 3, ended.err  # there is a key that can trade in each of them
    assert wrong(came, place.listed(scene.exchange)) == []
    assert len({each.line.partition(b"?")[0] for each in came}) >= scene.least
    assert ended.report["accounts"]
    sent = [account["requests"] for account in ended.report["accounts"]]
    assert sum(each["sent"] for each in sent) == len(came)
    assert not any(each["refused"] for each in sent)
    assert_within(ended, place, place.recorder.connections - connected)


@pytest.mark.sampled(len(OTHERS))
@pytest.mark.parametrize(("accounts", "least", "command"), OTHERS.values(), ids=OTHERS)
def test_other_commands_ask_for_reads_too(
    place: Stand, accounts: str, least: int, command: tuple[str, ...]
) -> None:
    """What else sends anything keeps to the same list, or to what it prints of a backup."""
    before, connected = len(place.recorder.requests), place.recorder.connections
    ended = place.readiness(*command, accounts=accounts)
    came = place.recorder.requests[before:]
    assert ended.code in {0, 11}, ended.err
    assert len(came) >= least
    assert wrong(came, place.listed(saving=command[0] == "backup")) == []
    assert_within(ended, place, place.recorder.connections - connected)


def test_a_recording_of_anything_else_is_noticed(place: Stand) -> None:
    """A single wrong request is found, whatever is wrong with it: the check has teeth."""
    at = next(at for at, stage in place.staged.items() if stage.exchange == "kraken")
    listed = place.listed()
    good = recorded(at)
    assert wrong([good, good], listed) == []
    for name, bad in FORGED.items():
        found = [line for line, _ in wrong([good, bad(good), good], listed)]
        assert found == [bad(good).line], name


def recorded(at: str) -> Recorded:
    """A request that Kraken may be asked."""
    names = (b"host", b"api-key", b"api-sign", b"content-length")
    return Recorded(at, b"POST /0/private/Balance HTTP/1.1", names, at.encode(), b"nonce=1")


FORGED: Final[dict[str, Callable[[Recorded], Recorded]]] = {
    "an act": lambda good: replace(good, line=b"POST /0/private/AddOrder HTTP/1.1"),
    "a withdrawal": lambda good: replace(good, line=b"POST /0/private/Withdraw HTTP/1.1"),
    "a read of a backup": lambda good: replace(
        good, line=b"POST /0/private/TradesHistory HTTP/1.1"
    ),
    "another verb": lambda good: replace(good, line=b"PUT /0/private/Balance HTTP/1.1"),
    "a verb in lower case": lambda good: replace(good, line=b"post /0/private/Balance HTTP/1.1"),
    "a longer path": lambda good: replace(good, line=b"POST /0/private/Balance/x HTTP/1.1"),
    "a doubled slash": lambda good: replace(good, line=b"POST //0/private/Balance HTTP/1.1"),
    "an encoded slash": lambda good: replace(good, line=b"POST /0/private%2fBalance HTTP/1.1"),
    "dots": lambda good: replace(good, line=b"POST /0/private/Balance/../Withdraw HTTP/1.1"),
    "a whole address": lambda good: replace(
        good, line=b"POST https://api.kraken.com/0/private/Balance HTTP/1.1"
    ),
    "another version": lambda good: replace(good, line=b"POST /0/private/Balance HTTP/2"),
    "a parameter": lambda good: replace(good, line=b"POST /0/private/Balance?x=1 HTTP/1.1"),
    "one in the form": lambda good: replace(good, body=b"nonce=1&volume=1"),
    "one twice": lambda good: replace(good, line=b"POST /0/private/Balance?nonce=1 HTTP/1.1"),
    "JSON": lambda good: replace(good, body=b'{"nonce":1}'),
    "another host": lambda good: replace(good, host=b"api.kraken.com"),
    "another verb in a header": lambda good: replace(
        good, headers=(*good.headers, b"x-http-method-override")
    ),
    "a header twice": lambda good: replace(good, headers=(*good.headers, b"api-key")),
    "a mark of a partner": lambda good: replace(good, headers=(*good.headers, b"kc-api-partner")),
    "what nobody can read": lambda good: replace(good, readable=False),
}
"""What a wrong request may look like, each in one way only."""


def test_a_program_that_acts_is_caught(place: Stand) -> None:
    """A real program in the place of the tool: what it does is recorded, and found."""
    before = len(place.recorder.requests)
    (at,) = (at for at, stage in place.staged.items() if stage.exchange == "okx")
    acts = """
import http.client, sys
for verb, path in (("GET", "/api/v5/public/time"), ("POST", "/api/v5/asset/withdrawal")):
    line = http.client.HTTPConnection(sys.argv[1])
    line.request(verb, path)
    line.getresponse().read()
    line.close()
"""
    ended = place.run(place.tool.python, "-c", acts, at)
    assert ended.code == 0, ended.err
    found = wrong(place.recorder.requests[before:], place.listed())
    assert [line for line, _ in found] == [b"POST /api/v5/asset/withdrawal HTTP/1.1"]


@pytest.mark.skipif(not own_network(), reason="`unshare --net` is not there, or not allowed")
@pytest.mark.parametrize(
    "tries",
    [
        'socket.create_connection(("192.0.2.1", 443))',
        'socket.create_connection(("2001:db8::1", 443))',
        'socket.create_connection(("api.kraken.com", 443))',
        'socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", ("192.0.2.1", 53))',
        'socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", ("127.0.0.1", 53))',
    ],
)
def test_a_program_that_strays_is_caught(place: Stand, tries: str) -> None:
    """Whatever leaves the way to the servers is impossible there, and counted."""
    ended = place.run(place.tool.python, "-c", f"import socket\n{tries}")
    assert ended.strayed


def assert_within(ended: Ended, place: Stand, connections: int) -> None:
    """In a network of its own: all that it opened has come to the recorder."""
    if place.is_private:
        assert ended.strayed == {}
        assert ended.counted["Tcp:ActiveOpens"] == connections
