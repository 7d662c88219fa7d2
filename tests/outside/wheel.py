"""The wheel as a user gets it: built, and installed where nothing of this tree can be imported."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_UV: Final = Path(sys.executable).parent / "uv"


@dataclass(frozen=True)
class Installed:
    """The tool as it was installed from its wheel.

    Attributes:
        folder: the environment that it was installed into.
        wheel: the wheel.
    """

    folder: Path
    wheel: Path

    @property
    def python(self) -> str:
        """The environment's own interpreter."""
        return str(self.folder / "bin" / "python")

    @property
    def readiness(self) -> str:
        """The command that the wheel brings."""
        return str(self.folder / "bin" / "readiness")


def install(folder: Path) -> Installed:
    """Build the wheel of this tree, and install it and nothing else.

    No network is needed: the build backend is the one that `make` has installed, and what the
    tool depends on is looked up where it is already.
    """
    environ = {**os.environ, "UV_CACHE_DIR": str(folder / "cache")}
    built = folder / "dist"
    _uv(environ, "build", "--wheel", "--no-build-isolation", "--out-dir", built, ROOT)
    (wheel,) = built.glob("*.whl")
    target = folder / "environment"
    _uv(environ, "venv", "--no-project", target)
    installed = Installed(target, wheel)
    _uv(environ, "pip", "install", "--no-deps", "--python", installed.python, wheel)
    # A path to packages does not read the files in there that would lead to this tree.
    own = target / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    (own / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return installed


def _uv(environ: dict[str, str], *arguments: object) -> None:
    offline = ["--offline", "--quiet", "--no-config", "--python-preference", "only-system"]
    command = [str(_UV), *map(str, arguments), *offline]
    if "--python" not in command:
        command += ["--python", sys.executable]
    ended = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
