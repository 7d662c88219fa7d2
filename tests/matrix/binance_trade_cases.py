"""Binance: open orders, futures, options and portfolio margin, request by request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.matrix.binance_support import PORTFOLIO, RESTRICTIONS, algorithm, each, one, put
from tests.matrix.cases import Arrange, Case, blocks

from readiness.simulator.binance import rows

UM: Final = "futures-usdm"
CM: Final = "futures-coinm"
PM: Final = "portfolio-margin"
PM_WALLET: Final = "wallet.portfolio-margin"
PM_POSITIONS: Final = "positions.portfolio-margin"
CROSS_ORDERS: Final = "orders.margin-cross"
ISOLATED_ORDERS: Final = "orders.margin-isolated"
CONVERT: Final = "orders.convert"

ORDERS: Final = "sapi/v1/margin/openOrders"
LISTS: Final = "sapi/v1/margin/openOrderList"
OPTIONS: Final = "eapi/v1/marginAccount"


def _futures(path: str, asset: Any, position: Any, product: str) -> tuple[Case, ...]:
    wallet, positions = f"wallet.{product}", f"positions.{product}"
    return (
        blocks("wallet", put(path, {"assets": [asset()]}), wallet),
        blocks("position", put(path, {"positions": [position()]}), positions),
        blocks(
            "hedge leg",
            put(path, {"positions": [position(positionSide="SHORT", positionAmt="-1")]}),
            positions,
        ),
    )


def _isolated(path: str, row: Any) -> Arrange:
    """Something about a pair of isolated margin in which nothing lies."""

    def arrange(account: Any) -> None:
        account.isolated("ETHUSDT")
        account.put(path, row(symbol="ETHUSDT", isIsolated=True))

    return arrange


def _pm(path: str, area: str, name: str = "one", **fields: Any) -> Case:
    return one(path, area, name, mode=PORTFOLIO, **fields)


def _pro(path: str, area: str, name: str = "one", **fields: Any) -> Case:
    factory = rows.FACTORIES[path]

    def arrange(account: Any) -> None:
        account.settings["pm_pro"] = True
        account.put(path, factory(**fields))

    return blocks(name, arrange, area)


_FLAT: Final = dict.fromkeys(
    ("totalWalletBalance", "crossMarginAsset", "crossMarginFree", "crossMarginLocked"), "0"
)

CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    # -- spot, margin, convert, algorithms ------------------------------------------------
    "api/v3/openOrders": (one("api/v3/openOrders", "orders.open"),),
    "api/v3/openOrderList": (one("api/v3/openOrderList", "orders.open"),),
    "sapi/v1/equity/order/open-orders": (one("sapi/v1/equity/order/open-orders", "orders.open"),),
    ORDERS: (one(ORDERS, CROSS_ORDERS),),
    LISTS: (one(LISTS, CROSS_ORDERS),),
    f"{ORDERS}:isolated": (blocks("order", _isolated(ORDERS, rows.margin_order), ISOLATED_ORDERS),),
    f"{LISTS}:isolated": (blocks("list", _isolated(LISTS, rows.margin_oco_list), ISOLATED_ORDERS),),
    "sapi/v1/convert/limit/queryOpenOrders": (
        one("sapi/v1/convert/limit/queryOpenOrders", CONVERT),
    ),
    "sapi/v1/convert/tradeFlow": each(
        "sapi/v1/convert/tradeFlow",
        CONVERT,
        "orderStatus",
        ("PROCESS", "ACCEPT_SUCCESS", "UNHEARD"),
    ),
    "sapi/v1/equity/tokenized/history": each(
        "sapi/v1/equity/tokenized/history", CONVERT, "status", ("P", "unheard")
    ),
    **{
        path: (algorithm(path),)
        for path in ("sapi/v1/algo/spot/openOrders", "sapi/v1/algo/futures/openOrders")
    },
    # -- USDⓈ-M futures -------------------------------------------------------------------
    "fapi/v3/account": _futures("fapi/v3/account", rows.um_asset, rows.um_account_position, UM),
    "fapi/v2/account": (
        *_futures("fapi/v2/account", rows.um_asset, rows.um_account_position_v2, UM),
        blocks("may not withdraw", put("fapi/v2/account", {"canWithdraw": False}), RESTRICTIONS),
    ),
    "fapi/v3/balance": (one("fapi/v3/balance", f"wallet.{UM}"),),
    "fapi/v3/positionRisk": (
        one("fapi/v3/positionRisk", f"positions.{UM}", "short"),
        one(
            "fapi/v3/positionRisk",
            f"positions.{UM}",
            "margin left in a flat one",
            positionAmt="0",
            isolatedWallet="0.5",
        ),
    ),
    "fapi/v1/openOrders": (one("fapi/v1/openOrders", f"orders.{UM}"),),
    "fapi/v1/openAlgoOrders": (one("fapi/v1/openAlgoOrders", f"orders.{UM}"),),
    "fapi/v1/accountConfig": (one("fapi/v1/accountConfig", RESTRICTIONS, "may not withdraw"),),
    "fapi/v1/apiTradingStatus": (one("fapi/v1/apiTradingStatus", RESTRICTIONS, "locked"),),
    # -- COIN-M futures -------------------------------------------------------------------
    "dapi/v1/account": (
        *_futures("dapi/v1/account", rows.cm_asset, rows.cm_account_position, CM),
        blocks("may not withdraw", put("dapi/v1/account", {"canWithdraw": False}), RESTRICTIONS),
    ),
    "dapi/v1/balance": (one("dapi/v1/balance", f"wallet.{CM}"),),
    "dapi/v1/positionRisk": (one("dapi/v1/positionRisk", f"positions.{CM}"),),
    "dapi/v1/openOrders": (one("dapi/v1/openOrders", f"orders.{CM}"),),
    "dapi/v1/openAlgoOrders": (one("dapi/v1/openAlgoOrders", f"orders.{CM}"),),
    # -- options --------------------------------------------------------------------------
    OPTIONS: (
        blocks("equity", put(OPTIONS, {"asset": [rows.option_asset()]}), "wallet.options"),
        blocks("may not withdraw", put(OPTIONS, {"canWithdraw": False}), RESTRICTIONS),
    ),
    "eapi/v1/position": (one("eapi/v1/position", "positions.options", "written"),),
    "eapi/v1/openOrders": (one("eapi/v1/openOrders", "orders.options"),),
    # -- portfolio margin -----------------------------------------------------------------
    "papi/v1/balance": (
        _pm("papi/v1/balance", PM_WALLET, "money"),
        *(
            _pm("papi/v1/balance", PM_WALLET, f"{field} alone", **{**_FLAT, field: "3"})
            for field in (
                "totalWalletBalance",
                "crossMarginBorrowed",
                "crossMarginInterest",
                "negativeBalance",
                "umWalletBalance",
                "cmWalletBalance",
            )
        ),
    ),
    "papi/v1/account": (_pm("papi/v1/account", RESTRICTIONS, "short of margin"),),
    "papi/v2/um/account": (
        blocks(
            "wallet",
            put("papi/v2/um/account", {"assets": [rows.pm_futures_asset()]}),
            PM_WALLET,
            mode=PORTFOLIO,
        ),
        blocks(
            "position",
            put("papi/v2/um/account", {"positions": [rows.pm_um_account_position()]}),
            PM_POSITIONS,
            mode=PORTFOLIO,
        ),
    ),
    "papi/v1/cm/account": (
        blocks(
            "wallet",
            put("papi/v1/cm/account", {"assets": [rows.pm_futures_asset(asset="BTC")]}),
            PM_WALLET,
            mode=PORTFOLIO,
        ),
        blocks(
            "position",
            put("papi/v1/cm/account", {"positions": [rows.pm_cm_account_position()]}),
            PM_POSITIONS,
            mode=PORTFOLIO,
        ),
    ),
    **{
        path: (_pm(path, PM_POSITIONS),)
        for path in ("papi/v1/um/positionRisk", "papi/v1/cm/positionRisk")
    },
    **{
        path: (_pm(path, f"orders.{PM}"),)
        for path in (
            "papi/v1/um/openOrders",
            "papi/v1/cm/openOrders",
            "papi/v1/um/algo/openAlgoOrders",
            "papi/v1/um/conditional/openOrders",
            "papi/v1/cm/conditional/openOrders",
            "papi/v1/margin/openOrders",
            "papi/v1/margin/openOrderList",
        )
    },
    "papi/v1/margin/marginLoan": (
        blocks(
            "of an asset with a debt",
            lambda account: (
                account.put(
                    "papi/v1/balance", rows.pm_balance(**{**_FLAT, "crossMarginBorrowed": "3"})
                ),
                account.put("papi/v1/margin/marginLoan", rows.pm_loan()),
            ),
            PM_WALLET,
            mode=PORTFOLIO,
        ),
    ),
    "sapi/v1/portfolio/balance": (
        _pro("sapi/v1/portfolio/balance", PM_WALLET),
        _pro(
            "sapi/v1/portfolio/balance",
            PM_WALLET,
            "worth of options alone",
            **{**_FLAT, "optionEquity": "3"},
        ),
    ),
    "sapi/v1/portfolio/account": (_pro("sapi/v1/portfolio/account", RESTRICTIONS),),
    "sapi/v2/portfolio/account": (_pro("sapi/v2/portfolio/account", RESTRICTIONS),),
    "sapi/v1/portfolio/pmLoan": (_pro("sapi/v1/portfolio/pmLoan", PM_WALLET),),
}
