"""What leaves during a backup: its own lists, within the limits, and nothing that acts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.backup.okx_account import applying, rich
from tests.backup.support import Vault, statuses
from tests.exchanges.embedded import EMBEDDED
from tests.exchanges.support import VirtualTime

from readiness.backup import Manifest, save_backup
from readiness.config.names import env_prefix
from readiness.domain.answer import Cause
from readiness.exchanges.registry import load_catalogue
from readiness.gate.dialect import Askable
from readiness.gate.failure import LookFailedError
from readiness.scan.connection import Purpose, connect
from readiness.scan.jobs import make_job
from readiness.simulator import Fault, OkxAccount, OkxSimulator


def outcomes(vault: Vault, requests: Iterable[Askable], purpose: Purpose) -> dict[str, str]:
    """What becomes of each request over a connection for a purpose: its cause, or nothing."""

    async def ask() -> dict[str, str]:
        config = vault.config()
        environ = EMBEDDED["okx"].environ(env_prefix(vault.name), vault.account)
        job = make_job(config.accounts[vault.name], environ)
        limits = VirtualTime().limits()
        found = {}
        async with connect(job, config.network, limits, vault.time, purpose) as connection:
            for request in requests:
                try:
                    await connection.session.ask(request, {}, lambda rows: rows)
                    found[request.id] = ""
                except LookFailedError as error:
                    found[request.id] = error.reason.cause.value
        return found

    with vault.in_memory():
        return asyncio.run(ask())


def test_a_scan_cannot_ask_for_history(tmp_path: Path) -> None:
    """Its gate refuses every list that it does not look at itself; nothing arrives."""
    vault = Vault(tmp_path / "x")
    catalogue = load_catalogue("okx")
    only = [entry for entry in catalogue.history.values() if catalogue.get(entry.id) is None]
    found = outcomes(vault, only, Purpose.SCAN)
    assert set(found.values()) == {Cause.GATE.value}
    assert len(found) > 30
    assert vault.line.paths() == []


def test_a_backup_cannot_ask_what_only_a_scan_asks(tmp_path: Path) -> None:
    """Balances and orders are no business of it."""
    vault = Vault(tmp_path / "x")
    catalogue = load_catalogue("okx")
    asked = {route.path for route in catalogue.backup_routes}
    others = [request for request in catalogue if request.route.path not in asked]
    found = outcomes(vault, others, Purpose.BACKUP)
    assert set(found.values()) == {Cause.GATE.value}
    assert len(found) > 30
    assert vault.line.paths() == []


def test_over_real_sockets_no_limit_is_exceeded(tmp_path: Path) -> None:
    """The whole of a rich account, with the exchange counting."""
    account = rich(3, each=2)
    vault = Vault(tmp_path / "x", account)
    with OkxSimulator([account], limits=True).serving() as sim:
        vault.base_url = sim.base_url
        manifest = save_backup(
            vault.config(),
            vault.name,
            vault.folder,
            environ=EMBEDDED["okx"].environ(env_prefix(vault.name), account),
        )
        assert sim.violations == []
        assert {arrival.method for arrival in sim.requests} == {"GET"}
    assert isinstance(manifest, Manifest)
    assert set(statuses(manifest)) == set(applying(3))
    assert set(statuses(manifest).values()) == {"complete"}


@pytest.mark.parametrize("secret", ["key", "secret", "passphrase"])
def test_an_echoed_secret_comes_back_nowhere(tmp_path: Path, secret: str) -> None:
    """An error text that repeats the key, an address or somebody's e-mail is cleaned."""
    vault = Vault(tmp_path / "x", OkxAccount(), only=("asset/bills-history",), attempts=1)
    value = getattr(vault.account, secret)
    words = f"{value} from 203.0.113.9 of someone@mail.example"
    vault.simulator.fault("asset/bills-history", Fault.error("58004", words))
    (record,) = vault.save().lists
    assert record.reason is not None
    assert "58004" in record.reason
    text = "".join(path.read_text("utf-8") for path in vault.folder.rglob("*") if path.is_file())
    for forbidden in (value, "203.0.113.9", "someone@mail.example"):
        assert forbidden not in text


class Watching:
    """Notes how far a backup is said to be."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int, int, str]] = []

    def step(self, account: str, done: int, total: int, request: str) -> None:
        self.steps.append((account, done, total, request))


def test_somebody_who_watches_sees_it_move(tmp_path: Path) -> None:
    """Never backwards, at the end all is done, and a long list moves by its pages."""
    account = rich(3, each=2)
    account.put("asset/bills-history", *(dict(account.rows("asset/bills-history")[0]),) * 3)
    vault = Vault(tmp_path / "x", account)
    watching: Any = Watching()
    with vault.in_memory():
        save_backup(
            vault.config(),
            vault.name,
            vault.folder,
            environ=EMBEDDED["okx"].environ(env_prefix(vault.name), account),
            progress=watching,
        )
    done = [step[1] for step in watching.steps]
    assert done == sorted(done)
    assert watching.steps[-1][1] == watching.steps[-1][2]
    assert {step[0] for step in watching.steps} == {vault.name}
    assert {step[3] for step in watching.steps} == set(applying(3))
