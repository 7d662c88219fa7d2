"""What has come of each mutant, kept so that a run can go on where another was stopped."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.mutants.points import Mutant
from scripts.mutants.table import Table


@dataclass(frozen=True)
class _Result:
    key: tuple[str, str, str, str, int]
    status: str
    """``killed``, ``survived`` or ``timeout``."""
    by: str
    """The test that noticed it; empty if none."""
    state: str
    """Of which code and tests it is true."""


class Known:
    """A file of results, of which the last about a mutant counts, and only while it is true."""

    def __init__(self, table: Table, path: Path) -> None:
        self._table, self._path = table, path
        self._digests: dict[str, bytes] = {}
        self._results: dict[tuple[str, str, str, str, int], _Result] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                fields = json.loads(line)
                module, where, was, becomes, nth = fields.pop("key")
                key = (module, where, was, becomes, nth)
                self._results[key] = _Result(key=key, **fields)

    def status(self, mutant: Mutant) -> str | None:
        """What has come of it; nothing if the module or the tests have changed since."""
        result = self._results.get(mutant.key)
        if result is None or result.state != self._state(mutant, result.status, result.by):
            return None
        return result.status

    def hint(self, mutant: Mutant) -> str:
        """The test that noticed it at some time."""
        result = self._results.get(mutant.key)
        return result.by if result else ""

    def add(self, mutant: Mutant, status: str, by: str) -> None:
        """Write it down at once."""
        result = _Result(mutant.key, status, by, self._state(mutant, status, by))
        self._results[mutant.key] = result
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result)) + "\n")

    def _state(self, mutant: Mutant, status: str, by: str) -> str:
        """Of a killed one, the file of the test that did it; of others, every file."""
        tests = self._table.tests[mutant.module]
        if status == "killed":
            tests = (by.partition("::")[0],) if "::" in by else ()
        found = hashlib.sha256(self._digest(self._table.path(mutant.module)))
        for name in tests:
            found.update(self._digest(self._table.root / name))
        return found.hexdigest()[:16]

    def _digest(self, path: Path) -> bytes:
        name = path.as_posix()
        if name not in self._digests:
            found = hashlib.sha256()
            for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
                found.update(file.read_bytes() if file.exists() else b"")
            self._digests[name] = found.digest()
        return self._digests[name]
