"""Deposits, withdrawals, and what ledgers say of past movements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, new_id, new_ts

_MADE_UP_ADDRESS = "TXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"


def deposit(**overrides: Any) -> Row:
    """Return a deposit that waits for the chain."""
    values = {
        "currency": "USDT",
        "chain": "trx",
        "status": "PROCESSING",
        "address": _MADE_UP_ADDRESS,
        "memo": "",
        "isInner": False,
        "amount": "6.00000000",
        "fee": "0.00000000",
        "walletTxId": f"{hex_id()}@{_MADE_UP_ADDRESS}",
        "createdAt": new_ts(),
        "updatedAt": new_ts(),
        "remark": "",
        "arrears": False,
    }
    return build(overrides, values)


def withdrawal(**overrides: Any) -> Row:
    """Return a withdrawal that KuCoin has yet to look at."""
    values = {
        "id": hex_id(),
        "currency": "USDT",
        "chain": "trx",
        "status": "REVIEW",
        "address": _MADE_UP_ADDRESS,
        "memo": "",
        "isInner": False,
        "amount": "10.00000000",
        "fee": "1.00000000",
        "walletTxId": None,
        "createdAt": new_ts(),
        "updatedAt": new_ts(),
        "remark": "",
        "arrears": False,
    }
    return build(overrides, values)


def ledger(**overrides: Any) -> Row:
    """Return a movement on the funding account, or on any other as `accountType` tells."""
    values = {
        "id": str(new_id()),
        "currency": "USDT",
        "amount": "0.01",
        "fee": "0",
        "balance": "0",
        "accountType": "MAIN",
        "bizType": "TRANSFER",
        "direction": "out",
        "createdAt": new_ts(),
        "context": "",
    }
    return build(overrides, values)


def hf_ledger(**overrides: Any) -> Row:
    """Return a movement on the high-frequency trading account; its time is a string."""
    values = {
        "id": str(new_id()),
        "currency": "USDT",
        "amount": "1.59760080",
        "fee": "0.00159920",
        "tax": "0",
        "balance": "26.73759503",
        "accountType": "TRADE_HF",
        "bizType": "TRADE_EXCHANGE",
        "direction": "in",
        "createdAt": str(new_ts()),
        "context": "{}",
    }
    return build(overrides, values)


def hf_margin_ledger(**overrides: Any) -> Row:
    """Return a movement on the high-frequency margin account; its id is a number."""
    values = {
        "id": new_id(),
        "currency": "USDT",
        "amount": "0.01000000",
        "fee": "0.00000000",
        "balance": "0.01000000",
        "accountType": "MARGIN_V2",
        "bizType": "TRANSFER",
        "direction": "in",
        "createdAt": new_ts(),
        "context": "{}",
        "tax": "0.00000000",
    }
    return build(overrides, values)


def futures_ledger(**overrides: Any) -> Row:
    """Return a movement on the futures account; its amounts are numbers."""
    values = {
        "time": new_ts(),
        "type": "TransferIn",
        "amount": Decimal("0.01"),
        "fee": Decimal("0.0"),
        "accountEquity": Decimal("14.02924938"),
        "status": "Completed",
        "remark": "Transferred from the trading account",
        "offset": new_id(),
        "currency": "USDT",
    }
    return build(overrides, values)
