"""Runs the suite against the wheel, installed where nothing of this tree's `src` can be imported.

python -m scripts.installed lowest tests/gate

The first argument says which versions of the libraries go with it: ``lowest`` and ``newest`` are
the ends of the ranges in pyproject.toml, ``locked`` those of requirements. The rest goes to
pytest. Every package comes as a wheel: what would have to be compiled ends the run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
_UV: Final = Path(sys.executable).parent / "uv"
_PINNED: Final[Mapping[str, tuple[str, ...]]] = {
    "lowest": ("--resolution", "lowest-direct"),
    "newest": ("--resolution", "highest"),
    "locked": ("--constraints", "requirements/dev.txt"),
}
_WHEELS_ONLY: Final = ("--only-binary", ":all:")
_NEED_THE_SOURCE: Final = (
    "tests/outside",
    "tests/mutants",
    "tests/docs/test_licences.py",
    "tests/docs/test_links.py",
    "tests/docs/test_sizes.py",
    "tests/language/test_catalogues.py",
)
"""These look at the files of `src`, at what is installed for it, or install a wheel themselves."""
_SAMPLES: Final = ROOT.parent / "shared"


def main(versions: str, *arguments: str) -> int:
    """Build, install, and run what was asked for; return pytest's exit code."""
    with tempfile.TemporaryDirectory(prefix="readiness-wheel-") as name:
        place = Path(name)
        python = _installed(place, versions)
        tree = _without_source(place / "tree")
        if _SAMPLES.is_dir():
            (place / _SAMPLES.name).symlink_to(_SAMPLES.resolve())
        ignored = [f"--ignore={path}" for path in _NEED_THE_SOURCE]
        command = [str(python), "-m", "pytest", "-n", "3", "--dist=worksteal", *ignored, *arguments]
        environ = {**os.environ, "READINESS_INSTALLED": str(place / "environment")}
        environ.pop("PYTHONPATH", None)
        return subprocess.run(command, cwd=tree, env=environ, check=False).returncode


def _installed(place: Path, versions: str) -> Path:
    """Install the wheel and what the suite needs; return the environment's interpreter."""
    _uv("build", "--wheel", "--no-build-isolation", "--out-dir", place / "dist", ROOT)
    (wheel,) = (place / "dist").glob("*.whl")
    pins = place / "pins.txt"
    how = (*_PINNED[versions], *_WHEELS_ONLY, "--extra", "notify", "--no-header", "--no-annotate")
    _uv("pip", "compile", "pyproject.toml", *how, "--output-file", pins)
    sys.stdout.write(pins.read_text(encoding="utf-8"))
    sys.stdout.flush()
    _uv("venv", place / "environment")
    python = place / "environment" / "bin" / "python"
    where = ("--python", python, *_WHEELS_ONLY)
    # First the tool alone: it has to stand without what the tests bring.
    _uv("pip", "install", *where, "--constraints", pins, f"{wheel}[notify]")
    _uv("pip", "check", "--python", python)
    _uv("pip", "install", *where, "--constraints", pins, f"{wheel}[notify,test]")
    return python


def _without_source(tree: Path) -> Path:
    """Copy what git keeps, but for the package itself."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.split("\0"):
        if name and not name.startswith("src/"):
            copy = tree / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((ROOT / name).read_bytes())
    return tree


def _uv(*arguments: object) -> None:
    python = () if "--python" in arguments else ("--python", sys.executable)
    command = [_UV, *arguments, *python, "--quiet", "--no-config"]
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in _PINNED:
        sys.exit(f"usage: python -m scripts.installed {'|'.join(_PINNED)} [PYTEST ARGUMENT]...")
    sys.exit(main(*sys.argv[1:]))
