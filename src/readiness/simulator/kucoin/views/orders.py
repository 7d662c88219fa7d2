"""Lists of orders that follow from other lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.tables.route import Asked

ACTIVE = "api/v1/hf/orders/active"
MARGIN_ACTIVE = "api/v3/hf/margin/orders/active"


def symbols(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `hf/orders/active/symbols` from the open orders."""
    return _symbols(asked.account.rows(ACTIVE))


def margin_symbols(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `hf/margin/order/active/symbols`, for one kind of margin."""
    kind = asked.params["tradeType"]
    rows = asked.account.rows(MARGIN_ACTIVE)
    return _symbols(row for row in rows if not isinstance(row, dict) or _kind(row) == kind)


def count_symbols(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell how many symbols there are."""
    del asked
    return {"symbolSize": len(rows)}


def active(asked: Asked[KucoinAccount]) -> list[Any]:
    """Serve the open orders in pages as well."""
    return list(asked.account.rows(ACTIVE))


def trade_type(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell the kind of orders that were asked for."""
    del rows
    return {"tradeType": asked.params["tradeType"]}


def _kind(row: dict[str, Any]) -> Any:
    return row.get("tradeType", "MARGIN_TRADE")


def _symbols(rows: Iterable[Any]) -> list[str]:
    named = (row["symbol"] for row in rows if isinstance(row, dict) and "symbol" in row)
    return list(dict.fromkeys(str(symbol) for symbol in named))
