"""Builds the one httpx client of an account, with the gate inside."""

import logging
import ssl
import urllib.request
from collections.abc import Mapping
from functools import cache, partial
from importlib.metadata import version
from ipaddress import ip_address
from typing import Final

import httpx

from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.lanes import Idle, Lanes
from readiness.gate.route import Route
from readiness.gate.transport import GateTransport

_LOGGERS: Final = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)


USER_AGENT: Final = f"readiness/{version('readiness')}"


def _never(_: logging.LogRecord) -> bool:
    return False


# They write down URLs, in which some exchanges want the signature, and headers.
for _name in _LOGGERS:
    logging.getLogger(_name).addFilter(_never)


def proxy_for(address: Address, configured: str | None, environ_proxies: bool = True) -> str | None:
    """The proxy to use: the configured one, else the standard environment variables'.

    What stays on this machine is not sent through a proxy that was set for the internet.
    """
    if configured is not None or not environ_proxies:
        return configured
    outside = f"{address.host}:{address.port}"
    if _is_loopback(address.host) or urllib.request.proxy_bypass(outside):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _ByAddress(httpx.AsyncBaseTransport):
    """The owners of the sockets: one for each address, since each may have its own proxy."""

    def __init__(self, owners: Mapping[Address, httpx.AsyncBaseTransport]) -> None:
        self._owners = owners

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._owners[Address.of(request.url)].handle_async_request(request)

    async def aclose(self) -> None:
        for owner in self._owners.values():
            await owner.aclose()


@cache
def authorities() -> ssl.SSLContext:
    """Whom TLS trusts, whatever the environment says; slow to read, and the same everywhere."""
    return httpx.create_ssl_context(trust_env=False)


def sockets(proxy: str | None) -> httpx.AsyncBaseTransport:
    """What owns a connection: through this proxy or none, whatever the environment says.

    The environment has a say in proxies and in whom to trust, and both are settled here.
    """
    return httpx.AsyncHTTPTransport(verify=authorities(), proxy=proxy)


def build_client(
    addresses: Addresses,
    routes: frozenset[Route],
    *,
    proxy: str | None,
    timeout: float,
    headers: frozenset[str] = frozenset(),
    idle: Idle | None = None,
    inner: httpx.AsyncBaseTransport | None = None,
) -> tuple[httpx.AsyncClient, GateTransport]:
    """A client whose every request passes the gate, and the gate itself.

    Args:
        addresses: the API's addresses; nothing else can be reached.
        routes: what may pass.
        proxy: URL of a configured proxy; without one, the environment's is used.
        timeout: seconds for each of connecting, writing, reading.
        headers: what may go with it beside what any request has, in lower case.
        idle: the connections of all accounts that have nothing to do; without it, its own.
        inner: what owns the sockets; tests put their own here.
    """
    kept = idle or Idle()
    owner = inner or _ByAddress(
        {
            address: Lanes(partial(sockets, proxy_for(address, proxy)), kept)
            for address in addresses.all
        }
    )
    gate = GateTransport(addresses, routes, owner, headers)
    client = httpx.AsyncClient(
        transport=gate,
        timeout=timeout,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
    )
    return client, gate
