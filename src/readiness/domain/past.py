"""What earlier scans know of an account: since when things are there, and what was saved."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from readiness.domain.base import AwareDatetime, Frozen


class Backup(Frozen):
    """A backup of an account's history.

    Attributes:
        path: the directory it was written to.
        finished_at: when it ended.
        complete: whether everything that the exchange can give is in it.
    """

    path: Path
    finished_at: AwareDatetime
    complete: bool


class Past(Frozen):
    """What was recorded of one account.

    Attributes:
        first_seen: the beginning of each finding's uninterrupted series, by fingerprint.
        backup: the newest complete backup, else the newest; ``None`` when there is none.
    """

    first_seen: Mapping[str, AwareDatetime] = Field(default_factory=dict[str, AwareDatetime])
    backup: Backup | None = None
