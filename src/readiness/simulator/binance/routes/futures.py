"""USD-M and COIN-M futures."""

from __future__ import annotations

from readiness.simulator.binance.pools import DAPI, FAPI
from readiness.simulator.binance.route import Filter, Route, View, constant, equal
from readiness.simulator.binance.shape import OBJECT
from readiness.simulator.binance.views import futures

_MAY = {"canTrade": True, "canDeposit": True, "canWithdraw": True}
_ALGO = (Filter("algoType", values=("CONDITIONAL",)), *equal("symbol", "algoId"))


def _um_list(path: str, view: View) -> Route:
    return Route(
        path=f"fapi/{path}",
        weight=5,
        pool=FAPI,
        filters=equal("symbol") if path.endswith("positionRisk") else (),
        view=view,
        identity="symbol" if path.endswith("positionRisk") else "asset",
        product="futures",
    )


def _account(path: str, view: View) -> Route:
    pool = FAPI if path.startswith("fapi") else DAPI
    return Route(path=path, weight=5, pool=pool, shape=OBJECT, view=view, product="futures")


ROUTES = (
    _account("fapi/v3/account", futures.um_account),
    _account("fapi/v2/account", futures.um_account_all),
    _um_list("v3/balance", futures.um_balance),
    _um_list("v2/balance", futures.um_balance),
    _um_list("v3/positionRisk", futures.um_positions),
    _um_list("v2/positionRisk", futures.um_positions_all),
    Route(
        path="fapi/v1/openOrders",
        weight=40,
        with_symbol=1,
        pool=FAPI,
        filters=equal("symbol"),
        product="futures",
    ),
    Route(
        path="fapi/v1/openAlgoOrders",
        weight=40,
        with_symbol=1,
        pool=FAPI,
        filters=_ALGO,
        product="futures",
    ),
    Route(
        path="fapi/v1/accountConfig",
        weight=5,
        pool=FAPI,
        shape=OBJECT,
        view=constant(
            feeTier=0,
            **_MAY,
            dualSidePosition=False,
            updateTime=0,
            multiAssetsMargin=False,
            tradeGroupId=-1,
        ),
        product="futures",
    ),
    Route(
        path="fapi/v1/multiAssetsMargin",
        weight=30,
        pool=FAPI,
        shape=OBJECT,
        view=constant(multiAssetsMargin=False),
        product="futures",
    ),
    Route(
        path="fapi/v1/apiTradingStatus",
        weight=10,
        with_symbol=1,
        pool=FAPI,
        shape=OBJECT,
        takes=("symbol",),
        view=lambda asked: [{"indicators": {}, "updateTime": asked.ms}],
        product="futures",
    ),
    _account("dapi/v1/account", futures.cm_account),
    Route(
        path="dapi/v1/balance",
        pool=DAPI,
        view=futures.cm_balance,
        identity="asset",
        product="futures",
    ),
    Route(
        path="dapi/v1/positionRisk",
        pool=DAPI,
        takes=("marginAsset", "pair"),
        view=futures.cm_positions,
        identity="symbol",
        product="futures",
    ),
    Route(
        path="dapi/v1/openOrders",
        weight=40,
        with_symbol=1,
        pool=DAPI,
        filters=equal("symbol", "pair"),
        product="futures",
    ),
    Route(
        path="dapi/v1/openAlgoOrders",
        weight=40,
        with_symbol=1,
        pool=DAPI,
        filters=_ALGO,
        product="futures",
    ),
)
