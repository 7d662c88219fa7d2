"""Portfolio margin, and portfolio margin Pro."""

from typing import Annotated

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.binance.wire.futures import FuturesPosition
from readiness.exchanges.wire import CamelRow, WireAmount, WireText, WireWords

_NOT_STATED = NotStated()


class PortfolioBalance(CamelRow):
    """One asset of ``papi/v1/balance`` or ``sapi/v1/portfolio/balance``.

    The whole is margin plus both futures wallets, which are signed; what is borrowed,
    its interest and ``negativeBalance`` are positive when something is owed.
    """

    asset: WireText
    total_wallet_balance: WireAmount
    cross_margin_asset: WireAmount
    cross_margin_free: WireAmount = _NOT_STATED
    cross_margin_locked: WireAmount = _NOT_STATED
    cross_margin_borrowed: WireAmount
    cross_margin_interest: WireAmount
    um_wallet_balance: WireAmount
    cm_wallet_balance: WireAmount
    um_unrealized_pnl: Annotated[WireAmount, Field(alias="umUnrealizedPNL")] = _NOT_STATED
    cm_unrealized_pnl: Annotated[WireAmount, Field(alias="cmUnrealizedPNL")] = _NOT_STATED
    option_wallet_balance: WireAmount = _NOT_STATED
    option_equity: WireAmount = _NOT_STATED
    negative_balance: WireAmount = _NOT_STATED


class PortfolioAccount(CamelRow):
    """``papi/v1/account`` and both versions of ``portfolio/account``."""

    account_status: WireWords


class PortfolioFuturesAsset(CamelRow):
    """One asset of portfolio margin's futures; the balance is signed."""

    asset: WireText
    cross_wallet_balance: WireAmount


class PortfolioFuturesAccount(CamelRow):
    """``papi/v2/um/account`` and ``papi/v1/cm/account``."""

    assets: list[PortfolioFuturesAsset]
    positions: list[FuturesPosition]


class PortfolioLoan(CamelRow):
    """``papi/v1/margin/marginLoan``."""

    tx_id: WireText
    asset: WireText
    principal: WireAmount
    status: WireText
    timestamp: WireText


class BankruptcyLoan(CamelRow):
    """``sapi/v1/portfolio/pmLoan``: nothing is owed if the amount is zero."""

    asset: WireText = ""
    amount: WireAmount
