"""What is different between two reports of one account. Pure: asks nothing, stores nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from readiness.domain.area import AreaId
from readiness.domain.finding import Finding
from readiness.domain.report import AccountReport, Status
from readiness.domain.scope import Scope
from readiness.domain.verdict import Verdict

Place: TypeAlias = tuple[AreaId, Scope]

ASPECTS: Final = ("rule", "variant", "severity", "amount", "value_usd", "clears_at", "acknowledged")
"""What of a finding may change while it stays the same finding."""


@dataclass(frozen=True)
class Change:
    """A finding that is in both reports, and not the same.

    Attributes:
        old: as it was.
        new: as it is.
        aspects: what changed, in the order of :data:`ASPECTS`.
    """

    old: Finding
    new: Finding
    aspects: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What is different.

    Every finding of either report that is not the same in both, as far as :data:`ASPECTS` go,
    is in exactly one of the first five.

    Attributes:
        appeared: there now, and not before, although somebody looked.
        came_into_sight: there now; before, nobody could look there.
        went_away: there before, and not now, although somebody looked.
        out_of_sight: there before; now nobody can look there, so it may still be there.
        changed: in both, and not the same.
        lost: places that could be looked at before and cannot be now.
        regained: places that can be looked at now and could not be before.
        old_verdict: what was said.
        new_verdict: what is said.
    """

    appeared: tuple[Finding, ...]
    came_into_sight: tuple[Finding, ...]
    went_away: tuple[Finding, ...]
    out_of_sight: tuple[Finding, ...]
    changed: tuple[Change, ...]
    lost: tuple[Place, ...]
    regained: tuple[Place, ...]
    old_verdict: Verdict
    new_verdict: Verdict

    @property
    def empty(self) -> bool:
        """Whether nothing is different."""
        kinds = (
            *(self.appeared, self.came_into_sight, self.went_away, self.out_of_sight),
            *(self.changed, self.lost, self.regained),
        )
        return not any(kinds) and self.old_verdict is self.new_verdict


def compare(old: AccountReport, new: AccountReport) -> Difference:
    """Compare two reports of one account, the older one first."""
    before, after = _by_name(old), _by_name(new)
    appeared, came_into_sight = _split(old, _without(after, before))
    went_away, out_of_sight = _split(new, _without(before, after))
    changes = (_change(before[name], after[name]) for name in after if name in before)
    return Difference(
        appeared=appeared,
        came_into_sight=came_into_sight,
        went_away=went_away,
        out_of_sight=out_of_sight,
        changed=tuple(change for change in changes if change.aspects),
        lost=_only_looked_at(old, new),
        regained=_only_looked_at(new, old),
        old_verdict=old.verdict,
        new_verdict=new.verdict,
    )


def _by_name(report: AccountReport) -> dict[str, Finding]:
    # The account's own name is no part of what it holds: it may have been renamed.
    return {finding.fingerprint(""): finding for finding in report.findings}


def _without(these: Mapping[str, Finding], those: Mapping[str, Finding]) -> list[Finding]:
    return [finding for name, finding in these.items() if name not in those]


def _split(
    other: AccountReport, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that the other report would have seen, and those that it could not see."""
    seen: list[Finding] = []
    unseen: list[Finding] = []
    for finding in findings:
        would = other.looked_at(finding.area, finding.scope)
        (seen if would else unseen).append(finding)
    return tuple(seen), tuple(unseen)


def _change(old: Finding, new: Finding) -> Change:
    aspects = tuple(name for name in ASPECTS if getattr(old, name) != getattr(new, name))
    return Change(old, new, aspects)


def _only_looked_at(this: AccountReport, other: AccountReport) -> tuple[Place, ...]:
    """Places that one report looked at and the other could not.

    Where no key sees anything in either, only a person's word came or went: its finding
    tells that.
    """
    unseen = {(row.area, row.scope) for row in other.coverage if row.status is Status.MANUAL}
    return tuple(
        (row.area, row.scope)
        for row in this.coverage
        if row.looked_at
        and not other.looked_at(row.area, row.scope)
        and not (row.status is Status.MANUAL and (row.area, row.scope) in unseen)
    )
