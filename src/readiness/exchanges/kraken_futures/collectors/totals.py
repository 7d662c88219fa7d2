"""Kraken's own totals of the futures, to be held against what was found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from readiness.domain.items import Eligibility, Item, Total
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken_futures.collectors.wallets import MARGIN_ACCOUNT
from readiness.exchanges.kraken_futures.wire.wallets import Margin, SubAccount, Wallet
from readiness.exchanges.wire import mandatory

COLLATERAL: Final = "multi-collateral futures wallet"
"""All its currencies together, in US dollars."""
MARGIN: Final = "futures margin in use"
RESULT: Final = "unrealised result of futures"
FUNDING: Final = "unrealised funding of futures"


def totals(rows: Sequence[Wallet], _: Traits) -> Iterator[Item]:
    """What the collateral is worth, and the numbers that only orders and positions can have."""
    for wallet in rows:
        if wallet.currencies is not None:
            yield from _of_collateral(wallet)
        else:
            yield from _of_margin(wallet)


def sub_account_totals(rows: Sequence[SubAccount], _: Traits) -> Iterator[Item]:
    """The same of sub-accounts: orders and positions of theirs show nowhere else."""
    for row in rows:
        yield from _of_collateral(row.flex_account)


def _of_collateral(margin: Margin) -> Iterator[Item]:
    yield Total(place=COLLATERAL, value_usd=mandatory(margin.balance_value))
    kept = (margin.initial_margin, margin.initial_margin_with_orders, margin.maintenance_margin)
    yield from _signs(
        map(mandatory, kept), [mandatory(margin.pnl)], mandatory(margin.unrealized_funding)
    )


def _of_margin(wallet: Wallet) -> Iterator[Item]:
    kept, told = wallet.margin_requirements, wallet.auxiliary
    # Only a single-collateral wallet always states them; one of a new kind may.
    read = mandatory if wallet.type == MARGIN_ACCOUNT else _as_stated
    results = [read(told.pnl)]
    if not first_left(*map(mandatory, wallet.balances.values())):
        # Worth something with nothing in it: that can only be a result.
        results.append(told.pv)
    yield from _signs(map(read, (kept.im, kept.mm)), results, read(told.funding))


def _as_stated(amount: AnyAmount) -> AnyAmount:
    return amount


def _signs(
    margins: Iterable[AnyAmount], results: Iterable[AnyAmount], funding: AnyAmount
) -> Iterator[Item]:
    for name, amounts in ((MARGIN, margins), (RESULT, results), (FUNDING, (funding,))):
        if first_left(*amounts):
            yield Eligibility(type=name)
