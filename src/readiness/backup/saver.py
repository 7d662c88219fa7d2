"""Saves the lists of one account, side by side."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from readiness.backup.earlier import Earlier
from readiness.backup.finish import finish
from readiness.backup.folder import journal_path, place_of
from readiness.backup.journal import Journal, Round
from readiness.backup.manifest import ListRecord, ListStatus
from readiness.backup.names import Named, Names
from readiness.backup.outcome import status_of, text_of
from readiness.backup.pages import read
from readiness.backup.patience import Patience, asks_alike
from readiness.backup.questions import Question, halves, questions
from readiness.backup.rounds import covered, first_round, joined, reaches_back, still_shown
from readiness.domain.answer import Cause, Reason
from readiness.domain.policy import Outcome
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.history import HistoryList
from readiness.language import translate
from readiness.scan.connection import Connection
from readiness.scan.progress import Meter

_ENDED: Final = frozenset({ListStatus.COMPLETE, ListStatus.NOT_OPENED, ListStatus.REFUSED})
_SAME_BACKUP: Final = timedelta(days=1)
"""What an interrupted run has ended is not begun again for so long: that might never end."""
_NEARLY_NOW: Final = timedelta(minutes=10)
"""What was begun so long ago needs no second look once it is ended."""


class Saver:
    """One run's work on the lists of an account."""

    def __init__(
        self,
        folder: Path,
        connection: Connection,
        traits: Traits,
        earlier: Earlier,
        *,
        meter: Meter,
        now: Callable[[], datetime],
        saved: Callable[[ListRecord], None],
    ) -> None:
        """Prepare to save.

        Args:
            folder: the backup's directory.
            connection: the way to the exchange, with a key that is proved to be read-only.
            traits: what is known of the account.
            earlier: what earlier runs have brought.
            meter: counts questions.
            now: the current time.
            saved: is told of each list that was worked through.
        """
        self._folder = folder
        self._connection = connection
        self._traits = traits
        self._earlier = earlier.records
        self._interrupted = earlier.interrupted
        self._meter = meter
        self._now = now
        self._saved = saved
        self._tasks: dict[str, asyncio.Task[ListRecord]] = {}
        self._lists: dict[str, HistoryList] = {}
        self._names = Names(folder, connection, traits, now)

    async def save(self, entries: Sequence[HistoryList]) -> None:
        """Save these lists; the first problem with the disk ends it.

        Raises:
            BackupError: a file could not be written or read.
        """
        self._lists = {entry.id: entry for entry in entries}
        left = [entry for entry in entries if not self._was_ended(entry)]
        self._tasks = {entry.id: asyncio.create_task(self._save(entry)) for entry in left}
        try:
            await asyncio.gather(*self._tasks.values())
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _was_ended(self, entry: HistoryList) -> bool:
        """Whether the run that was interrupted has already worked through a list."""
        record = self._earlier.get(entry.id)
        if not self._interrupted or record is None or record.asked_at is None:
            return False
        left = journal_path(self._folder, entry).exists()
        fresh = timedelta() <= self._now() - record.asked_at < _SAME_BACKUP
        return record.status in _ENDED and fresh and not left

    async def _save(self, entry: HistoryList) -> ListRecord:
        """What was begun is ended first; then what has come since is asked for.

        What an interrupted run has begun is only ended: the next run asks for what has come.
        """
        record = self._earlier.get(entry.id)
        while True:
            now_ms = self._connection.session.exchange_ms()
            work = await self._journal(entry, first_round(entry, record, now_ms))
            asked = still_shown(entry, work.round, now_ms)
            names = await self._names.of(entry, self._worked_through)
            reasons = await self._ask_all(entry, work, names, asked)
            record = await self._record(entry, work, asked, reasons, names.withheld, record)
            self._saved(record)
            if record.status is not ListStatus.INCOMPLETE:
                work.discard()
            age = timedelta(milliseconds=now_ms - work.round.end)
            fresh = age < (_SAME_BACKUP if self._interrupted else _NEARLY_NOW)
            if not work.resumed or fresh or record.status is not ListStatus.COMPLETE:
                return record

    async def _journal(self, entry: HistoryList, wanted: Round) -> Journal:
        """What was begun; or a new one, if that is not enough any more. Its rows are kept."""
        path = journal_path(self._folder, entry)
        begun = Journal(path, wanted)
        if reaches_back(begun.round, wanted):
            return begun
        await asyncio.to_thread(finish, self._folder, entry, begun)
        begun.discard()
        return Journal(path, wanted)

    async def _worked_through(self, source: str) -> ListRecord | None:
        """What came of a list that others depend on; ``None`` if it is not one of these."""
        if source not in self._lists:
            return None
        task = self._tasks.get(source)
        return await asyncio.shield(task) if task else self._earlier[source]

    async def _ask_all(
        self, entry: HistoryList, work: Journal, names: Named, asked: Round
    ) -> list[Reason]:
        reasons = [*names.reasons, *_limited(entry, self._traits)]
        waiting = deque(questions(entry, self._traits, names.params, asked))
        self._meter.expect(len(waiting))
        session, watch = self._connection.session, partial(self._meter.busy, entry.id)
        # What was read once is not given up for a refusal: it may be about this name alone.
        alike = asks_alike(entry) and not self._has_rows(entry, work)
        patience = Patience(entry, self._explained if alike else None)
        while waiting and not patience.lost:
            question = waiting.popleft()
            before = work.place(question.key)
            reason = await read(session, entry, question, work, watch)
            halved = work.place(question.key).halved
            if halved and reason is None:
                waiting.extendleft(reversed(self._halved(entry, question)))
            patience.note(reason, cut=halved and not before.halved)
            reasons += (reason,) if reason else ()
            self._meter.done(entry.id)
        reasons += patience.reasons
        for _ in waiting:
            self._meter.done(entry.id)
        return reasons

    def _has_rows(self, entry: HistoryList, work: Journal) -> bool:
        there = (self._folder / place_of(entry, "jsonl")).exists()
        return there or any(True for _ in work.rows())

    def _explained(self, reason: Reason) -> bool:
        """Whether a refusal is known to be about the whole product, and not left to a person."""
        known = self._connection.policy.fallback(reason.request, reason.code, self._traits)
        return known is not None and known.outcome is not Outcome.MANUAL

    def _halved(self, entry: HistoryList, question: Question) -> tuple[Question, ...]:
        assert entry.spans is not None  # noqa: S101 - only a span can be halved
        parts = halves(question, entry.spans)
        self._meter.expect(len(parts))
        return parts

    async def _record(
        self,
        entry: HistoryList,
        work: Journal,
        asked: Round,
        reasons: Sequence[Reason],
        withheld: str,
        earlier: ListRecord | None,
    ) -> ListRecord:
        policy = self._connection.policy
        # In a thread: meanwhile the answers to other lists' requests must not seem late.
        files = await asyncio.to_thread(finish, self._folder, entry, work)
        status = status_of(reasons, self._traits, policy, files.rows)
        if status is ListStatus.COMPLETE and withheld:
            status = ListStatus.REFUSED
        ranges = earlier.ranges if earlier else ()
        if status is ListStatus.COMPLETE:
            ranges = joined((*ranges, covered(asked)))
        return ListRecord(
            request=entry.id,
            kind=entry.kind,
            what=translate(entry.purpose),
            status=status,
            reason=text_of(reasons, policy) or withheld or None,
            rows=files.rows,
            ranges=ranges,
            asked_at=self._now(),
            jsonl=files.jsonl,
            csv=files.csv,
        )


def _limited(entry: HistoryList, traits: Traits) -> tuple[Reason, ...]:
    """Why the key does not see all of a list, if it does not."""
    why = entry.limited(traits)
    cause = Cause.NOT_SHOWN
    return (Reason(cause=cause, request=entry.id, text=why, attempts=1),) if why else ()
