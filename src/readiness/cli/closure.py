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
from readiness.cli.streams import warn, write_lines
from readiness.language import Plural, counted, passage, say, translate

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.policy import Policy

_FRESH: Final = timedelta(days=1)
"""How old a scan may be: what was ready days ago may hold a new deposit or reward."""

_WRITTEN: Final = Plural(
    "{account}: closing request of {day}, {count} day.",
    "{account}: closing request of {day}, {count} days.",
)
_ENDED: Final = Plural(
    "{account}: closing request of {day}, {count} day, which ended on {ends_on}.",
    "{account}: closing request of {day}, {count} days, which ended on {ends_on}.",
)


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
    scan = f"readiness scan {account}"
    if written.waiting(today()):
        waiting = say(
            "Until {ends_on} nothing is sent to {exchange} for it: whether a login or a request "
            "takes the closing request back is not published.",
            ends_on=written.ends_on,
            exchange=policy.title,
        )
        told = counted(_WRITTEN, days, account=account, day=day)
        next_ = say(
            "Next: leave the account alone; on {ends_on}: {command}",
            ends_on=written.ends_on,
            command=scan,
        )
        write_lines(passage(told, waiting), next_)
    else:
        ended = counted(_ENDED, days, account=account, day=day, ends_on=written.ends_on)
        write_lines(ended, say("Next: {command}", command=scan))
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
        write_lines(say("{account}: there was no closing request on record.", account=account))
        return codes.FINE
    if changed(config, edit.no_closure(account)) is None:
        return codes.DEFECT
    write_lines(
        say(
            "{account}: the closing request is off the record, and the key is used again.",
            account=account,
        ),
        say("At the exchange nothing has changed: take the request back there as well."),
    )
    return codes.FINE


def _days(given: int | None, policy: "Policy") -> int:
    """The waiting period: as given, or as the policy has it."""
    if given is not None:
        return given
    waiting = policy.waiting
    if waiting is None:
        raise click.UsageError(
            say(
                "no waiting period of {exchange} is known: give --wait-days, the number of "
                "days that it told you when you asked for the closing",
                exchange=policy.title,
            )
        )
    warn(
        say(
            "--wait-days is not given: {days} is taken (confidence: {confidence}). "
            "{meaning}. See {source}",
            days=waiting.days,
            confidence=waiting.confidence,
            meaning=translate(waiting.meaning),
            source=waiting.source,
        )
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
            objection,
            say(
                "run: {command}; or write it all the same with --force",
                command=f"readiness scan {account}",
            ),
        )
    if objection:
        warn(say("{objection}; written all the same (--force)", objection=objection))


def _objection(config: "Config", account: str) -> str:
    from readiness.domain.verdict import Verdict
    from readiness.exchanges.registry import EXCHANGES
    from readiness.report.standing import verdict_text

    last = last_recorded(config, account)
    if last is None:
        title = translate(EXCHANGES[config.accounts[account].exchange].title)
        return say(
            "no scan of {account} is recorded at {exchange}", account=account, exchange=title
        )
    if last.report.verdict is not Verdict.READY:
        return say(
            "the last recorded scan of {account} ({day}) is {verdict}",
            account=account,
            day=last.day,
            verdict=verdict_text(last.report.verdict),
        )
    if last.later:
        return say(
            "a scan of {account} after the last recorded one ({day}) is {later}",
            account=account,
            day=last.day,
            later=last.later,
        )
    if abs(clock.now() - last.at) > _FRESH:
        return say(
            "the last recorded scan of {account} is of {day}, more than a day ago",
            account=account,
            day=last.day,
        )
    return ""
