"""Sections for a terminal."""

from collections.abc import Iterable

from readiness.guide.sections import Leaflet, Point, Section
from readiness.report.formats import Surface
from readiness.report.paper import Paper

_BEFORE_MARK = 2
_BEFORE_TEXT = 4


def render(leaflet: Leaflet, surface: Surface) -> str:
    """The whole of it."""
    paper = Paper(surface)
    paper.line(leaflet.title, "bold")
    for sentence in leaflet.lead:
        paper.line(sentence)
    write(paper, leaflet.sections)
    return paper.finish()


def write(paper: Paper, sections: Iterable[Section]) -> None:
    """Some sections, each after an empty line."""
    for section in sections:
        paper.blank()
        paper.line(section.heading, "bold")
        for sentence in section.lead:
            paper.line(sentence, indent=_BEFORE_MARK)
        for group in section.groups:
            if group.heading:
                paper.line(group.heading, "underline", indent=_BEFORE_MARK)
            for point in group.points:
                _point(paper, point)


def _point(paper: Paper, point: Point) -> None:
    paper.bullet(point.text, indent=_BEFORE_MARK)
    for foot in point.feet:
        paper.line(foot, "dim", indent=_BEFORE_TEXT)
