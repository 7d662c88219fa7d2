"""``readiness schedule``: units for the schedulers that a machine already has."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from readiness.cli.configuration import config_option, read_config
from readiness.cli.streams import OutputError, write_file, write_stdout
from readiness.language import listed, say

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.schedule import Place, Plan, Units

_Command = TypeVar("_Command", bound=Callable[..., Any])
_NAME: Final = "readiness"
_PRIVATE_PLACES: Final = {True: "~/.config/readiness", False: "/etc/readiness"}


def _output_options(command: _Command) -> _Command:
    """What every one of the commands takes."""
    for option in (
        config_option,
        click.option("--force", is_flag=True, help="With --output: replace files that exist."),
        click.option(
            "--output",
            "folder",
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            help="Write the files into DIR instead of printing them.",
        ),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def schedule() -> None:
    """Print units that scan again and again.

    They are for a scheduler that the machine already has, and run as they are. The
    schedule is the one of [watch] in the configuration, or an account's own. None of the
    files holds a secret.
    """


@schedule.command()
@click.option(
    "--user",
    "for_user",
    is_flag=True,
    help="For your own manager, with your home and keyring, instead of the system's.",
)
@click.option(
    "--credentials",
    "keys",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the files ACCOUNT.key and so on are.  [default: /etc/readiness, with --user "
    "~/.config/readiness]",
)
@_output_options
def systemd(
    for_user: bool,
    keys: Path | None,
    folder: Path | None,
    force: bool,
    config_file: Path | None,
) -> None:
    """A service and a timer for systemd."""
    plan = _plan(config_file)
    from readiness.schedule import system_units, user_units

    place = _absolute(keys or Path(_PRIVATE_PLACES[for_user]).expanduser())
    _hand_out((user_units if for_user else system_units)(plan, place), folder, force)


@schedule.command()
@_output_options
def cron(folder: Path | None, force: bool, config_file: Path | None) -> None:
    """Lines for a crontab."""
    plan = _plan(config_file)
    from readiness.schedule import crontab

    _hand_out(crontab(plan), folder, force)


@schedule.command()
@_output_options
def launchd(folder: Path | None, force: bool, config_file: Path | None) -> None:
    """An agent for launchd (macOS)."""
    plan = _plan(config_file)
    from readiness.schedule import launch_agents

    _hand_out(launch_agents(plan), folder, force)


@schedule.command()
@_output_options
def github(folder: Path | None, force: bool, config_file: Path | None) -> None:
    """A workflow for GitHub Actions."""
    plan = _plan(config_file)
    from readiness.schedule import workflows

    _hand_out(workflows(plan), folder, force)


def _plan(config_file: Path | None) -> "Plan":
    config = read_config(config_file)
    from readiness.exchanges.registry import EXCHANGES
    from readiness.schedule import make_plan

    return make_plan(config, EXCHANGES, _place(config))


def _place(config: "Config") -> "Place":
    """Where the tool runs from, and what it can find there."""
    from readiness.config import Command
    from readiness.schedule import Place

    program = _program()
    installed = {Path(place) for place in (program[0], sys.prefix, sys.base_prefix, __file__)}
    programs = [
        shutil.which(account.credentials.argv[0])
        for account in config.accounts.values()
        if isinstance(account.credentials, Command)
    ]
    folders = dict.fromkeys(str(_absolute(Path(found)).parent) for found in programs if found)
    return Place(
        program=program,
        installed=tuple(sorted({*installed, *(path.resolve() for path in installed)})),
        config=_absolute(config.path),
        home=Path.home(),
        folders=tuple(folders),
        flock=shutil.which("flock"),
        today=datetime.now(UTC).date(),
    )


def _program() -> tuple[str, ...]:
    """What starts this tool, also when it was started as a module."""
    started = shutil.which(sys.argv[0])
    if started is not None and Path(started).name == _NAME:
        return (str(_absolute(Path(started))),)
    return (sys.executable, "-m", _NAME)


def _absolute(path: Path) -> Path:
    """A path from the root, links kept as they are, without ``..`` (units take none)."""
    absolute = Path.cwd() / path
    return absolute.resolve() if ".." in absolute.parts else absolute


def _hand_out(units: "Units", folder: Path | None, force: bool) -> None:
    if folder is None:
        write_stdout(_printed(units))
        return
    paths = [folder / file.name for file in units.files]
    there = [str(path) for path in paths if os.path.lexists(path)]
    if there and not force:
        raise click.UsageError(
            say(
                "{paths} would be replaced. Choose another DIR, or use --force", paths=listed(there)
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), error) from None
    for path, file in zip(paths, units.files, strict=True):
        write_file(path, file.text)
    told = [say("wrote {path}", path=path) for path in paths]
    told += [
        *units.notes,
        say("To install, in that directory:"),
        *(f"  {step}" for step in units.steps),
    ]
    write_stdout("\n".join(told) + "\n")


def _printed(units: "Units") -> str:
    """One file as it is; several with their names in between."""
    if len(units.files) == 1:
        return units.files[0].text
    return "\n".join(f"# ===== {file.name} =====\n{file.text}" for file in units.files)
