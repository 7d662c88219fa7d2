"""The tables as SQLAlchemy sees them; ``migrations`` makes them."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Boolean, Column, Dialect, Integer, MetaData, String, Table
from sqlalchemy.types import TypeDecorator

META: Final = MetaData()


class Moment(TypeDecorator[datetime]):
    """A time in UTC, as text that sorts as time does."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write it down with microseconds, so that all are equally long."""
        del dialect
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read it back, aware."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


class Exactly(TypeDecorator[Decimal]):
    """A decimal number as text: nothing is rounded."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write it down."""
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """Read it back."""
        del dialect
        return None if value is None else Decimal(value)


SCANS: Final = Table(
    "scans",
    META,
    Column("id", Integer, primary_key=True),
    Column("account", String, nullable=False),
    Column("exchange", String, nullable=False),
    Column("trigger", String, nullable=False),
    Column("process", String, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("ending", String, nullable=False),
    Column("verdict", String),
    Column("blockers", Integer, nullable=False, default=0),
    Column("unknowns", Integer, nullable=False, default=0),
    Column("confirms", Integer, nullable=False, default=0),
    Column("value_usd", Exactly),
    Column("note", String, nullable=False, default=""),
    Column("owner", String, nullable=False, default=""),
)
"""One row for each scan of each account; the owner is the key's, where the exchange told it."""

DOCUMENTS: Final = Table(
    "documents",
    META,
    Column("scan_id", Integer, primary_key=True),
    Column("tool_version", String, nullable=False),
    Column("report", String, nullable=False),
    Column("snapshot", String),
)
"""What a scan that is done said and saw, as JSON."""

FIRST_SEEN: Final = Table(
    "first_seen",
    META,
    Column("account", String, primary_key=True),
    Column("fingerprint", String, primary_key=True),
    Column("since", Moment, nullable=False),
)
"""The beginning of each series that goes on; no retention touches it."""

BACKUPS: Final = Table(
    "backups",
    META,
    Column("id", Integer, primary_key=True),
    Column("account", String, nullable=False),
    Column("path", String, nullable=False),
    Column("finished_at", Moment, nullable=False),
    Column("complete", Boolean, nullable=False),
)
"""What was saved, and where."""
