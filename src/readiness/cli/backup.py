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
from readiness.cli.streams import complain, warn, write_stdout
from readiness.cli.surface import stdout_surface

if TYPE_CHECKING:
    from readiness.backup import Manifest, Refused
    from readiness.config import AccountConfig, Config
    from readiness.domain.decision import Closure

_HINT: Final = (
    "Saving takes some minutes, on Binance up to hours. Ctrl-C stops it; the same command goes on."
)


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
            raise click.UsageError("--verify DIR stands alone: it only reads what is in DIR")
        return _verify(verified.expanduser())
    if not account or folder is None:
        raise click.UsageError("say which account and where to: readiness backup ACCOUNT --to DIR")
    return _save(account, folder.expanduser(), force, config_file)


def _save(account: str, folder: Path, force: bool, config_file: Path | None) -> int:
    config = read_config(config_file)
    from readiness.backup import BackupError, Refused, save_backup
    from readiness.domain.decision import Closure

    if force:
        warn_of_asking(config, [account])
    try:
        with shown_progress(_HINT) as progress:
            outcome = save_backup(
                config, account, folder, environ=os.environ, progress=progress, force=force
            )
    except KeyboardInterrupt:
        complain(f"interrupted; what was read is kept in {folder}\n  next: {GOES_ON}")
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
        f"{account}: a closing request of {closure.requested_on} is recorded, and nothing is sent "
        f"to the exchange until {closure.ends_on}: it might be taken for a change of mind\n"
        "  next: with --force it is asked all the same"
    )
    return codes.USAGE


def _refused(account: "AccountConfig", refused: "Refused") -> int:
    """A key that can act or is rejected is a wrong credential; one that was not asked is none."""
    from readiness.cli.key_verdict import judge
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy

    ended = account.ended_closure(clock.now().date())
    code, text = judge(refused.proof, load_policy(EXCHANGES[account.exchange].family), ended)
    complain(f"{account.name}: {text.removesuffix('.')}. Nothing was saved")
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
        state = f"wrong: {check.wrong}" if check.wrong else f"ok, {check.rows} rows"
        write_stdout(f"{check.path}: {state}\n")
    if not manifest.complete:
        warn("the backup is sound as far as it goes, but it is not complete: see manifest.json")
    wrong = [check for check in checks if check.wrong]
    write_stdout(f"{len(checks)} files, {len(wrong)} wrong\n")
    return codes.DEFECT if wrong else codes.FINE
