"""Loans to institutions; margin debts are shown with the margin wallets."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.kucoin.catalogue.source import documented, get, management
from readiness.exchanges.kucoin.collectors import loans
from readiness.exchanges.kucoin.wire.loans import InstitutionalLoan, LoanParticipant
from readiness.exchanges.paging import One

LOANS: Final = (
    Request(
        id="api/v1/otc-loan/loan",
        route=get("api/v1/otc-loan/loan"),
        ccxt_method="earnGetOtcLoanLoan",
        limit=management(5),
        purpose="a loan to an institution, and what stands in for it",
        source=documented(3470277),
        row=InstitutionalLoan,
        permission="Spot",
        paging=One(),
        feeds=(Feed(Area.LOANS_INSTITUTIONAL, loans.institutional),),
    ),
    Request(
        id="api/v1/otc-loan/accounts",
        route=get("api/v1/otc-loan/accounts"),
        ccxt_method="earnGetOtcLoanAccounts",
        limit=management(20),
        purpose="accounts that stand in for such a loan",
        source=documented(3470278),
        row=LoanParticipant,
        permission="Spot",
        feeds=(Feed(Area.LOANS_INSTITUTIONAL, loans.participants),),
    ),
)
