"""Kraken on the test bench."""

from __future__ import annotations

from typing import Final

from tests.matrix.kraken_cases import CASES
from tests.matrix.kraken_faults import TABLE
from tests.matrix.rig import Money, Rig

from readiness.simulator import KrakenAccount

SUB: Final = "nobody"
"""Kraken lists no sub-accounts, so nobody ever asks for one."""


def _nothing(_account: KrakenAccount) -> None:
    """There is one kind of account, and everything is open to it."""


def _allocated(account: KrakenAccount) -> None:
    """A strategy in which something is, so that somebody asks whether it is still busy."""
    account.allocate("ESRFUO3-Q62XD-WIOIL7", "DOT", "1", suffix="")


def _second_wallet(account: KrakenAccount) -> None:
    """A wallet with nothing in it beside the default one."""
    account.open_wallet("spot", "grid", USDT="0")


KRAKEN: Final = Rig(
    exchange="kraken",
    cases=CASES,
    table=TABLE,
    modes={"spot": _nothing},
    sub=SUB,
    takes_part=_nothing,
    there={
        "Earn/AllocateStatus": _allocated,
        "Earn/DeallocateStatus": _allocated,
        "Balance:wallets": _second_wallet,
    },
    money=Money(
        put=lambda account: account.balance("TRX", "0.0001"),
        area="wallet.spot",
        asset="TRX",
    ),
    clock="Time",
    pairs=(
        ("BalanceEx", "OpenOrders"),
        ("DepositStatus", "OpenPositions"),
        ("Earn/Allocations", "WithdrawStatus"),
    ),
    slice=1999,
    told_by_the_key=frozenset({"account.key"}),
    silent=frozenset(
        {
            ("GetApiKeyInfo", "account.key"),
            ("GetApiKeyInfo", "account.restrictions"),
            ("SystemStatus", "account.restrictions"),
            ("ListWalletAccounts", "wallet.other"),
            ("Ledgers", "transfers.internal"),
        }
    ),
)
