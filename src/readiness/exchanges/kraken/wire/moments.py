"""Times as Kraken writes them: seconds with or without a fraction, or a text in UTC."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BeforeValidator

_LATEST: Final = 99_999_999_999
"""Seconds; later than that nothing is a time."""


def _seconds(raw: Any) -> Any:
    if isinstance(raw, str) and raw.isascii() and raw.isdigit():
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        return None
    return datetime.fromtimestamp(int(raw), UTC) if 0 < raw < _LATEST else None


def _text(raw: Any) -> Any:
    try:
        told = datetime.fromisoformat(raw)
    except (TypeError, ValueError):
        return None
    return told.astimezone(UTC) if told.tzinfo else None


WireSeconds: TypeAlias = Annotated[datetime | None, BeforeValidator(_seconds)]
"""A time in seconds since 1970; ``None`` when it cannot be read."""

WireInstant: TypeAlias = Annotated[datetime | None, BeforeValidator(_text)]
"""A time as a text with its zone; ``None`` when it cannot be read."""
