"""Deposits and withdrawals of every kind of asset, and the ledger since the scan began."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Feed, Request, nothing_left
from readiness.exchanges.kraken.catalogue.source import documented, part_of_time, points, post
from readiness.exchanges.kraken.collectors import transfers
from readiness.exchanges.kraken.wire.transfers import FundingStatus, LedgerEntry
from readiness.exchanges.paging import Newest, Tokens

_LEDGER: Final = "query-ledger"
# Without `aclass` only currencies are listed.
_CLASSES: Final = by("aclass", "currency", "tokenized_asset")
_PAGES: Final = Tokens("cursor", "next_cursor", first="true", absent_ends=True)
_NEWEST: Final = Newest(50, size_parameter="")


TRANSFERS: Final = (
    Request(
        id="DepositStatus",
        route=post("DepositStatus", "aclass", "cursor"),
        ccxt_method="privatePostDepositStatus",
        limit=points(),
        purpose="deposits that have not ended, old stuck ones too",
        source=documented("funding/get-status-of-recent-deposits"),
        row=FundingStatus,
        calls=_CLASSES,
        paging=_PAGES,
        # The reference shows the list without pages only; clients know both names.
        rows_at="deposits|deposit",
        permission="query-funds",
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
        limited=part_of_time,
    ),
    Request(
        id="WithdrawStatus",
        route=post("WithdrawStatus", "aclass", "cursor"),
        ccxt_method="privatePostWithdrawStatus",
        limit=points(),
        purpose="withdrawals that have not ended, old stuck ones too",
        source=documented("funding/get-status-of-recent-withdrawals"),
        row=FundingStatus,
        calls=_CLASSES,
        paging=_PAGES,
        rows_at="withdrawals|withdrawal",
        permission=_LEDGER,
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
        limited=part_of_time,
    ),
    Request(
        id="Ledgers",
        route=post("Ledgers"),
        ccxt_method="privatePostLedgers",
        limit=points(2),
        purpose="whether the key sees the ledger, in which a movement would be told",
        source=documented("account-data/get-ledgers-info"),
        row=LedgerEntry,
        rows_at="ledger",
        keyed="id",
        paging=_NEWEST,
        permission=_LEDGER,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, nothing_left),),
        limited=part_of_time,
    ),
    Request(
        id="Ledgers:since",
        route=post("Ledgers", "start"),
        ccxt_method="privatePostLedgers",
        limit=points(2),
        purpose="whether anything has moved since the scan began",
        source=documented("account-data/get-ledgers-info"),
        row=LedgerEntry,
        rows_at="ledger",
        keyed="id",
        asked=Asked.MOVEMENT,
        paging=_NEWEST,
        since="start",
        since_unit=1000,
        permission=_LEDGER,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.movements),),
        limited=part_of_time,
    ),
)
