"""Sub-accounts: which there are, and what the main account's key sees of all of them."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Feed, Loop, Request
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    get,
    management,
    newer,
    pages,
)
from readiness.exchanges.kucoin.catalogue.wallets import ALL_FUTURES, SETTLEMENT_COINS
from readiness.exchanges.kucoin.collectors import positions, sub_accounts, wallets
from readiness.exchanges.kucoin.wire.sub_accounts import SubAccountRow, SubEverything, SubWallets
from readiness.exchanges.kucoin.wire.wallets import FuturesWallet

_LIST: Final = "api/v2/sub/user"

SUB_ACCOUNT_LIST: Final = Request(
    id=_LIST,
    route=get(_LIST, "currentPage", "pageSize"),
    ccxt_method="privateGetSubUser",
    limit=management(20),
    purpose="sub-accounts that exist, frozen ones too",
    source=documented(3470131),
    row=SubAccountRow,
    asked=Asked.MAIN_ONLY,
    paging=pages(100),
    rows_at="items",
    total_at="totalNum",
    feeds=(Feed(Area.SUB_ACCOUNTS, sub_accounts.listed),),
)

SUB_ACCOUNTS: Final = (
    # Before the list: what that one says of a sub-account is more, and counts as seen last.
    Request(
        id="api/v2/sub-accounts",
        route=get("api/v2/sub-accounts", "currentPage", "pageSize"),
        ccxt_method="privateGetSubAccounts",
        limit=management(20),
        purpose="funding, spot and margin accounts of all sub-accounts",
        source=documented(3470133),
        row=SubWallets,
        asked=Asked.ALL_SUB_ACCOUNTS,
        whose=sub_accounts.named,
        paging=pages(100),
        rows_at="items",
        total_at="totalNum",
        feeds=(
            Feed(Area.SUB_ACCOUNTS, sub_accounts.shown),
            Feed(Area.WALLET_FUNDING, sub_accounts.wallet(sub_accounts.funding)),
            Feed(Area.WALLET_SPOT, sub_accounts.wallet(sub_accounts.spot)),
            # Nobody says which of the margin accounts these are, so nothing here is no proof.
            Feed(Area.WALLET_MARGIN_CROSS, sub_accounts.wallet(sub_accounts.margin), proves=False),
        ),
    ),
    SUB_ACCOUNT_LIST,
    Request(
        id="api/v1/account-overview-all:subs",
        route=ALL_FUTURES,
        ccxt_method="futuresPrivateGetAccountOverviewAll",
        limit=futures(6),
        purpose="futures wallets of all sub-accounts, and the margin of their positions",
        source=documented(3470134),
        row=FuturesWallet,
        asked=Asked.ALL_SUB_ACCOUNTS,
        whose=sub_accounts.futures_of,
        rows_at="accounts",
        loop=SETTLEMENT_COINS,
        feeds=(
            Feed(Area.WALLET_FUTURES_USDM, wallets.futures(dollars=True)),
            Feed(Area.WALLET_FUTURES_COINM, wallets.futures(dollars=False)),
            # Whoever has no margin in use has no position, but orders and hedges are not shown.
            Feed(
                Area.POSITIONS_FUTURES_USDM,
                positions.shown_in_wallets(dollars=True),
                proves=False,
            ),
            Feed(
                Area.POSITIONS_FUTURES_COINM,
                positions.shown_in_wallets(dollars=False),
                proves=False,
            ),
        ),
    ),
    Request(
        id="api/ua/v1/sub-account/balance",
        route=get("api/ua/v1/sub-account/balance", "UID"),
        ccxt_method="utaPrivateGetSubAccountBalance",
        limit=management(5),
        purpose="every account of a sub-account, with what it owes",
        source=newer("ua/get-account-currency-assets-sub"),
        row=SubEverything,
        # One by one, since it serves ten at once and does not say how to go on.
        asked=Asked.ALL_SUB_ACCOUNTS,
        whose=sub_accounts.numbered,
        rows_at="userList",
        loop=Loop(_LIST, "UID", sub_accounts.uids),
        # It is the one answer about unified accounts. Nobody says that it shows any other
        # account in which nothing is.
        feeds=(
            Feed(Area.WALLET_TRADING, sub_accounts.unified),
            Feed(Area.WALLET_MARGIN_ISOLATED, sub_accounts.isolated, proves=False),
            Feed(Area.LOANS_MARGIN, sub_accounts.debts, proves=False),
            Feed(Area.ACCOUNT_TOTALS, sub_accounts.totals, proves=False),
        ),
    ),
)
