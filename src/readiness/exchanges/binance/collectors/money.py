"""What Binance's assets are by their names."""

from typing import Final

from readiness.domain.items import Nature

_RECEIPT: Final = "LD"
"""How receipts of Simple Earn's flexible products begin: LDUSDT stands for lent USDT."""


def nature_of(asset: str) -> Nature:
    """What an asset is by its name, in the wallets that show receipts among the rest."""
    receipt = asset.startswith(_RECEIPT) and len(asset) > len(_RECEIPT)
    return Nature.RECEIPT if receipt else Nature.OWN
