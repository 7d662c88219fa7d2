"""Counts the lines of each exchange by kind of file, for ``docs/adding-an-exchange.md``.

python -m scripts.sizes            prints the table
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from readiness.exchanges.registry import EXCHANGES

ROOT: Final = Path(__file__).parent.parent
_ADAPTER: Final = "src/readiness/exchanges/{folder}"
_MATRIX: Final = "tests/matrix/{folder}_*.py"

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "catalogue (data)": (f"{_ADAPTER}/catalogue/**/*.py",),
    "wire models": (f"{_ADAPTER}/wire/*.py",),
    "collectors": (f"{_ADAPTER}/collectors/*.py",),
    "the rest of the adapter": (f"{_ADAPTER}/*.py",),
    "policy (data)": (
        "src/readiness/policies/{family}.toml",
        "src/readiness/policies/{family}.*.toml",
    ),
    "simulator": ("src/readiness/simulator/{folder}/**/*.py",),
    "tests": (
        "tests/exchanges/test_{folder}_*.py",
        "tests/contract/test_{folder}_*.py",
        "tests/security/test_{folder}_*.py",
        _MATRIX,
        "tests/matrix/test_key_{folder}.py",
        "tests/simulator/{folder}/**/*.py",
    ),
}
"""What is counted together, by patterns of files."""


def families() -> tuple[str, ...]:
    """Every exchange family, in the order of the registry."""
    return tuple(dict.fromkeys(info.family for info in EXCHANGES.values()))


def lines(family: str, kind: str) -> int:
    """The lines of one kind of file of one exchange."""
    return sum(len(path.read_bytes().splitlines()) for path in set(_files(family, KINDS[kind])))


def _files(family: str, patterns: Iterable[str]) -> Iterator[Path]:
    folder = family.replace("-", "_")
    others = [f"{each.replace('-', '_')}_" for each in families() if each != family]
    for pattern in patterns:
        for path in ROOT.glob(pattern.format(family=family, folder=folder)):
            name = path.name.removeprefix("test_")
            # `kraken_*` fits the files of kraken_futures as well.
            if not any(name.startswith(other) and len(other) > len(folder) for other in others):
                yield path


def table() -> str:
    """All of it as a table in Markdown."""
    columns = families()
    rows = [f"| kind of file | {' | '.join(columns)} |", "| --- |" + " ---: |" * len(columns)]
    for kind in KINDS:
        counts = (f"{lines(family, kind):,}" for family in columns)
        rows.append(f"| {kind} | {' | '.join(counts)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
