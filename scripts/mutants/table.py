"""What is changed, which tests have to notice it, and which changes nobody can notice."""

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from scripts.mutants.points import Mutant, mutants_of

DEFAULT: Final = Path(__file__).parent / "modules.toml"


class TableError(Exception):
    """A module has no tests, or the table names something that is not there."""


@dataclass(frozen=True)
class Table:
    """A table as it was read.

    Attributes:
        root: where tests are named from.
        code: the package whose modules are changed.
        tests: which files or folders of tests are held against each module.
        accepted: survivors that no test can notice, each with its reason.
    """

    root: Path
    code: Path
    tests: dict[str, tuple[str, ...]]
    accepted: dict[tuple[str, str, str, str, int], str]

    def path(self, module: str) -> Path:
        """Where a module is."""
        return self.code / module

    def source(self, module: str) -> str:
        """A module's text."""
        return self.path(module).read_text(encoding="utf-8")

    def mutants(self, module: str) -> list[Mutant]:
        """All changes of a module."""
        return mutants_of(module, self.source(module))


def read_table(path: Path, *, part: bool = False) -> Table:
    """The table; every module in scope has an entry that names tests.

    Args:
        path: the file.
        part: only the few modules that a test of the suite looks at.

    Raises:
        TableError: something is missing, or named twice.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    root = (path.parent / data["root"]).resolve()
    code = root / data["code"]
    scope = {
        each.relative_to(code).as_posix()
        for pattern in data["scope"]
        for each in code.glob(pattern)
        if each.name != "__init__.py"
    }
    entries = _killers(data["killers"])
    for pattern in entries:
        if not any(_fits(module, pattern) for module in scope):
            raise TableError(f"{path.name} names {pattern}, which is no module in scope")
    whole = {module: _entry(module, entries, path.name) for module in sorted(scope)}
    chosen = _killers(data["slice"]) if part else whole
    for name in sorted({name for names in chosen.values() for name in names}):
        if not (root / name).exists():
            raise TableError(f"{path.name} names {name}, which is not there")
    return Table(root, code, chosen, _accepted(path.parent / data["accepted"]))


def _fits(module: str, pattern: str) -> bool:
    return PurePosixPath(module).match(pattern) and module.count("/") == pattern.count("/")


def _entry(module: str, entries: dict[str, tuple[str, ...]], table: str) -> tuple[str, ...]:
    """A module's tests: by its name, or else by the one pattern that it fits."""
    if module in entries:
        return entries[module]
    found = [pattern for pattern in entries if _fits(module, pattern)]
    if not found:
        raise TableError(f"no tests are named for {module} in {table}")
    if len(found) > 1:
        raise TableError(f"{module} fits {' and '.join(found)} in {table}")
    return entries[found[0]]


def _killers(entries: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        for module in entry["modules"]:
            if module in found:
                raise TableError(f"{module} stands in the table twice")
            found[module] = tuple(entry["tests"])
    return found


def _accepted(path: Path) -> dict[tuple[str, str, str, str, int], str]:
    found = {}
    for each in tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", []):
        key = (each["module"], each["where"], each["was"], each["becomes"], each.get("nth", 0))
        if not each["reason"]:
            raise TableError(f"{path.name} gives no reason for {key}")
        found[key] = each["reason"]
    return found


def entry_of(mutant: Mutant) -> str:
    """A mutant as an entry of the list, its reason to be filled in."""
    lines = [
        "[[accepted]]",
        f"module = {_text(mutant.module)}",
        f"where = {_text(mutant.where)}",
        f"was = {_text(mutant.was)}",
        f"becomes = {_text(mutant.becomes)}",
        *([f"nth = {mutant.nth}"] if mutant.nth else []),
        'reason = ""',
    ]
    return "\n".join(lines)


def _text(value: str) -> str:
    if "'" not in value and "\n" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
