"""Borrowed money, beyond what the trading wallet shows."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.source import (
    CURSOR,
    UNPUBLISHED,
    documented,
    get,
    pages,
    per_user,
)
from readiness.exchanges.bybit.collectors import loans
from readiness.exchanges.bybit.wire.loans import (
    BorrowOrder,
    FixedLoan,
    FlexibleLoan,
    InstitutionalLoan,
    LegacyLoan,
    LoanPosition,
)
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.paging import Capped, One

_LISTED: Final = ("limit", CURSOR)
_MARGIN_FIXED: Final = "spot-margin-trade/fixedborrow-contract-info"
_LOAN_FIXED: Final = "crypto-loan-fixed/borrow-contract-info"

LOANS: Final = (
    Request(
        id=_MARGIN_FIXED,
        route=get(_MARGIN_FIXED, *_LISTED),
        ccxt_method="privateGetV5SpotMarginTradeFixedborrowContractInfo",
        limit=per_user(5),
        purpose="what the unified account borrows at a fixed rate",
        source=documented("spot-margin-uta/fixedborrow-contract-info"),
        row=FixedLoan,
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        # The wallet tells of these debts as well, with all others.
        feeds=(Feed(Area.LOANS_MARGIN, loans.fixed(_MARGIN_FIXED)),),
    ),
    Request(
        id="spot-margin-trade/fixedborrow-order-info",
        route=get("spot-margin-trade/fixedborrow-order-info", *_LISTED),
        ccxt_method="privateGetV5SpotMarginTradeFixedborrowOrderInfo",
        limit=UNPUBLISHED,
        purpose="offers to borrow for the unified account that somebody may still take",
        source=documented("spot-margin-uta/fixedborrow-order-info"),
        row=BorrowOrder,
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        feeds=(Feed(Area.LOANS_MARGIN, loans.borrow_orders),),
    ),
    Request(
        id="crypto-loan-common/position",
        route=get("crypto-loan-common/position"),
        ccxt_method="privateGetV5CryptoLoanCommonPosition",
        limit=per_user(5),
        purpose="all crypto loans together, with their collateral and what is lent out",
        source=documented("new-crypto-loan/crypto-loan-position"),
        row=LoanPosition,
        permission="Spot.SpotTrade (read-only)",
        paging=One(),
        feeds=(
            Feed(Area.LOANS_FLEXIBLE, loans.flexible_position),
            Feed(Area.LOANS_FIXED, loans.fixed_position),
            Feed(Area.ACCOUNT_TOTALS, loans.supplied),
        ),
    ),
    Request(
        id="crypto-loan-flexible/ongoing-coin",
        route=get("crypto-loan-flexible/ongoing-coin"),
        ccxt_method="privateGetV5CryptoLoanFlexibleOngoingCoin",
        limit=per_user(5),
        purpose="flexible loans that run",
        source=documented("new-crypto-loan/flexible/unpaid-loan-order"),
        row=FlexibleLoan,
        permission="Spot.SpotTrade (read-only)",
        rows_at="list",
        feeds=(Feed(Area.LOANS_FLEXIBLE, loans.flexible),),
    ),
    Request(
        id=_LOAN_FIXED,
        route=get(_LOAN_FIXED, *_LISTED),
        ccxt_method="privateGetV5CryptoLoanFixedBorrowContractInfo",
        limit=per_user(5),
        purpose="loans at a fixed rate that are not repaid",
        source=documented("new-crypto-loan/fixed/borrow-contract"),
        row=FixedLoan,
        permission="Spot.SpotTrade (read-only)",
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        feeds=(Feed(Area.LOANS_FIXED, loans.fixed(_LOAN_FIXED)),),
    ),
    Request(
        id="crypto-loan-fixed/borrow-order-info",
        route=get("crypto-loan-fixed/borrow-order-info", *_LISTED),
        ccxt_method="privateGetV5CryptoLoanFixedBorrowOrderInfo",
        limit=per_user(5),
        purpose="offers to borrow at a fixed rate that somebody may still take",
        source=documented("new-crypto-loan/fixed/borrow-order"),
        row=BorrowOrder,
        permission="Spot.SpotTrade (read-only)",
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        feeds=(Feed(Area.LOANS_FIXED, loans.borrow_orders),),
    ),
    Request(
        id="crypto-loan/ongoing-orders",
        route=get("crypto-loan/ongoing-orders", *_LISTED),
        ccxt_method="privateGetV5CryptoLoanOngoingOrders",
        limit=per_user(5),
        purpose="loans of the old kind that run, with their collateral",
        source=documented("crypto-loan/unpaid-loan-order"),
        row=LegacyLoan,
        permission="Spot.SpotTrade (read-only)",
        rows_at="list",
        paging=pages(100, ends=("", "0")),
        feeds=(
            Feed(Area.LOANS_FLEXIBLE, loans.legacy_flexible),
            Feed(Area.LOANS_FIXED, loans.legacy_fixed),
        ),
    ),
    Request(
        id="ins-loan/loan-order",
        route=get("ins-loan/loan-order", "limit"),
        ccxt_method="privateGetV5InsLoanLoanOrder",
        limit=per_user(20),
        purpose="loans of institutions that are not paid off",
        source=documented("otc/loan-info"),
        row=InstitutionalLoan,
        rows_at="loanInfo",
        paging=Capped(100),
        feeds=(Feed(Area.LOANS_INSTITUTIONAL, loans.institutional),),
    ),
)
