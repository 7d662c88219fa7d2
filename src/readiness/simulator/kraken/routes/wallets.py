"""Balances, credit and wallets."""

from __future__ import annotations

from readiness.simulator.kraken.routes.shared import FUNDS, TRADES, KrakenRoute, counted
from readiness.simulator.kraken.views import wallets

ROUTES = (
    KrakenRoute(
        path="BalanceEx",
        method="POST",
        limits=counted(),
        needs=FUNDS,
        single=True,
        view=wallets.extended_balance,
    ),
    KrakenRoute(
        path="Balance",
        method="POST",
        limits=counted(),
        needs=FUNDS,
        single=True,
        view=wallets.balance,
    ),
    KrakenRoute(
        path="TradeBalance",
        method="POST",
        limits=counted(),
        needs=TRADES,
        single=True,
        view=wallets.trade_balance,
    ),
    KrakenRoute(
        path="CreditLines",
        method="POST",
        limits=counted(),
        needs=FUNDS,
        single=True,
        view=wallets.credit_lines,
    ),
    KrakenRoute(
        path="ListWalletAccounts",
        method="POST",
        limits=counted(),
        view=wallets.wallet_accounts,
        beside=wallets.next_wallets,
        at="accounts",
    ),
)
