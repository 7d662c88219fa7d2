"""A place in which the documented commands can be run: nobody's settings, and no waiting."""

import os

import keyring
import pytest
from keyring.backends import fail
from tests.exchanges.support import VirtualTime

from readiness.scan import run


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable and no keyring of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith("READINESS_") or name in ("COLUMNS", "NO_COLOR", "TERM"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for published limits: that is what other tests look at."""
    monkeypatch.setattr(run, "Limits", lambda: VirtualTime().limits())
