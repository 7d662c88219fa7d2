"""Sub-accounts, as the main account's key sees them. Telephone numbers are not read."""

from typing import Self

from pydantic import Field, model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.binance.wire.futures import FuturesAsset
from readiness.exchanges.binance.wire.margin import MarginAsset
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class SubAccountRow(CamelRow):
    """``sapi/v1/sub-account/list``; the e-mail address is the name that all requests use."""

    email: WireName
    sub_user_id: WireText = ""
    is_freeze: bool
    is_managed_sub_account: bool = False
    is_asset_management_sub_account: bool = False


class SubAccountStatus(CamelRow):
    """``sapi/v1/sub-account/status``."""

    email: WireName
    is_sub_user_enabled: bool


class SubAccountTotal(CamelRow):
    """A line of ``spotSummary``, ``margin/accountSummary`` or ``futures/accountSummary``."""

    email: WireName


class SubMarginAccount(CamelRow):
    """``sapi/v1/sub-account/margin/account``: as ``sapi/v1/margin/account``, by another name."""

    user_assets: list[MarginAsset] = Field(alias="marginUserAssetVoList")
    total_asset_of_btc: WireAmount = _NOT_STATED
    total_liability_of_btc: WireAmount = _NOT_STATED


class SubFuturesWallet(CamelRow):
    """One of the two futures wallets of a sub-account."""

    assets: list[FuturesAsset]


class SubFuturesAccount(CamelRow):
    """``sapi/v2/sub-account/futures/account``: USDⓈ-M or COIN-M, whichever was asked for."""

    future_account_resp: SubFuturesWallet | None = None
    delivery_account_resp: SubFuturesWallet | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.future_account_resp is None and self.delivery_account_resp is None:
            raise ValueError("neither of the two wallets")
        return self


class SubPosition(CamelRow):
    """A futures position of a sub-account, signed; USDⓈ-M states no side."""

    symbol: WireName
    position_amount: WireAmount
    position_side: WireText = "BOTH"
    isolated_wallet: WireAmount = _NOT_STATED
    isolated_margin: WireAmount = _NOT_STATED


class SubPositions(CamelRow):
    """``sapi/v2/sub-account/futures/positionRisk``: USDⓈ-M or COIN-M, whichever was asked for."""

    future_position_risk_vos: list[SubPosition] | None = None
    delivery_position_risk_vos: list[SubPosition] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.future_position_risk_vos is None and self.delivery_position_risk_vos is None:
            raise ValueError("neither of the two lists")
        return self
