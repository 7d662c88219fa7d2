"""Key first: what a key may do is asked before anything else."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from readiness.domain.answer import Cause, Reason
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.domain.policy import Handling
from readiness.gate.body import BadBodyError
from readiness.gate.failure import LookFailedError
from readiness.scan.connection import Connection
from readiness.scan.errors import ScanUsageError


async def prove(connection: Connection) -> KeyProof:
    """Ask what the key may do.

    The exchange's clock is read first, unsigned, so that the question is understood;
    without it our own clock has to do.
    """
    with suppress(LookFailedError):
        await connection.session.read_clock()
    try:
        proof = await connection.session.ask(connection.adapter.key, {}, _reader(connection))
    except LookFailedError as error:
        return _no_answer(connection, error.reason)
    connection.session.belongs_to(proof.owner.uid)
    return proof


def _reader(connection: Connection) -> Callable[[list[Any]], ReadOnlyKey | ActingKey]:
    adapter = connection.adapter

    def read(raw: list[Any]) -> ReadOnlyKey | ActingKey:
        if len(raw) != 1:
            raise BadBodyError(f"{len(raw)} rows where one is documented")
        try:
            return adapter.read_key([adapter.key.row.model_validate(raw[0])])
        except ValidationError:
            raise BadBodyError("a key description of another shape") from None

    return read


def _no_answer(connection: Connection, reason: Reason) -> RejectedKey | UnprovenKey:
    """Only a documented rejection is one; whatever else went wrong proves nothing."""
    known = connection.policy.error(reason.code)
    rejected = known is not None and known.handling is Handling.REJECTED
    if reason.cause is Cause.EXCHANGE_CODE and rejected:
        return RejectedKey(reason=reason)
    return UnprovenKey(reason=reason)


class Owners:
    """Whose keys have been seen in this run: a copied key must not stand in for another."""

    def __init__(self) -> None:
        """Nobody's yet."""
        self._names: dict[tuple[str, str], str] = {}

    def register(self, connection: Connection, proof: KeyProof) -> None:
        """Note the owner of a key.

        Raises:
            ScanUsageError: another account of the configuration has a key of the same owner.
        """
        if not isinstance(proof, ReadOnlyKey | ActingKey):
            return
        name = connection.job.account.name
        owner = (connection.job.exchange.family, proof.owner.uid)
        other = self._names.setdefault(owner, name)
        if other != name:
            raise ScanUsageError(
                f"accounts.{other} and accounts.{name}: both keys belong to the same "
                f"{connection.policy.title} account (uid ending in {proof.owner.uid[-4:]}). "
                "One of them was copied: give each account its own key, or remove one entry"
            )
