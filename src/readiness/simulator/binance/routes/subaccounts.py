"""Sub-accounts, managed sub-accounts, brokers."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.paging import Numbered, Offset
from readiness.simulator.binance.route import Filter, Kinds, Route, by_uid, equal
from readiness.simulator.binance.routes.service import TRUTH
from readiness.simulator.binance.routes.transfers import CAPITAL, STATES
from readiness.simulator.binance.shape import Shape
from readiness.simulator.binance.views import subaccount_futures as futures
from readiness.simulator.binance.views import subaccounts as views
from readiness.simulator.binance.views.margin import margin_assets

_OF_ALL: dict[str, Any] = {"who": "main", "product": "sub_accounts"}
_OF_ONE: dict[str, Any] = {**_OF_ALL, "required": ("email",), "sub_scope": True}
_MANAGED: dict[str, Any] = {"who": "main", "required": ("email",), "managed": True}
_BARS = {"forceLiquidationBar": "1.10", "marginCallBar": "1.50", "normalBar": "2.00"}
_NO_DEBT = {
    "marginLevel": "999",
    "totalAssetOfBtc": "0",
    "totalLiabilityOfBtc": "0",
    "totalNetAssetOfBtc": "0",
}


_OF_ONE_KIND: dict[str, Any] = {**_OF_ONE, "required": ("email", "futuresType")}


def _kinds(um: str, cm: str, *, whole: bool = False) -> Kinds:
    shapes = {"1": Shape(um, whole=whole), "2": Shape(cm, whole=whole)}
    return Kinds("futuresType", shapes, futures.kind_of)


ROUTES = (
    Route(
        path="sapi/v1/sub-account/list",
        shape=Shape("subAccounts"),
        filters=(Filter("isFreeze", values=TRUTH), *equal("email")),
        view=views.sub_accounts,
        identity="email",
        paging=Numbered("page", "limit", default=1, maximum=200),
        **_OF_ALL,
    ),
    Route(
        path="sapi/v1/sub-account/status",
        weight=10,
        filters=equal("email"),
        view=views.sub_status,
        identity="email",
        who="main",
        product="sub_account_status",
    ),
    Route(
        path="sapi/v1/sub-account/spotSummary",
        shape=Shape("spotSubUserAssetBtcVoList", "totalCount"),
        filters=equal("email"),
        view=views.spot_summary,
        beside=views.spot_summary_total,
        identity="email",
        paging=Numbered("page", "size", default=10, maximum=20),
        **_OF_ALL,
    ),
    Route(
        path="sapi/v4/sub-account/assets",
        **by_uid(60),
        shape=Shape("balances"),
        view=views.spot_assets,
        identity="asset",
        **_OF_ONE,
    ),
    Route(
        path="sapi/v3/sub-account/assets",
        **by_uid(60),
        shape=Shape("balances"),
        view=views.spot_assets_as_numbers,
        identity="asset",
        **_OF_ONE,
    ),
    Route(
        path="sapi/v1/sub-account/margin/account",
        weight=10,
        shape=Shape(
            "marginUserAssetVoList",
            whole=True,
            beside={"email": "", "marginLevel": "999.00000000", "marginTradeCoeffVo": _BARS},
        ),
        view=margin_assets,
        beside=views.margin_account,
        identity="asset",
        **_OF_ONE,
    ),
    Route(
        path="sapi/v1/sub-account/margin/accountSummary",
        weight=10,
        shape=Shape("subAccountList"),
        view=views.margin_summary,
        beside=views.margin_summary_total,
        identity="email",
        **_OF_ALL,
    ),
    Route(
        path="sapi/v2/sub-account/futures/account",
        kinds=_kinds("futureAccountResp.assets", "deliveryAccountResp.assets", whole=True),
        view=futures.futures_assets,
        beside=futures.futures_account,
        identity="asset",
        **_OF_ONE_KIND,
    ),
    Route(
        path="sapi/v2/sub-account/futures/positionRisk",
        kinds=_kinds("futurePositionRiskVos", "deliveryPositionRiskVos"),
        view=futures.futures_positions,
        identity="symbol",
        **_OF_ONE_KIND,
    ),
    Route(
        path="sapi/v2/sub-account/futures/accountSummary",
        weight=10,
        kinds=_kinds(
            "futureAccountSummaryResp.subAccountList", "deliveryAccountSummaryResp.subAccountList"
        ),
        required=("futuresType",),
        view=futures.futures_summary,
        beside=futures.futures_summary_total,
        identity="email",
        paging=Numbered("page", "limit", default=10, maximum=20),
        **_OF_ALL,
    ),
    Route(
        path="sapi/v1/sub-account/futures/accountSummary",
        shape=Shape("subAccountList"),
        required=("page", "limit"),
        view=futures.um_summary,
        beside=futures.um_summary_total,
        identity="email",
        paging=Numbered("page", "limit", default=10, maximum=20),
        **_OF_ALL,
    ),
    Route(
        path="sapi/v1/capital/deposit/subHisrec",
        choices={"includeSource": TRUTH},
        filters=(STATES, *equal("coin", "txId")),
        view=views.sub_deposits,
        window=CAPITAL,
        paging=Offset(),
        **_OF_ONE,
    ),
    Route(
        path="sapi/v1/sub-account/subAccountApi",
        **by_uid(3000),
        shape=Shape("rows", "total"),
        takes=("subAccountApiKey",),
        view=views.sub_keys,
        paging=Numbered("page", "size"),
        **_OF_ONE,
    ),
    Route(
        path="sapi/v1/managed-subaccount/info",
        **by_uid(60),
        shape=Shape("managerSubUserInfoVoList", "total"),
        filters=equal("email"),
        paging=Numbered("page", "limit", default=20, maximum=20),
        who="main",
    ),
    Route(path="sapi/v1/managed-subaccount/asset", **_MANAGED),
    Route(
        path="sapi/v1/managed-subaccount/marginAsset",
        shape=Shape("userAssets", whole=True, beside=_NO_DEBT),
        choices={"accountType": ("MARGIN", "ISOLATED_MARGIN")},
        **_MANAGED,
    ),
    Route(
        path="sapi/v1/managed-subaccount/fetch-future-asset",
        **by_uid(60),
        shape=Shape("snapshotVos", beside={"code": "200", "message": "OK"}),
        choices={"accountType": ("USDT_FUTURE", "COIN_FUTURE")},
        **_MANAGED,
    ),
    Route(
        path="sapi/v1/broker/subAccount",
        takes=("subAccountId",),
        paging=Numbered("page", "size", default=500, maximum=500),
        who="broker",
    ),
)
