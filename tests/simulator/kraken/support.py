"""A client of the Kraken look-alike that signs by itself, so that signing is really tested."""

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

from readiness.simulator import KrakenAccount, KrakenSimulator

FORM = "application/x-www-form-urlencoded"


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: KrakenSimulator
    account: KrakenAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)
    nonce: int = 0

    def headers(self, path: str, nonce: str, body: str) -> dict[str, str]:
        inner = hashlib.sha256((nonce + body).encode()).digest()
        secret = base64.b64decode(self.account.secret)
        digest = hmac.new(secret, path.encode() + inner, hashlib.sha512).digest()
        return {
            "API-Key": self.account.key,
            "API-Sign": base64.b64encode(digest).decode(),
            "Content-Type": FORM,
            **self.extra,
        }

    def post(self, path: str, **params: str) -> httpx.Response:
        self.nonce = max(self.nonce + 1, int(self.clock.time * 1000))
        form = {"nonce": str(self.nonce), **params}
        body = urlencode(form)
        headers = self.headers(f"/0/private/{path}", form["nonce"], body)
        return self.http.post(
            self.sim.base_url + f"/0/private/{path}", content=body, headers=headers
        )

    def get(self, path: str, **params: str) -> httpx.Response:
        return self.http.get(f"{self.sim.base_url}/0/public/{path}", params=params)

    def errors(self, path: str, **params: str) -> list[str]:
        answer = self.post(path, **params)
        assert answer.status_code == 200
        said = answer.json()
        assert bool(said["error"]) != ("result" in said)
        return list(said["error"])

    def result(self, path: str, **params: str) -> Any:
        said = self.post(path, **params).json()
        assert said["error"] == [], said
        return said["result"]

    def public(self, path: str, **params: str) -> Any:
        said = self.get(path, **params).json()
        assert said["error"] == [], said
        return said["result"]

    def of(self, account: KrakenAccount) -> Client:
        """The same as the owner of another account."""
        return Client(self.sim, account, self.clock, self.http)


@contextmanager
def serving(
    account: KrakenAccount | None = None, *more: KrakenAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock(float(int(time.time())))
    owner = account or KrakenAccount()
    sim = KrakenSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)
