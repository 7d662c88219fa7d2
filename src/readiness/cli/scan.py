"""``readiness scan``: the main job."""

import os
from pathlib import Path

import click

from readiness.cli import codes
from readiness.cli.configuration import config_option, read_config
from readiness.cli.force import force_option, warn_of_asking
from readiness.cli.outputs import deliver, targets_of
from readiness.cli.progress import shown_progress
from readiness.cli.remember import history_option, remembering
from readiness.cli.streams import warn
from readiness.cli.tell import notify_option, telling
from readiness.domain.verdict import EXIT_CODES, FailOn
from readiness.language import say
from readiness.report.formats import FORMATS


@click.command()
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="table",
    show_default=True,
    help="How the report is written.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT=]FILE",
    help="Write the report to FILE instead of stdout; with FORMAT=, write it there besides. "
    "Repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice([choice.value for choice in FailOn]),
    default=FailOn.UNCONFIRMED.value,
    show_default=True,
    help="The mildest verdict that fails the run; never forgives blocked or refused.",
)
@force_option
@history_option
@notify_option
@config_option
def scan(
    accounts: tuple[str, ...],
    format_: str,
    outputs: tuple[str, ...],
    fail_on: str,
    force: bool,
    no_history: bool,
    notify: bool,
    config_file: Path | None,
) -> int:
    """Scan accounts: what still prevents closing them.

    Without ACCOUNT, all accounts of the configuration are scanned. The exit code is the
    verdict: 0 ready or closing, 10 blocked, 11 incomplete, 12 unconfirmed, 3 refused.
    """
    targets = targets_of(format_, outputs)
    config = read_config(config_file)
    from readiness.report.standing import verdict_text
    from readiness.scan import scan_accounts

    if force:
        warn_of_asking(config, accounts)
    with (
        telling(config, accounts, wanted=notify) as teller,
        remembering(config, wanted=not no_history) as memory,
    ):
        memory.begin(config, accounts, "scan")
        teller.begins(memory)
        with shown_progress() as progress:
            scanned = scan_accounts(
                config,
                accounts,
                environ=os.environ,
                fail_on=FailOn(fail_on),
                progress=progress,
                force=force,
            )
        report = memory.done(scanned)
    if report.exit_code != EXIT_CODES[report.verdict]:
        warn(
            say(
                "--fail-on {fail_on} turns the verdict '{verdict}' (exit code "
                "{usual}) into exit code {code}",
                fail_on=fail_on,
                verdict=verdict_text(report.verdict),
                usual=EXIT_CODES[report.verdict],
                code=report.exit_code,
            )
        )
    delivered = deliver(report, targets, lambda: memory.past(report))
    teller.done(report)
    return report.exit_code if delivered else codes.DEFECT
