"""Binance on the test bench."""

from __future__ import annotations

from typing import Final

from tests.matrix.binance_cases import CASES
from tests.matrix.binance_faults import TABLE
from tests.matrix.binance_support import (
    EVERYTHING,
    NOTHING,
    OWN_KEY,
    PORTFOLIO,
    SUB,
    VIP,
    own_key,
    privileged,
)
from tests.matrix.rig import Money, Rig

from readiness.simulator import BinanceAccount
from readiness.simulator.binance import rows

_FLAGS: Final = ("isMarginEnabled", "isFutureEnabled", "isOptionsEnabled")
_PORTFOLIO: Final = "isPortfolioMarginRetailEnabled"


def _everything(account: BinanceAccount) -> None:
    account.info.update(dict.fromkeys(_FLAGS, True), **{_PORTFOLIO: False})


def _nothing(account: BinanceAccount) -> None:
    account.info.update(dict.fromkeys((*_FLAGS, _PORTFOLIO), False))
    account.settings.update(sub_accounts_enabled=False)


def _portfolio(account: BinanceAccount) -> None:
    account.info.update(dict.fromkeys((*_FLAGS, _PORTFOLIO), True))


def _vip(account: BinanceAccount) -> None:
    account.info.update(vipLevel=1)


def _takes_part(account: BinanceAccount) -> None:
    account.settings.update(pm_pro=True)


def _isolated(account: BinanceAccount) -> None:
    account.isolated("ETHUSDT")


def _managed(account: BinanceAccount) -> None:
    row = rows.managed_sub_account(managersubUserId=7, email="managed@example.com")
    account.put("sapi/v1/managed-subaccount/info", row)


def _in_debt(account: BinanceAccount) -> None:
    _portfolio(account)
    account.put("papi/v1/balance", rows.pm_balance(crossMarginBorrowed="3"))


def _broker(account: BinanceAccount) -> None:
    account.settings.update(broker=True)


BINANCE: Final = Rig(
    exchange="binance",
    cases=CASES,
    table=TABLE,
    modes={
        EVERYTHING: _everything,
        NOTHING: _nothing,
        PORTFOLIO: _portfolio,
        VIP: _vip,
        OWN_KEY: own_key,
    },
    sub=SUB,
    takes_part=_takes_part,
    there={
        **{id_: _portfolio for id_ in CASES if id_.startswith("papi/")},
        "sapi/v1/margin/openOrders:isolated": _isolated,
        "sapi/v1/margin/openOrderList:isolated": _isolated,
        "papi/v1/margin/marginLoan": _in_debt,
        "sapi/v1/algo/spot/openOrders": privileged,
        "sapi/v1/algo/futures/openOrders": privileged,
        "sapi/v1/broker/subAccount": _broker,
        "sapi/v1/sub-account/transfer/subUserHistory": own_key,
        "sapi/v1/sub-account/transfer/subUserHistory:since": own_key,
        "sapi/v1/managed-subaccount/asset": _managed,
        "sapi/v1/managed-subaccount/marginAsset": _managed,
        "sapi/v1/managed-subaccount/fetch-future-asset": _managed,
    },
    money=Money(
        put=lambda account: account.spot("TRX", "0.0001"),
        area="wallet.spot",
        asset="TRX",
    ),
    clock="api/v3/time",
    pairs=(
        ("sapi/v1/asset/get-funding-asset", "api/v3/openOrders"),
        ("sapi/v1/capital/deposit/hisrec", "fapi/v1/openAlgoOrders"),
        ("sapi/v1/sub-account/list", "sapi/v1/asset/wallet/balance"),
        ("sapi/v1/simple-earn/flexible/position", "sapi/v1/margin/account"),
    ),
    slice=2999,
    told_by_the_key=frozenset({"account.key"}),
    silent=frozenset(
        {
            ("sapi/v1/account/apiRestrictions", "account.key"),
            ("sapi/v1/account/info", "account.restrictions"),
            ("sapi/v1/system/status", "account.restrictions"),
            ("sapi/v1/sub-account/transfer/subUserHistory", "sub-accounts"),
            ("sapi/v1/margin/isolated/accountLimit", "wallet.margin-isolated"),
            ("sapi/v1/mining/pub/algoList", "earn.other"),
        }
    ),
)
