"""Rows of what moved between wallets and people: Pay, rebates, dust, NFTs, stocks, sub-accounts."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows import orders
from readiness.simulator.binance.rows.build import Row, new_id, new_ts
from readiness.simulator.binance.rows.history.kind import Factory, finished, kind

_CONTRACT = "0x00000000000000000000000000000000madeup01"
_SUB = "sub@example.com"
_MAIN = "main@example.com"


def _dust() -> Row:
    number, stamp = new_id(), new_ts()
    detail = {
        "transId": number,
        "serviceChargeAmount": "0.000009",
        "amount": "0.0009",
        "operateTime": stamp,
        "transferedAmount": "0.000441",
        "fromAsset": "USDT",
    }
    return {
        "operateTime": stamp,
        "totalTransferedAmount": "0.00044100",
        "totalServiceChargeAmount": "0.00000900",
        "transId": number,
        "userAssetDribbletDetails": [detail],
    }


def _cloud_mining() -> Row:
    return {
        "createTime": new_ts(),
        "tranId": new_id(),
        "type": 248,
        "asset": "USDT",
        "amount": "25.0068",
        "status": "S",
    }


def _person(name: str) -> Row:
    return {
        "name": name,
        "type": "USER",
        "email": f"{name.lower()}@example.com",
        "binanceId": new_id(),
        "accountId": new_id(),
        "countryCode": 1,
        "phoneNumber": "5550100",
        "mobileCode": "US",
        "unmaskData": False,
    }


def _payment() -> Row:
    return {
        "uid": 72,
        "counterpartyId": new_id(),
        "orderId": str(new_id()),
        "note": "",
        "orderType": "C2C",
        "transactionId": f"P_MADE_UP_{new_id()}",
        "transactionTime": new_ts(),
        "amount": "5",
        "currency": "USDT",
        "walletType": 1,
        "walletTypes": ["1"],
        "fundsDetail": [{"currency": "USDT", "amount": "5", "walletAssetCost": {"1": "5"}}],
        "payerInfo": _person("Payer"),
        "receiverInfo": _person("Receiver"),
        "totalPaymentFee": "0",
    }


def _rebate() -> Row:
    return {"asset": "USDT", "type": 1, "amount": "0.00011260", "updateTime": new_ts()}


def _nft_trade() -> Row:
    token = {"network": "BSC", "tokenId": str(new_id()), "contractAddress": _CONTRACT}
    return {
        "orderNo": f"1_{new_id()}",
        "tokens": [token],
        "tradeTime": new_ts(),
        "tradeAmount": "19.60000000",
        "tradeCurrency": "BNB",
    }


def _nft_deposit() -> Row:
    return {
        "network": "BSC",
        "txID": None,
        "contractAdrress": _CONTRACT,
        "tokenId": str(new_id()),
        "timestamp": new_ts(),
    }


def _stock_trade() -> Row:
    stamp = new_ts()
    return {
        "executionId": f"exec-made-up-{new_id()}",
        "orderId": f"made-up-{new_id()}",
        "symbol": "MSFT",
        "quote": "USDC",
        "side": "BUY",
        "orderType": "LIMIT",
        "price": "395.25",
        "qty": "1",
        "total": "395.25",
        "executionAt": stamp,
        "updatedAt": stamp,
    }


def _sub_transfer() -> Row:
    return {
        "from": _MAIN,
        "to": _SUB,
        "asset": "USDT",
        "qty": "10",
        "status": "SUCCESS",
        "tranId": new_id(),
        "time": new_ts(),
    }


def _futures_transfer() -> Row:
    return {name: value for name, value in _sub_transfer().items() if name != "status"}


def _universal() -> Row:
    return {
        "tranId": new_id(),
        "fromEmail": _MAIN,
        "toEmail": _SUB,
        "asset": "USDT",
        "amount": "0.01",
        "createTimeStamp": new_ts(),
        "fromAccountType": "SPOT",
        "toAccountType": "SPOT",
        "status": "SUCCESS",
        "clientTranId": "",
    }


MONEY: Mapping[str, Factory] = {
    "sapi/v1/asset/dribblet": kind(_dust),
    "sapi/v1/asset/ledger-transfer/cloud-mining/queryByPage": kind(_cloud_mining),
    "sapi/v1/pay/transactions": kind(_payment),
    "sapi/v1/rebate/taxQuery": kind(_rebate),
    "sapi/v1/nft/history/transactions": kind(_nft_trade),
    "sapi/v1/nft/history/deposit": kind(_nft_deposit),
    "sapi/v1/nft/history/withdraw": kind(lambda: {**_nft_deposit(), "fee": 0, "feeAsset": "ETH"}),
    "sapi/v1/equity/order/history": finished(orders.stock_order, status="FILLED"),
    "sapi/v1/equity/trade/history": kind(_stock_trade),
    "sapi/v1/sub-account/sub/transfer/history": kind(_sub_transfer),
    "sapi/v1/sub-account/universalTransfer": kind(_universal),
    "sapi/v1/sub-account/futures/internalTransfer": kind(_futures_transfer),
}
