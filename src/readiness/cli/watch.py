"""``readiness watch``: scans again and again, in the foreground."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli import codes
from readiness.cli.clock import now
from readiness.cli.configuration import config_option, read_config
from readiness.cli.outputs import Target, files_of
from readiness.cli.remember import history_option
from readiness.cli.stop import Stop, until_stopped
from readiness.cli.streams import OutputError, warn
from readiness.language import say

if TYPE_CHECKING:
    from readiness.cli.rounds import Rounds
    from readiness.config import Config


@click.command()
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT]...")
@click.option(
    "--once",
    is_flag=True,
    help="Scan every account once and end, for timers; no schedule is needed.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Keep the newest report of all accounts in FILE, rewritten after each scan. Repeatable.",
)
@history_option
@config_option
def watch(
    accounts: tuple[str, ...],
    once: bool,
    outputs: tuple[str, ...],
    no_history: bool,
    config_file: Path | None,
) -> int:
    """Scan accounts now, and again whenever their schedule says so.

    Without ACCOUNT, all accounts of the configuration are watched. Each scan is a line on
    stdout; what goes wrong is on stderr and stops no other account. SIGTERM ends it with
    exit code 0, Ctrl-C with 130. The exit code is no verdict: `readiness scan` has that.
    """
    files = files_of(outputs)

    def command(stop: Stop) -> int:
        """Everything that may take long."""
        config = read_config(config_file)
        chosen = _chosen(config, accounts, once)
        rounds = _rounds(config, chosen, once, not no_history, files)
        if not once:
            _check_targets(config)
        _keep_watch(stop, rounds, chosen, once)
        return _code(rounds) if once else codes.FINE

    return until_stopped(command)


def _code(rounds: "Rounds") -> int:
    """How a single round went, for a timer that looks at nothing else."""
    if rounds.defects:
        return codes.DEFECT
    return codes.USAGE if rounds.failures else codes.FINE


def _keep_watch(stop: Stop, rounds: "Rounds", accounts: Sequence[str], once: bool) -> None:
    import asyncio
    import random

    from readiness.watch import Clock, Supervisor, Watch
    from readiness.watch.supervisor import READY, STOPPING

    supervisor = Supervisor(os.environ)
    watched = Watch(rounds, Clock(), random.SystemRandom().random)

    async def work() -> None:
        """Scan, while somebody is told that this process is alive."""
        supervisor.tell(READY)
        assuring = asyncio.create_task(supervisor.assure())
        try:
            await (watched.once(accounts) if once else watched.keep(accounts))
        finally:
            supervisor.tell(STOPPING)
            assuring.cancel()

    unwritten: list[BaseException] = []
    try:
        stop.run(work())
    except* OutputError as errors:
        unwritten += errors.exceptions
    if unwritten:  # raised inside of except*, some Pythons would wrap it in a group again
        raise unwritten[0]


def _rounds(
    config: "Config", accounts: Sequence[str], once: bool, history: bool, files: Sequence[Target]
) -> "Rounds":
    from readiness.cli.rounds import Rounds
    from readiness.scan import Scanner

    return Rounds(
        config,
        partial(read_config, config.path),  # this file, whatever else could take its place
        accounts,
        scanner=Scanner(environ=os.environ),
        history=history,
        files=files,
        check=_any if once else _scheduled,
    )


def _check_targets(config: "Config") -> None:
    """Whoever could not be told of anything should be known now, and not weeks later."""
    if not config.notify.targets:
        return
    from readiness.notify import Notifier

    for failure in Notifier(config, environ=os.environ).check():
        warn(str(failure))


def _chosen(config: "Config", names: Sequence[str], once: bool) -> list[str]:
    """The accounts to watch: those with an entry of their own in a report."""
    from readiness.scan.jobs import select

    groups = select(config, names)
    for main, *subs in groups:
        if not once:
            _scheduled(config, main.name)
        for sub in subs:
            if sub.every or sub.cron:
                warn(
                    say(
                        "{path}: {key}: its own schedule does not count; it "
                        "is scanned together with its parent, {main}",
                        path=config.path,
                        key=f"accounts.{sub.name}",
                        main=main.name,
                    )
                )
    return [group[0].name for group in groups]


def _scheduled(config: "Config", account: str) -> None:
    """Without a schedule, nobody would know when to scan next."""
    from readiness.watch import times_of

    times_of(config, account, now())


def _any(config: "Config", account: str) -> None:
    """A single scan needs no schedule."""
    del config, account
