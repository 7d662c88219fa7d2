"""An exchange on loopback that the commands themselves scan and save."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.exchanges.support import VirtualTime

from readiness.backup import run as backup
from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.history import History
from readiness.exchanges.interface import ExchangeInfo
from readiness.scan import connection
from readiness.scan import run as scan
from readiness.simulator import OkxAccount, OkxSimulator, rows

LISTS = (
    "account/bills-archive",
    "asset/bills-history",
    "trade/fills-history",
    "finance/savings/lending-history",
)

TOML = """
[accounts.okx-main]
exchange = "okx"
credentials = "env"
base_url = "{base_url}"

[network]
attempts = 1
"""


class Place:
    """An exchange on loopback, and a configuration for its account."""

    def __init__(self, sim: OkxSimulator, account: OkxAccount, config: Path) -> None:
        self.sim = sim
        self.account = account
        self.config = config

    def manifest(self, folder: str = "saved") -> dict[str, object]:
        text = Path(folder, "manifest.json").read_text(encoding="utf-8")
        content: dict[str, object] = json.loads(text)
        return content


@contextmanager
def served(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """One account with a little past, some lists of a hundred, and nobody waits for limits."""

    def load(info: ExchangeInfo) -> Adapter:
        adapter = load_adapter(info)
        lists = tuple(adapter.catalogue.history[name] for name in LISTS)
        history = History(lists, adapter.catalogue.not_available)
        return replace(adapter, catalogue=Catalogue(tuple(adapter.catalogue), history=history))

    monkeypatch.setattr(connection, "load_adapter", load)
    for module in (backup, scan):
        monkeypatch.setattr(module, "Limits", VirtualTime().limits)
    account = OkxAccount()
    account.put("asset/bills-history", *(rows.funding_bill() for _ in range(3)))
    account.put("trade/fills-history", rows.fill(fee="-0.03", clOrdId="=evil()"))
    for field in ("key", "secret", "passphrase"):
        monkeypatch.setenv(f"READINESS_OKX_MAIN_{field.upper()}", getattr(account, field))
    with OkxSimulator([account], limits=False).serving() as sim:
        config = folder / "readiness.toml"
        config.write_text(TOML.format(base_url=sim.base_url), encoding="utf-8")
        yield Place(sim, account, config)
