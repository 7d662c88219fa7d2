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
from readiness.language import Plural, counted, listed, message, say, translate
from readiness.report.sentences import reason_text, told_text
from readiness.rules.key_refused import gone
from readiness.scan.connection import Connection, connect
from readiness.scan.jobs import Job, make_job
from readiness.scan.keys import prove
from readiness.scan.run import waiting_closure

_TOLERABLE_OFFSET_MS: Final = 5_000
_ACCOUNTS: Final = Plural("{config}: {count} account", "{config}: {count} accounts")
_BEHIND: Final = message("{seconds} s behind the exchange's")
_AHEAD: Final = message("{seconds} s ahead of the exchange's")
_SET_CLOCK: Final = message("the difference is corrected for, but set this computer's clock")


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
        translate("configuration"),
        "ok" if count else "failed",
        counted(_ACCOUNTS, count, config=config.path),
        "" if count else translate("add a table [accounts.NAME]"),
    )
    now = datetime.fromtimestamp(wall_clock(), UTC)
    for account in config.accounts.values():
        closure = waiting_closure(config, account, now)
        if closure and not force:
            yield Check(account.name, "ok", _waiting(closure, now.date()))
            continue
        yield from _account(config, account, environ, wall_clock)


def _waiting(closure: Closure, today: date) -> str:
    return say(
        "closing: day {day} of {days}, ends {ends_on}; nothing is sent",
        day=closure.day(today),
        days=closure.wait_days,
        ends_on=closure.ends_on,
    )


def _account(
    config: Config,
    account: AccountConfig,
    environ: Mapping[str, str],
    wall_clock: Callable[[], float],
) -> Iterator[Check]:
    name = say("{account}: credentials", account=account.name)
    try:
        job = make_job(account, environ)
    except CredentialError as error:
        yield Check(name, "failed", error.sentence, error.remedy)
        return
    yield Check(name, "ok", say("complete, in {source}", source=source_of(account)))
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
    reachability = say("{account}: reachability", account=name)
    origin = str(connection.job.addresses.first)
    try:
        await connection.session.read_clock()
    except LookFailedError as error:
        why = words(connection, error.reason)
        detail = say("{origin} gives no answer: {why}", origin=origin, why=why)
        mend = translate("check the network, [network] proxy and base_url")
        return [Check(reachability, "failed", detail, mend)]
    offset = connection.session.clock_offset_ms or 0
    near = abs(offset) <= _TOLERABLE_OFFSET_MS
    seconds = f"{abs(offset) / 1000:.1f}"
    return [
        Check(reachability, "ok", say("{origin} answers", origin=origin)),
        Check(
            say("{account}: clock", account=name),
            "ok" if near else "warning",
            say(_BEHIND if offset > 0 else _AHEAD, seconds=seconds),
            "" if near else translate(_SET_CLOCK),
        ),
    ]


def _key(connection: Connection, proof: KeyProof, ended: Closure | None) -> Check:
    name = say("{account}: key", account=connection.job.account.name)
    if ended and isinstance(proof, RejectedKey) and gone(proof, connection.policy, ended):
        return Check(
            name,
            "failed",
            say(
                "{why}, and the waiting period ended on {ends_on}: the account is probably closed",
                why=words(connection, proof.reason),
                ends_on=ended.ends_on,
            ),
            translate("look at the exchange; if it is gone, remove its key and its entry"),
        )
    match proof:
        case ReadOnlyKey():
            return Check(name, "ok", translate("can read and nothing else"))
        case ActingKey(permissions=permissions):
            detail = say("can do more than read: {permissions}", permissions=listed(permissions))
            return Check(name, "failed", detail, translate("make a key that can only read"))
        case RejectedKey(reason=reason) | UnprovenKey(reason=reason):
            known = connection.policy.error(reason.code)
            advice = translate(known.advice) if known else translate("try again")
            return Check(name, "failed", words(connection, reason), advice)


def words(connection: Connection, reason: Reason) -> str:
    """A reason in short: the code with the exchange's words, or the kind of failure."""
    known = connection.policy.error(reason.code)
    text = told_text(reason) or (translate(known.meaning) if known else "")
    return " ".join(part for part in (reason.code, text) if part) or reason_text(reason)
