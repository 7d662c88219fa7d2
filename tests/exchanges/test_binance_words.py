"""Words by which Binance says that nothing is wrong, or that something has ended."""

from __future__ import annotations

from tests.each import each
from tests.exchanges.test_states import outcome


@each("word", ["Normal", "NORMAL", " normal ", "Locked", ""], str)
def test_the_word_for_an_account(word: str) -> None:
    """Any other one than that it is normal is told, and so is none at all."""
    told = outcome("binance", "sapi/v1/account/status", data=word)
    assert told == ("-" if "normal" in word.lower() else "restriction")


@each("status", ["S", "s", "P", "N", ""], str)
def test_tokens_of_stocks(status: str) -> None:
    """Of stocks that are turned into tokens, only what was carried out is over."""
    row = {"issuerRequestId": "1", "tokenizedAsset": "A", "tokenizedAssetAmount": "1"}
    rows = [{**row, "status": status}]
    told = outcome("binance", "sapi/v1/equity/tokenized/history", rows=rows, hasMore=False)
    assert told == ("-" if status.lower() == "s" else "order")


@each("status", ["PROCESS", "ACCEPT_SUCCESS", "UNHEARD", "SUCCESS", "FAIL", "success"], str)
def test_conversions(status: str) -> None:
    """What was carried out or has failed is over; whatever was accepted only is not."""
    row = {"orderId": "1", "fromAsset": "A", "fromAmount": "1", "toAsset": "B", "toAmount": "1"}
    rows = [{**row, "orderStatus": status}]
    told = outcome("binance", "sapi/v1/convert/tradeFlow", list=rows, moreData=False)
    assert told == ("-" if status.upper() in {"SUCCESS", "FAIL"} else "order")
