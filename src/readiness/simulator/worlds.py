"""Ready-made accounts by the name under which a rehearsal asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.worlds import empty, messy, trading_key

OKX_WORLDS: Mapping[str, Callable[[], OkxAccount]] = {
    "okx-messy": messy,
    "okx-empty": empty,
    "okx-trading-key": trading_key,
}
"""The OKX worlds by account name."""

__all__ = ["OKX_WORLDS", "empty", "messy", "trading_key"]
