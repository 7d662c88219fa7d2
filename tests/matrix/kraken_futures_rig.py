"""Kraken's futures on the test bench, scanned by themselves."""

from __future__ import annotations

from typing import Final

from tests.matrix.kraken_futures_cases import CASES, SUB, sub_account
from tests.matrix.kraken_futures_faults import TABLE
from tests.matrix.rig import Money, Rig

_KEY: Final = "api/auth/v1/api-keys/v3/check"

KRAKEN_FUTURES: Final = Rig(
    exchange="kraken-futures",
    cases=CASES,
    table=TABLE,
    modes={"usual": lambda account: None},
    sub=SUB,
    takes_part=lambda account: None,
    # What is told of sub-accounts has to be of one.
    there={"derivatives/api/v3/subaccounts": sub_account},
    money=Money(
        put=lambda account: account.hold("xrp", "0.0001"),
        area="wallet.futures-usdm",
        asset="XRP",
    ),
    clock="derivatives/api/v3/tickers:clock",
    pairs=(
        ("derivatives/api/v3/accounts", "derivatives/api/v3/openorders"),
        ("derivatives/api/v3/assignmentprogram/current", "api/history/v3/account-log"),
        ("derivatives/api/v3/openorders", "derivatives/api/v3/openpositions"),
    ),
    slice=499,
    told_by_the_key=frozenset({"account.key", "account.restrictions"}),
    # What would be in these two is told by other requests.
    silent=frozenset({(_KEY, "account.key"), (_KEY, "account.restrictions")}),
)
