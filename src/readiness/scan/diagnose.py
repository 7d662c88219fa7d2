"""Checks what a scan needs: credentials, reachability, clock, key."""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

from readiness.config import AccountConfig, Config, CredentialError, source_of
from readiness.domain.answer import Reason
from readiness.domain.decision import Closure
from readiness.domain.key import ActingKey, KeyProof, ReadOnlyKey, RejectedKey, UnprovenKey
from readiness.gate.failure import LookFailedError
from readiness.gate.limits import Limits
from readiness.rules.key_refused import gone
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import Job, make_job
from readiness.scan.keys import prove
from readiness.scan.run import waiting_closure

_TOLERABLE_OFFSET_MS: Final = 5_000


@dataclass(frozen=True)
class Check:
    """One line of ``doctor``: what was checked, how it went, and the mend."""

    name: str
    status: Literal["ok", "warning", "failed"]
    detail: str
    mend: str = ""


def diagnose(
    config: Config,
    *,
    environ: Mapping[str, str],
    wall_clock: Callable[[], float] = time.time,
    force: bool = False,
) -> Iterator[Check]:
    """Check everything that a scan of the configured accounts needs, one line each.

    Args:
        config: the user's configuration.
        environ: environment variables, for credentials that live there.
        wall_clock: seconds since the epoch.
        force: ask also for accounts whose waiting period runs.
    """
    count = len(config.accounts)
    yield Check(
        "configuration",
        "ok" if count else "failed",
        f"{config.path}: {count} accounts",
        "" if count else "add a table [accounts.NAME]",
    )
    now = datetime.fromtimestamp(wall_clock(), UTC)
    for account in config.accounts.values():
        closure = waiting_closure(config, account, now)
        if closure and not force:
            yield Check(account.name, "ok", _waiting(closure, now.date()))
            continue
        yield from _account(config, account, environ, wall_clock)


def _waiting(closure: Closure, today: date) -> str:
    return (
        f"closing: day {closure.day(today)} of {closure.wait_days}, ends {closure.ends_on}; "
        "nothing is sent"
    )


def _account(
    config: Config,
    account: AccountConfig,
    environ: Mapping[str, str],
    wall_clock: Callable[[], float],
) -> Iterator[Check]:
    name = f"{account.name}: credentials"
    try:
        job = make_job(account, environ)
    except CredentialError as error:
        yield Check(name, "failed", " ".join(str(error).split()))
        return
    yield Check(name, "ok", f"complete, in {source_of(account)}")
    yield from asyncio.run(_ask(config, job, wall_clock))


async def _ask(config: Config, job: Job, wall_clock: Callable[[], float]) -> list[Check]:
    async with connect(job, config.network, Limits(), wall_clock) as connection:
        reached = await _reach(connection)
        if reached[-1].status == "failed":
            return reached
        now = datetime.fromtimestamp(wall_clock(), UTC)
        ended = job.account.ended_closure(now.date())
        return [*reached, _key(connection, (await prove(connection, now)).proof, ended)]


async def _reach(connection: Connection) -> list[Check]:
    name = connection.job.account.name
    origin = str(connection.job.addresses.first)
    try:
        await connection.session.read_clock()
    except LookFailedError as error:
        detail = f"{origin} gives no answer: {words(connection, error.reason)}"
        mend = "check the network, [network] proxy and base_url"
        return [Check(f"{name}: reachability", "failed", detail, mend)]
    offset = connection.session.clock_offset_ms or 0
    near = abs(offset) <= _TOLERABLE_OFFSET_MS
    return [
        Check(f"{name}: reachability", "ok", f"{origin} answers"),
        Check(
            f"{name}: clock",
            "ok" if near else "warning",
            f"{abs(offset) / 1000:.1f} s {'behind' if offset > 0 else 'ahead of'} the exchange's",
            "" if near else "the difference is corrected for, but set this computer's clock",
        ),
    ]


def _key(connection: Connection, proof: KeyProof, ended: Closure | None) -> Check:
    name = f"{connection.job.account.name}: key"
    if ended and isinstance(proof, RejectedKey) and gone(proof, connection.policy, ended):
        return Check(
            name,
            "failed",
            f"{words(connection, proof.reason)}, and the waiting period ended on {ended.ends_on}: "
            "the account is probably closed",
            "look at the exchange; if it is gone, remove its key and its entry",
        )
    match proof:
        case ReadOnlyKey():
            return Check(name, "ok", "can read and nothing else")
        case ActingKey(permissions=permissions):
            detail = f"can do more than read: {', '.join(permissions)}"
            return Check(name, "failed", detail, "make a key that can only read")
        case RejectedKey(reason=reason) | UnprovenKey(reason=reason):
            known = connection.policy.error(reason.code)
            return Check(
                name, "failed", words(connection, reason), known.advice if known else "try again"
            )


def words(connection: Connection, reason: Reason) -> str:
    """A reason in short: the code with the exchange's words, or the kind of failure."""
    known = connection.policy.error(reason.code)
    text = reason.text or (known.meaning if known else "")
    return " ".join(part for part in (reason.code, text) if part) or reason.cause.value
