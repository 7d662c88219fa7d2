"""Key first: what a key may do is asked before anything else."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from readiness.domain.answer import Cause, Reason
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Handling
from readiness.exchanges.catalogue import Asked, Call
from readiness.exchanges.collect import Fetched, fetch
from readiness.exchanges.reader import read_call
from readiness.gate.failure import LookFailedError
from readiness.language import say
from readiness.scan.connection import Connection
from readiness.scan.errors import ScanUsageError


@dataclass(frozen=True)
class KeyLook:
    """What came of asking about a key: the proof, and the answer it rests on."""

    proof: KeyProof
    fetched: tuple[Fetched, ...] = ()


async def prove(connection: Connection, now: datetime) -> KeyLook:
    """Ask what the key may do.

    The exchange's clock is read first, unsigned, so that the question is understood;
    without it our own clock has to do.
    """
    session, adapter = connection.session, connection.adapter
    with suppress(LookFailedError):
        await session.read_clock()
    read = await read_call(session, adapter.key, Call(), {}, now)
    if read.reasons:
        return KeyLook(_no_answer(connection, read.reasons[0]), (Fetched(adapter.key, read),))
    proof = adapter.read_key(read.rows)
    fetched: tuple[Fetched, ...] = (Fetched(adapter.key, read),)
    if isinstance(proof, ReadOnlyKey):
        more = await _identity(connection, now)
        proof = adapter.identify(proof, {entry.request.id: entry.read for entry in more})
        fetched += more
        if proof.owner.uid:
            session.belongs_to(proof.owner.uid)
    return KeyLook(proof, fetched)


async def _identity(connection: Connection, now: datetime) -> tuple[Fetched, ...]:
    """Ask whose the key is, where its own answer does not say so."""
    requests = [r for r in connection.adapter.catalogue if r.asked is Asked.IDENTITY]
    looks = [fetch(connection.session, request, {}, {}, lambda: now) for request in requests]
    return tuple(await asyncio.gather(*looks))


def _no_answer(connection: Connection, reason: Reason) -> RejectedKey | UnprovenKey:
    """Only a documented rejection is one; whatever else went wrong proves nothing."""
    known = connection.policy.error(reason.code)
    rejected = known is not None and known.handling is Handling.REJECTED
    if reason.cause is Cause.EXCHANGE_CODE and rejected:
        return RejectedKey(reason=reason)
    return UnprovenKey(reason=reason)


class Owners:
    """Whose key each account has: a copied key must not stand in for another.

    Only what an account's last scan showed counts: keys are replaced, and accounts may swap
    them.
    """

    def __init__(self) -> None:
        """Nobody's yet."""
        self._owners: dict[str, tuple[str, str]] = {}

    def forget(self, account: str) -> None:
        """An account is going to be scanned anew, with whatever key it has now."""
        self._owners.pop(account, None)

    def register(self, connection: Connection, proof: KeyProof) -> None:
        """Note the owner of a key.

        Raises:
            ScanUsageError: another account of the configuration has a key of the same owner.
                Both keep it until their next scans, so that each of them says so.
        """
        if not isinstance(proof, ReadOnlyKey | ActingKey) or not (proof.owner and proof.owner.uid):
            return
        owner = (connection.job.exchange.family, proof.owner.uid)
        self._owners[connection.job.account.name] = owner
        self.check(connection)

    def check(self, connection: Connection) -> None:
        """Whether the owner of a key is still nobody else's, whose scan may have begun later.

        Raises:
            ScanUsageError: as for :meth:`register`.
        """
        name = connection.job.account.name
        owner = self._owners.get(name)
        if owner is None:
            return
        twins = (each for each, theirs in self._owners.items() if theirs == owner and each != name)
        other = next(twins, None)
        if other is not None:
            raise ScanUsageError(
                say(
                    "accounts.{other} and accounts.{name}: both keys belong to the same {exchange} "
                    "account (uid ending in {uid}). One of them was copied: give each account its "
                    "own key, or remove one entry",
                    other=other,
                    name=name,
                    exchange=connection.policy.title,
                    uid=owner[1][-4:],
                )
            )
