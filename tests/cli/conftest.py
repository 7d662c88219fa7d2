"""A clean place to run commands in, and a scan that says what a test wants."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from tests.cli import fakes

from readiness.cli import main

if TYPE_CHECKING:
    from tests.cli.saving import Place

SCRUBBED = ("READINESS_", "XDG_", "PYTHON")
NAMES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "TERM",
    "CREDENTIALS_DIRECTORY",
    "GITHUB_STEP_SUMMARY",
)

CONFIG = """
[accounts.okx-main]
exchange = "okx"

[accounts.okx-env]
exchange = "okx"
credentials = "env"
"""


class MemoryKeyring(KeyringBackend):
    """A keyring that lives as long as a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.entries:
            raise PasswordDeleteError
        del self.entries[service, username]


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def clean_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory and home, and no variable that changes the output."""
    for name in [name for name in os.environ if name.startswith(SCRUBBED) or name in NAMES]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture(autouse=True)
def memory_keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """No test ever sees the keyring of whoever runs it."""
    ring = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.fixture
def config(clean_place: Path) -> Path:
    """A readiness.toml in the working directory."""
    path = clean_place / "readiness.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


@pytest.fixture
def scan(monkeypatch: pytest.MonkeyPatch) -> fakes.FakeScan:
    """The scan, replaced by one that asks nobody."""
    return fakes.install(monkeypatch.setitem)


@pytest.fixture
def place(clean_place: Path, monkeypatch: pytest.MonkeyPatch) -> "Iterator[Place]":
    """An exchange on loopback, with one account."""
    # Only a few of the tests need a simulator.
    from tests.cli.saving import served

    with served(clean_place, monkeypatch) as place:
        yield place


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def call(*arguments: str) -> Outcome:
        code = main(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


def environment(**more: str) -> Mapping[str, str]:
    """The environment for a command in a process of its own."""
    root = Path(__file__).parents[2]
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("COVERAGE", "COV_")) or name in ("PATH", "HOME", "SYSTEMROOT")
    }
    return {**kept, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}", **more}
