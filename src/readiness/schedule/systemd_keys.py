"""How the keys of a job reach a service of systemd; a unit itself never holds one."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.config import Command, Directory, Env, Keyring
from readiness.config.names import env_name
from readiness.language import listed, message, say, translate
from readiness.schedule.needs import secret_text
from readiness.schedule.plan import Kind, Need
from readiness.schedule.quoting import systemd_path
from readiness.schedule.units import ScheduleError

_VARIABLES: Final = "readiness.env"
_UNLOCK: Final = {
    Kind.KEY: message(
        "The key of {name} is in your keyring: it can be read once you have logged in and "
        "unlocked it."
    ),
    Kind.URL: message(
        "The URL of the notification target {name} is in your keyring: it can be read once "
        "you have logged in and unlocked it."
    ),
}


@dataclass(frozen=True)
class Delivery:
    """What a way of keeping a key takes.

    Attributes:
        settings: lines for the section of the service.
        steps: commands that put the key where the service looks.
        notes: what has to be known.
    """

    settings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def combined(deliveries: Iterable[Delivery]) -> Delivery:
    """Several as one, in order, each line once."""
    every = tuple(deliveries)
    return Delivery(
        settings=tuple(dict.fromkeys(line for each in every for line in each.settings)),
        steps=tuple(dict.fromkeys(line for each in every for line in each.steps)),
        notes=tuple(dict.fromkeys(line for each in every for line in each.notes)),
    )


def to_system(need: Need, folder: Path) -> Delivery:
    """For a service of the system, which has no keyring and is nobody's own.

    Raises:
        ScheduleError: such a service cannot get at this key.
    """
    values = {"secret": secret_text(need)}
    match need.source:
        case Keyring():
            raise ScheduleError(
                say("{secret} is in your keyring, and a system service has none", values),
                say(
                    'print units for your own user with --user, or set {where} = "directory"',
                    where=need.where,
                ),
            )
        case Directory(path=Path() as path):
            raise ScheduleError(
                say("{secret} is in {path}, where only its owner may read it", values, path=path),
                say(
                    "remove credentials_directory from its table, and name the directory with "
                    "--credentials {path}: systemd then hands the files over; or print units for "
                    "your own user with --user",
                    path=shlex.quote(str(path)),
                ),
            )
        case Directory():
            return _files(need, folder, "sudo ")
        case Env():
            return _variables(need, folder, "sudo ")
        case Command():
            return Delivery(
                notes=(
                    say(
                        "credentials_command of {account} runs as the service's own user, who has "
                        "no home and is signed in nowhere.",
                        account=need.name,
                    ),
                )
            )


def to_user(need: Need, folder: Path) -> Delivery:
    """For a service of a user's own manager."""
    match need.source:
        case Keyring():
            return Delivery(notes=(say(_UNLOCK[need.kind], name=need.owner),))
        case Directory(path=None):
            return _files(need, folder, "")
        case Env():
            return _variables(need, folder, "")
        case Directory() | Command():
            return Delivery()


def _files(need: Need, folder: Path, sudo: str) -> Delivery:
    names = [f"{need.name}.{field}" for field in need.fields]
    return Delivery(
        settings=tuple(
            f"LoadCredential={name}:{systemd_path(str(folder / name))}" for name in names
        ),
        steps=(
            f"{sudo}install -d -m 0700 {shlex.quote(str(folder))}",
            *(
                f"systemd-ask-password {name} | "
                f"{sudo}install -m 0600 /dev/stdin {shlex.quote(str(folder / name))}"
                for name in names
            ),
        ),
    )


def _variables(need: Need, folder: Path, sudo: str) -> Delivery:
    path = folder / _VARIABLES
    names = listed(env_name(need.name, field) for field in need.fields)
    return Delivery(
        settings=(f"EnvironmentFile={systemd_path(str(path))}",),
        steps=(
            f"{sudo}install -d -m 0700 {shlex.quote(str(folder))}",
            f"{sudo}install -m 0600 /dev/null {shlex.quote(str(path))}  "
            f"# {translate('then edit it')}",
        ),
        notes=(say("{path} has to set {names}.", path=path, names=names),),
    )
