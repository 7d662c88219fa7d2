"""The places of every exchange that the simulator offers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from tests.exchanges.embedded import Account
from tests.fuzz.terrain import Entry, Terrain, both_ways, dated
from tests.matrix.binance_rig import BINANCE
from tests.matrix.bybit_rig import BYBIT
from tests.matrix.cases import Arrange
from tests.matrix.kraken_futures_rig import KRAKEN_FUTURES
from tests.matrix.kraken_rig import KRAKEN
from tests.matrix.kucoin_rig import KUCOIN
from tests.matrix.okx_rig import OKX

from readiness.simulator import (
    binance_rows,
    bybit_rows,
    kraken_futures_rows,
    kraken_rows,
    kucoin_rows,
    rows,
)

SUB: Final = "grid01"
OTHER: Final = "grid02"


def put(path: str, *entries: Any) -> Arrange:
    return lambda account: account.put(path, *entries)


def both(*arrangements: Arrange) -> Arrange:
    """Several things that belong together."""

    def arrange(account: Account) -> None:
        for one in arrangements:
            one(account)

    return arrange


def with_sub(account: Account) -> None:
    account.sub_account(SUB)


def with_subs(account: Account) -> None:
    account.sub_account(SUB)
    account.sub_account(OTHER)


def in_sub(arrange: Arrange, name: str = SUB) -> Arrange:
    return lambda account: arrange(account.subs[name])


# -- OKX: bills of the funding and of the trading account tell of all that enters or leaves them.
# What moves within a sub-account leaves no trace for the main account's key: see its page --------

_OKX_FUNDING: Final = dated("asset/bills", rows.funding_bill, "ts")
_OKX_TRADING: Final = dated("account/bills", rows.trading_bill, "ts")
_OKX_SUB: Final = dated("asset/subaccount/bills", rows.sub_account_bill, "ts")
_ETH: Final = "finance/staking-defi/eth/balance"

ON_OKX: Final = Terrain(
    rig=OKX,
    prepare=with_sub,
    places={
        "funding": lambda a: a.funding("USDT", "5"),
        "trading": lambda a: a.trading("USDT", "5"),
        "order": both(
            lambda a: a.trading("USDT", "5", orders="5"),
            put("trade/orders-pending", rows.order()),
        ),
        "bot": both(
            lambda a: a.trading("USDT", "0", bots="5"),
            put("tradingBot/grid/orders-algo-pending", rows.grid_bot()),
        ),
        "savings": put(
            "finance/savings/balance", rows.savings(amt="5", loanAmt="5", pendingAmt="0")
        ),
        "staked": put(_ETH, rows.eth_staking(amt="5")),
        "dual": put("finance/sfp/dcd/order-history", rows.dual_investment(notionalSz="5")),
        "sub": in_sub(lambda a: a.funding("USDT", "5")),
        "debt": lambda a: a.trading("ETH", "-1", liab="1"),
    },
    ways={
        **both_ways("funding", "trading", _OKX_FUNDING, _OKX_TRADING),
        **both_ways("trading", "order"),
        **both_ways("trading", "bot"),
        **both_ways("funding", "savings", _OKX_FUNDING),
        **both_ways("funding", "staked", _OKX_FUNDING),
        **both_ways("funding", "dual", _OKX_FUNDING),
        **both_ways("funding", "sub", _OKX_FUNDING, _OKX_SUB),
        **both_ways("trading", "sub", _OKX_TRADING, _OKX_SUB),
    },
    entrances={"funding": (_OKX_FUNDING,)},
    loans={("debt", "trading"): ((_OKX_TRADING,), (_OKX_TRADING,))},
)

# -- Binance: transfers between wallets are listed pair by pair, redemptions of Earn as well; what
# is subscribed, ordered or given to a bot is written nowhere that is asked ------------------------

_TRANSFER: Final = "sapi/v1/asset/transfer"
_FLEXIBLE: Final = "sapi/v1/simple-earn/flexible/position"
_REDEEMED: Final = "sapi/v1/simple-earn/flexible/history/redemptionRecord"
_LOCKED: Final = "sapi/v1/simple-earn/locked/position"
_UNLOCKED: Final = "sapi/v1/simple-earn/locked/history/redemptionRecord"
_BORROWED: Final = "sapi/v2/loan/flexible/ongoing/orders"
_REPAID: Final = "sapi/v2/loan/flexible/repay/history"


def _transferred(source: str, target: str) -> Entry:
    kind = f"{source}_{target}"
    return dated(
        _TRANSFER, binance_rows.internal_transfer, "timestamp", int, type=kind, status="CONFIRMED"
    )


def _redeemed(path: str, status: str) -> Entry:
    return dated(path, binance_rows.FACTORIES[path], "time", int, status=status)


def _between(one: str, other: str, code: str, other_code: str) -> dict[Any, Any]:
    return {
        (one, other): (_transferred(code, other_code),),
        (other, one): (_transferred(other_code, code),),
    }


ON_BINANCE: Final = Terrain(
    rig=BINANCE,
    prepare=with_sub,
    places={
        "spot": lambda a: a.spot("USDT", "5"),
        "funding": lambda a: a.funding("USDT", "5"),
        "margin": lambda a: a.margin("USDT", "5"),
        "isolated": lambda a: a.isolated("BTCUSDT", quote="5"),
        "futures": lambda a: a.um("USDT", "5"),
        "order": both(
            lambda a: a.spot("USDT", "0", "5"),
            put("api/v3/openOrders", binance_rows.FACTORIES["api/v3/openOrders"]()),
        ),
        "flexible": put(_FLEXIBLE, binance_rows.FACTORIES[_FLEXIBLE]()),
        "locked": put(_LOCKED, binance_rows.FACTORIES[_LOCKED]()),
        "bots": lambda a: a.bots("5"),
        "sub": in_sub(lambda a: a.spot("USDT", "5")),
        "sub margin": in_sub(lambda a: a.margin("USDT", "5")),
        "debt": put(_BORROWED, binance_rows.FACTORIES[_BORROWED]()),
    },
    ways={
        **_between("spot", "funding", "MAIN", "FUNDING"),
        **_between("spot", "margin", "MAIN", "MARGIN"),
        **_between("spot", "futures", "MAIN", "UMFUTURE"),
        **_between("funding", "futures", "FUNDING", "UMFUTURE"),
        **both_ways("spot", "isolated"),
        **both_ways("spot", "order"),
        **both_ways("spot", "bots"),
        **both_ways("spot", "sub"),
        **both_ways("futures", "sub"),
        **both_ways("sub", "sub margin"),
        ("spot", "flexible"): (),
        ("flexible", "spot"): (_redeemed(_REDEEMED, "SUCCESS"),),
        ("spot", "locked"): (),
        ("locked", "spot"): (_redeemed(_UNLOCKED, "PAID"),),
    },
    entrances={
        "spot": (
            dated(
                "sapi/v1/capital/deposit/hisrec",
                binance_rows.FACTORIES["sapi/v1/capital/deposit/hisrec"],
                "insertTime",
                int,
                status=1,
            ),
        )
    },
    loans={
        ("debt", "spot"): (
            (),
            (dated(_REPAID, binance_rows.FACTORIES[_REPAID], "repayTime", int),),
        )
    },
)

# -- Bybit: a log of the unified account, one of the funding account, and lists of transfers -------

_LOG: Final = dated("account/transaction-log", bybit_rows.trading_log, "transactionTime")
_FUND_LOG: Final = dated(
    "asset/fundinghistory", bybit_rows.funding_log, "createTime", lambda ms: str(ms // 1000)
)
_INTER: Final = dated("asset/transfer/query-inter-transfer-list", bybit_rows.transfer, "timestamp")
_UNIVERSAL: Final = dated(
    "asset/transfer/query-universal-transfer-list", bybit_rows.member_transfer, "timestamp"
)

ON_BYBIT: Final = Terrain(
    rig=BYBIT,
    prepare=with_subs,
    places={
        "funding": lambda a: a.fund("USDT", "5"),
        "unified": lambda a: a.unified("USDT", "5"),
        "order": both(
            lambda a: a.unified("USDT", "5", locked="5"),
            put("order/realtime:spot", bybit_rows.spot_order()),
        ),
        "bot": lambda a: a.hold("TradingBot", "USDT", "5", category="Futures Grid Bot"),
        "savings": put("earn/position:FlexibleSaving", bybit_rows.flexible_saving()),
        "dual": put("earn/advance/position:DualAssets", bybit_rows.dual_assets()),
        "sub": in_sub(lambda a: a.fund("USDT", "5")),
        "sub unified": in_sub(lambda a: a.unified("USDT", "5")),
        "other sub": in_sub(lambda a: a.fund("USDT", "5"), OTHER),
        "debt": lambda a: a.unified("ETH", "0", spot_borrow="1"),
    },
    ways={
        **both_ways("funding", "unified", _FUND_LOG, _LOG, _INTER),
        **both_ways("unified", "order"),
        **both_ways("unified", "bot", _LOG),
        **both_ways("funding", "savings", _FUND_LOG),
        **both_ways("funding", "dual", _FUND_LOG),
        **both_ways("funding", "sub", _FUND_LOG, _UNIVERSAL),
        **both_ways("unified", "sub", _LOG, _UNIVERSAL),
        **both_ways("sub", "sub unified"),
        **both_ways("sub", "other sub", _UNIVERSAL),
    },
    entrances={"funding": (_FUND_LOG,)},
    loans={("debt", "unified"): ((_LOG,), (_LOG,))},
)

# -- Kraken: the ledger tells of all that enters or leaves a balance. Whether it tells of transfers
# between wallets of one owner is documented nowhere: here it does not ----------------------------

_STRATEGY: Final = "ESRFUO3-Q62XD-WIOIL7"
_LEDGER: Final = dated("Ledgers", kraken_rows.ledger_entry, "time", kraken_rows.seconds)


def _second_wallet(account: Account) -> None:
    account.open_wallet("spot", "grid", USDT="0")


def _in_second_wallet(account: Account) -> None:
    account.wallets.clear()
    account.open_wallet("spot", "grid", USDT="5")


ON_KRAKEN: Final = Terrain(
    rig=KRAKEN,
    prepare=_second_wallet,
    places={
        "spot": lambda a: a.balance("USDT", "5"),
        "order": both(
            lambda a: a.balance("USDT", "5", hold_trade="5"),
            put("OpenOrders", kraken_rows.order()),
        ),
        "earn": lambda a: a.allocate(_STRATEGY, "USDT", "5", suffix=""),
        "wallet": _in_second_wallet,
        "debt": lambda a: a.balance("ZUSD", "0", credit="9", credit_used="1"),
    },
    ways={
        **both_ways("spot", "order"),
        **both_ways("spot", "earn", _LEDGER),
        **both_ways("spot", "wallet"),
    },
    quiet=2,
    entrances={"spot": (_LEDGER,)},
    loans={("debt", "spot"): ((_LEDGER,), (_LEDGER,))},
)

# -- Kraken's futures: the account log ------------------------------------------------------------


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


_ACCOUNT_LOG: Final = dated(
    "api/history/v3/account-log", kraken_futures_rows.log_entry, "date", _iso
)

ON_KRAKEN_FUTURES: Final = Terrain(
    rig=KRAKEN_FUTURES,
    prepare=with_sub,
    places={
        "cash": lambda a: a.hold("USD", "5"),
        "flex": lambda a: a.collateral("USD", "5"),
        "margin": lambda a: a.margin("fi_xbtusd", "xbt", xbt="5"),
        "order": both(
            lambda a: a.collateral("USD", "5", used="5"),
            put("derivatives/api/v3/openorders", kraken_futures_rows.open_order()),
        ),
        "sub": in_sub(lambda a: a.hold("USD", "5")),
    },
    ways={
        **both_ways("cash", "flex", _ACCOUNT_LOG),
        **both_ways("cash", "margin", _ACCOUNT_LOG),
        **both_ways("flex", "order"),
        **both_ways("cash", "sub", _ACCOUNT_LOG),
    },
    entrances={"cash": (_ACCOUNT_LOG,)},
)

# -- KuCoin: a ledger for each engine -------------------------------------------------------------

_MAIN: Final = dated("api/v1/accounts/ledgers", kucoin_rows.ledger, "createdAt", int)
_HF: Final = dated("api/v1/hf/accounts/ledgers", kucoin_rows.hf_ledger, "createdAt")
_HF_MARGIN: Final = dated(
    "api/v3/hf/margin/account/ledgers", kucoin_rows.hf_margin_ledger, "createdAt"
)
_FUTURES: Final = dated("api/v1/transaction-history", kucoin_rows.futures_ledger, "time", int)
_EARN: Final = "api/v1/earn/hold-assets"


def _kucoin_sub(account: Account) -> None:
    account.settings.update(enforces=False)
    with_subs(account)


ON_KUCOIN: Final = Terrain(
    rig=KUCOIN,
    prepare=_kucoin_sub,
    places={
        "funding": lambda a: a.funding("USDT", "5"),
        "trade": lambda a: a.trade("USDT", "5"),
        "order": lambda a: a.spot_order("BTC-USDT", "buy", "1", "5"),
        "margin": lambda a: a.margin("USDT", "5"),
        "isolated": lambda a: a.isolated("BTC-USDT", quote="5"),
        "futures": lambda a: a.future("USDT", "5"),
        "position": lambda a: a.position("XBTUSDTM", 1, "5", settleCurrency="USDT"),
        "earn": put(_EARN, kucoin_rows.FACTORIES[_EARN]()),
        "sub": in_sub(lambda a: a.funding("USDT", "5")),
        "sub trade": in_sub(lambda a: a.trade("USDT", "5")),
        "sub futures": in_sub(lambda a: a.future("USDT", "5")),
        "other sub": in_sub(lambda a: a.funding("USDT", "5"), OTHER),
        "debt": lambda a: a.margin("BTC", principal="1"),
    },
    ways={
        **both_ways("funding", "trade", _MAIN, _HF),
        **both_ways("trade", "order"),
        **both_ways("funding", "margin", _MAIN, _HF_MARGIN),
        **both_ways("funding", "isolated", _MAIN, _HF_MARGIN),
        **both_ways("funding", "futures", _MAIN, _FUTURES),
        **both_ways("futures", "position"),
        **both_ways("funding", "earn", _MAIN),
        **both_ways("funding", "sub", _MAIN),
        **both_ways("sub", "sub trade"),
        **both_ways("sub", "sub futures"),
        **both_ways("sub", "other sub"),
    },
    entrances={"funding": (_MAIN,)},
    loans={("debt", "margin"): ((_HF_MARGIN,), (_HF_MARGIN,))},
)

TERRAINS: Final = (ON_OKX, ON_BINANCE, ON_BYBIT, ON_KRAKEN, ON_KRAKEN_FUTURES, ON_KUCOIN)
