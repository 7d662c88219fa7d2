"""``readiness notify``: the targets of notifications; never prints a URL."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.configuration import config_option, read_config
from readiness.cli.streams import complain, write_lines
from readiness.language import advised, listed, message, say

if TYPE_CHECKING:
    from readiness.config import Config, Target
    from readiness.notify import Failure

_STORED: Final = message("{target}: stored in the system's keyring.")
_REPLACED: Final = message("{target}: replaced in the system's keyring.")
_DELETED: Final = message("{target}: deleted from the system's keyring.")
_NOTHING: Final = message("{target}: there was nothing in the system's keyring.")


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
    write_lines(
        say(_REPLACED if replaced else _STORED, target=name),
        say(
            "Next: {command}    (sends a test message)",
            command=f"readiness notify test {name}",
        ),
    )


@notify.command()
@click.argument("name")
@config_option
def delete(name: str, config_file: Path | None) -> None:
    """Remove the URL of the target NAME from the system's keyring."""
    target = _target(read_config(config_file), name)
    from readiness.config import delete_url

    done = _DELETED if delete_url(target) else _NOTHING
    write_lines(say(done, target=name))


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
            write_lines(say("{target}: sent.", target=target.name))
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
        everybody = target.accounts is None
        accounts = say("all") if everybody else listed(sorted(target.accounts or ()))
        write_lines(
            say("{target} ({kind})", target=target.name, kind=target.kind),
            f"  {_url_state(place_of(target), problem)}",
            f"  {say('told of: {topics}', topics=_topics(target))}",
            f"  {say('accounts: {accounts}', accounts=accounts or say('none'))}",
        )


def _url_state(place: str, problem: "Failure | None") -> str:
    if problem is None:
        return say("url in {place}: set", place=place)
    unusable = say("url in {place}: not usable: {what}", place=place, what=problem.what)
    return advised(unusable, problem.remedy)


def _topics(target: "Target") -> str:
    from readiness.config import TargetKind, Topic

    if target.kind is TargetKind.PING:
        return say("every scan, also when it begins") if target.start else say("every scan")
    return listed(topic for topic in Topic if topic in target.on) or say("nothing")


def _targets(config: "Config", names: Sequence[str]) -> "list[Target]":
    if not config.notify.targets:
        raise click.UsageError(
            say(
                "there is no notification target in {path}. Add a table "
                "[notify.targets.NAME] there first",
                path=config.path,
            )
        )
    return [_target(config, name) for name in dict.fromkeys(names or config.notify.targets)]


def _target(config: "Config", name: str) -> "Target":
    targets = config.notify.targets
    if name not in targets:
        known = listed(targets) or say("none")
        raise click.UsageError(
            say(
                "there is no notification target {name} in {path}; there are: {known}. "
                "Add a table {table} there first",
                name=repr(name),
                path=config.path,
                known=known,
                table=f"[notify.targets.{name}]",
            )
        )
    return targets[name]
