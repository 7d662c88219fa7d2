"""KuCoin: for every request, one thing that it alone reveals.

Keyed by the request's id. Where a request makes several calls (by status, by kind), there is
a case for each of them. A test compares this table with the catalogue.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import KucoinAccount
from readiness.simulator.kucoin import rows

Row = dict[str, Any]
Account = KucoinAccount

SUB: Final = "grid01"
PLAIN: Final = "a key that may read everything"
STRICT: Final = "a key that KuCoin refuses some lists"
BY_COIN: Final = "transfers of one coin at a time"
UNIFIED: Final = "a unified account"
OWN_KEY: Final = "a sub-account's own key"

FUNDING: Final = "wallet.funding"
SPOT: Final = "wallet.spot"
CROSS: Final = "wallet.margin-cross"
ISOLATED: Final = "wallet.margin-isolated"
TRADING: Final = "wallet.trading"
USDM: Final = "wallet.futures-usdm"
COINM: Final = "wallet.futures-coinm"
DEBTS: Final = "loans.margin"
LOANS: Final = "loans.institutional"
OPEN: Final = "orders.open"
ALGO: Final = "orders.algo"
CROSS_ORDERS: Final = "orders.margin-cross"
ISOLATED_ORDERS: Final = "orders.margin-isolated"
USDM_ORDERS: Final = "orders.futures-usdm"
COINM_ORDERS: Final = "orders.futures-coinm"
USDM_POSITIONS: Final = "positions.futures-usdm"
COINM_POSITIONS: Final = "positions.futures-coinm"
INTERNAL: Final = "transfers.internal"
RESTRICTIONS: Final = "account.restrictions"
TOTALS: Final = "account.totals"

ORDERS: Final = "api/v1/orders"
STOPS: Final = "api/v1/stop-order"
HF_ORDERS: Final = "api/v1/hf/orders/active"
MARGIN_ORDERS: Final = "api/v3/hf/margin/orders/active"
MARGIN_STOPS: Final = "api/v3/hf/margin/stop-orders"
MARGIN_OCOS: Final = "api/v3/hf/margin/oco-orders"
FUTURES_ORDERS: Final = "futures:api/v1/orders"
UNIFIED_ORDERS: Final = "api/ua/v1/unified/order/open-list"
DEPOSITS: Final = "api/v1/deposits"
WITHDRAWALS: Final = "api/v1/withdrawals"
FUTURES_LEDGER: Final = "api/v1/transaction-history"
_CROSS_KIND: Final = "MARGIN_TRADE"
_ISOLATED_KIND: Final = "MARGIN_ISOLATED_TRADE"


def put(place: str, *entries: Any) -> Arrange:
    """Put rows at a place."""
    return lambda account: account.put(place, *entries)


def moved(place: str, factory: Callable[..., Row], time_field: str, unit: int = 1) -> Arrange:
    """A movement that happens while the scan runs; an ordinary one is older."""

    def arrange(account: Account) -> None:
        at = int(time.time() * 1000) - 500
        stamp = str(at) if isinstance(factory()[time_field], str) else at * unit
        hidden = {"_ms": at} if unit != 1 else {}
        account.put(place, factory(**{time_field: stamp, **hidden}))

    return arrange


def sub(**wallets: Any) -> Arrange:
    """A sub-account with something in its wallets, each by the name of what puts it there."""

    def arrange(account: Account) -> None:
        below = account.sub_account(SUB)
        for name, (args, more) in wallets.items():
            getattr(below, name)(*args, **more)

    return arrange


def in_sub(name: str, arrange: Arrange, *areas: str, **more: Any) -> Case:
    """Something that a sub-account holds: told in its own scope, and the sub-account besides."""
    return Case(name, arrange, {"main": frozenset({"sub-accounts"}), SUB: frozenset(areas)}, **more)


def _in_sub(wallet: str, *args: Any, **more: Any) -> Arrange:
    return sub(**{wallet: (args, more)})


def _by_coin(place: str, row: Row) -> Arrange:
    """A transfer of a coin that the account has had, where it has to be named."""

    def arrange(account: Account) -> None:
        account.funding(row["currency"], 0)
        account.put(place, row)

    return arrange


def _behind(account: Account) -> None:
    """A transfer of two days ago, with more since then than the newest page holds."""
    pending = int(time.time() * 1000) - 2 * 86_400_000
    later = [rows.futures_ledger(time=pending + number) for number in range(120, 0, -1)]
    account.put(FUTURES_LEDGER, *later, rows.futures_ledger(status="Pending", time=pending))


def _account_row(**fields: Any) -> Row:
    zeros = dict.fromkeys(("balance", "available", "holds"), "0")
    return {"id": "1", "currency": "KCS", "type": "trade", **zeros, **fields}


def _plain(name: str, place: str, area: str, *entries: Row, **more: Any) -> Case:
    return blocks(name, put(place, *entries), area, **more)


def _of_kinds(place: str, factory: Callable[..., Row]) -> dict[str, tuple[Case, ...]]:
    """One order of each kind of margin."""
    return {
        f"{place}{suffix}": (
            _plain("one", place, area, factory(tradeType=kind)),
            _plain("unheard", place, area, factory(tradeType=kind, **unheard)),
        )
        for suffix, kind, area in (
            (":cross", "MARGIN_TRADE", CROSS_ORDERS),
            (":isolated", "MARGIN_ISOLATED_TRADE", ISOLATED_ORDERS),
        )
        for unheard in ({"status": "UNHEARD"} if "status" in factory() else {"side": "sell"},)
    }


def _futures_orders(place: str, factory: Callable[..., Row]) -> tuple[Case, ...]:
    return (
        _plain("in dollars", place, USDM_ORDERS, factory()),
        _plain("in a coin", place, COINM_ORDERS, factory(symbol="XBTUSDM", settleCurrency="XBT")),
    )


def _position(**fields: Any) -> Row:
    return rows.position(**{"symbol": "XBTUSDTM", "settleCurrency": "USDT", **fields})


def _unlisted_money(account: Account) -> None:
    """A sub-account of which one answer shows more than its wallets do."""
    below = account.sub_account(SUB)
    amounts = {"balance": "1", "available": "1", "hold": "0"}
    nulls = dict.fromkeys(("equity", "liability", "liabilityPrinciple"))
    coin = {"currency": "TRX", **amounts, **nulls}
    wallet = {"accountType": "FUNDING", "accountSubType": None, "currencyList": [coin]}
    row = {"uid": int(below.uid), "accountList": [wallet]}
    account.put("api/ua/v1/sub-account/balance", row)


def _unified_orders(kind: str, *areas: tuple[str, str]) -> tuple[Case, ...]:
    """One order of each filter, in each area."""
    return tuple(
        blocks(
            f"{symbol} {name}",
            put(f"{UNIFIED_ORDERS}:{kind}", rows.unified_order(symbol=symbol, **fields)),
            area,
            call={"tradeType": kind, "orderFilter": name},
            mode=UNIFIED,
        )
        for symbol, area in areas
        for name, fields in (("NORMAL", {}), ("ADVANCED", {"triggerPrice": "30"}))
    )


def _moves(arrange: Arrange, **more: Any) -> tuple[Case, ...]:
    return (blocks("during the scan", arrange, INTERNAL, verdict=Verdict.INCOMPLETE, **more),)


CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    # -- wallets ---------------------------------------------------------------------------
    "api/v1/accounts": (
        blocks("funding", lambda account: account.funding("LUNC", "0.0001"), FUNDING),
        blocks("spot", lambda account: account.trade("TRX", "0.0001"), SPOT),
        blocks("on hold", lambda account: account.trade("BTC", "1", holds="1"), SPOT),
        _plain("of another kind", "api/v1/accounts", SPOT, _account_row(type="x", balance="1")),
        _plain("held of nothing", "api/v1/accounts", SPOT, _account_row(holds="1")),
    ),
    "api/v3/margin/accounts": (
        blocks("new engine", lambda account: account.margin("TRX", "0.0001"), CROSS),
        blocks("old engine", lambda account: account.margin("TRX", "0.0001", old=True), CROSS),
        blocks("debt", lambda account: account.margin("USDT", principal="1"), DEBTS),
        blocks("interest", lambda account: account.margin("USDT", interest="0.0001"), DEBTS),
    ),
    "api/v3/isolated/accounts": (
        blocks("base", lambda account: account.isolated("TRX-USDT", "1"), ISOLATED),
        blocks("old", lambda account: account.isolated("TRX-USDT", quote="1", old=True), ISOLATED),
        blocks(
            "debt",
            lambda account: account.isolated("TRX-USDT", quote={"principal": "0.1"}),
            DEBTS,
        ),
    ),
    "api/v1/account-overview-all": (
        blocks("USDT", lambda account: account.future("USDT", "0.01"), USDM),
        blocks("USDC", lambda account: account.future("USDC", "0.01"), USDM),
        blocks("on its way out", lambda account: account.future("USDT", frozen="1"), USDM),
        blocks("XBT", lambda account: account.future("XBT", "0.00001"), COINM),
        blocks("another coin", lambda account: account.future("ETH", "0.00001"), COINM),
    ),
    "api/ua/v1/account/balance": (
        blocks("settled in nothing listed", lambda account: account.future("SOL", "3"), COINM),
        blocks("dust of it", lambda account: account.future("SOL", "0.00000001"), COINM),
    ),
    "api/v1/account-overview": (
        blocks("USDT", lambda account: account.future("USDT", "0.01"), USDM, mode=OWN_KEY),
        blocks("XBT", lambda account: account.future("XBT", "0.00001"), COINM, mode=OWN_KEY),
    ),
    # -- orders ----------------------------------------------------------------------------
    ORDERS: (_plain("old", ORDERS, OPEN, rows.order(createdAt=1_500_000_000_000)),),
    f"{ORDERS}:cross": (_plain("one", ORDERS, CROSS_ORDERS, rows.order(tradeType="MARGIN_TRADE")),),
    f"{ORDERS}:isolated": (
        _plain("one", ORDERS, ISOLATED_ORDERS, rows.order(tradeType="MARGIN_ISOLATED_TRADE")),
    ),
    STOPS: (
        _plain("waiting", STOPS, ALGO, rows.stop_order()),
        _plain("triggered", STOPS, ALGO, rows.stop_order(status="TRIGGERED")),
    ),
    **_of_kinds(STOPS, rows.stop_order),
    HF_ORDERS: (_plain("one", HF_ORDERS, OPEN, rows.hf_order()),),
    f"{HF_ORDERS}/page": (_plain("many", HF_ORDERS, OPEN, *(rows.hf_order() for _ in range(120))),),
    **_of_kinds(MARGIN_ORDERS, rows.hf_margin_order),
    **_of_kinds(MARGIN_STOPS, rows.hf_margin_stop_order),
    **_of_kinds(MARGIN_OCOS, rows.hf_margin_oco_order),
    "api/v3/oco/orders": tuple(
        _plain(status, "api/v3/oco/orders", ALGO, rows.oco_order(status=status))
        for status in ("NEW", "TRIGGERED", "UNHEARD")
    ),
    "api/v1/convert/limit/orders": tuple(
        _plain(
            status,
            "api/v1/convert/limit/orders",
            "orders.convert",
            rows.convert_order(status=status),
        )
        for status in ("OPEN", "ACTIVE", "UNHEARD")
    ),
    "api/v1/orders:futures": _futures_orders(FUTURES_ORDERS, rows.futures_order),
    "api/v1/stopOrders": _futures_orders("api/v1/stopOrders", rows.futures_stop_order),
    "api/v1/positions": (
        _plain("long", "api/v1/positions", USDM_POSITIONS, _position()),
        _plain("short", "api/v1/positions", USDM_POSITIONS, _position(currentQty=-1)),
        _plain(
            "in a coin",
            "api/v1/positions",
            COINM_POSITIONS,
            _position(symbol="XBTUSDM", settleCurrency="XBT"),
        ),
        _plain(
            "flat, with margin",
            "api/v1/positions",
            USDM_POSITIONS,
            _position(currentQty=0, posMargin=Decimal("0.1")),
        ),
    ),
    # -- the unified account ---------------------------------------------------------------
    "api/ua/v1/unified/account/balance": (
        blocks("dust", lambda a: a.unified("NOPRICE", "0.0001"), TRADING, mode=UNIFIED),
        blocks("debt", lambda a: a.unified("NOPRICE", liability="1"), DEBTS, mode=UNIFIED),
    ),
    "api/ua/v1/unified/account/overview": (
        blocks(
            "worth that nothing explains",
            put("api/ua/v1/unified/account/overview", {"equity": "25"}),
            TOTALS,
            mode=UNIFIED,
            verdict=Verdict.INCOMPLETE,
        ),
        blocks(
            "a debt that nothing explains",
            put("api/ua/v1/unified/account/overview", {"liability": "25"}),
            DEBTS,
            mode=UNIFIED,
        ),
    ),
    UNIFIED_ORDERS: _unified_orders("SPOT", ("BTC-USDT", OPEN)),
    f"{UNIFIED_ORDERS}:futures": _unified_orders(
        "FUTURES", ("XBTUSDTM", USDM_ORDERS), ("XBTUSDM", COINM_ORDERS)
    ),
    f"{UNIFIED_ORDERS}:margin": _unified_orders("MARGIN", ("BTC-USDT", CROSS_ORDERS)),
    "api/ua/v1/unified/position/open-list": tuple(
        blocks(
            symbol,
            put("api/ua/v1/unified/position/open-list", rows.unified_position(symbol=symbol)),
            area,
            mode=UNIFIED,
        )
        for symbol, area in (("XBTUSDTM", USDM_POSITIONS), ("XBTUSDM", COINM_POSITIONS))
    ),
    # -- loans and Earn --------------------------------------------------------------------
    "api/v1/otc-loan/loan": (
        _plain("owed", "api/v1/otc-loan/loan", LOANS, rows.otc_loan(rows.otc_order(principal="5"))),
        _plain(
            "pledged", "api/v1/otc-loan/loan", LOANS, rows.otc_loan(margins=[rows.otc_margin()])
        ),
    ),
    "api/v1/otc-loan/accounts": (
        _plain("one", "api/v1/otc-loan/accounts", LOANS, rows.otc_account()),
    ),
    "api/v1/earn/hold-assets": tuple(
        _plain(name, "api/v1/earn/hold-assets", "earn.other", rows.earn_holding(**fields))
        for name, fields in (
            ("held", {}),
            ("being redeemed", {"status": "REDEEMING", "redeemingAmount": "1"}),
            ("of nothing", {"holdAmount": "0", "redeemingAmount": "0"}),
        )
    ),
    "api/v1/struct-earn/orders": tuple(
        _plain(
            status,
            "api/v1/struct-earn/orders",
            "earn.dual-investment",
            rows.structured_order(status=status),
        )
        for status in ("PENDING", "ONGOING", "UNSOLD", "SETTLING", "UNHEARD")
    ),
    "api/v3/purchase/orders": tuple(
        _plain(
            f"{status}, {name}",
            "api/v3/purchase/orders",
            "earn.flexible",
            rows.lending_order(status=status, purchaseSize="1", incomeSize=back),
            call={"status": status},
        )
        for status in ("PENDING", "DONE")
        for name, back in (("all of it", "0"), ("a part of it", "0.4"))
    ),
    "api/v3/redeem/orders": (
        _plain("on its way", "api/v3/redeem/orders", "earn.flexible", rows.lending_redemption()),
    ),
    # -- transfers -------------------------------------------------------------------------
    DEPOSITS: (
        _plain(
            "old",
            DEPOSITS,
            "transfers.deposits",
            rows.deposit(status="PROCESSING", createdAt=1_500_000_000_000),
            call={"status": "PROCESSING"},
        ),
        *(
            _plain(status, DEPOSITS, "transfers.deposits", rows.deposit(status=status))
            for status in ("WAIT_TRM_MGT", "TRM_MGT_REJECTED", "UNHEARD")
        ),
        _plain(
            "taken back",
            DEPOSITS,
            "transfers.deposits",
            rows.deposit(status="FAILURE", arrears=True),
        ),
    ),
    f"{DEPOSITS}:coin": (
        blocks(
            "one",
            _by_coin(DEPOSITS, rows.deposit(status="PROCESSING")),
            "transfers.deposits",
            mode=BY_COIN,
        ),
    ),
    WITHDRAWALS: (
        *(
            _plain(
                status,
                WITHDRAWALS,
                "transfers.withdrawals",
                rows.withdrawal(status=status, createdAt=1_500_000_000_000),
                call={"status": status},
            )
            for status in ("REVIEW", "PROCESSING", "WALLET_PROCESSING")
        ),
        _plain("UNHEARD", WITHDRAWALS, "transfers.withdrawals", rows.withdrawal(status="UNHEARD")),
    ),
    f"{WITHDRAWALS}:coin": (
        blocks(
            "one",
            _by_coin(WITHDRAWALS, rows.withdrawal(status="REVIEW")),
            "transfers.withdrawals",
            mode=BY_COIN,
        ),
    ),
    FUTURES_LEDGER: tuple(
        _plain(status, FUTURES_LEDGER, INTERNAL, rows.futures_ledger(status=status))
        for status in ("Pending", "Unheard")
    ),
    f"{FUTURES_LEDGER}:week": (blocks("behind a page of others", _behind, INTERNAL),),
    "api/v1/accounts/ledgers": _moves(moved("api/v1/accounts/ledgers", rows.ledger, "createdAt")),
    "api/v1/hf/accounts/ledgers": _moves(
        moved("api/v1/hf/accounts/ledgers", rows.hf_ledger, "createdAt")
    ),
    "api/v3/hf/margin/account/ledgers": _moves(
        moved("api/v3/hf/margin/account/ledgers", rows.hf_margin_ledger, "createdAt")
    ),
    f"{FUTURES_LEDGER}:since": _moves(moved(FUTURES_LEDGER, rows.futures_ledger, "time")),
    "api/ua/v1/account/ledger": _moves(
        moved("api/ua/v1/account/ledger:UNIFIED", rows.unified_ledger, "ts", 1_000_000),
        mode=UNIFIED,
    ),
    # -- sub-accounts ----------------------------------------------------------------------
    "api/v2/sub/user": (
        Case(
            "an empty one",
            sub(),
            {"main": frozenset({"sub-accounts"})},
            verdict=Verdict.UNCONFIRMED,
        ),
    ),
    "api/v2/sub-accounts": (
        in_sub("funding", _in_sub("funding", "TRX", "0.0001"), FUNDING),
        in_sub("spot", _in_sub("trade", "TRX", "0.0001"), SPOT),
        in_sub("margin", _in_sub("margin", "TRX", "0.0001"), CROSS),
    ),
    "api/v1/account-overview-all:subs": (
        in_sub("USDT", _in_sub("future", "USDT", "0.01"), USDM),
        in_sub("XBT", _in_sub("future", "XBT", "0.00001"), COINM),
        in_sub(
            "margin of positions",
            _in_sub("future", "USDT", positions="1"),
            *(USDM, USDM_POSITIONS),
        ),
        in_sub(
            "margin of positions in a coin",
            _in_sub("future", "XBT", positions="1"),
            *(COINM, COINM_POSITIONS),
        ),
    ),
    "api/ua/v1/sub-account/balance": (
        in_sub("isolated", _in_sub("isolated", "TRX-USDT", "1"), ISOLATED),
        in_sub("unified", _in_sub("unified", "TRX", "1"), TRADING),
        in_sub("debt", _in_sub("margin", "USDT", principal="1"), DEBTS),
        in_sub("more than its wallets show", _unlisted_money, TOTALS),
    ),
}
