"""OKX on the test bench."""

from __future__ import annotations

from typing import Final

from tests.matrix.cases import Arrange
from tests.matrix.okx_cases import CASES, SUB
from tests.matrix.okx_faults import TABLE
from tests.matrix.rig import Money, Rig

from readiness.simulator import OkxAccount


def _in_mode(mode: int) -> Arrange:
    def arrange(account: OkxAccount) -> None:
        account.mode = mode

    return arrange


def _takes_part(account: OkxAccount) -> None:
    for product in ("copy-trading", "p2p-merchant", "trading-team"):
        account.join(product)


OKX: Final = Rig(
    exchange="okx",
    cases=CASES,
    table=TABLE,
    modes={str(mode): _in_mode(mode) for mode in (3, 1, 2, 4)},
    sub=SUB,
    takes_part=_takes_part,
    money=Money(
        put=lambda account: account.funding("TRX", "0.0001"),
        area="wallet.funding",
        asset="TRX",
    ),
    clock="public/time",
    pairs=(
        ("asset/balances", "account/balance"),
        ("asset/deposit-history", "trade/orders-algo-pending"),
        ("users/subaccount/list", "asset/asset-valuation"),
        ("finance/savings/balance", "account/interest-limits"),
    ),
    slice=1499,
    told_by_the_key=frozenset({"account.key", "account.restrictions"}),
    # What would be in these two is told by other requests.
    silent=frozenset(
        {("account/config", "account.key"), ("account/config", "account.restrictions")}
    ),
)
