"""What every JSON document is made of, and how it is written.

Every key is always present; what is not known is ``null``. Keys may be added within a
version, none may change its meaning.
"""

import json
from datetime import UTC, datetime
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    SkipValidation,
    WithJsonSchema,
)

_RFC_3339: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$"


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment: TypeAlias = Annotated[
    AwareDatetime,
    AfterValidator(_utc),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": _RFC_3339}),
]
"""A time, written as RFC 3339 in UTC."""

Decimals: TypeAlias = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
"""A decimal number as a string, never with an exponent."""

Count: TypeAlias = Annotated[int, Field(ge=0)]

Foreign: TypeAlias = Annotated[str, SkipValidation]
"""A text of strangers as it came: also half of a character, which no model would take."""

OPEN: Final = WithJsonSchema({"type": "string"})
"""Codes of which a later version can have more."""


class Part(BaseModel):
    """A part of the document; keys that a later version adds are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Tool(Part):
    """What wrote the document."""

    name: Literal["readiness"]
    version: str


def to_text(document: Part) -> str:
    """A document as JSON text, ending with a newline.

    Only ASCII: it survives any encoding of stdout, and no name that others wrote can
    reach a terminal as a control character.
    """
    content = document.model_dump(mode="json", by_alias=True)
    return json.dumps(content, ensure_ascii=True, indent=2) + "\n"
