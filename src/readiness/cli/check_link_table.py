"""Links for people: one after the other, with why and what to do; never to be clicked."""

import re
from dataclasses import replace
from typing import Final

from readiness.language import Plural, counted, passage, say
from readiness.links.address import Address, parse
from readiness.links.document import advice_of, note_text, reason_text
from readiness.links.host import DomainName
from readiness.links.inspect import Found, Inspection
from readiness.links.judgement import Official, Reason, Trap, Verdict, verdict_of
from readiness.links.wording import KINDS, SUMMARIES, VERDICTS
from readiness.report.formats import Surface
from readiness.report.labels import clean, shorten
from readiness.report.paper import Paper

_STYLES: Final = {
    Verdict.OFFICIAL: "bold green",
    Verdict.TRAP: "bold red",
    Verdict.UNKNOWN: "bold yellow",
}
_FRONT: Final = re.compile(r"^([a-z0-9+.-]*:[\\/]*)?([^/\\?#]*)", re.IGNORECASE)
_LONGEST: Final = 120
_LINKS: Final = Plural("{count} link was judged.", "{count} links were judged.")
_TIMES: Final = Plural("in line {line}", "in line {line}, {count} times")


def as_table(inspection: Inspection, surface: Surface) -> str:
    """Everything that was found, and what it is together."""
    paper = Paper(surface)
    for found in inspection.links:
        _link(paper, found)
        paper.blank()
    for code in inspection.notes:
        paper.bullet(note_text(code), indent=0)
    if inspection.notes:
        paper.blank()
    total = counted(_LINKS, len(inspection.links))
    summary = say(SUMMARIES[inspection.verdict])
    paper.line(passage(total, summary), _STYLES[inspection.verdict])
    return paper.finish()


def _link(paper: Paper, found: Found) -> None:
    judgement = found.judgement
    verdict = verdict_of(judgement)
    word = say(VERDICTS[verdict])
    if isinstance(judgement, Trap):
        word = say("{verdict} ({kind})", verdict=word, kind=say(KINDS[judgement.kind]))
    if judgement.exchange:
        word = say("{verdict}, {exchange}", verdict=word, exchange=judgement.exchange)
    paper.line(word, _STYLES[verdict])
    paper.line(unclickable(found.link, keep=isinstance(judgement, Official)), indent=2)
    parsed = parse(found.link)
    if isinstance(parsed, Address) and isinstance(parsed.host, DomainName):
        asked = parsed.host.name
        if "xn--" in asked:
            name = unclickable(asked, keep=False)
            paper.line(say("its host is asked for as {name}", name=name), indent=2)
    if found.line is not None:
        paper.line(counted(_TIMES, found.times, line=found.line), indent=2)
    for reason in judgement.reasons:
        paper.bullet(reason_text(_safe(reason)))
    paper.bullet(advice_of(found), mark="→")


def _safe(reason: Reason) -> Reason:
    """The reason without a link that a terminal could make clickable."""
    if reason.code.startswith("official-"):
        return reason
    values = {name: _disarmed(value) for name, value in reason.values.items()}
    link = unclickable(reason.values.get("link", ""), keep=False)
    return replace(reason, values={**values, "link": link})


def _disarmed(text: str) -> str:
    """Text in which a terminal finds no link: it looks for schemes, and for ``www.``."""
    return re.sub(r"(?i)(www|ftp)\.", r"\1[.]", text.replace("://", "[:]//"))


def unclickable(link: str, *, keep: bool) -> str:
    """A link for people: what hides is written out, and no terminal makes it clickable.

    Args:
        link: as it was found.
        keep: leave it clickable.
    """
    text = link.strip()
    front = None if keep else _FRONT.match(text)
    if front:
        scheme = (front[1] or "").replace("http", "hxxp").replace("HTTP", "HXXP")
        host = re.sub(r"(?<!\[)\.(?!\])", "[.]", front[2])
        text = f"{scheme}{host}{_disarmed(text[front.end() :])}"
    return shorten(clean(text), _LONGEST)
