"""The findings of an account, under headings that say what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from readiness.domain.area import confirm_item
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import listed, say, translate
from readiness.report.alike import Alike, merged, reasons_of
from readiness.report.document import Account, Finding
from readiness.report.facts import MOST, facts, name_to_copy, notes
from readiness.report.groups import Block as Remedied
from readiness.report.groups import by_action
from readiness.report.labels import label
from readiness.report.sentences import area_title, in_scope
from readiness.report.wording import table as table_words
from readiness.report.wording.actions import ACTION_TITLES, Action

_MERGED: Final = frozenset({Action.COULD_NOT_LOOK, Action.ASK_A_PERSON})
_TONES: Final[Mapping[Action, str]] = {
    Action.COULD_NOT_LOOK: "unknown",
    Action.ASK_A_PERSON: "manual",
    Action.NOTICE: "quiet",
    Action.SETTLED: "quiet",
}
_BLOCKS: Final = "holding"


@dataclass(frozen=True)
class Link:
    """The page that a statement stands on; ``host`` is what is shown of it."""

    url: str
    host: str


@dataclass(frozen=True)
class Point:
    """One finding, or several areas that share a reason.

    Attributes:
        anchor: where a plan's step finds it.
        text: what it says.
        facts: amount, value, place, as far as the text does not say them.
        notes: what else is known, as sentences.
        fingerprint: its name, to be copied; may be empty.
        stands_for: how many findings it is.
    """

    anchor: str
    text: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    fingerprint: str
    stands_for: int = 1


@dataclass(frozen=True)
class Place:
    """Points that are cleared in the same place."""

    points: tuple[Point, ...]
    where: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class Block:
    """Points that are cleared in the same way."""

    remedy: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Group:
    """Everything that asks for one kind of action.

    Attributes:
        title: what to do.
        tone: the status that it is coloured as.
        count: how many findings there are.
        note: stands for all of them; may be empty.
        blocks: what is shown of them.
        more: how many are not shown.
    """

    title: str
    tone: str
    count: int
    note: str
    blocks: tuple[Block, ...]
    more: int


class Findings:
    """Draws the findings of one account."""

    def __init__(self, account: Account, policy: Policy | None, day: date, name: str) -> None:
        """Take what all of them share.

        Args:
            account: whose they are.
            policy: what is known of its exchange.
            day: the day of the report; what is there longer says since when.
            name: the beginning of their anchors.
        """
        self._account = account
        self._policy = policy
        self._day = day
        self._reasons = reasons_of(account)
        self._name = name
        self.anchors: dict[str, str] = {}
        """Where each finding that is shown stands, by fingerprint; known once they are drawn."""

    def groups(self) -> tuple[Group, ...]:
        """All of them, in the order in which to work."""
        grouped = by_action(self._account.findings)
        return tuple(self._group(action, blocks) for action, blocks in grouped.items())

    def _group(self, action: Action, blocks: Sequence[Remedied]) -> Group:
        count = sum(len(found) for block in blocks for found in block.places.values())
        title, tone = translate(ACTION_TITLES[action]), _TONES.get(action, _BLOCKS)
        if action is Action.ASK_A_PERSON and not self._account.key.read_only:
            return Group(title, tone, count, translate(table_words.AFTER_THE_KEY), (), 0)
        left = MOST
        shown: list[Block] = []
        for block in blocks:
            kept: list[Place] = []
            for where, found in block.places.items():
                place = self._place(action, where, found, left)
                left -= len(place.points)
                kept += [place] if place.points else []
            remedy = "" if action is Action.SETTLED else block.remedy
            shown += [Block(remedy, tuple(kept))] if kept else []
        places = [place for block in shown for place in block.places]
        told = sum(point.stands_for for place in places for point in place.points)
        return Group(title, tone, count, "", tuple(shown), count - told)

    def _place(self, action: Action, where: str, found: Sequence[Finding], most: int) -> Place:
        alike, rest = merged(found, self._reasons) if action in _MERGED else ([], found)
        points = [self._shared(group) for group in alike[:most]]
        points += [self._point(finding) for finding in rest[: most - len(points)]]
        shown = where if action is not Action.SETTLED else ""
        return Place(tuple(points), shown, self._sources(found))

    def _shared(self, group: Alike) -> Point:
        areas = listed(area_title(finding.area, self._policy) for finding in group.findings)
        told: tuple[str, ...] = ()
        if group.findings[0].severity is Severity.CONFIRM:
            items = '", "'.join(confirm_item(finding.area) for finding in group.findings)
            told = (say(table_words.CONFIRM_ITEM, item=items),)
        anchor = self._anchor(*group.findings)
        place = in_scope(areas, label(group.scope))
        return Point(anchor, group.reason, (place,), told, "", len(group.findings))

    def _point(self, finding: Finding) -> Point:
        return Point(
            self._anchor(finding),
            finding.message,
            tuple(facts(finding, self._policy, self._day)),
            tuple(notes(finding)),
            name_to_copy(finding),
        )

    def _anchor(self, *findings: Finding) -> str:
        anchor = f"{self._name}-finding-{len(self.anchors) + 1}"
        self.anchors |= {finding.fingerprint: anchor for finding in findings}
        return anchor

    def _sources(self, found: Sequence[Finding]) -> tuple[Link, ...]:
        """The pages that the policy names for these areas; no other address is ever a link."""
        if self._policy is None:
            return ()
        urls = dict.fromkeys(
            finding.source
            for finding in found
            if finding.source == self._policy.source_of(finding.area)
        )
        return tuple(Link(url, urlsplit(url).netloc) for url in urls)
