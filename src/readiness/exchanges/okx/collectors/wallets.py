"""Balances: what is the user's own, and what is in bots, copy trading or lent out."""

from collections.abc import Iterator, Sequence

from readiness.domain import wording
from readiness.domain.amount import Exact, NotStated, Unreadable, total
from readiness.domain.items import Debt, Holding, Item, Nature, Position
from readiness.exchanges.amounts import (
    AnyAmount,
    first_left,
    less,
    negative,
    owed,
    worth,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.wallets import (
    FundingBalance,
    NonTradableAsset,
    TradingBalance,
    TradingDetail,
)
from readiness.exchanges.wire import mandatory

BALANCE_VIEW = "account/balance"


def funding(rows: Sequence[FundingBalance], _: Traits) -> Iterator[Item]:
    """Every asset of the funding account of which anything is left."""
    for row in rows:
        left = first_left(mandatory(row.bal), total([row.avail_bal, row.frozen_bal]))
        if left:
            yield Holding(asset=row.ccy, amount=left, frozen=row.frozen_bal)


def trading(rows: Sequence[TradingBalance], _: Traits) -> Iterator[Item]:
    """Every kind of money in the trading account, each told apart."""
    for row in rows:
        parts = [part for detail in row.details for part in _parts(detail)]
        yield from parts
        equity = first_left(
            mandatory(row.total_eq),
            # Positions and borrowings show here even if no currency does.
            row.notional_usd_for_swap,
            row.notional_usd_for_futures,
            row.notional_usd_for_option,
            row.notional_usd_for_borrow,
        )
        if equity and not parts and not any(_owes(detail) for detail in row.details):
            yield Holding(nature=Nature.UNEXPLAINED, asset="", amount=equity, value_usd=equity)


def _parts(row: TradingDetail) -> Iterator[Holding]:
    copied = total([row.spot_copy_trading_eq, row.smt_sync_eq, row.spot_iso_bal])
    kinds = (
        (Nature.OWN, first_left(mandatory(row.cash_bal), row.avail_bal)),
        (Nature.BOTS, first_left(row.stgy_eq)),
        (Nature.COPY_TRADING, first_left(copied)),
        (Nature.SNIPER, first_left(row.fixed_bal)),
        (Nature.LENT, first_left(row.auto_lend_mt_amt)),
        (Nature.TRIAL_FUND, first_left(row.reward_bal)),
    )
    parts = [(nature, amount) for nature, amount in kinds if amount is not None]
    told = False
    for nature, amount in parts:
        own = nature is Nature.OWN
        if own and negative(row.cash_bal):
            continue  # a negative balance is a debt; the debts' reader tells it
        told = told or nature is not Nature.TRIAL_FUND
        value = worth(amount, row.eq, row.eq_usd)
        if own:  # unrealised results are the user's own as well
            others = (part for kind, part in parts if kind not in (nature, Nature.TRIAL_FUND))
            value = less(row.eq_usd, [worth(part, row.eq, row.eq_usd) for part in others])
        yield Holding(
            nature=nature,
            asset=row.ccy,
            amount=amount,
            frozen=row.frozen_bal if own else NotStated(),
            value_usd=value,
        )
    rest = _beyond(row) if told else _anything(row)
    if rest and not (_owes(row) and not told):
        yield Holding(
            nature=Nature.UNEXPLAINED,
            asset=row.ccy,
            amount=rest,
            frozen=row.frozen_bal,
            value_usd=row.eq_usd,
        )


def _anything(row: TradingDetail) -> AnyAmount | None:
    return first_left(mandatory(row.eq), row.frozen_bal, row.ord_frozen, row.iso_eq)


def _beyond(row: TradingDetail) -> AnyAmount | None:
    """What equity or frozen money shows beyond the parts: accepted dust must not hide it."""
    if not isinstance(row.eq, Exact):
        return mandatory(row.eq)
    copied = (row.spot_copy_trading_eq, row.smt_sync_eq, row.spot_iso_bal)
    told = (row.cash_bal, row.stgy_eq, row.fixed_bal, *copied)
    parts = [part for part in told if not negative(part)]
    beyond = [less(whole, parts) for whole in (row.eq, row.frozen_bal, row.ord_frozen)]
    more = [rest for rest in beyond if isinstance(rest, Exact) and rest.value > 0]
    return max(more, key=lambda rest: rest.value, default=None)


def debts(rows: Sequence[TradingBalance], _: Traits) -> Iterator[Item]:
    """What the trading account owes, by currency."""
    for row in rows:
        for detail in row.details:
            yield from _debts_of(detail)


def _owes(row: TradingDetail) -> bool:
    return any(True for _ in _debts_of(row))


def positions_shown(rows: Sequence[TradingBalance], _: Traits) -> Iterator[Item]:
    """Positions of which a balance shows only the value: all a main account sees of a sub's."""
    for row in rows:
        for kind, value in (
            ("SWAP", row.notional_usd_for_swap),
            ("FUTURES", row.notional_usd_for_futures),
            ("OPTION", row.notional_usd_for_option),
        ):
            if first_left(value):
                yield Position(
                    id=f"shown-in-balance:{kind}",
                    instrument=kind,
                    side="",
                    size=Unreadable(raw=wording.NOT_SHOWN),
                    value_usd=owed(value),
                )


def borrowings_shown(rows: Sequence[TradingBalance], _: Traits) -> Iterator[Item]:
    """Borrowed value that a balance shows, in whatever it is."""
    for row in rows:
        if first_left(row.notional_usd_for_borrow):
            value = owed(row.notional_usd_for_borrow)
            yield Debt(asset="", amount=NotStated(), value_usd=value, view="notionalUsdForBorrow")


def _debts_of(row: TradingDetail) -> Iterator[Debt]:
    principal = first_left(row.liab, row.cross_liab, row.iso_liab, row.upl_liab)
    if principal is None and negative(row.cash_bal):
        principal = row.cash_bal
    if principal is None and first_left(row.interest) is None:
        return
    yield Debt(
        asset=row.ccy,
        amount=owed(principal if principal is not None else row.interest),
        interest=owed(row.interest),
        view=BALANCE_VIEW,
    )


def non_tradable(rows: Sequence[NonTradableAsset], _: Traits) -> Iterator[Item]:
    """Assets that can only be withdrawn; the fee is often due in another asset."""
    for row in rows:
        left = first_left(mandatory(row.bal))
        if left:
            yield Holding(
                asset=row.ccy,
                amount=left,
                details=(
                    ("chain", row.chain),
                    ("can_withdraw", "yes" if row.can_wd else "no"),
                    ("minimum_withdrawal", row.min_wd),
                    ("all_or_nothing", "yes" if row.wd_all else "no"),
                    ("fee", f"{row.fee} {row.fee_ccy}".strip()),
                ),
            )
