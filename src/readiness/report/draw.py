"""From a report to the text of each format."""

from collections.abc import Mapping

from readiness.domain.policy import Policy
from readiness.domain.report import Report
from readiness.report import json as json_format
from readiness.report import table as table_format
from readiness.report.assemble import to_document
from readiness.report.formats import Surface
from readiness.report.labels import label


def table(report: Report, policies: Mapping[str, Policy], surface: Surface) -> str:
    """The report for people."""
    return table_format.render(to_document(report, policies, label=label), policies, surface)


def json(report: Report, policies: Mapping[str, Policy], surface: Surface) -> str:
    """The report for programs."""
    del surface
    return json_format.render(to_document(report, policies))
