"""A client of the Bybit look-alike that signs by itself, so that signing is really tested."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from tests.simulator.support import NO_TLS, Clock

from readiness.simulator import BybitAccount, BybitSimulator


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: BybitSimulator
    account: BybitAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def ms(self) -> int:
        return int(self.clock.time * 1000)

    def headers(self, query: str) -> dict[str, str]:
        stamp, window = str(self.ms), "5000"
        message = f"{stamp}{self.account.key}{window}{query}".encode()
        digest = hmac.new(self.account.secret.encode(), message, hashlib.sha256).hexdigest()
        return {
            "X-BAPI-API-KEY": self.account.key,
            "X-BAPI-SIGN": digest,
            "X-BAPI-TIMESTAMP": stamp,
            "X-BAPI-RECV-WINDOW": window,
            **self.extra,
        }

    def request(self, path: str, method: str = "GET", **params: str) -> httpx.Response:
        query = urlencode(params)
        url = f"{self.sim.base_url}/v5/{path}" + (f"?{query}" if query else "")
        return self.http.request(method, url, headers=self.headers(query))

    def body(self, path: str, **params: str) -> Any:
        return self.request(path, **params).json()

    def result(self, path: str, **params: str) -> Any:
        body = self.body(path, **params)
        assert body["retCode"] == 0, body
        return body["result"]

    def code(self, path: str, **params: str) -> int:
        return int(self.body(path, **params)["retCode"])

    def of(self, account: BybitAccount) -> Client:
        """The same as the owner of another account."""
        return Client(self.sim, account, self.clock, self.http)


@contextmanager
def serving(
    account: BybitAccount | None = None, *more: BybitAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock(float(int(time.time())))
    owner = account or BybitAccount()
    sim = BybitSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)
