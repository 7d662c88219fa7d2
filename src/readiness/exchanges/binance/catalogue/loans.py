"""Flexible loans, and loans to VIPs; those to institutions are with margin."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.binance.collectors import loans
from readiness.exchanges.binance.wire.loans import (
    FlexibleLoan,
    FlexibleRepayment,
    VipApplication,
    VipCollateral,
    VipInterest,
    VipLoan,
)
from readiness.exchanges.catalogue import Feed, Request, Traits
from readiness.exchanges.paging import Numbered, Windows

_FLEXIBLE: Final = "crypto-loan"
_VIP: Final = "vip-loan"
_PAGES: Final = Numbered("current", "limit", 100)


def _of_a_vip(traits: Traits) -> bool:
    """Whether the account has a VIP level; it is not asked for where nobody knows."""
    return traits.get("vip", "") not in {"", "0"}


LOANS: Final = (
    Request(
        id="sapi/v2/loan/flexible/ongoing/orders",
        route=get("sapi/v2/loan/flexible/ongoing/orders", "current", "limit"),
        ccxt_method="sapiV2GetLoanFlexibleOngoingOrders",
        limit=sapi_ip(300),
        purpose="flexible loans and the collateral they lock",
        source=service_page(_FLEXIBLE, "flexible-rate#get-flexible-loan-ongoing-orders"),
        row=FlexibleLoan,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(Feed(Area.LOANS_FLEXIBLE, loans.flexible),),
        twice=True,
    ),
    Request(
        id="sapi/v2/loan/flexible/repay/history",
        route=get(
            "sapi/v2/loan/flexible/repay/history", "startTime", "endTime", "current", "limit"
        ),
        ccxt_method="sapiV2GetLoanFlexibleRepayHistory",
        limit=sapi_ip(400),
        purpose="repayments of flexible loans that have not ended",
        source=service_page(_FLEXIBLE, "flexible-rate#get-flexible-loan-repayment-history"),
        row=FlexibleRepayment,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        windows=Windows("startTime", "endTime", 180),
        feeds=(Feed(Area.LOANS_FLEXIBLE, loans.repayments),),
        begun=begun("repay_time", "loan_coin", "repay_amount"),
    ),
    Request(
        id="sapi/v1/loan/vip/ongoing/orders",
        route=get("sapi/v1/loan/vip/ongoing/orders", "current", "limit"),
        ccxt_method="sapiGetLoanVipOngoingOrders",
        limit=sapi_ip(400),
        purpose="running VIP loans",
        source=service_page(_VIP, "user-information#get-viploan-ongoing-orders"),
        row=VipLoan,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(Feed(Area.LOANS_VIP, loans.vip),),
        twice=True,
    ),
    Request(
        id="sapi/v1/loan/vip/accruedInterest",
        route=get("sapi/v1/loan/vip/accruedInterest", "startTime", "endTime", "current", "limit"),
        ccxt_method="",
        limit=sapi_ip(400),
        purpose="VIP loans that were charged interest within the last week",
        source=service_page(_VIP, "user-information#get-viploan-accrued-interest"),
        row=VipInterest,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        # Older charges say nothing of today: they stay in the list when a loan is repaid.
        windows=Windows("startTime", "endTime", 7),
        feeds=(Feed(Area.LOANS_VIP, loans.vip_interest),),
    ),
    Request(
        id="sapi/v1/loan/vip/request/data",
        route=get("sapi/v1/loan/vip/request/data", "current", "limit"),
        ccxt_method="sapiGetLoanVipRequestData",
        limit=sapi_uid(400),
        purpose="applications for VIP loans, and loans that have not ended",
        source=service_page(_VIP, "user-information#query-application-status"),
        row=VipApplication,
        paging=_PAGES,
        rows_at="rows",
        total_at="total",
        feeds=(Feed(Area.LOANS_VIP, loans.vip_applications),),
        twice=True,
    ),
    Request(
        id="sapi/v1/loan/vip/collateral/account",
        route=get("sapi/v1/loan/vip/collateral/account"),
        ccxt_method="sapiGetLoanVipCollateralAccount",
        limit=sapi_ip(6000),
        purpose="accounts that stand in for a VIP loan; heavy, so only VIPs are asked about",
        source=service_page(_VIP, "user-information#check-viploan-collateral-account"),
        row=VipCollateral,
        rows_at="rows",
        total_at="total",
        feeds=(Feed(Area.LOANS_VIP, loans.vip_collateral),),
        applies=_of_a_vip,
    ),
)
