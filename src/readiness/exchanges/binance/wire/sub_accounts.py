"""Sub-accounts, as the main account's key sees them. Telephone numbers are not read."""

from pydantic import Field

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


class SubUsdmAccount(CamelRow):
    """``sapi/v2/sub-account/futures/account``, asked for USDⓈ-M."""

    wallet: SubFuturesWallet = Field(alias="futureAccountResp")


class SubCoinmAccount(CamelRow):
    """``sapi/v2/sub-account/futures/account``, asked for COIN-M."""

    wallet: SubFuturesWallet = Field(alias="deliveryAccountResp")


class SubPosition(CamelRow):
    """A futures position of a sub-account, signed; USDⓈ-M states no side."""

    symbol: WireName
    position_amount: WireAmount
    position_side: WireText = "BOTH"
    isolated_wallet: WireAmount = _NOT_STATED
    isolated_margin: WireAmount = _NOT_STATED


class SubUsdmPositions(CamelRow):
    """``sapi/v2/sub-account/futures/positionRisk``, asked for USDⓈ-M."""

    positions: list[SubPosition] = Field(alias="futurePositionRiskVos")


class SubCoinmPositions(CamelRow):
    """``sapi/v2/sub-account/futures/positionRisk``, asked for COIN-M."""

    positions: list[SubPosition] = Field(alias="deliveryPositionRiskVos")
