"""Funding, spot, margin, futures and unified wallets, and what they owe.

KuCoin counts what is on hold as part of the balance. Debts of cross, isolated and unified
accounts are different debts, which add up: they are one view.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from readiness.domain.amount import NotStated, total
from readiness.domain.items import Debt, Discrepancy, Holding, Item, Nature, Total
from readiness.exchanges.amounts import AnyAmount, first_left, negative, owed
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kucoin.wire.account import Contract
from readiness.exchanges.kucoin.wire.wallets import (
    FuturesWallet,
    IsolatedAccount,
    MarginAccount,
    MarginAsset,
    SpotBalance,
    UnifiedBalance,
    UnifiedCurrency,
    UnifiedOverview,
)
from readiness.exchanges.money import borrowed, held
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import mandatory
from readiness.language import message

VIEW: Final = "margin"
FUNDING: Final = "main"
"""What KuCoin's spot API calls the funding account."""
_TRADE: Final = "trade"
_QUOTE: Final = "USDT"
"""What margin totals are counted in, unless something else is asked for."""
_ALWAYS: Final = ("XBT", "USDT", "USDC")
_ASKED_FOR: Final = frozenset({*_ALWAYS, "BTC"})
"""Coins of futures that are asked for one by one; the newer API has another name for one."""
DOLLARS: Final = frozenset({"USDT", "USDC"})
"""Coins whose futures are margined in dollars; every other one is margined in a coin."""
_FINE: Final = frozenset({"", "EFFECTIVE", "CLEAR"})
"""Words for a margin account with which nothing is going on."""


def funding(rows: Sequence[SpotBalance], _: Traits) -> Iterator[Item]:
    """Every asset of the funding account of which anything is left."""
    for row in rows:
        if row.type == FUNDING:
            yield from balance(row.currency, row.balance, row.available, row.holds)


def spot(rows: Sequence[SpotBalance], _: Traits) -> Iterator[Item]:
    """The same of the spot account, and of accounts that nobody documents any more."""
    for row in rows:
        if row.type != FUNDING:
            name = "" if row.type == _TRADE else row.type
            yield from balance(row.currency, row.balance, row.available, row.holds, name)


def balance(
    asset: str, whole: AnyAmount, available: AnyAmount, hold: AnyAmount, name: str = ""
) -> Iterator[Item]:
    """What is left of one asset in one account; the part on hold is frozen."""
    left = first_left(mandatory(whole), mandatory(available), mandatory(hold))
    if left:
        yield held(asset, left, VIEW, name=name, frozen=hold)


def cross(rows: Sequence[MarginAccount], _: Traits) -> Iterator[Item]:
    """What is left in the cross margin account."""
    for row in rows:
        items = [item for asset in row.accounts for item in _own(asset)]
        yield from items or _unexplained(row.total_asset_of_quote_currency)


def cross_debts(rows: Sequence[MarginAccount], _: Traits) -> Iterator[Item]:
    """What the cross margin account owes."""
    for row in rows:
        debts = [debt for asset in row.accounts for debt in _debts(asset)]
        yield from debts or _owed_in_all(row.total_liability_of_quote_currency)


def cross_state(rows: Sequence[MarginAccount], _: Traits) -> Iterator[Item]:
    """A borrowing, repayment or liquidation that is under way."""
    for row in rows:
        if row.status not in _FINE:
            yield restricted("margin-status", message("cross margin: {state}"), state=row.status)


def isolated(rows: Sequence[IsolatedAccount], _: Traits) -> Iterator[Item]:
    """What is left in each isolated pair, on either side of it."""
    for row in rows:
        items = [item for asset, name in _sides(row) for item in _own(asset, name)]
        yield from items or _unexplained(row.total_asset_of_quote_currency)


def isolated_debts(rows: Sequence[IsolatedAccount], _: Traits) -> Iterator[Item]:
    """What each isolated pair owes."""
    for row in rows:
        debts = [debt for asset, name in _sides(row) for debt in _debts(asset, name)]
        yield from debts or _owed_in_all(row.total_liability_of_quote_currency)


def isolated_state(rows: Sequence[IsolatedAccount], _: Traits) -> Iterator[Item]:
    """A borrowing, repayment or liquidation of a pair that is under way."""
    for row in rows:
        for pair in row.assets:
            if pair.status not in _FINE:
                yield restricted(
                    "isolated-status",
                    message("isolated margin of {symbol}: {state}"),
                    symbol=pair.symbol,
                    state=pair.status,
                )


def _sides(row: IsolatedAccount) -> Iterator[tuple[MarginAsset, str]]:
    for pair in row.assets:
        yield pair.base_asset, f"{pair.symbol}:base"
        yield pair.quote_asset, f"{pair.symbol}:quote"


def _own(row: MarginAsset, name: str = "") -> Iterator[Item]:
    if not negative(row.total):  # a balance below zero is a debt, which the debts' reader tells
        yield from balance(row.currency, row.total, row.available, row.hold, name)


def _debts(row: MarginAsset, name: str = "") -> Iterator[Debt]:
    whole = first_left(mandatory(row.liability), row.liability_principal)
    if whole is None and negative(row.total):
        whole = row.total
    debt = borrowed(row.currency, whole or NotStated(), row.liability_interest, VIEW, name=name)
    if debt:
        yield debt


def _unexplained(whole: AnyAmount) -> Iterator[Item]:
    """A total that no asset explains."""
    left = first_left(whole)
    if left:
        details = (("total_valued_in", _QUOTE),)
        yield Holding(nature=Nature.UNEXPLAINED, asset=_QUOTE, amount=left, details=details)


def _owed_in_all(whole: AnyAmount) -> Iterator[Item]:
    if first_left(whole):
        details = (("total_valued_in", _QUOTE),)
        yield Debt(asset=_QUOTE, amount=owed(whole), view=VIEW, details=details)


def futures(*, dollars: bool) -> RowReader:
    """What is left of the coins in which futures are settled: dollars, or all others."""

    def read(rows: Sequence[FuturesWallet], _: Traits) -> Iterator[Item]:
        for row in rows:
            if (row.currency in DOLLARS) is dollars:
                yield from futures_wallet(row)

    return read


def futures_wallet(row: FuturesWallet) -> Iterator[Item]:
    """One settlement coin; what positions, orders and transfers hold is frozen."""
    held_back = [mandatory(p) for p in (row.position_margin, row.order_margin, row.frozen_funds)]
    left = first_left(
        mandatory(row.account_equity),
        mandatory(row.margin_balance),
        mandatory(row.available_balance),
        *held_back,
    )
    if left:
        yield held(row.currency, left, VIEW, frozen=total(held_back))


def not_of(account_type: str) -> Callable[[Sequence[UnifiedBalance]], str]:
    """An answer about another kind of account says nothing of this one."""

    def objection(rows: Sequence[UnifiedBalance]) -> str:
        fits = all(row.account_type == account_type for row in rows)
        return "" if fits else message("not of the account type that was asked for")

    return objection


def unlisted_futures(rows: Sequence[UnifiedBalance], _: Traits) -> Iterator[Item]:
    """Coins of futures beyond those that are asked for whatever contracts are listed."""
    for row in rows:
        for part in row.accounts:
            for entry in part.currencies:
                if entry.currency not in _ASKED_FOR:
                    yield from unified_currency(entry)
                    yield from unified_debt(entry)


def unified(rows: Sequence[UnifiedBalance], _: Traits) -> Iterator[Item]:
    """Every currency of the unified account of which anything is left."""
    for row in rows:
        for part in row.accounts:
            for entry in part.currencies:
                yield from unified_currency(entry, part.account_sub_type)


def unified_currency(row: UnifiedCurrency, name: str = "") -> Iterator[Item]:
    """One currency; equity counts what positions have not realised, where it is stated."""
    parts = (mandatory(row.balance), mandatory(row.available), mandatory(row.hold))
    left = first_left(*parts, row.equity, row.unrealised_pnl)
    if left is None:
        return
    # A balance or an equity below zero is a debt, which the debts' reader tells.
    if not negative(row.balance) and not (negative(left) and negative(row.equity)):
        yield held(row.currency, left, VIEW, name=name, frozen=row.hold)


def unified_debts(rows: Sequence[UnifiedBalance], _: Traits) -> Iterator[Item]:
    """What the unified account owes, by currency."""
    for row in rows:
        for part in row.accounts:
            for entry in part.currencies:
                yield from unified_debt(entry, part.account_sub_type)


def unified_debt(row: UnifiedCurrency, name: str = "") -> Iterator[Item]:
    """What is owed of one currency."""
    whole = first_left(row.liability, row.liability_principle)
    below = next((part for part in (row.balance, row.equity) if negative(part)), None)
    debt = borrowed(
        row.currency, whole or below or NotStated(), row.liability_interest, VIEW, name=name
    )
    if debt:
        yield debt


def unified_total(rows: Sequence[UnifiedOverview], _: Traits) -> Iterator[Item]:
    """What KuCoin says the unified account is worth, to be held against what was found.

    Margin that is in use says that there is an order or a position, whatever the lists say.
    """
    for row in rows:
        yield Total(place=UNIFIED, value_usd=mandatory(row.equity))
        if first_left(row.im):
            yield Discrepancy(subject=IN_USE, value_usd=row.im)


def unified_total_debts(rows: Sequence[UnifiedOverview], _: Traits) -> Iterator[Item]:
    """What it says that the unified account owes; below zero in all, it owes as well."""
    for row in rows:
        below = row.equity if negative(row.equity) else NotStated()
        left = first_left(mandatory(row.liability), below)
        if left:
            yield Debt(asset="", amount=NotStated(), value_usd=owed(left), view=OVERVIEW_VIEW)


UNIFIED: Final = "unified"
"""The place of that total."""
IN_USE: Final = "unified margin"
OVERVIEW_VIEW: Final = "ua/v1/unified/account/overview"


def settlement_coins(rows: Sequence[Contract]) -> Iterable[str]:
    """Every coin that contracts are settled in; three are asked for whatever is listed."""
    return dict.fromkeys((*_ALWAYS, *(row.settle_currency for row in rows)))
