"""A place in which the documented commands can be run: nobody's settings, and no waiting."""

import os
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from tests.exchanges.support import VirtualTime

from readiness.scan import run


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable, no keyring and no history of whoever runs the tests."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in list(os.environ):
        if name.startswith(("READINESS_", "XDG_")) or name in ("COLUMNS", "NO_COLOR", "TERM"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for published limits: that is what other tests look at."""
    monkeypatch.setattr(run, "Limits", lambda: VirtualTime().limits())
