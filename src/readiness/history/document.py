"""The record for programs, ``readiness.history/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.
"""

from collections.abc import Iterable
from typing import Annotated, Final, Literal

from pydantic import Field

from readiness.documents.parts import OPEN, Count, Decimals, Moment, Part, Tool, to_text
from readiness.domain.amount import plain
from readiness.domain.verdict import Verdict
from readiness.history.entry import Ending, Entry, Trigger

SCHEMA: Final = "readiness.history/1"


class Scan(Part):
    """One recorded scan of one account."""

    id: int
    account: str
    exchange: str
    trigger: Annotated[Trigger, OPEN] = Field(description="what it was done for; more may be added")
    started_at: Moment
    finished_at: Moment | None
    ending: Ending
    verdict: Verdict | None
    blockers: Count
    unknowns: Count
    confirms: Count
    value_usd: Decimals | None
    note: str | None


class HistoryDocument(Part):
    """The whole answer of ``readiness history``."""

    schema_: Literal["readiness.history/1"] = Field(alias="schema")
    tool: Tool
    scans: tuple[Scan, ...]


def scan_of(entry: Entry) -> Scan:
    """A recorded scan, as it is written down."""
    ended = entry.finished_at
    return Scan(
        id=entry.id,
        account=entry.account,
        exchange=entry.exchange,
        trigger=entry.trigger,
        started_at=entry.started_at.replace(microsecond=0),
        finished_at=None if ended is None else ended.replace(microsecond=0),
        ending=entry.ending,
        verdict=entry.verdict,
        blockers=entry.blockers,
        unknowns=entry.unknowns,
        confirms=entry.confirms,
        value_usd=None if entry.value_usd is None else plain(entry.value_usd),
        note=entry.note or None,
    )


def render(entries: Iterable[Entry], version: str) -> str:
    """The record as JSON text, ending with a newline."""
    return to_text(
        HistoryDocument(
            schema_="readiness.history/1",
            tool=Tool(name="readiness", version=version),
            scans=tuple(map(scan_of, entries)),
        )
    )
