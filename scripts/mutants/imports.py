"""Which modules of ours import which, as their text says; so what can be loaded beforehand."""

import ast
import importlib
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

# pytest wants to rewrite what it takes for its plugins itself.
_NOT_BEFOREHAND: Final = ("_pytest", "pytest", "tests", "scripts", "__main__", "xdist")


def name_of(module: str, code: Path) -> str:
    """The dotted name of a path below the package."""
    parts = Path(module).with_suffix("").parts
    return ".".join((code.name, *parts[: -1 if parts[-1] == "__init__" else None]))


def load_beforehand(target: str, code: Path, wanted: Iterable[str]) -> None:
    """Import what of these modules neither is the target nor needs it."""
    load(wanted, _importers(code)[target] | {target})


def load(wanted: Iterable[str], stays_out: Collection[str] = ()) -> None:
    """Import these modules, but not those that stay out."""
    for name in wanted:
        if name in stays_out or name in sys.modules:
            continue
        if name.split(".")[0] not in _NOT_BEFOREHAND:
            # What cannot be imported by itself is left to those who need it.
            with suppress(Exception):
                importlib.import_module(name)


@cache
def _importers(code: Path) -> dict[str, set[str]]:
    """For each module, those that import it, directly or by others."""
    direct: dict[str, set[str]] = defaultdict(set)
    names = {name_of(path.relative_to(code).as_posix(), code): path for path in code.rglob("*.py")}
    for name, path in names.items():
        for needed in _imported(name, path):
            # Whoever imports a.b has imported a.
            parts = needed.split(".")
            for end in range(1, len(parts) + 1):
                direct[".".join(parts[:end])].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for name in [*direct, *names]:
        todo, seen = [name], set[str]()
        while todo:
            new = direct.get(todo.pop(), set()) - seen
            seen |= new
            todo.extend(new)
        found[name] = seen
    return found


def _imported(name: str, path: Path) -> Iterator[str]:
    if "." in name:
        yield name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = name if path.name == "__init__.py" else name.rpartition(".")[0]
                base = f"{package}.{base}".rstrip(".")
            yield base
            yield from (f"{base}.{each.name}" for each in node.names)
