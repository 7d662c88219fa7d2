"""Scans one account, together with the own keys of its sub-accounts."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from readiness.config import Network
from readiness.domain.answer import Evidence, Proof, Seen, Unknown, items_of
from readiness.domain.area import Area
from readiness.domain.key import KeyProof, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer, Requests, Snapshot, SubAccountKey
from readiness.gate.limits import Limits
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import Family
from readiness.scan.keys import Owners, prove
from readiness.scan.look import Look, listed_sub_accounts, sub_account_names
from readiness.scan.prices import price
from readiness.scan.progress import Meter, Progress


@dataclass(frozen=True)
class Run:
    """What all accounts of a run share."""

    network: Network
    limits: Limits
    owners: Owners
    progress: Progress
    wall_clock: Callable[[], float]

    def now(self) -> datetime:
        """The current time, in UTC."""
        return datetime.fromtimestamp(self.wall_clock(), UTC)


@dataclass(frozen=True)
class _SubLook:
    """What came of one sub-account's own key."""

    scope: Scope
    connection: Connection
    proof: KeyProof
    found: tuple[AreaAnswer, ...]


async def scan_family(family: Family, run: Run) -> Snapshot:
    """Look at everything that the keys of one report entry can see."""
    started = run.now()
    async with AsyncExitStack() as stack:
        jobs = (family.main, *family.subs)
        connections = [
            await stack.enter_async_context(connect(job, run.network, run.limits, run.wall_clock))
            for job in jobs
        ]
        main = connections[0]
        key = await _prove(main, run)
        meter = Meter(family.main.account.name, run.progress)
        found: tuple[AreaAnswer, ...] = ()
        subs: list[_SubLook] = []
        if isinstance(key, ReadOnlyKey):
            found, subs = await _look(connections, key, meter, run)
        counted = [connection.session.requests for connection in connections]
    own_keys = tuple(_judge_pair(entry, found) for entry in subs)
    trusted = {entry.scope for entry in own_keys if entry.trusted}
    for entry in subs:
        if entry.scope in trusted:
            found = _merged(found, entry.found)
    scopes = [*map(sub_scope, sub_account_names(found)), *(entry.scope for entry in own_keys)]
    return Snapshot(
        account=family.main.account.name,
        exchange=family.main.exchange.id,
        started_at=started,
        finished_at=run.now(),
        key=key,
        sub_scopes=tuple(dict.fromkeys(scopes)),
        sub_keys=own_keys,
        answers=found,
        requests=_sum(counted),
    )


async def _prove(connection: Connection, run: Run) -> KeyProof:
    proof = await prove(connection)
    run.owners.register(connection, proof)
    return proof


async def _look(
    connections: Sequence[Connection], key: ReadOnlyKey, meter: Meter, run: Run
) -> tuple[tuple[AreaAnswer, ...], list[_SubLook]]:
    main = connections[0]
    look = Look(main, key, meter, run.now)

    async def own() -> tuple[AreaAnswer, ...]:
        found = await look.account(MAIN)
        return (_key_answer(main, run), *found, *await look.sub_accounts(found))

    async with asyncio.TaskGroup() as group:
        own_task = group.create_task(own())
        sub_tasks = [
            group.create_task(_look_at_sub(connection, meter, run))
            for connection in connections[1:]
        ]
    found = await price(main, own_task.result(), run.now)
    return found, [task.result() for task in sub_tasks]


async def _look_at_sub(connection: Connection, meter: Meter, run: Run) -> _SubLook:
    scope = sub_scope(connection.job.account.sub_account or "")
    proof = await _prove(connection, run)
    found: tuple[AreaAnswer, ...] = ()
    if isinstance(proof, ReadOnlyKey):
        found = await Look(connection, proof, meter, run.now).account(scope)
        found = await price(connection, found, run.now)
    return _SubLook(scope, connection, proof, found)


def _key_answer(connection: Connection, run: Run) -> AreaAnswer:
    evidence = Evidence(
        request=connection.adapter.key.id,
        proof=Proof.SINGLE_ANSWER,
        answers=1,
        rows=1,
        read_at=run.now(),
    )
    answer = Seen(items=(), evidence=(evidence,))
    return AreaAnswer(area=Area.ACCOUNT_KEY.value, scope=MAIN, answer=answer)


def _judge_pair(entry: _SubLook, found: Sequence[AreaAnswer]) -> SubAccountKey:
    """Whether the main account lists this key's owner under the configured name."""
    return SubAccountKey(
        account=entry.connection.job.account.name,
        scope=entry.scope,
        proof=entry.proof,
        listed=_listed(entry, found),
    )


def _listed(entry: _SubLook, found: Sequence[AreaAnswer]) -> bool | None:
    if not isinstance(entry.proof, ReadOnlyKey):
        return None
    uids = [item.uid for item in listed_sub_accounts(found) if sub_scope(item.name) == entry.scope]
    if uids:
        return entry.proof.owner.uid in uids
    complete = any(
        isinstance(answer.answer, Seen)
        for answer in found
        if answer.area == Area.SUB_ACCOUNTS.value and answer.scope == MAIN
    )
    return False if complete else None


def _merged(
    main_view: Sequence[AreaAnswer], own_view: Sequence[AreaAnswer]
) -> tuple[AreaAnswer, ...]:
    """Both views of a sub-account: its own key's, unless the main account's shows more."""
    views = {(entry.area, entry.scope): entry for entry in main_view}
    for entry in own_view:
        other = views.get((entry.area, entry.scope))
        if other is None or _tells_more(entry, other):
            views[entry.area, entry.scope] = entry
    return tuple(views.values())


def _tells_more(own: AreaAnswer, other: AreaAnswer) -> bool:
    if isinstance(other.answer, Unknown):
        return True
    if isinstance(own.answer, Unknown):
        return False
    return len(items_of(own.answer)) >= len(items_of(other.answer))


def _sum(parts: Sequence[Requests]) -> Requests:
    return Requests(
        sent=sum(part.sent for part in parts),
        retried=sum(part.retried for part in parts),
        refused=sum(part.refused for part in parts),
    )
