"""Sections as Markdown."""

import re
from collections.abc import Iterator
from typing import Final

from readiness.guide.sections import Leaflet, Point, Section

_MARKUP: Final = re.compile(r"([\\*_<>\[\]#|])")


def render(leaflet: Leaflet) -> str:
    """The whole of it."""
    return "\n".join(_lines(leaflet)) + "\n"


def _lines(leaflet: Leaflet) -> Iterator[str]:
    yield f"# {_escaped(leaflet.title)}"
    for sentence in leaflet.lead:
        yield from ("", _escaped(sentence))
    for section in leaflet.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {_escaped(section.heading)}")
    for sentence in section.lead:
        yield from ("", _escaped(sentence))
    for group in section.groups:
        if group.heading:
            yield from ("", f"### {_escaped(group.heading)}")
        yield ""
        for point in group.points:
            yield from _point(point)


def _point(point: Point) -> Iterator[str]:
    yield f"* {_escaped(point.text)}"
    for foot in point.feet:
        yield f"  <br>{_escaped(foot)}"


def _escaped(text: str) -> str:
    """Text with its signs as they are; addresses and commands in backticks stay whole."""
    parts = re.split(r"(`[^`]*`|https://[^\s,，。]+)", text)
    return "".join(
        part if index % 2 else _MARKUP.sub(r"\\\1", part) for index, part in enumerate(parts)
    )
