"""The exchanges whose scans are listened to; a new one joins by a line at the end."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.embedded import Account
from tests.exchanges.support import FULL
from tests.security.subject import Subject
from tests.security.support import MAIL, PHONE

from readiness.simulator import (
    Fault,
    bybit_rows,
    kraken_futures_rows,
    kraken_rows,
    kucoin_rows,
    rows,
    worlds,
)
from readiness.simulator.binance import rows as binance_rows


def _messy(account: Account) -> None:
    messy = worlds.messy()
    for name in ("fundings", "tradings", "tables", "products", "settings", "subs", "mode"):
        setattr(account, name, getattr(messy, name))


def _something(account: Account) -> None:
    account.funding("LUNC", "0.0001")
    account.put("trade/orders-pending", rows.order())


OKX: Final = Subject(
    exchange="okx",
    prefix="/api/v5/",
    clock="public/time",
    crowd=_messy,
    something=_something,
    acting=tuple(
        {"permissions": permissions}
        for permissions in (
            ("read_only", "trade"),
            ("trade",),
            ("read_only", "withdraw"),
            ("new",),
            (),
        )
    ),
    no_proof=(
        Fault.error("50026"),
        Fault.error("50119", status=401),
        Fault.rows([]),
        Fault.no_field("perm"),
        Fault.field("perm", ""),
        Fault.field("perm", None),
        Fault.field("perm", "read_only,trade"),
        Fault.field("perm", "READ_ONLY"),
    ),
    listing="asset/balances",
)


def _others(account: Account) -> None:
    """Other people, wherever Binance names them."""
    account.sub_account("own@sub.example", mobile=PHONE)
    account.put(
        "sapi/v1/managed-subaccount/info",
        binance_rows.managed_sub_account(email=MAIL, bindParentEmail=f"boss.{MAIL}"),
    )
    account.put("sapi/v1/managed-subaccount/asset", binance_rows.managed_asset())
    account.put("sapi/v1/managed-subaccount/marginAsset", binance_rows.managed_margin())
    account.put("sapi/v1/managed-subaccount/fetch-future-asset", binance_rows.managed_futures())
    account.put(
        "sapi/v1/sub-account/status",
        binance_rows.sub_account_status(email="own@sub.example", mobile=PHONE),
    )
    account.put(
        "sapi/v1/c2c/orderMatch/listUserOrderHistory",
        binance_rows.p2p_order(counterPartNickName=f"{MAIL} {PHONE}"),
    )
    account.put(
        "sapi/v1/margin/loan-groups/activated",
        binance_rows.loan_group(binance_rows.loan_member(email=MAIL)),
    )
    account.put(
        "sapi/v1/margin/loan-group/ltv-details",
        binance_rows.ltv_details(parentEmail=MAIL, creditEmail=MAIL),
    )


def _everything(account: Account) -> None:
    """A row under every path that has a usual one, besides other people."""
    _others(account)
    for path, factory in binance_rows.FACTORIES.items():
        if not path.startswith(_LEFT_ALONE):
            account.put(path, factory())


_LEFT_ALONE: Final = (
    "api/v3/ticker/",
    "sapi/v1/account/apiRestrictions",
    "sapi/v1/account/info",
    "sapi/v1/system/",
)

BINANCE: Final = Subject(
    exchange="binance",
    prefix="/",
    clock="api/v3/time",
    crowd=_everything,
    something=_others,
    acting=tuple(
        {"restrictions": flags}
        for flags in (
            {"enableWithdrawals": True},
            {"enableSpotAndMarginTrading": True},
            {"enableSomethingNew": True},
            {"enableReading": False},
        )
    ),
    no_proof=(
        Fault.error("-1000"),
        Fault.error("-2015"),
        Fault.error("-2015", status=200),
        Fault.rows([]),
        Fault.rows({}),
        Fault.no_field("enableReading"),
        Fault.field("enableReading", "true"),
        Fault.field("enableFutures", None),
    ),
    listing="sapi/v1/asset/get-funding-asset",
    first=frozenset(
        {
            "api/v3/account",
            "sapi/v1/account/info",
            "sapi/v1/sub-account/transfer/subUserHistory",
        }
    ),
)


def _of_everything(account: Account) -> None:
    """A row under every method that has a usual one, and something in all that is computed."""
    messy = worlds.KRAKEN_WORLDS["kraken-messy"]()
    for name in ("balances", "allocations", "wallets", "tables"):
        setattr(account, name, getattr(messy, name))
    account.put("OpenOrders", kraken_rows.order(userref=15123456789, cl_ord_id=MAIL))
    for place in ("DepositStatus", "WithdrawStatus"):
        make = kraken_rows.FACTORIES[place]
        account.put(place, make(status="Pending", info=f"{MAIL} {PHONE}", originators=[MAIL]))


def _a_little(account: Account) -> None:
    account.balance("TRX", "0.0001")
    account.put("OpenOrders", kraken_rows.order(cl_ord_id=MAIL))


_READING: Final = ("query-funds", "query-open-trades", "query-ledger")

KRAKEN: Final = Subject(
    exchange="kraken",
    prefix="/0/private/",
    others=("/0/public/",),
    clock="Time",
    crowd=_of_everything,
    something=_a_little,
    acting=tuple(
        {"permissions": permissions}
        for permissions in (
            (*_READING, "modify-trades"),
            (*_READING, "withdraw-funds"),
            (*_READING, "earn-funds"),
            (*_READING, "something-new"),
            (),
        )
    ),
    no_proof=(
        Fault.error("EService:Unavailable"),
        Fault.error("EAPI:Invalid key"),
        Fault.error("EGeneral:Temporary lockout"),
        Fault.rows([]),
        Fault.rows({}),
        Fault.no_field("permissions"),
        Fault.field("permissions", None),
        Fault.field("permissions", []),
        Fault.field("permissions", "query-funds"),
        Fault.field("permissions", {"query-funds": True}),
    ),
    listing="BalanceEx",
    many=17,
    first=frozenset({"Earn/Allocations", "Earn/Strategies"}),
)


def _named(account: Account) -> None:
    """Other people, wherever Bybit names them, and a little to be found."""
    account.sub_account("grid01", remark=f"{MAIL} {PHONE}").fund("TRX", "1")
    account.put(
        "asset/deposit/query-internal-record",
        bybit_rows.internal_deposit(status=1, address=MAIL),
        bybit_rows.internal_deposit(status=1, address=PHONE),
    )
    account.put("rfq/rfq-realtime", bybit_rows.rfq(counterparties=[MAIL], deskCode=PHONE))
    account.put("asset/withdraw/query-record", bybit_rows.withdrawal(status="Pending", tag=MAIL))


def _each_place(account: Account) -> None:
    """A row at every place that has a usual one, besides other people."""
    _named(account)
    for place, factory in bybit_rows.FACTORIES.items():
        account.put(place, factory())


BYBIT: Final = Subject(
    exchange="bybit",
    prefix="/v5/",
    clock="market/time",
    crowd=_each_place,
    something=_named,
    acting=(
        {"read_only": False},
        {"read_only": False, "permissions": ()},
        {"fields": {"readOnly": True}},
        {"fields": {"readOnly": 2}},
        {"fields": {"readOnly": "1"}},
    ),
    no_proof=(
        Fault.error("10016"),
        Fault.error("10003"),
        Fault.rows([]),
        Fault.rows({}),
        Fault.no_field("readOnly"),
        Fault.no_field("userID"),
        Fault.no_field("permissions"),
        Fault.field("readOnly", "true"),
        Fault.field("userID", 0),
    ),
    listing="asset/transfer/query-account-coins-balance",
    first=frozenset({"account/info"}),
)


def _kucoin_everything(account: Account) -> None:
    """A row at every place that has a usual one, and a sub-account."""
    account.settings["enforces"] = False
    for place, factory in kucoin_rows.FACTORIES.items():
        if not place.startswith(_COMPUTED):
            account.put(place, factory())
    account.sub_account("own-sub").funding("USDT", "1")


def _kucoin_something(account: Account) -> None:
    """Money, and somebody else in what was paid to whom."""
    account.funding("LUNC", "0.0001")
    account.put("api/v1/withdrawals", kucoin_rows.withdrawal(address=MAIL, remark=PHONE))
    account.put("api/v1/deposits", kucoin_rows.deposit(address=MAIL, memo=PHONE))


_COMPUTED: Final = ("api/v1/contracts/", "api/v1/market/", "api/v2/sub/")

KUCOIN: Final = Subject(
    exchange="kucoin",
    prefix="/",
    clock="api/v1/timestamp",
    crowd=_kucoin_everything,
    something=_kucoin_something,
    acting=tuple(
        {"permissions": permissions}
        for permissions in (
            ("General", "Spot"),
            ("General", "Withdrawal"),
            ("General", "SomethingNew"),
            ("General", "InnerTransfer"),
            ("General", "Earn", "Margin", "Futures"),
        )
    ),
    no_proof=(
        Fault.error("500000"),
        Fault.error("400003"),
        Fault.error("400007", status=200),
        Fault.rows([]),
        Fault.rows({}),
        Fault.no_field("permission"),
        Fault.field("permission", ""),
        Fault.field("permission", None),
        Fault.field("permission", "General,Transfer"),
        Fault.field("permission", "GENERAL"),
    ),
    listing="api/v1/accounts",
    first=frozenset({"api/ua/v1/account/mode"}),
)


def _futures(account: Account) -> None:
    """What somebody had who traded for years, and sub-accounts with addresses."""
    messy = worlds.KRAKEN_FUTURES_WORLDS["kraken-futures-messy"]()
    for name in ("cash", "flex", "margins", "tables", "subs"):
        setattr(account, name, getattr(messy, name))
    for path, make in kraken_futures_rows.FACTORIES.items():
        account.put(path, make())


KRAKEN_FUTURES: Final = Subject(
    exchange="kraken-futures",
    prefix="/",
    clock="derivatives/api/v3/tickers",
    crowd=_futures,
    something=lambda account: account.hold("trx", "0.0001"),
    acting=tuple(
        {"permissions": permissions}
        for permissions in (
            ("general.FULL_ACCESS", "transfer.NO_ACCESS"),
            ("general.READ_ONLY", "transfer.FULL_ACCESS"),
            ("general.SOMETHING_NEW", "transfer.NO_ACCESS"),
        )
    ),
    no_proof=(
        Fault.error("unknownError"),
        Fault.error("authenticationError"),
        Fault.rows([]),
        Fault.rows({}),
        Fault.no_field("permissions"),
        Fault.field("permissions", None),
        Fault.field("permissions", {}),
        Fault.field("permissions", []),
        Fault.field("permissions", "READ_ONLY"),
    ),
    listing="derivatives/api/v3/openorders",
    many=8,
)

SUBJECTS: Final = (OKX, BINANCE, BYBIT, KRAKEN, KRAKEN_FUTURES, KUCOIN)

EACH: Final = pytest.mark.parametrize("subject", SUBJECTS, ids=str)
SOME: Final = pytest.mark.parametrize("subject", SUBJECTS if FULL else SUBJECTS[::2], ids=str)
"""Each exchange, or every other one: for what is the same code at all of them."""


def over(attribute: str, *more: Any) -> list[Any]:
    """Each exchange with each entry of one of its lists."""
    return [
        pytest.param(subject, entry, id=f"{subject}:{getattr(entry, 'name', entry)}")
        for subject in SUBJECTS
        for entry in (*more, *getattr(subject, attribute))
    ]
