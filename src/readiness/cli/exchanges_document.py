"""The supported exchanges, ``readiness.exchanges/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from readiness.documents.parts import OPEN, Count, Part, Tool, to_text
from readiness.domain.guidance import KeyNeed
from readiness.domain.policy import Blind, Fallback, ManualItem, Outcome, Policy
from readiness.domain.sourced import Confidence
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.interface import ExchangeInfo
from readiness.language import translate


class ExchangePart(Part):
    """One entity that an account of the configuration can be at."""

    id: str = Field(description="as in the configuration")
    title: str
    part_of: str | None = Field(
        description="the exchange whose account this is a part of, under a key of its own"
    )
    hosts: tuple[str, ...] = Field(description="every host of its API, the main one first")
    credentials: tuple[str, ...] = Field(description="what a key consists of")


class KeyNeedPart(Part):
    """What a key has to be like."""

    id: str
    text: str
    exchanges: tuple[str, ...] = Field(description="what it holds for")
    source: str
    checked: date


class ManualPart(Part):
    """Something that no API shows and a person has to look at."""

    item: str = Field(description="the name under which it is confirmed")
    title: str
    why: str = Field(description="why the tool cannot see it")
    look: str = Field(description="where to look, and what must be true")
    days: Count = Field(description="for how long a confirmation counts")
    source: str
    checked: date


class RefusablePart(Part):
    """Requests that the exchange refuses to ordinary keys that can only read."""

    areas: tuple[str, ...] = Field(description="where a person has to look then")
    requests: tuple[str, ...] = Field(description="as in readiness.endpoints/1")
    meaning: str
    source: str
    checked: date


class UnseenPart(Part):
    """Areas that a kind of key cannot see."""

    areas: tuple[str, ...]
    why: str
    look: str


class FamilyPart(Part):
    """Entities that are known by the same facts."""

    family: str
    title: str
    source: str = Field(description="where the facts were read")
    checked: date = Field(description="the day on which they were")
    confidence: Annotated[Confidence, OPEN] = Field(description="how well they are founded")
    exchanges: tuple[ExchangePart, ...]
    areas: tuple[str, ...] = Field(description="everything that has to be accounted for")
    key_needs: tuple[KeyNeedPart, ...]
    manual: tuple[ManualPart, ...]
    refusable: tuple[RefusablePart, ...]
    unseen_by_sub_account: UnseenPart = Field(
        description="what a sub-account's own key cannot see, of the whole account"
    )
    unseen_by_main_account: UnseenPart = Field(
        description="what the main account's key cannot see of a sub-account"
    )


class ExchangesDocument(Part):
    """The whole answer of ``readiness exchanges``."""

    schema_: Literal["readiness.exchanges/1"] = Field(alias="schema")
    tool: Tool
    families: tuple[FamilyPart, ...]


def render(families: Iterable[FamilyPart], version: str) -> str:
    """All families as JSON text, ending with a newline."""
    return to_text(
        ExchangesDocument(
            schema_="readiness.exchanges/1",
            tool=Tool(name="readiness", version=version),
            families=tuple(families),
        )
    )


def family_part(policy: Policy, infos: Iterable[ExchangeInfo], catalogue: Catalogue) -> FamilyPart:
    """A family with these entities, its texts in the reader's language.

    Args:
        policy: what is known of it.
        infos: the entities that are spoken of.
        catalogue: what a scan asks there.
    """
    entities = tuple(infos)
    names = tuple(info.id for info in entities)
    return FamilyPart(
        family=policy.exchange,
        title=policy.title,
        source=str(policy.source),
        checked=policy.checked,
        confidence=policy.confidence,
        exchanges=tuple(map(_exchange, entities)),
        areas=tuple(map(str, policy.areas)),
        key_needs=tuple(filter(None, (_key_need(need, names) for need in policy.key_needs))),
        manual=tuple(map(_manual, policy.manual)),
        refusable=_refusable(policy.fallbacks, catalogue),
        unseen_by_sub_account=_unseen(policy.main_only),
        unseen_by_main_account=_unseen(policy.master_blind),
    )


def _exchange(info: ExchangeInfo) -> ExchangePart:
    return ExchangePart(
        id=info.id,
        title=translate(info.title),
        part_of=info.part_of or None,
        hosts=info.api_hosts,
        credentials=info.credential_fields,
    )


def _key_need(need: KeyNeed, names: Iterable[str]) -> KeyNeedPart | None:
    """A need; ``None`` if it holds for none of these entities."""
    concerned = tuple(name for name in names if need.holds_for(name))
    if not concerned:
        return None
    return KeyNeedPart(
        id=need.id,
        text=translate(need.text),
        exchanges=concerned,
        source=str(need.source),
        checked=need.checked,
    )


def _manual(item: ManualItem) -> ManualPart:
    return ManualPart(
        item=item.item,
        title=translate(item.title),
        why=translate(item.why),
        look=translate(item.look),
        days=item.days,
        source=str(item.source),
        checked=item.checked,
    )


def _refusable(fallbacks: Iterable[Fallback], catalogue: Catalogue) -> tuple[RefusablePart, ...]:
    """What a scan asks and may be refused; what only a backup asks blocks nothing."""
    areas = {
        request.id: tuple(dict.fromkeys(feed.area.value for feed in request.feeds))
        for request in catalogue
    }
    return tuple(
        RefusablePart(
            areas=tuple(sorted({area for name in asked for area in areas[name]})),
            requests=asked,
            meaning=translate(entry.meaning),
            source=str(entry.source),
            checked=entry.checked,
        )
        for entry in fallbacks
        if entry.outcome is Outcome.MANUAL
        and (asked := tuple(name for name in entry.requests if areas.get(name)))
    )


def _unseen(blind: Blind) -> UnseenPart:
    return UnseenPart(
        areas=tuple(map(str, blind.areas)),
        why=translate(blind.why),
        look=translate(blind.look),
    )
