"""Makes the catalogue's requests and turns what came back into one answer per area.

It fetches and never judges: a failure becomes :class:`Unknown` for every area that
the request feeds, whatever the other requests of that area have seen.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from readiness.domain.answer import Cause, Evidence, NotOpened, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Item, Restriction
from readiness.domain.policy import Outcome, Policy
from readiness.domain.scope import Scope
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.catalogue import Call, Request, Traits
from readiness.exchanges.reader import Read, joined, read_call
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session


@dataclass(frozen=True)
class Fetched:
    """What came of one request: a read of everything, or why there is none."""

    request: Request
    result: Read | Reason


async def fetch(
    session: Session,
    request: Request,
    scope_params: Mapping[str, str],
    traits: Traits,
    now: Callable[[], datetime],
) -> Fetched:
    """Make all calls of a request; one that fails makes the whole request fail."""

    async def one(call: Call) -> Read | Reason:
        try:
            return await read_call(session, request, call, scope_params, now())
        except LookFailedError as error:
            return error.reason

    calls = [call for call in request.calls if call.applies(traits)]
    results = await asyncio.gather(*(one(call) for call in calls))
    reads = [result for result in results if isinstance(result, Read)]
    for result in results:
        if isinstance(result, Reason):
            return Fetched(request, result)
    return Fetched(request, joined(reads))


def answers(
    fetched: Sequence[Fetched], scope: Scope, traits: Traits, policy: Policy
) -> tuple[AreaAnswer, ...]:
    """One answer for every area that these requests show something of."""
    areas = dict.fromkeys(feed.area for entry in fetched for feed in entry.request.feeds)
    found = {area: _answer(area, fetched, traits, policy) for area in areas}
    restricted = [reason for reason in _failures(fetched) if _restricts(reason, policy)]
    if restricted:
        area = Area.ACCOUNT_RESTRICTIONS
        found[area] = _restricted(found.get(area), restricted)
    return tuple(
        AreaAnswer(area=area, scope=scope, answer=answer) for area, answer in found.items()
    )


def _failures(fetched: Sequence[Fetched]) -> Iterator[Reason]:
    for entry in fetched:
        if isinstance(entry.result, Reason):
            yield entry.result


def _restricts(reason: Reason, policy: Policy) -> bool:
    known = policy.error(reason.code)
    return reason.cause is Cause.EXCHANGE_CODE and known is not None and known.restricts


def _restricted(
    answer: Seen | NotOpened | Unknown | None, reasons: Sequence[Reason]
) -> Seen | Unknown:
    """Whatever was asked, the refusal itself says that the account is restricted."""
    items = dict.fromkeys(Restriction(code=entry.code, text=entry.text) for entry in reasons)
    if isinstance(answer, Seen):
        return Seen(items=(*answer.items, *items), evidence=answer.evidence)
    return Unknown(reasons=tuple(reasons), partial=tuple(items))


def _answer(
    area: Area, fetched: Sequence[Fetched], traits: Traits, policy: Policy
) -> Seen | NotOpened | Unknown:
    items: list[Item] = []
    evidence: list[Evidence] = []
    absent: list[Reason] = []
    failed: list[Reason] = []
    for entry in fetched:
        for feed in entry.request.feeds:
            if feed.area is not area:
                continue
            match entry.result:
                case Read(rows=rows, evidence=proof):
                    items.extend(feed.read(rows, traits))
                    evidence.extend(proof)
                case Reason() as reason:
                    (absent if _proves_absence(reason, policy) else failed).append(reason)
    seen = distinct(items)
    if failed:
        return Unknown(reasons=tuple(failed), partial=seen)
    if evidence:
        return Seen(items=seen, evidence=tuple(evidence))
    return NotOpened(reasons=tuple(absent))


def _proves_absence(reason: Reason, policy: Policy) -> bool:
    fallback = policy.fallback(reason.request, reason.code)
    listed = fallback is not None and fallback.outcome is Outcome.NOT_OPENED
    return listed and reason.cause is Cause.EXCHANGE_CODE


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each thing once: a thing with an id that was seen twice counts as seen last."""
    by_key: dict[object, Item] = {}
    for position, item in enumerate(items):
        identity = getattr(item, "id", "")
        key = (item.kind, identity, getattr(item, "asset", "")) if identity else position
        by_key[key] = item
    return tuple(by_key.values())
