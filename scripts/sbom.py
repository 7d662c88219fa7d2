"""Writes what the tool is made of: an SBOM, and the list of licences.

python -m scripts.sbom             dist/readiness.cdx.json (CycloneDX) and docs/licences.md

Both hold the libraries that requirements/runtime.txt locks for this system and this Python, as
they are installed. They have no date, serial number, path or index in them: the same libraries
make the same files.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parent.parent
SBOM: Final = ROOT / "dist" / "readiness.cdx.json"
LICENCES: Final = ROOT / "docs" / "licences.md"
_LOCK: Final = ROOT / "requirements" / "runtime.txt"
_BIN: Final = Path(sys.executable).parent
_QUIET: Final = ("--quiet", "--no-config", "--offline")
_SOURCES: Final = ("direct_url.json", "RECORD", "INSTALLER", "REQUESTED", "uv_cache.json")
"""What an installer wrote about this machine."""

CONCLUDED: Final = {
    "aiosignal": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "multidict": "Apache-2.0",
}
"""Libraries whose metadata has no name of SPDX, by what the licence files in them say."""

_PAGE: Final = """# Licences

Readiness is under the MIT licence. These are the libraries that come with it, in the versions of
`requirements/runtime.txt`, on Linux with Python 3.11 (elsewhere some are left out), each with the
licence that it declares. `make sbom` writes this page, and the same as a CycloneDX SBOM.

| library | version | licence |
| --- | --- | --- |
"""


def main() -> None:
    """Write both files."""
    sbom = written()
    SBOM.parent.mkdir(exist_ok=True)
    SBOM.write_text(sbom, encoding="utf-8")
    rows = "".join(f"| {' | '.join(row)} |\n" for row in licences(json.loads(sbom)))
    LICENCES.write_text(_PAGE + rows, encoding="utf-8")


def locked() -> Iterator[Requirement]:
    """What is locked for this system and this Python."""
    for line in _LOCK.read_text(encoding="utf-8").splitlines():
        if line and line[0] not in " #":
            requirement = Requirement(line.removesuffix("\\"))
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement


def written(*, validate: bool = True) -> str:
    """Return the SBOM of the tool with its locked libraries.

    Args:
        validate: Whether it is held against the schema of CycloneDX, which takes its time.

    Raises:
        ValueError: A library is installed in another version than the locked one.
    """
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        subprocess.run(
            [_BIN / "uv", "venv", *_QUIET, "--python", sys.executable, place / "environment"],
            check=True,
        )
        (libraries,) = (place / "environment" / "lib").glob("python*/site-packages")
        for requirement in locked():
            _copy(requirement, libraries)
        how = ["--pyproject", "pyproject.toml", "--output-reproducible", "--short-PURLs"]
        how += ["--validate" if validate else "--no-validate"]
        done = subprocess.run(
            [_BIN / "cyclonedx-py", "environment", *how, place / "environment"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    sbom = json.loads(done.stdout)
    for part in sbom["components"]:
        if licence := CONCLUDED.get(canonicalize_name(part["name"])):
            part["licenses"] = [{"license": {"id": licence, "acknowledgement": "concluded"}}]
    return json.dumps(sbom, indent=2, sort_keys=True) + "\n"


def licences(sbom: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return name, version and licence of each library of an SBOM, by name."""
    return sorted(
        (canonicalize_name(part["name"]), part["version"], _licence(part))
        for part in sbom["components"]
    )


def _licence(part: dict[str, Any]) -> str:
    """An expression or the names of SPDX; where a library gives neither, what it says itself."""
    told = part.get("licenses", [])
    of_spdx = {_name(entry) for entry in told if "name" not in entry.get("license", {})}
    return " AND ".join(sorted(of_spdx or {_name(entry) for entry in told}))


def _name(entry: dict[str, Any]) -> str:
    named = entry.get("license", {})
    return str(entry.get("expression") or named.get("id") or named["name"])


def _copy(requirement: Requirement, libraries: Path) -> None:
    """Copy what a library says of itself."""
    found = distribution(requirement.name)
    if found.version not in requirement.specifier:
        raise ValueError(f"{requirement} is locked, but {found.version} is installed: make install")
    folder = _folder(found)
    shutil.copytree(folder, libraries / folder.name, ignore=shutil.ignore_patterns(*_SOURCES))


def _folder(found: Distribution) -> Path:
    (path,) = (path for path in found.files or () if path.name == "METADATA")
    return Path(str(found.locate_file(path))).parent


if __name__ == "__main__":
    main()
