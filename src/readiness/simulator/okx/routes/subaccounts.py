"""Sub-accounts, affiliates, P2P trade, announcements."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor, Numbered
from readiness.simulator.okx.route import Filter, Product, Route, assumed, equal, limit
from readiness.simulator.okx.routes.wallets import COINS
from readiness.simulator.okx.views.balance import account_balance
from readiness.simulator.okx.views.public import announcements
from readiness.simulator.okx.views.subaccounts import sub_account_keys, sub_accounts
from readiness.simulator.okx.views.wallets import funding_balances, max_withdrawal

# The documents do not say which code outsiders get; these are the ones that fit the words.
AFFILIATE = Product("affiliate", "50030", paths=("affiliate/",))
MERCHANT = Product("p2p-merchant", "50041", paths=("p2p/",))
TEAM = Product("trading-team", "58016", paths=("users/entrust-", "asset/subaccount/managed-"))

ROUTES = (
    Route(
        path="users/subaccount/list",
        limit=limit(20, 2),
        paging=Cursor("ts"),
        filters=(Filter("enable", values=("true", "false")), *equal("subAcct")),
        view=sub_accounts,
        main_only=True,
    ),
    Route(
        path="account/subaccount/balances",
        limit=limit(6, 2),
        required=("subAcct",),
        view=account_balance,
        main_only=True,
        sub_scope=True,
    ),
    Route(
        path="asset/subaccount/balances",
        limit=limit(6, 2),
        required=("subAcct",),
        filters=COINS,
        view=funding_balances,
        main_only=True,
        sub_scope=True,
    ),
    Route(
        path="account/subaccount/max-withdrawal",
        limit=limit(20, 2),
        required=("subAcct",),
        filters=COINS,
        view=max_withdrawal,
        main_only=True,
        sub_scope=True,
    ),
    Route(
        path="users/subaccount/apikey",
        limit=limit(20, 2),
        required=("subAcct",),
        filters=equal("apiKey"),
        view=sub_account_keys,
        main_only=True,
        sub_scope=True,
    ),
    Route(
        path="asset/subaccount/bills",
        limit=limit(6),
        paging=Cursor("ts"),
        filters=(Filter("type", values=("0", "1")), *equal("ccy", "subAcct")),
        main_only=True,
    ),
    Route(
        path="users/entrust-subaccount-list",
        limit=limit(1),
        filters=equal("subAcct"),
        main_only=True,
        product=TEAM,
    ),
    Route(
        path="asset/subaccount/managed-subaccount-bills",
        limit=limit(6),
        paging=Cursor("ts"),
        filters=equal("ccy", "type", "subAcct", "subUid"),
        main_only=True,
        product=TEAM,
    ),
    Route(
        path="affiliate/performance/summary",
        limit=limit(3),
        required=("periodType",),
        product=AFFILIATE,
    ),
    Route(path="affiliate/link/list", limit=limit(3), paging=Numbered(), product=AFFILIATE),
    Route(
        path="affiliate/sub-affiliate/list",
        limit=limit(3),
        paging=Numbered(),
        product=AFFILIATE,
    ),
    Route(
        path="support/announcements",
        access="either",
        limit=limit(5, 2),
        view=announcements,
    ),
    Route(
        # One integrator saw that only `pageIndex` is obeyed, and a number for `code`.
        path="p2p/order/list",
        limit=assumed(5),
        paging=Numbered(page="pageIndex", size="", maximum=20, told=False),
        filters=(
            Filter(
                "completionStatus",
                field="orderStatus",
                meanings={"pending": ("new",), "completed": ("completed", "cancelled")},
            ),
        ),
        product=MERCHANT,
        numeric_code=True,
    ),
    Route(
        path="p2p/ad/active-list",
        limit=assumed(5),
        required=("side", "cryptoCurrency", "fiatCurrency"),
        filters=equal("side", "cryptoCurrency", "fiatCurrency"),
        product=MERCHANT,
        numeric_code=True,
    ),
)
