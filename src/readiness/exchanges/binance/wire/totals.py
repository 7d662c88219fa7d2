"""The exchange's own totals."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class WalletPart(CamelRow):
    """One asset of a wallet; the amounts are apart from each other."""

    asset: WireText
    free: WireAmount
    locked: WireAmount = _NOT_STATED
    freeze: WireAmount = _NOT_STATED
    withdrawing: WireAmount = _NOT_STATED


class WalletTotal(CamelRow):
    """``sapi/v1/asset/wallet/balance``: a wallet's worth, and its assets where they are told."""

    wallet_name: WireName
    balance: WireAmount
    asset_balances: list[WalletPart] | None = None


class ProductTotal(CamelRow):
    """``simple-earn/account``, ``onchain-yields/account`` and ``dci/product/accounts``."""

    total_amount_in_usdt: WireAmount = Field(alias="totalAmountInUSDT")
