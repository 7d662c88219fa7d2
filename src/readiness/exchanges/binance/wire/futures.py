"""USDⓈ-M and COIN-M futures; portfolio margin shows positions in the same shape."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class TradingFlags(CamelRow):
    """What the account may do, as several answers say it alike."""

    can_trade: bool
    can_withdraw: bool
    can_deposit: bool = True


class FuturesAsset(CamelRow):
    """One asset of a futures ``account``; the balance is signed."""

    asset: WireText
    wallet_balance: WireAmount
    cross_wallet_balance: WireAmount = _NOT_STATED


class FuturesBalance(CamelRow):
    """One asset of a futures ``balance``; the balance is signed."""

    asset: WireText
    balance: WireAmount
    cross_wallet_balance: WireAmount = _NOT_STATED


class FuturesPosition(CamelRow):
    """A position, signed: of one symbol, and in hedge mode of one side of it.

    COIN-M counts contracts. A flat one may still keep margin of its own.
    """

    symbol: WireName
    position_amt: WireAmount
    position_side: WireText = "BOTH"
    isolated_wallet: WireAmount = _NOT_STATED
    isolated_margin: WireAmount = _NOT_STATED
    margin_asset: WireText = ""


class FuturesAccount(CamelRow):
    """``fapi/v3/account``: only symbols with a position or an order."""

    assets: list[FuturesAsset]
    positions: list[FuturesPosition]


class FullFuturesAccount(FuturesAccount, TradingFlags):
    """``fapi/v2/account`` and ``dapi/v1/account``: every symbol, and the account's flags."""


class Indicator(CamelRow):
    """One rule that can lock a symbol, or the whole account."""

    indicator: WireText = ""
    is_locked: bool


class FuturesTradingStatus(CamelRow):
    """``fapi/v1/apiTradingStatus``: rules by symbol, or by the word ACCOUNT."""

    indicators: dict[str, list[Indicator]]
