"""Portfolio margin (``/papi``), and portfolio margin Pro (``/sapi/v*/portfolio``).

Portfolio margin is asked about unless the account's own flag says that it was never
opened; Pro says so itself.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import portfolio_page, portfolio_pro_page
from readiness.exchanges.binance.catalogue.portfolio_margin_orders import (
    PORTFOLIO_MARGIN_ORDERS,
)
from readiness.exchanges.binance.catalogue.source import (
    get,
    portfolio_margin,
    sapi_ip,
    sapi_uid,
)
from readiness.exchanges.binance.collectors import futures
from readiness.exchanges.binance.collectors import portfolio_margin as collectors
from readiness.exchanges.binance.wire.futures import FuturesPosition
from readiness.exchanges.binance.wire.portfolio_margin import (
    BankruptcyLoan,
    PortfolioAccount,
    PortfolioBalance,
    PortfolioFuturesAccount,
    PortfolioLoan,
)
from readiness.exchanges.catalogue import Feed, Loop, Request
from readiness.exchanges.paging import Numbered, One, Windows

_BALANCE_ID: Final = "papi/v1/balance"
_PRO_BALANCE_ID: Final = "sapi/v1/portfolio/balance"
_FUTURES: Final = (
    Request(
        id="papi/v2/um/account",
        route=get("papi/v2/um/account"),
        ccxt_method="papiV2GetUmAccount",
        limit=portfolio_margin(5),
        purpose="portfolio margin: USDⓈ-M wallet and positions",
        source=portfolio_page("account#get-um-account-detail-v2"),
        row=PortfolioFuturesAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.um_wallet),
            Feed(Area.POSITIONS_PORTFOLIO_MARGIN, collectors.account_positions),
        ),
        twice=True,
    ),
    Request(
        id="papi/v1/cm/account",
        route=get("papi/v1/cm/account"),
        ccxt_method="papiGetCmAccount",
        limit=portfolio_margin(5),
        purpose="portfolio margin: COIN-M wallet and positions",
        source=portfolio_page("account#get-cm-account-detail"),
        row=PortfolioFuturesAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.cm_wallet),
            Feed(Area.POSITIONS_PORTFOLIO_MARGIN, collectors.account_positions),
        ),
        twice=True,
    ),
    Request(
        id="papi/v1/um/positionRisk",
        route=get("papi/v1/um/positionRisk"),
        ccxt_method="papiGetUmPositionRisk",
        limit=portfolio_margin(5),
        purpose="portfolio margin: USDⓈ-M positions",
        source=portfolio_page("account#query-um-position-information"),
        row=FuturesPosition,
        feeds=(Feed(Area.POSITIONS_PORTFOLIO_MARGIN, futures.positions),),
        twice=True,
    ),
    Request(
        id="papi/v1/cm/positionRisk",
        route=get("papi/v1/cm/positionRisk"),
        ccxt_method="papiGetCmPositionRisk",
        limit=portfolio_margin(1),
        purpose="portfolio margin: COIN-M positions",
        source=portfolio_page("account#query-cm-position-information"),
        row=FuturesPosition,
        feeds=(Feed(Area.POSITIONS_PORTFOLIO_MARGIN, futures.positions),),
        twice=True,
    ),
)

_WALLET: Final = (
    Request(
        id=_BALANCE_ID,
        route=get(_BALANCE_ID),
        ccxt_method="papiGetBalance",
        limit=portfolio_margin(20),
        purpose="portfolio margin: wallet, and what is borrowed or missing",
        source=portfolio_page("account#account-balance"),
        row=PortfolioBalance,
        feeds=(Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.balances(_BALANCE_ID)),),
        twice=True,
    ),
    Request(
        id="papi/v1/account",
        route=get("papi/v1/account"),
        ccxt_method="papiGetAccount",
        limit=portfolio_margin(20),
        purpose="portfolio margin: a call for margin, or a liquidation",
        source=portfolio_page("account#account-information"),
        row=PortfolioAccount,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, collectors.status),),
    ),
    Request(
        id="papi/v1/margin/marginLoan",
        route=get("papi/v1/margin/marginLoan", "asset", "startTime", "endTime", "current", "size"),
        ccxt_method="papiGetMarginMarginLoan",
        limit=portfolio_margin(10),
        purpose="portfolio margin: borrowings that have not ended, in each asset that is owed",
        source=portfolio_page("account#query-margin-loan-record"),
        row=PortfolioLoan,
        paging=Numbered("current", "size", 100),
        rows_at="rows",
        total_at="total",
        windows=Windows("startTime", "endTime", 30),
        loop=Loop(_BALANCE_ID, "asset", collectors.in_debt),
        feeds=(Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.loans),),
    ),
)

_PRO: Final = (
    Request(
        id=_PRO_BALANCE_ID,
        route=get(_PRO_BALANCE_ID),
        ccxt_method="sapiGetPortfolioBalance",
        limit=sapi_ip(20),
        purpose="portfolio margin Pro: wallet, and what is borrowed or missing",
        source=portfolio_pro_page("account#get-portfolio-margin-pro-account-balance"),
        row=PortfolioBalance,
        feeds=(Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.balances(_PRO_BALANCE_ID)),),
        twice=True,
    ),
    Request(
        id="sapi/v1/portfolio/account",
        route=get("sapi/v1/portfolio/account"),
        ccxt_method="sapiGetPortfolioAccount",
        limit=sapi_uid(5),
        purpose="portfolio margin Pro: a call for margin, or a liquidation",
        source=portfolio_pro_page("account#get-portfolio-margin-pro-account-info"),
        row=PortfolioAccount,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, collectors.status),),
    ),
    Request(
        id="sapi/v2/portfolio/account",
        route=get("sapi/v2/portfolio/account"),
        ccxt_method="sapiV2GetPortfolioAccount",
        limit=sapi_ip(5),
        purpose="portfolio margin Pro by SPAN: a call for margin, or a liquidation",
        source=portfolio_pro_page("account#get-portfolio-margin-pro-span-account-info"),
        row=PortfolioAccount,
        paging=One(),
        feeds=(Feed(Area.ACCOUNT_RESTRICTIONS, collectors.status),),
    ),
    Request(
        id="sapi/v1/portfolio/pmLoan",
        route=get("sapi/v1/portfolio/pmLoan"),
        ccxt_method="sapiGetPortfolioPmLoan",
        limit=sapi_uid(500),
        purpose="portfolio margin: what a bankruptcy left unpaid",
        source=portfolio_pro_page("account#query-portfolio-margin-pro-bankruptcy-loan-amount"),
        row=BankruptcyLoan,
        paging=One(),
        feeds=(Feed(Area.WALLET_PORTFOLIO_MARGIN, collectors.bankruptcy_loans),),
        twice=True,
    ),
)

PORTFOLIO_MARGIN: Final = (*_FUTURES, *_WALLET, *PORTFOLIO_MARGIN_ORDERS, *_PRO)
