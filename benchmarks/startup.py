"""How long every command takes to start: its help, and where it asks no exchange, itself."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from readiness.cli.app import cli

_PROGRAM: Final = str(Path(sys.executable).with_name("readiness"))
_PYTHON: Final = "python"
_LOADING: Final = "ccxt"
_TELLING: Final = (
    "import sys\n"
    "from readiness.cli import main\n"
    "main(sys.argv[1:])\n"
    "sys.exit(3 if 'ccxt' in sys.modules else 0)"
)
_ACCOUNT: Final = '[accounts.main]\nexchange = "okx"\ncredentials = "env"\n'
_KEY: Final = {
    "READINESS_MAIN_KEY": "00000000-0000-4000-8000-000000000000",
    "READINESS_MAIN_SECRET": "0" * 32,
    "READINESS_MAIN_PASSPHRASE": "made-up",
}

RUNS: Final[Mapping[str, str]] = {
    "keys show": "main",
    "history": "",
    "diff": "",
    "confirm": "main p2p",
    "closure cancelled": "main",
    "guide": "okx",
    "schedule github": "",
    "endpoints": "okx",
    "check-link": "https://www.okx.com",
    "explain": "wallet-not-empty",
    "exchanges": "",
    "schema": "report",
}
"""Commands that ask no exchange anything, with what they are called with here."""


@dataclass(frozen=True)
class Start:
    """One command.

    Attributes:
        command: as it is typed.
        help: seconds with ``--help``, the median of all rounds.
        run: seconds of the command itself; unknown where it was not run.
        loads_ccxt: how many of the two load ccxt.
    """

    command: str
    help: float
    run: float | None
    loads_ccxt: int


def starts(rounds: int) -> tuple[list[Start], float, float]:
    """Every command; seconds of a bare interpreter, and of one that loads ccxt.

    Everything is started in turns, so that a busy moment falls on all of it.
    """
    names = [" ".join(path) for path in _paths(cli, ())]
    calls = {f"{name} --help".strip(): [*name.split(), "--help"] for name in names}
    calls |= {name: [*name.split(), *given.split()] for name, given in RUNS.items()}
    programs = {
        _PYTHON: [sys.executable, "-c", "pass"],
        _LOADING: [sys.executable, "-c", "import ccxt.async_support"],
        **{name: [_PROGRAM, *arguments] for name, arguments in calls.items()},
    }
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with _place() as (folder, environ):
        loads = {
            name: _run([sys.executable, "-c", _TELLING, *arguments], folder, environ) == 3
            for name, arguments in calls.items()
        }
        for turn in range(rounds + 1):
            for name, program in programs.items():
                began = time.perf_counter()
                if _run(program, folder, environ):
                    raise RuntimeError(f"{name} failed")
                if turn:  # the first turn fills the caches
                    taken[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    found = [
        Start(
            f"readiness {name}".strip(),
            medians[f"{name} --help".strip()],
            medians[name] if name in RUNS else None,
            loads[f"{name} --help".strip()] + loads.get(name, False),
        )
        for name in names
    ]
    return found, medians[_PYTHON], medians[_LOADING]


def _paths(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The command and all that is below it."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _paths(below, (*path, name))


@contextmanager
def _place() -> Generator[tuple[str, Mapping[str, str]]]:
    """An empty home with one configured account."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "readiness.toml").write_text(_ACCOUNT, encoding="utf-8")
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        yield folder, {**kept, **_KEY, "HOME": folder, "LANG": "C.UTF-8"}


def _run(program: Sequence[str], folder: str, environ: Mapping[str, str]) -> int:
    return subprocess.run(
        program,
        check=False,
        capture_output=True,
        cwd=folder,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
    ).returncode
