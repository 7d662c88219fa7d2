"""Words by which Binance says that nothing is wrong, or that something has ended."""

from __future__ import annotations

from tests.each import each
from tests.exchanges.telling import tell
from tests.exchanges.test_states import outcome

from readiness.exchanges.registry import load_catalogue


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


def test_a_balance_below_zero_is_owed_in_its_wallet() -> None:
    """By the name of the wallet, debts of two wallets are two."""
    balance = {"asset": "USDT", "free": "-1", "locked": "0"}
    account = {"uid": 1, "canTrade": True, "canWithdraw": True, "canDeposit": True}
    spot = tell("binance", "api/v3/account", {**account, "balances": [balance]})
    assert "view=spot" in " ".join(spot).split()
    asset = {"asset": "USDT", "marginBalance": "-1", "equity": "-1"}
    options = tell("binance", "eapi/v1/marginAccount", {**account, "asset": [asset]})
    assert "view=options" in " ".join(options).split()


def test_the_overview_shows_two_wallets_that_nothing_else_shows() -> None:
    """Without one of them in it, nobody has looked there."""
    request = load_catalogue("binance")["sapi/v1/asset/wallet/balance"]

    def objection(*names: str) -> str:
        shown = [{"walletName": name, "balance": "0", "activate": True} for name in names]
        return request.objection([request.row.model_validate(row) for row in shown])

    bots, copies = "Trading Bots", "Copy Trading"
    assert objection("Spot", bots, copies) == ""
    assert objection("Spot", copies) == f"no wallet called {bots}"
    assert objection(bots) == f"no wallet called {copies}"
    assert objection("Spot") == f"no wallet called {bots} or {copies}"
