"""Futures positions; KuCoin writes a short one with a quantity below zero."""

from collections.abc import Iterator, Sequence

from readiness.domain import wording
from readiness.domain.amount import Unreadable
from readiness.domain.items import Item, Position
from readiness.exchanges.amounts import first_left, side_of
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kucoin.collectors.orders import in_dollars
from readiness.exchanges.kucoin.collectors.wallets import DOLLARS
from readiness.exchanges.kucoin.wire.orders import FuturesPosition, UnifiedPosition
from readiness.exchanges.kucoin.wire.wallets import FuturesWallet
from readiness.exchanges.wire import mandatory


def classic(*, dollars: bool) -> RowReader:
    """Positions that are settled in dollars, or in anything else; flat ones may keep margin."""

    def read(rows: Sequence[FuturesPosition], _: Traits) -> Iterator[Item]:
        for row in rows:
            size, margin = mandatory(row.current_qty), mandatory(row.pos_margin)
            there = row.is_open or first_left(size, margin)
            if (row.settle_currency in DOLLARS) is dollars and there:
                side = side_of(size, row.position_side)
                yield Position(
                    id=row.id or f"{row.symbol}:{side}",
                    instrument=row.symbol,
                    side=side,
                    size=size,
                    margin=row.pos_margin,
                    margin_asset=row.settle_currency,
                    details=(("margin_mode", row.margin_mode),),
                )

    return read


def unified(*, dollars: bool) -> RowReader:
    """The same of a unified account."""

    def read(rows: Sequence[UnifiedPosition], _: Traits) -> Iterator[Item]:
        for row in rows:
            size = mandatory(row.size)
            if in_dollars(row.symbol) is dollars and first_left(size, row.initial_margin):
                yield Position(
                    id=row.id or row.symbol,
                    instrument=row.symbol,
                    side=side_of(size, ""),
                    size=size,
                    margin=row.initial_margin,
                    details=(("margin_mode", row.margin_mode),),
                )

    return read


def shown_in_wallets(*, dollars: bool) -> RowReader:
    """Positions of which a wallet shows only the margin: all a main account sees of a sub's."""

    def read(rows: Sequence[FuturesWallet], _: Traits) -> Iterator[Item]:
        for row in rows:
            margin = first_left(row.position_margin)
            if (row.currency in DOLLARS) is dollars and margin:
                yield Position(
                    id=f"shown-in-balance:{row.currency}",
                    instrument=row.currency,
                    side="",
                    size=Unreadable(raw=wording.NOT_SHOWN),
                    margin=margin,
                    margin_asset=row.currency,
                )

    return read
