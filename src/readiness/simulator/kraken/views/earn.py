"""Earn: what is allocated, and what is still on its way there or back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken.assets import dollars, written
from readiness.simulator.kraken.holdings import Allocation
from readiness.simulator.numbers import loose
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)
_DAYS = 28


def strategies(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Earn/Strategies`: those in which something is, or was, allocated."""
    return [
        {
            "id": id_,
            "asset": each.asset,
            "lock_type": {"type": each.lock, "payout_frequency": 604800},
            "apr_estimate": {"low": "1.0000", "high": "2.0000"},
            "user_min_allocation": "0.01",
            "allocation_fee": "0.0000",
            "deallocation_fee": "0.0000",
            "auto_compound": {"type": "enabled"},
            "yield_source": {"type": "staking"},
            "can_allocate": True,
            "can_deallocate": True,
            "allocation_restriction_info": [],
        }
        for id_, each in asked.account.allocations.items()
    ]


def allocations(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Earn/Allocations`: strategies of the past are there with nothing."""
    rows = [_item(id_, each, asked) for id_, each in asked.account.allocations.items()]
    return rows if asked.params.get("ascending") == "true" else rows[::-1]


def is_zero(asked: Asked[KrakenAccount], row: Any) -> bool:
    """Return whether a strategy that holds nothing is not wanted.

    Whether what is still on its way there counts as held, the documents do not say: the milder
    reading would let a client overlook it unnoticed.
    """
    if asked.params.get("hide_zero_allocations") != "true" or not isinstance(row, dict):
        return False
    total = row.get("amount_allocated", {}).get("total", {}).get("native")
    return total is not None and loose(total) == 0


def totals(asked: Asked[KrakenAccount], rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the allocations what they are worth together."""
    del rows
    each = asked.account.allocations.values()
    worth = sum((one.total * _rate(one.asset, asked) for one in each), _ZERO)
    earned = sum((one.rewarded * _rate(one.asset, asked) for one in each), _ZERO)
    return {
        "converted_asset": _unit(asked),
        "total_allocated": dollars(worth),
        "total_rewarded": dollars(earned),
        "next_cursor": None,
    }


def allocate_status(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Earn/AllocateStatus` of a strategy."""
    return [{"pending": _strategy(asked).pending > 0}]


def deallocate_status(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Earn/DeallocateStatus` of a strategy."""
    return [{"pending": _strategy(asked).pending < 0}]


def _strategy(asked: Asked[KrakenAccount]) -> Allocation:
    found = asked.account.allocations.get(asked.params["strategy_id"])
    if found is None:
        raise RefusalError(Problem.VALUE, "strategy_id")
    return found


def _item(id_: str, each: Allocation, asked: Asked[KrakenAccount]) -> Row:
    amounts = {name: _moving(each, getattr(each, name), asked) for name in _MOVING}
    return {
        "strategy_id": id_,
        "native_asset": each.asset,
        "amount_allocated": {
            **{name: row for name, row in amounts.items() if row is not None},
            **({"pending": _amount(each, each.pending, asked)} if each.pending else {}),
            "total": _amount(each, each.total, asked),
        },
        "total_rewarded": _amount(each, each.rewarded, asked),
    }


_MOVING = ("bonding", "exit_queue", "unbonding")


def _moving(each: Allocation, amount: Decimal, asked: Asked[KrakenAccount]) -> Row | None:
    """One part that is not in its final state; parts with nothing are left out."""
    if not amount:
        return None
    now = datetime.fromtimestamp(asked.ms // 1000, UTC)
    whole = _amount(each, amount, asked)
    since, until = now - timedelta(days=1), now + timedelta(days=_DAYS)
    form = "%Y-%m-%dT%H:%M:%SZ"
    one = {"created_at": since.strftime(form), "expires": until.strftime(form), **whole}
    return {**whole, "allocation_count": 1, "allocations": [one]}


def _amount(each: Allocation, amount: Decimal, asked: Asked[KrakenAccount]) -> Row:
    return {
        "native": written(each.asset, amount),
        "converted": dollars(amount * _rate(each.asset, asked)),
    }


def _unit(asked: Asked[KrakenAccount]) -> str:
    return asked.params.get("converted_asset") or "USD"


def _rate(asset: str, asked: Asked[KrakenAccount]) -> Decimal:
    unit = asked.market.price(_unit(asked))
    return asked.market.price(asset) / unit if unit else _ZERO
