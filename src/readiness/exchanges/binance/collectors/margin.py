"""Cross and isolated margin: what is there, what is owed, and what is being borrowed."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import total
from readiness.domain.items import (
    Debt,
    Direction,
    Holding,
    Item,
    Nature,
    Stage,
    Transfer,
)
from readiness.exchanges.amounts import AnyAmount, first_left, negative
from readiness.exchanges.binance.wire.margin import (
    BorrowRepay,
    IsolatedAccount,
    LiquidationLoan,
    LoanGroup,
    LoanGroupDetails,
    MarginAccount,
    MarginAsset,
    SmallLiability,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.money import NOTHING, borrowed, held
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import mandatory, moment
from readiness.language import message

DEBTS_VIEW: Final = "margin"
"""Cross, isolated and liquidation debts are different debts, which add up: one view."""
SMALL_VIEW: Final = "sapi/v1/margin/exchange-small-liability"
"""The small ones among the cross debts, told again."""
_IN_BTC: Final = "BTC"


def cross(rows: Sequence[MarginAccount], _: Traits) -> Iterator[Item]:
    """Every asset of the cross margin account of which anything is left."""
    for row in rows:
        items = [item for asset in row.user_assets for item in _own(asset)]
        yield from items
        if not items:
            yield from _unexplained(row.total_asset_of_btc)


def cross_debts(rows: Sequence[MarginAccount], _: Traits) -> Iterator[Item]:
    """Everything that the cross margin account owes."""
    for row in rows:
        debts = [debt for asset in row.user_assets for debt in _debts(asset)]
        yield from debts
        if not debts:
            yield from _owed_in_all(row.total_liability_of_btc)


def cross_flags(rows: Sequence[MarginAccount], traits: Traits) -> Iterator[Item]:
    """What keeps the money in it: of no weight where there is neither money nor debt."""
    for row in rows:
        if not [*cross([row], traits), *cross_debts([row], traits)]:
            continue
        for flag, allowed in (
            ("tradeEnabled", row.trade_enabled),
            ("transferOutEnabled", row.transfer_out_enabled),
        ):
            if not allowed:
                yield restricted(flag, message("cross margin: {flag} is false"), flag=flag)


def isolated(rows: Sequence[IsolatedAccount], _: Traits) -> Iterator[Item]:
    """What is left in each isolated pair, on either side of it."""
    for row in rows:
        items = [item for asset, name in _sides(row) for item in _own(asset, name)]
        yield from items
        if not items:
            yield from _unexplained(row.total_asset_of_btc)


def isolated_debts(rows: Sequence[IsolatedAccount], _: Traits) -> Iterator[Item]:
    """What each isolated pair owes."""
    for row in rows:
        debts = [debt for asset, name in _sides(row) for debt in _debts(asset, name)]
        yield from debts
        if not debts:
            yield from _owed_in_all(row.total_liability_of_btc)


def isolated_symbols(rows: Sequence[IsolatedAccount]) -> Iterator[str]:
    """Every isolated pair: orders have to be asked for one by one."""
    for row in rows:
        for pair in row.assets:
            yield pair.symbol


def _sides(row: IsolatedAccount) -> Iterator[tuple[MarginAsset, str]]:
    for pair in row.assets:
        yield pair.base_asset, f"{pair.symbol}:base"
        yield pair.quote_asset, f"{pair.symbol}:quote"


def _own(row: MarginAsset, name: str = "") -> Iterator[Item]:
    free, locked = mandatory(row.free), mandatory(row.locked)
    left = first_left(total([free, locked]), free, locked)
    net = first_left(mandatory(row.net_asset))
    if left:
        yield held(row.asset, left, DEBTS_VIEW, name=name, frozen=locked)
    elif net and not any(_debts(row)):
        # A net amount that no part explains; below zero it is a debt.
        yield held(row.asset, net, DEBTS_VIEW, name=name, nature=Nature.UNEXPLAINED)


def _debts(row: MarginAsset, name: str = "") -> Iterator[Debt]:
    debt = borrowed(
        row.asset, mandatory(row.borrowed), mandatory(row.interest), DEBTS_VIEW, name=name
    )
    if debt is None and negative(row.net_asset):
        debt = borrowed(row.asset, row.net_asset, NOTHING, DEBTS_VIEW, name=name)
    if debt:
        yield debt


def _unexplained(whole: AnyAmount) -> Iterator[Item]:
    """A total that no asset explains; Binance values it in BTC."""
    left = first_left(whole)
    if left:
        details = (("total_valued_in", _IN_BTC),)
        yield Holding(nature=Nature.UNEXPLAINED, asset=_IN_BTC, amount=left, details=details)


def _owed_in_all(whole: AnyAmount) -> Iterator[Item]:
    if first_left(whole):
        details = (("total_valued_in", _IN_BTC),)
        yield Debt(asset=_IN_BTC, amount=whole, view=DEBTS_VIEW, details=details)


def small_liabilities(rows: Sequence[SmallLiability], _: Traits) -> Iterator[Item]:
    """Cross debts small enough to be cleared by an exchange; each that is listed is owed."""
    for row in rows:
        debt = borrowed(row.asset, mandatory(row.principal), mandatory(row.interest), SMALL_VIEW)
        if debt:
            yield debt


def liquidation_loans(rows: Sequence[LiquidationLoan], _: Traits) -> Iterator[Item]:
    """What a liquidation left unpaid."""
    for row in rows:
        left = mandatory(row.remaining_amount)
        debt = borrowed(row.asset, left, NOTHING, DEBTS_VIEW, name=wording.LIQUIDATION_LOAN)
        if debt:
            yield debt


_ENDED: Final = frozenset({"confirmed", "failed"})


def borrowings(rows: Sequence[BorrowRepay], _: Traits) -> Iterator[Item]:
    """Borrowings and repayments that have not ended."""
    for row in rows:
        if row.status.lower() not in _ENDED:
            yield Transfer(
                id=row.tx_id,
                direction=Direction.IN,
                asset=row.asset,
                amount=row.amount,
                state=row.status,
                stage=Stage.MOVING if row.status.lower() == "pending" else Stage.UNRECOGNISED,
                since=moment(row.timestamp),
                details=(("type", row.type), ("isolated", row.isolated_symbol)),
            )


def loan_groups(rows: Sequence[LoanGroup], _: Traits) -> Iterator[Item]:
    """Groups of an institutional loan: each binds every account in it."""
    for row in rows:
        yield restricted(
            "loan-group",
            message("institutional loan group {group} with {members} members is active"),
            group=row.group_id,
            members=len(row.members),
        )


def loan_group_debts(rows: Sequence[LoanGroupDetails], _: Traits) -> Iterator[Item]:
    """What a group owes, and what of the parent account it holds back."""
    view = "sapi/v1/margin/loan-group/ltv-details"
    for row in rows:
        group = f"group {row.group_id}"
        debts = [
            debt
            for entry in row.liabilities
            if (
                debt := borrowed(
                    entry.asset_name,
                    mandatory(entry.principal),
                    mandatory(entry.interest),
                    view,
                    name=group,
                )
            )
        ]
        yield from debts
        whole = mandatory(row.total_liability)
        if not debts and first_left(whole):
            yield Debt(asset="", amount=NOTHING, value_usd=whole, view=view)
        frozen = first_left(row.parent_account_frozen_amount)
        if frozen:
            yield Holding(
                nature=Nature.COLLATERAL, id=group, asset="", amount=frozen, value_usd=frozen
            )
