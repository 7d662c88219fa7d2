"""Rows of history: bills, past orders, fills, files."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts
from readiness.simulator.okx.rows.orders import order


def trading_bill(**fields: Any) -> Row:
    """A row of `account/bills` and `account/bills-archive`: by default a spot sale."""
    ts = new_ts()
    values = {
        "bal": "90",
        "balChg": "30",
        "billId": new_id(),
        "ccy": "USDT",
        "execType": "M",
        "fee": "-0.03",
        "fillIdxPx": "3000",
        "fillTime": ts,
        "instId": "ETH-USDT",
        "instType": "SPOT",
        "interest": "0",
        "ordId": new_id(),
        "pnl": "0",
        "posBal": "0",
        "posBalChg": "0",
        "px": "3000",
        "subType": "2",
        "sz": "0.01",
        "tradeId": new_id(),
        "ts": ts,
        "type": "2",
    }
    blank = (
        "clOrdId earnAmt earnApr fillFwdPx fillMarkPx fillMarkVol fillPxUsd fillPxVol from "
        "mgnMode notes tag to"
    )
    return build(fields, values, blank)


def funding_bill(**fields: Any) -> Row:
    """A row of `asset/bills` and `asset/bills-history`: by default a deposit."""
    values = {
        "billId": new_id(),
        "ccy": "USDT",
        "balChg": "25",
        "bal": "25",
        "type": "1",
        "ts": new_ts(),
    }
    return build(fields, values, "clientId notes")


def past_order(**fields: Any) -> Row:
    """A row of `trade/orders-history-archive`: by default a filled spot order."""
    usual = {"state": "filled", "accFillSz": "0.01", "avgPx": "3000", "fillPx": "3000"}
    return order(**(usual | {"fillSz": "0.01", "tradeId": new_id()} | fields))


def fill(**fields: Any) -> Row:
    """A row of `trade/fills-history`."""
    ts = new_ts()
    values = {
        "side": "sell",
        "fillSz": "0.01",
        "fillPx": "3000",
        "fee": "-0.03",
        "fillPnl": "0",
        "ordId": new_id(),
        "feeRate": "-0.001",
        "instType": "SPOT",
        "instId": "ETH-USDT",
        "posSide": "net",
        "billId": new_id(),
        "subType": "2",
        "fillTime": ts,
        "execType": "M",
        "tradeId": new_id(),
        "feeCcy": "USDT",
        "ts": ts,
        "tradeQuoteCcy": "USDT",
    }
    blank = "fillPxVol fillFwdPx fillPxUsd clOrdId fillMarkVol tag fillIdxPx fillMarkPx"
    return build(fields, values, blank)


def bill_file(**fields: Any) -> Row:
    """A row of `account/bills-history-archive`: a file that is ready for download."""
    values = {
        "fileHref": "https://example.invalid/bills.zip",
        "state": "finished",
        "ts": new_ts(),
    }
    return build(fields, values)


def statement_file(**fields: Any) -> Row:
    """A row of `asset/monthly-statement`, where the time is a JSON number."""
    values = bill_file(fileHref="https://example.invalid/statement.zip")
    return build(fields, values | {"ts": int(values["ts"])})
