"""``readiness notify``: the targets of notifications; never prints a URL."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli import codes
from readiness.cli.configuration import config_option, read_config
from readiness.cli.streams import complain, write_stdout

if TYPE_CHECKING:
    from readiness.config import Config, Target


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def notify() -> None:
    """Store, test, show or delete where notifications go."""


@notify.command("set")
@click.argument("name")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read the URL from stdin.")
@config_option
def set_(name: str, from_stdin: bool, config_file: Path | None) -> None:
    """Store the URL of the target NAME in the system's keyring.

    Asks for it without showing it.
    """
    target = _target(read_config(config_file), name)
    from readiness.cli.url_input import ask_url, read_url
    from readiness.config import has_url, make_url, store_url

    # Asked first: nobody should type a secret that then cannot be kept.
    replaced = has_url(target)
    store_url(target, make_url(target, read_url(name) if from_stdin else ask_url(name)))
    done = "replaced" if replaced else "stored"
    write_stdout(
        f"{name}: {done} in the system's keyring.\n"
        f"Next: readiness notify test {name}    (sends a test message)\n"
    )


@notify.command()
@click.argument("name")
@config_option
def delete(name: str, config_file: Path | None) -> None:
    """Remove the URL of the target NAME from the system's keyring."""
    target = _target(read_config(config_file), name)
    from readiness.config import delete_url

    there = delete_url(target)
    done = "deleted from" if there else "there was nothing in"
    write_stdout(f"{name}: {done} the system's keyring.\n")


@notify.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@config_option
def test(names: tuple[str, ...], config_file: Path | None) -> int:
    """Send a test message to each target NAME, or to all.

    Exit code 0: all took it. 1: at least one did not.
    """
    import asyncio

    config = read_config(config_file)
    targets = _targets(config, names)
    from readiness.notify import Notifier, Trial

    trials = [Trial(target.name) for target in targets]
    failures = asyncio.run(Notifier(config, environ=os.environ).send(trials))
    failed = {failure.target for failure in failures}
    for target in targets:
        if target.name not in failed:
            write_stdout(f"{target.name}: sent.\n")
    for failure in failures:
        complain(str(failure))
    return codes.DEFECT if failures else codes.FINE


@notify.command()
@config_option
def show(config_file: Path | None) -> None:
    """Show the targets and what they are told of, never a URL."""
    config = read_config(config_file)
    from readiness.config import place_of
    from readiness.notify import Notifier

    notifier = Notifier(config, environ=os.environ)
    for target in _targets(config, ()):
        problem = notifier.problem(target)
        state = f"not usable: {problem.what}\n  next: {problem.remedy}" if problem else "set"
        everybody = target.accounts is None
        accounts = "all" if everybody else ", ".join(sorted(target.accounts or ())) or "none"
        write_stdout(
            f"{target.name} ({target.kind})\n"
            f"  url in {place_of(target)}: {state}\n"
            f"  told of: {_topics(target)}\n"
            f"  accounts: {accounts}\n"
        )


def _topics(target: "Target") -> str:
    from readiness.config import TargetKind, Topic

    if target.kind is TargetKind.PING:
        return "every scan, also when it begins" if target.start else "every scan"
    return ", ".join(topic for topic in Topic if topic in target.on) or "nothing"


def _targets(config: "Config", names: Sequence[str]) -> "list[Target]":
    if not config.notify.targets:
        raise click.UsageError(
            f"there is no notification target in {config.path}. "
            "Add a table [notify.targets.NAME] there first"
        )
    return [_target(config, name) for name in dict.fromkeys(names or config.notify.targets)]


def _target(config: "Config", name: str) -> "Target":
    targets = config.notify.targets
    if name not in targets:
        known = ", ".join(targets) or "none"
        raise click.UsageError(
            f"there is no notification target {name!r} in {config.path}; there are: {known}. "
            f"Add a table [notify.targets.{name}] there first"
        )
    return targets[name]
