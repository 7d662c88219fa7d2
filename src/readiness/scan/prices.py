"""Says what things are worth. A missing price hides nothing: the thing itself stays."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal, localcontext
from typing import Final

from readiness.domain.amount import WIDE, Exact, NotStated
from readiness.domain.answer import NotOpened, Seen, Unknown, items_of
from readiness.domain.items import Debt, Holding, Item
from readiness.domain.snapshot import AreaAnswer
from readiness.exchanges.collect import fetch
from readiness.scan.connection import Connection

_PRECISION: Final = Decimal("1e-8")


class Prices:
    """One exchange's prices, asked for once and only if something needs them."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        """Ask for nothing yet."""
        self._connection = connection
        self._now = now
        self._prices: Mapping[str, Decimal] | None = None

    async def fill_in(self, found: tuple[AreaAnswer, ...]) -> tuple[AreaAnswer, ...]:
        """The answers, with values where the exchange gave none."""
        if not any(_unpriced(item) for entry in found for item in items_of(entry.answer)):
            return found
        if self._prices is None:
            self._prices = await self._ask()
        prices = self._prices
        return tuple(_priced(entry, prices) for entry in found)

    async def _ask(self) -> Mapping[str, Decimal]:
        adapter = self._connection.adapter
        fetched = await fetch(self._connection.session, adapter.prices, {}, {}, self._now)
        return adapter.read_prices(fetched.read.rows)


def _unpriced(item: Item) -> bool:
    return (
        isinstance(item, Holding | Debt)
        and isinstance(item.amount, Exact)
        and isinstance(item.value_usd, NotStated)
    )


def _priced(entry: AreaAnswer, prices: Mapping[str, Decimal]) -> AreaAnswer:
    answer: Seen | NotOpened | Unknown
    match entry.answer:
        case Seen(items=items) as seen:
            answer = seen.model_copy(update={"items": _values(items, prices)})
        case Unknown(partial=items) as unknown:
            answer = unknown.model_copy(update={"partial": _values(items, prices)})
        case NotOpened():
            return entry
    return entry.model_copy(update={"answer": answer})


def _values(items: Iterable[Item], prices: Mapping[str, Decimal]) -> tuple[Item, ...]:
    return tuple(_valued(item, prices) for item in items)


def _valued(item: Item, prices: Mapping[str, Decimal]) -> Item:
    match item:
        case (
            Holding(amount=Exact(value=amount), value_usd=NotStated(), asset=asset)
            | Debt(amount=Exact(value=amount), value_usd=NotStated(), asset=asset)
        ) if asset in prices:
            with localcontext(WIDE):
                value = Exact(value=(amount * prices[asset]).quantize(_PRECISION))
            return item.model_copy(update={"value_usd": value})
        case _:
            return item
