"""A clean account: every answer says "nothing there" in the form of its documents."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import DAY, serving
from tests.simulator.support import START

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.routes import ROUTES

SUB = "sub@x.com"
MANAGED = "managed@x.com"
NOW = int(START * 1000)
WEEK = {"startTime": str(NOW - 7 * DAY), "endTime": str(NOW)}

BARE = """
    api/v3/openOrders api/v3/openOrderList sapi/v3/asset/getUserAsset
    sapi/v1/asset/get-funding-asset sapi/v1/capital/deposit/hisrec
    sapi/v1/capital/withdraw/history sapi/v1/localentity/deposit/history
    sapi/v2/localentity/deposit/history sapi/v1/localentity/withdraw/history
    sapi/v2/localentity/withdraw/history sapi/v1/margin/openOrders
    sapi/v1/margin/openOrderList sapi/v1/margin/exchange-small-liability
    sapi/v1/margin/loan-groups/activated sapi/v1/margin/loan-group/ltv-details
    fapi/v3/positionRisk fapi/v1/openOrders fapi/v1/openAlgoOrders dapi/v1/openOrders
    dapi/v1/openAlgoOrders eapi/v1/position eapi/v1/openOrders eapi/v1/exerciseRecord
    papi/v1/balance papi/v1/um/positionRisk papi/v1/cm/positionRisk papi/v1/um/openOrders
    papi/v1/cm/openOrders papi/v1/um/algo/openAlgoOrders papi/v1/um/conditional/openOrders
    papi/v1/cm/conditional/openOrders papi/v1/margin/openOrders papi/v1/margin/openOrderList
    papi/v1/portfolio/interest-history sapi/v1/portfolio/balance
    sapi/v1/portfolio/interest-history sapi/v1/sol-staking/sol/history/unclaimedRewards
    sapi/v1/equity/order/open-orders
"""
TABLES = """
    sapi/v1/asset/assetDividend sapi/v1/margin/interestHistory
    sapi/v1/simple-earn/flexible/position sapi/v1/simple-earn/locked/position
    sapi/v1/simple-earn/flexible/history/redemptionRecord
    sapi/v1/simple-earn/locked/history/redemptionRecord sapi/v1/bfusd/history/redemptionHistory
    sapi/v1/rwusd/history/redemptionHistory sapi/v1/onchain-yields/locked/position
    sapi/v1/eth-staking/eth/history/redemptionHistory
    sapi/v1/eth-staking/wbeth/history/unwrapHistory
    sapi/v1/sol-staking/sol/history/redemptionHistory sapi/v2/loan/flexible/ongoing/orders
    sapi/v2/loan/flexible/repay/history sapi/v1/loan/vip/ongoing/orders
    sapi/v1/loan/vip/accruedInterest sapi/v1/loan/vip/request/data
    sapi/v1/loan/vip/collateral/account
"""
LISTS = """
    sapi/v1/nft/user/getAsset sapi/v1/dci/product/positions
    sapi/v1/accumulator/product/position/list
"""
NO_ROWS = {"rows": [], "total": 0}
DONE = {"code": "000000", "message": "success", "success": True}
ONE_SUB = {"email": SUB}
SAID: dict[str, tuple[dict[str, str], Any]] = {
    **{path: ({}, []) for path in BARE.split()},
    **{path: ({}, NO_ROWS) for path in TABLES.split()},
    **{path: ({}, {"list": [], "total": 0}) for path in LISTS.split()},
    "sapi/v1/account/status": ({}, {"data": "Normal"}),
    "sapi/v1/asset/dribblet": ({}, {"total": 0, "userAssetDribblets": []}),
    "sapi/v1/asset/transfer": ({"type": "MAIN_FUNDING"}, NO_ROWS),
    "sapi/v1/margin/borrow-repay": ({"type": "REPAY"}, NO_ROWS),
    "papi/v1/margin/marginLoan": ({"asset": "BTC"}, NO_ROWS),
    "papi/v1/portfolio/negative-balance-exchange-record": (WEEK, NO_ROWS),
    "sapi/v1/fiat/orders": ({"transactionType": "1"}, {**DONE, "data": [], "total": 0}),
    "sapi/v1/fiat/payments": ({"transactionType": "1"}, {**DONE, "data": [], "total": 0}),
    "sapi/v1/c2c/orderMatch/listUserOrderHistory": ({}, {**DONE, "data": [], "total": 0}),
    "sapi/v1/pay/transactions": ({}, {**DONE, "data": []}),
    "sapi/v1/copyTrading/futures/userStatus": (
        {},
        {**DONE, "data": {"isLeadTrader": False, "time": NOW}},
    ),
    "sapi/v1/convert/limit/queryOpenOrders": ({}, {"list": []}),
    "sapi/v1/convert/tradeFlow": (
        WEEK,
        {
            "list": [],
            "startTime": NOW - 7 * DAY,
            "endTime": NOW,
            "limit": 100,
            "moreData": False,
        },
    ),
    "sapi/v1/margin/isolated/accountLimit": ({}, {"enabledAccount": 0, "maxAccount": 20}),
    "sapi/v1/margin/liquidation-loan": (
        {},
        {"asset": "USDC", "amount": "0", "repaidAmount": "0", "remainingAmount": "0"},
    ),
    "fapi/v1/apiTradingStatus": ({}, {"indicators": {}, "updateTime": NOW}),
    "papi/v2/um/account": ({}, {"assets": [], "positions": []}),
    "papi/v1/um/account": ({}, {"assets": [], "positions": []}),
    "papi/v1/cm/account": ({}, {"assets": [], "positions": []}),
    "sapi/v1/portfolio/pmLoan": ({}, {"asset": "USDT", "amount": "0"}),
    "sapi/v1/portfolio/earn-asset-balance": (
        {"asset": "LDUSDT", "transferType": "EARN_TO_FUTURE"},
        {"asset": "LDUSDT", "amount": "0"},
    ),
    "sapi/v1/bfusd/account": ({}, {"bfusdAmount": "0", "usdtProfit": "0", "bfusdProfit": "0"}),
    "sapi/v1/rwusd/account": ({}, {"rwusdAmount": "0", "totalProfit": "0"}),
    "sapi/v1/soft-staking/list": ({}, {"status": False, "totalRewardsUsdt": "0", **NO_ROWS}),
    "sapi/v1/mining/payment/uid": (
        {"algo": "sha256"},
        {"code": 0, "msg": "", "data": {"accountProfits": [], "totalNum": 0, "pageSize": 20}},
    ),
    "sapi/v1/mining/hash-transfer/config/details/list": (
        {},
        {"code": 0, "msg": "", "data": {"configDetails": [], "totalNum": 0, "pageSize": 20}},
    ),
    "sapi/v1/mining/worker/list": (
        {"algo": "sha256", "userName": "u"},
        {"code": 0, "msg": "", "data": {"workerDatas": [], "totalNum": 0, "pageSize": 20}},
    ),
    "sapi/v1/mining/statistics/user/list": (
        {"algo": "sha256", "userName": "u"},
        {"code": 0, "msg": "", "data": []},
    ),
    "sapi/v1/equity/tokenized/history": ({}, {"rows": [], "hasMore": False}),
    "sapi/v4/sub-account/assets": (ONE_SUB, {"balances": []}),
    "sapi/v3/sub-account/assets": (ONE_SUB, {"balances": []}),
    "sapi/v1/capital/deposit/subHisrec": (ONE_SUB, []),
    "sapi/v1/sub-account/subAccountApi": (ONE_SUB, NO_ROWS),
    "sapi/v2/sub-account/futures/positionRisk": (
        {**ONE_SUB, "futuresType": "2"},
        {"deliveryPositionRiskVos": []},
    ),
    "sapi/v1/managed-subaccount/asset": ({"email": MANAGED}, []),
    "sapi/v1/managed-subaccount/fetch-future-asset": (
        {"email": MANAGED},
        {"code": "200", "message": "OK", "snapshotVos": []},
    ),
}
"""What is asked, and all that is answered."""

OPEN = {"isPortfolioMarginRetailEnabled": True}


def clean() -> BinanceAccount:
    """An account that has opened everything, and left nothing anywhere."""
    account = BinanceAccount(info=OPEN, pm_pro=True)
    account.sub_account(SUB)
    account.put("sapi/v1/managed-subaccount/info", {"email": MANAGED})
    return account


@pytest.mark.parametrize(("path", "said"), SAID.items(), ids=lambda value: str(value)[:60])
def test_nothing_is_there(path: str, said: tuple[dict[str, str], Any]) -> None:
    """The whole body is the documented one."""
    params, body = said
    with serving(clean()) as client:
        assert client.body(path, **params) == body


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("sapi/v1/sub-account/list", "subAccounts"),
        ("sapi/v1/sub-account/margin/accountSummary", "subAccountList"),
        ("sapi/v1/sub-account/spotSummary", "spotSubUserAssetBtcVoList"),
        ("sapi/v1/managed-subaccount/info", "managerSubUserInfoVoList"),
        ("sapi/v1/margin/isolated/account", "assets"),
        ("sapi/v1/margin/account", "userAssets"),
        ("sapi/v1/asset/dust-btc", "details"),
    ],
)
def test_lists_beside_other_fields_are_empty(path: str, rows: str) -> None:
    """An account without sub-accounts, pairs or coins has empty lists of them."""
    with serving() as client:
        assert client.body(path)[rows] == []


def test_plans() -> None:
    """Automatic investments are asked for kind by kind."""
    with serving() as client:
        said = client.body("sapi/v1/lending/auto-invest/plan/list", planType="INDEX")
        assert (said["plans"], said["planValueInUSD"]) == ([], "0")
        path = "sapi/v1/lending/auto-invest/index/user-summary"
        assert client.body(path, indexId="7")["details"] == []


def test_states_of_accounts() -> None:
    """Nothing is locked, and everything may be done."""
    with serving(clean()) as client:
        assert client.body("sapi/v1/account/apiTradingStatus")["data"]["isLocked"] is False
        for path in ("papi/v1/account", "sapi/v1/portfolio/account", "sapi/v2/portfolio/account"):
            assert client.body(path)["accountStatus"] == "NORMAL"
        said = client.body("fapi/v1/accountConfig")
        assert (said["canTrade"], said["canDeposit"], said["canWithdraw"]) == (True, True, True)
        assert client.body("fapi/v1/multiAssetsMargin") == {"multiAssetsMargin": False}
        assert client.body("sapi/v1/capital/withdraw/quota")["usedWdQuota"] == "0"


def test_mining() -> None:
    """The pool says what it mines, and knows nobody's machines."""
    with serving() as client:
        algorithms = client.body("sapi/v1/mining/pub/algoList")["data"]
        assert [row["algoName"] for row in algorithms] == ["sha256", "ethash", "scrypt"]
        said = client.body("sapi/v1/mining/statistics/user/status", algo="sha256", userName="u")
        assert said["data"]["validNum"] == 0


def test_soft_staking_is_off() -> None:
    """An object with a list inside says both that it is off and that there is nothing."""
    with serving() as client:
        assert client.body("sapi/v1/soft-staking/list")["status"] is False


def test_staking() -> None:
    """Receipts of staking are counted, and there are none."""
    with serving() as client:
        eth = client.body("sapi/v2/eth-staking/account")
        assert eth["holdings"] == {"wbethAmount": "0", "bethAmount": "0"}
        assert client.body("sapi/v1/sol-staking/account")["bnsolAmount"] == "0"


def test_no_endpoint_is_forgotten() -> None:
    """There are as many endpoints as the documents of all families name."""
    families = {path.partition("/")[0] for path in ROUTES}
    assert families == {"api", "sapi", "fapi", "dapi", "eapi", "papi"}
    assert len(ROUTES) == 227
