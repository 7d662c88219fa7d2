"""Says what things are worth. A missing price hides nothing: the thing itself stays."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated
from readiness.domain.answer import NotOpened, Seen, Unknown, items_of
from readiness.domain.items import Debt, Holding, Item
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.collect import fetch
from readiness.exchanges.reader import Read
from readiness.scan.connection import Connection

_PRECISION: Final = Decimal("1e-8")


async def price(
    connection: Connection, found: tuple[AreaAnswer, ...], now: Callable[[], datetime]
) -> tuple[AreaAnswer, ...]:
    """The answers, with values filled in where the exchange gave none."""
    if not any(_unpriced(item) for entry in found for item in items_of(entry.answer)):
        return found
    adapter = connection.adapter
    fetched = await fetch(connection.session, adapter.prices, {}, now, lambda _: None)
    if not isinstance(fetched.result, Read):
        return found
    prices = adapter.read_prices(fetched.result.rows)
    return tuple(_priced(entry, prices) for entry in found)


def _unpriced(item: Item) -> bool:
    return (
        isinstance(item, Holding | Debt)
        and isinstance(item.amount, Exact)
        and isinstance(item.value_usd, NotStated)
    )


def _priced(entry: AreaAnswer, prices: Mapping[str, Decimal]) -> AreaAnswer:
    match entry.answer:
        case Seen(items=items):
            changed = entry.answer.model_copy(update={"items": _values(items, prices)})
        case Unknown(partial=items):
            changed = entry.answer.model_copy(update={"partial": _values(items, prices)})
        case NotOpened():
            return entry
    return entry.model_copy(update={"answer": changed})


def _values(items: Iterable[Item], prices: Mapping[str, Decimal]) -> tuple[Item, ...]:
    result = []
    for item in items:
        if _unpriced(item) and isinstance(item, Holding | Debt) and item.asset in prices:
            assert isinstance(item.amount, Exact)  # noqa: S101 - said by _unpriced
            value = (item.amount.value * prices[item.asset]).quantize(_PRECISION)
            result.append(item.model_copy(update={"value_usd": Exact(value=value)}))
        else:
            result.append(item)
    return tuple(result)
