"""The exchange's own overview of an account."""

from pydantic import Field

from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText


class CoinEquity(CamelRow):
    """What an account type, or a product of it, holds of one coin; below zero it is owed."""

    coin: WireName
    equity: WireAmount


class Category(CamelRow):
    """One kind of product of an account type."""

    category: WireText
    equity: WireAmount
    coin_detail: list[CoinEquity] = Field(default_factory=list)


class AccountValue(CamelRow):
    """One account type of ``asset/asset-overview``, as it was at ``snapshotTime``."""

    account_type: WireName
    total_equity: WireAmount
    snapshot_time: WireText
    coin_detail: list[CoinEquity] = Field(default_factory=list)
    categories: list[Category] = Field(default_factory=list)

    @property
    def coins(self) -> tuple[CoinEquity, ...]:
        """Every coin, of whichever product."""
        parts = (coin for category in self.categories for coin in category.coin_detail)
        return (*self.coin_detail, *parts)


class Overview(CamelRow):
    """``asset/asset-overview``; ``answeredAt`` is the envelope's time, which stands beside it."""

    total_equity: WireAmount
    accounts: list[AccountValue] = Field(alias="list")
    answered_at: WireText
