"""Sub-accounts under somebody's management, and those of a broker's clients.

E-mail addresses in these answers belong to other people: one only serves to ask on.
"""

from typing import Self

from pydantic import model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.binance.wire.futures import FuturesAsset, FuturesPosition
from readiness.exchanges.binance.wire.margin import IsolatedPair, MarginAsset
from readiness.exchanges.wire import CamelRow, WireAmount, WireName

_NOT_STATED = NotStated()


class ManagedSubAccount(CamelRow):
    """``sapi/v1/managed-subaccount/info``."""

    managersub_user_id: WireName
    email: WireName


class ManagedAsset(CamelRow):
    """``sapi/v1/managed-subaccount/asset``."""

    coin: WireName
    total_balance: WireAmount
    available_balance: WireAmount = _NOT_STATED
    in_order: WireAmount = _NOT_STATED


class ManagedMargin(CamelRow):
    """``sapi/v1/managed-subaccount/marginAsset``, cross or isolated."""

    user_assets: list[MarginAsset] | None = None
    assets: list[IsolatedPair] | None = None
    total_asset_of_btc: WireAmount = _NOT_STATED
    total_liability_of_btc: WireAmount = _NOT_STATED

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if self.user_assets is None and self.assets is None:
            raise ValueError("neither of the two accounts")
        return self


class ManagedFuturesData(CamelRow):
    """What a snapshot shows."""

    assets: list[FuturesAsset]
    position: list[FuturesPosition]


class ManagedFutures(CamelRow):
    """``sapi/v1/managed-subaccount/fetch-future-asset``: the latest snapshot."""

    data: ManagedFuturesData


class BrokerSubAccount(CamelRow):
    """``sapi/v1/broker/subAccount``."""

    subaccount_id: WireName
