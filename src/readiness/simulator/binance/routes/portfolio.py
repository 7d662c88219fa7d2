"""Portfolio margin, and portfolio margin Pro."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.paging import Capped, Numbered
from readiness.simulator.binance.pools import PAPI
from readiness.simulator.binance.route import Asked, Filter, Route, Row, by_uid, constant, equal
from readiness.simulator.binance.shape import OBJECT, TABLE
from readiness.simulator.binance.window import Window

_RETAIL: dict[str, Any] = {"pool": PAPI, "product": "portfolio_margin"}
_ALGO = (Filter("algoType", values=("CONDITIONAL",)), *equal("symbol", "algoId"))
_STATE = {
    "uniMMR": "99999999",
    "accountEquity": "0.00000000",
    "actualEquity": "0.00000000",
    "accountInitialMargin": "0.00000000",
    "accountMaintMargin": "0.00000000",
    "accountStatus": "NORMAL",
}
_INTEREST = Window("interestAccuredTime", longest=30, default=7)


def _loan(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/portfolio/pmLoan`: nothing is owed."""
    code = asked.account.settings["pm_loan_code"]
    if code and not asked.account.rows("sapi/v1/portfolio/pmLoan"):
        raise RefusalError(code)
    return [{"asset": "USDT", "amount": "0"}]


def _orders(path: str, *filters: str) -> Route:
    return Route(
        path=f"papi/v1/{path}", weight=40, with_symbol=1, filters=equal(*filters), **_RETAIL
    )


ROUTES = (
    Route(path="papi/v1/balance", weight=20, filters=equal("asset"), **_RETAIL),
    Route(
        path="papi/v1/account",
        weight=20,
        shape=OBJECT,
        view=constant(
            **_STATE,
            virtualMaxWithdrawAmount="0.00000000",
            totalAvailableBalance="0.00000000",
            totalMarginOpenLoss="0.00000000",
            updateTime=0,
        ),
        **_RETAIL,
    ),
    *(
        Route(
            path=f"papi/{path}/account",
            weight=5,
            shape=OBJECT,
            view=constant(assets=[], positions=[]),
            **_RETAIL,
        )
        for path in ("v2/um", "v1/um", "v1/cm")
    ),
    Route(path="papi/v1/um/positionRisk", weight=5, filters=equal("symbol"), **_RETAIL),
    Route(path="papi/v1/cm/positionRisk", takes=("marginAsset", "pair"), **_RETAIL),
    _orders("um/openOrders", "symbol"),
    _orders("cm/openOrders", "symbol", "pair"),
    Route(
        path="papi/v1/um/algo/openAlgoOrders", weight=40, with_symbol=1, filters=_ALGO, **_RETAIL
    ),
    _orders("um/conditional/openOrders", "symbol"),
    _orders("cm/conditional/openOrders", "symbol"),
    Route(path="papi/v1/margin/openOrders", weight=5, filters=equal("symbol"), **_RETAIL),
    Route(path="papi/v1/margin/openOrderList", weight=5, **_RETAIL),
    Route(
        path="papi/v1/margin/marginLoan",
        weight=10,
        shape=TABLE,
        required=("asset",),
        takes=("archived",),
        filters=equal("asset", "txId"),
        window=Window("timestamp", longest=30, default=7),
        paging=Numbered(),
        **_RETAIL,
    ),
    Route(
        path="papi/v1/portfolio/interest-history",
        weight=50,
        filters=equal("asset"),
        window=_INTEREST,
        paging=Capped("size", default=10, maximum=100),
        **_RETAIL,
    ),
    Route(
        path="papi/v1/portfolio/negative-balance-exchange-record",
        weight=100,
        shape=TABLE,
        window=Window("startTime", longest=93, mandatory=("startTime", "endTime")),
        **_RETAIL,
    ),
    Route(path="sapi/v1/portfolio/balance", weight=20, filters=equal("asset"), product="pm_pro"),
    Route(
        path="sapi/v1/portfolio/account",
        **by_uid(5),
        shape=OBJECT,
        view=constant(**_STATE, totalAvailableBalance="0.00000000", accountType="PM_1"),
        product="pm_pro",
    ),
    Route(
        path="sapi/v2/portfolio/account",
        weight=5,
        shape=OBJECT,
        view=constant(
            **{name: value for name, value in _STATE.items() if "Initial" not in name},
            riskUnitMMList=[],
            marginMM="0.00000000",
            otherMM="0.00000000",
            accountType="PM_3",
        ),
        product="pm_pro",
    ),
    Route(
        path="sapi/v1/portfolio/pmLoan",
        **by_uid(500),
        shape=OBJECT,
        view=_loan,
        product="pm_pro",
    ),
    Route(
        path="sapi/v1/portfolio/interest-history",
        weight=50,
        filters=equal("asset"),
        window=replace(_INTEREST, field="interestAccruedTime"),
        paging=Capped("size", default=10, maximum=100),
        product="pm_pro",
    ),
    Route(
        path="sapi/v1/portfolio/earn-asset-balance",
        weight=1500,
        shape=OBJECT,
        required=("asset", "transferType"),
        choices={"transferType": ("EARN_TO_FUTURE", "FUTURE_TO_EARN")},
        view=lambda asked: [{"asset": asked.query["asset"], "amount": "0"}],
        product="pm_pro",
    ),
)
