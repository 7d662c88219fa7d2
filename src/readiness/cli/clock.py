"""The one place where a command looks at the clock."""

from datetime import UTC, datetime


def now() -> datetime:
    """The current time, in UTC: every calendar day of the configuration is one in UTC."""
    return datetime.now(UTC)
