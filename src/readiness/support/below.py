"""What stands below the message, for the user alone: where to send it, and where not."""

from readiness.domain.policy import Policy
from readiness.guide.sections import Group, Point, Section, support_sections
from readiness.guide.text import write
from readiness.language import translate
from readiness.report.formats import Surface
from readiness.report.paper import Paper
from readiness.support import wording as words

_RULE = "-"
_WIDEST_RULE = 72


def render(policy: Policy, exchange: str, surface: Surface) -> str:
    """A line that ends the message, then official channels and the signs of false ones."""
    paper = Paper(surface)
    paper.blank()
    paper.line(_RULE * min(surface.width, _WIDEST_RULE), "dim")
    paper.line(translate(words.END), "dim")
    points = tuple(Point(translate(sentence)) for sentence in words.BEFORE_SENDING_POINTS)
    before = Section(translate(words.BEFORE_SENDING), (Group("", points),))
    write(paper, (before, *support_sections(policy, exchange)))
    return paper.finish()
