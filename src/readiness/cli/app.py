"""The root command, and how every way a run can end becomes an exit code."""

import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from readiness.cli import codes
from readiness.cli.language import chosen, refuse_unknown
from readiness.cli.lazy import Entry, LazyGroup
from readiness.cli.refusals import refusal
from readiness.cli.streams import OutputError, close_quietly, complain
from readiness.cli.told import told
from readiness.language import say

COMMANDS: Final = {
    "scan": Entry("readiness.cli.scan:scan", "Scan accounts: what still prevents closing them."),
    "watch": Entry("readiness.cli.watch:watch", "Scan again and again, by schedule."),
    "demo": Entry("readiness.cli.demo:demo", "See it work, on an embedded exchange simulator."),
    "keys": Entry("readiness.cli.keys:keys", "Store, show, test or delete an account's API key."),
    "history": Entry("readiness.cli.history:history", "Past scans: how it went over time."),
    "diff": Entry("readiness.cli.diff:diff", "What is different between two scans."),
    "doctor": Entry("readiness.cli.doctor:doctor", "Check the set-up, one line each."),
    "confirm": Entry("readiness.cli.confirm:confirm", "Write down that you have looked."),
    "acknowledge": Entry(
        "readiness.cli.acknowledge:acknowledge", "Accept one finding, up to an amount and a day."
    ),
    "closure": Entry("readiness.cli.closure:closure", "Write down a closing request."),
    "backup": Entry("readiness.cli.backup:backup", "Save what is lost with an account."),
    "guide": Entry("readiness.cli.guide:guide", "Closing an account, step by step, with sources."),
    "support": Entry(
        "readiness.cli.support:support", "The message to the exchange's support, if it refuses."
    ),
    "notify": Entry(
        "readiness.cli.notify:notify", "Store, test, show or delete where notifications go."
    ),
    "schedule": Entry("readiness.cli.schedule:schedule", "Print units that scan again and again."),
    "endpoints": Entry("readiness.cli.endpoints:endpoints", "Every request that can ever be sent."),
    "check-link": Entry(
        "readiness.cli.check_link:check_link", "Official, a trap, or unknown: judge links."
    ),
    "explain": Entry("readiness.cli.explain:explain", "What a rule means and how to clear it."),
    "exchanges": Entry(
        "readiness.cli.exchanges:exchanges", "What is supported, and what is not visible there."
    ),
    "schema": Entry("readiness.cli.schema:schema", "Print a published JSON Schema."),
}


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from readiness.cli.version import tool_version

    click.echo(f"readiness {tool_version()}")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    entries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Check, read-only, whether a crypto-exchange account can be closed.

    Exit codes of a scan: 0 ready or closing, 10 blocked, 11 incomplete, 12 unconfirmed,
    3 key refused, 2 usage or configuration, 1 defect, 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and say how it ended.

    Args:
        arguments: what follows the program's name; ``sys.argv`` when not given.

    Returns:
        The exit code.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    with chosen(given, os.environ):
        try:
            code = _run(given)
        finally:
            written = close_quietly()
    return code if written else codes.DEFECT


def _run(arguments: list[str]) -> int:
    try:
        refuse_unknown(arguments, os.environ)
        result = told(cli).main(
            args=arguments,
            prog_name="readiness",
            standalone_mode=False,
        )
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        refusal(error).show()
        return codes.USAGE if isinstance(error, click.UsageError) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain(say("interrupted; nothing was decided about any account"))
        return codes.INTERRUPTED
    except OutputError as error:
        complain(str(error))
        return codes.DEFECT
    except Exception as error:  # noqa: BLE001 - the last resort: no locals, no secrets
        return _failed(error)
    return result if isinstance(result, int) else codes.FINE


def _failed(error: Exception) -> int:
    from readiness.cli.crash import describe, is_expected

    if is_expected(error):
        complain(str(error))
        return codes.USAGE
    sys.stderr.write(describe(error))
    return codes.DEFECT
