"""Links as tests write them, judged by what the policies really say."""

from __future__ import annotations

from functools import cache

from readiness.exchanges.registry import EXCHANGES
from readiness.links.decode import read_text
from readiness.links.inspect import Inspection, inspect_link, inspect_text
from readiness.links.judge import Judge
from readiness.links.judgement import Trap
from readiness.links.known import known_from
from readiness.links.tables import names
from readiness.policies import load_policy


@cache
def judge() -> Judge:
    """A judge who knows what is shipped."""
    families = dict.fromkeys(info.family for info in EXCHANGES.values())
    return Judge(known_from(map(load_policy, families), names()))


def one(link: str) -> Inspection:
    """What is said of a link given by itself."""
    return inspect_link(link, judge())


def text(content: str | bytes) -> Inspection:
    """What is said of a text."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return inspect_text(read_text(raw), judge())


def word(link: str) -> str:
    """The verdict on a link; for a trap its kind."""
    found = one(link)
    judgement = found.links[0].judgement
    return judgement.kind.value if isinstance(judgement, Trap) else found.verdict.value


def codes(link: str) -> set[str]:
    """Why a link is judged as it is."""
    return {reason.code for reason in one(link).links[0].judgement.reasons}


def listed(found: Inspection) -> list[str]:
    """The links of a text, in its order."""
    return [each.link for each in found.links]
