"""Scans one account, together with the own keys of its sub-accounts."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from readiness.config import Network
from readiness.domain.key import KeyProof, ReadOnlyKey, UnprovenKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer, Requests, Snapshot, SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.exchanges.collect import answers
from readiness.gate.limits import Limits
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import Family
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
        views = [
            _View(
                await stack.enter_async_context(
                    connect(job, run.network, run.limits, run.wall_clock)
                ),
                MAIN if job is family.main else sub_scope(job.account.sub_account or ""),
                run,
            )
            for job in (family.main, *family.subs)
        ]
        started = run.now()
        meter = Meter(family.main.account.name, run.progress)
        main, *subs = views
        await main.prove()
        if main.read_only:
            await _all(main.look(meter), *(sub.look_if_listed(main, meter) for sub in subs))
        else:
            subs = []
        snapshot = _snapshot(main, subs, started, run)
        if judge(snapshot) in _WORTH_A_SECOND_LOOK:
            await _all(*(view.look_again() for view in views))
            snapshot = _snapshot(main, subs, started, run)
    for view in (main, *subs):
        run.owners.check(view.connection)
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


def _snapshot(main: _View, subs: Sequence[_View], started: datetime, run: Run) -> Snapshot:
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
    names = [item.name for item in own_sub_accounts(main.found)]
    scopes = [*map(sub_scope, names), *(key.scope for key in own_keys)]
    sent = [view.connection.session.requests for view in (main, *subs)]
    return Snapshot(
        account=main.connection.job.account.name,
        exchange=main.connection.job.exchange.id,
        started_at=started,
        finished_at=run.now(),
        key=main.proof,
        sub_scopes=tuple(dict.fromkeys(scopes)),
        sub_keys=own_keys,
        answers=found,
        requests=Requests(
            sent=sum(part.sent for part in sent),
            retried=sum(part.retried for part in sent),
            refused=sum(part.refused for part in sent),
        ),
    )
