"""Balances of the trading, funding and fiat wallets, and what is owed in them."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class TradingCoin(CamelRow):
    """One coin of ``account/wallet-balance``.

    ``walletBalance`` includes what was borrowed; ``equity`` is less that, and more by
    unrealised results and the value of options. Fields that do not apply to the account's
    margin mode are empty.
    """

    coin: WireName
    wallet_balance: WireAmount
    equity: WireAmount
    borrow_amount: WireAmount
    accrued_interest: WireAmount
    usd_value: WireAmount = _NOT_STATED
    locked: WireAmount = _NOT_STATED
    spot_borrow: WireAmount = _NOT_STATED
    total_order_im: WireAmount = Field(alias="totalOrderIM", default=_NOT_STATED)
    total_position_im: WireAmount = Field(alias="totalPositionIM", default=_NOT_STATED)
    total_position_mm: WireAmount = Field(alias="totalPositionMM", default=_NOT_STATED)
    unrealised_pnl: WireAmount = _NOT_STATED
    bonus: WireAmount = _NOT_STATED


class TradingWallet(CamelRow):
    """``account/wallet-balance``: one account type; coins of which nothing is left are absent."""

    account_type: WireText
    total_equity: WireAmount = _NOT_STATED
    total_wallet_balance: WireAmount = _NOT_STATED
    total_initial_margin: WireAmount = _NOT_STATED
    total_maintenance_margin: WireAmount = _NOT_STATED
    total_perp_upl: WireAmount = Field(alias="totalPerpUPL", default=_NOT_STATED)
    coin: list[TradingCoin]


class WalletCoin(CamelRow):
    """One coin of ``asset/transfer/query-account-coins-balance``."""

    coin: WireName
    wallet_balance: WireAmount
    transfer_balance: WireAmount = _NOT_STATED
    bonus: WireAmount = _NOT_STATED


class FiatBalance(CamelRow):
    """``fiat/balance-query``."""

    currency: WireName
    total_balance: WireAmount
    balance: WireAmount = _NOT_STATED
    frozen_balance: WireAmount = _NOT_STATED


class Withdrawable(CamelRow):
    """``asset/withdraw/withdrawable-amount``: what risk control holds back, in USD."""

    limit_amount_usd: WireAmount


class Liability(CamelRow):
    """``spot-margin-trade/liability``: the total is the sum of the fixed and the flexible part."""

    currency: WireName
    total_borrow_amount: WireAmount
    fixed_borrow_amount: WireAmount = _NOT_STATED
    flexible_borrow_amount: WireAmount = _NOT_STATED
    spot_total_borrow: WireAmount = _NOT_STATED
    derivatives_borrow: WireAmount = _NOT_STATED
