"""Where something secret is; the configuration names the place, never the secret."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True)
class Keyring:
    """The credentials are in the system's keyring."""


@dataclass(frozen=True)
class Env:
    """The credentials are in environment variables."""


@dataclass(frozen=True)
class Directory:
    """The credentials are files; without a path, in the directory systemd provides."""

    path: Path | None = None


@dataclass(frozen=True)
class Command:
    """A command prints the credentials."""

    argv: tuple[str, ...] = field(repr=False)


CredentialSource: TypeAlias = Keyring | Env | Directory | Command
