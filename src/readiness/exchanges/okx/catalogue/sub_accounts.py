"""Sub-accounts: which there are, and what the main account's key sees of each."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Feed, Request
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import sub_accounts, wallets
from readiness.exchanges.okx.wire.account import EntrustedSubAccount, SubAccountRow
from readiness.exchanges.okx.wire.wallets import FundingBalance, TradingBalance
from readiness.exchanges.paging import CursorKind, One, Pages

SUB_ACCOUNT_LIST: Final = Request(
    id="users/subaccount/list",
    route=get("users/subaccount/list", "after", "limit"),
    ccxt_method="privateGetUsersSubaccountList",
    limit=per_user(20),
    purpose="sub-accounts that exist, frozen ones too",
    source=documented("sub-account-rest-api-get-sub-account-list"),
    row=SubAccountRow,
    asked=Asked.MAIN_ONLY,
    paging=Pages("after", "ts", CursorKind.TIME),
    feeds=(Feed(Area.SUB_ACCOUNTS, sub_accounts.listed),),
)

SUB_ACCOUNTS: Final = (
    SUB_ACCOUNT_LIST,
    Request(
        id="users/entrust-subaccount-list",
        route=get("users/entrust-subaccount-list"),
        ccxt_method="privateGetUsersEntrustSubaccountList",
        limit=per_user(1, 1),
        purpose="sub-accounts of others that are entrusted to a trading team",
        source=documented("sub-account-rest-api-get-custody-trading-sub-account-list"),
        row=EntrustedSubAccount,
        asked=Asked.MAIN_ONLY,
        feeds=(Feed(Area.SUB_ACCOUNTS, sub_accounts.entrusted),),
    ),
    Request(
        id="account/subaccount/balances",
        route=get("account/subaccount/balances", "subAcct"),
        ccxt_method="privateGetAccountSubaccountBalances",
        limit=per_user(6),
        purpose="a sub-account's trading account, as its main account sees it",
        source=documented("sub-account-rest-api-get-sub-account-trading-balance"),
        row=TradingBalance,
        paging=One(),
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="subAcct",
        feeds=(
            Feed(Area.WALLET_TRADING, wallets.trading),
            # In the Futures mode a liability is not stated here, so none proves nothing.
            Feed(Area.LOANS_MARGIN, wallets.debts, proves=False),
            Feed(Area.LOANS_MARGIN, wallets.borrowings_shown, proves=False),
            Feed(Area.POSITIONS_OPEN, wallets.positions_shown, proves=False),
        ),
    ),
    Request(
        id="asset/subaccount/balances",
        route=get("asset/subaccount/balances", "subAcct"),
        ccxt_method="privateGetAssetSubaccountBalances",
        limit=per_user(6),
        purpose="a sub-account's funding account, as its main account sees it",
        source=documented("sub-account-rest-api-get-sub-account-funding-balance"),
        row=FundingBalance,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="subAcct",
        feeds=(Feed(Area.WALLET_FUNDING, wallets.funding),),
    ),
)
