"""Whole backups of simulated accounts, without sockets and without waiting."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.exchanges.embedded import EMBEDDED, Account
from tests.exchanges.support import Line, VirtualTime, no_waiting

from readiness.backup import Manifest, run, save_backup
from readiness.backup.run import Outcome
from readiness.config import AccountConfig, Config, Env, Network, Schedule
from readiness.config.names import env_prefix
from readiness.domain.decision import Closure, Decisions
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.history import History, HistoryList
from readiness.gate import client
from readiness.scan import connection
from readiness.simulator.simulator import Simulator

NAME = "main"
_PORT = 19_999
"""Nobody listens there."""

_SIGNERS: dict[tuple[str, str], Any] = {}
"""ccxt takes longer to wake up than to sign."""


@dataclass
class Vault:
    """An account at an exchange that listens nowhere, and a directory to save it in.

    Attributes:
        folder: the directory.
        account: the account; a new one if left out.
        exchange: where it is.
        only: ids of the lists that the catalogue has; all of them if left out.
        most: answers to one call after which a list cannot be real.
        lists: the catalogue's lists in place of the exchange's own.
        closure: a closing request of the account.
        parent: the account above it, where it is configured as a sub-account.
        base_url: where the exchange is; nobody listens at the usual place.
    """

    folder: Path
    account: Account = None
    exchange: str = "okx"
    attempts: int = 2
    only: tuple[str, ...] = ()
    most: int = 200
    lists: tuple[HistoryList, ...] = ()
    closure: Closure | None = None
    clock: Callable[[], float] = time.time
    name: str = NAME
    parent: str | None = None
    base_url: str = f"http://127.0.0.1:{_PORT}"
    simulator: Simulator = field(init=False)
    line: Line = field(init=False)

    def __post_init__(self) -> None:
        if self.account is None:
            self.account = EMBEDDED[self.exchange].open_account()
        self.simulator = EMBEDDED[self.exchange].serve(
            [self.account.main], limits=False, now=self.time
        )
        self.line = Line(self.simulator)

    def time(self) -> float:
        """What time it is; a test may put another clock in."""
        return self.clock()

    def save(self, *, force: bool = False) -> Manifest:
        """Save, or go on; it has to come to a manifest."""
        outcome = self.run(force=force)
        assert isinstance(outcome, Manifest)
        return outcome

    def run(self, *, force: bool = False) -> Outcome:
        """Save, or go on."""
        with self.in_memory():
            return save_backup(
                self.config(),
                self.name,
                self.folder,
                environ=EMBEDDED[self.exchange].environ(env_prefix(self.name), self.account),
                wall_clock=self.time,
                force=force,
            )

    def config(self) -> Config:
        account = AccountConfig(
            self.name,
            self.exchange,
            credentials=Env(),
            base_url=self.base_url,
            closure=self.closure,
            parent=self.parent,
            sub_account="grid01" if self.parent else None,
        )
        return Config(
            path=Path("test.toml"),
            accounts={self.name: account} | self._above(),
            network=Network(timeout=5, attempts=self.attempts, deadline=60),
            decisions=Decisions(),
            watch=Schedule(),
        )

    def _above(self) -> dict[str, AccountConfig]:
        above = self.parent
        return {above: AccountConfig(above, self.exchange, credentials=Env())} if above else {}

    @contextmanager
    def in_memory(self) -> Iterator[None]:
        """No socket, no waiting, and only the lists that the test is about."""
        real = client.build_client

        def build(addresses: Any, routes: Any, **options: Any) -> Any:
            return real(addresses, routes, **{**options, "inner": _Shared(self.line)})

        def load(info: Any) -> Any:
            adapter = load_adapter(info)

            def signer(*parts: Any) -> Any:
                known = (info.id, self.account.key)
                if known not in _SIGNERS:
                    _SIGNERS[known] = adapter.make_dialect(*parts)
                return _SIGNERS[known]

            catalogue = self.catalogue(adapter.catalogue)
            return replace(adapter, catalogue=catalogue, make_dialect=signer)

        with pytest.MonkeyPatch.context() as patch, no_waiting():
            patch.setattr(connection, "build_client", build)
            patch.setattr(connection, "load_adapter", load)
            patch.setattr(run, "Limits", VirtualTime().limits)
            # Waiting for the disk proves nothing here; test_kill.py does.
            patch.setattr(os, "fsync", lambda _: None)
            yield

    def catalogue(self, real: Catalogue) -> Catalogue:
        """The exchange's catalogue with the lists that the test is about."""
        known = self.lists or tuple(real.history.values())
        wanted = [entry for entry in known if not self.only or entry.id in self.only]
        shortened = tuple(replace(entry, most=self.most) for entry in wanted)
        return Catalogue(
            tuple(real), history=History(shortened, real.not_available, tuple(real.names.values()))
        )

    def manifest(self) -> Manifest:
        """What the directory says of itself."""
        return Manifest.model_validate_json((self.folder / "manifest.json").read_bytes())

    def rows(self, request: str) -> list[dict[str, Any]]:
        """The saved rows of a list."""
        manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        (record,) = [entry for entry in manifest["lists"] if entry["request"] == request]
        if record["jsonl"] is None:
            return []
        lines = (self.folder / record["jsonl"]["path"]).read_text(encoding="utf-8").split("\n")
        assert lines.pop() == ""
        return [json.loads(line) for line in lines]


class _Shared(httpx.AsyncBaseTransport):
    """A line that several runs use: closing one client leaves it open."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._line.handle_async_request(request)


def statuses(manifest: Manifest) -> Mapping[str, str]:
    """What came of each list."""
    return {entry.request: entry.status.value for entry in manifest.lists}


def plain(rows: list[Any], key: str) -> list[Any]:
    """Rows in an order that does not depend on how they were read."""
    return sorted(rows, key=lambda row: str(row.get(key)))
