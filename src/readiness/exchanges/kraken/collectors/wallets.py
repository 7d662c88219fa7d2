"""Balances: the wallet's own, and what a name of its own says to be somewhere else.

An amount under an ending of Earn is the same money that Earn's own list tells; so it is a
receipt, which counts for itself only as far as that list does not tell it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import Exact, NotStated, total
from readiness.domain.items import Debt, Eligibility, Holding, Item, Nature
from readiness.exchanges.amounts import AnyAmount, first_left, negative, owed
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.kraken.names import Place, asset_of, understood
from readiness.exchanges.kraken.wire.account import WalletAccounts
from readiness.exchanges.kraken.wire.wallets import (
    Balance,
    CreditLines,
    ExtendedBalance,
    WalletBalance,
)
from readiness.exchanges.money import held
from readiness.exchanges.wire import mandatory

_BALANCE_VIEW: Final = "BalanceEx"
_CREDIT_VIEW: Final = "CreditLines"
_USUAL: Final = "main"
_AT_WORK: Final = (Place.FLEXIBLE, Place.BONDED, Place.STAKED)
HELD_BY_ORDERS: Final = "hold_trade"


def spot(rows: Sequence[ExtendedBalance], _: Traits) -> Iterator[Item]:
    """What is in the wallet itself, or held back in it; names that nobody documents too."""
    for row in rows:
        name = understood(row.name)
        left = _left(row)
        if name.place not in _AT_WORK and left and not negative(left):
            frozen = left if name.place is Place.HELD else row.hold_trade
            yield held(name.asset, left, _BALANCE_VIEW, name=name.told_apart, frozen=frozen)


def below_zero(rows: Sequence[ExtendedBalance], _: Traits) -> Iterator[Item]:
    """What a balance below zero says to be owed."""
    for row in rows:
        name = understood(row.name)
        if negative(row.balance):
            yield held(name.asset, row.balance, _BALANCE_VIEW, name=name.told_apart)


def at_work(place: Place) -> RowReader:
    """What names with an ending say to be in one kind of Earn."""

    def read(rows: Sequence[ExtendedBalance], _: Traits) -> Iterator[Item]:
        for row in rows:
            name = understood(row.name)
            left = _left(row)
            if name.place is place and left and not negative(left):
                yield Holding(
                    nature=Nature.RECEIPT,
                    id=name.told_apart,
                    asset=name.asset,
                    amount=left,
                    frozen=row.hold_trade,
                )

    return read


def _left(row: ExtendedBalance) -> AnyAmount | None:
    return first_left(mandatory(row.balance), mandatory(row.hold_trade))


def held_by_orders(rows: Sequence[ExtendedBalance], _: Traits) -> Iterator[Item]:
    """Something is held for orders, so there have to be some."""
    if any(first_left(mandatory(row.hold_trade)) for row in rows):
        yield Eligibility(type=HELD_BY_ORDERS)


def credit(rows: Sequence[ExtendedBalance], _: Traits) -> Iterator[Item]:
    """What of a credit line is used, as the balances tell it."""
    for row in rows:
        used = first_left(row.credit_used)
        if used:
            yield Debt(asset=asset_of(row.name), amount=owed(used), view=_BALANCE_VIEW)


def credit_lines(rows: Sequence[CreditLines], _: Traits) -> Iterator[Item]:
    """What of a credit line is used; a total that no asset explains is kept unnamed."""
    for row in rows:
        named = False
        for asset, detail in row.asset_details.items():
            used = first_left(mandatory(detail.credit_used))
            if used:
                named = True
                yield Debt(asset=asset_of(asset), amount=owed(used), view=_CREDIT_VIEW)
        unnamed = first_left(row.limits_monitor.total_credit_used_usd)
        if unnamed and not named:
            yield Debt(asset="", amount=NotStated(), value_usd=owed(unnamed), view=_CREDIT_VIEW)


def counted(rows: Sequence[Balance], _: Traits) -> Iterator[Item]:
    """Every asset as the shorter list of balances has it, in all of its places together."""
    amounts: dict[str, list[AnyAmount]] = defaultdict(list)
    for row in rows:
        amounts[understood(row.name).asset].append(mandatory(row.value))
    for asset, parts in amounts.items():
        whole = total(parts)
        if not isinstance(whole, Exact) or whole.value > 0:
            yield Holding(nature=Nature.ACROSS, id="Balance", asset=asset, amount=whole)


def other_wallets(rows: Sequence[WalletAccounts]) -> Iterator[str]:
    """The ids of all wallets but the one that is shown if none is named."""
    accounts = [account for row in rows for account in row.accounts]
    usual = next((account for account in accounts if account.type == _USUAL), None)
    if len(accounts) > 1:
        yield from (account.account_id for account in accounts if account is not usual)


def no_next_page(rows: Sequence[WalletAccounts]) -> bool:
    """Whether the list of wallets is all there is."""
    return all(row.cursor is None or not row.cursor.next for row in rows)


def in_another_wallet(rows: Sequence[WalletBalance], _: Traits) -> Iterator[Item]:
    """Every amount of another wallet, by its id."""
    for row in rows:
        name = understood(row.name)
        left = first_left(mandatory(row.value))
        if left:
            place = ":".join(filter(None, (row.wallet, name.told_apart)))
            yield held(name.asset, left, "Balance", name=place)
