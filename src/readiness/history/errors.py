"""What can go wrong with the history: what, where, why, and what to do next."""

from pathlib import Path

from readiness.language import advised, say


class HistoryError(Exception):
    """The history could not be read or written; nothing that was recorded is lost by it."""

    def __init__(self, what: str, where: Path, why: str, remedy: str) -> None:
        """Take the four parts of the message."""
        self.what = what
        self.where = where
        self.why = why
        self.remedy = remedy
        super().__init__(
            advised(
                say("{what}\n  where: {where}\n  why: {why}", what=what, where=where, why=why),
                remedy,
            )
        )


class NoHistoryError(HistoryError):
    """No scan was recorded yet: there is no file."""


class UnreadableScanError(HistoryError):
    """A recorded scan that this version does not understand; it is never guessed at."""
