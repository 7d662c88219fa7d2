"""Balances: what is the user's own, what is lent to him, and what is owed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from readiness.domain.amount import Exact
from readiness.domain.items import Debt, Holding, Item, Nature
from readiness.exchanges.amounts import AnyAmount, first_left, less, negative, owed, worth
from readiness.exchanges.bybit.wire.wallets import (
    FiatBalance,
    Liability,
    TradingCoin,
    TradingWallet,
    WalletCoin,
    Withdrawable,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.money import NOTHING, held
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import mandatory
from readiness.language import message

UNIFIED: Final = "UNIFIED"
BALANCE_VIEW: Final = "account/wallet-balance"
COINS_VIEW: Final = "asset/transfer/query-account-coins-balance"
LIABILITY_VIEW: Final = "spot-margin-trade/liability"


def not_unified(rows: Sequence[TradingWallet]) -> str:
    """An answer about another kind of account says nothing of the unified one."""
    fits = all(row.account_type == UNIFIED for row in rows)
    return "" if fits else message("not of the account type that was asked for")


def trading(rows: Sequence[TradingWallet], _: Traits) -> Iterator[Item]:
    """Every coin of the unified account."""
    for row in rows:
        parts = [part for coin in row.coin for part in _parts(coin, row.account_type)]
        yield from parts
        equity = first_left(
            row.total_equity,
            row.total_wallet_balance,
            row.total_initial_margin,
            row.total_maintenance_margin,
            row.total_perp_upl,
        )
        if equity and not parts and not any(_owes(coin) for coin in row.coin):
            yield Holding(nature=Nature.UNEXPLAINED, asset="", amount=equity, value_usd=equity)


def _parts(coin: TradingCoin, account_type: str) -> Iterator[Holding]:
    own = first_left(mandatory(coin.wallet_balance), coin.locked)
    if own and not negative(coin.wallet_balance):  # a debt is told by the debts' reader
        whole = coin.equity == coin.wallet_balance
        yield Holding(
            asset=coin.coin,
            amount=own,
            frozen=coin.locked,
            value_usd=coin.usd_value if whole else worth(own, coin.equity, coin.usd_value),
            details=(("account_type", account_type),),
        )
    bonus = first_left(coin.bonus)
    if bonus:
        yield Holding(nature=Nature.TRIAL_FUND, asset=coin.coin, amount=bonus)
    rest = _beyond(coin) if own else _anything(coin)
    if rest and not (_owes(coin) and not own):
        yield Holding(
            nature=Nature.UNEXPLAINED, asset=coin.coin, amount=rest, value_usd=coin.usd_value
        )


def _anything(coin: TradingCoin) -> AnyAmount | None:
    in_use = (coin.total_order_im, coin.total_position_im, coin.total_position_mm)
    return first_left(mandatory(coin.equity), *in_use, coin.unrealised_pnl)


def _beyond(coin: TradingCoin) -> AnyAmount | None:
    """What equity shows beyond the balance: accepted dust must not hide it."""
    rest = less(coin.equity, [coin.wallet_balance])
    if not isinstance(rest, Exact):
        return mandatory(coin.equity)
    return rest if rest.value > 0 else None


def debts(rows: Sequence[TradingWallet], _: Traits) -> Iterator[Item]:
    """What the trading account owes, by coin."""
    for row in rows:
        for coin in row.coin:
            yield from _debts_of(coin)


def _owes(coin: TradingCoin) -> bool:
    return any(True for _ in _debts_of(coin))


def _debts_of(coin: TradingCoin) -> Iterator[Debt]:
    below = coin.wallet_balance if negative(coin.wallet_balance) else NOTHING
    principal = first_left(coin.borrow_amount, coin.spot_borrow, below)
    left = principal or first_left(coin.accrued_interest)
    if left:
        yield Debt(
            asset=coin.coin,
            amount=owed(left),
            interest=owed(coin.accrued_interest),
            view=BALANCE_VIEW,
        )


def liabilities(rows: Sequence[Liability], _: Traits) -> Iterator[Item]:
    """The same debts once more, told by where they come from."""
    for row in rows:
        parts = (row.fixed_borrow_amount, row.flexible_borrow_amount)
        left = first_left(
            mandatory(row.total_borrow_amount),
            *parts,
            row.spot_total_borrow,
            row.derivatives_borrow,
        )
        if left:
            yield Debt(asset=row.currency, amount=owed(left), view=LIABILITY_VIEW)


def coins(rows: Sequence[WalletCoin], _: Traits) -> Iterator[Item]:
    """Every coin of a wallet of which anything is left."""
    for row in rows:
        left = first_left(mandatory(row.wallet_balance), row.transfer_balance)
        if left:
            fixed = less(row.wallet_balance, [row.transfer_balance])
            stays = fixed if first_left(row.transfer_balance) and not negative(fixed) else NOTHING
            yield held(row.coin, left, COINS_VIEW, frozen=stays)
        bonus = first_left(row.bonus)
        if bonus:
            yield Holding(nature=Nature.TRIAL_FUND, asset=row.coin, amount=bonus)


def fiat(rows: Sequence[FiatBalance], _: Traits) -> Iterator[Item]:
    """Fiat money; what the funding wallet shows of it is told there."""
    for row in rows:
        left = first_left(mandatory(row.total_balance), row.balance, row.frozen_balance)
        if left:
            yield Holding(
                nature=Nature.ACROSS, asset=row.currency, amount=left, frozen=row.frozen_balance
            )


def held_back(rows: Sequence[Withdrawable], _: Traits) -> Iterator[Item]:
    """What risk control does not let go: asked coin by coin, and told for all of them."""
    for row in rows:
        left = first_left(mandatory(row.limit_amount_usd))
        if left:
            amount = f"{left.value:f}" if isinstance(left, Exact) else "?"
            yield restricted(
                "limitAmountUsd", message("risk control holds back {amount} USD"), amount=amount
            )


def trading_coins(rows: Sequence[TradingWallet]) -> Iterable[str]:
    """Every coin that the trading account tells of."""
    return [coin.coin for row in rows for coin in row.coin]


def wallet_coins(rows: Sequence[WalletCoin]) -> Iterable[str]:
    """The coins of a wallet of which anything is left; a list may show all others as well."""
    return [row.coin for row in rows if first_left(mandatory(row.wallet_balance))]
