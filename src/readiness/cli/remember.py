"""The history as a command uses it: whatever is wrong with it is a warning, never an error.

A scan says what it found, whether it can be recorded or not.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from readiness.cli.clock import now
from readiness.cli.policies import policy_of
from readiness.cli.streams import warn
from readiness.language import Plural, advised, counted, message, say, translate

if TYPE_CHECKING:
    from readiness.config import Config, Record
    from readiness.domain.past import Backup
    from readiness.domain.report import AccountReport, Report
    from readiness.history import Entry, History, Trigger
    from readiness.report.formats import Point
    from readiness.scan import Scanned

_Command = TypeVar("_Command", bound=Callable[..., object])
_T = TypeVar("_T")
_SCAN: Final = message("the scan itself goes on and its verdict counts")
_BACKUP: Final = message("the backup is made, but scans will not know of it")
_SCANS: Final = Plural("{path}: {count} scan", "{path}: {count} scans")


def history_option(command: _Command) -> _Command:
    """The ``--no-history`` option of every command that records scans."""
    option: Callable[[_Command], _Command] = click.option(
        "--no-history", is_flag=True, help="Do not record this scan, and do not read earlier ones."
    )
    return option(command)


def history_path(record: "Record | None") -> Path:
    """The file that counts; the usual one without a configuration."""
    from readiness.history import default_path

    return default_path() if record is None or record.path is None else record.path


def history_state(config: "Config") -> tuple[str, str, str]:
    """How the history is: a status, a detail, and the mend. It never fails a set-up."""
    from readiness.history import History, HistoryError, NoHistoryError

    path = history_path(config.history)
    if not config.history.enabled:
        return "ok", say("switched off in the configuration"), ""
    try:
        with History.open(path, now=now, create=False) as history:
            count = len(history.entries())
    except NoHistoryError:
        return "ok", say("{path}: no scan was recorded yet", path=path), ""
    except HistoryError as error:
        return "warning", say("{path}: {why}", path=path, why=error.why), error.remedy
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return (
            "warning",
            say("{path}: others can read or write it", path=path),
            f"chmod 600 {path}",
        )
    if not os.access(path, os.W_OK):
        return (
            "warning",
            say("{path}: it cannot be written", path=path),
            say("give yourself the right to write there"),
        )
    return "ok", counted(_SCANS, count, path=path), ""


class Memory:
    """Records scans, as long as that works; after the first failure it says so and is silent."""

    def __init__(self, history: "History | None") -> None:
        """Take an open history, or none."""
        self.history = history
        self._running: dict[str, int] = {}
        self._done: dict[str, int] = {}

    def begin(self, config: "Config", names: Sequence[str], trigger: "Trigger") -> None:
        """Scans of these accounts begin (all of them if none is named)."""

        def begun(history: "History") -> None:
            """Note each account that has an entry of its own in the report."""
            for name in roots_of(config, names):
                exchange = config.accounts[name].exchange
                self._running[name] = history.begin(name, exchange, trigger)

        self._attempt(begun, None)

    def done(self, scanned: "Scanned") -> "Report":
        """The scans are done; their report, with what is known from before."""
        from readiness.history import record

        ids, self._running = self._running, {}
        self._done = ids

        def recorded(history: "History") -> "Report":
            """Say where a key is not the one of before; then record everything."""
            for account in scanned.report.accounts:
                _warn_of_stranger(account, history.stranger(account))
            return record(history, ids, scanned.report, scanned.snapshots, policy_of)

        return self._attempt(recorded, scanned.report)

    def last_report(self, account: str) -> "AccountReport | None":
        """What an account's newest scan that is done said; ``None`` if that is not known."""
        from readiness.history import UnreadableScanError

        def said(history: "History") -> "AccountReport | None":
            """Look it up; a later version's report is as good as none."""
            entry = history.last(account)
            with suppress(UnreadableScanError):
                return None if entry is None else history.report(entry.id)
            return None

        return self._attempt(said, None)

    def past(self, report: "Report") -> "dict[str, tuple[Point, ...]]":
        """The earlier scans of every account of the report that was just recorded."""

        def known(history: "History") -> "dict[str, tuple[Point, ...]]":
            """Look them up, account by account."""
            from readiness.history import points_of

            return {
                account.account: points_of(history, account, self._done[account.account])
                for account in report.accounts
                if account.account in self._done
            }

        return self._attempt(known, {})

    def interrupted(self) -> None:
        """The scans that run were interrupted."""
        self._give_up(lambda history, id_: history.interrupt(id_))

    def failed(self, note: str) -> None:
        """The scans that run could not be done."""
        self._give_up(lambda history, id_: history.fail(id_, note))

    def _give_up(self, end: "Callable[[History, int], None]") -> None:
        ids, self._running = self._running, {}

        def ended(history: "History") -> None:
            """End each of them."""
            for id_ in ids.values():
                end(history, id_)

        self._attempt(ended, None)

    def _attempt(self, action: "Callable[[History], _T]", otherwise: _T) -> _T:
        if self.history is None:
            return otherwise
        try:
            return action(self.history)
        except Exception as error:  # noqa: BLE001 - no defect of the record may cost a verdict
            self.history = None
            _warn(error, _SCAN)
            return otherwise


@contextmanager
def remembering(config: "Config", *, wanted: bool) -> Iterator[Memory]:
    """A memory for the accounts of a configuration; it remembers nothing unless wanted.

    Scans that begin in the block and are neither done nor given up at its end were
    interrupted, or failed with the exception that ends it.
    """
    memory = Memory(_opened(config) if wanted and config.history.enabled else None)
    try:
        yield memory
    except Exception as error:
        memory.failed(note_of(error))
        raise
    except BaseException:
        memory.interrupted()
        raise


def _opened(config: "Config") -> "History | None":
    try:
        from readiness.history import History

        history = History.open(history_path(config.history), now=now)
        for notice in history.notices:
            warn(notice)
        history.prune(config.history.keep)
    except Exception as error:  # noqa: BLE001 - as above
        _warn(error, _SCAN)
        return None
    return history


def remember_backup(config: "Config", account: str, backup: "Backup") -> None:
    """Note that an account's history was saved; what is wrong with the record is a warning."""
    if not config.history.enabled:
        return
    from readiness.history import History

    try:
        with History.open(history_path(config.history), now=now) as history:
            for notice in history.notices:
                warn(notice)
            history.record_backup(account, backup)
    except Exception as error:  # noqa: BLE001 - as above
        _warn(error, _BACKUP)


def _warn(error: Exception, comfort: str) -> None:
    """Say what is wrong with the history, and that nothing else depends on it."""
    from readiness.history import HistoryError

    if isinstance(error, HistoryError):
        warn(f"{error}\n  {translate(comfort)}")
        return
    from readiness.cli.crash import describe

    nothing = say("nothing was recorded; {comfort}", comfort=translate(comfort))
    warn(f"{nothing}\n{describe(error)}")


def _warn_of_stranger(report: "AccountReport", before: "Entry | None") -> None:
    """Say that a name means another account now: its answers are not those of the one before."""
    if before is not None:
        warn(
            advised(
                say(
                    "{account}: its key belongs to another account at the exchange than that "
                    "of scan {scan} ({day}), and is not compared with it",
                    account=report.account,
                    scan=before.id,
                    day=f"{before.started_at:%Y-%m-%d}",
                ),
                say(
                    "if you did not mean to change it, put the right key in its place; this "
                    "report says nothing of the account before"
                ),
            )
        )


def note_of(error: Exception) -> str:
    """Why a scan failed, in a line; a defect is named and not quoted."""
    from readiness.cli.crash import is_expected

    if is_expected(error):
        return str(error).partition("\n")[0]
    defect: BaseException = error
    while isinstance(defect, BaseExceptionGroup):
        defect = defect.exceptions[0]
    return say("a defect of the tool ({error})", error=type(defect).__qualname__)


def roots_of(config: "Config", names: Sequence[str]) -> list[str]:
    """The accounts that these names lead to: a sub-account's entry is its parent's."""
    known = [config.accounts[name] for name in names or config.accounts if name in config.accounts]
    return list(dict.fromkeys(account.parent or account.name for account in known))
