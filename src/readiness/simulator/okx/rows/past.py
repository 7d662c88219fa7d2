"""Rows of what has ended: bots, copy trading, earn, spreads, block trades."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.bots import (
    dca_bot,
    grid_bot,
    grid_sub_order,
    recurring_buy,
    signal_bot,
)
from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts
from readiness.simulator.okx.rows.orders import algo_order


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def past_algo_order(**fields: Any) -> Row:
    """A row of `trade/orders-algo-history`: by default a trigger order that was triggered."""
    return algo_order(**({"state": "effective"} | fields))


def past_grid_bot(**fields: Any) -> Row:
    """A row of `tradingBot/grid/orders-algo-history`."""
    stopped = {"state": "stopped", "stopType": "1", "cancelType": "1"}
    return grid_bot(**(stopped | fields)) | {"stopResult": "0"}


def past_signal_bot(**fields: Any) -> Row:
    """A row of `tradingBot/signal/orders-algo-history`."""
    return signal_bot(**({"state": "stopped", "cancelType": "1"} | fields))


def past_dca_bot(**fields: Any) -> Row:
    """A row of `tradingBot/dca/history-list`."""
    bot = _without(dca_bot(**({"state": "stopped"} | fields)), "totalFundingFee", "tpPxRange")
    more = {"cancelType": "1", "fundingFee": "-0.1", "ctVal": "", "transferInMargin": ""}
    return bot | more


def past_recurring_buy(**fields: Any) -> Row:
    """A row of `tradingBot/recurring/orders-algo-history`."""
    bot = recurring_buy(**({"state": "stopped"} | fields))
    return _without(bot, "recurringTimeMinutes", "recurringTimeType", "source")


def signal_sub_order(**fields: Any) -> Row:
    """A row of `tradingBot/signal/sub-orders`: by default a filled one."""
    usual = {"algoOrdType": "contract", "state": "filled", "instType": "SWAP"}
    order = grid_sub_order(**(usual | fields))
    return _without(order, "groupId", "rebate", "rebateCcy") | {"clOrdId": f"O{new_id()}"}


def signal_position(**fields: Any) -> Row:
    """A row of `tradingBot/signal/positions-history`, which names no bot."""
    ts = new_ts()
    values = {
        "cTime": ts,
        "closeAvgPx": "2990",
        "direction": "net",
        "instId": "ETH-USDT-SWAP",
        "lever": "3.0",
        "mgnMode": "cross",
        "openAvgPx": "2950",
        "pnl": "0.4",
        "pnlRatio": "0.013",
        "uTime": ts,
        "uly": "ETH-USDT",
    }
    return build(fields, values)


def dca_cycle(**fields: Any) -> Row:
    """A row of `tradingBot/dca/cycle-list`."""
    values = {
        "algoId": new_id(),
        "cycleId": new_id(),
        "currentCycle": False,
        "realizedPnl": "0.9",
        "startTime": new_ts(),
        "endTime": new_ts(),
        "fee": "-0.02",
        "avgPx": "2960",
        "tpPx": "3100",
    }
    return build(fields, values, "algoClOrdId")


def dca_order(**fields: Any) -> Row:
    """A row of `tradingBot/dca/orders`, which names no bot."""
    ts = new_ts()
    values = {
        "cycleId": new_id(),
        "ordId": new_id(),
        "avgFillPx": "2960",
        "direction": "long",
        "side": "buy",
        "ordType": "init_order",
        "px": "2960",
        "sz": "0.01",
        "filledSz": "0.01",
        "state": "filled",
        "fee": "-0.02",
        "rebate": "0",
        "rebateCcy": "USDT",
        "instId": "ETH-USDT",
        "fillTime": ts,
        "cTime": ts,
        "uTime": ts,
    }
    return build(fields, values, "lever ctVal tradeQuoteCcy")


def recurring_order(**fields: Any) -> Row:
    """A row of `tradingBot/recurring/sub-orders`."""
    ts = new_ts()
    values = {
        "accFillSz": "0.0002",
        "algoId": new_id(),
        "algoOrdType": "recurring",
        "avgPx": "90000",
        "cTime": ts,
        "fee": "-0.0000002",
        "feeCcy": "BTC",
        "instId": "BTC-USDT",
        "instType": "SPOT",
        "ordId": new_id(),
        "ordType": "market",
        "px": "-1",
        "side": "buy",
        "state": "filled",
        "sz": "20",
        "uTime": ts,
    }
    return build(fields, values, "algoClOrdId tag tdMode")


def past_copied_position(**fields: Any) -> Row:
    """A row of `copytrading/subpositions-history`."""
    values = {
        "ccy": "USDT",
        "closeAvgPx": "3010",
        "closeTime": new_ts(),
        "instId": "ETH-USDT-SWAP",
        "instType": "SWAP",
        "lever": "3",
        "margin": "10",
        "markPx": "3000",
        "mgnMode": "isolated",
        "openAvgPx": "2980",
        "openTime": new_ts(),
        "pnl": "0.3",
        "pnlRatio": "0.03",
        "posSide": "net",
        "profitSharingAmt": "0.03",
        "subPos": "0.1",
        "closeSubPos": "0.1",
        "type": "2",
        "subPosId": new_id(),
        "uniqueCode": "00MADEUPTRADER00",
    }
    return build(fields, values, "openOrdId")


def profit_share(**fields: Any) -> Row:
    """A row of `copytrading/profit-sharing-details`."""
    values = {
        "ccy": "USDT",
        "nickName": "made-up follower",
        "profitSharingAmt": "0.02",
        "profitSharingId": new_id(),
        "ts": new_ts(),
        "instType": "SWAP",
    }
    return build(fields, values, "portLink")


def lending(**fields: Any) -> Row:
    """A row of `finance/savings/lending-history`, which has no number."""
    values = {"ccy": "USDT", "amt": "40", "earnings": "0.0001", "rate": "0.015", "ts": new_ts()}
    return build(fields, values)


def past_staking_order(**fields: Any) -> Row:
    """A row of `finance/staking-defi/orders-history`."""
    values = {
        "ordId": new_id(),
        "ccy": "DOT",
        "productId": "9001",
        "state": "3",
        "protocol": "Made-up chain",
        "protocolType": "defi",
        "term": "0",
        "apy": "0.09",
        "investData": [{"ccy": "DOT", "amt": "3"}],
        "earningData": [{"ccy": "DOT", "earningType": "0", "realizedEarnings": "0.02"}],
        "purchasedTime": new_ts(),
        "redeemedTime": new_ts(),
    }
    return build(fields, values, "tag")


def okusd_subscription(**fields: Any) -> Row:
    """A row of `finance/okusd/subscribe/history`."""
    values = {
        "ordId": new_id(),
        "ccy": "USDT",
        "amt": "50.00000000",
        "settleCcy": "OKUSD",
        "settleCcyAmt": "50.00000000",
        "status": "success",
        "ts": new_ts(),
    }
    return build(fields, values, "clOrdId")


def okusd_yield(**fields: Any) -> Row:
    """A row of `finance/okusd/rewards/history`, which has no number."""
    values = {
        "ccy": "USDT",
        "earnAmt": "0.00571232",
        "amt": "50.00000000",
        "apr": "0.0417",
        "ts": new_ts(),
    }
    return build(fields, values)


def past_one_click_repay(**fields: Any) -> Row:
    """A row of `trade/one-click-repay-history`."""
    values = {
        "debtCcy": "USDC",
        "fillDebtSz": "5",
        "fillRepaySz": "0.002",
        "repayCcy": "ETH",
        "status": "filled",
        "uTime": new_ts(),
    }
    return build(fields, values)


def past_spread_order(**fields: Any) -> Row:
    """A row of `sprd/orders-history-archive`."""
    ts = new_ts()
    values = {
        "sprdId": "ETH-USDT_ETH-USDT-SWAP",
        "ordId": new_id(),
        "px": "1",
        "sz": "0.1",
        "ordType": "limit",
        "side": "buy",
        "fillSz": "0.1",
        "fillPx": "1",
        "tradeId": new_id(),
        "accFillSz": "0.1",
        "pendingFillSz": "0",
        "pendingSettleSz": "0",
        "canceledSz": "0",
        "state": "filled",
        "avgPx": "1",
        "uTime": ts,
        "cTime": ts,
    }
    return build(fields, values, "clOrdId tag cancelSource")


def spread_trade(**fields: Any) -> Row:
    """A row of `sprd/trades`."""
    leg = {"instId": "ETH-USDT", "px": "3000", "sz": "0.1", "side": "buy", "tradeId": new_id()}
    values = {
        "sprdId": "ETH-USDT_ETH-USDT-SWAP",
        "tradeId": new_id(),
        "ordId": new_id(),
        "fillPx": "1",
        "fillSz": "0.1",
        "state": "filled",
        "side": "buy",
        "execType": "M",
        "ts": new_ts(),
        "legs": [leg],
    }
    return build(fields, values, "clOrdId tag code msg")


def block_trade(**fields: Any) -> Row:
    """A row of `rfq/trades`."""
    leg = {
        "instId": "BTC-USDT",
        "side": "sell",
        "sz": "0.5",
        "px": "90000",
        "tradeId": new_id(),
        "fee": "-0.02",
        "feeCcy": "USDT",
        "tradeQuoteCcy": "USDT",
    }
    values = {
        "rfqId": new_id(),
        "quoteId": new_id(),
        "blockTdId": new_id(),
        "isSuccessful": True,
        "legs": [leg],
        "cTime": new_ts(),
        "tTraderCode": "MADEUP1",
        "mTraderCode": "MADEUP2",
    }
    return build(fields, values, "clRfqId clQuoteId tag errorCode")
