"""Makes the catalogue's requests and turns what came back into one answer per area.

It fetches and never judges: a failure becomes :class:`Unknown` for every area that
the request feeds, whatever the other requests of that area have seen.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from readiness.domain.answer import Cause, Evidence, NotOpened, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Bot, Item, Order, Position, Restriction, Transfer
from readiness.domain.policy import Outcome, Policy
from readiness.domain.scope import Scope
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.catalogue import SINCE, Feed, Request, Traits
from readiness.exchanges.reader import Read, joined, read_call
from readiness.exchanges.sub_accounts import told_apart
from readiness.gate.session import Session


@dataclass(frozen=True)
class Fetched:
    """What came of one request, all of its calls together."""

    request: Request
    read: Read


async def fetch(
    session: Session,
    request: Request,
    scope_params: Mapping[str, str],
    traits: Traits,
    now: Callable[[], datetime],
) -> Fetched:
    """Make all calls of a request side by side."""
    calls = [call for call in request.calls if call.applies(traits)]
    params = {**scope_params}
    if request.since:
        params[request.since] = str(int(traits[SINCE]) // request.since_unit)
    reads = await asyncio.gather(
        *(read_call(session, request, call, params, now()) for call in calls)
    )
    return Fetched(request, _within(joined(reads), request, traits))


def _within(read: Read, request: Request, traits: Traits) -> Read:
    """What was read is not all there is, where the key itself is limited."""
    why = request.limited(traits)
    if not why:
        return read
    reason = Reason(cause=Cause.NOT_SHOWN, request=request.id, text=why, attempts=1)
    return Read(read.rows, read.evidence, (*read.reasons, reason))


async def fetch_each(
    session: Session,
    request: Request,
    over: Read,
    scope_params: Mapping[str, str],
    traits: Traits,
    now: Callable[[], datetime],
) -> Fetched:
    """Make a request once for each name that another one has shown.

    What failed there may have kept a name back, so it is a failure here as well; and
    where it shows none, its proof is the proof that there is nothing to ask about.
    """
    assert request.loop is not None  # noqa: S101 - the caller's duty
    names = dict.fromkeys(request.loop.names(over.rows))
    parameter, field = request.loop.parameter, request.loop.told_in

    async def one(name: str) -> Fetched:
        """Make it for one of them, and note in its rows for which."""
        entry = await fetch(session, request, {**scope_params, parameter: name}, traits, now)
        if not field:
            return entry
        rows = tuple(row.model_copy(update={field: name}) for row in entry.read.rows)
        return replace(entry, read=replace(entry.read, rows=rows))

    found = await asyncio.gather(*(one(name) for name in names))
    there = Read(evidence=() if names else over.evidence, reasons=over.reasons)
    return Fetched(request, joined([there, *(entry.read for entry in found)]))


def spared(request: Request, whole: Fetched | None) -> Fetched | None:
    """What a request came to that need not be made name by name; ``None`` if it has to be."""
    if whole is None or whole.read.reasons or not whole.read.evidence:
        return None
    return Fetched(request, Read(evidence=whole.read.evidence))


def answers(
    fetched: Sequence[Fetched], scope: Scope, traits: Traits, policy: Policy
) -> tuple[AreaAnswer, ...]:
    """One answer for every area that these requests show something of."""
    areas = dict.fromkeys(feed.area for entry in fetched for feed in entry.request.feeds)
    found: dict[Area, Seen | NotOpened | Unknown] = {}
    for area in areas:
        answer = _answer(area, fetched, traits, policy)
        if answer is not None:
            found[area] = answer
    expected = [entry for entry in fetched if not entry.request.adds_only(traits)]
    restricted = [reason for reason in _failures(expected) if _restricts(reason, policy)]
    if restricted:
        area = Area.ACCOUNT_RESTRICTIONS
        found[area] = _restricted(found.get(area), restricted)
    return tuple(
        AreaAnswer(area=area, scope=scope, answer=answer) for area, answer in found.items()
    )


def _failures(fetched: Sequence[Fetched]) -> Iterator[Reason]:
    for entry in fetched:
        yield from entry.read.reasons


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
    before, shown = (answer.reasons, answer.partial) if isinstance(answer, Unknown) else ((), ())
    return Unknown(reasons=tuple(dict.fromkeys((*before, *reasons))), partial=(*shown, *items))


def _answer(
    area: Area, fetched: Sequence[Fetched], traits: Traits, policy: Policy
) -> Seen | NotOpened | Unknown | None:
    """The answer for one area; ``None`` if nothing that could prove it empty was asked."""
    items: list[Item] = []
    evidence: list[Evidence] = []
    reasons: list[Reason] = []
    for entry, feed in _feeds_of(area, fetched):
        shown = tuple(feed.read(entry.read.rows, traits))
        items.extend(shown)
        proves = feed.proves and not entry.request.adds_only(traits)
        if proves or shown:
            evidence.extend(entry.read.evidence)
        if proves:
            reasons.extend(entry.read.reasons)
    failed = [reason for reason in reasons if not _proves_absence(reason, traits, policy)]
    seen = distinct(items)
    if failed or (seen and not evidence):
        return Unknown(reasons=tuple(failed or reasons or _failures(fetched)), partial=seen)
    if evidence:
        return Seen(items=seen, evidence=tuple(evidence))
    return NotOpened(reasons=tuple(reasons)) if reasons else None


def _feeds_of(area: Area, fetched: Sequence[Fetched]) -> Iterator[tuple[Fetched, Feed]]:
    for entry in fetched:
        for feed in entry.request.feeds:
            if feed.area is area:
                yield entry, feed


def _proves_absence(reason: Reason, traits: Traits, policy: Policy) -> bool:
    fallback = policy.fallback(reason.request, reason.code, traits)
    listed = fallback is not None and fallback.outcome is Outcome.NOT_OPENED
    return listed and reason.cause is Cause.EXCHANGE_CODE


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each thing once: the same thing seen twice counts as seen last.

    Only what the exchange itself numbers or names is the same for having the same number
    or name; money is the same only if everything about it is. Sub-accounts: see
    :func:`~readiness.exchanges.sub_accounts.told_apart`.
    """
    by_key: dict[object, Item] = {}
    for item in items:
        match item:
            case Order(id=name) | Position(id=name) | Transfer(id=name) | Bot(id=name) if name:
                by_key[item.kind, name] = item
            case _:
                by_key[item] = item
    return told_apart(by_key.values())
