"""From a report to the text of each format."""

from readiness.domain.report import Report
from readiness.report import json as json_format
from readiness.report import table as table_format
from readiness.report.assemble import to_document
from readiness.report.formats import Frame
from readiness.report.labels import label


def table(report: Report, frame: Frame) -> str:
    """The report for people."""
    document = to_document(report, frame.policies, label=label)
    return table_format.render(document, frame.policies, frame.surface)


def json(report: Report, frame: Frame) -> str:
    """The report for programs."""
    return json_format.render(to_document(report, frame.policies))
