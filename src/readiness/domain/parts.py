"""A part of an account: another API with keys of its own, whose answers stand in one entry.

What is only looked up (codes, refusals, pages, places) is put together once, when a policy
is loaded, so that whoever shows a report need not know of parts. What has to be accounted
for depends on whether the part's key is configured, and stays with the part.
"""

from collections.abc import Iterable
from itertools import chain
from typing import TypeVar

from readiness.domain.policy import Policy

Entry = TypeVar("Entry")


def with_parts(whole: Policy, *parts: Policy) -> Policy:
    """What is known of an exchange together with what is known of its parts.

    Raises:
        ValueError: something could mean either of two policies, or replaces what is not there.
    """
    for part in parts:
        _check(whole, part)
    sources, remedies = dict(whole.sources), dict(whole.remedies)
    for part in parts:
        own = (area for area in part.areas if area not in whole.areas)
        sources = {area: part.sources.get(area, part.source) for area in own} | sources
        remedies = part.remedies | remedies
    return whole.model_copy(
        update={
            "parts": tuple(map(_as_part, parts)),
            "codes": _joined(policy.codes for policy in (whole, *parts)),
            "fallbacks": _joined(policy.fallbacks for policy in (whole, *parts)),
            "obstacles": _joined(policy.obstacles for policy in (whole, *parts)),
            "wallets": _joined(policy.wallets for policy in (whole, *parts)),
            "locks": _joined(policy.locks for policy in (whole, *parts)),
            "sources": sources,
            "remedies": remedies,
        }
    )


def _joined(parts: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    return tuple(chain.from_iterable(parts))


def alone(part: Policy) -> Policy:
    """What is known of a part that is scanned by itself: nobody asks whose its key is."""
    assert part.part_of is not None  # noqa: S101 - the caller's duty
    return _without(part, part.part_of.unproven)


def _as_part(part: Policy) -> Policy:
    assert part.part_of is not None  # noqa: S101 - checked before
    return _without(part, part.part_of.alone)


def _without(policy: Policy, name: str) -> Policy:
    return policy.model_copy(
        update={"manual": tuple(item for item in policy.manual if item.item != name)}
    )


def _check(whole: Policy, part: Policy) -> None:
    """Whether everything that is named is there, and means one thing."""
    if part.part_of is None or part.part_of.family != whole.exchange:
        raise ValueError(f"{part.exchange} is no part of {whole.exchange}")
    items = {entry.item for entry in whole.manual}
    own = {entry.item for entry in part.manual}
    if part.part_of.replaces not in items or not {part.part_of.alone, part.part_of.unproven} <= own:
        raise ValueError(f"{part.exchange} names a manual item that does not exist")
    either = items & own
    either |= {entry.code for entry in whole.codes} & {entry.code for entry in part.codes}
    either |= {name for entry in whole.fallbacks for name in entry.requests} & {
        name for entry in part.fallbacks for name in entry.requests
    }
    if either:
        raise ValueError(f"{whole.exchange} and {part.exchange} both know {sorted(either)}")
