"""A policy as sections of points, in the reader's language; how they look is for the formats."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from readiness.domain.guidance import Channel, Entry, Kind, Regional, Sign, Stage
from readiness.domain.policy import ManualItem, Policy
from readiness.domain.sourced import Basis, Founded, Sourced
from readiness.guide import wording as words
from readiness.language import clauses, counted, listed, say, translate

_Regional = TypeVar("_Regional", bound=Regional)

_ORDER: Final = tuple(Kind)


@dataclass(frozen=True)
class Point:
    """One statement.

    Attributes:
        text: what it says.
        feet: what stands below it: a name, its source.
    """

    text: str
    feet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Points about the same; ``heading`` is empty where the section says it."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Section:
    """Groups under one heading, after a few sentences."""

    heading: str
    groups: tuple[Group, ...]
    lead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leaflet:
    """The whole of it."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def guide(policy: Policy, exchange: str, title: str) -> Leaflet:
    """Everything that is known about closing an account at one exchange.

    Args:
        policy: what is known of its family.
        exchange: the exchange's id; what holds for others of the family is left out.
        title: its name.
    """
    return Leaflet(
        title=say(words.TITLE, exchange=title),
        lead=_said(words.LEAD),
        sections=(
            *(_stage(policy, exchange, stage) for stage in Stage),
            _manual(policy),
            Section(translate(words.TOOL), _advice(words.TOOL_POINTS), _said(words.TOOL_LEAD)),
            *support_sections(policy, exchange),
        ),
    )


def support_sections(policy: Policy, exchange: str) -> tuple[Section, ...]:
    """How an exchange's support is reached, and how false channels give themselves away."""
    return (
        Section(
            translate(words.CHANNELS),
            _group("", map(_channel, _holding(policy.channels, exchange))),
        ),
        Section(
            translate(words.SIGNS),
            (
                *_group("", map(_sign, _holding(policy.signs, exchange))),
                *_advice(words.ADVICE_POINTS, words.ADVICE),
            ),
            _said(words.SIGNS_LEAD),
        ),
        Section(
            translate(words.OFFICIAL),
            _group("", _official(policy, exchange)),
            _said(words.OFFICIAL_LEAD),
        ),
    )


def foot(entry: Sourced) -> str:
    """Where a statement stands, when that was read, and how sure it is."""
    basis = entry.basis if isinstance(entry, Founded) else Basis.OFFICIAL
    return say(
        words.FEET[basis],
        source=entry.source,
        checked=entry.checked,
        confidence=translate(words.CONFIDENCE[entry.confidence]),
    )


def _holding(entries: Iterable[_Regional], exchange: str) -> Iterator[_Regional]:
    return (entry for entry in entries if entry.holds_for(exchange))


def _stage(policy: Policy, exchange: str, stage: Stage) -> Section:
    told = [entry for entry in _holding(policy.statements, exchange) if entry.stage is stage]
    groups = [
        *(_entries(policy, exchange) if stage is Stage.DURING else ()),
        *(
            Group(
                translate(words.KINDS[kind]),
                tuple(Point(translate(e.text), (foot(e),)) for e in told if e.kind is kind),
            )
            for kind in _ORDER
        ),
        *(_counted_days(policy) if stage is Stage.AFTER else ()),
    ]
    return Section(translate(words.STAGES[stage]), tuple(g for g in groups if g.points))


def _entries(policy: Policy, exchange: str) -> tuple[Group, ...]:
    return _group(translate(words.ENTRIES), map(_entry, _holding(policy.entries, exchange)))


def _entry(entry: Entry) -> Point:
    title = translate(entry.title)
    # The page itself is its own source, and stands below.
    is_source = entry.url == entry.source
    return Point(
        title if is_source else say(words.ENTRY, title=title, url=entry.url), (foot(entry),)
    )


def _counted_days(policy: Policy) -> tuple[Group, ...]:
    waiting = policy.waiting
    if waiting is None:
        point = Point(translate(words.NO_WAITING))
    else:
        meaning = translate(waiting.meaning)
        point = Point(counted(words.WAITING, waiting.days, meaning=meaning), (foot(waiting),))
    return _group(translate(words.COUNTED_DAYS), (point,))


def _manual(policy: Policy) -> Section:
    points = map(_manual_item, policy.manual)
    return Section(translate(words.MANUAL), _group("", points), _said(words.MANUAL_LEAD))


def _manual_item(item: ManualItem) -> Point:
    name = counted(words.CONFIRMED_AS, item.days, item=item.item)
    if item.covers:
        name = clauses((name, say(words.COVERS, areas=listed(item.covers))))
    text = say(words.MANUAL_ITEM, title=translate(item.title), why=translate(item.why))
    return Point(text, (translate(item.look), name, foot(item)))


def _channel(channel: Channel) -> Point:
    text = say(words.CHANNEL, title=translate(channel.title), how=translate(channel.how))
    where = [str(place) for place in (channel.url, channel.mail) if place]
    return Point(text, (*where, foot(channel)))


def _official(policy: Policy, exchange: str) -> Iterator[Point]:
    known = policy.official
    for domain in _holding(known.domains, exchange):
        yield Point(domain.domain, (foot(domain),))
    for app in _holding(known.apps, exchange):
        yield Point(say(words.APPS[app.store], id=app.id), (foot(app),))
    for namesake in _holding(known.namesakes, exchange):
        who = translate(namesake.who)
        yield Point(say(words.NAMESAKE, domain=namesake.domain, who=who), (foot(namesake),))


def _sign(entry: Sign) -> Point:
    return Point(translate(entry.text), (foot(entry),))


def _advice(sentences: tuple[str, ...], heading: str = "") -> tuple[Group, ...]:
    return _group(translate(heading), map(Point, _said(sentences)))


def _group(heading: str, points: Iterable[Point]) -> tuple[Group, ...]:
    return (Group(heading, tuple(points)),)


def _said(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(translate(sentence) for sentence in sentences)
