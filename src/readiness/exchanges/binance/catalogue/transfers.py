"""Deposits and withdrawals, fiat money, P2P and conversions.

A list is asked for whole, span by span, and never by state: so states that nobody
documents yet are seen as well.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.exchanging import EXCHANGING
from readiness.exchanges.binance.catalogue.pages import wallet_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.binance.collectors import transfers
from readiness.exchanges.binance.wire.transfers import (
    DepositRow,
    LocalDeposit,
    LocalDepositV2,
    LocalWithdrawal,
    WithdrawalRow,
)
from readiness.exchanges.catalogue import Asked, Feed, Request
from readiness.exchanges.paging import Numbered, Windows

_PAGES: Final = Numbered("offset", "limit", 1000, first=0, step=1000)
_PARAMETERS: Final = ("startTime", "endTime", "offset", "limit")
_YEAR: Final = Windows("startTime", "endTime", 90, count=4)
_DEPOSITS: Final = get("sapi/v1/capital/deposit/hisrec", *_PARAMETERS)
_WITHDRAWALS: Final = get("sapi/v1/capital/withdraw/history", *_PARAMETERS)

TRANSFERS: Final = (
    Request(
        id="sapi/v1/capital/deposit/hisrec",
        route=_DEPOSITS,
        ccxt_method="sapiGetCapitalDepositHisrec",
        limit=sapi_ip(1),
        purpose="deposits of a year that have not ended",
        source=wallet_page("capital#deposit-history"),
        row=DepositRow,
        paging=_PAGES,
        windows=_YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id="sapi/v1/capital/withdraw/history",
        route=_WITHDRAWALS,
        ccxt_method="sapiGetCapitalWithdrawHistory",
        limit=sapi_uid(18_000),
        purpose="withdrawals of a year that have not ended",
        source=wallet_page("capital#withdraw-history"),
        row=WithdrawalRow,
        paging=_PAGES,
        windows=_YEAR,
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
    ),
    Request(
        id="sapi/v1/localentity/deposit/history",
        route=get("sapi/v1/localentity/deposit/history", *_PARAMETERS),
        ccxt_method="",
        limit=sapi_ip(1),
        purpose="deposits that wait for what the travel rule asks",
        source=wallet_page("travel-rule#deposit-history-travel-rule"),
        row=LocalDeposit,
        paging=_PAGES,
        windows=_YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.local_deposits),),
    ),
    Request(
        id="sapi/v2/localentity/deposit/history",
        route=get("sapi/v2/localentity/deposit/history", *_PARAMETERS),
        ccxt_method="",
        limit=sapi_ip(1),
        purpose="the same, where the second version of the travel rule requests applies",
        source=wallet_page("travel-rule#deposit-history-v2"),
        row=LocalDepositV2,
        paging=_PAGES,
        windows=_YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.local_deposits_v2),),
    ),
    *(
        Request(
            id=f"sapi/{version}/localentity/withdraw/history",
            route=get(f"sapi/{version}/localentity/withdraw/history", *_PARAMETERS),
            ccxt_method="",
            limit=sapi_ip(1),
            purpose=f"withdrawals that wait for what the travel rule asks ({version})",
            source=wallet_page(f"travel-rule#withdraw-history-{version}"),
            row=LocalWithdrawal,
            paging=_PAGES,
            windows=_YEAR,
            feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.local_withdrawals),),
        )
        for version in ("v1", "v2")
    ),
    *EXCHANGING,
    Request(
        id="sapi/v1/capital/deposit/hisrec:since",
        route=_DEPOSITS,
        ccxt_method="sapiGetCapitalDepositHisrec",
        limit=sapi_ip(1),
        purpose="deposits since the scan began",
        source=wallet_page("capital#deposit-history"),
        row=DepositRow,
        asked=Asked.MOVEMENT,
        paging=_PAGES,
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.deposited),),
    ),
    Request(
        id="sapi/v1/capital/withdraw/history:since",
        route=_WITHDRAWALS,
        ccxt_method="sapiGetCapitalWithdrawHistory",
        limit=sapi_uid(18_000),
        purpose="withdrawals since the scan began",
        source=wallet_page("capital#withdraw-history"),
        row=WithdrawalRow,
        asked=Asked.MOVEMENT,
        paging=_PAGES,
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.withdrawn),),
    ),
)
