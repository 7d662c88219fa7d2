"""``readiness.links/1``: what was found, for programs."""

import json
from typing import Any, Final

from readiness.language import say, translate
from readiness.links.address import Address, parse
from readiness.links.decode import MOST_BYTES
from readiness.links.host import DomainName
from readiness.links.inspect import MOST_LINKS, Found, Inspection
from readiness.links.judgement import EXIT_CODES, Official, Reason, Trap, Unknown, verdict_of
from readiness.links.signs import shown_host
from readiness.links.wording import ADVICE, NOTES, REASONS

SCHEMA: Final = "readiness.links/1"
_OWN_WORDS: Final = frozenset({"what", "who"})
"""Values that are sentences of the policies, and not words of strangers."""


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
    content = {
        "schema": SCHEMA,
        "tool": {"name": "readiness", "version": version},
        "verdict": inspection.verdict.value,
        "exit_code": EXIT_CODES[inspection.verdict],
        "links": [_link(found) for found in inspection.links],
        "notes": [{"code": code, "message": note_text(code)} for code in inspection.notes],
    }
    return json.dumps(content, indent=2) + "\n"


def _link(found: Found) -> dict[str, Any]:
    judgement = found.judgement
    parsed = parse(found.link)
    host = parsed.host if isinstance(parsed, Address) else None
    return {
        "link": found.link,
        "verdict": verdict_of(judgement).value,
        "kind": judgement.kind.value if isinstance(judgement, Trap) else None,
        "exchange": judgement.exchange,
        "host": shown_host(parsed) if isinstance(parsed, Address) else None,
        "registered": host.registered if isinstance(host, DomainName) else None,
        "line": found.line,
        "times": found.times,
        "reasons": [
            {"code": reason.code, "message": reason_text(reason)} for reason in judgement.reasons
        ],
        "advice": advice_of(found),
    }
