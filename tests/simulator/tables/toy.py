"""A toy exchange on the common kernel: all of its freedom, none of its own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar

import httpx
from tests.simulator.support import NO_TLS, Clock

from readiness.simulator.ask import Ask
from readiness.simulator.limits import Limit
from readiness.simulator.reply import Dialect, Reply, encode
from readiness.simulator.tables.account import Account, Caller
from readiness.simulator.tables.answer import payload
from readiness.simulator.tables.paging import Page
from readiness.simulator.tables.refusal import RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.simulator import TableSimulator
from readiness.simulator.tables.table import Table

KEY = "X-Toy-Key"


class ToyAccount(Account):
    """Its keys read and have a third part."""

    READING = ("read",)
    MODE = "new"
    PASSPHRASE = True
    SETTINGS: ClassVar = {"loud": False}


ToyRoute = Route[ToyAccount]

DIALECT = Dialect(error=lambda code, text, _: {"error": code, "text": text}, rows_key="data")


class Toy(TableSimulator[ToyAccount]):
    """Whoever sends a known key is let in; `nonce` is what signing adds."""

    SERVICE = frozenset({"nonce"})

    def key_of(self, ask: Ask) -> str:
        return ask.headers.get(KEY, "")

    def identify(self, ask: Ask, caller: Caller[ToyAccount] | None) -> Caller[ToyAccount]:
        if caller is None:
            raise RefusalError("nobody", self.key_of(ask))
        return caller

    def refused(self, refusal: RefusalError, route: Route[ToyAccount] | None) -> Reply:
        return Reply(
            400,
            encode({"error": str(refusal.why), "text": refusal.text or refusal.detail}),
            DIALECT,
        )

    def wrapped(self, route: Route[ToyAccount], asked: Asked[ToyAccount], page: Page) -> Reply:
        return Reply(200, encode({"data": payload(route, page)}), DIALECT)


@dataclass
class Client:
    """Asks as the owner of an account's first key."""

    sim: Toy
    account: ToyAccount
    clock: Clock
    http: httpx.Client
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **params: str) -> Any:
        url = f"{self.sim.base_url}/{path}"
        return self.http.get(url, params=params, headers=self.headers).json()

    def post(self, path: str, **form: str) -> Any:
        url = f"{self.sim.base_url}/{path}"
        return self.http.post(url, data=form, headers=self.headers).json()

    def data(self, path: str, **params: str) -> Any:
        body = self.get(path, **params)
        assert "data" in body, body
        return body["data"]

    def error(self, path: str, **params: str) -> tuple[str, str]:
        body = self.get(path, **params)
        return body["error"], body["text"]


@contextmanager
def serving(
    *routes: ToyRoute,
    account: ToyAccount | None = None,
    crowd: Limit | None = None,
    arrange: Callable[[Toy], object] = lambda _: None,
) -> Iterator[Client]:
    """Serve routes to one account, on a clock that stands still."""
    clock = Clock()
    owner = account or ToyAccount()

    class Crowded(Toy):
        CROWD = crowd

    sim = Crowded(Table(routes), [owner], nobody=ToyAccount("0"), now=clock)
    arrange(sim)
    with sim.serving(), httpx.Client(timeout=5, verify=NO_TLS, trust_env=False) as http:
        yield Client(sim, owner, clock, http, {KEY: owner.key})
