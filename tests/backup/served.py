"""Lists that no simulator serves, in all the ways in which exchanges cut them into pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import httpx
from tests.backup.support import Vault

from readiness.exchanges.catalogue import Call, Source
from readiness.exchanges.history import HistoryKind, HistoryList
from readiness.gate.route import Limit, Route
from readiness.simulator.ask import Ask
from readiness.simulator.faults import Quirk
from readiness.simulator.simulator import Simulator

Row = dict[str, Any]
Answer = Callable[[Mapping[str, str]], Any]
PREFIX: Final = "/api/v5/"


@dataclass
class Served:
    """Answers to some paths; everything else is the simulator's.

    Attributes:
        answers: what a path answers to its parameters: rows, or a whole envelope.
        asked: what was asked, in order.
    """

    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def serve(self, vault: Vault) -> None:
        """Answer the vault's requests from now on."""

        def replies(request: httpx.Request) -> httpx.Response:
            path = request.url.path.removeprefix(PREFIX)
            if path not in self.answers:
                return _simulated(vault.simulator, request)
            params = dict(request.url.params)
            self.asked.append((path, params))
            found = self.answers[path](params)
            envelope = found if isinstance(found, dict) else {"code": "0", "data": found, "msg": ""}
            return httpx.Response(200, content=json.dumps(envelope))

        vault.line.replies = replies


def _simulated(simulator: Simulator, request: httpx.Request) -> httpx.Response:
    ask = Ask(
        time=simulator.now(),
        method=request.method,
        target=request.url.raw_path.decode(),
        headers=request.headers,
        body=b"",
        peer="127.0.0.1",
    )
    reply = simulator.receive(ask)(Quirk.NONE)
    return httpx.Response(reply.status, content=reply.body)


def a_list(path: str = "made/up", *parameters: str, **fields: Any) -> HistoryList:
    """A list of a made-up catalogue."""
    usual: dict[str, Any] = {
        "id": path,
        "kind": HistoryKind.BILLS,
        "route": Route("GET", f"{PREFIX}{path}", frozenset(parameters)),
        "ccxt_method": "",
        "limit": Limit(10, 1),
        "purpose": "made-up rows",
        "source": Source("https://www.okx.com/docs-v5/en/", date(2026, 6, 27)),
        "identity": ("id",),
        "time": "ts",
        "calls": (Call(),),
    }
    return HistoryList(**{**usual, **fields})
