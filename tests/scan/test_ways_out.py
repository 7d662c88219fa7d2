"""Where requests go: to the one address, through the one proxy, and nowhere else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

import pytest
from tests.scan.support import USUAL, bank, row

from readiness.domain.answer import Cause
from readiness.domain.key import UnprovenKey
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.exchanges.registry import load_catalogue
from readiness.simulator import Fault, OkxAccount, OkxSimulator

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@dataclass
class Recorder:
    """A proxy on loopback that writes down what it is asked for.

    Attributes:
        asked: the first line of every request, or the SOCKS address.
        heads: everything a client sent before the first answer, for HTTP.
        refuse: whether it refuses to pass anything on.
    """

    port: int = 0
    asked: list[str] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)
    refuse: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def proxy(*, socks: bool = False, refuse: bool = False) -> Iterator[Recorder]:
    """An HTTP or SOCKS5 proxy that passes requests on to where they want to go."""
    recorder = Recorder(refuse=refuse)
    with socket.create_server(("127.0.0.1", 0)) as server:
        recorder.port = server.getsockname()[1]
        serve = _socks if socks else _http
        accepting = threading.Thread(target=_accept, args=(server, recorder, serve), daemon=True)
        accepting.start()
        try:
            yield recorder
        finally:
            server.close()


Serve = Callable[[socket.socket, Recorder], None]


def _accept(server: socket.socket, recorder: Recorder, serve: Serve) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=serve, args=(client, recorder), daemon=True).start()


def _http(client: socket.socket, recorder: Recorder) -> None:
    with client:
        head = b""
        while b"\r\n\r\n" not in head:
            part = client.recv(65536)
            if not part:
                return
            head += part
        line = head.split(b"\r\n", 1)[0].decode()
        recorder.asked.append(line)
        recorder.heads.append(head)
        method, target, _ = line.split(" ")
        if recorder.refuse or method == "CONNECT":
            client.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return
        host, _, path = target.removeprefix("http://").partition("/")
        name, _, port = host.partition(":")
        with socket.create_connection((name, int(port or 80))) as upstream:
            closing = head.replace(b"Connection: keep-alive", b"Connection: close")
            upstream.sendall(closing.replace(target.encode(), f"/{path}".encode(), 1))
            _pump(upstream, client)


def _socks(client: socket.socket, recorder: Recorder) -> None:
    with client:
        methods = client.recv(2)[1]
        client.recv(methods)
        client.sendall(b"\x05\x00")
        _, _, _, kind = client.recv(4)
        size = {1: 4, 3: 0, 4: 16}[kind] or client.recv(1)[0]
        address = client.recv(size)
        name = socket.inet_ntoa(address) if kind == 1 else address.decode()
        port = int.from_bytes(client.recv(2))
        recorder.asked.append(f"{name}:{port}")
        with socket.create_connection((name, port)) as upstream:
            client.sendall(b"\x05\x00\x00\x01" + b"\x00" * 6)
            back = threading.Thread(target=_pump, args=(upstream, client), daemon=True)
            back.start()
            _pump(client, upstream)
            back.join(1)


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while part := source.recv(65536):
            target.sendall(part)
    except OSError:
        return
    finally:
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


# -- proxies -----------------------------------------------------------------------------------


def test_everything_goes_through_the_configured_proxy() -> None:
    """With [network] proxy, each request arrives by way of it."""
    with proxy() as via, bank(sockets=True, network=replace(USUAL, proxy=via.url)) as here:
        report = here.report()
        assert report.verdict is Verdict.READY
        assert len(via.asked) == len(here.sim.requests) == report.requests.sent
        assert all(line.startswith(f"GET {here.base_url}/api/v5/") for line in via.asked)


def test_everything_goes_through_a_socks_proxy() -> None:
    """SOCKS5 as well: only the address is told to it."""
    with proxy(socks=True) as via:
        network = replace(USUAL, proxy=f"socks5://127.0.0.1:{via.port}")
        with bank(sockets=True, network=network) as here:
            assert here.report().verdict is Verdict.READY
            assert set(via.asked) == {here.base_url.removeprefix("http://")}


def test_a_proxy_that_refuses_proves_nothing() -> None:
    """The question about the key fails: incomplete, nothing gets past the proxy."""
    with ExitStack() as stack:
        via = stack.enter_context(proxy(refuse=True))
        network = replace(USUAL, proxy=via.url)
        here = stack.enter_context(bank(sockets=True, network=network))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert here.asked() == []


def test_a_proxy_that_is_not_there_is_not_bypassed() -> None:
    """Without the proxy there is no way out; there is no other."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    network = replace(USUAL, proxy=f"http://127.0.0.1:{port}")
    with bank(sockets=True, network=network) as here:
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert here.asked() == []


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
def test_the_environments_proxy_is_used_for_the_internet(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Without a configured proxy the standard variables count; only the host is told to it."""
    with proxy() as via:
        monkeypatch.setenv(name, via.url)
        with bank(sockets=True, network=replace(USUAL, attempts=1)) as here:
            here.overrides = {"main": {"base_url": None}}
            report = here.report()
            assert report.verdict is Verdict.INCOMPLETE
            assert set(via.asked) == {"CONNECT openapi.okx.com:443 HTTP/1.1"}
            account = here.accounts["main"]
            sent = b"".join(via.heads)
            for part in (account.key, account.secret, account.passphrase):
                assert part.encode() not in sent


def test_the_configured_proxy_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the configuration is used, whatever the environment says."""
    with proxy() as wrong, proxy() as right:
        for name in ("http_proxy", "all_proxy"):
            monkeypatch.setenv(name, wrong.url)
        with bank(sockets=True, network=replace(USUAL, proxy=right.url)) as here:
            assert here.report().verdict is Verdict.READY
            assert wrong.asked == []
            assert right.asked


def test_no_proxy_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that the environment exempts is not asked for through the proxy."""
    with proxy() as via:
        monkeypatch.setenv("https_proxy", via.url)
        monkeypatch.setenv("no_proxy", ".okx.com")
        with bank(sockets=True, network=replace(USUAL, attempts=1, timeout=3)) as here:
            here.overrides = {"main": {"base_url": None}}
            # Straight to the internet, which the tests cannot reach.
            assert here.report().verdict is Verdict.INCOMPLETE
            assert via.asked == []


def test_this_machine_is_reached_without_a_proxy_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy for the internet has no business with an exchange on loopback."""
    with proxy(refuse=True) as via:
        for name in PROXY_VARIABLES[:3]:
            monkeypatch.setenv(name, via.url)
        with bank(sockets=True) as here:
            assert here.report().verdict is Verdict.READY
            assert via.asked == []


# -- redirects ---------------------------------------------------------------------------------


@pytest.mark.sampled(3)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(status: int) -> None:
    """Neither to another host nor to another path; the place is unknown."""
    thief = OkxSimulator([OkxAccount()], limits=False)
    with thief.serving(), bank(sockets=True) as here:
        target = f"{thief.base_url}/api/v5/asset/balances"
        here.sim.fault("asset/balances", Fault.redirect(target, status))
        here.sim.fault("account/balance", Fault.redirect("/api/v5/asset/balances", status))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        for area in ("wallet.funding", "wallet.trading"):
            found = row(report, area)
            assert found.status is Status.UNKNOWN
            assert found.reasons[0].cause is Cause.REDIRECT
        assert thief.requests == []
        assert here.sim.count("asset/balances") == 1
        assert report.requests.refused == 0


def test_a_redirected_key_proves_nothing() -> None:
    """A redirect of the key's question leads nowhere, and nothing else is asked."""
    thief = OkxSimulator([OkxAccount()], limits=False)
    with thief.serving(), bank(sockets=True) as here:
        here.sim.fault("account/config", Fault.redirect(f"{thief.base_url}/api/v5/account/config"))
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert thief.requests == []
        assert set(here.asked()) == {"public/time", "account/config"}


def test_a_redirected_clock_is_not_followed() -> None:
    """The clock of another server is nobody's clock."""
    thief = OkxSimulator([OkxAccount()], limits=False, clock_offset=3600)
    with thief.serving(), bank(sockets=True) as here:
        here.sim.fault("public/time", Fault.redirect(f"{thief.base_url}/api/v5/public/time"))
        assert here.report().verdict is Verdict.READY
        assert thief.requests == []


# -- nothing but the catalogue -----------------------------------------------------------------


def test_only_what_the_catalogue_lists_arrives() -> None:
    """Every request of a full scan is one of the catalogue, with listed parameters only."""
    routes = {request.id: request.route for request in load_catalogue("okx")}
    main = OkxAccount()
    main.sub_account("grid01")
    with bank({"main": main}, sockets=True) as here:
        here.report()
        for arrival in here.sim.requests:
            assert arrival.method == "GET"
            assert set(arrival.params) <= routes[arrival.path].parameters
        assert all(arrival.status == 200 for arrival in here.sim.requests)


def test_a_host_that_is_not_there_is_incomplete() -> None:
    """No connection is no answer."""
    with bank(sockets=True, network=replace(USUAL, attempts=2)) as here:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        here.overrides = {"main": {"base_url": f"http://127.0.0.1:{port}"}}
        report = here.report()
        assert report.verdict is Verdict.INCOMPLETE
        assert isinstance(report.key, UnprovenKey)
        assert report.key.reason.cause is Cause.CONNECTION
