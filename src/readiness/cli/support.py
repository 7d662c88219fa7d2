"""``readiness support``: the message to an exchange's support, when it still refuses."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import clock
from readiness.cli.configuration import config_option, read_config
from readiness.cli.policies import policy_of
from readiness.cli.recorded import last_recorded
from readiness.cli.streams import warn, write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import advised, say, translate

if TYPE_CHECKING:
    from readiness.cli.recorded import Recorded
    from readiness.config import Config

_FRESH: Final = timedelta(days=1)


@click.command()
@click.argument("account")
@click.option("--no-amounts", is_flag=True, help="Leave the amounts out of the message.")
@click.option("--message-only", is_flag=True, help="Print the message and nothing below it.")
@config_option
def support(account: str, no_amounts: bool, message_only: bool, config_file: Path | None) -> None:
    """Write the message to the exchange's support, for when it refuses to close ACCOUNT.

    It is made of the last recorded scan; nothing is asked of the exchange. Below it stand the
    official channels, and the signs of false ones.
    """
    config = read_config(config_file)
    from readiness.config.decisions import main_account
    from readiness.exchanges.registry import EXCHANGES
    from readiness.support.message import Message

    main = main_account(config, account)
    info = EXCHANGES[main.exchange]
    recorded = _recorded(config, account)
    # The request may have been submitted since that scan, or taken back.
    report = recorded.report.model_copy(update={"closure": main.closure})
    policy = policy_of(info.id)
    message = Message(
        report, recorded.at, policy, translate(info.title), tool_version(), amounts=not no_amounts
    )
    _warn(account, recorded)
    write_stdout(message.text())
    if not message_only:
        from readiness.support import below

        write_stdout(below.render(policy, info.id, stdout_surface()))


def _recorded(config: "Config", account: str) -> "Recorded":
    from readiness.config import DecisionError
    from readiness.support import wording as words

    recorded = last_recorded(config, account)
    if recorded is not None:
        return recorded
    if not config.history.enabled:
        raise DecisionError(say(words.NOT_RECORDING), say(words.RECORD, account=account))
    raise DecisionError(say(words.NO_SCAN, account=account), say(words.SCAN_FIRST, account=account))


def _warn(account: str, recorded: "Recorded") -> None:
    """Say on stderr why the message may not be what the account is like now."""
    from readiness.domain.verdict import Verdict
    from readiness.support import wording as words

    doubts = (
        (words.STALE, abs(clock.now() - recorded.at) > _FRESH),
        (words.LATER, bool(recorded.later)),
        (words.KEY_REFUSED, recorded.report.verdict is Verdict.REFUSED),
    )
    for doubt, fits in doubts:
        if fits:
            told = say(doubt, account=account, day=recorded.day, ending=recorded.later)
            warn(advised(told, say(words.SCAN_FIRST, account=account)))
