"""Balances of the account, and what its trading wallet owes."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.modes import has_contract_wallet, has_spot_wallet
from readiness.exchanges.bybit.catalogue.source import documented, get, per_user
from readiness.exchanges.bybit.collectors import wallets
from readiness.exchanges.bybit.wire.wallets import (
    FiatBalance,
    Liability,
    TradingWallet,
    WalletCoin,
    Withdrawable,
)
from readiness.exchanges.catalogue import Call, Feed, Loop, Request
from readiness.exchanges.paging import One

_TYPE: Final = "accountType"
_BONUS: Final = "withBonus"
_COINS: Final = "asset/transfer/query-account-coins-balance"
_WITHDRAWABLE: Final = get("asset/withdraw/withdrawable-amount", "coin")

WALLETS: Final = (
    Request(
        id="account/wallet-balance",
        route=get("account/wallet-balance", _TYPE),
        ccxt_method="privateGetV5AccountWalletBalance",
        limit=per_user(50),
        purpose="unified trading account: money and debts",
        source=documented("account/wallet-balance"),
        row=TradingWallet,
        rows_at="list",
        calls=(Call({_TYPE: wallets.UNIFIED}),),
        paging=One(),
        objection=wallets.not_unified,
        feeds=(
            Feed(Area.WALLET_TRADING, wallets.trading),
            Feed(Area.LOANS_MARGIN, wallets.debts),
        ),
        twice=True,
    ),
    Request(
        id=_COINS,
        route=get(_COINS, _TYPE, _BONUS),
        ccxt_method="privateGetV5AssetTransferQueryAccountCoinsBalance",
        limit=per_user(5),
        purpose="funding account",
        source=documented("asset/balance/all-balance"),
        row=WalletCoin,
        rows_at="balance",
        calls=(Call({_TYPE: "FUND", _BONUS: "1"}),),
        feeds=(Feed(Area.WALLET_FUNDING, wallets.coins),),
        twice=True,
    ),
    Request(
        id=f"{_COINS}:classic",
        route=get(_COINS, _TYPE, _BONUS),
        ccxt_method="privateGetV5AssetTransferQueryAccountCoinsBalance",
        limit=per_user(5),
        purpose="the wallets for contracts and for spot trading that older accounts have",
        source=documented("acct-mode"),
        row=WalletCoin,
        rows_at="balance",
        calls=(
            Call({_TYPE: "CONTRACT", _BONUS: "1"}),
            Call({_TYPE: "SPOT", _BONUS: "1"}, applies=has_spot_wallet),
        ),
        applies=has_contract_wallet,
        feeds=(Feed(Area.WALLET_TRADING, wallets.coins),),
        twice=True,
    ),
    Request(
        id="fiat/balance-query",
        route=get("fiat/balance-query"),
        ccxt_method="privateGetV5FiatBalanceQuery",
        limit=per_user(1000),
        purpose="fiat money, for keys that may convert it",
        source=documented("asset/fiat-convert/balance-query"),
        row=FiatBalance,
        permission="FiatConvertBroker (read-only)",
        feeds=(Feed(Area.WALLET_FIAT, wallets.fiat),),
        twice=True,
    ),
    Request(
        id="asset/withdraw/withdrawable-amount",
        route=_WITHDRAWABLE,
        ccxt_method="privateGetV5AssetWithdrawWithdrawableAmount",
        limit=per_user(300),
        purpose="what risk control holds back of the trading account's coins",
        source=documented("asset/balance/delay-amount"),
        row=Withdrawable,
        paging=One(),
        loop=Loop("account/wallet-balance", "coin", wallets.trading_coins),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, wallets.held_back),),
    ),
    Request(
        id="asset/withdraw/withdrawable-amount:funding",
        route=_WITHDRAWABLE,
        ccxt_method="privateGetV5AssetWithdrawWithdrawableAmount",
        limit=per_user(300),
        purpose="the same of the funding account's coins",
        source=documented("asset/balance/delay-amount"),
        row=Withdrawable,
        paging=One(),
        loop=Loop(_COINS, "coin", wallets.wallet_coins),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, wallets.held_back),),
    ),
    Request(
        id="spot-margin-trade/liability",
        route=get("spot-margin-trade/liability", "currency"),
        ccxt_method="privateGetV5SpotMarginTradeLiability",
        limit=per_user(5),
        purpose="what the trading account owes of each coin, once more",
        source=documented("spot-margin-uta/liability"),
        row=Liability,
        paging=One(),
        loop=Loop("account/wallet-balance", "currency", wallets.trading_coins),
        feeds=(Feed(Area.LOANS_MARGIN, wallets.liabilities),),
    ),
)
