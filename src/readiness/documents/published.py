"""Which documents have a published JSON Schema, and the schemas as they are packaged."""

from importlib.resources import files
from typing import Final

PUBLISHED: Final = {
    "backup": "readiness.backup.manifest:Manifest",
    "diff": "readiness.history.diff_document:DiffDocument",
    "endpoints": "readiness.cli.endpoints_document:EndpointsDocument",
    "exchanges": "readiness.cli.exchanges_document:ExchangesDocument",
    "guide": "readiness.guide.document:GuideDocument",
    "history": "readiness.history.document:HistoryDocument",
    "links": "readiness.links.document:LinksDocument",
    "report": "readiness.report.document:ReportDocument",
}
"""The name of each, and the model that it is written with (``module:class``)."""


def file_of(name: str) -> str:
    """The name of the packaged file."""
    return f"{name}.schema.json"


def published(name: str) -> str:
    """A schema as it is packaged."""
    return files(__package__).joinpath(file_of(name)).read_text(encoding="utf-8")
