"""``readiness backup``: saves what is lost with an account."""

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from readiness.cli import clock, codes
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
    from readiness.report.paper import Paper

_LONG_AGO: Final = timedelta(minutes=10)
_GOES_ON: Final = "run the same command again; it goes on where it stopped"


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
    shows, as JSON Lines and CSV. Exit code 0: all of it is saved. 1: something is not.
    """
    if verified is not None:
        if account or folder or force:
            raise click.UsageError("--verify DIR stands alone: it only reads what is in DIR")
        return _verify(verified)
    if not account or folder is None:
        raise click.UsageError("say which account and where to: readiness backup ACCOUNT --to DIR")
    return _save(account, folder, force, config_file)


def _save(account: str, folder: Path, force: bool, config_file: Path | None) -> int:
    config = read_config(config_file)
    from readiness.backup import BackupError, Refused, save_backup
    from readiness.domain.decision import Closure

    if force:
        warn_of_asking(config, [account])
    try:
        with shown_progress() as progress:
            outcome = save_backup(
                config, account, folder, environ=os.environ, progress=progress, force=force
            )
    except KeyboardInterrupt:
        complain(f"interrupted; what was read is kept in {folder}\n  next: {_GOES_ON}")
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
    from readiness.report.paper import Paper

    paper = Paper(stdout_surface())
    rows = sum(entry.rows for entry in manifest.lists)
    held = [entry for entry in manifest.lists if entry.rows]
    paper.line(
        f"{manifest.account}: {rows} rows of {len(held)} lists are saved in {folder}", "bold"
    )
    # Of a complete backup, what was refused is something that the API cannot give.
    fine = {"complete", "not_opened"} | ({"refused"} if manifest.complete else set())
    for entry in manifest.lists:
        if entry.status not in fine:
            paper.bullet(f"{entry.what} ({entry.request}): {entry.reason}", mark="!")
    _tell_what_is_missing(paper, manifest)
    paper.blank()
    paper.line(
        "Complete: everything that the API shows is saved."
        if manifest.complete
        else f"Not complete. Next: {_GOES_ON}."
    )
    _tell_how_old_it_is(paper, manifest)
    paper.line(f"Check it at any time: readiness backup --verify {folder}")
    write_stdout(paper.finish())
    return codes.FINE if manifest.complete else codes.DEFECT


def _tell_how_old_it_is(paper: "Paper", manifest: "Manifest") -> None:
    """What has come while a long run went on, or since one was interrupted, is not there."""
    ends = [entry.ranges[-1].end for entry in manifest.lists if entry.ranges]
    if ends and manifest.finished_at and manifest.finished_at - min(ends) > _LONG_AGO:
        paper.line(
            f"Some lists were begun at {min(ends):%Y-%m-%d %H:%M} UTC: the same command, once "
            "more, adds what has come since."
        )


def _tell_what_is_missing(paper: "Paper", manifest: "Manifest") -> None:
    """What the API cannot give, by the place to get it; why it cannot stands in the manifest."""
    places: dict[str, list[str]] = {}
    for missing in manifest.not_available:
        places.setdefault(missing.where, []).append(missing.what)
    if places:
        paper.blank()
        paper.line("What the API cannot give, and where to get it before you close:", "bold")
    for place, found in places.items():
        paper.bullet(f"{place}: {'; '.join(found)}")


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
