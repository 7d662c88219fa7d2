"""What began since the scan did: one reader for every list that says when a thing began."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from readiness.domain.amount import NotStated
from readiness.domain.items import Item, Movement
from readiness.exchanges.catalogue import SINCE, RowReader, Traits
from readiness.exchanges.wire import moment

_TEXT: Final = "%Y-%m-%d %H:%M:%S"


def any_moment(text: str) -> datetime | None:
    """A time in milliseconds, or as a text in UTC; ``None`` when it is neither."""
    try:
        return moment(text) or datetime.strptime(text, _TEXT).replace(tzinfo=UTC)
    except ValueError:
        return None


def is_since(at: datetime | None, traits: Traits) -> bool:
    """Whether it happened since the scan began; without a readable time it counts as such."""
    began = moment(traits.get(SINCE, ""))
    return at is None or began is None or at >= began


def begun(
    time: str, asset: str = "", amount: str = "", rows_of: str = "", *, name: str = ""
) -> RowReader:
    """Which rows began since the scan did; one without a readable time counts as such.

    Args:
        time: the row's field that says when it began.
        asset: the field that says what it is of.
        amount: the field that says of how much.
        rows_of: the field that holds the rows, where an answer is one row around them.
        name: the field that numbers it.
    """

    def read(rows: Sequence[Any], traits: Traits) -> Iterator[Item]:
        inner = [row for outer in rows for row in getattr(outer, rows_of)] if rows_of else rows
        for row in inner:
            at = any_moment(getattr(row, time))
            if is_since(at, traits):
                yield Movement(
                    id=getattr(row, name) if name else "",
                    asset=getattr(row, asset) if asset else "",
                    amount=getattr(row, amount) if amount else NotStated(),
                    at=at,
                )

    return read
