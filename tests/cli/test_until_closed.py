"""From the first scan to the closed account, with nothing in between replaced."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.exchanges.support import VirtualTime
from tests.matrix.memory import left_to_a_person

from readiness.backup import run as saving
from readiness.scan import run as scanning
from readiness.simulator import OkxAccount, OkxSimulator

FINGERPRINT = "okx-main/main/wallet.funding/LUNC"


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> OkxAccount:
    """An account with dust that nobody can get rid of."""
    opened = OkxAccount(key="12345678-1234-1234-1234-123456789abc")
    opened.funding("LUNC", "0.0001")
    for field in ("key", "secret", "passphrase"):
        monkeypatch.setenv(f"READINESS_OKX_MAIN_{field.upper()}", getattr(opened, field))
    monkeypatch.setattr(scanning, "Limits", VirtualTime().limits)
    monkeypatch.setattr(saving, "Limits", VirtualTime().limits)
    return opened


@pytest.fixture
def exchange(account: OkxAccount, clean_place: Path) -> Iterator[OkxSimulator]:
    """The account's exchange, and a configuration that leads there."""
    with OkxSimulator([account], limits=False).serving() as sim:
        (clean_place / "readiness.toml").write_text(
            '# mine\n[accounts.okx-main]\nexchange = "okx"\ncredentials = "env"\n'
            f'base_url = "{sim.base_url}" # here\n',
            encoding="utf-8",
        )
        yield sim


def test_until_it_is_closed(run: Run, account: OkxAccount, exchange: OkxSimulator) -> None:
    """Blocked, accepted, confirmed, ready, requested, silent, asked all the same, gone."""
    assert run("scan").code == 10
    too_early = run("closure", "requested", "okx-main")
    assert (too_early.code, "is blocked" in too_early.err) == (2, True)

    day = datetime.now(UTC).date()
    until = ("--reason", "it stays", "--until", str(day + timedelta(days=9)))
    assert run("acknowledge", FINGERPRINT, *until).code == 2
    assert run("acknowledge", FINGERPRINT, *until, "--up-to", "0.0001").code == 0
    assert run("scan").code == 12
    assert run("confirm", "okx-main", *left_to_a_person("okx")).code == 0
    assert run("scan").code == 0
    assert run("closure", "requested", "okx-main", "--wait-days", "30").code == 0

    asked = len(exchange.requests)
    silent = run("scan", "--format", "json")
    (report,) = json.loads(silent.out)["accounts"]
    assert (silent.code, report["verdict"], report["closure"]["day"]) == (0, "closing", 1)
    assert run("keys", "test", "okx-main").code == 11
    assert run("doctor").code == 0
    assert run("backup", "okx-main", "--to", "saved").code == 2
    assert len(exchange.requests) == asked
    forced = run("scan", "--force")
    assert (forced.code, "change of mind" in forced.err) == (0, True)
    assert len(exchange.requests) > asked

    account.keys.clear()
    earlier = str(day - timedelta(days=30))
    again = ("closure", "requested", "okx-main", "--on", earlier, "--wait-days", "30")
    assert run(*again).code == 0
    closed = run("scan")
    assert closed.code == 3
    assert "This account is probably closed" in closed.out
    assert "50119" in closed.out
    assert "another OKX entity, are answered in the same way." in " ".join(closed.out.split())
    assert "probably closed" in run("keys", "test", "okx-main").out
    assert run("doctor").code == 11
    assert run("closure", "cancelled", "okx-main").code == 0
    assert "probably closed" not in run("scan").out

    text = Path("readiness.toml").read_text(encoding="utf-8")
    assert text.startswith("# mine\n[accounts.okx-main]\n")
    assert list(tomllib.loads(text)) == ["accounts", "acknowledge", "confirm"]


@pytest.mark.usefixtures("exchange")
def test_a_complete_backup_settles_the_notice(run: Run) -> None:
    """The next report knows of it."""

    def notices() -> list[str]:
        (told,) = json.loads(run("scan", "--format", "json").out)["accounts"]
        return [found["message"] for found in told["findings"] if found["rule"] == "no-backup"]

    (before,) = notices()
    assert "no complete backup of it exists" in before
    saved = run("backup", "okx-main", "--to", "saved")
    assert (saved.code, saved.err) == (0, "")
    assert notices() == []
