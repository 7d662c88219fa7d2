"""``readiness closure``: writes down that the closing of an account was requested."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import clock, codes
from readiness.cli.changing import changed, day_option, today
from readiness.cli.configuration import config_option, read_config
from readiness.cli.policies import policy_of
from readiness.cli.recorded import last_recorded
from readiness.cli.streams import warn, write_stdout

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.policy import Policy

_FRESH: Final = timedelta(days=1)
"""How old a scan may be: what was ready days ago may hold a new deposit or reward."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def closure() -> None:
    """Write down a closing request: while it waits, nothing is sent to the exchange."""


@closure.command()
@click.argument("account")
@day_option("--on", "The day of the request (UTC).  [default: today]")
@click.option(
    "--wait-days",
    type=click.IntRange(1, 36500),
    help="How many days the exchange waits, as it tells you.",
)
@click.option("--force", is_flag=True, help="Write it although the last scan was not ready.")
@config_option
def requested(
    account: str, on: date | None, wait_days: int | None, force: bool, config_file: Path | None
) -> int:
    """Write down that the closing of ACCOUNT was requested.

    You request it yourself, in the exchange's own app or on its site. The last recorded scan
    has to be ready, and not older than a day.
    """
    config = read_config(config_file)
    from readiness.config import edit
    from readiness.config.decisions import check_past, main_account
    from readiness.domain.decision import Closure

    policy = policy_of(main_account(config, account).exchange)
    day = on or today()
    check_past(day, today())
    _check_scan(config, account, force=force)
    days = _days(wait_days, policy)
    if changed(config, edit.closure(account, day, days)) is None:
        return codes.DEFECT
    written = Closure(requested_on=day, wait_days=days)
    told = f"{account}: closing request of {day}, {days} days"
    if written.waiting(today()):
        write_stdout(
            f"{told}. Until {written.ends_on} nothing is sent to {policy.title} for it: whether "
            "a login or a\nrequest takes the closing request back is not published.\n"
            f"Next: leave the account alone; on {written.ends_on}: readiness scan {account}\n"
        )
    else:
        write_stdout(f"{told}, which ended on {written.ends_on}.\nNext: readiness scan {account}\n")
    return codes.FINE


@closure.command()
@click.argument("account")
@config_option
def cancelled(account: str, config_file: Path | None) -> int:
    """Take the closing request of ACCOUNT off the record.

    From then on its key is used again. At the exchange itself nothing changes.
    """
    config = read_config(config_file)
    from readiness.config import edit
    from readiness.config.decisions import main_account

    if main_account(config, account).closure is None:
        write_stdout(f"{account}: there was no closing request on record.\n")
        return codes.FINE
    if changed(config, edit.no_closure(account)) is None:
        return codes.DEFECT
    write_stdout(
        f"{account}: the closing request is off the record, and the key is used again.\n"
        "At the exchange nothing has changed: take the request back there as well.\n"
    )
    return codes.FINE


def _days(given: int | None, policy: "Policy") -> int:
    """The waiting period: as given, or as the policy has it."""
    if given is not None:
        return given
    waiting = policy.waiting
    if waiting is None:
        raise click.UsageError(
            f"no waiting period of {policy.title} is known: give --wait-days, the number of days "
            "that it told you when you asked for the closing"
        )
    warn(
        f"--wait-days is not given: {waiting.days} is taken (confidence: {waiting.confidence}). "
        f"{waiting.meaning}. See {waiting.source}"
    )
    return waiting.days


def _check_scan(config: "Config", account: str, *, force: bool) -> None:
    """Whether the last recorded scan says that the account can be closed.

    A request that waits already is only corrected: meanwhile nothing is scanned.

    Raises:
        DecisionError: it does not, and nobody insists.
    """
    from readiness.config import DecisionError

    known = config.accounts[account].closure
    if known is not None and known.waiting(today()):
        return
    objection = _objection(config, account)
    if objection and not force:
        raise DecisionError(
            objection, f"run: readiness scan {account}; or write it all the same with --force"
        )
    if objection:
        warn(f"{objection}; written all the same (--force)")


def _objection(config: "Config", account: str) -> str:
    from readiness.domain.verdict import Verdict
    from readiness.exchanges.registry import EXCHANGES

    last = last_recorded(config, account)
    if last is None:
        title = EXCHANGES[config.accounts[account].exchange].title
        return f"no scan of {account} is recorded at {title}"
    if last.report.verdict is not Verdict.READY:
        return f"the last recorded scan of {account} ({last.day}) is {last.report.verdict}"
    if last.later:
        return f"a scan of {account} after the last recorded one ({last.day}) is {last.later}"
    if abs(clock.now() - last.at) > _FRESH:
        return f"the last recorded scan of {account} is of {last.day}, more than a day ago"
    return ""
