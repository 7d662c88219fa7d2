"""What comes out: files to install, how to install them, and what to know about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from readiness.config.errors import SetupError
from readiness.language import advised, message, translate

INSTALL: Final = message("Install:")
RENAME: Final = message("rename it, or copy the configuration elsewhere and name it with --config")


class ScheduleError(SetupError):
    """These accounts, or this schedule, cannot be run by that scheduler (exit 2)."""

    def __init__(self, what: str, remedy: str) -> None:
        """Take what is in the way, and what to do about it."""
        super().__init__(advised(what, remedy))


@dataclass(frozen=True)
class UnitFile:
    """One file."""

    name: str
    text: str


@dataclass(frozen=True)
class Units:
    """Everything that one scheduler needs.

    Attributes:
        files: the files, complete.
        steps: the commands that install them.
        notes: what whoever installs them should know; it stands in the files too.
    """

    files: tuple[UnitFile, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]


def commented(notes: Iterable[str], steps: Iterable[str]) -> str:
    """Notes and commands as lines of comments, for a file in which ``#`` begins one."""
    lines = [f"# {note}" for note in notes]
    lines += [f"# {translate(INSTALL)}", *(f"#   {step}" for step in steps)]
    return "\n".join(lines) + "\n"
