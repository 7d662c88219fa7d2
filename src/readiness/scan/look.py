"""Makes all requests for one key and turns them into answers."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from readiness.domain.answer import items_of
from readiness.domain.items import SubAccount
from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.scope import MAIN, Scope, sub_scope
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.collect import Fetched, answers, fetch
from readiness.scan.connection import Connection
from readiness.scan.progress import Meter

_FOR_OWNER: Final = {
    OwnerKind.MAIN: frozenset({Asked.ACCOUNT, Asked.MAIN_ONLY}),
    OwnerKind.SUB: frozenset({Asked.ACCOUNT}),
}


class Look:
    """One key's look at everything it can see."""

    def __init__(
        self, connection: Connection, key: ReadOnlyKey, meter: Meter, now: Callable[[], datetime]
    ) -> None:
        """Prepare to ask; nothing is sent yet."""
        self._connection = connection
        self._key = key
        self._traits = dict(key.traits)
        self._meter = meter
        self._now = now

    async def account(self, scope: Scope) -> tuple[AreaAnswer, ...]:
        """What the key sees of its own account, told in ``scope``."""
        requests = self._wanted(_FOR_OWNER[self._key.owner.kind])
        return self._answers(await self._fetch(requests), scope)

    async def sub_accounts(self, listed: Sequence[AreaAnswer]) -> tuple[AreaAnswer, ...]:
        """What a main account's key sees of the sub-accounts in its list."""
        names = sub_account_names(listed)
        session, adapter = self._connection.session, self._connection.adapter
        session.deadline.extend(len(names) * adapter.per_sub_account)
        found = await asyncio.gather(*(self._sub_account(name) for name in names))
        return tuple(answer for group in found for answer in group)

    async def _sub_account(self, name: str) -> tuple[AreaAnswer, ...]:
        fetched = await self._fetch(self._wanted({Asked.EACH_SUB_ACCOUNT}), name)
        return self._answers(fetched, sub_scope(name))

    def _wanted(self, asked: frozenset[Asked] | set[Asked]) -> list[Request]:
        return [
            request
            for request in self._connection.adapter.catalogue
            if request.feeds and request.asked in asked and request.applies(self._traits)
        ]

    async def _fetch(self, requests: Sequence[Request], sub_account: str = "") -> list[Fetched]:
        self._meter.expect(len(requests))
        session = self._connection.session
        return await asyncio.gather(
            *(
                fetch(
                    session,
                    request,
                    {request.scope_parameter: sub_account} if sub_account else {},
                    self._now,
                    self._meter.done,
                )
                for request in requests
            )
        )

    def _answers(self, fetched: Sequence[Fetched], scope: Scope) -> tuple[AreaAnswer, ...]:
        return answers(fetched, scope, self._traits, self._connection.policy)


def listed_sub_accounts(found: Sequence[AreaAnswer]) -> tuple[SubAccount, ...]:
    """The sub-accounts among what was found in the main account."""
    return tuple(
        item
        for entry in found
        if entry.scope == MAIN
        for item in items_of(entry.answer)
        if isinstance(item, SubAccount)
    )


def sub_account_names(found: Sequence[AreaAnswer]) -> tuple[str, ...]:
    """Their names, each once."""
    return tuple(dict.fromkeys(item.name for item in listed_sub_accounts(found)))
