"""Portfolio margin, and portfolio margin Pro."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import Exact
from readiness.domain.items import Direction, Holding, Item, Nature, Stage, Transfer
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative
from readiness.exchanges.binance.collectors import futures
from readiness.exchanges.binance.collectors.money import nature_of
from readiness.exchanges.binance.wire.portfolio_margin import (
    BankruptcyLoan,
    PortfolioAccount,
    PortfolioBalance,
    PortfolioFuturesAccount,
    PortfolioLoan,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.money import NOTHING, borrowed, held
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import mandatory, moment
from readiness.language import message

_NORMAL: Final = "normal"
_UM: Final = "um"
_CM: Final = "cm"
_OPTIONS: Final = "options"


def balances(view: str) -> RowReader:
    """Every part of each asset: one part may owe what another one holds, so no sum is taken."""

    def read(rows: Sequence[PortfolioBalance], _: Traits) -> Iterator[Item]:
        for row in rows:
            yield from _parts(row, view)
            yield from _beyond(row)
            yield from _unrealised(row)
            yield from _debts(row, view)

    return read


def _parts(row: PortfolioBalance, view: str) -> Iterator[Item]:
    margin = first_left(
        mandatory(row.cross_margin_asset), row.cross_margin_free, row.cross_margin_locked
    )
    if margin:
        nature = nature_of(row.asset)
        yield held(row.asset, margin, view, frozen=row.cross_margin_locked, nature=nature)
    for name, amount in _futures(row):
        left = first_left(amount)
        if left:
            yield held(row.asset, left, view, name=name)


def _futures(row: PortfolioBalance) -> tuple[tuple[str, AnyAmount], ...]:
    return (
        (_UM, mandatory(row.um_wallet_balance)),
        (_CM, mandatory(row.cm_wallet_balance)),
        (_OPTIONS, row.option_wallet_balance),
    )


def _beyond(row: PortfolioBalance) -> Iterator[Item]:
    """What the whole shows beyond its parts."""
    parts = (row.cross_margin_asset, *(amount for _, amount in _futures(row)))
    whole = mandatory(row.total_wallet_balance)
    rest = less(whole, [part for part in parts if not negative(part)])
    if isinstance(rest, Exact) and rest.value > 0:
        yield Holding(nature=Nature.UNEXPLAINED, asset=row.asset, amount=rest)
    elif not isinstance(rest, Exact) or (
        negative(whole) and not any(negative(part) for part in parts)
    ):
        # No number, or less than nothing, and none of its parts says so.
        yield Holding(nature=Nature.UNEXPLAINED, asset=row.asset, amount=whole)


def _unrealised(row: PortfolioBalance) -> Iterator[Item]:
    """Profit or loss that is not realised: a position stands behind it."""
    profits = [(_UM, row.um_unrealized_pnl), (_CM, row.cm_unrealized_pnl)]
    if not first_left(row.option_wallet_balance):
        # Equity is the wallet and the options' worth: without a wallet, the worth alone.
        profits.append((_OPTIONS, row.option_equity))
    for name, amount in profits:
        if first_left(amount):
            yield Holding(
                nature=Nature.UNEXPLAINED, id=f"{name}-profit", asset=row.asset, amount=amount
            )


def _debts(row: PortfolioBalance, view: str) -> Iterator[Item]:
    """What is borrowed, and a deficit of futures, if no wallet below zero tells it already."""
    interest = mandatory(row.cross_margin_interest)
    debts = [borrowed(row.asset, mandatory(row.cross_margin_borrowed), interest, view)]
    if not any(negative(amount) for _, amount in _futures(row)):
        debts.append(borrowed(row.asset, row.negative_balance, NOTHING, view, name="deficit"))
    yield from filter(None, debts)


def in_debt(rows: Sequence[PortfolioBalance]) -> Iterator[str]:
    """Assets in which something is owed: loans have to be asked for one by one."""
    for row in rows:
        if first_left(mandatory(row.cross_margin_borrowed), mandatory(row.cross_margin_interest)):
            yield row.asset


def um_wallet(rows: Sequence[PortfolioFuturesAccount], _: Traits) -> Iterator[Item]:
    """The USDⓈ-M part of each asset, once more."""
    yield from _futures_wallet(rows, _UM, "papi/v2/um/account")


def cm_wallet(rows: Sequence[PortfolioFuturesAccount], _: Traits) -> Iterator[Item]:
    """The COIN-M part of each asset, once more."""
    yield from _futures_wallet(rows, _CM, "papi/v1/cm/account")


def _futures_wallet(
    rows: Sequence[PortfolioFuturesAccount], name: str, view: str
) -> Iterator[Item]:
    for row in rows:
        for entry in row.assets:
            left = first_left(mandatory(entry.cross_wallet_balance))
            if left:
                yield held(entry.asset, left, view, name=name)


def account_positions(rows: Sequence[PortfolioFuturesAccount], traits: Traits) -> Iterator[Item]:
    """Positions of either kind of futures."""
    for row in rows:
        yield from futures.positions(row.positions, traits)


def status(rows: Sequence[PortfolioAccount], _: Traits) -> Iterator[Item]:
    """The state of the account, unless it is normal: a call for margin, a liquidation."""
    for row in rows:
        if row.account_status.lower() != _NORMAL:
            if row.account_status:
                sentence = message("portfolio margin: {word}")
                yield restricted("accountStatus", sentence, word=row.account_status)
            else:
                yield restricted("accountStatus", message("portfolio margin: no word at all"))


_ENDED: Final = frozenset({"confirmed", "failed"})


def loans(rows: Sequence[PortfolioLoan], _: Traits) -> Iterator[Item]:
    """Borrowings that have not ended."""
    for row in rows:
        if row.status.lower() not in _ENDED:
            yield Transfer(
                id=row.tx_id,
                direction=Direction.IN,
                asset=row.asset,
                amount=row.principal,
                state=row.status,
                stage=Stage.MOVING if row.status.lower() == "pending" else Stage.UNRECOGNISED,
                since=moment(row.timestamp),
            )


def bankruptcy_loans(rows: Sequence[BankruptcyLoan], _: Traits) -> Iterator[Item]:
    """What a bankruptcy left unpaid."""
    view = "sapi/v1/portfolio/pmLoan"
    for row in rows:
        debt = borrowed(row.asset, mandatory(row.amount), NOTHING, view)
        if debt:
            yield debt
