"""Balances of the account, told by two requests, and those of further wallets."""

from collections.abc import Sequence
from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Loop, Request, nothing_left
from readiness.exchanges.kraken.catalogue.source import documented, points, post
from readiness.exchanges.kraken.collectors import totals, wallets
from readiness.exchanges.kraken.names import Place
from readiness.exchanges.kraken.wire.account import TradeBalance, WalletAccounts
from readiness.exchanges.kraken.wire.wallets import (
    Balance,
    CreditLines,
    ExtendedBalance,
    WalletBalance,
)
from readiness.exchanges.paging import One
from readiness.language import message

_FUNDS: Final = "query-funds"


def _all_of_them(rows: Sequence[WalletAccounts]) -> str:
    whole = wallets.no_next_page(rows)
    return "" if whole else message("there are more wallets, and no way to ask for the next")


WALLETS: Final = (
    Request(
        id="BalanceEx",
        route=post("BalanceEx"),
        ccxt_method="privatePostBalanceEx",
        limit=points(),
        purpose="every asset with what orders hold of it; Earn under names of its own",
        source=documented("account-data/get-extended-balance"),
        row=ExtendedBalance,
        keyed="name",
        permission=_FUNDS,
        feeds=(
            Feed(Area.WALLET_SPOT, wallets.spot),
            Feed(Area.EARN_FLEXIBLE, wallets.at_work(Place.FLEXIBLE)),
            Feed(Area.EARN_FIXED, wallets.at_work(Place.BONDED)),
            Feed(Area.EARN_ON_CHAIN, wallets.at_work(Place.STAKED)),
            Feed(Area.LOANS_MARGIN, wallets.below_zero),
            Feed(Area.LOANS_VIP, wallets.credit),
            Feed(Area.ACCOUNT_TOTALS, wallets.held_by_orders),
        ),
        twice=True,
    ),
    Request(
        id="Balance",
        route=post("Balance"),
        ccxt_method="privatePostBalance",
        limit=points(),
        purpose="the same assets once more, without pending withdrawals: none may be missing",
        source=documented("account-data/get-account-balance"),
        row=Balance,
        keyed="name",
        permission=_FUNDS,
        feeds=(Feed(Area.ACCOUNT_TOTALS, wallets.counted),),
        twice=True,
    ),
    Request(
        id="TradeBalance",
        route=post("TradeBalance"),
        ccxt_method="privatePostTradeBalance",
        limit=points(),
        purpose="what everything is worth, and whether margin is in use",
        source=documented("account-data/get-trade-balance"),
        row=TradeBalance,
        paging=One(),
        permission="query-open-trades",
        feeds=(Feed(Area.ACCOUNT_TOTALS, totals.trade_balance),),
        twice=True,
    ),
    Request(
        id="CreditLines",
        route=post("CreditLines"),
        ccxt_method="privatePostCreditLines",
        limit=points(),
        purpose="what of a VIP's credit line is used",
        source=documented("account-data/get-credit-lines"),
        row=CreditLines,
        paging=One(),
        permission=_FUNDS,
        feeds=(Feed(Area.LOANS_VIP, wallets.credit_lines),),
    ),
    Request(
        id="ListWalletAccounts",
        route=post("ListWalletAccounts"),
        ccxt_method="privatePostListWalletAccounts",
        limit=points(),
        purpose="whether there are further wallets, which no balance shows unless they are named",
        source=documented("account-data/list-wallet-accounts"),
        row=WalletAccounts,
        paging=One(),
        objection=_all_of_them,
        permission="",
        feeds=(Feed(Area.WALLET_OTHER, nothing_left),),
        twice=True,
    ),
    Request(
        id="Balance:wallets",
        route=post("Balance", "account_id"),
        ccxt_method="privatePostBalance",
        limit=points(),
        purpose="every asset in each of the further wallets",
        source=documented("account-data/get-account-balance"),
        row=WalletBalance,
        keyed="name",
        permission=_FUNDS,
        loop=Loop("ListWalletAccounts", "account_id", wallets.other_wallets, told_in="wallet"),
        feeds=(Feed(Area.WALLET_OTHER, wallets.in_another_wallet),),
        twice=True,
    ),
)
