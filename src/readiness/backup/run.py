"""Saves what is lost with an account: key first, then every list of its history."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from readiness import __version__
from readiness.backup.earlier import earlier
from readiness.backup.errors import BackupUsageError
from readiness.backup.folder import check_owner, locked, tidy
from readiness.backup.manifest import ListRecord, ListStatus, Manifest, Tool, read_manifest
from readiness.backup.outcome import hinders, not_available
from readiness.backup.saver import Saver
from readiness.config import Config
from readiness.domain.decision import Closure
from readiness.domain.key import KeyProof, Owner, OwnerKind, ReadOnlyKey
from readiness.exchanges.catalogue import Asked
from readiness.exchanges.history import HistoryList
from readiness.gate.limits import Limits
from readiness.language import advised, say, translate
from readiness.scan.connection import Connection, Purpose, connect
from readiness.scan.jobs import Job, make_job, select
from readiness.scan.keys import prove
from readiness.scan.progress import Meter, Progress, Silent
from readiness.scan.run import waiting_closure

_SHOWN_OF_A_UID = 4
_NOT_READ = frozenset({ListStatus.PENDING, ListStatus.INCOMPLETE})


@dataclass(frozen=True)
class Refused:
    """Nothing was asked but what the key may do; what that was."""

    proof: KeyProof


Outcome: TypeAlias = Manifest | Refused | Closure
"""The manifest, or why nothing was saved: the key, or a closure whose waiting period runs."""


def save_backup(
    config: Config,
    name: str,
    folder: Path,
    *,
    environ: Mapping[str, str],
    progress: Progress | None = None,
    wall_clock: Callable[[], float] = time.time,
    force: bool = False,
) -> Outcome:
    """Save the history of one account, or go on with what an earlier run has begun.

    Args:
        config: the user's configuration.
        name: the account.
        folder: where to; made if need be.
        environ: environment variables, for credentials that live there.
        progress: who may be watching.
        wall_clock: seconds since the epoch.
        force: ask also while a closure's waiting period runs.

    Raises:
        ScanUsageError: there is no such account.
        CredentialError: its key cannot be had.
        BackupUsageError: the directory is another account's, in use, or of another version.
        BackupError: a file cannot be read or written.
    """
    if name not in config.accounts:
        select(config, [name])
    account = config.accounts[name]
    closure = waiting_closure(config, account, datetime.fromtimestamp(wall_clock(), UTC))
    if closure and not force:
        return closure
    job = make_job(account, environ)

    async def save() -> Outcome:
        """Save in an event loop of its own."""
        network, limits = config.network, Limits()
        async with connect(job, network, limits, wall_clock, Purpose.BACKUP) as connection:
            return await _save(folder, job, connection, progress or Silent(), wall_clock)

    with locked(folder):
        read_manifest(folder)
        return asyncio.run(save())


async def _save(
    folder: Path,
    job: Job,
    connection: Connection,
    progress: Progress,
    wall_clock: Callable[[], float],
) -> Outcome:
    def now() -> datetime:
        return datetime.fromtimestamp(wall_clock(), UTC)

    if not connection.adapter.catalogue.history:
        raise BackupUsageError(
            say(
                "{exchange}: this tool knows no list of history there, so nothing can be saved; "
                "use the exports on the exchange's own website before you close the account",
                exchange=translate(job.exchange.title),
            )
        )
    proof = (await prove(connection, now())).proof
    if not isinstance(proof, ReadOnlyKey):
        return Refused(proof)
    _check_level(job, proof.owner)
    traits = dict(proof.traits)
    there = read_manifest(folder)
    entries = _lists(connection, proof.owner, traits, there)
    books = _Books(folder, job, connection, proof.owner, entries, there, now)
    saver = Saver(
        folder,
        connection,
        traits,
        books.earlier,
        meter=Meter(job.account.name, progress),
        now=now,
        saved=books.note,
    )
    await saver.save(entries)
    return books.close()


def _check_level(job: Job, owner: Owner) -> None:
    """Refuse a main account's key where a sub-account is meant: the wrong one would be saved."""
    account = job.account
    proved = owner.kind is OwnerKind.MAIN and owner.main_uid != ""
    if account.parent is None or not proved:
        return
    raise BackupUsageError(
        advised(
            say(
                "the key of {account} is that of a main account, and {account} is configured as a "
                "sub-account of {parent}: its history would not be saved",
                account=account.name,
                parent=account.parent,
            ),
            say(
                "give {account} a read-only key that was made in the sub-account",
                account=account.name,
            ),
        )
    )


def _levels(owner: Owner) -> set[Asked]:
    """Whose lists this key can be asked for."""
    return {Asked.ACCOUNT} | ({Asked.MAIN_ONLY} if owner.kind is OwnerKind.MAIN else set())


def _lists(
    connection: Connection, owner: Owner, traits: Mapping[str, str], there: Manifest | None
) -> tuple[HistoryList, ...]:
    """The lists that this key can be asked for, and those that an earlier run has not ended."""
    asked = _levels(owner)
    known = connection.adapter.catalogue.history.values()
    begun = {each.request for each in (there.lists if there else ()) if each.status in _NOT_READ}
    return tuple(
        entry
        for entry in known
        if entry.asked in asked and (entry.applies(traits) or entry.id in begun)
    )


class _Books:
    """Keeps the manifest: written anew whenever a list was worked through."""

    def __init__(
        self,
        folder: Path,
        job: Job,
        connection: Connection,
        owner: Owner,
        entries: tuple[HistoryList, ...],
        there: Manifest | None,
        now: Callable[[], datetime],
    ) -> None:
        self._folder = folder
        self._entries = entries
        self._catalogue = connection.adapter.catalogue
        self._now = now
        account, exchange = job.account.name, job.exchange.id
        uid = owner.uid[-_SHOWN_OF_A_UID:]
        if there:
            check_owner(folder, there, account, exchange, uid)
        self._head = Manifest(
            tool=Tool(version=__version__),
            account=account,
            exchange=exchange,
            uid=uid or (there.uid if there else ""),
            started_at=there.started_at if there else now(),
        )
        self.earlier = earlier(folder, there, entries)
        self.records = {
            name: record
            for name, record in self.earlier.records.items()
            if record.rows or self._is_for(owner, name)
        }
        for entry in entries:
            what = translate(entry.purpose)
            blank = ListRecord(request=entry.id, kind=entry.kind, what=what)
            record = self.records.get(entry.id, blank)
            # An earlier run may have spoken another language.
            self.records[entry.id] = record.model_copy(update={"what": what})
        self._manifest().write(folder)

    def _is_for(self, owner: Owner, name: str) -> bool:
        """Whether a list can be this account's: in doubt more are asked for than there are."""
        entry = self._catalogue.history.get(name)
        return entry is None or entry.asked in _levels(owner)

    def note(self, record: ListRecord) -> None:
        """Write down what came of a list."""
        self.records[record.request] = record
        self._manifest().write(self._folder)

    def close(self) -> Manifest:
        """Write down that all lists were worked through."""
        known = {entry.id: entry for entry in self._entries}
        ended = not any(hinders(each, known.get(name)) for name, each in self.records.items())
        manifest = self._manifest().model_copy(
            update={"finished_at": self._now(), "complete": ended}
        )
        manifest.write(self._folder)
        tidy(self._folder)
        return manifest

    def _manifest(self) -> Manifest:
        records = tuple(self.records.values())
        missing = not_available(self._catalogue, self._entries, records)
        return self._head.model_copy(update={"lists": records, "not_available": missing})
