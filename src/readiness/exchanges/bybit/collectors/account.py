"""What is said of the account as a whole."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import CopyTie, CopyTrading, Discrepancy, Item
from readiness.exchanges.bybit.catalogue.modes import has_contract_wallet, has_spot_wallet
from readiness.exchanges.bybit.wire.account import AccountInfo, WalletTypes
from readiness.exchanges.catalogue import Traits

_KNOWN: Final = frozenset({"UNIFIED", "FUND"})


def leads(rows: Sequence[AccountInfo], _: Traits) -> Iterator[Item]:
    """Whether others copy the account's trades."""
    for row in rows:
        if row.is_master_trader:
            yield CopyTrading(tie=CopyTie.LEADS, id="isMasterTrader")


def own_wallets(rows: Sequence[WalletTypes], traits: Traits) -> Iterator[Item]:
    """Wallets of which no request shows what is in them; older accounts have two more."""
    shown = set(_KNOWN)
    if has_contract_wallet(traits):
        shown.add("CONTRACT")
    if has_spot_wallet(traits):
        shown.add("SPOT")
    yield from _beyond(rows, shown)


def wallets_of_sub_account(rows: Sequence[WalletTypes], _: Traits) -> Iterator[Item]:
    """The same of a sub-account; the main account's own wallets are in the answer as well."""
    yield from _beyond(rows[1:] if len(rows) > 1 else rows, _KNOWN)


def _beyond(rows: Sequence[WalletTypes], shown: set[str] | frozenset[str]) -> Iterator[Item]:
    for row in rows:
        for name in row.account_type:
            if name not in shown:
                yield Discrepancy(subject=f"{name} wallet")
