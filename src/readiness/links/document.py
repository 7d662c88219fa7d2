"""What was found, for programs, ``readiness.links/1``: its shape, key by key.

Every key is always present; what is not known is ``null``. Keys may be added within
``/1``, none may change its meaning.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from readiness.documents.parts import OPEN, Count, Foreign, Part, Tool, to_text
from readiness.language import say, translate
from readiness.links.address import Address, parse
from readiness.links.decode import MOST_BYTES
from readiness.links.host import DomainName
from readiness.links.inspect import MOST_LINKS, Found, Inspection
from readiness.links.judgement import (
    EXIT_CODES,
    Kind,
    Official,
    Reason,
    Trap,
    Unknown,
    Verdict,
    verdict_of,
)
from readiness.links.signs import shown_host
from readiness.links.wording import ADVICE, NOTES, REASONS

_OWN_WORDS: Final = frozenset({"what", "who"})
"""Values that are sentences of the policies, and not words of strangers."""


class Remark(Part):
    """Why a link is judged as it is, or what was not looked at."""

    code: str = Field(description="more may be added")
    message: Foreign


class LinkPart(Part):
    """A link and what it is."""

    link: Foreign = Field(description="as it was found")
    verdict: Verdict
    kind: Annotated[Kind, OPEN] | None = Field(
        description="what kind of trap: lookalike, download, referral; more may be added; "
        "null: it is none"
    )
    exchange: str | None = Field(description="the exchange that it has to do with")
    host: Foreign | None = Field(description="in the form that is asked for")
    registered: Foreign | None = Field(description="the part of it that somebody registered")
    line: Count | None = Field(description="where it stands first; null: it was given by itself")
    times: Count = Field(description="how often it stands there")
    reasons: tuple[Remark, ...] = Field(description="everything that was noticed, worst first")
    advice: str


class LinksDocument(Part):
    """The whole answer of ``readiness check-link``."""

    schema_: Literal["readiness.links/1"] = Field(alias="schema")
    tool: Tool
    verdict: Verdict = Field(description="the worst of all; unknown if anything was not looked at")
    exit_code: int
    links: tuple[LinkPart, ...]
    notes: tuple[Remark, ...] = Field(description="what was not looked at")


def reason_text(reason: Reason) -> str:
    """A reason as a sentence."""
    values = {
        name: translate(value) if name in _OWN_WORDS else value
        for name, value in reason.values.items()
    }
    return say(REASONS[reason.code], values)


def advice_of(found: Found) -> str:
    """What to do about a link, as a sentence."""
    match found.judgement:
        case Trap(kind=kind):
            return say(ADVICE[kind])
        case Official() | Unknown():
            return say(ADVICE[verdict_of(found.judgement)])


def note_text(code: str) -> str:
    """A note as a sentence."""
    return say(NOTES[code], most=MOST_BYTES // 1_000_000, links=MOST_LINKS)


def as_json(inspection: Inspection, version: str) -> str:
    """The whole document. Everything but plain letters is escaped, so nothing in it can hide.

    Args:
        inspection: what was found.
        version: the tool's version.
    """
    return to_text(
        LinksDocument(
            schema_="readiness.links/1",
            tool=Tool(name="readiness", version=version),
            verdict=inspection.verdict,
            exit_code=EXIT_CODES[inspection.verdict],
            links=tuple(map(_link, inspection.links)),
            notes=tuple(Remark(code=code, message=note_text(code)) for code in inspection.notes),
        )
    )


def _link(found: Found) -> LinkPart:
    judgement = found.judgement
    parsed = parse(found.link)
    host = parsed.host if isinstance(parsed, Address) else None
    return LinkPart(
        link=found.link,
        verdict=verdict_of(judgement),
        kind=judgement.kind if isinstance(judgement, Trap) else None,
        exchange=judgement.exchange,
        host=shown_host(parsed) if isinstance(parsed, Address) else None,
        registered=host.registered if isinstance(host, DomainName) else None,
        line=found.line,
        times=found.times,
        reasons=tuple(
            Remark(code=reason.code, message=reason_text(reason)) for reason in judgement.reasons
        ),
        advice=advice_of(found),
    )
