"""What the tables of the configuration say of their keys: shown when one is wrong."""

from typing import Final

from scripts.messages.sentences import Sentences

from readiness.config.model import TABLES

_PART: Final = "config"


def collect(sentences: Sentences) -> None:
    """Add the description of every key."""
    for table in TABLES.values():
        fields = table.model_fields.values()
        sentences.add(_PART, (field.description or "" for field in fields))
