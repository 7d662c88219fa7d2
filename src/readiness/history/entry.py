"""One recorded scan of one account, without its report."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeAlias

from readiness.domain.verdict import Verdict

Trigger: TypeAlias = Literal["scan", "watch"]
"""What started a scan: the command, or the schedule."""


class Ending(StrEnum):
    """How one account's scan ended."""

    RUNNING = "running"
    DONE = "done"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


@dataclass(frozen=True)
class Entry:
    """A recorded scan.

    Attributes:
        id: its number.
        account: the user's name for the account.
        exchange: the exchange's id.
        trigger: what started it.
        started_at: when it began.
        finished_at: when it ended; ``None`` while it runs, and when nobody was there to say so.
        ending: how it ended.
        verdict: what it said; ``None`` unless it is done.
        blockers: findings that stand in the way and are not acknowledged.
        unknowns: places where nobody could look.
        confirms: what a person has to look at.
        value_usd: what the money that stands in the way is worth; ``None`` when nobody priced
            it, or when none was found and something could not be looked at.
        note: why it did not end well; may be empty.
        owner: the exchange's id of whose account it was; empty where that is not known.
    """

    id: int
    account: str
    exchange: str
    trigger: Trigger
    started_at: datetime
    finished_at: datetime | None
    ending: Ending
    verdict: Verdict | None
    blockers: int
    unknowns: int
    confirms: int
    value_usd: Decimal | None
    note: str
    owner: str
