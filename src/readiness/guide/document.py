"""The guide for programs, ``readiness.guide/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within ``/1``,
none may change its meaning. Texts are in the language that was asked for, everything else
is the same in all of them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from readiness.documents.parts import OPEN, Part, Tool, to_text
from readiness.domain.guidance import Kind, Regional, Stage
from readiness.domain.official import Store, Use
from readiness.domain.policy import Policy
from readiness.domain.sourced import Basis, Confidence, Sourced
from readiness.guide import wording as words
from readiness.language import current, translate

SCHEMA: Final = "readiness.guide/1"


class Source(Part):
    """What every statement carries."""

    source: str
    checked: date
    confidence: Confidence
    basis: Annotated[Basis, OPEN] = Field(
        description="what was read: the page, a copy, a report, or nothing; more may be added"
    )


class StatementPart(Source):
    """One statement about closing."""

    id: str
    stage: Stage
    kind: Annotated[Kind, OPEN] = Field(description="more may be added")
    text: str


class ManualPart(Source):
    """What a person has to look at."""

    item: str = Field(description="its name in a [[confirm]] entry")
    title: str
    why: str
    look: str
    days: int = Field(description="for how many days a look counts")
    covers: tuple[str, ...]


class WaitingPart(Source):
    """The waiting period that the tool counts where no other is given."""

    days: int
    meaning: str


class EntryPart(Source):
    """Where closing begins."""

    id: str
    title: str
    url: str


class ChannelPart(Source):
    """An official way to reach support."""

    id: str
    title: str
    how: str
    url: str | None
    mail: str | None


class SignPart(Source):
    """How a false channel gives itself away."""

    id: str
    text: str


Uses: TypeAlias = Annotated[
    tuple[Annotated[Use, OPEN], ...], Field(description="what it is for; more may be added")
]


class DomainPart(Source):
    """A registrable domain of the exchange."""

    domain: str
    uses: Uses


class HostPart(Source):
    """A host of the exchange."""

    host: str
    uses: Uses
    what: str


class AppPart(Source):
    """The exchange's app."""

    store: Annotated[Store, OPEN] = Field(description="more may be added")
    id: str


class NamesakePart(Source):
    """Another company's domain with the exchange's name in it."""

    domain: str
    who: str


class OfficialPart(Part):
    """What belongs to the exchange."""

    domains: tuple[DomainPart, ...]
    hosts: tuple[HostPart, ...]
    apps: tuple[AppPart, ...]
    namesakes: tuple[NamesakePart, ...]


class GuideDocument(Part):
    """The whole answer of ``readiness guide``."""

    schema_: Literal["readiness.guide/1"] = Field(alias="schema")
    tool: Tool
    language: str
    exchange: str
    title: str
    statements: tuple[StatementPart, ...]
    manual: tuple[ManualPart, ...]
    waiting: WaitingPart | None
    entries: tuple[EntryPart, ...]
    channels: tuple[ChannelPart, ...]
    signs: tuple[SignPart, ...]
    advice: tuple[str, ...] = Field(description="the tool's own advice, the same everywhere")
    official: OfficialPart


_TEXTS: Final = frozenset({"how", "look", "meaning", "text", "title", "what", "who", "why"})
"""Fields that people read."""


def document(policy: Policy, exchange: str, title: str, version: str) -> GuideDocument:
    """What is known about closing an account at one exchange."""
    known = policy.official
    return GuideDocument.model_validate(
        {
            "schema": SCHEMA,
            "tool": {"name": "readiness", "version": version},
            "language": current(),
            "exchange": exchange,
            "title": title,
            "statements": _parts(policy.statements, exchange),
            "manual": _parts(policy.manual, exchange),
            "waiting": next(iter(_parts((policy.waiting,), exchange)), None),
            "entries": _parts(policy.entries, exchange),
            "channels": _parts(policy.channels, exchange),
            "signs": _parts(policy.signs, exchange),
            "advice": [translate(sentence) for sentence in words.ADVICE_POINTS],
            "official": {
                "domains": _parts(known.domains, exchange),
                "hosts": _parts(known.hosts, exchange),
                "apps": _parts(known.apps, exchange),
                "namesakes": _parts(known.namesakes, exchange),
            },
        }
    )


def render(policy: Policy, exchange: str, title: str, version: str) -> str:
    """The guide as JSON text, ending with a newline."""
    return to_text(document(policy, exchange, title, version))


def _parts(entries: Iterable[Sourced | None], exchange: str) -> list[dict[str, object]]:
    """What holds for the exchange, with its texts in the reader's language."""
    return [
        _part(entry)
        for entry in entries
        if entry and not (isinstance(entry, Regional) and not entry.holds_for(exchange))
    ]


def _part(entry: Sourced) -> dict[str, object]:
    fields = {"basis": Basis.OFFICIAL} | entry.model_dump(mode="json")
    return {name: _read(name, value) for name, value in fields.items()}


def _read(name: str, value: object) -> object:
    return translate(value) if name in _TEXTS and isinstance(value, str) else value
