"""Sub-accounts that exist, and what the list of them shows of their wallets."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Item, SubAccount
from readiness.exchanges.amounts import first_left
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken_futures.collectors.wallets import collateral
from readiness.exchanges.kraken_futures.names import asset_of
from readiness.exchanges.kraken_futures.wire.wallets import SubAccount as Row
from readiness.exchanges.money import held
from readiness.exchanges.wire import mandatory

_VIEW: Final = "Kraken futures"


def listed(rows: Sequence[Row], _: Traits) -> Iterator[Item]:
    """Every sub-account on the list."""
    for row in rows:
        name = row.full_name or row.email or row.account_uid
        yield SubAccount(name=name, uid=row.account_uid)


def whose(row: Row) -> str:
    """The sub-account that a line is of."""
    return row.account_uid


def shared(rows: Sequence[Row], _: Traits) -> Iterator[Item]:
    """The holding wallet and the multi-collateral one."""
    for row in rows:
        for line in row.holding_accounts:
            amount = mandatory(line.amount)
            if first_left(amount):
                yield held(asset_of(line.currency), amount, _VIEW, name="cash")
        for part in row.flex_account.currencies:
            yield from collateral({part.currency: part}, "flex")


def single(rows: Sequence[Row], _: Traits) -> Iterator[Item]:
    """The single-collateral wallets: their free margin, by the name of the wallet.

    In which asset it is counted is not told beyond doubt, so none is named.
    """
    for row in rows:
        for wallet in row.futures_accounts:
            margin = mandatory(wallet.available_margin)
            if first_left(margin):
                yield held(wallet.name, margin, _VIEW, name=wallet.name)
