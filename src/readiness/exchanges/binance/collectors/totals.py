"""The exchange's own totals, to be held against what was found."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import total
from readiness.domain.items import Holding, Item, Nature, Total
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.binance.wire.totals import ProductTotal, WalletPart, WalletTotal
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.wire import mandatory
from readiness.language import message

UNIT: Final = "USDT"
"""What Binance is asked to value everything in."""
TRADING_BOTS: Final = "Trading Bots"
COPY_TRADING: Final = "Copy Trading"
"""Two wallets that no other request shows."""
_NO_WALLET: Final = {
    (TRADING_BOTS,): message("no wallet called Trading Bots"),
    (COPY_TRADING,): message("no wallet called Copy Trading"),
    (TRADING_BOTS, COPY_TRADING): message("no wallet called Trading Bots or Copy Trading"),
}
SIMPLE_EARN: Final = "Simple Earn"
ON_CHAIN_YIELDS: Final = "On-chain Yields"
DUAL_INVESTMENT: Final = "Dual Investment"


def wallets(rows: Sequence[WalletTotal], _: Traits) -> Iterator[Item]:
    """What Binance says each wallet is worth, and how much of each asset is in all of them.

    An asset without a price is worth nothing in a total, whatever there is of it.
    """
    held: dict[str, list[AnyAmount]] = {}
    for row in rows:
        yield Total(place=row.wallet_name, value_usd=mandatory(row.balance))
        for part in row.asset_balances or ():
            amounts = (mandatory(part.free), part.locked, part.freeze, part.withdrawing)
            held.setdefault(part.asset, []).extend(amounts)
    for asset, parts in held.items():
        left = first_left(total(parts), *parts)
        if left:
            yield Holding(nature=Nature.ACROSS, id="all-wallets", asset=asset, amount=left)


def lacks_a_wallet(rows: Sequence[WalletTotal]) -> str:
    """The wallets that only this overview shows have to be in it."""
    shown = {row.wallet_name for row in rows}
    lacking = tuple(name for name in (TRADING_BOTS, COPY_TRADING) if name not in shown)
    return _NO_WALLET[lacking] if lacking else ""


def product(place: str) -> RowReader:
    """What Binance says all of one product is worth."""

    def read(rows: Sequence[ProductTotal], _: Traits) -> Iterator[Item]:
        for row in rows:
            yield Total(place=place, value_usd=mandatory(row.total_amount_in_usdt))

    return read


def inside(wallet: str, nature: Nature) -> RowReader:
    """What is in a wallet that only its total shows.

    Assets without a price are worth nothing in a total, so they are told one by one
    where Binance tells them.
    """

    def read(rows: Sequence[WalletTotal], _: Traits) -> Iterator[Item]:
        for row in rows:
            if row.wallet_name != wallet:
                continue
            parts = [item for part in row.asset_balances or () for item in _part(part, nature)]
            yield from parts
            whole = first_left(mandatory(row.balance))
            if whole and not parts:
                valued = (("total_valued_in", UNIT),)
                yield Holding(
                    nature=nature, asset=UNIT, amount=whole, value_usd=whole, details=valued
                )

    return read


def _part(row: WalletPart, nature: Nature) -> Iterator[Holding]:
    held_back = (row.locked, row.freeze, row.withdrawing)
    amounts = (mandatory(row.free), *held_back)
    left = first_left(total(amounts), *amounts)
    if left:
        yield Holding(nature=nature, asset=row.asset, amount=left, frozen=total(held_back))
