"""Findings that say the same of several areas, so that a reader meets the reason once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.report.document import Account, Finding

_ENOUGH: Final = 3


@dataclass(frozen=True)
class Alike:
    """Findings of one scope that share a reason.

    Attributes:
        scope: the scope, as the document names it.
        reason: why nobody could look there.
        findings: one for each area.
    """

    scope: str
    reason: str
    findings: tuple[Finding, ...]


def reasons_of(account: Account) -> dict[tuple[str, str], str]:
    """Why each place could not be looked at, by area and scope."""
    return {(row.area, row.scope): row.reason or "" for row in account.coverage}


def merged(
    findings: Sequence[Finding], reasons: Mapping[tuple[str, str], str]
) -> tuple[list[Alike], list[Finding]]:
    """Areas of one scope that share a reason as one point each, and all other findings.

    Where there are several findings about an area, each says something of its own.
    """
    places = Counter((finding.area, finding.scope) for finding in findings)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        place = (finding.area, finding.scope)
        reason = reasons.get(place, "") if places[place] == 1 else ""
        groups.setdefault((finding.scope, reason), []).append(finding)
    alike: list[Alike] = []
    rest: list[Finding] = []
    for (scope, reason), group in groups.items():
        if len(group) < _ENOUGH or not reason:
            rest += group
        else:
            alike.append(Alike(scope, reason, tuple(group)))
    return alike, rest
