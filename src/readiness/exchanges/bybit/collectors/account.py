"""What is said of the account as a whole."""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from readiness.domain.items import CopyTie, CopyTrading, Discrepancy, Item
from readiness.exchanges.bybit.catalogue.modes import has_contract_wallet, has_spot_wallet
from readiness.exchanges.bybit.wire.account import AccountInfo, WalletTypes
from readiness.exchanges.catalogue import Traits

_KNOWN: Final = frozenset({"UNIFIED", "FUND"})
_OLDER: Final = frozenset({"CONTRACT", "SPOT"})
"""Wallets that only older accounts have."""


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
    """The same of a sub-account, whose older wallets are read where it has them."""
    yield from _beyond(_of_sub_account(rows), _KNOWN | _OLDER)


def unified_wallet(rows: Sequence[WalletTypes]) -> list[str]:
    """The trading wallet of a sub-account, if it is a unified one."""
    return _has(rows, {"UNIFIED"})


def older_wallets(rows: Sequence[WalletTypes]) -> list[str]:
    """The trading wallets of a sub-account from before there were unified ones."""
    return _has(rows, _OLDER)


def _has(rows: Sequence[WalletTypes], wanted: Set[str]) -> list[str]:
    return sorted({name for row in _of_sub_account(rows) for name in row.account_type} & wanted)


def _of_sub_account(rows: Sequence[WalletTypes]) -> Sequence[WalletTypes]:
    """The main account's own wallets stand in front of it."""
    return rows[1:]


def _beyond(rows: Sequence[WalletTypes], shown: Set[str]) -> Iterator[Item]:
    for row in rows:
        for name in row.account_type:
            if name not in shown:
                yield Discrepancy(subject=f"{name} wallet")
