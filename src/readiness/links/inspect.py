"""Lists and judges every link of a text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from readiness.links.address import Address, parse
from readiness.links.decode import Read
from readiness.links.defang import refanged
from readiness.links.find import find_links
from readiness.links.host import DomainName
from readiness.links.judge import Judge
from readiness.links.judgement import Judgement, Kind, Reason, Verdict, verdict_of, worst
from readiness.links.markup import Target, html_targets, is_page, markdown_targets, unescaped
from readiness.links.signs import Alarm, Doubt, Sign, shown_host

MOST_LINKS: Final = 2_000
_MAIL: Final = re.compile(r"[^\s@/\\?#:]+@[^\s@/\\?#:]+")


@dataclass(frozen=True)
class Found:
    """A link and what it is.

    Attributes:
        link: as it stands.
        judgement: what it is.
        line: the line in which it stands first; ``None`` if it was given by itself.
        times: how often it stands there.
    """

    link: str
    judgement: Judgement
    line: int | None = None
    times: int = 1


@dataclass(frozen=True)
class Inspection:
    """What was found.

    Attributes:
        links: every link, in the order of the text.
        notes: codes for everything that could not be looked at; each makes the whole unknown.
    """

    links: tuple[Found, ...]
    notes: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The worst of all links; never official if something could not be looked at."""
        verdicts = [verdict_of(found.judgement) for found in self.links]
        return worst([*verdicts, *(Verdict.UNKNOWN for _ in self.notes)])


def inspect_link(link: str, judge: Judge) -> Inspection:
    """Judge one link that was given by itself."""
    return Inspection((Found(link, _judged(link, judge)),))


def with_name(name: str, inside: Inspection, judge: Judge) -> Inspection:
    """Judge a file's name as well, where it could be meant as a link.

    Args:
        name: what was given.
        inside: what was found in the file of that name.
        judge: who judges.
    """
    return Inspection((Found(name, _judged(name, judge)), *inside.links), (*inside.notes, "file"))


def inspect_text(read: Read, judge: Judge) -> Inspection:
    """Judge every link of a text."""
    return _Search(read.text, judge).run(read.notes)


def _judged(link: str, judge: Judge, *more: Sign) -> Judgement:
    meant = refanged(link)
    if _MAIL.fullmatch(meant):
        meant = f"mailto:{meant}"
    if meant != link and not meant.startswith("mailto:"):
        more += (Doubt(Reason("defanged", {"link": meant})),)
    return judge.judge(meant, *more)


class _Search:
    """One walk through a text."""

    def __init__(self, text: str, judge: Judge) -> None:
        self._judge = judge
        self._is_page = is_page(text)
        self._raw = text
        self._text = unescaped(text) if self._is_page else text
        self._found: dict[str, Found] = {}
        self._times: Counter[str] = Counter()
        self._disguised: set[str] = set()
        self._too_many = False

    def run(self, notes: tuple[str, ...]) -> Inspection:
        """Everything that is found."""
        if self._is_page:
            self._targets(html_targets(self._raw), self._raw)
        self._targets(markdown_targets(self._text), self._text)
        self._places(self._text)
        if not self._is_page and "&#" in self._text:
            self._places(unescaped(self._text))
        if self._too_many:
            notes = (*notes, "many")
        if not self._found:
            notes = (*notes, "no-link")
        counted = (
            replace(found, times=max(1, self._times[link])) for link, found in self._found.items()
        )
        return Inspection(tuple(sorted(counted, key=lambda found: found.line or 0)), notes)

    def _targets(self, targets: Iterator[Target], text: str) -> None:
        lines = _Lines(text)
        for target in targets:
            line = lines.at(target.start)
            sign = None if target.link in self._disguised else self._mismatch(target)
            if target.relative and not sign:
                continue
            if sign:
                self._disguised.add(target.link)
                self._found.pop(target.link, None)
            self._add(target.link, line, *([sign] if sign else []))

    def _places(self, text: str) -> None:
        lines = _Lines(text)
        for place in sorted(find_links(text), key=lambda place: place.start):
            self._times[place.link] += 1
            self._add(place.link, lines.at(place.start))

    def _add(self, link: str, line: int, *more: Sign) -> None:
        if link in self._found:
            return
        if len(self._found) >= MOST_LINKS:
            self._too_many = True
            return
        self._found[link] = Found(link, _judged(link, self._judge, *more), line)

    def _mismatch(self, target: Target) -> Sign | None:
        """What to say when a link's text shows another host than the link goes to."""
        shown = next(find_links(target.shown), None) if target.shown else None
        if shown is None:
            return None
        seen, real = parse(refanged(shown.link)), parse(refanged(target.link))
        if not isinstance(seen, Address) or not isinstance(seen.host, DomainName):
            return None
        if isinstance(real, Address) and isinstance(real.host, DomainName):
            if seen.host.name == real.host.name:
                return None
            if seen.host.registered and seen.host.registered == real.host.registered:
                return None
        where = shown_host(real) if isinstance(real, Address) else f"{real.scheme}:"
        values = {"shown": seen.host.name, "target": where}
        site = self._judge.tools.known.site_of(seen.host.name)
        exchange = site.exchange if site else self._judge.tools.resembling.named_in(seen.host.name)
        if target.relative and exchange is None:
            return None  # "see [setup.py](setup.html)" deceives nobody
        return Alarm(Kind.LOOKALIKE, Reason("shows-other", values), exchange)


class _Lines:
    """Tells the line of a place; places come in the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last, self._line = 0, 1

    def at(self, place: int) -> int:
        """The line, counted from one."""
        self._line += self._text.count("\n", self._last, place)
        self._last = max(place, self._last)
        return self._line
