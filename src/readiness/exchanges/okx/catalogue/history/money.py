"""Money in and out, and conversions."""

from typing import Final

from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.modes import MARGIN_MODES, SPOT, in_mode
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.paging import CursorKind, Pages

_BY_TIME: Final = Pages("after", "ts", CursorKind.TIME)
# Fiat cursors run the other way: `before` is the end of the window, and inclusive.
_FIAT_WINDOW: Final = Pages("before", "cTime", CursorKind.TIME)
_WEEK: Final = LastDays(7)

MONEY: Final = (
    HistoryList(
        id="asset/deposit-history",
        kind=HistoryKind.DEPOSITS,
        route=get("asset/deposit-history", "after", "limit"),
        ccxt_method="privateGetAssetDepositHistory",
        limit=per_user(6, 1),
        purpose="crypto deposits",
        source=documented("funding-account-rest-api-get-deposit-history"),
        identity=("depId",),
        time="ts",
        paging=_BY_TIME,
    ),
    HistoryList(
        id="asset/withdrawal-history",
        kind=HistoryKind.WITHDRAWALS,
        route=get("asset/withdrawal-history", "after", "limit"),
        ccxt_method="privateGetAssetWithdrawalHistory",
        limit=per_user(6, 1),
        purpose="crypto withdrawals",
        source=documented("funding-account-rest-api-get-withdrawal-history"),
        identity=("wdId",),
        time="ts",
        paging=_BY_TIME,
    ),
    *(
        HistoryList(
            id=f"fiat/{direction}-order-history",
            kind=HistoryKind.FIAT,
            route=get(f"fiat/{direction}-order-history", "before", "limit"),
            ccxt_method=f"privateGetFiat{direction.title()}OrderHistory",
            limit=per_user(3, 1),
            purpose=f"fiat {direction}s",
            source=documented(f"funding-account-rest-api-get-fiat-{direction}-order-history"),
            identity=("ordId",),
            time="cTime",
            paging=_FIAT_WINDOW,
        )
        for direction in ("deposit", "withdrawal")
    ),
    HistoryList(
        id="fiat/buy-sell/history",
        kind=HistoryKind.FIAT,
        route=get("fiat/buy-sell/history", "end", "limit"),
        ccxt_method="privateGetFiatBuySellHistory",
        limit=per_user(6, 1),
        purpose="purchases and sales for fiat money",
        source=documented("funding-account-rest-api-get-buy-sell-trade-history"),
        identity=("ordId",),
        time="cTime",
        paging=Pages("end", "cTime", CursorKind.TIME),
        elsewhere=words.FIAT,
        for_few=True,  # the reference names institutions of one country
    ),
    HistoryList(
        id="asset/convert/history",
        kind=HistoryKind.CONVERTS,
        route=get("asset/convert/history", "after", "limit"),
        ccxt_method="privateGetAssetConvertHistory",
        limit=per_user(6, 1),
        purpose="conversions",
        source=documented("funding-account-rest-api-get-convert-history"),
        identity=("tradeId",),
        time="ts",
        paging=_BY_TIME,
    ),
    HistoryList(
        id="trade/easy-convert-history",
        kind=HistoryKind.CONVERTS,
        route=get("trade/easy-convert-history", "after", "limit"),
        ccxt_method="privateGetTradeEasyConvertHistory",
        limit=per_user(1),
        purpose="conversions of dust",
        source=documented("order-book-trading-trade-get-easy-convert-history"),
        identity=(),
        time="uTime",
        paging=Pages("after", "uTime", CursorKind.TIME),
        reach=_WEEK,
        elsewhere=words.BILLS,
    ),
    HistoryList(
        id="trade/one-click-repay-history",
        kind=HistoryKind.CONVERTS,
        route=get("trade/one-click-repay-history", "after", "limit"),
        ccxt_method="privateGetTradeOneClickRepayHistory",
        limit=per_user(1),
        purpose="one-click repayments in margin modes",
        source=documented("order-book-trading-trade-get-one-click-repay-history"),
        identity=(),
        time="uTime",
        paging=Pages("after", "uTime", CursorKind.TIME),
        reach=_WEEK,
        elsewhere=words.BILLS,
        applies=in_mode(*MARGIN_MODES),
    ),
    HistoryList(
        id="trade/one-click-repay-history-v2",
        kind=HistoryKind.CONVERTS,
        route=get("trade/one-click-repay-history-v2", "after", "limit"),
        ccxt_method="privateGetTradeOneClickRepayHistoryV2",
        limit=per_user(1),
        purpose="one-click repayments in Spot mode",
        source=documented("order-book-trading-trade-get-one-click-repay-history-new"),
        identity=(),
        time="ts",
        paging=_BY_TIME,
        reach=_WEEK,
        elsewhere=words.BILLS,
        applies=in_mode(SPOT),
    ),
)
