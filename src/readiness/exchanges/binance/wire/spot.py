"""Spot and funding wallets, NFTs, and what moves between the account's own wallets."""

from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText, WireWords


class WalletAsset(CamelRow):
    """One asset of ``sapi/v3/asset/getUserAsset`` or ``sapi/v1/asset/get-funding-asset``.

    The four amounts are apart from each other: ``freeze`` is held by the platform,
    ``withdrawing`` is on its way out.
    """

    asset: WireText
    free: WireAmount
    locked: WireAmount
    freeze: WireAmount
    withdrawing: WireAmount


class Coin(CamelRow):
    """One coin of ``sapi/v1/capital/config/getall``; ``ipoing`` is bound by a token sale."""

    coin: WireText
    free: WireAmount
    locked: WireAmount
    freeze: WireAmount
    withdrawing: WireAmount
    ipoing: WireAmount
    storage: WireAmount


class Nft(CamelRow):
    """``sapi/v1/nft/user/getAsset``."""

    network: WireText = ""
    contract_address: WireText = ""
    token_id: WireName


class OwnTransfer(CamelRow):
    """``sapi/v1/asset/transfer``: between two wallets of the same account."""

    tran_id: WireText
    type: WireText = ""
    asset: WireText
    amount: WireAmount
    status: WireText
    timestamp: WireText


class Dividend(CamelRow):
    """``sapi/v1/asset/assetDividend``: something credited without anybody asking for it."""

    id: WireText
    asset: WireText
    amount: WireAmount
    div_time: WireText
    en_info: WireWords = ""


class Dust(CamelRow):
    """One asset that is small enough to be converted."""

    asset: WireText
    amount_free: WireAmount
