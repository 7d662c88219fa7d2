"""Rows of copy trading."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts

_TRADER = "00MADEUPTRADER00"


def copied_position(**fields: Any) -> Row:
    """A row of `copytrading/current-subpositions`."""
    values = {
        "ccy": "USDT",
        "instId": "ETH-USDT-SWAP",
        "instType": "SWAP",
        "lever": "3",
        "margin": "10",
        "markPx": "3000",
        "mgnMode": "isolated",
        "openAvgPx": "2980",
        "openTime": new_ts(),
        "posSide": "net",
        "subPos": "0.1",
        "subPosId": new_id(),
        "uniqueCode": _TRADER,
        "upl": "0.2",
        "uplRatio": "0.02",
        "availSubPos": "0.1",
    }
    return build(fields, values, "algoId openOrdId slOrdPx slTriggerPx tpOrdPx tpTriggerPx")


def lead_trader(**fields: Any) -> Row:
    """A row of `copytrading/current-lead-traders`: somebody who is being copied."""
    values = {
        "beginCopyTime": new_ts(),
        "ccy": "USDT",
        "copyTotalAmt": "100",
        "copyTotalPnl": "0.2",
        "leadMode": "public",
        "margin": "10",
        "nickName": "made-up trader",
        "profitSharingRatio": "0.1",
        "todayPnl": "0",
        "uniqueCode": _TRADER,
        "upl": "0.2",
    }
    return build(fields, values, "portLink")


def copy_setting(**fields: Any) -> Row:
    """A row of `copytrading/copy-settings`: by default copying is on."""
    values = {
        "ccy": "USDT",
        "copyInstIdType": "copy",
        "copyMgnMode": "isolated",
        "copyMode": "fixed_amount",
        "copyAmt": "10",
        "copyState": "1",
        "copyTotalAmt": "100",
        "instIds": [{"enabled": "1", "instId": "ETH-USDT-SWAP"}],
        "subPosCloseType": "copy_close",
    }
    return build(fields, values, "copyRatio slRatio slTotalAmt tpRatio tag")


def unpaid_profit_share(**fields: Any) -> Row:
    """A row of `copytrading/unrealized-profit-sharing-details`."""
    values = {
        "ccy": "USDT",
        "nickName": "made-up follower",
        "ts": new_ts(),
        "unrealizedProfitSharingAmt": "0.7",
        "instType": "SWAP",
    }
    return build(fields, values, "portLink")


def unpaid_profit_total(**fields: Any) -> Row:
    """A row of `copytrading/total-unrealized-profit-sharing`."""
    values = {"profitSharingTs": new_ts(), "totalUnrealizedProfitSharingAmt": "0.7"}
    return build(fields, values)
