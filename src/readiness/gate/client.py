"""Builds the one httpx client of an account, with the gate inside."""

import urllib.request
from importlib.metadata import version

import httpx

from readiness.gate.address import Address
from readiness.gate.route import Route
from readiness.gate.transport import GateTransport


def proxy_for(address: Address, configured: str | None, environ_proxies: bool = True) -> str | None:
    """The proxy to use: the configured one, else the standard environment variables'."""
    if configured is not None or not environ_proxies:
        return configured
    if urllib.request.proxy_bypass(f"{address.host}:{address.port}"):
        return None
    proxies = urllib.request.getproxies()
    return proxies.get(address.scheme) or proxies.get("all")


def build_client(
    address: Address,
    routes: frozenset[Route],
    *,
    proxy: str | None,
    timeout: float,
    inner: httpx.AsyncBaseTransport | None = None,
) -> tuple[httpx.AsyncClient, GateTransport]:
    """A client whose every request passes the gate, and the gate itself.

    Args:
        address: the API address; nothing else can be reached.
        routes: what may pass.
        proxy: URL of a proxy, or ``None``.
        timeout: seconds for each of connecting, writing, reading.
        inner: what owns the sockets; tests put their own here.
    """
    owner = inner or httpx.AsyncHTTPTransport(
        proxy=proxy, trust_env=False, limits=httpx.Limits(max_connections=32)
    )
    gate = GateTransport(address, routes, owner)
    client = httpx.AsyncClient(
        transport=gate,
        timeout=timeout,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": f"readiness/{version('readiness')}", "Accept": "application/json"},
    )
    return client, gate
