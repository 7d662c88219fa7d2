"""Wallets, orders, positions, what acts by itself, and what has moved."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Feed, Request
from readiness.exchanges.kraken_futures.catalogue.source import (
    HISTORY,
    READING,
    documented,
    get,
    points,
    tokens,
)
from readiness.exchanges.kraken_futures.collectors import (
    account,
    sub_accounts,
    totals,
    trade,
    wallets,
)
from readiness.exchanges.kraken_futures.wire.account import Participant
from readiness.exchanges.kraken_futures.wire.trade import LogEntry, OpenOrder, OpenPosition
from readiness.exchanges.kraken_futures.wire.wallets import SubAccount, Wallet
from readiness.exchanges.paging import Capped, Newest
from readiness.gate.route import Route
from readiness.language import message

_FEWEST: Final = 25
"""More than has to be seen: one entry since the scan began is too many already."""


def _log(*parameters: str) -> Route:
    return Route("GET", f"{HISTORY}/account-log", frozenset((*parameters, "count")))


def _all_wallets(rows: Sequence[Wallet]) -> str:
    if wallets.REQUIRED.issubset(row.name for row in rows):
        return ""
    return message("a wallet that every account has is missing")


ACCOUNT: Final = (
    Request(
        id="derivatives/api/v3/accounts",
        route=get("accounts"),
        ccxt_method="privateGetAccounts",
        limit=points(2),
        purpose="every wallet: holding, single-collateral and multi-collateral, and its margin",
        source=documented("account-information/get-wallets"),
        row=Wallet,
        rows_at="accounts",
        keyed="name",
        objection=_all_wallets,
        permission=READING,
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, wallets.shared),
            Feed(Area.WALLET_FUTURES_COINM, wallets.single),
            Feed(Area.POSITIONS_FUTURES_USDM, wallets.positions(coin=False)),
            Feed(Area.POSITIONS_FUTURES_COINM, wallets.positions(coin=True)),
            Feed(Area.ACCOUNT_TOTALS, totals.totals),
        ),
        twice=True,
    ),
    Request(
        id="derivatives/api/v3/openorders",
        route=get("openorders"),
        ccxt_method="privateGetOpenorders",
        limit=points(2),
        purpose="open orders of every contract, trigger orders too",
        source=documented("order-management/get-open-orders"),
        row=OpenOrder,
        rows_at="openOrders",
        permission=READING,
        feeds=(
            Feed(Area.ORDERS_FUTURES_USDM, trade.orders(coin=False)),
            Feed(Area.ORDERS_FUTURES_COINM, trade.orders(coin=True)),
        ),
    ),
    Request(
        id="derivatives/api/v3/openpositions",
        route=get("openpositions"),
        ccxt_method="privateGetOpenpositions",
        limit=points(2),
        purpose="open positions, also in contracts that have matured and are not settled",
        source=documented("account-information/get-open-positions"),
        row=OpenPosition,
        rows_at="openPositions",
        permission=READING,
        feeds=(
            Feed(Area.POSITIONS_FUTURES_USDM, trade.positions(coin=False)),
            Feed(Area.POSITIONS_FUTURES_COINM, trade.positions(coin=True)),
        ),
        twice=True,
    ),
    Request(
        id="derivatives/api/v3/assignmentprogram/current",
        route=get("assignmentprogram/current"),
        ccxt_method="privateGetAssignmentprogramCurrent",
        limit=points(),
        purpose="whether positions of others can come into the account by themselves",
        source=documented("assignment-program/list-assignment-programs"),
        row=Participant,
        rows_at="participants",
        permission=READING,
        feeds=(Feed(Area.ACCOUNT_SETTINGS, account.assignments),),
    ),
    Request(
        id="api/history/v3/account-log",
        route=_log(),
        ccxt_method="historyGetAccountLog",
        limit=tokens(1),
        purpose="whether anything has moved since the scan began",
        source=documented("account-history/get-account-log"),
        row=LogEntry,
        rows_at="logs",
        paging=Newest(_FEWEST, "count"),
        permission=READING,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, account.movements),),
    ),
    Request(
        id="api/history/v3/account-log:since",
        route=_log("since"),
        ccxt_method="historyGetAccountLog",
        limit=tokens(1),
        purpose="the same once more, after everything else",
        source=documented("account-history/get-account-log"),
        row=LogEntry,
        rows_at="logs",
        asked=Asked.MOVEMENT,
        paging=Capped(_FEWEST, "count"),
        since="since",
        permission=READING,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, account.movements),),
    ),
)

SUB_ACCOUNTS: Final = Request(
    id="derivatives/api/v3/subaccounts",
    route=get("subaccounts"),
    ccxt_method="privateGetSubaccounts",
    limit=points(),
    purpose="sub-accounts that exist, their wallets, and whether margin is in use there",
    source=documented("subaccounts/get-subaccounts"),
    row=SubAccount,
    rows_at="subaccounts",
    permission=READING,
    asked=Asked.ALL_SUB_ACCOUNTS,
    whose=sub_accounts.whose,
    feeds=(
        Feed(Area.SUB_ACCOUNTS, sub_accounts.listed),
        Feed(Area.WALLET_FUTURES_USDM, sub_accounts.shared),
        Feed(Area.WALLET_FUTURES_COINM, sub_accounts.single),
        Feed(Area.ACCOUNT_TOTALS, totals.sub_account_totals),
    ),
    twice=True,
)
