"""Deposits and withdrawals: the newest page, and every open state back to the beginning.

The newest page shows states that nobody documents yet; the calls by state find an
item that has been stuck for years.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Call, CursorKind, Feed, Newest, Pages, Request
from readiness.exchanges.okx.catalogue.source import by, documented, get, per_user
from readiness.exchanges.okx.collectors import transfers
from readiness.exchanges.okx.wire.transfers import DepositRow, WithdrawalRow

_NEWEST: Final = Call(paging=Newest(100))

TRANSFERS: Final = (
    Request(
        id="asset/deposit-history",
        route=get("asset/deposit-history", "state", "after", "limit"),
        ccxt_method="privateGetAssetDepositHistory",
        limit=per_user(6, 1),
        purpose="deposits that have not ended, old stuck ones too",
        source=documented("funding-account-rest-api-get-deposit-history"),
        row=DepositRow,
        calls=(_NEWEST, *by("state", *transfers.DEPOSIT_STAGES)),
        paging=Pages("after", "ts", CursorKind.TIME),
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id="asset/withdrawal-history",
        route=get("asset/withdrawal-history", "state", "after", "limit"),
        ccxt_method="privateGetAssetWithdrawalHistory",
        limit=per_user(6, 1),
        purpose="withdrawals that have not ended, old stuck ones too",
        source=documented("funding-account-rest-api-get-withdrawal-history"),
        row=WithdrawalRow,
        calls=(_NEWEST, *by("state", *transfers.WITHDRAWAL_STAGES)),
        paging=Pages("after", "ts", CursorKind.TIME),
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
    ),
)
