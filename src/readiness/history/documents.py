"""Reports and snapshots as text, and back.

Only ASCII: a name from an exchange may hold half of a character, which no file could.
"""

import json
from typing import TypeVar

from readiness.domain.base import Frozen

_Model = TypeVar("_Model", bound=Frozen)


def to_text(model: Frozen) -> str:
    """The model as JSON."""
    return json.dumps(model.model_dump(mode="json"), separators=(",", ":"))


def from_text(kind: type[_Model], text: str) -> _Model:
    """The model back.

    Raises:
        ValueError: the text is of another shape.
    """
    try:
        content = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return kind.model_validate(content)
