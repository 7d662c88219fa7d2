"""How the derivatives API names assets and contracts."""

from typing import Final

from readiness.exchanges.kraken import names

_SINGLE_COLLATERAL: Final = ("PI_", "FI_")
"""Inverse contracts, perpetual and dated: margined in the coin that they are about."""
_PARTS: Final = "_"


def asset_of(raw: str) -> str:
    """An asset by the name that everybody uses; wallets write the same one large or small."""
    return names.asset_of(raw.upper() if raw.isascii() and raw.isalnum() else raw)


def is_contract(name: str) -> bool:
    """Whether a line of a wallet's balances is a position: assets have no parts in their names."""
    return _PARTS in name


def coin_margined(symbol: str) -> bool:
    """Whether a contract is margined in its coin; what nobody knows counts with the others."""
    return symbol.upper().startswith(_SINGLE_COLLATERAL)
