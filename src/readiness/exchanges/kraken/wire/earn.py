"""Earn: what is allocated, and on what terms."""

from typing import Final

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.kraken.wire.moments import WireInstant
from readiness.exchanges.wire import WireAmount, WireName, WireNullText, WireText

_NOT_STATED: Final = NotStated()


class _LockType(WireRow):
    type: WireText


class Strategy(WireRow):
    """``Earn/Strategies``: ``flex`` and ``instant`` can be left at once, others are bonded."""

    id: WireName
    lock_type: _LockType


class _Dated(WireRow):
    native: WireAmount
    created_at: WireNullText = ""
    expires: WireInstant = None


class Part(WireRow):
    """A part of an allocation that is on its way in or out, with its dates."""

    native: WireAmount
    allocations: list[_Dated] = Field(default_factory=list[_Dated])


class _Total(WireRow):
    native: WireAmount


class _Amounts(WireRow):
    total: _Total
    bonding: Part | None = None
    unbonding: Part | None = None
    exit_queue: Part | None = None
    pending: _Total | None = None


class Allocation(WireRow):
    """``Earn/Allocations``: what is in one strategy."""

    strategy_id: WireName
    native_asset: WireName
    amount_allocated: _Amounts


class AllocationStatus(WireRow):
    """``Earn/AllocateStatus`` and ``Earn/DeallocateStatus``: whether something is under way."""

    pending: bool
    strategy: str = ""
    """Which strategy it is about, as it was asked for."""
