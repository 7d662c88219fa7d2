"""What moved while a scan ran: of each list, the fields that say what, how much and when.

The table holds what is read today, so that a change shows; where a list numbers nothing, or tells
the time in another way than by milliseconds, there is a dash.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from readiness.domain.amount import Exact
from readiness.domain.items import Movement
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.registry import EXCHANGES, load_catalogue

# exchange, request: what numbers it, its asset, its amount, its time
TABLE: Final = """
okx finance/staking-defi/eth/purchase-redeem-history: - - amt requestTime
okx finance/staking-defi/sol/purchase-redeem-history: - - amt requestTime
okx finance/okusd/redeem/history: - ccy amt ts
okx fiat/withdrawal-order-history: - ccy amt cTime
okx fiat/buy-sell/history: - rfqCcy rfqAmt cTime
okx account/bills: billId ccy balChg ts
okx asset/bills: billId ccy balChg ts
okx asset/subaccount/bills: billId ccy balChg ts
binance sapi/v1/sub-account/transfer/subUserHistory:since: tranId asset qty time
binance sapi/v1/asset/transfer:since: tranId asset amount timestamp
binance sapi/v1/asset/assetDividend:since: id asset amount divTime
binance sapi/v1/margin/borrow-repay: - asset amount timestamp
binance sapi/v1/simple-earn/flexible/history/redemptionRecord: - asset amount time
binance sapi/v1/simple-earn/locked/history/redemptionRecord: - asset amount time
binance sapi/v1/bfusd/history/redemptionHistory: - asset amount time
binance sapi/v1/rwusd/history/redemptionHistory: - asset amount time
binance sapi/v1/eth-staking/wbeth/history/unwrapHistory: - fromAsset fromAmount time
binance sapi/v1/eth-staking/eth/history/redemptionHistory: - asset amount time
binance sapi/v1/sol-staking/sol/history/redemptionHistory: - asset amount time
binance sapi/v2/loan/flexible/repay/history: - loanCoin repayAmount repayTime
binance sapi/v1/fiat/orders:withdrawals: - fiatCurrency amount createTime
binance sapi/v1/fiat/payments: - cryptoCurrency obtainAmount createTime
binance sapi/v1/fiat/payments:sales: - cryptoCurrency obtainAmount createTime
binance sapi/v1/c2c/orderMatch/listUserOrderHistory: - asset amount createTime
binance sapi/v1/capital/deposit/hisrec:since: id coin amount insertTime
binance sapi/v1/capital/withdraw/history:since: id coin amount applyTime
bybit asset/withdraw/query-record: withdrawId coin amount createTime
bybit asset/transfer/query-inter-transfer-list: transferId coin amount timestamp
bybit asset/transfer/query-universal-transfer-list:since: transferId coin amount timestamp
bybit account/transaction-log: id currency change transactionTime
bybit asset/fundinghistory: - currency txnAmt -
kraken Ledgers:since: id asset amount -
kraken-futures api/history/v3/account-log:since: booking_uid asset - -
kucoin api/v1/earn/hold-assets: - currency holdAmount purchaseTime
kucoin api/v3/purchase/orders: - currency purchaseSize applyTime
kucoin api/v1/accounts/ledgers: - currency amount createdAt
kucoin api/v1/hf/accounts/ledgers: - currency amount createdAt
kucoin api/v3/hf/margin/account/ledgers: - currency amount createdAt
kucoin api/v1/transaction-history:since: - currency amount time
kucoin api/ua/v1/account/ledger: - currency amount ts
"""

_OTHERWISE: Final = {"list_type": [], "tuple_type": [], "bool_type": False, "bool_parsing": False}


def told(exchange: str, request: Request) -> Iterator[str]:
    """From which fields each movement comes: every field of a row says another number."""
    readers = [request.begun] if request.begun else []
    if request.asked in (Asked.MOVEMENT, Asked.MAIN_MOVEMENT):
        readers += [feed.read for feed in request.feeds]
    if not readers:
        return
    names = [field.alias or name for name, field in request.row.model_fields.items()]
    said = {name: str(1_780_000_000_000 + 1000 * rank) for rank, name in enumerate(names)}
    fields = {number: name for name, number in said.items()}
    row = _row(request.row, said)
    for read in readers:
        for item in read([row], {"since_ms": "0"}):
            assert isinstance(item, Movement)
            amount = str(item.amount.value) if isinstance(item.amount, Exact) else ""
            at = str(round(item.at.timestamp() * 1000)) if item.at else ""
            found = (fields.get(text, "-") for text in (item.id, item.asset, amount, at))
            yield f"{exchange} {request.id}: {' '.join(found)}"


def _row(kind: type[BaseModel], said: dict[str, Any]) -> BaseModel:
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        other = {str(fault["loc"][0]): _OTHERWISE[fault["type"]] for fault in error.errors()}
        return _row(kind, {**said, **other})


def test_movements() -> None:
    """Nothing that moved is told by another field, and no list that tells of it is left out."""
    families = [info.id for info in EXCHANGES.values() if info.id == info.family]
    found = [
        line
        for exchange in families
        for request in load_catalogue(exchange)
        for line in told(exchange, request)
    ]
    assert sorted(found) == sorted(TABLE.strip().splitlines())
