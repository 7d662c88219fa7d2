"""Rows of positions and of what moves them."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts

_POSITION_BLANKS = (
    "baseBal baseBorrowed baseInterest bePx bizRefId bizRefType clSpotInUseAmt deltaBS deltaPA "
    "gammaBS gammaPA hedgedPos interest liab liabCcy liqPx margin maxSpotInUseAmt "
    "nonSettleAvgPx optVal posCcy quoteBal quoteBorrowed quoteInterest settledPnl spotInUseAmt "
    "spotInUseCcy thetaBS thetaPA tradeId usdPx vegaBS vegaPA"
)


def position(**fields: Any) -> Row:
    """A row of `account/positions`: by default a small long ETH perpetual, cross margin."""
    ts = new_ts()
    values = {
        "adl": "1",
        "availPos": "1",
        "avgPx": "2950",
        "cTime": ts,
        "ccy": "USDT",
        "closeOrderAlgo": [],
        "fee": "-0.15",
        "fundingFee": "0",
        "idxPx": "3000",
        "imr": "60",
        "instId": "ETH-USDT-SWAP",
        "instType": "SWAP",
        "last": "3000.1",
        "lever": "5",
        "liqPenalty": "0",
        "markPx": "3000",
        "mgnMode": "cross",
        "mgnRatio": "25",
        "mmr": "1.5",
        "notionalUsd": "300",
        "pendingCloseOrdLiabVal": "0",
        "pnl": "0",
        "pos": "1",
        "posId": new_id(),
        "posSide": "net",
        "realizedPnl": "-0.15",
        "uTime": ts,
        "upl": "5",
        "uplLastPx": "5.01",
        "uplRatio": "0.08",
        "uplRatioLastPx": "0.081",
    }
    return build(fields, values, _POSITION_BLANKS)


def margin_position(**fields: Any) -> Row:
    """A row of `account/positions`: a leveraged ETH purchase with debt, isolated margin.

    Debt is negative here although it is positive in the balance.
    """
    usual = {
        "instId": "ETH-USDT",
        "instType": "MARGIN",
        "mgnMode": "isolated",
        "ccy": "ETH",
        "pos": "0.05",
        "posCcy": "ETH",
        "availPos": "0.05",
        "liab": "-140.25",
        "liabCcy": "USDT",
        "interest": "0.02",
        "margin": "0.01",
        "liqPx": "2400",
        "notionalUsd": "150",
        "fee": "",
        "fundingFee": "",
        "liqPenalty": "",
        "pnl": "",
        "realizedPnl": "",
        "imr": "",
    }
    return position(**(usual | fields))


def closed_position(**fields: Any) -> Row:
    """A row of `account/positions-history`."""
    ts = new_ts()
    values = {
        "cTime": ts,
        "ccy": "USDT",
        "closeAvgPx": "2970",
        "closeTotalPos": "1",
        "instId": "ETH-USDT-SWAP",
        "instType": "SWAP",
        "lever": "5",
        "mgnMode": "cross",
        "openAvgPx": "2950",
        "openMaxPos": "1",
        "realizedPnl": "1.7",
        "fee": "-0.3",
        "fundingFee": "0",
        "liqPenalty": "0",
        "pnl": "2",
        "pnlRatio": "0.034",
        "posId": new_id(),
        "posSide": "net",
        "direction": "long",
        "type": "2",
        "uTime": ts,
        "uly": "ETH-USDT",
    }
    return build(fields, values, "triggerPx nonSettleAvgPx settledPnl")


def moved_position(**fields: Any) -> Row:
    """A row of `account/move-positions-history`: by default one that is still pending."""
    source = {"posId": new_id(), "instId": "ETH-USDT-SWAP", "px": "3000", "side": "sell", "sz": "1"}
    target = {
        "instId": "ETH-USDT-SWAP",
        "px": "3000",
        "side": "buy",
        "sz": "1",
        "tdMode": "cross",
        "posSide": "net",
        "ccy": "",
    }
    values = {
        "blockTdId": new_id(),
        "state": "pending",
        "ts": new_ts(),
        "fromAcct": "0",
        "toAcct": "grid01",
        "legs": [{"from": source, "to": target}],
    }
    return build(fields, values, "clientId")
