"""``readiness diff``: what is different between two scans."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readiness.cli.configuration import config_option
from readiness.cli.formats import format_option
from readiness.cli.past import check_names, config_if_any, opened_history
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import say, translate

if TYPE_CHECKING:
    from readiness.domain.policy import Policy
    from readiness.history import Entry, History
    from readiness.history.pairs import Compared, NotCompared

_TWO = 2
_DIGITS = 99


@click.command()
@click.argument("what", nargs=-1, metavar="[ACCOUNT]... | [A [B]]")
@format_option("table", "json")
@config_option
def diff(what: tuple[str, ...], format_: str, config_file: Path | None) -> None:
    """What appeared, went away, changed, or could no longer be looked at.

    Compares the last two scans that are done, of each ACCOUNT or of all. A and B are numbers
    of scans, which 'readiness history' shows: with A alone, that scan is compared with the
    newest one of its account. What is missing because nobody could look is not gone.
    """
    config = config_if_any(config_file)
    # More digits than any number of a scan has change nothing, and thousands are no number.
    numbers = tuple(int(word[:_DIGITS]) for word in what if word.isdecimal())
    names = tuple(word for word in what if not word.isdecimal())
    if len(numbers) > _TWO or (numbers and names):
        raise click.UsageError(
            say("give names of accounts, or one or two numbers of scans, not both")
        )
    from readiness.history import diff_document, diff_table
    from readiness.history.pairs import compare_last_two

    with opened_history(config) as record:
        recorded = record.accounts() if record else ()
        check_names(names, config, recorded)
        if numbers:
            found = [_of_numbers(record, numbers)]
        else:
            accounts = dict.fromkeys(names or recorded)
            found = [compare_last_two(record, name) for name in accounts] if record else []
    if format_ == "json":
        write_stdout(diff_document.render(found, _policies(found), tool_version()))
    elif found:
        write_stdout(diff_table.render(found, _policies(found), stdout_surface()))
    else:
        from readiness.history import table

        write_stdout(table.nothing(stdout_surface()))


def _of_numbers(record: "History | None", numbers: tuple[int, ...]) -> "Compared | NotCompared":
    """Compare the scans of these numbers; one alone with the newest of its account."""
    from readiness.history.pairs import compare_scans

    if record is None:
        raise _no_scan(numbers[0])
    old, *others = (_entry(record, number) for number in numbers)
    new = others[0] if others else record.last(old.account) or old
    if old.account != new.account:
        raise click.UsageError(
            say(
                "scan {old} is one of {account}, and scan {new} one of {other}: only "
                "scans of one account can be compared",
                old=old.id,
                account=old.account,
                new=new.id,
                other=new.account,
            )
        )
    return compare_scans(record, old, new)


def _entry(record: "History", number: int) -> "Entry":
    from readiness.history import Ending
    from readiness.history.wording import ENDINGS

    entry = record.entry(number)
    if entry is None:
        raise _no_scan(number)
    if entry.ending is not Ending.DONE:
        raise click.UsageError(
            say(
                "scan {number} is {ending}, so there is no report to compare; 'readiness "
                "history' shows which are done",
                number=number,
                ending=translate(ENDINGS[entry.ending]),
            )
        )
    return entry


def _no_scan(number: int) -> click.UsageError:
    return click.UsageError(
        say("there is no scan {number}; 'readiness history' shows the numbers", number=number)
    )


def _policies(found: "list[Compared | NotCompared]") -> "dict[str, Policy]":
    from readiness.cli.policies import policies_of
    from readiness.history.pairs import Compared

    return policies_of(entry.new.exchange for entry in found if isinstance(entry, Compared))
