"""Deposits, withdrawals and transfers, and what has moved since the scan began.

A list is asked for whole, span by span, and never by state: so states that nobody
documents yet are seen as well.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.source import (
    CURSOR,
    documented,
    get,
    pages,
    per_minute,
    per_user,
)
from readiness.exchanges.bybit.collectors import transfers
from readiness.exchanges.bybit.wire.transfers import (
    Deposit,
    FundingLog,
    InternalDeposit,
    TradingLog,
    TransferRow,
    Withdrawal,
)
from readiness.exchanges.catalogue import Asked, Call, Feed, Request
from readiness.exchanges.paging import Newest, Windows

SPAN: Final = ("startTime", "endTime", "limit", CURSOR)
YEAR: Final = Windows("startTime", "endTime", 29, count=13)
"""Somewhat more than a year. A span has to be shorter than 30 days, counted in seconds."""
WEEK: Final = Windows("startTime", "endTime", 7)
"""As far as one question reaches, where a week is enough."""
_FOUR_WEEKS: Final = Windows("startTime", "endTime", 7, count=4)
"""A transfer between own accounts takes seconds, and one that is stuck stays longer than a week.

A fifth would make every scan wait: five requests in a second may be sent, `:since` with them.
"""
_NEWEST: Final = Newest(50)

TRANSFERS: Final = (
    Request(
        id="asset/deposit/query-record",
        route=get("asset/deposit/query-record", *SPAN),
        ccxt_method="privateGetV5AssetDepositQueryRecord",
        limit=per_minute(100),
        purpose="deposits of a year that have not ended",
        source=documented("asset/deposit/deposit-record"),
        row=Deposit,
        rows_at="rows",
        paging=pages(50),
        windows=YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.deposits),),
    ),
    Request(
        id="asset/deposit/query-internal-record",
        route=get("asset/deposit/query-internal-record", *SPAN),
        ccxt_method="privateGetV5AssetDepositQueryInternalRecord",
        limit=per_user(300),
        purpose="deposits of a year from other accounts of Bybit that have not ended",
        source=documented("asset/deposit/internal-deposit-record"),
        row=InternalDeposit,
        rows_at="rows",
        paging=pages(50),
        windows=YEAR,
        feeds=(Feed(Area.TRANSFERS_DEPOSITS, transfers.internal_deposits),),
    ),
    Request(
        id="asset/withdraw/query-record",
        route=get("asset/withdraw/query-record", "withdrawType", *SPAN),
        ccxt_method="privateGetV5AssetWithdrawQueryRecord",
        limit=per_minute(300),
        purpose="withdrawals of a year that have not ended, on chain and off",
        source=documented("asset/withdraw/withdraw-record"),
        row=Withdrawal,
        asked=Asked.MAIN_ONLY,
        rows_at="rows",
        calls=(Call({"withdrawType": "2"}),),
        paging=pages(50),
        windows=YEAR,
        feeds=(Feed(Area.TRANSFERS_WITHDRAWALS, transfers.withdrawals),),
        begun=transfers.withdrawn,
    ),
    Request(
        id="asset/transfer/query-inter-transfer-list",
        route=get("asset/transfer/query-inter-transfer-list", *SPAN),
        ccxt_method="privateGetV5AssetTransferQueryInterTransferList",
        limit=per_minute(60),
        purpose="transfers of four weeks between own wallets that have not arrived",
        source=documented("asset/transfer/inter-transfer-list"),
        row=TransferRow,
        rows_at="list",
        paging=pages(50),
        windows=_FOUR_WEEKS,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.transfers),),
        begun=transfers.transferred,
    ),
    Request(
        id="asset/transfer/query-universal-transfer-list",
        route=get("asset/transfer/query-universal-transfer-list", *SPAN),
        ccxt_method="privateGetV5AssetTransferQueryUniversalTransferList",
        limit=per_user(5),
        purpose="transfers of four weeks to and from sub-accounts that have not arrived",
        source=documented("asset/transfer/unitransfer-list"),
        row=TransferRow,
        permission="Wallet.SubMemberTransfer (read-only)",
        asked=Asked.MAIN_ONLY,
        rows_at="list",
        paging=pages(50),
        windows=_FOUR_WEEKS,
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.transfers),),
    ),
    Request(
        id="asset/transfer/query-universal-transfer-list:since",
        route=get("asset/transfer/query-universal-transfer-list", "startTime", "limit"),
        ccxt_method="privateGetV5AssetTransferQueryUniversalTransferList",
        limit=per_user(5),
        purpose="transfers to and from sub-accounts since the scan began",
        source=documented("asset/transfer/unitransfer-list"),
        row=TransferRow,
        permission="Wallet.SubMemberTransfer (read-only)",
        asked=Asked.MAIN_MOVEMENT,
        rows_at="list",
        paging=_NEWEST,
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.transferred),),
    ),
    Request(
        id="account/transaction-log",
        route=get("account/transaction-log", "accountType", "startTime", "limit"),
        ccxt_method="privateGetV5AccountTransactionLog",
        limit=per_user(25),
        purpose="movements of the unified account since the scan began",
        source=documented("account/transaction-log"),
        row=TradingLog,
        asked=Asked.MOVEMENT,
        rows_at="list",
        calls=(Call({"accountType": "UNIFIED"}),),
        paging=_NEWEST,
        since="startTime",
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.traded),),
    ),
    Request(
        id="asset/fundinghistory",
        route=get("asset/fundinghistory", "limit"),
        ccxt_method="privateGetV5AssetFundinghistory",
        limit=per_user(30),
        purpose="movements of the funding account since the scan began",
        source=documented("asset/fund-history"),
        row=FundingLog,
        asked=Asked.MOVEMENT,
        rows_at="list",
        paging=Newest(100),
        feeds=(Feed(Area.TRANSFERS_INTERNAL, transfers.funded),),
    ),
)
