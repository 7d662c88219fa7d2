"""The report for programs: one JSON document."""

import json

from readiness.report.document import ReportDocument


def render(document: ReportDocument) -> str:
    """The document as JSON text, ending with a newline.

    Only ASCII: it survives any encoding of stdout, and no name from the exchange can
    reach a terminal as a control character.
    """
    content = document.model_dump(mode="json", by_alias=True)
    return json.dumps(content, ensure_ascii=True, indent=2) + "\n"


def parse(text: str) -> ReportDocument:
    """The document back from its JSON text.

    Raises:
        pydantic.ValidationError: the text is not a report of this version.
    """
    return ReportDocument.model_validate_json(text)
