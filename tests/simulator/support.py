"""A client of the OKX look-alike that signs by itself, so that signing is really tested."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx

from readiness.simulator import OkxAccount, OkxSimulator

# Loopback needs no certificates: loading the usual ones takes longer than a whole test.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
START = 1_780_000_000.0


@dataclass
class Clock:
    """A clock that a test moves by hand."""

    time: float = START

    def __call__(self) -> float:
        return self.time


def signature(secret: str, message: str) -> str:
    digest = hmac.new(secret.encode(), message.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def stamp(time: float) -> str:
    return datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: OkxSimulator
    account: OkxAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)

    def headers(self, target: str, method: str = "GET") -> dict[str, str]:
        now = stamp(self.clock.time)
        return {
            "OK-ACCESS-KEY": self.account.key,
            "OK-ACCESS-SIGN": signature(self.account.secret, f"{now}{method}{target}"),
            "OK-ACCESS-TIMESTAMP": now,
            "OK-ACCESS-PASSPHRASE": self.account.passphrase,
            **self.extra,
        }

    def request(self, path: str, method: str = "GET", **params: str) -> httpx.Response:
        url = httpx.URL(f"{self.sim.base_url}/api/v5/{path}", params=params or None)
        target = url.raw_path.decode()
        return self.http.request(method, url, headers=self.headers(target, method))

    def body(self, path: str, **params: str) -> Any:
        return self.request(path, **params).json()

    def rows(self, path: str, **params: str) -> list[Any]:
        body = self.body(path, **params)
        assert body["code"] == "0", body
        rows: list[Any] = body["data"]
        return rows

    def code(self, path: str, **params: str) -> str:
        return str(self.body(path, **params)["code"])


@contextmanager
def serving(
    account: OkxAccount | None = None, *more: OkxAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock()
    owner = account or OkxAccount()
    sim = OkxSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)
