"""Outside truth: official sample answers of Binance's trading side mean what they should.

Typed from the samples and the fact sheet by hand. What no sample shows is a sample with one
thing changed.
"""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.contract.support import TRAITS, binance_rows, needs_samples, sample, samples_of, told

from readiness.domain.items import Debt, Holding, Nature, Position
from readiness.exchanges.binance.catalogue.account import ACCOUNT
from readiness.exchanges.binance.catalogue.algo import ALGO
from readiness.exchanges.binance.catalogue.futures import FUTURES
from readiness.exchanges.binance.catalogue.margin import MARGIN
from readiness.exchanges.binance.catalogue.options import OPTIONS
from readiness.exchanges.binance.catalogue.portfolio_margin import PORTFOLIO_MARGIN
from readiness.exchanges.binance.catalogue.service import SERVICE
from readiness.exchanges.binance.catalogue.spot import SPOT
from readiness.exchanges.binance.wire.account import AccountInfo, Clock, KeyRestrictions, Ticker
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.collect import distinct
from readiness.gate.body import BadBodyError

pytestmark = needs_samples("binance")

TRADING: Final = Catalogue(SERVICE, ACCOUNT, SPOT, MARGIN, FUTURES, OPTIONS, PORTFOLIO_MARGIN, ALGO)
NOTHING: Final[dict[str, list[str]]] = {}
PORTFOLIO: Final = {
    "wallet.portfolio-margin": [
        "own 92.27530794 USDT (3 frozen)",
        "own 23.72469206 USDT",
        # The sample's whole is not the sum of its parts.
        "unexplained 122491.35137903 USDT",
        "unexplained 23.72469206 USDT",
        "owes 10 + 0.72469206 USDT",
    ]
}

# Request -> what its sample says, by area.
MEANINGS: Final[dict[str, dict[str, list[str]]]] = {
    "api/v3/time": NOTHING,
    "api/v3/ticker/price": NOTHING,
    "sapi/v1/system/status": NOTHING,
    "sapi/v1/account/apiRestrictions": NOTHING,
    "sapi/v1/account/info": NOTHING,
    "sapi/v1/account/status": NOTHING,
    "sapi/v1/account/apiTradingStatus": NOTHING,
    "api/v3/account": {"wallet.spot": ["own 4723846.89208129 BTC"]},
    # Both of its transfers are a success: nothing is under way.
    "sapi/v1/sub-account/transfer/subUserHistory": NOTHING,
    # Older than any scan is long, but the test's scan began at the epoch.
    "sapi/v1/sub-account/transfer/subUserHistory:since": {
        "transfers.internal": ["moved 1 BTC", "moved 2 ETH"]
    },
    "api/v3/openOrderList": {
        "orders.open": ["order LTCBTC:4 EXECUTING", "order LTCBTC:5 EXECUTING"]
    },
    "api/v3/openOrders": {"orders.open": ["order LTCBTC:1 NEW"]},
    "sapi/v3/asset/getUserAsset": {
        "wallet.spot": [
            "own 1 AVAX",
            "own 0.9 BCH",
            "own 887.47061626 BNB",
            "own 10.52 BNB (10.52 frozen)",
            "own 0.1 BNB (0.1 frozen)",
            "own 9999.7 BUSD",
            "own 532.32 SHIB",
            "own 50300000001.44911105 USDT",
            "own 1 WRZ",
        ]
    },
    "sapi/v1/asset/dust-btc": {"account.totals": ["across 6.21 ADA"]},
    "sapi/v1/asset/dust-convert/query-convertible-assets": {
        "account.totals": ["across 0.00856 AR"]
    },
    "sapi/v1/capital/config/getall": {"wallet.spot": ["own 0.08074558 BTC"]},
    "sapi/v1/asset/get-funding-asset": {"wallet.funding": ["own 1 USDT"]},
    "sapi/v1/nft/user/getAsset": {"wallet.nft": ["own 1 non-fungible token"] * 3},
    "sapi/v1/asset/transfer": NOTHING,
    "sapi/v1/asset/transfer:since": {"transfers.internal": ["moved 1 USDT", "moved 2 USDT"]},
    "sapi/v1/asset/assetDividend:since": {"transfers.internal": ["moved 10 BHFT", "moved 10 BHFT"]},
    "sapi/v1/margin/account": {
        "wallet.margin-cross": ["own 0.004995 BTC", "own 2346.5 BNB"],
        "loans.margin": ["owes 201.66666672 BNB"],
    },
    "sapi/v1/margin/isolated/account": NOTHING,
    # Five enabled pairs: what is in them, only the account itself can say.
    "sapi/v1/margin/isolated/accountLimit": NOTHING,
    "sapi/v1/margin/openOrders": {"orders.margin-cross": ["order BNBBTC:211842552 NEW"]},
    "sapi/v1/margin/openOrders:isolated": {
        "orders.margin-isolated": ["order BNBBTC:211842552 NEW"]
    },
    "sapi/v1/margin/openOrderList": {
        "orders.margin-cross": [f"order LTCBTC:{leg} EXECUTING" for leg in (4, 5, 2, 3)]
    },
    "sapi/v1/margin/openOrderList:isolated": {
        "orders.margin-isolated": [f"order LTCBTC:{leg} EXECUTING" for leg in (4, 5, 2, 3)]
    },
    "sapi/v1/margin/borrow-repay": NOTHING,
    "sapi/v1/margin/exchange-small-liability": {"loans.margin": ["owes 0.001 + 0.00083334 ETH"]},
    "sapi/v1/margin/liquidation-loan": {"loans.margin": ["owes 700 USDC"]},
    "sapi/v1/margin/loan-groups/activated": {
        "loans.institutional": [
            f"restricted loan-group: institutional loan group {group} with 2 members is active"
            for group in (10001, 10002)
        ]
    },
    "sapi/v1/margin/loan-group/ltv-details": {
        "loans.institutional": ["owes 15.30718771 USDT", "collateral 8.18753688 "]
    },
    "fapi/v2/account": {"wallet.futures-usdm": ["own 23.72469206 USDT", "own 103.12345678 BUSD"]},
    "fapi/v3/account": {
        "wallet.futures-usdm": ["own 23.72469206 USDT", "own 103.12345678 USDC"],
        "positions.futures-usdm": ["position 1 BTCUSDT margin - "],
    },
    "fapi/v3/balance": {"wallet.futures-usdm": ["own 122607.35137903 USDT"]},
    "fapi/v3/positionRisk": {"positions.futures-usdm": ["position 0.001 BTCUSDT margin - "]},
    "fapi/v1/openOrders": {"orders.futures-usdm": ["order BTCUSDT:1917641 NEW"]},
    "fapi/v1/openAlgoOrders": {"orders.futures-usdm": ["order algo:BNBUSDT:2148627 NEW"]},
    "fapi/v1/accountConfig": NOTHING,
    "fapi/v1/apiTradingStatus": {
        "account.restrictions": [
            f"restricted isLocked: USDⓈ-M futures: {symbol} is locked by UFR, IFER, GCR, DR"
            for symbol in ("BTCUSDT", "ETHUSDT")
        ]
    },
    "dapi/v1/account": {"wallet.futures-coinm": ["own 0.00241969 BTC"]},
    "dapi/v1/balance": {"wallet.futures-coinm": ["own 0.0025 BTC"]},
    "dapi/v1/positionRisk": {"positions.futures-coinm": ["position 1 BTCUSD_201225 margin - "]},
    "dapi/v1/openOrders": {"orders.futures-coinm": ["order BTCUSD_200925:1917641 NEW"]},
    "dapi/v1/openAlgoOrders": {"orders.futures-coinm": ["order algo:BTCUSD_PERP:3100456 NEW"]},
    "eapi/v1/marginAccount": {"wallet.options": ["own 10099.448 USDT"]},
    "eapi/v1/position": {"positions.options": ["position -0.1 BTC-200730-9000-C margin - "]},
    "eapi/v1/openOrders": {"orders.options": ["order BTC-200730-9000-C:4611875134427365000 NEW"]},
    "papi/v1/balance": PORTFOLIO,
    "papi/v1/account": NOTHING,
    "papi/v2/um/account": {"wallet.portfolio-margin": ["own 23.72469206 USDT"]},
    "papi/v1/cm/account": {"wallet.portfolio-margin": ["own 0.00241969 BTC"]},
    "papi/v1/um/positionRisk": NOTHING,
    "papi/v1/cm/positionRisk": NOTHING,
    "papi/v1/um/openOrders": {"orders.portfolio-margin": ["order BTCUSDT:1917641 NEW"]},
    "papi/v1/cm/openOrders": {"orders.portfolio-margin": ["order BTCUSD_200925:1917641 NEW"]},
    "papi/v1/um/algo/openAlgoOrders": {
        "orders.portfolio-margin": ["order algo:BNBUSDT:2146760 NEW"]
    },
    "papi/v1/um/conditional/openOrders": {
        "orders.portfolio-margin": ["order conditional:BTCUSDT:123445 NEW"]
    },
    "papi/v1/cm/conditional/openOrders": {
        "orders.portfolio-margin": ["order conditional:BTCUSD:123445 NEW"]
    },
    "papi/v1/margin/openOrders": {"orders.portfolio-margin": ["order margin:BNBBTC:211842552 NEW"]},
    "papi/v1/margin/openOrderList": {
        "orders.portfolio-margin": [f"order margin:LTCBTC:{leg} EXECUTING" for leg in (4, 5)]
    },
    "papi/v1/margin/marginLoan": NOTHING,
    "sapi/v1/portfolio/balance": PORTFOLIO,
    "sapi/v1/portfolio/account": NOTHING,
    "sapi/v2/portfolio/account": NOTHING,
    "sapi/v1/portfolio/pmLoan": {"wallet.portfolio-margin": ["owes 579.45 BUSD"]},
    "sapi/v1/algo/spot/openOrders": {"orders.algo": ["order spot:14517 WORKING"]},
    "sapi/v1/algo/futures/openOrders": {"orders.algo": ["order futures:14517 WORKING"]},
}


def file_of(request_id: str) -> str:
    """The sample of a request; a second request on the same path has the same one."""
    return request_id.partition(":")[0].replace("/", "-")


def payload(request_id: str) -> Any:
    return sample("binance", file_of(request_id))


def says(request_id: str, changed: Any) -> dict[str, list[str]]:
    """What a changed sample says."""
    request = TRADING[request_id]
    return told(request, binance_rows(request, changed))


def items(request_id: str, changed: Any, feed: int = 0) -> list[Any]:
    """The items that one feed makes of a changed sample."""
    request = TRADING[request_id]
    rows = [request.row.model_validate(row) for row in binance_rows(request, changed)]
    return list(request.feeds[feed].read(rows, TRAITS))


@pytest.mark.parametrize("request_id", MEANINGS)
def test_sample_says_what_the_fact_sheet_says(request_id: str) -> None:
    """A sample gives exactly the items that its document describes."""
    assert says(request_id, payload(request_id)) == MEANINGS[request_id]


def test_every_request_with_a_sample_has_a_case() -> None:
    """A new row of the catalogue needs its sample's meaning written down here."""
    files = {file.stem for file in samples_of("binance").glob("*.json")}
    assert {request.id for request in TRADING if file_of(request.id) in files} == set(MEANINGS)


# -- what the session needs ----------------------------------------------------------------


def test_key_of_the_sample_keeps_every_flag() -> None:
    """Known flags and flags that nobody knows yet are all handed on, by their wire names."""
    sent = payload("sapi/v1/account/apiRestrictions")
    row = KeyRestrictions.model_validate({**sent, "enableSomethingNew": True})
    assert row.flags() == {**sent, "enableSomethingNew": True}


def test_clock_price_and_products_of_the_samples() -> None:
    """Time in milliseconds, a price by symbol, and the products as traits."""
    assert Clock.model_validate(payload("api/v3/time")).server_time == "1499827319559"
    ticker = Ticker.model_validate(payload("api/v3/ticker/price")[0])
    assert (ticker.symbol, str(ticker.price.value)) == ("BTCUSDT", "64250.10000000")  # type: ignore[union-attr]
    info = AccountInfo.model_validate(payload("sapi/v1/account/info"))
    assert info.traits() == {
        "vip": "0",
        "margin": "on",
        "futures": "on",
        "options": "on",
        "portfolio_margin": "on",
    }


def test_maintenance_makes_the_look_fail() -> None:
    """During maintenance there is no answer that could prove anything."""
    with pytest.raises(BadBodyError, match="maintenance"):
        says("sapi/v1/system/status", {"status": 1, "msg": "system_maintenance"})


# -- restrictions --------------------------------------------------------------------------


def test_any_other_word_than_normal_is_a_restriction() -> None:
    """No list of words is published, so only the documented one is harmless."""
    assert says("sapi/v1/account/status", {"data": "normal"}) == NOTHING
    for word in ("Locked", ""):
        assert "account.restrictions" in says("sapi/v1/account/status", {"data": word})


@pytest.mark.parametrize("flag", ["canTrade", "canWithdraw", "canDeposit"])
def test_flags_of_the_spot_account_restrict(flag: str) -> None:
    """Each of the three flags is a restriction of its own."""
    changed: Any = {**payload("api/v3/account"), "balances": [], flag: False}
    told_ = [f"restricted {flag}: spot: {flag} is false"]
    assert says("api/v3/account", changed) == {"account.restrictions": told_}


@pytest.mark.parametrize(
    "request_id",
    ["fapi/v2/account", "fapi/v1/accountConfig", "dapi/v1/account", "eapi/v1/marginAccount"],
)
def test_flags_of_derivatives_restrict(request_id: str) -> None:
    """Money that may not leave a product is a restriction, whoever says so."""
    changed = {**payload(request_id), "canWithdraw": False}
    assert len(says(request_id, changed)["account.restrictions"]) == 1


def test_flags_of_cross_margin_weigh_only_with_money_in_it() -> None:
    """An empty margin account that may not transfer out keeps nothing back."""
    sent = {**payload("sapi/v1/margin/account"), "transferOutEnabled": False}
    assert "account.restrictions" in says("sapi/v1/margin/account", sent)
    empty: Any = {
        **sent,
        "userAssets": [],
        "totalAssetOfBtc": "0",
        "totalLiabilityOfBtc": "0.00000000",
    }
    assert says("sapi/v1/margin/account", empty) == NOTHING


def test_locks_restrict() -> None:
    """A lock on the API, and one on the whole futures account."""
    locked = {"data": {"isLocked": True, "plannedRecoverTime": 0}}
    assert says("sapi/v1/account/apiTradingStatus", locked) == {
        "account.restrictions": [
            "restricted isLocked: trading by API is locked, without a planned end"
        ]
    }
    status = {"indicators": {"ACCOUNT": [{"isLocked": True, "indicator": "TMV"}]}}
    assert says("fapi/v1/apiTradingStatus", status) == {
        "account.restrictions": [
            "restricted isLocked: USDⓈ-M futures: the account is locked by TMV"
        ]
    }


@pytest.mark.parametrize("request_id", ["papi/v1/account", "sapi/v1/portfolio/account"])
def test_portfolio_margin_out_of_order_restricts(request_id: str) -> None:
    """A margin call or a liquidation is a restriction."""
    changed = {**payload(request_id), "accountStatus": "MARGIN_CALL"}
    assert says(request_id, changed) == {
        "account.restrictions": ["restricted accountStatus: portfolio margin: MARGIN_CALL"]
    }


# -- money ---------------------------------------------------------------------------------


def test_three_views_of_the_spot_wallet_are_told_once() -> None:
    """What all three show is one holding; what the platform holds back stands beside it."""
    amounts = {"free": "1.0", "locked": "0.50"}
    apart = {"freeze": "0.25", "withdrawing": "0"}
    account = {**payload("api/v3/account"), "balances": [{"asset": "BNB", **amounts}]}
    asset = {"asset": "BNB", "free": "1", "locked": "0.5", **apart}
    coin = {"coin": "BNB", **amounts, **apart, "ipoing": "0", "storage": "9"}
    found = distinct(
        [
            *items("api/v3/account", account),
            *items("sapi/v3/asset/getUserAsset", [asset]),
            *items("sapi/v1/capital/config/getall", [coin]),
        ]
    )
    assert [(item.id, str(item.amount.value.normalize())) for item in found] == [  # type: ignore[union-attr]
        ("", "1.5"),
        ("freeze", "0.25"),
    ]


def test_receipts_of_earn_are_told_apart() -> None:
    """LDUSDT stands for lent USDT. LDO looks the same: the rules find nothing lent behind it."""
    balances = [
        {"asset": name, "free": "1", "locked": "0"} for name in ("LDUSDT", "LDO", "LD", "USDT")
    ]
    found = items("api/v3/account", {**payload("api/v3/account"), "balances": balances})
    assert [(item.asset, item.nature) for item in found] == [
        ("LDUSDT", Nature.RECEIPT),
        ("LDO", Nature.RECEIPT),
        ("LD", Nature.OWN),
        ("USDT", Nature.OWN),
    ]


@pytest.mark.parametrize("name", ["ipoing", "freeze", "withdrawing", "storage"])
def test_a_coin_in_no_ordinary_state_is_seen(name: str) -> None:
    """What a token sale, the platform or a withdrawal binds is there all the same."""
    nothing = dict.fromkeys(("free", "locked", "freeze", "withdrawing", "ipoing", "storage"), "0")
    found = items("sapi/v1/capital/config/getall", [{"coin": "EUR", **nothing, name: "5"}])
    assert [(item.id, item.asset) for item in found] == [(name, "EUR")]
    assert items("sapi/v1/capital/config/getall", [{"coin": "EUR", **nothing}]) == []


def test_funding_wallet_counts_what_is_held_back() -> None:
    """Locked, frozen and outgoing money is part of the wallet, and not free."""
    row = {"asset": "USDT", "free": "0", "locked": "1", "freeze": "2", "withdrawing": "3"}
    assert says("sapi/v1/asset/get-funding-asset", [row]) == {
        "wallet.funding": ["own 6 USDT (6 frozen)"]
    }


@pytest.mark.parametrize("amount", ["", "n/a", "1,5"])
def test_what_is_no_number_stays(amount: str) -> None:
    """An amount that is always stated and cannot be read is never nothing."""
    row = {"asset": "USDT", "free": amount, "locked": "0", "freeze": "0", "withdrawing": "0"}
    assert says("sapi/v1/asset/get-funding-asset", [row])["wallet.funding"]
    position = {"symbol": "BTCUSDT", "positionAmt": amount, "positionSide": "BOTH"}
    assert says("fapi/v3/positionRisk", [position])["positions.futures-usdm"]


def test_debts_of_two_places_are_two_debts() -> None:
    """Equal debts of two isolated pairs, and one of interest alone, are all told."""
    empty = dict.fromkeys(("free", "locked", "borrowed", "interest", "netAsset"), "0")
    owing = {**empty, "asset": "USDT", "borrowed": "5", "netAsset": "-5"}
    dusty = {**empty, "asset": "BTC", "interest": "0.00000001", "netAsset": "-0.00000001"}
    pairs = [
        {"symbol": symbol, "baseAsset": base, "quoteAsset": owing}
        for symbol, base in (("BTCUSDT", dusty), ("ETHUSDT", {**empty, "asset": "ETH"}))
    ]
    found = distinct(items("sapi/v1/margin/isolated/account", {"assets": pairs}, feed=1))
    assert [item.asset for item in found if isinstance(item, Debt)] == ["BTC", "USDT", "USDT"]
    assert len({item.view for item in found if isinstance(item, Debt)}) == 1


def test_totals_that_no_asset_explains_are_told() -> None:
    """A margin account without assets whose totals are not zero is not empty."""
    changed: Any = {**payload("sapi/v1/margin/account"), "userAssets": []}
    assert says("sapi/v1/margin/account", changed) == {
        "wallet.margin-cross": ["unexplained 6.82728457 BTC"],
        "loans.margin": ["owes 0.58633215 BTC"],
    }


def test_net_amount_that_no_part_explains_is_told() -> None:
    """Money or debt that only the net amount shows is there all the same."""
    nothing = dict.fromkeys(("free", "locked", "borrowed", "interest"), "0")
    assets = [
        {"asset": "ADA", **nothing, "netAsset": "3"},
        {"asset": "DOT", **nothing, "netAsset": "-4"},
    ]
    changed = {**payload("sapi/v1/margin/account"), "userAssets": assets}
    assert says("sapi/v1/margin/account", changed) == {
        "wallet.margin-cross": ["unexplained 3 ADA"],
        "loans.margin": ["owes 4 DOT"],
    }


def test_a_futures_wallet_below_zero_is_a_debt() -> None:
    """All requests that show it tell the same debt."""
    account = {
        **payload("fapi/v3/account"),
        "assets": [{"asset": "USDT", "walletBalance": "-7"}],
    }
    found = distinct(
        [
            *items("fapi/v3/account", account),
            *items("fapi/v3/balance", [{"asset": "USDT", "balance": "-7.0"}]),
        ]
    )
    assert [type(item) for item in found] == [Debt]


def test_portfolio_margin_takes_no_sum() -> None:
    """What margin holds and what futures owe does not add up to nothing."""
    row = {
        **payload("papi/v1/balance")[0],
        **dict.fromkeys(("crossMarginBorrowed", "crossMarginInterest", "cmWalletBalance"), "0"),
        "totalWalletBalance": "0",
        "crossMarginAsset": "10",
        "crossMarginFree": "10",
        "crossMarginLocked": "0",
        "umWalletBalance": "-10",
        "negativeBalance": "10",
    }
    assert says("papi/v1/balance", [row]) == {
        "wallet.portfolio-margin": ["own 10 USDT", "owes 10 USDT", "unexplained 23.72469206 USDT"]
    }
    deficit = {**row, "crossMarginAsset": "0", "crossMarginFree": "0", "umWalletBalance": "0"}
    assert says("papi/v1/balance", [deficit]) == {
        "wallet.portfolio-margin": ["unexplained 23.72469206 USDT", "owes 10 USDT"]
    }


def test_a_bankruptcy_loan_of_zero_is_none() -> None:
    """Zero is documented as no loan."""
    assert says("sapi/v1/portfolio/pmLoan", {"asset": "BUSD", "amount": "0"}) == NOTHING


# -- orders, positions, transfers ----------------------------------------------------------


def test_hedged_positions_are_two() -> None:
    """Long and short of one symbol are two positions, in both views the same two."""
    legs = [
        {"symbol": "BTCUSDT", "positionAmt": amount, "positionSide": side}
        for amount, side in (("1", "LONG"), ("-1", "SHORT"))
    ]
    account = {**payload("fapi/v3/account"), "positions": legs}
    found = distinct(
        [*items("fapi/v3/account", account, feed=1), *items("fapi/v3/positionRisk", legs)]
    )
    assert [item.id for item in found if isinstance(item, Position)] == [
        "BTCUSDT:LONG",
        "BTCUSDT:SHORT",
    ]


def test_side_of_a_position_in_one_way_mode() -> None:
    """Outside of hedge mode, the sign says which side it is on."""
    row = {"symbol": "BTCUSDT", "positionAmt": "-2", "positionSide": "BOTH"}
    found = items("fapi/v3/positionRisk", [row])
    assert [(item.id, item.side) for item in found] == [("BTCUSDT:BOTH", "SHORT")]


def test_flat_position_with_margin_is_seen_and_order_margin_is_not() -> None:
    """Isolated margin stays in a flat position; the margin of an order is the order's."""
    flat = {"symbol": "BTCUSDT", "positionAmt": "0.000", "positionSide": "BOTH"}
    kept = {**flat, "isolatedWallet": "3", "marginAsset": "USDT"}
    assert says("fapi/v3/positionRisk", [kept]) == {
        "positions.futures-usdm": ["position 0 BTCUSDT margin 3 USDT"]
    }
    assert says("fapi/v3/positionRisk", [{**flat, "openOrderInitialMargin": "3"}]) == NOTHING


def test_position_in_a_settling_contract_is_seen() -> None:
    """Only the account lists a contract that no longer trades."""
    account = payload("dapi/v1/account")
    account["positions"][1]["positionAmt"] = "-4"
    assert says("dapi/v1/account", account)["positions.futures-coinm"] == [
        "position -4 BTCUSD_201225 margin - "
    ]


def test_legs_of_a_list_are_the_orders_themselves() -> None:
    """An order in a list is told once, with all that the open orders know of it."""
    order = {**payload("api/v3/openOrders")[0], "orderId": 4}
    found = distinct(
        [
            *items("api/v3/openOrderList", payload("api/v3/openOrderList")),
            *items("api/v3/openOrders", [order]),
        ]
    )
    assert [(item.id, item.state) for item in found] == [  # type: ignore[union-attr]
        ("LTCBTC:4", "NEW"),
        ("LTCBTC:5", "EXECUTING"),
    ]


def test_a_list_without_legs_is_an_order_itself() -> None:
    """A list of which no order is shown can still be executed."""
    changed: Any = [{**payload("api/v3/openOrderList")[0], "orders": []}]
    assert says("api/v3/openOrderList", changed) == {"orders.open": ["order list:31 EXECUTING"]}


def test_orders_of_two_symbols_may_share_a_number() -> None:
    """Numbers are given out for each symbol anew."""
    order = payload("api/v3/openOrders")[0]
    found = items("api/v3/openOrders", [order, {**order, "symbol": "BNBBTC"}])
    assert len(distinct(found)) == 2


@pytest.mark.parametrize(
    ("request_id", "area"),
    [
        ("sapi/v1/asset/transfer", "transfers.internal"),
        ("sapi/v1/margin/borrow-repay", "loans.margin"),
        ("papi/v1/margin/marginLoan", "wallet.portfolio-margin"),
    ],
)
def test_only_final_states_are_over(request_id: str, area: str) -> None:
    """What is pending, or in a state that nobody documents, has not ended."""
    sent = payload(request_id)
    for state, seen in (("PENDING", "moving"), ("Thinking", "unrecognised")):
        changed = {**sent, "rows": [{**sent["rows"][0], "status": state}]}
        assert [line.rpartition(" ")[2] for line in says(request_id, changed)[area]] == [seen]
    for state in ("confirmed", "FAILED"):
        changed = {**sent, "rows": [{**sent["rows"][0], "status": state}]}
        assert says(request_id, changed) == NOTHING


def test_transfers_of_a_sub_account_that_have_not_ended() -> None:
    """A transfer with the main account in process is under way, in its own direction."""
    row = payload("sapi/v1/sub-account/transfer/subUserHistory")[0]
    found = says(
        "sapi/v1/sub-account/transfer/subUserHistory",
        [{**row, "status": "PROCESS"}, {**row, "tranId": 1, "type": 2, "status": "PROCESS"}],
    )
    assert found == {"transfers.internal": ["in 1 BTC moving", "out 1 BTC moving"]}


def test_only_movements_since_the_scan_began_count() -> None:
    """What is older than the scan did not move during it; without a time it counts."""
    request = TRADING["sapi/v1/asset/transfer:since"]
    rows = [
        request.row.model_validate({**row, "timestamp": at})
        for row, at in zip(payload(request.id)["rows"] * 2, (999, 1000, 1001, "?"), strict=True)
    ]
    found = list(request.feeds[0].read(rows, {"since_ms": "1000"}))
    assert len(found) == 3


def test_isolated_pairs_are_asked_for_one_by_one() -> None:
    """Each pair that the isolated account lists is a name of the loop."""
    request = TRADING["sapi/v1/margin/openOrders:isolated"]
    assert request.loop is not None
    over = TRADING[request.loop.over]
    rows = [over.row.model_validate(row) for row in binance_rows(over, payload(over.id))]
    assert list(request.loop.names(rows)) == ["BTCUSDT"]


def test_loans_are_asked_for_each_asset_that_is_owed() -> None:
    """Assets with a debt are the names of the loop, the others are not."""
    request = TRADING["papi/v1/margin/marginLoan"]
    assert request.loop is not None
    over = TRADING[request.loop.over]
    row = payload(over.id)[0]
    clear = {**row, "asset": "BNB", "crossMarginBorrowed": "0", "crossMarginInterest": "0.0"}
    rows = [over.row.model_validate(entry) for entry in (row, clear)]
    assert list(request.loop.names(rows)) == ["USDT"]


def test_portfolio_margin_is_asked_whatever_the_flag_says() -> None:
    """The account's own flag explains a refusal, and never keeps a question from being asked."""
    asked = [request for request in TRADING if request.id.startswith("papi/")]
    assert len(asked) == 14
    for request in asked:
        assert request.applies({})
        assert request.applies({"portfolio_margin": "off"})


def test_each_nft_is_one_of_its_kind() -> None:
    """An NFT is one of its kind and told apart by where and what it is."""
    found = items("sapi/v1/nft/user/getAsset", payload("sapi/v1/nft/user/getAsset"))
    assert len(distinct(found)) == 3
    assert all(isinstance(item, Holding) for item in found)
