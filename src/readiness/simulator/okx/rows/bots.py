"""Rows of trading bots."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts


def grid_bot(**fields: Any) -> Row:
    """A row of `tradingBot/grid/orders-algo-pending`: by default a running spot grid."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "algoOrdType": "grid",
        "arbitrageNum": "3",
        "basePos": False,
        "baseSz": "0",
        "cTime": ts,
        "cancelType": "0",
        "floatProfit": "0.4",
        "gridNum": "8",
        "gridProfit": "0.3",
        "instId": "ETH-USDT",
        "instType": "SPOT",
        "investment": "60",
        "maxPx": "3600",
        "minPx": "2400",
        "pnlRatio": "0.011",
        "quoteSz": "60",
        "rebateTrans": [{"rebate": "0", "rebateCcy": "ETH"}],
        "runType": "1",
        "state": "running",
        "totalPnl": "0.7",
        "triggerParams": [_trigger()],
        "uTime": ts,
        "uly": "ETH-USDT",
        "copyType": "0",
        "tradeQuoteCcy": "USDT",
    }
    blank = (
        "actualLever algoClOrdId availEq direction instFamily lever liqPx ordFrozen slTriggerPx "
        "stopType sz tag tpTriggerPx profitSharingRatio fee feeCcy fundingFee"
    )
    return build(fields, values, blank)


def grid_position(**fields: Any) -> Row:
    """A row of `tradingBot/grid/positions`."""
    ts = new_ts()
    values = {
        "adl": "1",
        "algoId": new_id(),
        "avgPx": "2960",
        "cTime": ts,
        "ccy": "USDT",
        "imr": "60",
        "instId": "ETH-USDT-SWAP",
        "instType": "SWAP",
        "last": "3000",
        "lever": "5",
        "liqPx": "900",
        "markPx": "3000",
        "mgnMode": "cross",
        "mgnRatio": "40",
        "mmr": "1.5",
        "notionalUsd": "300",
        "pos": "1",
        "posSide": "net",
        "uTime": ts,
        "upl": "4",
        "uplRatio": "0.07",
    }
    return build(fields, values, "algoClOrdId")


def grid_sub_order(**fields: Any) -> Row:
    """A row of `tradingBot/grid/sub-orders`: by default one that is live."""
    ts = new_ts()
    values = {
        "accFillSz": "0",
        "algoId": new_id(),
        "algoOrdType": "grid",
        "avgPx": "0",
        "cTime": ts,
        "fee": "0",
        "feeCcy": "USDT",
        "groupId": "2",
        "instId": "ETH-USDT",
        "instType": "SPOT",
        "lever": "0",
        "ordId": new_id(),
        "ordType": "limit",
        "pnl": "0",
        "posSide": "net",
        "px": "3100",
        "rebate": "0",
        "rebateCcy": "USDT",
        "side": "sell",
        "state": "live",
        "sz": "0.002",
        "tdMode": "cash",
        "uTime": ts,
    }
    return build(fields, values, "algoClOrdId ccy ctVal tag")


def signal_bot(**fields: Any) -> Row:
    """A row of `tradingBot/signal/orders-algo-pending`."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "algoOrdType": "contract",
        "availBal": "12",
        "cTime": ts,
        "cancelType": "0",
        "entrySettingParam": {
            "allowMultipleEntry": False,
            "amt": "10",
            "entryType": "2",
            "ratio": "",
        },
        "exitSettingParam": {"slPct": "", "tpPct": "", "tpSlType": "pnl"},
        "floatPnl": "0.2",
        "frozenBal": "8",
        "instIds": ["ETH-USDT-SWAP"],
        "instType": "SWAP",
        "investAmt": "20",
        "lever": "3",
        "realizedPnl": "0",
        "signalChanId": new_id(),
        "signalChanName": "made-up signal",
        "signalSourceType": "1",
        "state": "running",
        "subOrdType": "1",
        "totalEq": "20.2",
        "totalPnl": "0.2",
        "totalPnlRatio": "0.01",
        "uTime": ts,
    }
    return build(fields, values, "algoClOrdId ratio")


def signal(**fields: Any) -> Row:
    """A row of `tradingBot/signal/signals`."""
    values = {
        "signalChanId": new_id(),
        "signalChanName": "made-up signal",
        "signalChanDesc": "",
        "signalChanToken": "made-up-token",
        "signalSourceType": "1",
    }
    return build(fields, values)


def dca_bot(**fields: Any) -> Row:
    """A row of `tradingBot/dca/ongoing-list`: by default a running spot martingale."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "algoOrdType": "spot_dca",
        "instId": "ETH-USDT",
        "copyType": "0",
        "state": "running",
        "direction": "long",
        "initOrdAmt": "10",
        "safetyOrdAmt": "15",
        "maxSafetyOrds": "3",
        "pxSteps": "0.03",
        "pxStepsMult": "1",
        "volMult": "1",
        "tpPxRange": "",
        "allowReinvest": False,
        "totalPnl": "0.1",
        "pnlRatio": "0.002",
        "investmentAmt": "55",
        "investmentCcy": "USDT",
        "arbitragePnL": "0",
        "triggerParams": [{"triggerAction": "start", "triggerStrategy": "instant"}],
        "cTime": ts,
        "uTime": ts,
    }
    blank = "lever slPct slMode totalFundingFee profitSharingRatio trackingMode"
    return build(fields, values, blank)


def dca_holding(**fields: Any) -> Row:
    """A row of `tradingBot/dca/position-details`; one field name really is misspelled."""
    values = {
        "algoId": new_id(),
        "algoOrdType": "spot_dca",
        "instId": "ETH-USDT",
        "curCycleld": "1",
        "startTime": new_ts(),
        "fillManualOrds": "0",
        "fillSafetyOrds": "1",
        "initPx": "3000",
        "notionalUsd": "25",
        "avgPx": "2960",
        "upl": "0.1",
        "baseSz": "0.0083",
        "quoteSz": "30",
        "tpPx": "3100",
        "fee": "-0.02",
        "tradeQuoteCcy": "USDT",
    }
    return build(fields, values, "algoClOrdId fundingFee liqPx sz slPx")


def recurring_buy(**fields: Any) -> Row:
    """A row of `tradingBot/recurring/orders-algo-pending`: by default a weekly purchase."""
    ts = new_ts()
    values = {
        "algoId": new_id(),
        "algoOrdType": "recurring",
        "amt": "20",
        "cTime": ts,
        "cycles": "4",
        "instType": "SPOT",
        "investmentAmt": "80",
        "investmentCcy": "USDT",
        "mktCap": "81",
        "period": "weekly",
        "pnlRatio": "0.0125",
        "recurringDay": "2",
        "recurringHour": "",
        "recurringList": [{"ccy": "BTC", "ratio": "1", "minPx": "", "maxPx": ""}],
        "recurringTime": "9",
        "state": "running",
        "stgyName": "made-up plan",
        "timeZone": "0",
        "totalAnnRate": "0.04",
        "totalPnl": "1",
        "uTime": ts,
        "tradeQuoteCcy": "USDT",
        "source": ["1"],
        "recurringTimeType": "1",
        "recurringTimeMinutes": "0",
    }
    return build(fields, values, "algoClOrdId tag")


def _trigger() -> dict[str, str]:
    return {
        "triggerAction": "start",
        "delaySeconds": "0",
        "triggerStrategy": "instant",
        "triggerType": "auto",
        "triggerTime": "",
    }
