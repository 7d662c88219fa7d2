"""The one client: which proxy it takes, and that nothing of it speaks by itself."""

import asyncio
import logging
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from tests.gate.support import ORIGIN, ROUTES

from readiness import __version__
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.client import build_client, proxy_for

OKX = Address.of("https://www.okx.com")
PROXY = "http://proxy.example:3128"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may sit behind a proxy."""
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name}_PROXY".upper(), raising=False)


@pytest.mark.parametrize(
    ("environ", "origin", "expected"),
    [
        ({}, "https://www.okx.com", None),
        ({"HTTPS_PROXY": PROXY}, "https://www.okx.com", PROXY),
        ({"https_proxy": PROXY}, "https://www.okx.com", PROXY),
        ({"HTTP_PROXY": PROXY}, "https://www.okx.com", None),
        (
            {"ALL_PROXY": "socks5://127.0.0.1:1080"},
            "https://www.okx.com",
            "socks5://127.0.0.1:1080",
        ),
        ({"HTTPS_PROXY": PROXY, "ALL_PROXY": "http://other.example"}, "https://www.okx.com", PROXY),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "okx.com"}, "https://www.okx.com", None),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "*"}, "https://www.okx.com", None),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "example.com"}, "https://www.okx.com", PROXY),
        ({"HTTPS_PROXY": "proxy.example:3128"}, "https://www.okx.com", PROXY),
        ({"HTTP_PROXY": PROXY, "ALL_PROXY": PROXY}, "http://127.0.0.1:8080", None),
        ({"HTTP_PROXY": PROXY}, "http://127.1.2.3:8080", None),
        ({"HTTP_PROXY": PROXY}, "http://localhost:8080", None),
        ({"HTTP_PROXY": PROXY}, "http://[::1]:8080", None),
    ],
)
def test_the_environments_proxy(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], origin: str, expected: str | None
) -> None:
    """The usual variables count; what never leaves this machine goes through no proxy."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(Address.of(origin), None) == expected


@pytest.mark.parametrize("origin", ["https://www.okx.com", "http://127.0.0.1:8080"])
def test_the_configured_proxy_wins(monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    """What the configuration names is taken as it is, for every address."""
    monkeypatch.setenv("HTTPS_PROXY", "http://other.example:1")
    monkeypatch.setenv("NO_PROXY", "*")
    assert proxy_for(Address.of(origin), PROXY) == PROXY


def test_without_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller may leave the environment out."""
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    assert proxy_for(OKX, None, environ_proxies=False) is None


@pytest.mark.parametrize("proxy", [None, PROXY, "socks5://127.0.0.1:1080"])
def test_the_real_client_has_the_gate_inside(proxy: str | None) -> None:
    """The transport with the sockets is only reached through the gate, whatever the proxy."""
    client, gate = build_client(Addresses.one(Address.of(ORIGIN)), ROUTES, proxy=proxy, timeout=3)

    async def ask() -> None:
        async with client:
            for url in ("https://evil.example/", f"{ORIGIN}/api/withdraw"):
                with pytest.raises(Exception, match="not"):
                    await client.get(url)

    asyncio.run(ask())
    assert gate.refused == 2
    assert client.timeout == httpx.Timeout(3)
    assert not client.follow_redirects
    assert not client.trust_env


def test_who_asks() -> None:
    """The exchange can see which program asks, and that JSON is wanted."""
    seen: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    client, _ = build_client(
        Addresses.one(Address.of(ORIGIN)),
        ROUTES,
        proxy=None,
        timeout=3,
        inner=httpx.MockTransport(reply),
    )
    asyncio.run(client.get(f"{ORIGIN}/api/balance"))
    assert seen[0].headers["user-agent"] == f"readiness/{__version__}"
    assert seen[0].headers["accept"] == "application/json"


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Every logger there is speaks as loudly as it can."""
    names = [None, "httpx", "httpcore", *logging.root.manager.loggerDict]
    with caplog.at_level(logging.NOTSET):
        levels = {name: logging.getLogger(name).level for name in names}
        for name in names:
            logging.getLogger(name).setLevel(1)
        yield caplog
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def test_the_http_libraries_log_nothing(loud: pytest.LogCaptureFixture) -> None:
    """An exchange that signs in the URL would have its signature in httpx's log: there is none."""
    signature = "c2lnbmF0dXJl+of/this=="
    url = f"{ORIGIN}/api/balance?ccy={quote(signature, safe='')}"
    client, _ = build_client(
        Addresses.one(Address.of(ORIGIN)),
        ROUTES,
        proxy=None,
        timeout=3,
        inner=httpx.MockTransport(lambda _: httpx.Response(200)),
    )
    asyncio.run(client.get(url))
    for name in ("connection", "http11", "http2", "proxy", "socks"):
        logging.getLogger(f"httpcore.{name}").debug("headers: %s", signature)
    logging.getLogger("somebody.else").debug("this logger is heard")
    assert "this logger is heard" in loud.text
    assert [entry for entry in loud.records if entry.name.startswith("http")] == []
