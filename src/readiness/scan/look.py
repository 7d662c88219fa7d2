"""Makes all requests for one key, and makes those about money a second time."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from readiness.domain.answer import Seen, items_of
from readiness.domain.area import Area
from readiness.domain.items import Relation, Restriction, SubAccount
from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.catalogue import SINCE, Asked, Feed, Loop, Request
from readiness.exchanges.collect import (
    Fetched,
    answers,
    fetch,
    fetch_each,
    spared,
)
from readiness.exchanges.reader import joined
from readiness.exchanges.restricted import restricted
from readiness.exchanges.whose import of_one, of_the_main_account
from readiness.language import message
from readiness.scan.connection import Connection
from readiness.scan.keys import KeyLook
from readiness.scan.progress import Meter

_FIRST: Final = {
    OwnerKind.MAIN: frozenset({Asked.ACCOUNT, Asked.MAIN_ONLY}),
    OwnerKind.SUB: frozenset({Asked.ACCOUNT}),
}
_MOVEMENTS: Final = {
    OwnerKind.MAIN: frozenset({Asked.MOVEMENT, Asked.MAIN_MOVEMENT}),
    OwnerKind.SUB: frozenset({Asked.MOVEMENT}),
}
_MARGIN_MS: Final = 2_000
"""A bill this much older than the scan still counts as a movement during it."""


class Look:
    """One key's look at everything it can see. What is asked again replaces what was seen."""

    def __init__(
        self, connection: Connection, key: KeyLook, meter: Meter, now: Callable[[], datetime]
    ) -> None:
        """Prepare to ask with a key that is proved to be read-only."""
        assert isinstance(key.proof, ReadOnlyKey)  # noqa: S101 - the caller's duty
        self._connection = connection
        self._meter = meter
        self._now = now
        self._owner = key.proof.owner.kind
        session = connection.session
        since = session.exchange_ms() - session.clock_doubt_ms - _MARGIN_MS
        self._traits = {**dict(key.proof.traits), SINCE: str(since)}
        self._fetched: dict[tuple[str, str], Fetched] = {
            ("", entry.request.id): entry for entry in key.fetched
        }
        self._looks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._subs: tuple[SubAccount, ...] = ()
        self.list_read = asyncio.Event()
        """Set once the lists of sub-accounts were asked for, whatever came of them."""

    async def first(self) -> None:
        """Ask everything once; a main account's key asks about its sub-accounts too."""
        first = _FIRST[self._owner]
        requests = self._wanted(lambda request: request.asked in first)
        listing = [request for request in requests if self._lists_sub_accounts(request)]
        await asyncio.gather(
            self._fetch([request for request in requests if request not in listing]),
            self._sub_accounts(listing),
        )

    def _lists_sub_accounts(self, request: Request) -> bool:
        """Whether sub-accounts may be known by it, and no other request has to go with it."""
        adapter = self._connection.adapter
        feeds = any(feed.area is Area.SUB_ACCOUNTS for feed in request.feeds)
        over = {other.loop.over for other in adapter.catalogue if other.loop}
        alone = request.loop is None and request.id not in over
        return request is adapter.sub_accounts or (feeds and alone)

    async def _sub_accounts(self, listing: Sequence[Request]) -> None:
        """Ask for the lists, then about each sub-account in them, while the rest goes on."""
        await self._fetch(listing)
        self._subs = self._sub_accounts_found()
        self.list_read.set()
        await self._fetch_sub_accounts()

    async def second(self) -> None:
        """Read the wallets again, then ask what has moved since the beginning.

        Sub-accounts are read again unless the exchange shows what moved between them and
        the main account, and nothing did.
        """
        first = _FIRST[self._owner]
        again = first | {Asked.IDENTITY}
        await self._fetch(self._wanted(lambda request: request.twice and request.asked in again))
        await self._ask_what_began(first)
        await self._fetch(self._wanted(lambda request: request.asked in _MOVEMENTS[self._owner]))
        if self._may_have_moved_between_accounts():
            await self._fetch_sub_accounts()

    async def _ask_what_began(self, first: frozenset[Asked]) -> None:
        """Ask for the newest of what is under way, now that the wallets were read again.

        What left a wallet between two looks may be on its way since, and what has arrived
        again meanwhile has moved. What was seen before is kept: it reached further back.
        """

        async def one(request: Request) -> None:
            assert request.begun is not None  # noqa: S101 - only such are asked
            newest = replace(request.windows, count=1) if request.windows else None
            asked = replace(request, windows=newest)
            feeds = (*request.feeds, Feed(Area.TRANSFERS_INTERNAL, request.begun))
            session = self._connection.session
            entry = await fetch(session, asked, {}, self._traits, self._now)
            before = self._fetched["", request.id].read
            both = Fetched(replace(request, feeds=feeds), joined([before, entry.read]))
            self._fetched["", request.id] = both
            self._meter.done(request.id)

        wanted = self._wanted(lambda r: r.begun is not None and r.asked in first)
        self._meter.expect(len(wanted))
        await asyncio.gather(*(one(request) for request in wanted))

    def answers(self, scope: Scope) -> tuple[AreaAnswer, ...]:
        """What was seen, the key's own account told in ``scope``."""
        policy = self._connection.policy
        result = list(answers(self._entries(None), scope, self._traits, policy))
        for sub_account in self._subs:
            of_it = self._entries(sub_account)
            result += answers(of_it, sub_scope(sub_account.name), self._traits, policy)
        return with_frozen_sub_accounts(result)

    def _entries(self, sub_account: SubAccount | None) -> list[Fetched]:
        """What was fetched for the account itself (``None``), or about a sub-account of it."""
        name = sub_account.name if sub_account else ""
        entries: list[Fetched] = []
        # In the catalogue's order: which answer came first must not show.
        for request in self._connection.adapter.catalogue:
            entry = self._fetched.get((name if request.whose is None else "", request.id))
            if entry is not None and request.whose is not None:
                entry = of_one(entry, sub_account) if sub_account else of_the_main_account(entry)
            if entry is not None:
                entries.append(entry)
        return entries

    def _sub_accounts_found(self) -> tuple[SubAccount, ...]:
        """The sub-accounts in the lists, each once."""
        found = answers(self._entries(None), MAIN, self._traits, self._connection.policy)
        return tuple({item.name: item for item in own_sub_accounts(found)}.values())

    def _wanted(self, condition: Callable[[Request], bool]) -> list[Request]:
        return [
            request
            for request in self._connection.adapter.catalogue
            if request.feeds and request.applies(self._traits) and condition(request)
        ]

    async def _fetch(
        self, requests: Sequence[Request], sub_account: SubAccount | None = None
    ) -> None:
        self._meter.expect(len(requests))
        name = sub_account.name if sub_account else ""
        async with asyncio.TaskGroup() as group:
            # What is asked once for each name waits for the request that shows the names.
            for request in sorted(requests, key=lambda request: request.loop is not None):
                look = group.create_task(self._one(request, sub_account))
                self._looks[name, request.id] = look

    async def _one(self, request: Request, sub_account: SubAccount | None) -> None:
        params = _named(request, sub_account) if sub_account else {}
        if params is None:
            return  # nobody says by what to ask for it, so this stays unlooked at
        name = sub_account.name if sub_account else ""
        session, loop = self._connection.session, request.loop
        if loop is None:
            entry = await fetch(session, request, params, self._traits, self._now)
        else:
            shown = await self._came_of(loop.over, name)
            if shown is None:
                return  # nobody asked for the names, so this stays unlooked at as well
            whole = await self._came_of(loop.spared_by, name)
            entry = spared(request, whole) or await self._each(request, loop, shown, params)
        self._fetched[name, request.id] = entry
        self._meter.done(request.id)

    async def _each(
        self, request: Request, loop: Loop, shown: Fetched, params: Mapping[str, str]
    ) -> Fetched:
        """Ask about every name that another request has shown."""
        session = self._connection.session
        names = len(set(loop.names(shown.read.rows)))
        session.deadline.extend(names * self._connection.adapter.per_name)
        return await fetch_each(session, request, shown.read, params, self._traits, self._now)

    async def _came_of(self, request_id: str, name: str) -> Fetched | None:
        """What another request brought, once it has; ``None`` if it is not made."""
        look = self._looks.get((name, request_id))
        if look is not None:
            await look
        return self._fetched.get((name, request_id))

    async def _fetch_sub_accounts(self) -> None:
        session, adapter = self._connection.session, self._connection.adapter
        session.deadline.extend(len(self._subs) * adapter.per_sub_account)
        of_all = self._wanted(lambda request: request.asked is Asked.ALL_SUB_ACCOUNTS)
        of_each = self._wanted(lambda request: request.asked is Asked.EACH_SUB_ACCOUNT)
        if self._owner is OwnerKind.MAIN:
            await asyncio.gather(
                self._fetch(of_all), *(self._fetch(of_each, sub) for sub in self._subs)
            )
        # An answer about all of them may name one that the list lacks.
        self._subs = self._sub_accounts_found()

    def _may_have_moved_between_accounts(self) -> bool:
        movements = [
            entry
            for (_, name), entry in self._fetched.items()
            if self._connection.adapter.catalogue[name].asked is Asked.MAIN_MOVEMENT
        ]
        found = answers(movements, MAIN, self._traits, self._connection.policy)
        shown = [entry.answer for entry in found if entry.area == Area.TRANSFERS_INTERNAL.value]
        return not shown or any(items_of(answer) for answer in shown)


def _named(request: Request, sub_account: SubAccount) -> dict[str, str] | None:
    """The parameter that names a sub-account; ``None`` where what it takes is not known."""
    name = sub_account.uid if request.scope_by_uid else sub_account.name
    return {request.scope_parameter: name} if name else None


def with_frozen_sub_accounts(found: Sequence[AreaAnswer]) -> tuple[AreaAnswer, ...]:
    """What the list of sub-accounts says of frozen ones, told in the scope of each."""
    result = {(entry.area, entry.scope): entry for entry in found}
    area = Area.ACCOUNT_RESTRICTIONS.value
    for entry in found:
        if not isinstance(entry.answer, Seen):
            continue
        for item in entry.answer.items:
            if isinstance(item, SubAccount) and (item.frozen_functions or not item.enabled):
                frozen = _frozen(item)
                place = (area, sub_scope(item.name))
                known = items_of(result[place].answer) if place in result else ()
                seen = Seen(items=(*known, frozen), evidence=entry.answer.evidence)
                result[place] = AreaAnswer(area=area, scope=place[1], answer=seen)
    return tuple(result.values())


def _frozen(item: SubAccount) -> Restriction:
    if item.frozen_functions:
        functions = ", ".join(item.frozen_functions)
        return restricted(item.name, message("frozen functions: {functions}"), functions=functions)
    return restricted(item.name, message("frozen functions: everything"))


def own_sub_accounts(found: Sequence[AreaAnswer]) -> tuple[SubAccount, ...]:
    """The account's own sub-accounts among what was found in it."""
    return tuple(
        item
        for entry in found
        if entry.scope == MAIN
        for item in items_of(entry.answer)
        if isinstance(item, SubAccount) and item.relation is Relation.OWN
    )
