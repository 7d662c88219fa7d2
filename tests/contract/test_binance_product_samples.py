"""Outside truth: Binance's own sample answers about products, transfers and sub-accounts.

What a sample does not show (another state, another number) is shown by a sample with one
thing changed.
"""

from __future__ import annotations

from typing import Any, Final

import pytest
from pydantic import ValidationError
from tests.contract.support import TRAITS, binance_rows, needs_samples, sample, samples_of, told

from readiness.domain.items import Debt, Effect, Holding, Order, Setting, Stage, SubAccount
from readiness.exchanges.begun import any_moment
from readiness.exchanges.binance.catalogue.activity import ACTIVITY
from readiness.exchanges.binance.catalogue.earn import EARN
from readiness.exchanges.binance.catalogue.loans import LOANS
from readiness.exchanges.binance.catalogue.managed import MANAGED
from readiness.exchanges.binance.catalogue.staking import STAKING
from readiness.exchanges.binance.catalogue.sub_accounts import SUB_ACCOUNTS
from readiness.exchanges.binance.catalogue.totals import TOTALS
from readiness.exchanges.binance.catalogue.transfers import TRANSFERS
from readiness.exchanges.binance.collectors import activity, managed
from readiness.exchanges.binance.wire.activity import Algorithm
from readiness.exchanges.binance.wire.earn import AccumulatorPosition
from readiness.exchanges.catalogue import Catalogue
from readiness.exchanges.paging import Some
from readiness.gate.body import BadBodyError

pytestmark = needs_samples("binance")

PRODUCTS: Final = Catalogue(
    EARN, STAKING, LOANS, TRANSFERS, ACTIVITY, SUB_ACCOUNTS, MANAGED, TOTALS
)
NOTHING: Final[dict[str, list[str]]] = {}
TOKENIZED: Final = "sapi/v1/equity/tokenized/history"

# Request -> what its sample says, by area.
MEANINGS: Final[dict[str, dict[str, list[str]]]] = {
    # The sample's collateral is not part of its position: it is more.
    "sapi/v1/simple-earn/flexible/position": {
        "earn.flexible": ["earn 75.46 USDT", "collateral 232.23123213 USDT"],
        "account.settings": ["setting auto-subscribe USDT"],
    },
    "sapi/v1/simple-earn/locked/position": {
        "earn.fixed": ["earn 122.09202928 AXS", "redeeming 232.2323 AXS"],
        "account.settings": ["setting auto-subscribe AXS"],
    },
    # Paid and successful: nothing is left of them.
    "sapi/v1/simple-earn/flexible/history/redemptionRecord": NOTHING,
    "sapi/v1/simple-earn/locked/history/redemptionRecord": NOTHING,
    "sapi/v1/bfusd/history/redemptionHistory": NOTHING,
    "sapi/v1/rwusd/history/redemptionHistory": NOTHING,
    "sapi/v1/eth-staking/eth/history/redemptionHistory": NOTHING,
    "sapi/v1/eth-staking/wbeth/history/unwrapHistory": NOTHING,
    "sapi/v1/sol-staking/sol/history/redemptionHistory": NOTHING,
    "sapi/v1/bfusd/account": {"earn.stable-rewards": ["across 100 BFUSD"]},
    "sapi/v1/rwusd/account": {"earn.stable-rewards": ["across 100 RWUSD"]},
    "sapi/v1/onchain-yields/locked/position": {
        "earn.on-chain": ["earn 122.09202928 BTC", "redeeming 232.2323 BTC"],
        "account.settings": ["setting auto-subscribe BTC"],
    },
    "sapi/v1/soft-staking/list": {"account.settings": ["setting soft-staking"]},
    "sapi/v1/dci/product/positions": {
        "earn.dual-investment": ["earn 0.5 USDT"],
        "account.settings": ["setting auto-compound USDT"],
    },
    "sapi/v1/lending/auto-invest/plan/list": {
        "bots.recurring": ["bot auto-invest SINGLE ONGOING 0.1"],
        "account.settings": ["setting auto-invest BTC"],
    },
    "sapi/v2/eth-staking/account": {
        "earn.staking-eth": ["across 1.10928781 WBETH", "across 1.90002112 BETH"]
    },
    "sapi/v1/sol-staking/account": {"earn.staking-sol": ["across 1.10928781 BNSOL"]},
    "sapi/v1/sol-staking/sol/history/unclaimedRewards": {
        "earn.staking-sol": ["earn 1.00000011 SOL", "earn 2.00202321 BNB"]
    },
    "sapi/v2/loan/flexible/ongoing/orders": {
        "loans.flexible": ["owes 10000 BUSD", "collateral 49.27565492 BNB"]
    },
    # "REPAID" here, "Repaid" in the documents.
    "sapi/v2/loan/flexible/repay/history": NOTHING,
    "sapi/v1/loan/vip/ongoing/orders": {"loans.vip": ["owes 10000 + 10.27687923 BUSD"]},
    "sapi/v1/loan/vip/accruedInterest": {"loans.vip": ["owes 10000 + 1.2 USDT"]},
    "sapi/v1/loan/vip/request/data": NOTHING,
    "sapi/v1/loan/vip/collateral/account": {
        "loans.vip": ["collateral unreadable 'not shown' "] * 2
    },
    "sapi/v1/capital/deposit/hisrec": NOTHING,
    "sapi/v1/capital/withdraw/history": NOTHING,
    # Older than any scan is long, but the test's scan began at the epoch.
    "sapi/v1/capital/deposit/hisrec:since": {
        "transfers.internal": ["moved 0.001 BNB", "moved 0.5 IOTA"]
    },
    "sapi/v1/capital/withdraw/history:since": {
        "transfers.internal": ["moved 8.91 USDT", "moved 0.0015 BTC"]
    },
    "sapi/v1/localentity/deposit/history": {"transfers.deposits": ["in 0.001 BNB needs-user"]},
    "sapi/v2/localentity/deposit/history": NOTHING,
    "sapi/v1/localentity/withdraw/history": NOTHING,
    # One is completed; the other failed before it was a withdrawal.
    "sapi/v2/localentity/withdraw/history": NOTHING,
    "sapi/v1/fiat/orders": NOTHING,
    "sapi/v1/fiat/orders:withdrawals": NOTHING,
    "sapi/v1/fiat/payments": NOTHING,
    "sapi/v1/fiat/payments:sales": NOTHING,
    "sapi/v1/c2c/orderMatch/listUserOrderHistory": NOTHING,
    # Whatever its state, it is in the list of open ones.
    "sapi/v1/convert/limit/queryOpenOrders": {"orders.convert": ["order 1150901289839 SUCCESS"]},
    "sapi/v1/convert/tradeFlow": NOTHING,
    "sapi/v1/mining/payment/uid": {"earn.other": ["setting mining BTC"]},
    "sapi/v1/mining/hash-transfer/config/details/list": {"earn.other": ["order 166 0"]},
    "sapi/v1/copyTrading/futures/userStatus": {"copy-trading": ["copy leads -"]},
    "sapi/v1/equity/order/open-orders": {
        "orders.open": ["order c3c58f49-7b0d-4b9e-a2db-1a2f9a3b8c71 NEW"]
    },
    "sapi/v1/sub-account/status": {"sub-accounts": ["sub-account 123@test.com own"]},
    "sapi/v1/sub-account/spotSummary": {
        "sub-accounts": ["sub-account sub123@test.com own", "sub-account test456@test.com own"]
    },
    "sapi/v1/sub-account/margin/accountSummary": {
        "sub-accounts": ["sub-account 123@test.com own", "sub-account 345@test.com own"]
    },
    "sapi/v2/sub-account/futures/accountSummary": {
        "sub-accounts": ["sub-account 123@test.com own"]
    },
    "sapi/v2/sub-account/futures/accountSummary:coinm": {
        "sub-accounts": ["sub-account 123@test.com own"]
    },
    "sapi/v1/sub-account/list": {
        "sub-accounts": [
            "sub-account testsub@gmail.com own",
            "sub-account virtual@oxebmvfonoemail.com own",
        ]
    },
    "sapi/v4/sub-account/assets": {"wallet.spot": ["own 10000 ADA"]},
    "sapi/v1/sub-account/margin/account": {
        "wallet.margin-cross": ["own 0.004995 BTC", "own 2346.5 BNB"],
        "loans.margin": ["owes 201.66666672 BNB"],
    },
    "sapi/v2/sub-account/futures/account": {"wallet.futures-usdm": ["own 0.88308 USDT"]},
    "sapi/v2/sub-account/futures/account:coinm": {"wallet.futures-coinm": ["own 0.88308 BTC"]},
    "sapi/v2/sub-account/futures/positionRisk": {
        "positions.futures-usdm": ["position 0.01 BTCUSDT margin - "]
    },
    "sapi/v2/sub-account/futures/positionRisk:coinm": {
        "positions.futures-coinm": ["position 1.23 BTCUSD_201225 margin 9973.50770517 "]
    },
    "sapi/v1/capital/deposit/subHisrec": {"transfers.deposits": ["in 0.001 BNB moving"]},
    "sapi/v1/managed-subaccount/info": {
        "sub-accounts": [f"sub-account 100013784251{last} managed" for last in (3, 4, 5)]
    },
    # Every balance of the first two is zero.
    "sapi/v1/managed-subaccount/asset": NOTHING,
    "sapi/v1/managed-subaccount/marginAsset": NOTHING,
    "sapi/v1/managed-subaccount/fetch-future-asset": {
        "sub-accounts": ["own 120 USDT", "position 0.0001 BTCUSDT margin - "]
    },
    "sapi/v1/broker/subAccount": {"sub-accounts": ["sub-account 1 client", "sub-account 2 client"]},
    "sapi/v1/asset/wallet/balance": {
        "account.totals": [
            "total Spot 0",
            "total Funding 0",
            "total Cross Margin 0",
            "total Isolated Margin 0",
            "total USDⓈ-M Futures 0.71842752",
            "total COIN-M Futures 0",
            "total Earn 0",
            "total Options 0",
            "total Trading Bots 0",
            "total Copy Trading 0",
        ]
    },
    "sapi/v1/simple-earn/account": {"account.totals": ["total Simple Earn 77.1328923"]},
    "sapi/v1/onchain-yields/account": {"account.totals": ["total On-chain Yields 77.1328923"]},
    "sapi/v1/dci/product/accounts": {"account.totals": ["total Dual Investment 77.1328923"]},
}


def file_of(request_id: str) -> str:
    """The sample of a request; a second request on the same path has the same one."""
    return request_id.partition(":")[0].replace("/", "-")


def payload(request_id: str) -> Any:
    return sample("binance", file_of(request_id))


def says(request_id: str, changed: Any) -> dict[str, list[str]]:
    """What a changed sample says."""
    request = PRODUCTS[request_id]
    return told(request, binance_rows(request, changed))


def one(request_id: str, **fields: Any) -> dict[str, list[str]]:
    """What the first row of a sample says with some fields changed."""
    request = PRODUCTS[request_id]
    row = binance_rows(request, payload(request_id))[0]
    return told(request, [{**row, **fields}])


def items(request_id: str, changed: Any, feed: int = 0) -> list[Any]:
    """The items that one feed makes of a changed sample."""
    request = PRODUCTS[request_id]
    rows = [request.row.model_validate(row) for row in binance_rows(request, changed)]
    return list(request.feeds[feed].read(rows, TRAITS))


@pytest.mark.parametrize("request_id", MEANINGS)
def test_sample_says_what_the_fact_sheet_says(request_id: str) -> None:
    """A sample gives exactly the items that its document describes."""
    assert says(request_id, payload(request_id)) == MEANINGS[request_id]


def test_every_request_with_a_sample_has_a_case() -> None:
    """A new row of the catalogue needs its sample's meaning written down here."""
    files = {file.stem for file in samples_of("binance").glob("*.json")}
    wanted = {request.id for request in PRODUCTS if file_of(request.id) in files}
    assert wanted == {*MEANINGS, TOKENIZED}


# -- Earn ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_id", "field", "final", "still_open"),
    [
        ("sapi/v1/simple-earn/flexible/history/redemptionRecord", "status", "PAID", "FAILED"),
        ("sapi/v1/simple-earn/locked/history/redemptionRecord", "status", "paid", "UNHEARD"),
        ("sapi/v1/bfusd/history/redemptionHistory", "status", "success", "FAILED"),
        ("sapi/v1/eth-staking/eth/history/redemptionHistory", "status", "FAILED", "PENDING"),
        ("sapi/v1/eth-staking/wbeth/history/unwrapHistory", "status", "SUCCESS", "UNHEARD"),
        ("sapi/v1/sol-staking/sol/history/redemptionHistory", "status", "SUCCESS", "PENDING"),
        ("sapi/v1/dci/product/positions", "purchaseStatus", "SETTLED", "SETTLING"),
        ("sapi/v1/dci/product/positions", "purchaseStatus", "REFUND_SUCCESS", "UNHEARD"),
        ("sapi/v2/loan/flexible/repay/history", "repayStatus", "Repaid", "Repaying"),
        ("sapi/v1/loan/vip/request/data", "status", "Liquidated", "Liquidating"),
        ("sapi/v1/capital/deposit/hisrec", "status", 2, 6),
        ("sapi/v1/capital/withdraw/history", "status", 5, 99),
        ("sapi/v1/fiat/orders", "status", "Refunded", "Refund Failed"),
        ("sapi/v1/fiat/payments", "status", "Completed", "Processing"),
        ("sapi/v1/c2c/orderMatch/listUserOrderHistory", "orderStatus", "CANCELLED", "IN_APPEAL"),
        ("sapi/v1/mining/hash-transfer/config/details/list", "status", 2, 9),
    ],
)
def test_only_documented_ends_are_over(
    request_id: str, field: str, final: Any, still_open: Any
) -> None:
    """A documented end is over, in whatever case it is written; all else is still there."""
    assert one(request_id, **{field: final}) == NOTHING
    assert one(request_id, **{field: still_open}) != NOTHING


def test_redemptions_are_told_as_what_comes_of_them() -> None:
    """ETH comes of WBETH; while nobody says how much of it, the WBETH is told."""
    request_id = "sapi/v1/eth-staking/eth/history/redemptionHistory"
    pending = one(request_id, status="PENDING")
    assert pending == {"earn.staking-eth": ["redeeming 21338.0699 ETH"]}
    unknown = one(request_id, status="PENDING", distributeAmount="")
    assert unknown == {"earn.staking-eth": ["redeeming 21312.23223 WBETH"]}


def test_what_refills_is_a_setting_and_what_pays_is_another() -> None:
    """Auto-subscribe undoes the emptying of a wallet; soft staking only pays for it."""
    (refills,) = items("sapi/v1/simple-earn/flexible/position", _flexible(), feed=1)
    assert refills == Setting(name="auto-subscribe", effect=Effect.REFILLS, asset="USDT")
    (pays,) = items("sapi/v1/soft-staking/list", payload("sapi/v1/soft-staking/list"))
    assert pays == Setting(name="soft-staking", effect=Effect.PAYS)
    off = {**payload("sapi/v1/soft-staking/list"), "status": False}
    assert items("sapi/v1/soft-staking/list", off) == []


def _flexible() -> Any:
    return payload("sapi/v1/simple-earn/flexible/position")


def test_settings_that_are_off_say_nothing() -> None:
    """Without automatic renewal, and for a paused plan, no setting acts."""
    assert "account.settings" not in one("sapi/v1/dci/product/positions", autoCompoundPlan="NONE")
    assert "account.settings" not in one("sapi/v1/simple-earn/locked/position", autoSubscribe=False)
    paused = one("sapi/v1/lending/auto-invest/plan/list", status="PAUSED")
    assert paused == {"bots.recurring": ["bot auto-invest SINGLE PAUSED 0.1"]}


def test_staked_coin_that_no_token_shows_is_told_in_the_coin() -> None:
    """A whole without parts is told, and parts are told without the whole."""
    empty = {"wbethAmount": "0", "bethAmount": "0.00"}
    assert one("sapi/v2/eth-staking/account", holdings=empty) == {
        "earn.staking-eth": ["across 1.22330928 ETH"]
    }
    assert one("sapi/v2/eth-staking/account", holdings=empty, holdingInETH="0") == NOTHING
    assert one("sapi/v1/sol-staking/account", bnsolAmount="") == {
        "earn.staking-sol": ["across unreadable '' BNSOL"]
    }


def test_accumulators_are_there_whatever_a_row_says() -> None:
    """No page documents them: each row is there, wherever rows are; a row of nothing is none."""
    request_id = "sapi/v1/accumulator/product/position/list"
    answer = {"list": [{"status": "SETTLED", "anything": 1}], "total": 1}
    assert says(request_id, answer) == {"earn.other": ["earn unreadable 'not documented' "]}
    empties: tuple[Any, ...] = ({"list": []}, {"rows": []}, {"data": []}, [])
    for empty in empties:
        assert says(request_id, empty) == NOTHING
    with pytest.raises(BadBodyError):
        says(request_id, {"positions": []})
    with pytest.raises(ValidationError):
        AccumulatorPosition.model_validate({})


# -- loans ---------------------------------------------------------------------------------


def test_collateral_alone_is_told() -> None:
    """A loan that is repaid but for its collateral still locks that."""
    assert one("sapi/v2/loan/flexible/ongoing/orders", totalDebt="0") == {
        "loans.flexible": ["collateral 49.27565492 BNB"]
    }


def test_each_vip_loan_is_told_as_it_was_charged_last() -> None:
    """Interest is charged again and again: the last charge of each loan counts."""
    request_id = "sapi/v1/loan/vip/accruedInterest"
    (row,) = payload(request_id)["rows"]
    earlier = {**row, "accrualTime": 999, "principalAmount": "7"}
    other = {**row, "orderId": 5, "loanCoin": "BTC"}
    found = items(request_id, {"rows": [row, earlier, other], "total": 3})
    assert [(item.asset, str(item.amount.value)) for item in found] == [
        ("USDT", "10000"),
        ("BTC", "10000"),
    ]


def test_application_for_a_vip_loan_is_no_debt_yet() -> None:
    """What was only applied for is an open order; what came of it is a debt."""
    request_id = "sapi/v1/loan/vip/request/data"
    answer = payload(request_id)
    for state, kind in (("Pending", Order), ("Overdue", Debt), ("UNHEARD", Debt)):
        answer["rows"][0]["status"] = state
        (item,) = items(request_id, answer)
        assert isinstance(item, kind)


def test_only_vips_are_asked_about_collateral_accounts() -> None:
    """It weighs half a minute's budget; without a level, or a known one, it is left out."""
    applies = PRODUCTS["sapi/v1/loan/vip/collateral/account"].applies
    assert [applies({"vip": level}) for level in ("0", "", "1", "9")] == [False, False, True, True]
    assert not applies({})


# -- transfers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_id", "state", "stage"),
    [
        ("sapi/v1/capital/deposit/hisrec", 0, Stage.MOVING),
        ("sapi/v1/capital/deposit/hisrec", 7, Stage.NEEDS_USER),
        ("sapi/v1/capital/deposit/hisrec", 8, Stage.NEEDS_USER),
        ("sapi/v1/capital/deposit/hisrec", 4, Stage.UNRECOGNISED),
        ("sapi/v1/capital/withdraw/history", 0, Stage.NEEDS_USER),
        ("sapi/v1/capital/withdraw/history", 2, Stage.REVIEW),
        ("sapi/v1/capital/withdraw/history", 4, Stage.MOVING),
        ("sapi/v1/capital/withdraw/history", 7, Stage.UNRECOGNISED),
        ("sapi/v1/fiat/orders", "Refunding", Stage.MOVING),
        ("sapi/v1/fiat/orders", "Order Partial credit Stopped", Stage.HELD),
        ("sapi/v1/fiat/payments", "Processing", Stage.MOVING),
    ],
)
def test_stages_of_transfers(request_id: str, state: int | str, stage: Stage) -> None:
    """Each state says what a transfer waits for; nobody knows what an unheard one does."""
    ((told_,),) = one(request_id, status=state).values()
    assert told_.endswith(stage.value)


@pytest.mark.parametrize(
    "request_id", ["sapi/v1/capital/deposit/hisrec", "sapi/v1/capital/withdraw/history"]
)
def test_missing_travel_rule_answer_keeps_a_transfer_open(request_id: str) -> None:
    """Even of a finished one, as long as the exchange still waits for the answer."""
    ((told_,),) = one(request_id, travelRuleStatus=1).values()
    assert told_.endswith("needs-user")
    assert one(request_id, travelRuleStatus=0) == NOTHING


def test_travel_rule_of_local_entities() -> None:
    """A questionnaire waits for the user; a failed withdrawal without a state is none."""
    deposit = "sapi/v2/localentity/deposit/history"
    assert one(deposit, requireQuestionnaire=True) == {
        "transfers.deposits": ["in 0.01 AVAX needs-user"]
    }
    withdrawal = "sapi/v2/localentity/withdraw/history"
    stateless = payload(withdrawal)[1]
    for status, found in ((2, NOTHING), (1, "needs-user"), (0, "unrecognised")):
        said = says(withdrawal, [{**stateless, "travelRuleStatus": status}])
        text = f"out 1500 XRP {found}"
        assert said == (NOTHING if found is NOTHING else {"transfers.withdrawals": [text]})


def test_times_of_withdrawals_are_texts_in_utc() -> None:
    """They are read strictly: what is neither a text of that form nor milliseconds is no time."""
    at = any_moment("2019-10-12 11:12:02")
    assert at is not None
    assert at.isoformat() == "2019-10-12T11:12:02+00:00"
    assert any_moment("1570878722000") == at
    for wrong in ("", "2019-10-12", "2019-10-12 11:12:02.5", "12/10/2019 11:12:02", "soon"):
        assert any_moment(wrong) is None


def test_only_what_moved_since_the_scan_began_is_a_movement() -> None:
    """What is older is none; what has no readable time counts as if it were not."""
    request = PRODUCTS["sapi/v1/capital/withdraw/history:since"]
    rows = [
        request.row.model_validate({**payload("sapi/v1/capital/withdraw/history")[0], **fields})
        for fields in ({}, {"id": "later", "applyTime": "2031-01-01 00:00:00"}, {"applyTime": "?"})
    ]
    moved = list(request.feeds[0].read(rows, {"since_ms": "1800000000000"}))
    assert [item.id for item in moved] == ["later", rows[0].id]  # type: ignore[attr-defined, union-attr]


def test_directions_of_fiat_money() -> None:
    """Rows do not say which way they go: the request does."""
    coming = one("sapi/v1/fiat/orders", status="Processing")
    leaving = one("sapi/v1/fiat/orders:withdrawals", status="Processing")
    assert coming == {"transfers.fiat": ["in 10 BRL moving"]}
    assert leaving == {"transfers.fiat": ["out 10 BRL moving"]}
    assert one("sapi/v1/fiat/payments:sales", status="Processing") == {
        "transfers.fiat": ["out 4.462 LUNA moving"]
    }


def test_the_other_side_of_a_p2p_order_stays_out() -> None:
    """Neither nickname nor means of payment of the other side reaches an item."""
    request_id = "sapi/v1/c2c/orderMatch/listUserOrderHistory"
    answer = payload(request_id)
    answer["data"][0]["orderStatus"] = "TRADING"
    (item,) = items(request_id, answer)
    assert answer["data"][0]["counterPartNickName"] not in item.model_dump_json()
    assert (item.side, item.instrument) == ("SELL", "BUSD")


@pytest.mark.parametrize(
    ("request_id", "flag"), [("sapi/v1/convert/tradeFlow", "moreData"), (TOKENIZED, "hasMore")]
)
def test_answer_that_holds_some_back_is_none(request_id: str, flag: str) -> None:
    """Only an answer that says it is complete is one."""
    with pytest.raises(BadBodyError, match="more rows"):
        says(request_id, {**payload(request_id), flag: True})
    for value in (None, "false", 0):
        with pytest.raises(ValidationError):
            says(request_id, {**payload(request_id), flag: value})
    assert says(request_id, {**payload(request_id), flag: False}) == NOTHING


def test_conversions_under_way_are_told() -> None:
    """Accepted is not done, for coins as for stocks."""
    flow = payload("sapi/v1/convert/tradeFlow")
    flow["list"][0]["orderStatus"] = "ACCEPT_SUCCESS"
    assert says("sapi/v1/convert/tradeFlow", flow) == {
        "orders.convert": ["order 940708407462087200 ACCEPT_SUCCESS"]
    }
    history: dict[str, Any] = {**payload(TOKENIZED), "hasMore": False}
    history["rows"][0]["status"] = "P"
    assert says(TOKENIZED, history) == {
        "orders.convert": ["order mint-20260505-8f3b9e1a2d3c4b5a P"]
    }


# -- activity ------------------------------------------------------------------------------


def test_payouts_are_asked_for_by_every_algorithm() -> None:
    """What the pool mines comes from its own list, so that none is forgotten."""
    request = PRODUCTS["sapi/v1/mining/payment/uid"]
    assert request.loop is not None
    listing = PRODUCTS[request.loop.over]
    # It is market data, which Binance shows to whoever names a key.
    assert (listing.id, listing.signed) == ("sapi/v1/mining/pub/algoList", True)
    rows = [Algorithm.model_validate({"algoName": name}) for name in ("sha256", "ethash")]
    assert list(activity.algorithms(rows)) == ["sha256", "ethash"]


def test_who_does_not_lead_is_not_tied() -> None:
    """The status of an account that nobody copies says nothing."""
    answer = {**payload("sapi/v1/copyTrading/futures/userStatus"), "data": {"isLeadTrader": False}}
    assert says("sapi/v1/copyTrading/futures/userStatus", answer) == NOTHING


# -- sub-accounts --------------------------------------------------------------------------


def test_frozen_and_disabled_sub_accounts() -> None:
    """The list tells frozen ones, the status disabled ones; the number pairs a key with its row."""
    (row, _) = payload("sapi/v1/sub-account/list")["subAccounts"]
    answer = {"subAccounts": [{**row, "subUserId": 7, "isFreeze": True}]}
    assert items("sapi/v1/sub-account/list", answer) == [
        SubAccount(name="testsub@gmail.com", uid="7", enabled=False)
    ]
    said = one("sapi/v1/sub-account/status", isSubUserEnabled=False)
    assert said["account.restrictions"] == ["restricted sub-account-disabled: 123@test.com"]


def test_one_kind_of_futures_says_nothing_of_the_other() -> None:
    """Each request is answered for its own kind; an answer for the other one is none."""
    for request_id in (
        "sapi/v2/sub-account/futures/account",
        "sapi/v2/sub-account/futures/positionRisk",
    ):
        answer = payload(request_id)
        names = (request_id, f"{request_id}:coinm")
        for name, key, other in zip(names, answer, reversed(answer), strict=True):
            assert says(name, {key: answer[key]}) == MEANINGS[name]
            for wrong in ({other: answer[other]}, {key: None}, {}):
                with pytest.raises(ValidationError):
                    says(name, wrong)


def test_two_legs_of_a_sub_accounts_position_are_two() -> None:
    """No side is stated for USDⓈ-M, so the sign tells the legs apart."""
    request_id = "sapi/v2/sub-account/futures/positionRisk"
    (row,) = payload(request_id)["futurePositionRiskVos"]
    short = {**row, "positionAmount": "-0.010"}
    flat = {**row, "positionAmount": "0.000"}
    found = items(request_id, {"futurePositionRiskVos": [row, short, flat]})
    assert [(item.id, item.side) for item in found] == [
        ("BTCUSDT:LONG", "LONG"),
        ("BTCUSDT:SHORT", "SHORT"),
    ]


def test_every_amount_of_a_sub_accounts_spot_wallet_is_told() -> None:
    """What is frozen or being paid out stands beside what is free."""
    said = one("sapi/v4/sub-account/assets", free="0", freeze="2", withdrawing="3")
    assert said == {"wallet.spot": ["own 2 ADA (2 frozen)", "own 3 ADA (3 frozen)"]}


def test_no_email_address_of_somebody_else_reaches_an_item() -> None:
    """Managed and clients' sub-accounts are named by number; an address only serves to ask."""
    for request_id in ("sapi/v1/managed-subaccount/info", "sapi/v1/broker/subAccount"):
        assert all(
            "@" not in item.model_dump_json() for item in items(request_id, payload(request_id))
        )
    request = PRODUCTS["sapi/v1/managed-subaccount/info"]
    rows = binance_rows(request, payload(request.id))
    asked = list(managed.emails([request.row.model_validate(row) for row in rows]))  # type: ignore[misc]
    assert asked == [row["email"] for row in rows]


def test_managed_money_is_told_apart() -> None:
    """Spot, cross and isolated margin of managed sub-accounts, and what they owe."""
    assert one("sapi/v1/managed-subaccount/asset", inOrder="3") == {
        "sub-accounts": ["own 3 INJ (3 frozen)"]
    }
    request_id = "sapi/v1/managed-subaccount/marginAsset"
    asset = {**payload(request_id)["userAssets"][0], "free": "4", "borrowed": "1", "netAsset": "3"}
    cross = {**payload(request_id), "userAssets": [asset]}
    (money, debt) = items(request_id, cross)
    assert (money.id, debt.asset) == ("managed", "MATIC")
    pair = {"symbol": "MATICUSDT", "baseAsset": asset, "quoteAsset": {**asset, "asset": "USDT"}}
    isolated = items(request_id, {"assets": [pair]})
    assert [item.id for item in isolated if isinstance(item, Holding)] == [
        "managed:MATICUSDT:base",
        "managed:MATICUSDT:quote",
    ]
    with pytest.raises(ValidationError):
        says(request_id, {"marginLevel": "999"})


# -- totals --------------------------------------------------------------------------------


def wallet(name: str, **fields: Any) -> dict[str, list[str]]:
    """What one wallet of the overview says with some fields changed."""
    rows = payload("sapi/v1/asset/wallet/balance")
    changed = [{**row, **(fields if row["walletName"] == name else {})} for row in rows]
    found = says("sapi/v1/asset/wallet/balance", changed)
    return {area: said for area, said in found.items() if area != "account.totals"}


@pytest.mark.parametrize(
    ("name", "area", "nature"),
    [
        ("Trading Bots", "wallet.bots", "bots"),
        ("Copy Trading", "wallet.copy-trading", "copy-trading"),
    ],
)
def test_wallets_that_only_a_total_shows(name: str, area: str, nature: str) -> None:
    """They are told by asset where Binance does so, even where a total shows nothing."""
    assert wallet(name, balance="25.5") == {area: [f"{nature} 25.5 USDT"]}
    parts = [
        {"asset": "XYZ", "free": "1", "locked": "2", "freeze": "0", "withdrawing": "0"},
        {"asset": "BTC", "free": "0", "locked": "0", "freeze": "0", "withdrawing": "0"},
    ]
    assert wallet(name, assetBalances=parts) == {area: [f"{nature} 3 XYZ (2 frozen)"]}
    assert wallet(name, balance="") == {area: [f"{nature} unreadable '' USDT"]}
    assert wallet(name, assetBalances=None) == NOTHING


def test_wallet_under_another_name_is_a_total_that_nobody_explains() -> None:
    """If Binance renames the wallet of bots, its worth is still held against what was found."""
    rows = payload("sapi/v1/asset/wallet/balance")
    renamed = {"walletName": "Bots", "activate": True, "balance": "7"}
    said = says("sapi/v1/asset/wallet/balance", [*rows[:8], renamed, rows[9]])
    assert "total Bots 7" in said["account.totals"]
    assert "wallet.bots" not in said


def test_overview_without_any_wallet_is_no_answer() -> None:
    """It always lists wallets, so an empty list proves nothing about bots and copy trading."""
    assert isinstance(PRODUCTS["sapi/v1/asset/wallet/balance"].paging, Some)


def test_totals_that_cannot_be_read_are_kept() -> None:
    """An empty total is no zero."""
    assert one("sapi/v1/dci/product/accounts", totalAmountInUSDT="") == {
        "account.totals": ["total Dual Investment unreadable ''"]
    }
