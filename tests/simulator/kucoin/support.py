"""A client of the KuCoin look-alike that signs by itself, so that signing is really tested."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import httpx
from tests.simulator.support import NO_TLS, Clock

from readiness.simulator import KucoinAccount, KucoinSimulator

DAY = 86_400_000


def signature(secret: str, message: str) -> str:
    digest = hmac.new(secret.encode(), message.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: KucoinSimulator
    account: KucoinAccount
    clock: Clock
    http: httpx.Client
    extra: dict[str, str] = field(default_factory=dict)
    version: str = "3"

    @property
    def ms(self) -> int:
        return int(self.clock.time * 1000)

    def headers(self, target: str, method: str = "GET", body: str = "") -> dict[str, str]:
        now, secret = str(self.ms), self.account.secret
        return {
            "KC-API-KEY": self.account.key,
            "KC-API-SIGN": signature(secret, f"{now}{method}{unquote(target)}{body}"),
            "KC-API-TIMESTAMP": now,
            "KC-API-PASSPHRASE": signature(secret, self.account.passphrase),
            "KC-API-KEY-VERSION": self.version,
            **self.extra,
        }

    def request(self, path: str, method: str = "GET", **params: str) -> httpx.Response:
        url = httpx.URL(f"{self.sim.base_url}/{path}", params=params or None)
        headers = self.headers(url.raw_path.decode(), method)
        return self.http.request(method, url, headers=headers)

    def data(self, path: str, **params: str) -> Any:
        response = self.request(path, **params)
        body = response.json()
        assert (response.status_code, body["code"]) == (200, "200000"), body
        return body["data"]

    def rows(self, path: str, **params: str) -> list[Any]:
        """The rows of a paged list."""
        items: list[Any] = self.data(path, **params)["items"]
        return items

    def code(self, path: str, **params: str) -> str:
        return str(self.request(path, **params).json()["code"])

    def refusal(self, path: str, **params: str) -> tuple[int, str]:
        response = self.request(path, **params)
        return response.status_code, response.json()["code"]

    def owner_of(self, account: KucoinAccount) -> Client:
        """The same as another account."""
        return Client(self.sim, account, self.clock, self.http)


@contextmanager
def serving(
    account: KucoinAccount | None = None, *more: KucoinAccount, **options: Any
) -> Iterator[Client]:
    """Serve accounts on a clock that stands still, with a client for the first of them."""
    clock = Clock()
    owner = account or KucoinAccount()
    sim = KucoinSimulator([owner, *more], now=clock, **options)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http)


def lenient(**more: Any) -> KucoinAccount:
    """An account at which General is enough for every read."""
    return KucoinAccount(enforces=False, **more)
