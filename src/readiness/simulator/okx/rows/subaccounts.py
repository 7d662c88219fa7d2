"""Rows about sub-accounts, affiliates and P2P trade."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_id, new_ts


def sub_account(**fields: Any) -> Row:
    """A row of `users/subaccount/list`; usually made by `OkxAccount.sub_account`."""
    values = {
        "canTransOut": True,
        "enable": True,
        "frozenFunc": [],
        "gAuth": False,
        "label": "grid01",
        "subAcct": "grid01",
        "ts": new_ts(),
        "type": "1",
        "uid": new_id(),
        "subAcctLv": "1",
        "firstLvSubAcct": "grid01",
        "ifDma": False,
    }
    return build(fields, values, "mobile")


def sub_account_bill(**fields: Any) -> Row:
    """A row of `asset/subaccount/bills`: type 0 leaves the main account, 1 comes in."""
    values = {
        "amt": "5",
        "billId": new_id(),
        "ccy": "USDT",
        "subAcct": "grid01",
        "ts": new_ts(),
        "type": "0",
    }
    return build(fields, values)


def managed_bill(**fields: Any) -> Row:
    """A row of `asset/subaccount/managed-subaccount-bills`."""
    return sub_account_bill(subAcct="managed01") | build(fields, {"subUid": new_id()})


def entrusted(**fields: Any) -> Row:
    """A row of `users/entrust-subaccount-list`."""
    return build(fields, {"subAcct": "managed01"})


def affiliate_summary(**fields: Any) -> Row:
    """A row of `affiliate/performance/summary`."""
    spot = {
        "commissionCategory": "SPOT",
        "firstTraderCnt": "1",
        "traderCnt": "1",
        "vol": "500",
        "commission": "0.15",
    }
    values = {"uTime": new_ts(), "inviteeCnt": "2", "depAmt": "100", "details": [spot]}
    return build(fields, values)


def affiliate_link(**fields: Any) -> Row:
    """A row of `affiliate/link/list`."""
    values = {
        "channelId": "1234",
        "channelName": "MADEUP",
        "joinLink": "https://example.invalid/join/MADEUP",
        "linkType": "standard",
        "inviterCommissionRate": "0.2",
        "inviteeDiscountRate": "0.05",
        "inviteeCnt": "2",
        "traderCnt": "1",
        "totalCommission": "0.15",
        "commission24h": "0",
        "cTime": new_ts(),
        "isDefault": True,
        "linkStatus": "normal",
    }
    return build(fields, values, "coInviterCommissionRate")


def sub_affiliate(**fields: Any) -> Row:
    """A row of `affiliate/sub-affiliate/list`."""
    values = {
        "subAffiliateUid": new_id(),
        "country": "XX",
        "joinTime": new_ts(),
        "subAffiliateLevel": "2",
        "commissionRate": "0.1",
        "isCompliant": True,
        "inviteeCnt": "1",
        "traderCnt": "0",
        "depAmt": "0",
        "totalVol": "0",
        "totalFee": "0",
        "totalCommission": "0",
    }
    return build(fields, values)


def p2p_order(**fields: Any) -> Row:
    """A row of `p2p/order/list`: by default an order that waits for payment."""
    ts = new_ts()
    values = {
        "adId": new_id(),
        "orderId": new_id(),
        "side": "sell",
        "isBlockTradeCategory": False,
        "orderStatus": "new",
        "isFrozen": False,
        "cryptoCurrency": "USDT",
        "fiatCurrency": "EUR",
        "unitPrice": "0.9",
        "cryptoAmount": "20",
        "fiatAmount": "18",
        "paymentStatus": "unpaid",
        "createdTimestamp": ts,
        "updatedTimestamp": ts,
        "expiredInSeconds": "600",
        "disputeStatus": "0",
        "canRaiseDispute": False,
        "reviewStatus": "1",
        "counterpartyDetail": {"nickName": "made-up buyer", "orders": "4"},
    }
    return build(fields, values, "completedTimestamp completionType frozenType")


def p2p_ad(**fields: Any) -> Row:
    """A row of `p2p/ad/active-list`."""
    values = {
        "adId": new_id(),
        "side": "sell",
        "cryptoCurrency": "USDT",
        "fiatCurrency": "EUR",
        "type": "limit",
        "unitPrice": "0.9",
        "availableAmount": "60",
        "onHoldAmount": "20",
        "status": "new",
        "isHidden": False,
        "createdTimestamp": new_ts(),
    }
    return build(fields, values)
