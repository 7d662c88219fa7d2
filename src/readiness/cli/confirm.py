"""``readiness confirm``: writes down that somebody has looked."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import codes
from readiness.cli.changing import changed, day_option, today
from readiness.cli.configuration import config_option, read_config
from readiness.cli.policies import policy_of
from readiness.cli.streams import write_lines
from readiness.language import message, say

if TYPE_CHECKING:
    from readiness.config import Config

_NOT_ANY_MORE: Final = message("{account}: {item} not confirmed any more.")
_WAS_NOT: Final = message("{account}: {item} was not confirmed.")


@click.command()
@click.argument("account")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...")
@day_option("--on", "The day somebody looked (UTC).  [default: today]")
@click.option("--remove", is_flag=True, help="Take the confirmations back.")
@config_option
def confirm(
    account: str, items: tuple[str, ...], on: date | None, remove: bool, config_file: Path | None
) -> int:
    """Write down that you have looked at what no API shows.

    The report names each ITEM. An entry that is there already is renewed.
    """
    if remove and on is not None:
        raise click.UsageError(
            say("--remove takes an entry away: there is no day to give with --on")
        )
    config = read_config(config_file)
    from readiness.config import edit
    from readiness.config.decisions import check_items, check_look, counts_until, main_account

    if remove:
        return _remove(config, account, items)
    policy = policy_of(main_account(config, account).exchange)
    known = check_items(items, policy)
    looked = on or today()
    check_look(known, looked, today(), policy)
    if changed(config, edit.confirmation(account, known, looked)) is None:
        return codes.DEFECT
    for item in known:
        until = counts_until(item, looked, policy)
        write_lines(
            say(
                "{account}: {item} looked at on {looked}; it counts through {until}.",
                account=account,
                item=item,
                looked=looked,
                until=until,
            )
        )
    return codes.FINE


def _remove(config: "Config", account: str, items: tuple[str, ...]) -> int:
    from readiness.config import edit
    from readiness.config.errors import shown

    there = [(entry.account, entry.item) for entry in config.decisions.confirmations]
    if changed(config, edit.no_confirmation(account, items)) is None:
        return codes.DEFECT
    for item in items:
        done = _NOT_ANY_MORE if (account, item) in there else _WAS_NOT
        write_lines(say(done, account=shown(account), item=shown(item)))
    return codes.FINE
