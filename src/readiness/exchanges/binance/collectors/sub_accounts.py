"""Sub-accounts that exist, and what the main account's key sees of each.

Wallets are read as the account's own are (``spot``, ``margin``, ``futures``), so that
both views of a sub-account, its own key's and this one, are told once.
"""

from collections.abc import Iterable, Iterator, Sequence

from readiness.domain.items import Item, Position, Restriction, SubAccount
from readiness.exchanges.amounts import first_left, side_of
from readiness.exchanges.binance.collectors import futures
from readiness.exchanges.binance.wire.sub_accounts import (
    SubAccountRow,
    SubAccountStatus,
    SubAccountTotal,
    SubCoinmAccount,
    SubCoinmPositions,
    SubPosition,
    SubUsdmAccount,
    SubUsdmPositions,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.money import NOTHING
from readiness.exchanges.wire import mandatory


def listed(rows: Sequence[SubAccountRow], _: Traits) -> Iterator[Item]:
    """Every sub-account, frozen ones too."""
    for row in rows:
        managed = row.is_managed_sub_account or row.is_asset_management_sub_account
        yield SubAccount(
            name=row.email,
            uid=row.sub_user_id,
            type="managed" if managed else "",
            enabled=not row.is_freeze,
        )


def shown(rows: Sequence[SubAccountStatus | SubAccountTotal], _: Traits) -> Iterator[Item]:
    """Sub-accounts that another answer names: there is one even if the list lacks it."""
    for row in rows:
        yield SubAccount(name=row.email)


def disabled(rows: Sequence[SubAccountStatus], _: Traits) -> Iterator[Item]:
    """Sub-accounts that are switched off."""
    for row in rows:
        if not row.is_sub_user_enabled:
            yield Restriction(code="sub-account-disabled", text=row.email)


def usdm(rows: Sequence[SubUsdmAccount], traits: Traits) -> Iterator[Item]:
    """The USDⓈ-M wallet."""
    yield from futures.wallet("USDⓈ-M futures")([row.wallet for row in rows], traits)


def coinm(rows: Sequence[SubCoinmAccount], traits: Traits) -> Iterator[Item]:
    """The COIN-M wallet."""
    yield from futures.wallet("COIN-M futures")([row.wallet for row in rows], traits)


def positions(rows: Sequence[SubUsdmPositions | SubCoinmPositions], _: Traits) -> Iterator[Item]:
    """Positions of either kind of futures."""
    for row in rows:
        yield from _positions(row.positions)


def _positions(rows: Iterable[SubPosition]) -> Iterator[Item]:
    """Positions with a size, and flat ones that still keep margin."""
    for row in rows:
        size = mandatory(row.position_amount)
        margin = first_left(row.isolated_wallet, row.isolated_margin)
        if first_left(size) or margin:
            side = side_of(size, row.position_side)
            yield Position(
                # Two legs of one symbol: where no side is stated, the sign tells them apart.
                id=f"{row.symbol}:{side}",
                instrument=row.symbol,
                side=side,
                size=size,
                margin=margin or NOTHING,
            )
