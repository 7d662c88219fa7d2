"""From a report to the text of each format."""

from readiness.domain.report import Report
from readiness.report import json as json_format
from readiness.report.assemble import to_document
from readiness.report.formats import Frame
from readiness.report.labels import label


def table(report: Report, frame: Frame) -> str:
    """The report for people."""
    from readiness.report import table as table_format

    document = to_document(report, frame.policies, label=label)
    return table_format.render(document, frame.policies, frame.surface)


def json(report: Report, frame: Frame) -> str:
    """The report for programs."""
    return json_format.render(to_document(report, frame.policies))


def markdown(report: Report, frame: Frame) -> str:
    """The report to paste into an issue, a note or a ticket."""
    from readiness.report.markdown.render import render

    return render(to_document(report, frame.policies, label=label), frame.policies)


def junit(report: Report, frame: Frame) -> str:
    """The report as test results."""
    from readiness.report.junit import render

    return render(to_document(report, frame.policies, label=label))


def sarif(report: Report, frame: Frame) -> str:
    """The report as the results of a static analysis."""
    from readiness.report.sarif.log import render

    return render(to_document(report, frame.policies, label=label), frame.policies)


def github(report: Report, frame: Frame) -> str:
    """The report as annotations of a workflow run."""
    from readiness.report.github import render

    return render(to_document(report, frame.policies, label=label), frame.policies)


def github_summary(report: Report, frame: Frame) -> str:
    """The report as the summary of a job."""
    return markdown(report, frame)


def html(report: Report, frame: Frame) -> str:
    """The report as a page to look at."""
    from readiness.report.html.render import render

    return render(to_document(report, frame.policies, label=label), frame)
