"""How long a command takes to answer that asks no exchange anything."""

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_PROGRAM = str(Path(sys.executable).with_name("readiness"))
_COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import ccxt.async_support'": [
        sys.executable,
        "-c",
        "import ccxt.async_support",
    ],
    "readiness --version": [_PROGRAM, "--version"],
    "readiness --help": [_PROGRAM, "--help"],
    "readiness explain": [_PROGRAM, "explain"],
}


@dataclass(frozen=True)
class Start:
    """One command.

    Attributes:
        command: as it is typed.
        seconds: median of all rounds.
        of_python: how many times the bare interpreter.
        of_ccxt: how many times the import of ccxt.
    """

    command: str
    seconds: float
    of_python: float
    of_ccxt: float


def starts(rounds: int) -> list[Start]:
    """Start everything in turns, so that a busy moment falls on all of them."""
    taken: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for turn in range(rounds + 1):
        for name, command in _COMMANDS.items():
            seconds = _timed(command)
            if turn:  # the first turn fills the caches
                taken[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    python, ccxt, *_ = medians.values()
    return [
        Start(name, seconds, seconds / python, seconds / ccxt) for name, seconds in medians.items()
    ]


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
