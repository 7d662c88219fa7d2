"""What has ended: closed orders, trades, closed positions, borrowing of the past."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, long_id, new_id, new_ts
from readiness.simulator.kucoin.rows.orders import hf_margin_order, hf_order


def done_order(**overrides: Any) -> Row:
    """Return a closed order of the high-frequency engine; `_id` is what pages go by."""
    filled = {"dealSize": "0.00001", "dealFunds": "0.5", "remainSize": "0", "remainFunds": "0"}
    over = {"inOrderBook": False, "active": False, "_id": new_id()}
    return build(overrides, {**hf_order(), **filled, **over})


def margin_done_order(**overrides: Any) -> Row:
    """Return the same on margin; `tradeType` tells which."""
    over = {"cancelExist": True, "inOrderBook": False, "active": False, "_id": new_id()}
    return build(overrides, {**hf_margin_order(), **over})


def fill(**overrides: Any) -> Row:
    """Return a trade of the high-frequency engine."""
    values = {
        "id": new_id(),
        "orderId": hex_id(),
        "counterOrderId": hex_id(),
        "tradeId": new_id(),
        "symbol": "BTC-USDT",
        "side": "buy",
        "liquidity": "taker",
        "type": "limit",
        "forceTaker": False,
        "price": "67717.6",
        "size": "0.00001",
        "funds": "0.677176",
        "fee": "0.000677176",
        "feeRate": "0.001",
        "feeCurrency": "USDT",
        "stop": "",
        "tradeType": "TRADE",
        "taxRate": "0",
        "tax": "0",
        "createdAt": new_ts(),
    }
    return build(overrides, values)


def margin_fill(**overrides: Any) -> Row:
    """Return the same on margin; `tradeType` tells which."""
    return build(overrides, {**fill(), "tradeType": "MARGIN_TRADE"})


def old_fill(**overrides: Any) -> Row:
    """Return a trade of the old engine."""
    values = {
        "symbol": "DOGE-USDT",
        "tradeId": str(new_id()),
        "orderId": hex_id(),
        "counterOrderId": hex_id(),
        "side": "buy",
        "liquidity": "taker",
        "forceTaker": False,
        "price": "0.40739",
        "size": "10",
        "funds": "4.0739",
        "fee": "0.0040739",
        "feeRate": "0.001",
        "feeCurrency": "USDT",
        "stop": "",
        "tradeType": "TRADE",
        "type": "market",
        "createdAt": new_ts(),
    }
    return build(overrides, values)


def futures_fill(**overrides: Any) -> Row:
    """Return a trade of futures."""
    values = {
        "symbol": "XBTUSDTM",
        "tradeId": str(new_id()),
        "orderId": long_id(),
        "side": "buy",
        "liquidity": "taker",
        "forceTaker": False,
        "price": "86275.1",
        "size": 1,
        "value": "86.2751",
        "openFeePay": "0.05176506",
        "closeFeePay": "0",
        "stop": "",
        "feeRate": "0.00060",
        "fixFee": "0",
        "feeCurrency": "USDT",
        "subTradeType": None,
        "marginMode": "CROSS",
        "openFeeTaxPay": "0",
        "closeFeeTaxPay": "0",
        "displayType": "market",
        "fee": "0.05176506",
        "settleCurrency": "USDT",
        "orderType": "market",
        "tradeType": "trade",
        "tradeTime": new_ts() * 1_000_000,
        "createdAt": new_ts(),
    }
    return build(overrides, values)


def closed_position(**overrides: Any) -> Row:
    """Return a futures position that was closed."""
    values = {
        "closeId": long_id(),
        "userId": hex_id(),
        "symbol": "XBTUSDTM",
        "settleCurrency": "USDT",
        "leverage": "1.0",
        "type": "CLOSE_LONG",
        "pnl": "0.51214413",
        "realisedGrossCost": "-0.5837",
        "realisedGrossCostNew": "-0.5837",
        "withdrawPnl": "0.0",
        "tradeFee": "0.03766066",
        "fundingFee": "-0.03389521",
        "openTime": new_ts(),
        "closeTime": new_ts(),
        "openPrice": "93859.8",
        "closePrice": "94443.5",
        "marginMode": "CROSS",
        "tax": "0.0",
        "roe": None,
        "liquidAmount": None,
        "liquidPrice": None,
        "side": "LONG",
    }
    return build(overrides, values)


def funding_fee(**overrides: Any) -> Row:
    """Return a funding fee that was paid or received."""
    values = {
        "id": new_id(),
        "symbol": "XBTUSDTM",
        "timePoint": new_ts(),
        "fundingRate": Decimal("0.000641"),
        "markPrice": Decimal("87139.92"),
        "positionQty": 1,
        "positionCost": Decimal("87.13992"),
        "funding": Decimal("-0.05585669"),
        "settleCurrency": "USDT",
        "context": "{}",
        "marginMode": "ISOLATED",
    }
    return build(overrides, values)


def borrowing(**overrides: Any) -> Row:
    """Return a loan for margin that was taken; with a symbol it was for that pair alone."""
    values = {
        "orderNo": hex_id(),
        "symbol": None,
        "currency": "USDT",
        "size": "10",
        "actualSize": "10",
        "status": "SUCCESS",
        "createdTime": new_ts(),
    }
    return build(overrides, values)


def repayment(**overrides: Any) -> Row:
    """Return a loan for margin that was paid back."""
    values = {
        "orderNo": hex_id(),
        "symbol": None,
        "currency": "USDT",
        "size": "10",
        "principal": "9.99986518",
        "interest": "0.00013482",
        "status": "SUCCESS",
        "createdTime": new_ts(),
    }
    return build(overrides, values)


def interest(**overrides: Any) -> Row:
    """Return an hour's interest on a loan for margin."""
    values = {
        "currency": "USDT",
        "dayRatio": "0.000296",
        "interestAmount": "0.00000001",
        "createdTime": new_ts(),
    }
    return build(overrides, values, optional="symbol")


def conversion(**overrides: Any) -> Row:
    """Return a conversion at the price of the moment."""
    values = {
        "clientOrderId": hex_id(),
        "orderId": hex_id(),
        "price": "0.00001",
        "fromCurrency": "USDT",
        "toCurrency": "BTC",
        "fromCurrencySize": "50",
        "toCurrencySize": "0.0005",
        "accountType": "BOTH",
        "orderTime": new_ts(),
        "status": "SUCCESS",
    }
    return build(overrides, values)
