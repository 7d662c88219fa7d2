"""What is different, point by point, in a few words each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from readiness.config import Topic
from readiness.domain.amount import Exact
from readiness.domain.area import confirm_item
from readiness.domain.finding import Finding
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, Status
from readiness.history.compare import Change, Difference, Place
from readiness.language import phrases, say, translate
from readiness.notify import wording as words
from readiness.notify.events import reweighed, weighty
from readiness.notify.names import plain_name
from readiness.report.numbers import dollars
from readiness.report.sentences import amount_text, place_text

_MOST: Final = 10
"""Points of one kind; whoever wants all of them has the report."""


@dataclass(frozen=True)
class Points:
    """Lists what is different.

    Attributes:
        policy: what is known of the exchange.
        amounts: whether amounts and values are told.
    """

    policy: Policy | None
    amounts: bool

    def lines(self, difference: Difference, topics: Sequence[Topic]) -> Iterator[str]:
        """Every kind of difference that there is, with its heading."""
        sections = (
            (words.APPEARED, map(self._finding, weighty(difference.appeared))),
            (words.CAME_INTO_SIGHT, map(self._finding, weighty(difference.came_into_sight))),
            (words.WENT_AWAY, map(self._finding, weighty(difference.went_away))),
            (words.CHANGED, map(self._change, reweighed(difference))),
            (words.AMOUNTS, map(self._change, _amounts(difference, topics))),
            (words.LOST, map(self._place, difference.lost)),
            (words.REGAINED, map(self._place, difference.regained)),
        )
        for heading, points in sections:
            yield from _listed(heading, points)

    def unseen(self, report: AccountReport) -> Iterator[str]:
        """Every place that this scan could not look at."""
        rows = (row for row in report.coverage if row.status is Status.UNKNOWN)
        yield from _listed(words.UNSEEN, (self._place((row.area, row.scope)) for row in rows))

    def _finding(self, finding: Finding) -> str:
        place = self._place((finding.area, finding.scope))
        named = finding.subject != confirm_item(finding.area)
        parts = (plain_name(finding.subject) if named else "", *self._worth(finding))
        what = phrases(parts)
        return say(words.THERE, {"place": place, "what": what}) if what else place

    def _change(self, change: Change) -> str:
        now, before = self._finding(change.new), phrases(self._worth(change.old))
        if not before or "amount" not in change.aspects:
            return now
        return say(words.AMOUNT_WAS, {"what": now, "before": before})

    def _worth(self, finding: Finding) -> Iterator[str]:
        """How much there is and what it is worth, if that may be told."""
        if self.amounts and isinstance(finding.amount, Exact):
            asset = "" if finding.asset == finding.subject else plain_name(finding.asset)
            yield f"{amount_text(finding.amount)} {asset}".strip()
        if self.amounts and isinstance(finding.value_usd, Exact):
            yield dollars(finding.value_usd.value)

    def _place(self, place: Place) -> str:
        area, scope = place
        return place_text(area, plain_name(scope), self.policy)


def _amounts(difference: Difference, topics: Sequence[Topic]) -> Iterator[Change]:
    """Findings of which nothing but the amount is another, where somebody asked for that."""
    if Topic.AMOUNT in topics:
        told = reweighed(difference)
        for change in difference.changed:
            if "amount" in change.aspects and change not in told:
                yield change


def _listed(heading: str, points: Iterable[str]) -> Iterator[str]:
    told = list(dict.fromkeys(points))
    if told:
        yield translate(heading)
        yield from (say(words.POINT, {"what": point}) for point in told[:_MOST])
    if len(told) > _MOST:
        yield say(words.MORE, {"count": str(len(told) - _MOST)})
