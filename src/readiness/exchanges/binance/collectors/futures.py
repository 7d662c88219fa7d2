"""USDⓈ-M and COIN-M futures: wallets and positions.

Several requests show the same wallet and the same positions; each shows a case that
the others miss. What they show alike becomes the same items.
"""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Item, Position
from readiness.exchanges.amounts import AnyAmount, first_left, side_of
from readiness.exchanges.binance.wire.futures import (
    FuturesAccount,
    FuturesBalance,
    FuturesPosition,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.money import NOTHING, held
from readiness.exchanges.wire import mandatory


def wallet(view: str) -> RowReader:
    """The wallet in a futures ``account``; ``view`` names the wallet, for what it owes."""

    def read(rows: Sequence[FuturesAccount], _: Traits) -> Iterator[Item]:
        for row in rows:
            for entry in row.assets:
                yield from _balance(
                    entry.asset, entry.wallet_balance, entry.cross_wallet_balance, view
                )

    return read


def balances(view: str) -> RowReader:
    """The same wallet in a futures ``balance``."""

    def read(rows: Sequence[FuturesBalance], _: Traits) -> Iterator[Item]:
        for row in rows:
            yield from _balance(row.asset, row.balance, row.cross_wallet_balance, view)

    return read


def _balance(asset: str, whole: AnyAmount, cross: AnyAmount, view: str) -> Iterator[Item]:
    # What is available in the mode of several assets is worth that of others, and not left here.
    left = first_left(mandatory(whole), cross)
    if left:
        yield held(asset, left, view)


def account_positions(rows: Sequence[FuturesAccount], traits: Traits) -> Iterator[Item]:
    """Positions in a futures ``account``."""
    for row in rows:
        yield from positions(row.positions, traits)


def positions(rows: Sequence[FuturesPosition], _: Traits) -> Iterator[Item]:
    """Every position with a size, and flat ones that still keep margin."""
    for row in rows:
        size = mandatory(row.position_amt)
        margin = first_left(row.isolated_wallet, row.isolated_margin)
        if first_left(size) or margin:
            yield Position(
                id=f"{row.symbol}:{row.position_side}",
                instrument=row.symbol,
                side=side_of(size, row.position_side),
                size=size,
                margin=margin or NOTHING,
                margin_asset=row.margin_asset,
            )
