"""What a list has to be asked about one by one, and what may be missing of that."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from readiness.backup.finish import saved_lines
from readiness.backup.lines import row_of
from readiness.backup.manifest import ListRecord, ListStatus
from readiness.domain.answer import Cause, Reason
from readiness.exchanges.catalogue import Params, Traits
from readiness.exchanges.collect import fetch
from readiness.exchanges.history import HistoryList, RawRow
from readiness.gate.body import BadBodyError
from readiness.language import clauses, message, say
from readiness.scan.connection import Connection

_NOT_READ: Final = message("{request} is not read for this account, which says what to ask for")
_INCOMPLETE: Final = message("{request} could not be read, which says what to ask for")
_NOT_SHOWN: Final = message("{request} is not shown, which says what to ask")


@dataclass(frozen=True)
class Named:
    """What a list is asked about.

    Attributes:
        params: the parameters of each time.
        reasons: what failed, so that there may be more.
        withheld: what the exchange does not show to this account, so that there may be more;
            empty if nothing.
    """

    params: Sequence[Params] = ({},)
    reasons: Sequence[Reason] = ()
    withheld: str = ""


@dataclass(frozen=True)
class _Source:
    rows: Sequence[RawRow] = ()
    reasons: Sequence[Reason] = ()
    withheld: str = ""


WorkedThrough: TypeAlias = Callable[[str], Awaitable[ListRecord | None]]
"""Waits for a list that this run saves, and tells what came of it; ``None`` if it saves none."""


class Names:
    """Reads the names of one account's lists."""

    def __init__(
        self,
        folder: Path,
        connection: Connection,
        traits: Traits,
        now: Callable[[], datetime],
    ) -> None:
        """Read them from a backup's directory, or with a connection."""
        self._folder = folder
        self._connection = connection
        self._traits = traits
        self._now = now

    async def of(self, entry: HistoryList, worked_through: WorkedThrough) -> Named:
        """What a list is asked about; once, and about nothing, where it needs no name."""
        if entry.each is None:
            return Named()
        found = {name: await self._source(entry, name, worked_through) for name in entry.each.over}
        rows = {name: source.rows for name, source in found.items()}
        reasons = [reason for source in found.values() for reason in source.reasons]
        params: dict[tuple[tuple[str, str], ...], Params] = {}
        try:
            for each in entry.each.params(rows):
                params[tuple(sorted(each.items()))] = each
        except BadBodyError as error:
            reasons.append(
                Reason(
                    cause=Cause.BAD_BODY,
                    request=entry.id,
                    text=error.text,
                    values=tuple(error.values.items()),
                )
            )
        withheld = clauses(source.withheld for source in found.values() if source.withheld)
        return Named(list(params.values()), reasons, withheld)

    async def _source(
        self, entry: HistoryList, source: str, worked_through: WorkedThrough
    ) -> _Source:
        """The rows of a list that was saved, or of another request, and why there are no more."""
        record = await worked_through(source)
        if record:
            return await self._saved(entry, record)
        catalogue = self._connection.adapter.catalogue
        request = catalogue.names.get(source) or catalogue.get(source)
        if request is None:
            return _Source(reasons=(_unread(entry, _NOT_READ, source),))
        fetched = await fetch(self._connection.session, request, {}, self._traits, self._now)
        rows = [row.model_dump(by_alias=True) for row in fetched.read.rows]
        # What a refusal of that request means, the policy knows: then there may be no names.
        return _Source(rows, fetched.read.reasons)

    async def _saved(self, entry: HistoryList, record: ListRecord) -> _Source:
        listed = self._connection.adapter.catalogue.history[record.request]
        lines = await asyncio.to_thread(saved_lines, self._folder, listed)
        rows = [row_of(line) for line in lines]
        if record.status is ListStatus.INCOMPLETE:
            return _Source(rows, (_unread(entry, _INCOMPLETE, record.request),))
        if record.status is ListStatus.REFUSED:
            return _Source(rows, withheld=say(_NOT_SHOWN, request=record.request))
        return _Source(rows)


def _unread(entry: HistoryList, text: str, source: str) -> Reason:
    """There may be more to ask about, because a list of names is not known."""
    return Reason(cause=Cause.NOT_ASKED, request=entry.id, text=text, values=(("request", source),))
