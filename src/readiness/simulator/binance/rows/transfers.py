"""Rows of everything that moves money: deposits, withdrawals, fiat, P2P, internal transfers."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.rows.build import Row, build, new_id, new_ts, utc

_ADDRESS = "0x00000000000000000000000000000000madeup00"
_ONCE_SENT = "completeTime withdrawOrderId"


def deposit(**fields: Any) -> Row:
    """A row of `sapi/v1/capital/deposit/hisrec`: by default waiting for the chain.

    A finished one also has `completeTime`; `sourceAddress` is only there where asked for.
    """
    values = {
        "id": str(new_id()),
        "amount": "0.4",
        "coin": "ETH",
        "network": "ETH",
        "status": 0,
        "address": _ADDRESS,
        "addressTag": "",
        "txId": f"0xmadeup{new_id()}",
        "insertTime": new_ts(),
        "transferType": 0,
        "confirmTimes": "2/6",
        "unlockConfirm": 64,
        "walletType": 0,
        "travelRuleStatus": 0,
    }
    return build(fields, values, "completeTime sourceAddress")


def sub_deposit(**fields: Any) -> Row:
    """A row of `sapi/v1/capital/deposit/subHisrec`: by default waiting for the chain."""
    row = deposit(**fields)
    if "travelRuleStatus" not in fields:
        del row["travelRuleStatus"]
    return row


def withdrawal(**fields: Any) -> Row:
    """A row of `sapi/v1/capital/withdraw/history`: by default being processed.

    A completed one also has `completeTime`; `withdrawOrderId` is only there if one was given.
    """
    values = {
        "id": f"madeup{new_id()}",
        "amount": "21.50000000",
        "transactionFee": "1",
        "coin": "USDT",
        "status": 4,
        "address": _ADDRESS,
        "txId": "",
        "applyTime": utc(new_ts()),
        "network": "TRX",
        "transferType": 0,
        "info": "",
        "confirmNo": 0,
        "walletType": 0,
        "txKey": "",
    }
    return build(fields, values, _ONCE_SENT)


def local_deposit(**fields: Any) -> Row:
    """A row of `sapi/v1/localentity/deposit/history`: by default waiting for its questionnaire."""
    values = {
        "trId": new_id(),
        "tranId": new_id(),
        "amount": "0.4",
        "coin": "ETH",
        "network": "ETH",
        "depositStatus": 0,
        "travelRuleStatus": 1,
        "travelRuleStatusV2": "PENDING",
        "address": _ADDRESS,
        "addressTag": "",
        "txId": f"0xmadeup{new_id()}",
        "insertTime": new_ts(),
        "transferType": 0,
        "confirmTimes": "6/6",
        "requireQuestionnaire": True,
    }
    return build(fields, values, "completeTime questionnaire")


def local_deposit_v2(**fields: Any) -> Row:
    """A row of `sapi/v2/localentity/deposit/history`: by default waiting for its questionnaire."""
    values = {
        "depositId": str(new_id()),
        "amount": "0.4",
        "network": "ETH",
        "coin": "ETH",
        "depositStatus": 0,
        "travelRuleReqStatus": 1,
        "address": _ADDRESS,
        "addressTag": "",
        "txId": f"0xmadeup{new_id()}",
        "transferType": 0,
        "confirmTimes": "6/6",
        "requireQuestionnaire": True,
        "insertTime": new_ts(),
    }
    return build(fields, values, "questionnaire")


def local_withdrawal(**fields: Any) -> Row:
    """A row of `sapi/v1/localentity/withdraw/history`: by default waiting for information."""
    written = {"applyTime": utc(new_ts()), "questionnaire": '{"isAddressOwner":1}'}
    return build(fields, _local_withdrawal() | written, _ONCE_SENT)


def local_withdrawal_v2(**fields: Any) -> Row:
    """A row of `sapi/v2/localentity/withdraw/history`; its times are numbers, unlike in v1."""
    written = {"applyTime": new_ts(), "questionnaire": {"isAddressOwner": 1}}
    return build(fields, _local_withdrawal() | written, _ONCE_SENT)


def _local_withdrawal() -> Row:
    return {
        "id": f"madeup{new_id()}",
        "trId": new_id(),
        "amount": "21.50000000",
        "transactionFee": "1",
        "coin": "USDT",
        "withdrawalStatus": 2,
        "travelRuleStatus": 1,
        "address": _ADDRESS,
        "txId": "",
        "network": "TRX",
        "transferType": 0,
        "info": "",
        "confirmNo": 0,
        "walletType": 0,
        "txKey": "",
    }


def fiat_order(**fields: Any) -> Row:
    """A row of `data` in `sapi/v1/fiat/orders`: by default being processed."""
    ts = new_ts()
    values = {
        "orderNo": f"made-up-{new_id()}",
        "fiatCurrency": "EUR",
        "indicatedAmount": "90.00",
        "amount": "90.00",
        "totalFee": "1.00",
        "method": "BankAccount",
        "status": "Processing",
        "createTime": ts,
        "updateTime": ts,
    }
    return build(fields, values)


def fiat_payment(**fields: Any) -> Row:
    """A row of `data` in `sapi/v1/fiat/payments`: by default a purchase being processed."""
    ts = new_ts()
    values = {
        "orderNo": f"madeup{new_id()}",
        "sourceAmount": "50.0",
        "fiatCurrency": "EUR",
        "obtainAmount": "0.0161",
        "cryptoCurrency": "ETH",
        "totalFee": "0.9",
        "price": "3049.68",
        "status": "Processing",
        "paymentMethod": "Bank Transfer",
        "createTime": ts,
        "updateTime": ts,
    }
    return build(fields, values)


def p2p_order(**fields: Any) -> Row:
    """A row of `data` in `sapi/v1/c2c/orderMatch/listUserOrderHistory`: by default trading."""
    values = {
        "orderNumber": str(new_id()),
        "advNo": str(new_id()),
        "tradeType": "SELL",
        "asset": "USDT",
        "fiat": "EUR",
        "fiatSymbol": "€",
        "amount": "60.00000000",
        "totalPrice": "55.20000000",
        "unitPrice": "0.92",
        "orderStatus": "TRADING",
        "createTime": new_ts(),
        "commission": "0",
        "counterPartNickName": "mad***",
        "payMethodName": "SEPA",
        "additionalKycVerify": 0,
        "takerCommissionRate": "0",
        "takerCommission": "0",
        "takerAmount": "60",
        "advertisementRole": "TAKER",
    }
    return build(fields, values)


def internal_transfer(**fields: Any) -> Row:
    """A row of `rows` in `sapi/v1/asset/transfer`: by default on its way."""
    values = {
        "asset": "USDT",
        "amount": "44",
        "type": "MAIN_UMFUTURE",
        "status": "PENDING",
        "tranId": new_id(),
        "timestamp": new_ts(),
    }
    return build(fields, values)
