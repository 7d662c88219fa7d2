"""Rows of pending orders of every kind."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts

_STOPS = "slOrdPx slTriggerPx slTriggerPxType tpOrdPx tpTriggerPx tpTriggerPxType"


def order(**fields: Any) -> Row:
    """A row of `trade/orders-pending`: by default a spot limit order to sell ETH."""
    ts = new_ts()
    values = {
        "accFillSz": "0",
        "attachAlgoOrds": [],
        "cTime": ts,
        "category": "normal",
        "fee": "0",
        "feeCcy": "USDT",
        "fillSz": "0",
        "instId": "ETH-USDT",
        "instType": "SPOT",
        "isTpLimit": "false",
        "linkedAlgoOrd": {"algoId": ""},
        "ordId": new_id(),
        "ordType": "limit",
        "pnl": "0",
        "posSide": "net",
        "px": "4500",
        "rebate": "0",
        "rebateCcy": "ETH",
        "reduceOnly": "false",
        "side": "sell",
        "state": "live",
        "stpMode": "cancel_maker",
        "sz": "0.01",
        "tdMode": "cash",
        "tradeQuoteCcy": "USDT",
        "uTime": ts,
    }
    blank = (
        "algoClOrdId algoId attachAlgoClOrdId avgPx cancelSource cancelSourceReason ccy clOrdId "
        "fillPx fillTime lever pxType pxUsd pxVol quickMgnType source stpId tag tgtCcy tradeId "
    )
    return build(fields, values, blank + _STOPS)


def algo_order(**fields: Any) -> Row:
    """A row of `trade/orders-algo-pending`: by default a trigger order to buy BTC."""
    ts = new_ts()
    values = {
        "actualSz": "0",
        "algoId": new_id(),
        "amendPxOnTriggerType": "0",
        "attachAlgoOrds": [],
        "cTime": ts,
        "failCode": "0",
        "instId": "BTC-USDT",
        "instType": "SPOT",
        "last": "60000",
        "linkedOrd": {"ordId": ""},
        "ordIdList": [],
        "ordPx": "-1",
        "ordType": "trigger",
        "posSide": "net",
        "reduceOnly": "false",
        "side": "buy",
        "state": "live",
        "sz": "15",
        "tdMode": "cash",
        "tgtCcy": "quote_ccy",
        "tradeQuoteCcy": "USDT",
        "triggerPx": "41000",
        "triggerPxType": "last",
        "uTime": ts,
    }
    blank = (
        "activePx actualPx actualSide algoClOrdId callbackRatio callbackSpread ccy chaseType "
        "chaseVal clOrdId closeFraction isTradeBorrowMode lever maxChaseType maxChaseVal "
        "moveTriggerPx ordId pxLimit pxSpread pxVar quickMgnType szLimit tag timeInterval "
        "triggerTime "
    )
    return build(fields, values, blank + _STOPS)


def spread_order(**fields: Any) -> Row:
    """A row of `sprd/orders-pending`."""
    ts = new_ts()
    values = {
        "sprdId": "ETH-USDT_ETH-USDT-SWAP",
        "ordId": new_id(),
        "px": "-4.5",
        "sz": "2",
        "ordType": "limit",
        "side": "buy",
        "fillSz": "0",
        "accFillSz": "0",
        "pendingFillSz": "2",
        "pendingSettleSz": "0",
        "canceledSz": "0",
        "state": "live",
        "avgPx": "0",
        "uTime": ts,
        "cTime": ts,
    }
    return build(fields, values, "clOrdId tag fillPx tradeId cancelSource")


def rfq(**fields: Any) -> Row:
    """A row of `rfq/rfqs`: by default one that is active."""
    ts = new_ts()
    leg = {
        "instId": "ETH-USDT",
        "tdMode": "cash",
        "ccy": "",
        "side": "buy",
        "posSide": "net",
        "sz": "40",
        "tgtCcy": "base_ccy",
        "tradeQuoteCcy": "USDT",
    }
    values = {
        "rfqId": new_id(),
        "traderCode": "MADEUP",
        "validUntil": str(int(ts) + 600_000),
        "allowPartialExecution": False,
        "state": "active",
        "counterparties": ["INVENTED"],
        "legs": [leg],
        "cTime": ts,
        "uTime": ts,
    }
    return build(fields, values, "clRfqId tag flowType")


def quote(**fields: Any) -> Row:
    """A row of `rfq/quotes`: by default one that is active."""
    ts = new_ts()
    leg = {
        "px": "2990",
        "sz": "40",
        "instId": "ETH-USDT",
        "tdMode": "cash",
        "ccy": "",
        "side": "sell",
        "posSide": "net",
        "tgtCcy": "base_ccy",
        "tradeQuoteCcy": "USDT",
    }
    values = {
        "validUntil": str(int(ts) + 600_000),
        "uTime": ts,
        "cTime": ts,
        "legs": [leg],
        "quoteId": new_id(),
        "rfqId": new_id(),
        "quoteSide": "sell",
        "state": "active",
        "traderCode": "MADEUP",
    }
    return build(fields, values, "reason clQuoteId clRfqId tag")


def maker_setting(**fields: Any) -> Row:
    """A row of `rfq/maker-instrument-settings`: a standing offer to quote swaps."""
    family = {"instFamily": "ETH-USDT", "maxBlockSz": "500", "makerPxBand": "3"}
    return build(fields, {"instType": "SWAP", "includeAll": False, "data": [family]})
