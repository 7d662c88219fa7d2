"""A client of the look-alike of Kraken's futures that signs by itself."""

from __future__ import annotations

import base64
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

from readiness.simulator import KrakenFuturesAccount, KrakenFuturesSimulator

CHECK = "api/auth/v1/api-keys/v3/check"
V3 = "derivatives/api/v3"
LOG = "api/history/v3/account-log"


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: KrakenFuturesSimulator
    account: KrakenFuturesAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)

    def headers(self, path: str, query: str) -> dict[str, str]:
        nonce = self.extra.get("Nonce", "")
        message = f"{query}{nonce}/{path.removeprefix('derivatives/')}".encode()
        secret = base64.b64decode(self.account.secret)
        digest = hmac.new(secret, hashlib.sha256(message).digest(), hashlib.sha512).digest()
        signature = base64.b64encode(digest).decode()
        return {"APIKey": self.account.key, "Authent": signature, **self.extra}

    def ask(self, path: str, **params: str) -> httpx.Response:
        query = urlencode(params)
        url = f"{self.sim.base_url}/{path}" + (f"?{query}" if query else "")
        return self.http.get(url, headers=self.headers(path, query))

    def body(self, path: str, **params: str) -> Any:
        return self.ask(path, **params).json()

    def get(self, name: str) -> Any:
        said = self.body(f"{V3}/{name}")
        assert said["result"] == "success", said
        return said

    def error(self, path: str, **params: str) -> str:
        return str(self.body(path, **params).get("error", ""))

    def of(self, account: KrakenFuturesAccount) -> Client:
        """The same as the owner of another account."""
        return Client(self.sim, account, self.clock, self.http)


@contextmanager
def serving(
    account: KrakenFuturesAccount | None = None, *more: KrakenFuturesAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock(float(int(time.time())))
    owner = account or KrakenFuturesAccount()
    sim = KrakenFuturesSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)
