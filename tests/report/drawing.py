"""Draws the table of a report, for tests that read it."""

import re

from tests.report.samples import POLICIES, RULES, report

from readiness.domain.report import AccountReport
from readiness.report import table
from readiness.report.assemble import to_document
from readiness.report.formats import Surface
from readiness.report.labels import label


def drawn(*accounts: AccountReport, width: int = 100, **surface: bool) -> str:
    """The table of these accounts."""
    document = to_document(report(*accounts), POLICIES, rules=RULES, label=label)
    return table.render(document, POLICIES, Surface(width, **surface))


def flat(text: str) -> str:
    """The text as one line, so that wrapping does not matter."""
    return re.sub(r"\s+", " ", text)
