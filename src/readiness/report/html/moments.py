"""Times of the page: always UTC, always said to be."""

from datetime import UTC, datetime


def minute(moment: datetime) -> str:
    """A moment to the minute, without the zone."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"
