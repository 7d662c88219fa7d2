"""Rows of open orders and of margin positions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.tables.rows import Row, build, new_id, new_ts


def txid(letter: str) -> str:
    """Return a new id of the kind that orders, positions and ledger entries have."""
    number = str(new_id())
    return f"{letter}{number[:5]}-MADEU-P{number[5:].rjust(5, '0')}"


def seconds(ms: int) -> Decimal:
    """Return a time as Kraken writes it: seconds with a fraction."""
    return Decimal(ms) / 1000


def order(*, descr: Mapping[str, Any] | None = None, **fields: Any) -> Row:
    """A row of `OpenOrders`: by default a limit order. `txid` is where it stands.

    Args:
        descr: Fields of its description to overwrite.
        **fields: Fields to overwrite.
    """
    said = {
        "pair": "XBTUSD",
        "type": "buy",
        "ordertype": "limit",
        "price": "20000.0",
        "price2": "0",
        "leverage": "none",
        "order": "buy 0.00100000 XBTUSD @ limit 20000.0",
        "close": "",
        **(descr or {}),
    }
    values = {
        "txid": txid("O"),
        "refid": "None",
        "userref": 0,
        "status": "open",
        "opentm": seconds(new_ts()),
        "starttm": 0,
        "expiretm": 0,
        "descr": said,
        "vol": "0.00100000",
        "vol_exec": "0.00000000",
        "cost": "0.00000",
        "fee": "0.00000",
        "price": "0.00000",
        "stopprice": "0.00000",
        "limitprice": "0.00000",
        "misc": "",
        "oflags": "fciq",
    }
    return build(
        fields, values, optional="trades cl_ord_id margin trigger reason sender_sub_id aclass"
    )


def stop_order(*, descr: Mapping[str, Any] | None = None, **fields: Any) -> Row:
    """A row of `OpenOrders` that waits for a price; see `order`."""
    said = {
        "type": "sell",
        "ordertype": "stop-loss",
        "order": "sell 0.00100000 XBTUSD @ stop loss 20000.0",
        **(descr or {}),
    }
    return order(descr=said, **{"stopprice": "20000.0", "trigger": "last", **fields})


def closed_order(**fields: Any) -> Row:
    """A row of `ClosedOrders`: by default one that was filled. `txid` is where it stands."""
    closed, reason = fields.pop("closetm", seconds(new_ts())), fields.pop("reason", None)
    filled = {"status": "closed", "vol_exec": "0.00100000", "cost": "20.00000"}
    return {**order(**{**filled, **fields}), "closetm": closed, "reason": reason}


def trade(**fields: Any) -> Row:
    """A row of `TradesHistory`: by default a bought one. `txid` is where it stands."""
    values = {
        "txid": txid("T"),
        "ordertxid": txid("O"),
        "postxid": txid("T"),
        "pair": "XXBTZUSD",
        "aclass": "forex",
        "time": seconds(new_ts()),
        "type": "buy",
        "ordertype": "limit",
        "price": "20000.00000",
        "cost": "20.00000",
        "fee": "0.05200",
        "vol": "0.00100000",
        "margin": "0.00000",
        "leverage": "0",
        "misc": "",
        "trade_id": new_id(),
        "maker": True,
    }
    return build(fields, values, optional="posstatus cprice ccost cfee cvol cmargin net trades")


def position(**fields: Any) -> Row:
    """A row of `OpenPositions`: by default a short one. `txid` is where it stands."""
    values = {
        "txid": txid("T"),
        "ordertxid": txid("O"),
        "posstatus": "open",
        "pair": "XXBTZUSD",
        "time": seconds(new_ts()),
        "type": "sell",
        "ordertype": "limit",
        "cost": "59.50000",
        "fee": "0.15470",
        "vol": "0.00100000",
        "vol_closed": "0.00000000",
        "margin": "11.90000",
        "value": "60.0",
        "net": "-0.5000",
        "terms": "0.0100% per 4 hours",
        "rollovertm": str(new_ts() // 1000),
        "misc": "",
        "oflags": "",
    }
    return build(fields, values, optional="class")
