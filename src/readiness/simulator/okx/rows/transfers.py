"""Rows of money in motion, crypto and fiat."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts


def deposit(**fields: Any) -> Row:
    """A row of `asset/deposit-history`: by default a completed one (state 2)."""
    values = {
        "actualDepBlkConfirm": "30",
        "amt": "25",
        "ccy": "USDT",
        "chain": "USDT-TRC20",
        "depId": new_id(),
        "state": "2",
        "to": "TMadeUpDepositAddress",
        "ts": new_ts(),
        "txId": f"{int(new_id()):064x}",
    }
    return build(fields, values, "areaCodeFrom from fromWdId")


def withdrawal(**fields: Any) -> Row:
    """A row of `asset/withdrawal-history`: by default a completed one (state 2)."""
    values = {
        "chain": "ETH-ERC20",
        "fee": "0.001",
        "feeCcy": "ETH",
        "ccy": "ETH",
        "toAddrType": "1",
        "amt": "0.02",
        "txId": f"0x{int(new_id()):064x}",
        "to": "0xMadeUpWithdrawalAddress",
        "state": "2",
        "ts": new_ts(),
        "nonTradableAsset": False,
        "wdId": new_id(),
    }
    return build(fields, values, "note clientId from areaCodeFrom areaCodeTo")


def transfer_stage(**fields: Any) -> Row:
    """A row of `asset/deposit-withdraw-status`."""
    values = {
        "wdId": new_id(),
        "txId": "",
        "state": "Pending withdrawal: waiting for a made-up reason",
        "estCompleteTime": "06/30/2026, 9:15:00 AM",
    }
    return build(fields, values)


def transfer_state(**fields: Any) -> Row:
    """A row of `asset/transfer-state`."""
    values = {
        "amt": "3",
        "ccy": "USDT",
        "from": "6",
        "state": "pending",
        "to": "18",
        "transId": new_id(),
        "type": "0",
    }
    return build(fields, values, "clientId instId subAcct toInstId")


def fiat_order(**fields: Any) -> Row:
    """A row of `fiat/deposit-order-history` or `fiat/withdrawal-order-history`."""
    ts = new_ts()
    values = {
        "cTime": ts,
        "uTime": ts,
        "ordId": new_id(),
        "paymentMethod": "TR_BANKS",
        "paymentAcctId": "7",
        "amt": "900",
        "fee": "0",
        "ccy": "TRY",
        "state": "processing",
    }
    return build(fields, values, "clientId")


def fiat_trade(**fields: Any) -> Row:
    """A row of `fiat/buy-sell/history`: by default one that is still processing."""
    ts = new_ts()
    values = {
        "ordId": new_id(),
        "quoteId": "made-up-quote",
        "state": "processing",
        "side": "sell",
        "fromCcy": "ETH",
        "toCcy": "USD",
        "rfqAmt": "0.1",
        "rfqCcy": "ETH",
        "fillPx": "3000",
        "fillQuoteCcy": "USD",
        "fillFromAmt": "0.1",
        "fillToAmt": "300",
        "cTime": ts,
        "uTime": ts,
    }
    return build(fields, values, "clOrdId")


def convert(**fields: Any) -> Row:
    """A row of `asset/convert/history`."""
    values = {
        "instId": "SOL-USDT",
        "side": "sell",
        "fillPx": "150",
        "baseCcy": "SOL",
        "quoteCcy": "USDT",
        "fillBaseSz": "0.2",
        "state": "fullyFilled",
        "tradeId": f"madeup{new_id()}",
        "fillQuoteSz": "30",
        "ts": new_ts(),
    }
    return build(fields, values, "clTReqId")


def easy_convert(**fields: Any) -> Row:
    """A row of `trade/easy-convert-history`: by default one that is still running."""
    values = {
        "fillFromSz": "1.5",
        "fillToSz": "0.74",
        "fromCcy": "ADA",
        "status": "running",
        "toCcy": "USDT",
        "acct": "18",
        "uTime": new_ts(),
    }
    return build(fields, values)


def one_click_repay(**fields: Any) -> Row:
    """A row of `trade/one-click-repay-history-v2`: by default one that is still running."""
    values = {
        "debtCcy": "USDT",
        "fillDebtSz": "0",
        "ordIdInfo": [],
        "repayCcyList": ["ETH"],
        "status": "running",
        "ts": new_ts(),
    }
    return build(fields, values)
