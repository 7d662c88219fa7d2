"""Outside truth: the embedded Binance's rows have the fields of the official samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pytest
from tests.contract.support import needs_samples, sample

from readiness.gate.body import decode
from readiness.simulator.binance import rows
from readiness.simulator.binance.rows import FACTORIES, HISTORY, Row
from readiness.simulator.reply import encode

pytestmark = needs_samples("binance")

NO_SAMPLE: Final = {"sapi/v1/accumulator/product/position/list"}
"""Asked without any page that describes the answer."""

LISTED_AT: Final[Mapping[str, str]] = {
    "papi/v1/margin/marginLoan": "rows",
    "sapi/v1/algo/futures/openOrders": "orders",
    "sapi/v1/algo/spot/openOrders": "orders",
    "sapi/v1/asset/assetDividend": "rows",
    "sapi/v1/asset/transfer": "rows",
    "sapi/v1/bfusd/history/redemptionHistory": "rows",
    "sapi/v1/c2c/orderMatch/listUserOrderHistory": "data",
    "sapi/v1/convert/limit/queryOpenOrders": "list",
    "sapi/v1/convert/tradeFlow": "list",
    "sapi/v1/dci/product/positions": "list",
    "sapi/v1/equity/tokenized/history": "rows",
    "sapi/v1/eth-staking/eth/history/redemptionHistory": "rows",
    "sapi/v1/eth-staking/wbeth/history/unwrapHistory": "rows",
    "sapi/v1/fiat/orders": "data",
    "sapi/v1/fiat/payments": "data",
    "sapi/v1/lending/auto-invest/plan/list": "plans",
    "sapi/v1/loan/vip/accruedInterest": "rows",
    "sapi/v1/loan/vip/collateral/account": "rows",
    "sapi/v1/loan/vip/ongoing/orders": "rows",
    "sapi/v1/loan/vip/request/data": "rows",
    "sapi/v1/managed-subaccount/fetch-future-asset": "snapshotVos",
    "sapi/v1/managed-subaccount/info": "managerSubUserInfoVoList",
    "sapi/v1/margin/borrow-repay": "rows",
    "sapi/v1/mining/hash-transfer/config/details/list": "data.configDetails",
    "sapi/v1/mining/payment/uid": "data.accountProfits",
    "sapi/v1/nft/user/getAsset": "list",
    "sapi/v1/onchain-yields/locked/position": "rows",
    "sapi/v1/rwusd/history/redemptionHistory": "rows",
    "sapi/v1/simple-earn/flexible/history/redemptionRecord": "rows",
    "sapi/v1/simple-earn/flexible/position": "rows",
    "sapi/v1/simple-earn/locked/history/redemptionRecord": "rows",
    "sapi/v1/simple-earn/locked/position": "rows",
    "sapi/v1/sol-staking/sol/history/redemptionHistory": "rows",
    "sapi/v1/sub-account/list": "subAccounts",
    "sapi/v1/sub-account/spotSummary": "spotSubUserAssetBtcVoList",
    "sapi/v2/loan/flexible/ongoing/orders": "rows",
    "sapi/v2/loan/flexible/repay/history": "rows",
    "sapi/v2/sub-account/futures/positionRisk": "futurePositionRiskVos",
    "sapi/v4/sub-account/assets": "balances",
}
"""Where an answer keeps the rows that a factory makes one of; elsewhere it is all of them."""


@dataclass(frozen=True)
class Differs:
    """What a factory does otherwise than its sample, and why.

    Attributes:
        why: the reason.
        without: fields of every sample row that ours has not, unless it is told to.
        beyond: fields of ours that no sample row has.
        typed: fields of another type.
    """

    why: str
    without: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()


def differs(why: str, without: str = "", beyond: str = "", typed: str = "") -> Differs:
    """A difference in words: fields are separated by blanks."""
    return Differs(why, *(frozenset(names.split()) for names in (without, beyond, typed)))


_TRAILING = differs("only trailing stops have them, ours is none", "activatePrice priceRate")
_HALF = "an answer holds one of the two halves; the sample prints both"

KNOWN: Final[Mapping[str, Differs]] = {
    "api/v3/openOrders": differs(
        "present only where the feature was used, and the sample shows all of them at once",
        "expiryReason pegOffsetType pegOffsetValue pegPriceType peggedPrice preventedMatchId "
        "preventedQuantity strategyId strategyType trailingDelta trailingTime usedSor workingFloor",
    ),
    "dapi/v1/openOrders": _TRAILING,
    "fapi/v1/openOrders": _TRAILING,
    "papi/v1/cm/conditional/openOrders": _TRAILING,
    "papi/v1/um/conditional/openOrders": _TRAILING,
    "fapi/v3/positionRisk": differs(
        "the sample is of version 2; version 3 dropped what is set and added what is bound",
        "isAutoAddMargin leverage marginType maxNotionalValue",
        "adl askNotional bidNotional initialMargin maintMargin marginAsset openOrderInitialMargin "
        "positionInitialMargin",
    ),
    "sapi/v1/capital/deposit/hisrec": differs(
        "ours is pending and has no end yet; the travel rule's field is newer than the sample",
        "completeTime",
        "travelRuleStatus",
    ),
    "sapi/v1/capital/withdraw/history": differs(
        "ours is under way and has no end yet; an own id is there only if one was given",
        "completeTime withdrawOrderId",
    ),
    "sapi/v1/localentity/deposit/history": differs(
        "ours still waits for the questionnaire", "completeTime questionnaire"
    ),
    "sapi/v2/localentity/deposit/history": differs(
        "ours still waits for the questionnaire", "questionnaire"
    ),
    "sapi/v1/localentity/withdraw/history": differs(
        "ours is under way and has no end yet; an own id is there only if one was given",
        "completeTime withdrawOrderId",
    ),
    "sapi/v2/localentity/withdraw/history": differs(
        "ours is under way and has no end yet; the questionnaire's questions depend on the place",
        "completeTime vaspName sendTo bnfCorpName bnfType bnfCorpCountry vaspCode declaration vasp",
    ),
    "sapi/v1/margin/borrow-repay": differs("ours is of cross margin", "isolatedSymbol"),
    "sapi/v1/sub-account/list": differs(
        "two fields are newer than the sample", beyond="remark subUserId"
    ),
    "sapi/v2/sub-account/futures/account": differs(_HALF, "deliveryAccountResp"),
    "sapi/v2/sub-account/futures/accountSummary": differs(_HALF, "deliveryAccountSummaryResp"),
}

NAMED_BY_CONTENT: Final = {"indicators", "tierAnnualPercentageRate"}
"""Objects whose keys are symbols or ranges, so that only what they hold can be compared."""

OTHERS: Final[Mapping[str, tuple[str, str, Callable[..., Row]]]] = {
    "COIN-M account of a sub-account": (
        "sapi/v2/sub-account/futures/account",
        "deliveryAccountResp",
        rows.sub_cm_details,
    ),
    "COIN-M position of a sub-account": (
        "sapi/v2/sub-account/futures/positionRisk",
        "deliveryPositionRiskVos",
        rows.sub_cm_position,
    ),
    "COIN-M totals of a sub-account": (
        "sapi/v2/sub-account/futures/accountSummary",
        "deliveryAccountSummaryResp.subAccountList",
        rows.sub_cm_total,
    ),
    "data of the trading lock": (
        "sapi/v1/account/apiTradingStatus",
        "data",
        rows.api_trading_lock,
    ),
}
"""Factories beside those of the paths: path, place in the answer, factory."""


def found(path: str, place: str) -> list[Any]:
    """The sample's rows of a path; an answer that is one object is one row."""
    at = sample("binance", path.replace("/", "-"))
    for key in filter(None, place.split(".")):
        at = at[key]
    return at if isinstance(at, list) else [at]


def made(factory: Callable[..., Row]) -> Any:
    """A row as it arrives: written by the simulator, and read as every real body is."""
    return decode(encode(factory()))


def assert_same_shape(ours: Any, theirs: list[Any], known: Differs) -> None:
    """Hold an object against several of the sample, at every depth."""
    always = frozenset.intersection(*(frozenset(row) for row in theirs))
    ever = frozenset.union(*(frozenset(row) for row in theirs))
    assert always - frozenset(ours) <= known.without
    assert frozenset(ours) - ever <= known.beyond
    for name in sorted(ever & frozenset(ours)):
        values = [row[name] for row in theirs if row.get(name) is not None]
        if ours[name] is None or not values or name in known.typed:
            continue
        assert kind(ours[name]) in {kind(value) for value in values}, name
        assert_same_inside(name, ours[name], values, known)


def assert_same_inside(name: str, ours: Any, theirs: list[Any], known: Differs) -> None:
    """Hold what a field contains against what it contains in the sample."""
    if isinstance(ours, list):
        inside = [entry for value in theirs for entry in value]
        for entry in ours if inside else ():
            assert kind(entry) in {kind(value) for value in inside}, name
            if isinstance(entry, dict):
                assert_same_shape(entry, inside, known)
    elif isinstance(ours, dict) and name in NAMED_BY_CONTENT:
        assert_same_inside(
            "", list(ours.values()), [[v for each in theirs for v in each.values()]], known
        )
    elif isinstance(ours, dict):
        assert_same_shape(ours, theirs, known)


def kind(value: Any) -> str:
    """A JSON type: whether a number has a fraction is chance, whether it is quoted is not."""
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return "number" if number else type(value).__name__


@pytest.mark.parametrize("path", [path for path in FACTORIES if path not in NO_SAMPLE])
def test_a_factory_makes_what_the_sample_shows(path: str) -> None:
    """Fields and types agree with the sample, at every depth, but for what is explained."""
    theirs = found(path, LISTED_AT.get(path, ""))
    known = KNOWN.get(path, differs("nothing"))
    assert_same_shape(made(FACTORIES[path]), theirs, known)


@pytest.mark.parametrize("name", OTHERS)
def test_a_factory_beside_the_paths_makes_what_the_sample_shows(name: str) -> None:
    """So do the parts that stand under another key of an answer."""
    path, place, factory = OTHERS[name]
    assert_same_shape(made(factory), found(path, place), differs("nothing"))


@pytest.mark.parametrize("path", KNOWN)
def test_a_known_difference_still_exists(path: str) -> None:
    """An explanation goes when there is nothing left to explain."""
    theirs = found(path, LISTED_AT.get(path, ""))
    known = KNOWN[path]
    without = names_in(theirs) - names_in([made(FACTORIES[path])])
    beyond = names_in([made(FACTORIES[path])]) - names_in(theirs)
    assert known.without <= without
    assert known.beyond <= beyond
    assert known.without or known.beyond or known.typed


def names_in(value: Any) -> frozenset[str]:
    """Every field's name, at any depth."""
    if isinstance(value, list):
        return frozenset[str]().union(*(names_in(entry) for entry in value))
    if isinstance(value, dict):
        return frozenset(value) | names_in(list(value.values()))
    return frozenset()


def test_every_place_is_of_a_factory() -> None:
    """Nothing is listed here that no factory makes."""
    assert set(LISTED_AT) <= set(FACTORIES)
    assert set(KNOWN) <= set(FACTORIES)
    assert set(FACTORIES) >= NO_SAMPLE


PAST_AT: Final[Mapping[str, str]] = {
    "eapi/v1/exerciseRecord": "",
    "papi/v1/portfolio/interest-history": "",
    "papi/v1/portfolio/negative-balance-exchange-record": "rows",
    "sapi/v1/asset/dribblet": "userAssetDribblets",
    "sapi/v1/margin/interestHistory": "rows",
    "sapi/v1/pay/transactions": "data",
    "sapi/v1/portfolio/interest-history": "",
    "sapi/v1/simple-earn/flexible/history/collateralRecord": "rows",
}
"""Lists of the past of which there is a sample, and where they keep their rows."""


@pytest.mark.parametrize("path", PAST_AT)
def test_a_row_of_the_past_has_the_documented_fields(path: str) -> None:
    """A list that only a backup asks for is served in the form of its sample, too."""
    body = sample("binance", path.replace("/", "-"))
    theirs = body[PAST_AT[path]] if PAST_AT[path] else body
    ours = HISTORY[path]()
    optional = {"isolatedSymbol"}
    assert {*theirs[0]} - optional == {*ours}
    for name in {*theirs[0]} & {*ours}:
        assert isinstance(ours[name], type(theirs[0][name])), name
