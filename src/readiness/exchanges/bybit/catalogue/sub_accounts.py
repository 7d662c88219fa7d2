"""Sub-accounts: which there are, and what the main account's key sees of each."""

from typing import Final

from readiness.domain.area import Area
from readiness.domain.items import Nature
from readiness.exchanges.bybit.catalogue.source import (
    documented,
    get,
    pages,
    per_minute,
    per_user,
)
from readiness.exchanges.bybit.catalogue.totals import IN_TOTALS
from readiness.exchanges.bybit.catalogue.transfers import SPAN, YEAR
from readiness.exchanges.bybit.collectors import account, sub_accounts, totals, transfers, wallets
from readiness.exchanges.bybit.wire.account import WalletTypes
from readiness.exchanges.bybit.wire.sub_accounts import MembersTotal, SubMember, SubMemberIds
from readiness.exchanges.bybit.wire.totals import Overview
from readiness.exchanges.bybit.wire.transfers import Deposit
from readiness.exchanges.bybit.wire.wallets import WalletCoin
from readiness.exchanges.catalogue import Asked, Call, Feed, Loop, Request
from readiness.exchanges.paging import One, Some, Tokens

_LISTED: Final = (Feed(Area.SUB_ACCOUNTS, sub_accounts.listed),)
_MAY_TRANSFER: Final = "Wallet.AccountTransfer or Wallet.SubMemberTransfer (read-only)"
_PAGES: Final = Tokens("nextCursor", "nextCursor", 100, "pageSize", ends=("", "0"))
_WALLETS: Final = "user/get-member-type:sub"
_TYPE: Final = "accountType"
_COINS: Final = "asset/transfer/query-account-coins-balance"
_LARGEST: Final = "USDT,USDC,BTC,ETH,SOL,XRP,MNT,TON,DOGE,ADA"
"""Ten coins: so many may be asked for at once of a trading account."""

SUB_ACCOUNT_LIST: Final = Request(
    id="user/submembers",
    route=get("user/submembers", "pageSize", "nextCursor"),
    ccxt_method="privateGetV5UserSubmembers",
    limit=per_user(5),
    purpose="sub-accounts that exist, banned and frozen ones too",
    source=documented("user/page-subuid"),
    row=SubMember,
    permission=_MAY_TRANSFER,
    asked=Asked.MAIN_ONLY,
    rows_at="subMembers",
    paging=_PAGES,
    feeds=_LISTED,
)

SUB_ACCOUNTS: Final = (
    SUB_ACCOUNT_LIST,
    Request(
        id="user/query-sub-members",
        route=get("user/query-sub-members"),
        ccxt_method="privateGetV5UserQuerySubMembers",
        limit=per_user(10),
        purpose="the same list once more, a thousand at most",
        source=documented("user/subuid-list"),
        row=SubMember,
        permission=_MAY_TRANSFER,
        asked=Asked.MAIN_ONLY,
        rows_at="subMembers",
        feeds=_LISTED,
    ),
    Request(
        id="user/escrow_sub_members",
        route=get("user/escrow_sub_members", "pageSize", "nextCursor"),
        ccxt_method="privateGetV5UserEscrowSubMembers",
        limit=per_user(5),
        purpose="sub-accounts in the custody of a fund",
        source=documented("user/fund-subuid-list"),
        row=SubMember,
        permission=_MAY_TRANSFER,
        asked=Asked.MAIN_ONLY,
        rows_at="subMembers",
        paging=_PAGES,
        feeds=_LISTED,
    ),
    Request(
        id="asset/transfer/query-sub-member-list",
        route=get("asset/transfer/query-sub-member-list"),
        ccxt_method="privateGetV5AssetTransferQuerySubMemberList",
        limit=per_minute(60),
        purpose="numbers of sub-accounts, of those that the other lists leave out too",
        source=documented("asset/sub-uid-list"),
        row=SubMemberIds,
        asked=Asked.MAIN_ONLY,
        paging=One(),
        feeds=(Feed(Area.SUB_ACCOUNTS, sub_accounts.numbered),),
    ),
    Request(
        id="asset/total-members-assets",
        route=get("asset/total-members-assets"),
        ccxt_method="privateGetV5AssetTotalMembersAssets",
        limit=per_user(50),
        purpose="what all members are worth, those that no page shows included",
        source=documented("asset/total-members-assets"),
        row=MembersTotal,
        asked=Asked.MAIN_ONLY,
        paging=One(),
        objection=sub_accounts.not_answered,
        feeds=(
            Feed(Area.ACCOUNT_TOTALS, sub_accounts.member_totals),
            Feed(Area.SUB_ACCOUNTS, sub_accounts.members),
            # As with the overview: they add what is there.
            Feed(Area.LOANS_MARGIN, sub_accounts.trading_debts, proves=False),
            Feed(
                Area.WALLET_BOTS,
                sub_accounts.inside(sub_accounts.BOT_MEMBERS, Nature.BOTS),
                proves=False,
            ),
            Feed(
                Area.WALLET_COPY_TRADING,
                sub_accounts.inside(sub_accounts.COPY_MEMBERS, Nature.COPY_TRADING),
                proves=False,
            ),
        ),
        twice=True,
    ),
    Request(
        id=_WALLETS,
        route=get("user/get-member-type", "memberIds"),
        ccxt_method="privateGetV5UserGetMemberType",
        limit=per_user(10),
        purpose="which wallets a sub-account has",
        source=documented("user/wallet-type"),
        row=WalletTypes,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="memberIds",
        scope_by_uid=True,
        rows_at="accounts",
        # The main account's own wallets stand in front.
        paging=Some(least=2),
        feeds=(Feed(Area.ACCOUNT_TOTALS, account.wallets_of_sub_account),),
    ),
    Request(
        id=f"{_COINS}:sub",
        route=get(_COINS, "memberId", _TYPE, "withBonus"),
        ccxt_method="privateGetV5AssetTransferQueryAccountCoinsBalance",
        limit=per_user(5),
        purpose="a sub-account's funding account, as its main account sees it",
        source=documented("asset/balance/all-balance"),
        row=WalletCoin,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="memberId",
        scope_by_uid=True,
        rows_at="balance",
        calls=(Call({_TYPE: "FUND", "withBonus": "1"}),),
        feeds=(Feed(Area.WALLET_FUNDING, wallets.coins),),
    ),
    Request(
        id=f"{_COINS}:sub-trading",
        route=get(_COINS, "memberId", _TYPE, "coin", "withBonus"),
        ccxt_method="privateGetV5AssetTransferQueryAccountCoinsBalance",
        limit=per_user(5),
        purpose="ten coins of a sub-account's trading account",
        source=documented("asset/balance/all-balance"),
        row=WalletCoin,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="memberId",
        scope_by_uid=True,
        rows_at="balance",
        calls=(Call({"coin": _LARGEST, "withBonus": "1"}),),
        loop=Loop(_WALLETS, _TYPE, account.unified_wallet),
        feeds=(Feed(Area.WALLET_TRADING, wallets.coins),),
    ),
    Request(
        id=f"{_COINS}:sub-classic",
        route=get(_COINS, "memberId", _TYPE, "withBonus"),
        ccxt_method="privateGetV5AssetTransferQueryAccountCoinsBalance",
        limit=per_user(5),
        purpose="the wallets for contracts and for spot trading that older sub-accounts have",
        source=documented("asset/balance/all-balance"),
        row=WalletCoin,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="memberId",
        scope_by_uid=True,
        rows_at="balance",
        calls=(Call({"withBonus": "1"}),),
        loop=Loop(_WALLETS, _TYPE, account.older_wallets),
        feeds=(Feed(Area.WALLET_TRADING, wallets.coins),),
    ),
    Request(
        id="asset/asset-overview:sub",
        route=get("asset/asset-overview", "memberId"),
        ccxt_method="privateGetV5AssetAssetOverview",
        limit=per_user(50),
        purpose="what each wallet of a sub-account is worth, bots and copy trading too",
        source=documented("asset/balance/asset-overview"),
        row=Overview,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="memberId",
        scope_by_uid=True,
        paging=One(),
        objection=totals.objection,
        feeds=(
            Feed(Area.ACCOUNT_TOTALS, totals.overview),
            *IN_TOTALS,
        ),
    ),
    Request(
        id="asset/deposit/query-sub-member-record",
        route=get("asset/deposit/query-sub-member-record", "subMemberId", *SPAN),
        ccxt_method="privateGetV5AssetDepositQuerySubMemberRecord",
        limit=per_minute(300),
        purpose="a sub-account's deposits of a year that have not ended",
        source=documented("asset/deposit/sub-deposit-record"),
        row=Deposit,
        asked=Asked.EACH_SUB_ACCOUNT,
        scope_parameter="subMemberId",
        scope_by_uid=True,
        rows_at="rows",
        paging=pages(50),
        windows=YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
)
