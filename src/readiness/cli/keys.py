"""``readiness keys``: credentials; never prints one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import clock, codes
from readiness.cli.configuration import config_option, read_config
from readiness.cli.force import force_option, warn_of_asking
from readiness.cli.streams import write_lines
from readiness.language import listed, message, say, translate

if TYPE_CHECKING:
    from readiness.config import AccountConfig, Config
    from readiness.exchanges.interface import ExchangeInfo

_SHOWN: Final = 4
_LONG_ENOUGH: Final = 16
"""Of a shorter key, four characters would be too much of it."""

_STORED: Final = message("{account}: stored in the system's keyring.")
_REPLACED: Final = message("{account}: replaced in the system's keyring.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def keys() -> None:
    """Store, show, test or delete an account's API key."""


@keys.command("set")
@click.argument("account")
@click.option(
    "--stdin",
    "from_stdin",
    is_flag=True,
    help="Read the fields from stdin: a JSON object, or key, secret and passphrase "
    "each on its own line.",
)
@config_option
def set_(account: str, from_stdin: bool, config_file: Path | None) -> None:
    """Store ACCOUNT's key in the system's keyring.

    Asks for each field without showing it.
    """
    config = read_config(config_file)
    entry, info = _entry(config, account)
    from readiness.cli.key_input import ask, read_stdin
    from readiness.config import has_credentials, make_credentials, store_credentials

    # Asked first: nobody should type a secret that then cannot be kept.
    replaced = has_credentials(entry)
    fields = info.credential_fields
    values = read_stdin(account, fields) if from_stdin else ask(account, info)
    store_credentials(entry, make_credentials(account, fields, values), fields)
    write_lines(
        say(_REPLACED if replaced else _STORED, account=account),
        say(
            "Next: {command}    (proves that the key can only read)",
            command=f"readiness keys test {account}",
        ),
    )


@keys.command()
@click.argument("account")
@config_option
def show(account: str, config_file: Path | None) -> None:
    """Show where ACCOUNT's key is and what exists, never a secret."""
    config = read_config(config_file)
    entry, info = _entry(config, account)
    from readiness.config import load_credentials, source_of

    write_lines(
        say(
            "{account} ({exchange}): in {place}",
            account=account,
            exchange=translate(info.title),
            place=source_of(entry),
        )
    )
    credentials = load_credentials(entry, info.credential_fields, os.environ)
    for field in info.credential_fields:
        shown = say("set, not shown")
        if field == "key":
            shown = _masked(credentials.key.get_secret_value())
        write_lines(f"  {say('{field}: {value}', field=field, value=shown)}")


@keys.command()
@click.argument("account")
@force_option
@config_option
def test(account: str, force: bool, config_file: Path | None) -> int:
    """Prove that ACCOUNT's key is read-only.

    Exit code 0: it is. 3: it can act, or the exchange rejects it. 11: could not ask.
    """
    config = read_config(config_file)
    entry, info = _entry(config, account)
    from readiness.cli.key_verdict import judge
    from readiness.policies import load_policy
    from readiness.scan import prove_key

    if force:
        warn_of_asking(config, [account])
    proof = prove_key(config, account, environ=os.environ, force=force)
    code, text = judge(proof, load_policy(info.family), entry.ended_closure(clock.now().date()))
    write_lines(say("{account}: {text}", account=account, text=text))
    return code


@keys.command()
@click.argument("account")
@config_option
def delete(account: str, config_file: Path | None) -> int:
    """Remove ACCOUNT's key from the system's keyring.

    The key itself lives on at the exchange: delete it on its API page as well.
    """
    config = read_config(config_file)
    entry, _ = _entry(config, account)
    from readiness.config import delete_credentials

    if delete_credentials(entry):
        write_lines(
            say("{account}: deleted from the system's keyring.", account=account),
            say("The key still exists at the exchange: delete it on its API page as well."),
        )
    else:
        write_lines(say("{account}: there was nothing in the system's keyring.", account=account))
    return codes.FINE


def _entry(config: "Config", account: str) -> "tuple[AccountConfig, ExchangeInfo]":
    from readiness.exchanges.registry import EXCHANGES

    if account not in config.accounts:
        known = listed(config.accounts) or say("none")
        raise click.UsageError(
            say(
                "there is no account {account} in {path}; there are: {known}. Add a "
                "table {table} there first",
                account=repr(account),
                path=config.path,
                known=known,
                table=f"[accounts.{account}]",
            )
        )
    entry = config.accounts[account]
    return entry, EXCHANGES[entry.exchange]


def _masked(key: str) -> str:
    return (
        say("set, ends with {characters}", characters=key[-_SHOWN:])
        if len(key) >= _LONG_ENOUGH
        else say("set, not shown")
    )
