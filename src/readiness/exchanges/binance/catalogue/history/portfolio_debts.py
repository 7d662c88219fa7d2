"""What portfolio margin charged for shortfalls, and loans after a bankruptcy."""

from typing import Final

from readiness.exchanges.binance.catalogue.history.shared import OPENED, PAGE, PAGES, SPAN, spans
from readiness.exchanges.binance.catalogue.pages import portfolio_page, portfolio_pro_page
from readiness.exchanges.binance.catalogue.source import get, portfolio_margin, sapi_ip
from readiness.exchanges.history import HistoryKind, HistoryList
from readiness.exchanges.paging import Capped

_PAGE: Final = Capped(100, "size")

PORTFOLIO_DEBTS: Final = (
    HistoryList(
        id="papi/v1/portfolio/interest-history",
        kind=HistoryKind.BILLS,
        route=get("papi/v1/portfolio/interest-history", *SPAN, "size"),
        ccxt_method="papiGetPortfolioInterestHistory",
        limit=portfolio_margin(50),
        purpose="interest for shortfalls in portfolio margin",
        source=portfolio_page("account#query-portfolio-margin-negative-balance-interest-history"),
        identity=(),
        time="interestAccuredTime",
        paging=_PAGE,
        spans=spans(30),
        reach=OPENED,
    ),
    HistoryList(
        id="papi/v1/portfolio/negative-balance-exchange-record",
        kind=HistoryKind.CONVERTS,
        route=get("papi/v1/portfolio/negative-balance-exchange-record", *SPAN),
        ccxt_method="",
        limit=portfolio_margin(100),
        purpose="shortfalls in portfolio margin that were exchanged",
        source=portfolio_page("account#query-user-negative-balance-auto-exchange-record"),
        identity=(),
        time="startTime",
        rows_at="rows",
        total_at="total",
        spans=spans(89),
        reach=OPENED,
    ),
    HistoryList(
        id="sapi/v1/portfolio/interest-history",
        kind=HistoryKind.BILLS,
        route=get("sapi/v1/portfolio/interest-history", *SPAN, "size"),
        ccxt_method="sapiGetPortfolioInterestHistory",
        limit=sapi_ip(50),
        purpose="interest for shortfalls in portfolio margin Pro",
        source=portfolio_pro_page(
            "account#query-portfolio-margin-pro-negative-balance-interest-history"
        ),
        identity=(),
        time="interestAccruedTime",
        paging=_PAGE,
        spans=spans(30),
        reach=OPENED,
    ),
    HistoryList(
        id="sapi/v1/portfolio/pmloan-history",
        kind=HistoryKind.LOANS,
        route=get("sapi/v1/portfolio/pmloan-history", *SPAN, *PAGE),
        ccxt_method="sapiGetPortfolioPmloanHistory",
        limit=sapi_ip(500),
        purpose="repayments of a loan after a bankruptcy",
        source=portfolio_pro_page(
            "account#query-portfolio-margin-pro-bankruptcy-loan-repay-history"
        ),
        identity=(),
        time="repayTime",
        rows_at="rows",
        total_at="total",
        paging=PAGES,
        spans=spans(360),
        reach=OPENED,
    ),
)
