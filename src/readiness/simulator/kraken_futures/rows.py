"""Complete rows as the documents describe them, ready to be put into an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from readiness.simulator.tables.rows import Row, build, new_id, new_ts

__all__ = [
    "FACTORIES",
    "Row",
    "log_entry",
    "new_stamp",
    "open_order",
    "open_position",
    "participant",
    "stop_order",
]


def new_stamp() -> str:
    """Return a recent time as the exchange writes it, later than the one before."""
    moment = datetime.fromtimestamp(new_ts() / 1000, UTC)
    return moment.isoformat(timespec="milliseconds")[:-6] + "Z"


def open_order(**fields: Any) -> Row:
    """A row of `derivatives/api/v3/openorders`: by default a limit order."""
    now = new_stamp()
    values = {
        "order_id": str(uuid5(NAMESPACE_URL, f"made-up:{new_id()}")),
        "symbol": "PF_XBTUSD",
        "side": "buy",
        "orderType": "lmt",
        "limitPrice": 20000,
        "unfilledSize": Decimal("0.001"),
        "receivedTime": now,
        "status": "untouched",
        "filledSize": 0,
        "reduceOnly": False,
        "lastUpdateTime": now,
    }
    return build(fields, values, optional="cliOrdId stopPrice triggerSignal")


def stop_order(**fields: Any) -> Row:
    """A row of `derivatives/api/v3/openorders` that waits for a price."""
    waits = {"orderType": "stp", "stopPrice": 90000, "triggerSignal": "mark"}
    row = open_order(**{**waits, **fields})
    return row if "limitPrice" in fields else {k: v for k, v in row.items() if k != "limitPrice"}


def open_position(**fields: Any) -> Row:
    """A row of `derivatives/api/v3/openpositions`: by default a short one, against flex."""
    values = {
        "side": "short",
        "symbol": "PF_XBTUSD",
        "price": 59500,
        "fillTime": new_stamp(),
        "size": Decimal("0.001"),
        "unrealizedFunding": Decimal("-0.0001"),
        "unrealizedPnl": Decimal("-0.5"),
    }
    return build(fields, values, optional="pnlCurrency maxFixedLeverage greeks")


def participant(**fields: Any) -> Row:
    """A row of `derivatives/api/v3/assignmentprogram/current`: ready to take positions over."""
    preference = {
        "contractType": "flexible_futures",
        "contract": "PF_XBTUSD",
        "maxSize": 10,
        "maxPosition": 10,
        "acceptLong": True,
        "acceptShort": False,
        "timeFrame": "ALL",
        "enabled": True,
    }
    return build(fields, {"id": new_id(), "participant": preference})


def log_entry(**fields: Any) -> Row:
    """A row of `api/history/v3/account-log`: by default a deposit into the holding wallet."""
    values: dict[str, Any] = {
        "id": new_id(),
        "date": new_stamp(),
        "asset": "usd",
        "info": "cross-exchange transfer",
        "booking_uid": str(uuid5(NAMESPACE_URL, f"made-up:{new_id()}")),
        "margin_account": "cash",
        "old_balance": 0,
        "new_balance": Decimal("12.5"),
    }
    missing = (
        "old_average_entry_price new_average_entry_price trade_price mark_price realized_pnl fee "
        "execution collateral funding_rate realized_funding contract"
    )
    return build(fields, values | dict.fromkeys(missing.split()))


FACTORIES: Mapping[str, Callable[..., Row]] = {
    "api/history/v3/account-log": log_entry,
    "derivatives/api/v3/assignmentprogram/current": participant,
    "derivatives/api/v3/openorders": open_order,
    "derivatives/api/v3/openpositions": open_position,
}
"""The factory whose rows belong at a place, for tests that visit every one."""
