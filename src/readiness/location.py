"""Where the configuration file is.

It is told apart from reading the file: the language is looked up there before anything
else happens, also for ``--help``, which must not wait for the libraries behind a configuration.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

FILE_NAME: Final = "readiness.toml"
VARIABLE: Final = "READINESS_CONFIG"


def locate(explicit: Path | None, *, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """The configuration file: the one that was named, or the first that exists.

    A file that was named is taken, whether it is there or not.

    Args:
        explicit: the file given with ``--config``.
        environ: the environment variables.
        cwd: the working directory.
    """
    if explicit is not None:
        return cwd / explicit
    if named := environ.get(VARIABLE, ""):
        return cwd / named
    return next(filter(_is_there, usual_places(cwd)), None)


def usual_places(cwd: Path) -> Iterator[Path]:
    """Where the file is looked for: the working directory, then the user's own."""
    yield cwd / FILE_NAME
    from platformdirs import user_config_path

    yield user_config_path("readiness", appauthor=False) / FILE_NAME


def _is_there(path: Path) -> bool:
    """Also true for what cannot be looked at: another file must not silently take its place."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
