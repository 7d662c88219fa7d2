"""Bybit on the test bench."""

from __future__ import annotations

from typing import Final

from tests.matrix.bybit_cases import CASES
from tests.matrix.bybit_faults import TABLE
from tests.matrix.bybit_support import (
    FIRST,
    NEWEST,
    OLD,
    OWN_KEY,
    SUB,
    classic,
    classic_sub,
    first_generation,
    funded,
    may_convert,
    own_key,
    traded,
)
from tests.matrix.rig import Money, Rig

BYBIT: Final = Rig(
    exchange="bybit",
    cases=CASES,
    table=TABLE,
    modes={
        NEWEST: lambda account: None,
        FIRST: first_generation,
        OLD: classic,
        OWN_KEY: own_key,
    },
    sub=SUB,
    takes_part=may_convert,
    # A coin has to be there before anything is asked about it.
    there={
        "asset/withdraw/withdrawable-amount": traded(),
        "asset/withdraw/withdrawable-amount:funding": funded(),
        "spot-margin-trade/liability": traded(),
        "asset/transfer/query-account-coins-balance:sub-classic": classic_sub,
    },
    by_hand={OLD: ("loans.margin",)},
    money=Money(
        put=lambda account: account.fund("TRX", "0.0001"),
        area="wallet.funding",
        asset="TRX",
    ),
    clock="market/time",
    pairs=(
        ("asset/transfer/query-account-coins-balance", "order/realtime"),
        ("asset/deposit/query-record", "strategy/list"),
        ("user/submembers", "position/list"),
        ("earn/position", "ins-loan/loan-order"),
    ),
    slice=3001,
    told_by_the_key=frozenset({"account.key"}),
    # What would be in these two is told by other requests.
    silent=frozenset(
        {("user/query-api", "account.key"), ("user/query-api", "account.restrictions")}
    ),
)
