"""KuCoin on the test bench."""

from __future__ import annotations

from typing import Final

from tests.matrix.cases import Arrange
from tests.matrix.kucoin_cases import (
    BY_COIN,
    CASES,
    OWN_KEY,
    PLAIN,
    STRICT,
    SUB,
    UNIFIED,
)
from tests.matrix.kucoin_faults import TABLE
from tests.matrix.rig import Money, Rig

from readiness.exchanges.kucoin.catalogue.service import BY_MODE
from readiness.simulator import KucoinAccount

_CONTRACTS: Final = "api/v1/contracts/active"
_SYMBOLS: Final = "api/v1/hf/orders/active/symbols"
_MARGIN_ACTIVE: Final = "api/v3/hf/margin/orders/active"
_MARGIN_SYMBOLS: Final = "api/v3/hf/margin/order/active/symbols"


def _plain(account: KucoinAccount) -> None:
    account.settings.update(enforces=False)


def _by_coin(account: KucoinAccount) -> None:
    account.settings.update(enforces=False, currency_required=True)


def _unified(account: KucoinAccount) -> None:
    _plain(account)
    account.mode = "UNIFIED"


def _own_key(account: KucoinAccount) -> KucoinAccount:
    below = account.sub_account(SUB, key=f"fake-key-of-{SUB}")
    _plain(below)
    return below


def _with_sub(account: KucoinAccount) -> None:
    account.sub_account(SUB)


def _named(place: str) -> Arrange:
    """A pair is named, and the order that was there is gone when the pair is asked about."""
    return lambda account: account.put(place, "TRX-USDT")


def _with_coin(account: KucoinAccount) -> None:
    account.funding("TRX", "0")


KUCOIN: Final = Rig(
    exchange="kucoin",
    cases=CASES,
    table=TABLE,
    modes={
        PLAIN: _plain,
        STRICT: lambda account: None,
        BY_COIN: _by_coin,
        UNIFIED: _unified,
        OWN_KEY: _own_key,
    },
    sub=SUB,
    takes_part=lambda account: None,
    there={
        "api/v1/account-overview": _own_key,
        **dict.fromkeys(
            (
                "api/v2/sub-accounts",
                "api/v1/account-overview-all:subs",
                "api/ua/v1/sub-account/balance",
            ),
            _with_sub,
        ),
        **dict.fromkeys(
            ("api/v1/hf/orders/active", "api/v1/hf/orders/active/page"), _named(_SYMBOLS)
        ),
        **dict.fromkeys(
            (f"{_MARGIN_ACTIVE}:cross", f"{_MARGIN_ACTIVE}:isolated"), _named(_MARGIN_SYMBOLS)
        ),
        **dict.fromkeys(("api/v1/deposits:coin", "api/v1/withdrawals:coin"), _with_coin),
    },
    money=Money(
        put=lambda account: account.funding("TRX", "0.0001"),
        area="wallet.funding",
        asset="TRX",
    ),
    clock="api/v1/timestamp",
    pairs=(
        ("api/v1/accounts", "api/v1/stop-order"),
        ("api/v1/deposits", "api/v1/orders:futures"),
        ("api/v2/sub/user", "api/v3/margin/accounts"),
        ("api/v1/earn/hold-assets", "api/v1/convert/limit/orders"),
    ),
    slice=3001,
    by_hand={BY_COIN: ("transfers.deposits", "transfers.withdrawals")},
    told_by_the_key=frozenset({"account.key"}),
    silent=frozenset(
        {
            ("api/v1/user/api-key", "account.key"),
            *(("api/ua/v1/account/mode", area.value) for area in BY_MODE),
            (_CONTRACTS, "wallet.futures-usdm"),
            (_CONTRACTS, "wallet.futures-coinm"),
            (_SYMBOLS, "orders.open"),
            # Orders with a trigger are told with the others.
            ("api/ua/v1/unified/order/open-list", "orders.algo"),
            # The look-alike never borrows or repays, which is what these would tell.
            ("api/v3/margin/accounts", "account.restrictions"),
            ("api/v3/isolated/accounts", "account.restrictions"),
            (f"{_MARGIN_SYMBOLS}:cross", "orders.margin-cross"),
            (f"{_MARGIN_SYMBOLS}:isolated", "orders.margin-isolated"),
        }
    ),
)
