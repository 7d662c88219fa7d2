"""Rows of earn products, staking and structured products."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts


def savings(**fields: Any) -> Row:
    """A row of `finance/savings/balance`: Simple Earn flexible."""
    values = {
        "earnings": "0.004",
        "rate": "0.015",
        "ccy": "USDT",
        "amt": "40.004",
        "loanAmt": "40",
        "pendingAmt": "0.004",
    }
    return build(fields, values, "redemptAmt")


def fixed_earn(**fields: Any) -> Row:
    """A row of `finance/simple-earn-fixed/order-list`: by default locked until maturity."""
    ts = new_ts()
    values = {
        "reqId": new_id(),
        "ccy": "USDT",
        "amt": "75",
        "rate": "0.04",
        "term": "60D",
        "state": "earning",
        "accruedInterest": "0.2",
        "finalSettlementDate": str(int(ts) + 60 * 86_400_000),
        "cTime": ts,
    }
    return build(fields, values)


def staking_order(**fields: Any) -> Row:
    """A row of `finance/staking-defi/orders-active`: by default earning (state 1)."""
    values = {
        "ordId": new_id(),
        "ccy": "DOT",
        "productId": "9001",
        "state": "1",
        "protocol": "Made-up chain",
        "protocolType": "defi",
        "term": "0",
        "apy": "0.09",
        "investData": [{"ccy": "DOT", "amt": "3"}],
        "earningData": [{"ccy": "DOT", "earningType": "0", "earnings": "0.01"}],
        "purchasedTime": new_ts(),
        "fastRedemptionData": [],
    }
    return build(fields, values, "tag estSettlementTime cancelRedemptionDeadline")


def staking_offer(**fields: Any) -> Row:
    """A row of `finance/staking-defi/offers`."""
    values = {
        "ccy": "DOT",
        "productId": "9001",
        "protocol": "Made-up chain",
        "protocolType": "defi",
        "term": "0",
        "apy": "0.09",
        "earlyRedeem": False,
        "state": "purchasable",
        "investData": [{"bal": "0", "ccy": "DOT", "maxAmt": "500", "minAmt": "1"}],
        "earningData": [{"ccy": "DOT", "earningType": "0"}],
        "redeemPeriod": ["20D", "20D"],
    }
    return build(fields, values, "fastRedemptionDailyLimit")


def eth_staking(**fields: Any) -> Row:
    """A row of `finance/staking-defi/eth/balance`; counts the coin in every wallet."""
    values = {
        "amt": "0.04",
        "ccy": "BETH",
        "latestInterestAccrual": "0.000002",
        "totalInterestAccrual": "0.0001",
        "ts": new_ts(),
    }
    return build(fields, values)


def sol_staking(**fields: Any) -> Row:
    """A row of `finance/staking-defi/sol/balance`, which carries no time."""
    values = {
        "amt": "0.3",
        "ccy": "OKSOL",
        "latestInterestAccrual": "0.00004",
        "totalInterestAccrual": "0.002",
    }
    return build(fields, values)


def staking_redemption(**fields: Any) -> Row:
    """A row of `.../eth/purchase-redeem-history` or `.../sol/...`: a redemption that waits."""
    ts = new_ts()
    values = {
        "amt": "0.02",
        "completedTime": "",
        "estCompletedTime": str(int(ts) + 5 * 86_400_000),
        "redeemingAmt": "0.02",
        "requestTime": ts,
        "status": "pending",
        "type": "redeem",
    }
    return build(fields, values)


def dual_investment(**fields: Any) -> Row:
    """A row of `finance/sfp/dcd/order-history`: by default a live one."""
    ts = new_ts()
    expiry = str(int(ts) + 14 * 86_400_000)
    values = {
        "ordId": new_id(),
        "quoteId": "made-up-quote",
        "state": "live",
        "productId": "ETH-USDT-260710-3600-C",
        "baseCcy": "ETH",
        "quoteCcy": "USDT",
        "uly": "ETH-USD",
        "strike": "3600",
        "notionalSz": "0.1",
        "notionalCcy": "ETH",
        "absYield": "0.006",
        "annualizedYield": "0.15",
        "expTime": expiry,
        "redeemStartTime": ts,
        "redeemEndTime": expiry,
        "cTime": ts,
        "uTime": ts,
    }
    return build(fields, values, "yieldSz yieldCcy settleSz settleCcy settlePx settleTime")


def stable_reward(**fields: Any) -> Row:
    """An entry of `details` in `finance/stable-rewards/balance`."""
    values = {"ccy": "USDG", "amt": "30", "totalEarnAccrual": "0.01", "state": "earning"}
    return build(fields, values)


def stable_rewards(*details: Row, **fields: Any) -> Row:
    """A row of `finance/stable-rewards/balance`; without details, one that is earning."""
    entries = list(details) or [stable_reward()]
    return build(fields, {"details": entries, "ts": new_ts()})


def okusd(**fields: Any) -> Row:
    """A row of `finance/okusd/account`; sub-accounts see the main account's."""
    values = {"ccy": "OKUSD", "amt": "50", "totalEarnAccrual": "0.4", "ts": new_ts()}
    return build(fields, values)


def okusd_redemption(**fields: Any) -> Row:
    """A row of `finance/okusd/redeem/history`: by default a standard one that waits."""
    ts = new_ts()
    values = {
        "ordId": new_id(),
        "ccy": "OKUSD",
        "amt": "20",
        "fee": "0.005",
        "settleCcy": "USDT",
        "settleCcyAmt": "19.995",
        "type": "standard",
        "status": "pending",
        "estSettlementTime": str(int(ts) + 5 * 86_400_000),
        "ts": ts,
    }
    return build(fields, values, "clOrdId")
