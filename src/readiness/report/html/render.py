"""From the view models to the page: the only place that knows jinja2."""

from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readiness.language import Plural, counted, current, say
from readiness.report.document import ReportDocument
from readiness.report.formats import Frame
from readiness.report.html.page import page_of
from readiness.report.html.style import content_policy, style_sheet
from readiness.report.labels import clean, shorten
from readiness.report.wording import html as words
from readiness.report.wording import plan as plan_words
from readiness.report.wording import table as table_words
from readiness.report.wording import verdicts

_LANGUAGE_TAGS: Final = {"zh": "zh-Hans"}
"""BCP 47 tags of languages whose code here says less than a browser wants to know."""
_LONGEST_TEXT: Final = 1000


def render(document: ReportDocument, frame: Frame) -> str:
    """The document as one self-contained page."""
    language = current()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page_of(document, frame),
            language=_LANGUAGE_TAGS.get(language, language),
            policy=content_policy(),
            # Ours, and the policy's hash is of these very characters: nothing may be escaped.
            style=Markup(style_sheet()),  # noqa: S704
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        loader=PackageLoader("readiness.report.html"),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        say=_said,
        words=words,
        plan_words=plan_words,
        table_words=table_words,
        verdict_words=verdicts,
    )
    return environment


def _said(sentence: str | Plural, **values: Any) -> str:
    """A sentence in the reader's language, whether or not it is about a number of things."""
    if isinstance(sentence, Plural):
        return counted(sentence, values["count"], values)
    return say(sentence, values)


def _shown(value: Any) -> Any:
    """Any text on its way to the page: short enough, and nothing in it but what shows."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return clean(shorten(value, _LONGEST_TEXT))
    return value
