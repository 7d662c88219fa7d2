"""What the record of earlier scans knows, for commands that decide by it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from readiness.cli import clock
from readiness.cli.remember import history_path
from readiness.cli.streams import warn
from readiness.language import translate

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.report import AccountReport


@dataclass(frozen=True)
class Recorded:
    """The last scan of an account that was done.

    Attributes:
        at: when it ended.
        report: what it said.
        later: how a scan after it ended, if there was one: it brought nothing to go by.
    """

    at: datetime
    report: "AccountReport"
    later: str

    @property
    def day(self) -> str:
        """When that was, for a sentence."""
        return f"{self.at:%Y-%m-%d %H:%M} UTC"


def last_recorded(config: "Config", account: str) -> Recorded | None:
    """The last recorded scan of an account; ``None`` if there is none that can be read.

    One at another exchange was one of another account, under the same name. What is wrong
    with the record is said as a warning.
    """
    if not config.history.enabled:
        return None
    from readiness.history import History, HistoryError, NoHistoryError
    from readiness.history.wording import ENDINGS

    try:
        with History.open(history_path(config.history), now=clock.now, create=False) as history:
            entry = history.last(account)
            if entry is None or entry.exchange != config.accounts[account].exchange:
                return None
            (newest,) = history.entries(account, 1)
            return Recorded(
                at=entry.finished_at or entry.started_at,
                report=history.report(entry.id),
                later="" if newest.id == entry.id else translate(ENDINGS[newest.ending]),
            )
    except NoHistoryError:
        return None
    except HistoryError as error:
        warn(str(error))
        return None
