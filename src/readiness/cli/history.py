"""``readiness history``: what was recorded."""

from pathlib import Path

import click

from readiness.cli.configuration import config_option
from readiness.cli.formats import format_option
from readiness.cli.past import check_names, config_if_any, opened_history
from readiness.cli.policies import policies_of
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version


@click.command()
@click.argument("accounts", nargs=-1, metavar="[ACCOUNT]...")
@format_option("table", "json")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="Show the newest N scans of each account.",
)
@config_option
def history(accounts: tuple[str, ...], format_: str, limit: int, config_file: Path | None) -> None:
    """Past scans: how it went, and each one with its number.

    Without ACCOUNT, all accounts of which something is recorded are shown, those that are
    no longer configured too. Works without a configuration.
    """
    config = config_if_any(config_file)
    from readiness.history import document, table

    with opened_history(config) as record:
        recorded = record.accounts() if record else ()
        check_names(accounts, config, recorded)
        names = dict.fromkeys(accounts or recorded)
        entries = {name: record.entries(name) if record else () for name in names}
    if format_ == "json":
        newest = [entry for found in entries.values() for entry in found[:limit]]
        newest.sort(key=lambda entry: entry.id, reverse=True)
        write_stdout(document.render(newest, tool_version()))
    elif entries:
        exchanges = policies_of(entry.exchange for found in entries.values() for entry in found)
        titles = {exchange: policy.title for exchange, policy in exchanges.items()}
        write_stdout(table.render(entries, titles, stdout_surface(), limit))
    else:
        write_stdout(table.nothing(stdout_surface()))
