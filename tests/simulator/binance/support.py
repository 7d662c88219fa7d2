"""A client of the Binance look-alike that signs by itself, so that signing is really tested."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import httpx
from tests.simulator.support import NO_TLS, Clock

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.routes import ROUTES
from readiness.simulator.binance.simulator import BinanceSimulator

DAY = 86_400_000


def signature(secret: str, payload: str) -> str:
    return hmac.new(secret.encode(), payload.encode(), hashlib.sha256).hexdigest()


def encoded(params: dict[str, str]) -> str:
    return urlencode(params, quote_via=quote)


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: BinanceSimulator
    account: BinanceAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def ms(self) -> int:
        return int(self.clock.time * 1000)

    def signed(self, params: dict[str, str]) -> str:
        query = encoded({**params, "timestamp": str(self.ms), **self.extra})
        return f"{query}&signature={signature(self.account.secret, query)}"

    def send(self, path: str, query: str, method: str = "", body: str = "") -> httpx.Response:
        """Send a query exactly as it is."""
        route = ROUTES.get(path)
        return self.http.request(
            method or (route.method if route else "GET"),
            f"{self.sim.base_url}/{path}" + (f"?{query}" if query else ""),
            headers={"X-MBX-APIKEY": self.account.key},
            content=body or None,
        )

    def request(self, path: str, method: str = "", **params: str) -> httpx.Response:
        route = ROUTES.get(path)
        signed = route is None or route.signed
        return self.send(path, self.signed(params) if signed else encoded(params), method)

    def body(self, path: str, **params: str) -> Any:
        response = self.request(path, **params)
        assert response.status_code == 200, response.text
        return response.json()

    def code(self, path: str, **params: str) -> str:
        response = self.request(path, **params)
        return str(response.json()["code"]) if response.status_code >= 400 else "200"

    def refusal(self, path: str, **params: str) -> tuple[int, int]:
        response = self.request(path, **params)
        return response.status_code, response.json()["code"]


@contextmanager
def serving(
    account: BinanceAccount | None = None, *more: BinanceAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock()
    owner = account or BinanceAccount()
    sim = BinanceSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)
