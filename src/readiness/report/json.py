"""The report for programs: one JSON document."""

from readiness.documents.parts import to_text
from readiness.report.document import ReportDocument


def render(document: ReportDocument) -> str:
    """The document as JSON text, ending with a newline."""
    return to_text(document)


def parse(text: str) -> ReportDocument:
    """The document back from its JSON text.

    Raises:
        pydantic.ValidationError: the text is not a report of this version.
    """
    return ReportDocument.model_validate_json(text)
