"""Rows of money in motion."""

from __future__ import annotations

from typing import Any

from readiness.simulator.bybit.rows.trade import name_like
from readiness.simulator.tables.rows import Row, build, new_id, new_ts


def deposit(**fields: Any) -> Row:
    """A row of `asset/deposit/query-record`: by default a finished one (status 3).

    `_at` is the moment that windows go by; it is not shown.
    """
    ts = fields.get("_at", new_ts())
    values = {
        "coin": "USDT",
        "chain": "TRX",
        "amount": "25",
        "txID": f"{new_id():064x}",
        "status": 3,
        "toAddress": "TMadeUpDepositAddress",
        "successAt": str(ts),
        "confirmations": "50",
        "txIndex": "0",
        "blockHash": f"{new_id():064x}",
        "batchReleaseLimit": "-1",
        "depositType": "0",
        "fromAddress": "TMadeUpSender",
        "taxDepositRecordsId": "0",
        "taxStatus": 0,
        "id": str(new_id()),
        "_at": ts,
    }
    return build(fields, values, "tag depositFee")


def internal_deposit(**fields: Any) -> Row:
    """A row of `asset/deposit/query-internal-record`: by default a finished one (status 2)."""
    values = {
        "id": str(new_id()),
        "amount": "0.1",
        "type": 1,
        "coin": "ETH",
        "address": "made***@up.example",
        "status": 2,
        "createdTime": str(new_ts() // 1000),
        "fromMemberId": "118027304",
        "txID": name_like(),
        "complianceStatus": 0,
        "taxDepositRecordsId": "0",
        "taxStatus": 0,
    }
    return build(fields, values)


def transfer(**fields: Any) -> Row:
    """A row of `asset/transfer/query-inter-transfer-list`: by default one that has arrived."""
    return build(fields, _transferred())


def member_transfer(**fields: Any) -> Row:
    """A row of `asset/transfer/query-universal-transfer-list`: by default it has arrived."""
    members = {"fromMemberId": "533285", "toMemberId": "592324"}
    return build(fields, {**_transferred(), **members})


def _transferred() -> Row:
    return {
        "transferId": name_like(),
        "coin": "USDT",
        "amount": "5000",
        "fromAccountType": "FUND",
        "toAccountType": "UNIFIED",
        "timestamp": str(new_ts()),
        "status": "SUCCESS",
    }


def trading_log(**fields: Any) -> Row:
    """A row of `account/transaction-log`: by default money that came in."""
    values = {
        "id": name_like(),
        "category": "",
        "side": "None",
        "transactionTime": str(new_ts()),
        "type": "TRANSFER_IN",
        "qty": "5",
        "size": "0",
        "currency": "USDT",
        "fee": "0",
        "cashFlow": "5",
        "change": "5",
        "cashBalance": "5",
    }
    return build(
        fields,
        values,
        "symbol transSubType tradePrice funding feeRate bonusChange orderId orderLinkId tradeId "
        "extraFees",
    )


def funding_log(**fields: Any) -> Row:
    """A row of `asset/fundinghistory`: by default money that came in."""
    values = {
        "memberId": "290118",
        "currency": "BTC",
        "ioDirection": "I",
        "txnAmt": "0.00003561",
        "afterAmt": "7.5",
        "createTime": str(new_ts() // 1000),
        "showBusiType": "fundingAccountRecordTransfer",
        "showBusiTypeEn": "Transfer",
        "_id": name_like(),
    }
    return build(fields, values, "description descriptionEn")


def withdrawal(**fields: Any) -> Row:
    """A row of `asset/withdraw/query-record`: by default a finished one."""
    ts = new_ts()
    values = {
        "coin": "USDC",
        "chain": "ETH",
        "amount": "41.43008",
        "txID": f"0x{new_id():064x}",
        "status": "success",
        "toAddress": "0xMadeUpWithdrawalAddress",
        "withdrawFee": "5",
        "createTime": str(ts),
        "updateTime": str(ts + 35_000),
        "withdrawId": str(new_id()),
        "withdrawType": 0,
    }
    return build(fields, values, "tag fee tax taxRate taxType")
