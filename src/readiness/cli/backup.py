"""``readiness backup``: saves what is lost with an account."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import clock, codes
from readiness.cli.backup_summary import GOES_ON, summary
from readiness.cli.configuration import config_option, read_config
from readiness.cli.force import force_option, warn_of_asking
from readiness.cli.progress import shown_progress
from readiness.cli.remember import remember_backup
from readiness.cli.streams import complain, warn, write_lines, write_stdout
from readiness.cli.surface import stdout_surface
from readiness.language import Plural, advised, counted, message, say, translate

if TYPE_CHECKING:
    from readiness.backup import Manifest, Refused
    from readiness.config import AccountConfig, Config
    from readiness.domain.decision import Closure

_HINT: Final = message(
    "Saving takes some minutes, on Binance up to hours. Ctrl-C stops it; the same command goes on."
)

_SOUND: Final = Plural("{path}: ok, {count} row", "{path}: ok, {count} rows")
_CHECKED: Final = Plural("{count} file, {wrong} wrong", "{count} files, {wrong} wrong")


@click.command()
@click.argument("account", required=False)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Save to this directory; one that holds an unfinished or older backup is gone on with.",
)
@click.option(
    "--verify",
    "verified",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Check the backup in this directory instead; needs no configuration and no key.",
)
@force_option
@config_option
def backup(
    account: str | None,
    folder: Path | None,
    verified: Path | None,
    force: bool,
    config_file: Path | None,
) -> int:
    """Save the history of ACCOUNT: it is lost when the account is closed.

    Bills, fills, orders, deposits, withdrawals and everything else that the exchange's API
    shows, as JSON Lines and CSV. It takes some minutes, on Binance up to hours; stopped with
    Ctrl-C, the same command goes on. Exit code 0: all of it is saved. 1: something is not.
    """
    if verified is not None:
        if account or folder or force:
            raise click.UsageError(say("--verify DIR stands alone: it only reads what is in DIR"))
        return _verify(verified.expanduser())
    if not account or folder is None:
        raise click.UsageError(
            say("say which account and where to: readiness backup ACCOUNT --to DIR")
        )
    return _save(account, folder.expanduser(), force, config_file)


def _save(account: str, folder: Path, force: bool, config_file: Path | None) -> int:
    config = read_config(config_file)
    from readiness.backup import BackupError, Refused, save_backup
    from readiness.domain.decision import Closure

    if force:
        warn_of_asking(config, [account])
    try:
        with shown_progress(translate(_HINT)) as progress:
            outcome = save_backup(
                config, account, folder, environ=os.environ, progress=progress, force=force
            )
    except KeyboardInterrupt:
        complain(
            advised(
                say("interrupted; what was read is kept in {folder}", folder=folder),
                translate(GOES_ON),
            )
        )
        return codes.INTERRUPTED
    except BackupError as error:
        complain(str(error))
        return codes.DEFECT
    match outcome:
        case Closure():
            return _waits(account, outcome)
        case Refused():
            return _refused(config.accounts[account], outcome)
        case _:
            _record(config, outcome, folder)
            return _saved(outcome, folder)


def _record(config: "Config", manifest: "Manifest", folder: Path) -> None:
    """Let later scans know of the backup; what is wrong with the record spoils nothing."""
    from readiness.domain.past import Backup

    if manifest.finished_at is not None:
        made = Backup(
            path=folder.resolve(), finished_at=manifest.finished_at, complete=manifest.complete
        )
        remember_backup(config, manifest.account, made)


def _waits(account: str, closure: "Closure") -> int:
    complain(
        advised(
            say(
                "{account}: a closing request of {requested_on} is recorded, and nothing is "
                "sent to the exchange until {ends_on}: it might be taken for a change of mind",
                account=account,
                requested_on=closure.requested_on,
                ends_on=closure.ends_on,
            ),
            say("with --force it is asked all the same"),
        )
    )
    return codes.USAGE


def _refused(account: "AccountConfig", refused: "Refused") -> int:
    """A key that can act or is rejected is a wrong credential; one that was not asked is none."""
    from readiness.cli.key_verdict import judge
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy

    ended = account.ended_closure(clock.now().date())
    code, text = judge(refused.proof, load_policy(EXCHANGES[account.exchange].family), ended)
    complain(
        say(
            "{account}: {verdict}. Nothing was saved",
            account=account.name,
            verdict=text.removesuffix(".").removesuffix("。"),
        )
    )
    return codes.USAGE if code == codes.REFUSED else codes.DEFECT


def _saved(manifest: "Manifest", folder: Path) -> int:

    write_stdout(summary(manifest, folder, stdout_surface()))
    return codes.FINE if manifest.complete else codes.DEFECT


def _verify(folder: Path) -> int:
    from readiness.backup import BackupError, verify

    try:
        manifest, checks = verify(folder)
    except BackupError as error:
        complain(str(error))
        return codes.DEFECT
    for check in checks:
        if check.wrong:
            write_lines(say("{path}: wrong: {wrong}", path=check.path, wrong=check.wrong))
        else:
            write_lines(counted(_SOUND, check.rows, path=check.path))
    if not manifest.complete:
        warn(
            say("the backup is sound as far as it goes, but it is not complete: see manifest.json")
        )
    wrong = [check for check in checks if check.wrong]
    write_lines(counted(_CHECKED, len(checks), wrong=len(wrong)))
    return codes.DEFECT if wrong else codes.FINE
