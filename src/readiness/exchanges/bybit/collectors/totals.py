"""The exchange's own overview, to be held against what was found."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact, NotStated, total
from readiness.domain.items import Debt, Eligibility, Holding, Item, Nature, Total
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative, owed
from readiness.exchanges.bybit.wire.totals import AccountValue, CoinEquity, Overview
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.wire import mandatory, moment
from readiness.language import message

TRADING: Final = "UnifiedTradingAccount"
FUNDING: Final = "FundingAccount"
BOTS: Final = "TradingBot"
COPY_TRADING: Final = "CopyTrading"
LOANS: Final = ("CryptoLoans", "CryptoLoans_legacy")
IN_NO_PLACE: Final = "total"
"""Value that only the sum over everything shows."""
OVERVIEW_VIEW: Final = "asset/asset-overview"

_ROUNDING_USD: Final = Decimal(1)
"""The sum is stated in whole dollars."""
_OLDEST: Final = timedelta(minutes=5)
"""A snapshot from before that may be one from before the account was emptied."""


def overview(rows: Sequence[Overview], _: Traits) -> Iterator[Item]:
    """What each account type is worth; loans by their being there, since they are net values.

    A coin without a price is worth nothing in a total, so it is told by its amount. What is
    below zero is owed: in pay later for one, of which no request tells.
    """
    for row in rows:
        for account in row.accounts:
            if account.account_type in LOANS:
                if _anything(account):
                    yield Eligibility(type=account.account_type)
                continue
            if account.account_type != TRADING:
                yield from _debts(account)
            yield Total(place=account.account_type, value_usd=mandatory(account.total_equity))
            if not first_left(mandatory(account.total_equity)):
                yield from _unpriced(account)
                yield from _in_products(account)
        stated = mandatory(row.total_equity)
        rest = less(stated, [total(account.total_equity for account in row.accounts)])
        if not isinstance(rest, Exact):
            yield Total(place=IN_NO_PLACE, value_usd=stated)
        elif rest.value > _ROUNDING_USD:
            yield Total(place=IN_NO_PLACE, value_usd=rest)


def _anything(account: AccountValue) -> bool:
    amounts = (coin.equity for coin in account.coins)
    return first_left(*map(mandatory, (*_values(account), *amounts))) is not None


def _values(account: AccountValue) -> tuple[AnyAmount, ...]:
    """What it is worth in all, and product by product."""
    return (account.total_equity, *(category.equity for category in account.categories))


def _in_products(account: AccountValue) -> Iterator[Item]:
    """What a product is worth that names no coin, where the total of all of them is nothing."""
    for category in account.categories:
        if not category.coin_detail and not negative(category.equity):
            yield Total(place=account.account_type, value_usd=mandatory(category.equity))


def _unpriced(account: AccountValue) -> Iterator[Item]:
    for coin in _held(account.coins):
        yield Holding(
            nature=Nature.ACROSS,
            id=account.account_type,
            asset=coin.coin,
            amount=mandatory(coin.equity),
        )


def _held(coins: Sequence[CoinEquity]) -> Iterator[CoinEquity]:
    return (c for c in coins if first_left(mandatory(c.equity)) and not negative(c.equity))


def trading_debts(rows: Sequence[Overview], _: Traits) -> Iterator[Item]:
    """What is below zero in the trading account."""
    for account in (account for row in rows for account in row.accounts):
        if account.account_type == TRADING:
            yield from _debts(account)


def _debts(account: AccountValue) -> Iterator[Debt]:
    """What is below zero, coin by coin; a value below zero that no coin explains is owed too."""
    place = (("account_type", account.account_type),)
    below = [coin for coin in account.coins if negative(coin.equity)]
    for coin in below:
        yield Debt(asset=coin.coin, amount=owed(coin.equity), view=OVERVIEW_VIEW, details=place)
    value = next(filter(negative, _values(account)), None)
    if value and not below:
        yield Debt(
            asset="", amount=NotStated(), value_usd=owed(value), view=OVERVIEW_VIEW, details=place
        )


def inside(account_type: str, nature: Nature) -> RowReader:
    """What is in an account type that nothing else shows, product by product."""

    def read(rows: Sequence[Overview], _: Traits) -> Iterator[Item]:
        for account in (account for row in rows for account in row.accounts):
            if account.account_type == account_type:
                yield from _inside(account, nature)

    return read


def _inside(account: AccountValue, nature: Nature) -> Iterator[Item]:
    kinds = ((kind.category, kind.coin_detail) for kind in account.categories)
    products = (("", account.coin_detail), *kinds)
    parts = [
        Holding(nature=nature, id=product, asset=coin.coin, amount=mandatory(coin.equity))
        for product, coins in products
        for coin in _held(coins)
    ]
    yield from parts
    whole = first_left(*map(mandatory, _values(account)))
    if whole and not parts:
        yield Holding(
            nature=nature,
            asset="USD",
            amount=whole,
            value_usd=whole,
            details=(("total_valued_in", "USD"),),
        )


def objection(rows: Sequence[Overview]) -> str:
    """The wallet that everybody has must be in it, and nothing may be old."""
    for row in rows:
        if all(account.account_type != FUNDING for account in row.accounts):
            return message("no account type FundingAccount")
        now = moment(row.answered_at)
        taken = [moment(account.snapshot_time) for account in row.accounts]
        if now is None or any(at is None or now - at > _OLDEST for at in taken):
            return message("a snapshot that is old, or does not say when it was taken")
    return ""
