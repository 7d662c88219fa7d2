"""Kinds of accounts: the unified one in two generations, and the classic one before it.

https://bybit-exchange.github.io/docs/v5/acct-mode (read 2026-07-24).
"""

from typing import Final

from readiness.exchanges.catalogue import Traits

MODE: Final = "mode"
"""The trait that says what kind of account it is, as ``unifiedMarginStatus`` numbers it."""

CLASSIC: Final = frozenset({"1"})
_FIRST: Final = frozenset({"3", "4"})
_SECOND: Final = frozenset({"5", "6"})

_BY_FLAG: Final = {"0": CLASSIC, "1": _FIRST | _SECOND}


def is_told_alike(mode: str, flag: str) -> bool:
    """Whether the flag of the key's answer agrees; one that nobody documents says nothing."""
    return mode in _BY_FLAG.get(flag, {mode})


def has_contract_wallet(traits: Traits) -> bool:
    """Whether contracts may have a wallet of their own: only the second generation has none."""
    return traits.get(MODE) not in _SECOND


def has_spot_wallet(traits: Traits) -> bool:
    """Whether spot trading may have a wallet of its own: no unified account has one."""
    return traits.get(MODE) not in _FIRST | _SECOND
