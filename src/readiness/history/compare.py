"""What is different between two reports of one account. Pure: asks nothing, stores nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from readiness.domain.area import MANUAL_PREFIX, AreaId
from readiness.domain.finding import Finding
from readiness.domain.report import OF_OUR_OWN, AccountReport, Status
from readiness.domain.scope import MAIN, Scope
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
    old_sight, new_sight = Sight(old, among=new), Sight(new, among=old)
    appeared, came_into_sight = _split(old_sight, _without(after, before))
    went_away, out_of_sight = _split(new_sight, _without(before, after))
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


@dataclass(frozen=True)
class Sight:
    """What a report can tell of the places of another one of the same account.

    Where it has no row at all for a place of the whole account, another API was not asked: a key
    for a part of the account was there for one of the two. That API shows something of places
    that both have, too, and findings do not say from where they are known.
    """

    report: AccountReport
    among: AccountReport

    def reaches(self, finding: Finding) -> bool:
        """Whether the report would have the finding if it were there."""
        shared = finding.scope == MAIN and finding.area not in OF_OUR_OWN
        if shared and self._narrower:
            return False
        return self.report.looked_at(finding.area, finding.scope)

    @cached_property
    def _narrower(self) -> bool:
        own = {row.area for row in self.report.coverage if row.scope == MAIN}
        return any(
            row.area not in own
            and row.area not in OF_OUR_OWN
            and not row.area.startswith(MANUAL_PREFIX)
            for row in self.among.coverage
            if row.scope == MAIN
        )


def _by_name(report: AccountReport) -> dict[str, Finding]:
    # The account's own name is no part of what it holds: it may have been renamed.
    return {finding.fingerprint(""): finding for finding in report.findings}


def _without(these: Mapping[str, Finding], those: Mapping[str, Finding]) -> list[Finding]:
    return [finding for name, finding in these.items() if name not in those]


def _split(
    other: Sight, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that the other report would have seen, and those that it could not see."""
    seen: list[Finding] = []
    unseen: list[Finding] = []
    for finding in findings:
        (seen if other.reaches(finding) else unseen).append(finding)
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
