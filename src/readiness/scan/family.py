"""Scans one account, together with the keys of its sub-accounts and its parts."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from readiness.config import Network
from readiness.domain.key import KeyProof, ReadOnlyKey, UnprovenKey, same_owner
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer, PartLook, Requests, Snapshot, SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.exchanges.collect import answers
from readiness.gate.limits import Limits
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import Family, Job
from readiness.scan.keys import KeyLook, Owners, prove
from readiness.scan.look import Look, own_sub_accounts
from readiness.scan.pairs import is_listed, merged
from readiness.scan.prices import Prices
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


Judge = Callable[[Snapshot], Verdict]
_WORTH_A_SECOND_LOOK = frozenset({Verdict.READY, Verdict.UNCONFIRMED})


async def scan_family(family: Family, run: Run, judge: Judge) -> Snapshot:
    """Look at everything that the keys of one report entry can see.

    What would be clear is looked at a second time, so that nothing that moved during
    the first look is missed.
    """
    async with AsyncExitStack() as stack:

        async def view(job: Job, scope: Scope = MAIN) -> _View:
            """What a key is going to see."""
            opened = connect(job, run.network, run.limits, run.wall_clock)
            return _View(await stack.enter_async_context(opened), scope, run)

        main = await view(family.main)
        subs = [await view(job, sub_scope(job.account.sub_account or "")) for job in family.subs]
        parts = [await view(job) for job in family.parts]
        started = run.now()
        meter = Meter(family.main.account.name, run.progress)
        await main.prove()
        if main.read_only:
            await _all(
                main.look(meter),
                *(sub.look_if_listed(main, meter) for sub in subs),
                *(part.look_if_same(main, meter) for part in parts),
            )
        else:
            subs, parts = [], []
        snapshot = _snapshot(main, subs, parts, started, run)
        if judge(snapshot) in _WORTH_A_SECOND_LOOK:
            await _all(*(each.look_again() for each in (main, *subs, *parts)))
            snapshot = _snapshot(main, subs, parts, started, run)
    for each in (main, *subs, *parts):
        run.owners.check(each.connection)
    return snapshot


class _View:
    """What one key sees."""

    def __init__(self, connection: Connection, scope: Scope, run: Run) -> None:
        self.connection = connection
        self.scope = scope
        self.found: tuple[AreaAnswer, ...] = ()
        self._run = run
        self._key: KeyLook | None = None
        self._look: Look | None = None
        self.looks = asyncio.Event()
        self._prices = Prices(connection, run.now)

    @property
    def proof(self) -> KeyProof:
        """What the key proved about itself."""
        assert self._key is not None  # noqa: S101 - asked for only after prove()
        return self._key.proof

    @property
    def read_only(self) -> bool:
        """Whether the key may be used."""
        return isinstance(self.proof, ReadOnlyKey)

    async def prove(self) -> None:
        self._key = await prove(self.connection, self._run.now())
        self._run.owners.register(self.connection, self._key.proof)
        if isinstance(self._key.proof, UnprovenKey):
            # The refusal itself may say that the account is restricted.
            self.found = answers(self._key.fetched, self.scope, {}, self.connection.policy)

    async def look(self, meter: Meter) -> None:
        assert self._key is not None  # noqa: S101 - called only after prove()
        self._look = Look(self.connection, self._key, meter, self._run.now)
        self.looks.set()
        await self._look.first()
        self.found = await self._prices.fill_in(self._look.answers(self.scope))

    async def look_if_listed(self, main: "_View", meter: Meter) -> None:
        """Prove the key; ask more only if the main account lists its owner by this name."""
        await self.prove()
        if self.read_only and is_listed(self.proof, self.scope, await main.listed()):
            await self.look(meter)

    async def look_if_same(self, main: "_View", meter: Meter) -> None:
        """Prove the key; ask more unless it is proved to belong to somebody else."""
        await self.prove()
        if self.read_only and self.same_as(main) is not False:
            await self.look(meter)

    def same_as(self, main: "_View") -> bool | None:
        """Whether both keys belong to one owner; ``None`` where nobody tells."""
        if isinstance(self.proof, ReadOnlyKey) and isinstance(main.proof, ReadOnlyKey):
            return same_owner(self.proof, main.proof)
        return None

    async def listed(self) -> tuple[AreaAnswer, ...]:
        """What is known once the list of sub-accounts was asked for."""
        await self.looks.wait()
        assert self._look is not None  # noqa: S101 - set before the event
        await self._look.list_read.wait()
        return self._look.answers(self.scope)

    async def look_again(self) -> None:
        if self._look is not None:
            await self._look.second()
            self.found = await self._prices.fill_in(self._look.answers(self.scope))


async def _all(*looks: Coroutine[None, None, None]) -> None:
    """Everything side by side; if one is impossible, the others are given up."""
    async with asyncio.TaskGroup() as group:
        for look in looks:
            group.create_task(look)


def _snapshot(
    main: _View, subs: Sequence[_View], parts: Sequence[_View], started: datetime, run: Run
) -> Snapshot:
    found = main.found
    own_keys = tuple(
        SubAccountKey(
            account=sub.connection.job.account.name,
            scope=sub.scope,
            proof=sub.proof,
            listed=is_listed(sub.proof, sub.scope, main.found),
        )
        for sub in subs
    )
    for key, sub in zip(own_keys, subs, strict=True):
        if key.trusted:
            found = merged(found, sub.found)
    scopes = [*_listed_by(main), *(key.scope for key in own_keys)]
    sent = [view.connection.session.requests for view in (main, *subs, *parts)]
    return Snapshot(
        account=main.connection.job.account.name,
        exchange=main.connection.job.exchange.id,
        started_at=started,
        finished_at=run.now(),
        key=main.proof,
        sub_scopes=tuple(dict.fromkeys(scopes)),
        sub_keys=own_keys,
        parts=tuple(
            PartLook(
                account=part.connection.job.account.name,
                family=part.connection.job.exchange.family,
                proof=part.proof,
                same=part.same_as(main),
                sub_scopes=_listed_by(part),
                answers=part.found,
            )
            for part in parts
        ),
        answers=found,
        requests=Requests(
            sent=sum(part.sent for part in sent),
            retried=sum(part.retried for part in sent),
            refused=sum(part.refused for part in sent),
        ),
    )


def _listed_by(view: _View) -> tuple[Scope, ...]:
    """The sub-accounts that a key lists."""
    return tuple(dict.fromkeys(sub_scope(item.name) for item in own_sub_accounts(view.found)))
