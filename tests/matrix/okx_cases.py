"""OKX: for every request, one thing that it alone reveals.

Keyed by the request's id. Where a request makes several calls (by state, by kind), there is
a case for each of them. A test compares this table with the catalogue.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import OkxAccount, rows

Row = dict[str, Any]
SUB: Final = "grid01"


def put(path: str, *entries: Row) -> Arrange:
    """Put rows under a path."""
    return lambda account: account.put(path, *entries)


def trading(**detail: Any) -> Arrange:
    """One currency in the trading balance, whose other amounts are all zero."""
    return put("account/balance", {"details": [_detail(**detail)], "totalEq": "0"})


def _detail(**detail: Any) -> Row:
    zeros = (
        "cashBal eq eqUsd availBal frozenBal ordFrozen liab crossLiab isoLiab uplLiab interest "
        "stgyEq fixedBal spotIsoBal spotCopyTradingEq smtSyncEq rewardBal autoLendMtAmt isoEq"
    )
    return {"ccy": "USDT", "autoLendStatus": "off", **dict.fromkeys(zeros.split(), "0"), **detail}


def setting(**values: Any) -> Arrange:
    """Fields of the account's configuration."""
    return lambda account: account.settings.update(values)


def sub(**detail: Any) -> Arrange:
    """A sub-account with something in its trading balance."""

    def arrange(account: OkxAccount) -> None:
        below = account.sub_account(SUB)
        if detail:
            below.put(
                "account/subaccount/balances", {"details": [_detail(**detail)], "totalEq": "0"}
            )

    return arrange


def sub_of_kind(kind: str) -> Arrange:
    """An empty sub-account of one of the kinds that OKX numbers."""
    return lambda account: account.sub_account(SUB, kind=kind)


def sub_funding(account: OkxAccount) -> None:
    """A sub-account with dust in its funding balance."""
    account.sub_account(SUB).funding("TRX", "0.0001")


def sub_positions(account: OkxAccount) -> None:
    """A sub-account whose balance shows the value of swaps and nothing else."""
    shown = {"details": [], "totalEq": "0", "notionalUsdForSwap": "100"}
    account.sub_account(SUB).put("account/subaccount/balances", shown)


def in_sub(name: str, arrange: Arrange, *areas: str) -> Case:
    """Something that a sub-account holds: told in its own scope, and the sub-account besides."""
    return Case(name, arrange, {"main": frozenset({"sub-accounts"}), SUB: frozenset(areas)})


def old_among_new(path: str, stuck: Row, ended: Row, count: int = 120) -> Arrange:
    """A stuck entry, older than a full page of entries that have ended."""

    def arrange(account: OkxAccount) -> None:
        start = int(time.time() * 1000) - 10**9
        account.put(path, stuck | {"ts": str(start)})
        for number in range(count):
            name = "depId" if "depId" in ended else "wdId"
            account.put(path, ended | {"ts": str(start + 1000 + number), name: str(number)})

    return arrange


def now_ms() -> str:
    """The time at which a bill is written during the scan."""
    return str(int(time.time() * 1000) + 5_000)


def moved(path: str, factory: Any) -> Arrange:
    """A bill that is written while the scan runs."""
    return lambda account: account.put(path, factory(ts=now_ms()))


def precheck(path: str, kind: str, code: str = "1") -> Arrange:
    """An obstacle that a pre-check names."""
    return put(path, {"sCode": code, "unmatchedInfoCheck": [{"type": kind}]})


def valuation(**places: str) -> Arrange:
    """OKX's own totals, which nothing explains."""
    zeros = dict.fromkeys(("funding", "trading", "earn", "classic"), "0")
    return put(
        "asset/asset-valuation",
        {"details": {**zeros, **places}, "totalBal": next(iter(places.values()))},
    )


WALLET: Final = "wallet.trading"
TOTALS: Final = "account.totals"
INCOMPLETE: Final = Verdict.INCOMPLETE
SWITCH: Final = "account/set-account-switch-precheck"
NEUTRAL: Final = "account/precheck-set-delta-neutral"

ALGO_TYPES: Final = {
    "conditional": "conditional,oco",
    "oco": "conditional,oco",
    **{
        kind: kind
        for kind in ("trigger", "move_order_stop", "iceberg", "twap", "chase", "smart_iceberg")
    },
}
DEPOSIT_STATES: Final = ["0", "1", "8", "11", "12", "13", "14", "17"]
WITHDRAWAL_STATES: Final = [
    "19",
    "17",
    "10",
    "0",
    "4",
    "5",
    "6",
    "8",
    "9",
    "12",
    "7",
    "1",
    "15",
    "16",
    "-3",
]
FIAT_STATES: Final = ("pending", "inqueue", "processing")
GRID_STATES: Final = ("starting", "running", "stopping", "pending_signal", "no_close_position")
SWITCH_CALL: Final = {"acctLv": "1"}


def _fiat(path: str) -> tuple[Case, ...]:
    return (
        *(
            blocks(
                state,
                put(path, rows.fiat_order(state=state)),
                "transfers.fiat",
                call={"state": state},
            )
            for state in FIAT_STATES
        ),
        blocks("undocumented", put(path, rows.fiat_order(state="unheard")), "transfers.fiat"),
    )


def _staking(coin: str, area: str) -> dict[str, tuple[Case, ...]]:
    balance = f"finance/staking-defi/{coin}/balance"
    history = f"finance/staking-defi/{coin}/purchase-redeem-history"
    factory = rows.eth_staking if coin == "eth" else rows.sol_staking
    pending = rows.staking_redemption(status="pending")
    return {
        balance: (blocks("staked", put(balance, factory(amt="0.00000001")), area),),
        history: (
            blocks("redemption", put(history, pending), area, call={"status": "pending"}),
            blocks("purchase", put(history, pending | {"type": "purchase"}), area),
            blocks("undocumented", put(history, pending | {"status": "unheard"}), area),
        ),
    }


CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    # -- the account itself ---------------------------------------------------------------
    "account/config": (
        blocks("leads swaps", setting(roleType="1"), "copy-trading"),
        blocks("copies swaps", setting(roleType="2"), "copy-trading"),
        blocks("leads spot", setting(spotRoleType="1"), "copy-trading"),
        blocks("copies spot", setting(spotRoleType="2"), "copy-trading"),
        blocks("undocumented role", setting(roleType="7"), "copy-trading"),
        blocks("borrows", setting(autoLoan=True), "account.settings", verdict=Verdict.READY),
        blocks(
            "borrows in spot mode",
            setting(enableSpotBorrow=True),
            "account.settings",
            verdict=Verdict.READY,
            mode="1",
        ),
    ),
    "account/balance": (
        blocks("own", trading(cashBal="12", eq="12"), WALLET),
        blocks("dust", trading(cashBal="0.00000000000000000001", eq="0"), WALLET),
        blocks("unnamed", trading(ccy="", cashBal="1", eq="1"), WALLET),
        blocks("bots", trading(stgyEq="3", eq="3"), WALLET),
        blocks("spot copy trading", trading(spotCopyTradingEq="3", eq="3"), WALLET),
        blocks("smart sync", trading(smtSyncEq="3", eq="3"), WALLET),
        blocks("isolated spot", trading(spotIsoBal="3", eq="3"), WALLET),
        blocks("sniper", trading(fixedBal="3", eq="3"), WALLET),
        blocks("lent", trading(autoLendMtAmt="3", eq="3"), WALLET),
        blocks("frozen alone", trading(frozenBal="3"), WALLET),
        blocks("locked by an order alone", trading(ordFrozen="3"), WALLET),
        blocks("isolated equity alone", trading(isoEq="3"), WALLET),
        blocks("equity alone", trading(eq="3"), WALLET),
        blocks("negative equity alone", trading(eq="-3"), WALLET),
        blocks(
            "total alone",
            put("account/balance", {"details": [], "totalEq": "0.01"}),
            WALLET,
        ),
        blocks(
            "total beside zeros",
            put("account/balance", {"details": [_detail()], "totalEq": "0.01"}),
            WALLET,
        ),
        *(
            blocks(
                f"worth of {kind} alone",
                put(
                    "account/balance",
                    {"details": [], "totalEq": "0", f"notionalUsdFor{kind}": "5"},
                ),
                WALLET,
            )
            for kind in ("Swap", "Futures", "Option", "Borrow")
        ),
        blocks("trial fund", trading(rewardBal="3"), WALLET, verdict=Verdict.READY),
        blocks("debt", trading(liab="3"), "loans.margin"),
        blocks("cross debt", trading(crossLiab="3"), "loans.margin"),
        blocks("isolated debt", trading(isoLiab="3"), "loans.margin"),
        blocks("unrealised debt", trading(uplLiab="3"), "loans.margin"),
        blocks("interest alone", trading(interest="0.000001"), "loans.margin"),
        blocks("negative cash", trading(cashBal="-3"), "loans.margin"),
        blocks("auto-earn pending", trading(autoLendStatus="pending"), "account.settings"),
        blocks("auto-earn active", trading(autoLendStatus="active"), "account.settings"),
        blocks("auto-earn unheard of", trading(autoLendStatus="unheard"), "account.settings"),
        *(
            blocks(f"mode {mode}", lambda a: a.trading("BTC", "0.1"), WALLET, mode=str(mode))
            for mode in (1, 2, 4)
        ),
    ),
    "asset/balances": (
        blocks("own", lambda a: a.funding("USDT", "12.5"), "wallet.funding"),
        blocks("dust", lambda a: a.funding("USDT", "0.00000001"), "wallet.funding"),
        blocks("frozen", lambda a: a.funding("USDT", "3", frozen="3"), "wallet.funding"),
        blocks("without a price", lambda a: a.funding("NOPRICE", "1"), "wallet.funding"),
        blocks("unnamed", lambda a: a.funding("", "1"), "wallet.funding"),
    ),
    "asset/non-tradable-assets": (
        blocks(
            "asset",
            put("asset/non-tradable-assets", rows.non_tradable()),
            "wallet.non-tradable",
        ),
        blocks(
            "cannot be withdrawn",
            put("asset/non-tradable-assets", rows.non_tradable(bal="0.0001") | {"canWd": False}),
            "wallet.non-tradable",
        ),
    ),
    "asset/asset-valuation": (
        *(
            blocks(place, valuation(**{place: "25"}), TOTALS, verdict=INCOMPLETE)
            for place in ("funding", "trading", "earn", "classic", "unheard-of place")
        ),
        blocks(
            "in no place",
            put(
                "asset/asset-valuation",
                {
                    "details": dict.fromkeys(("funding", "trading", "earn", "classic"), "0"),
                    "totalBal": "0.01",
                },
            ),
            TOTALS,
            verdict=INCOMPLETE,
        ),
        blocks("little", valuation(earn="0.00000001"), TOTALS, verdict=INCOMPLETE),
        blocks("unreadable", valuation(earn="NaN"), TOTALS, verdict=INCOMPLETE),
    ),
    SWITCH: (
        *(
            blocks(kind, precheck(SWITCH, kind), TOTALS, verdict=INCOMPLETE, call=SWITCH_CALL)
            for kind in (
                "pending_orders",
                "pending_algos",
                "isolated_margin",
                "isolated_contract",
                "contract_long_short",
                "cross_margin",
                "cross_option_buyer",
                "isolated_option",
                "growth_fund",
                "all_positions",
                "spot_lead_copy_only_simple_single",
                "stop_spot_custom",
                "stop_futures_custom",
                "lead_portfolio",
                "futures_smart_sync",
                "vip_fixed_loan",
                "repay_borrowings",
                "unheard_of",
            )
        ),
        *(
            blocks(kind, precheck(SWITCH, kind), TOTALS, verdict=Verdict.READY)
            for kind in ("asset_validation", "compliance_restriction", "compliance_kyc2")
        ),
        blocks(
            "in spot mode",
            precheck(SWITCH, "pending_orders"),
            TOTALS,
            verdict=INCOMPLETE,
            call={"acctLv": "2"},
            mode="1",
        ),
        blocks(
            "positions without a list",
            put(SWITCH, {"sCode": "1", "unmatchedInfoCheck": [], "posList": ["123"]}),
            TOTALS,
            verdict=INCOMPLETE,
        ),
        blocks(
            "a code without a list",
            put(SWITCH, {"sCode": "4", "unmatchedInfoCheck": []}),
            TOTALS,
            verdict=INCOMPLETE,
        ),
    ),
    NEUTRAL: tuple(
        blocks(kind, precheck(NEUTRAL, kind), TOTALS, verdict=INCOMPLETE)
        for kind in (
            "trading_bot",
            "loan",
            "positions_options",
            "isolated_pending_orders",
            "pending_orders_options",
            "repay_borrowings",
            "unheard_of",
        )
    ),
    # -- orders and positions -------------------------------------------------------------
    "trade/orders-pending": tuple(
        blocks(
            kind.lower(),
            put("trade/orders-pending", rows.order(instType=kind, state=state)),
            "orders.open",
        )
        for kind, state in (
            ("SPOT", "live"),
            ("MARGIN", "partially_filled"),
            ("SWAP", "live"),
            ("FUTURES", "live"),
            ("OPTION", "live"),
            ("EVENTS", "live"),
        )
    ),
    "trade/orders-algo-pending": (
        *(
            blocks(
                kind,
                put("trade/orders-algo-pending", rows.algo_order(ordType=kind)),
                "orders.algo",
                call={"ordType": asked},
            )
            for kind, asked in ALGO_TYPES.items()
        ),
        blocks(
            "paused",
            put("trade/orders-algo-pending", rows.algo_order(state="pause", sz="")),
            "orders.algo",
        ),
    ),
    "account/positions": (
        *(
            blocks(
                kind.lower(),
                put("account/positions", rows.position(instType=kind)),
                "positions.open",
            )
            for kind in ("SWAP", "FUTURES", "OPTION", "EVENTS")
        ),
        blocks(
            "margin with a debt",
            put("account/positions", rows.margin_position()),
            "positions.open",
            "loans.margin",
        ),
        blocks(
            "margin with a debt in futures mode",
            put("account/positions", rows.margin_position()),
            "positions.open",
            "loans.margin",
            mode="2",
        ),
        blocks(
            "margin left in an empty one",
            put("account/positions", rows.position(pos="0", margin="0.01", mgnMode="isolated")),
            "positions.open",
        ),
        blocks(
            "short",
            put("account/positions", rows.position(pos="-1")),
            "positions.open",
        ),
    ),
    "account/move-positions-history": (
        blocks(
            "pending",
            put("account/move-positions-history", rows.moved_position()),
            "transfers.internal",
            call={"state": "pending"},
        ),
        blocks(
            "undocumented",
            put("account/move-positions-history", rows.moved_position(state="unheard")),
            "transfers.internal",
        ),
    ),
    "sprd/orders-pending": (
        blocks("order", put("sprd/orders-pending", rows.spread_order()), "orders.spread"),
    ),
    "rfq/rfqs": (
        *(
            blocks(
                state, put("rfq/rfqs", rows.rfq(state=state)), "orders.rfq", call={"state": state}
            )
            for state in ("active", "pending_fill")
        ),
        blocks("undocumented", put("rfq/rfqs", rows.rfq(state="unheard")), "orders.rfq"),
    ),
    "rfq/quotes": (
        *(
            blocks(
                state,
                put("rfq/quotes", rows.quote(state=state)),
                "orders.rfq",
                call={"state": state},
            )
            for state in ("active", "pending_fill")
        ),
        blocks("undocumented", put("rfq/quotes", rows.quote(state="unheard")), "orders.rfq"),
    ),
    "rfq/maker-instrument-settings": (
        blocks("offer", put("rfq/maker-instrument-settings", rows.maker_setting()), "orders.rfq"),
        blocks(
            "offer of everything",
            put(
                "rfq/maker-instrument-settings",
                rows.maker_setting() | {"includeAll": True, "data": []},
            ),
            "orders.rfq",
        ),
    ),
    "trade/easy-convert-history": (
        blocks("running", put("trade/easy-convert-history", rows.easy_convert()), "orders.convert"),
        blocks(
            "undocumented",
            put("trade/easy-convert-history", rows.easy_convert(status="unheard")),
            "orders.convert",
        ),
    ),
    "trade/one-click-repay-history-v2": (
        blocks(
            "running",
            put("trade/one-click-repay-history-v2", rows.one_click_repay()),
            "orders.convert",
            mode="1",
        ),
    ),
    # -- loans ----------------------------------------------------------------------------
    "account/interest-limits": (
        blocks(
            "by currency",
            put(
                "account/interest-limits",
                {"debt": "0", "interest": "0", "records": [rows.borrow_limit(usedLmt="3")]},
            ),
            "loans.margin",
        ),
        blocks(
            "interest by currency",
            put(
                "account/interest-limits",
                {"debt": "0", "interest": "0", "records": [rows.borrow_limit(interest="0.01")]},
            ),
            "loans.margin",
        ),
        blocks(
            "total alone",
            put("account/interest-limits", {"debt": "3", "interest": "0", "records": []}),
            "loans.margin",
        ),
        blocks(
            "total interest alone",
            put("account/interest-limits", {"debt": "0", "interest": "0.1", "records": []}),
            "loans.margin",
            mode="2",
        ),
    ),
    "trade/one-click-repay-currency-list-v2": (
        blocks(
            "debt",
            put(
                "trade/one-click-repay-currency-list-v2",
                {"debtData": [{"debtCcy": "USDT", "debtAmt": "3"}], "repayData": []},
            ),
            "loans.margin",
            mode="1",
        ),
    ),
    "trade/one-click-repay-currency-list": tuple(
        blocks(
            kind,
            put(
                "trade/one-click-repay-currency-list",
                {
                    "debtType": kind,
                    "debtData": [{"debtCcy": "USDT", "debtAmt": "3"}],
                    "repayData": [],
                },
            ),
            "loans.margin",
            call={"debtType": kind},
        )
        for kind in ("cross", "isolated")
    ),
    "finance/flexible-loan/loan-info": (
        blocks(
            "loan", put("finance/flexible-loan/loan-info", rows.flexible_loan()), "loans.flexible"
        ),
        blocks(
            "collateral alone",
            put(
                "finance/flexible-loan/loan-info",
                rows.flexible_loan(loanData=[], loanNotionalUsd="0"),
            ),
            "loans.flexible",
        ),
        blocks(
            "worth alone",
            put(
                "finance/flexible-loan/loan-info",
                rows.flexible_loan(loanData=[], collateralData=[]),
            ),
            "loans.flexible",
        ),
    ),
    # -- earn -----------------------------------------------------------------------------
    "finance/savings/balance": (
        blocks("lent", put("finance/savings/balance", rows.savings()), "earn.flexible"),
        blocks(
            "waiting to be lent",
            put("finance/savings/balance", rows.savings(amt="1", loanAmt="0", pendingAmt="1")),
            "earn.flexible",
        ),
    ),
    "finance/simple-earn-fixed/order-list": (
        *(
            blocks(
                state,
                put("finance/simple-earn-fixed/order-list", rows.fixed_earn(state=state)),
                "earn.fixed",
                call={"state": state},
            )
            for state in ("pending", "earning", "expired")
        ),
        blocks(
            "undocumented",
            put("finance/simple-earn-fixed/order-list", rows.fixed_earn(state="unheard")),
            "earn.fixed",
        ),
    ),
    "finance/staking-defi/orders-active": tuple(
        blocks(
            f"state {state}",
            put("finance/staking-defi/orders-active", rows.staking_order(state=state)),
            "earn.on-chain",
        )
        for state in ("8", "13", "9", "1", "2", "unheard")
    ),
    **_staking("eth", "earn.staking-eth"),
    **_staking("sol", "earn.staking-sol"),
    "finance/sfp/dcd/order-history": (
        *(
            blocks(
                state,
                put("finance/sfp/dcd/order-history", rows.dual_investment(state=state)),
                "earn.dual-investment",
                call={"state": state},
            )
            for state in ("initial", "live", "pending_settle", "pending_redeem")
        ),
        blocks(
            "undocumented",
            put("finance/sfp/dcd/order-history", rows.dual_investment(state="unheard")),
            "earn.dual-investment",
        ),
    ),
    "finance/stable-rewards/balance": tuple(
        blocks(
            state,
            put(
                "finance/stable-rewards/balance",
                rows.stable_rewards(rows.stable_reward(state=state)),
            ),
            "earn.stable-rewards",
        )
        for state in ("earning", "pending")
    ),
    "finance/okusd/account": (
        blocks("held", put("finance/okusd/account", rows.okusd()), "earn.okusd"),
    ),
    "finance/okusd/redeem/history": tuple(
        blocks(
            kind,
            put("finance/okusd/redeem/history", rows.okusd_redemption(type=kind)),
            "earn.okusd",
            call={"type": kind},
        )
        for kind in ("standard", "fast")
    ),
    # -- money in motion ------------------------------------------------------------------
    "asset/deposit-history": (
        *(
            blocks(
                f"state {state}",
                put("asset/deposit-history", rows.deposit(state=state)),
                "transfers.deposits",
                call={"state": state},
            )
            for state in DEPOSIT_STATES
        ),
        *(
            blocks(
                f"stuck for years in state {state}",
                old_among_new("asset/deposit-history", rows.deposit(state=state), rows.deposit()),
                "transfers.deposits",
                call={"state": state},
            )
            for state in ("17", "12")
        ),
        blocks(
            "undocumented",
            put("asset/deposit-history", rows.deposit(state="99")),
            "transfers.deposits",
        ),
    ),
    "asset/withdrawal-history": (
        *(
            blocks(
                f"state {state}",
                put("asset/withdrawal-history", rows.withdrawal(state=state)),
                "transfers.withdrawals",
                call={"state": state},
            )
            for state in WITHDRAWAL_STATES
        ),
        *(
            blocks(
                f"stuck for years in state {state}",
                old_among_new(
                    "asset/withdrawal-history", rows.withdrawal(state=state), rows.withdrawal()
                ),
                "transfers.withdrawals",
                call={"state": state},
            )
            for state in ("17", "-3")
        ),
        blocks(
            "undocumented",
            put("asset/withdrawal-history", rows.withdrawal(state="99")),
            "transfers.withdrawals",
        ),
    ),
    "fiat/deposit-order-history": _fiat("fiat/deposit-order-history"),
    "fiat/withdrawal-order-history": _fiat("fiat/withdrawal-order-history"),
    "fiat/buy-sell/history": (
        blocks(
            "processing",
            put("fiat/buy-sell/history", rows.fiat_trade()),
            "transfers.fiat",
            call={"state": "processing"},
        ),
        blocks(
            "undocumented",
            put("fiat/buy-sell/history", rows.fiat_trade(state="unheard")),
            "transfers.fiat",
        ),
    ),
    "p2p/order/list": (
        blocks("open", put("p2p/order/list", rows.p2p_order()), "transfers.p2p"),
        blocks(
            "in dispute",
            put("p2p/order/list", rows.p2p_order(disputeStatus="1", isFrozen=True)),
            "transfers.p2p",
        ),
    ),
    "account/bills": (
        blocks(
            "written during the scan",
            moved("account/bills", rows.trading_bill),
            "transfers.internal",
            verdict=INCOMPLETE,
        ),
    ),
    "asset/bills": (
        blocks(
            "written during the scan",
            moved("asset/bills", rows.funding_bill),
            "transfers.internal",
            verdict=INCOMPLETE,
        ),
    ),
    "asset/subaccount/bills": (
        blocks(
            "written during the scan",
            moved("asset/subaccount/bills", rows.sub_account_bill),
            "transfers.internal",
            verdict=INCOMPLETE,
        ),
    ),
    # -- bots and copy trading ------------------------------------------------------------
    "tradingBot/grid/orders-algo-pending": tuple(
        blocks(
            f"{kind} {state}",
            put(
                "tradingBot/grid/orders-algo-pending",
                rows.grid_bot(algoOrdType=kind, state=state),
            ),
            "bots.grid",
            call={"algoOrdType": kind},
        )
        for kind in ("grid", "contract_grid")
        for state in GRID_STATES
    ),
    "tradingBot/signal/orders-algo-pending": tuple(
        blocks(
            state,
            put("tradingBot/signal/orders-algo-pending", rows.signal_bot(state=state)),
            "bots.signal",
        )
        for state in ("starting", "running", "stopping")
    ),
    "tradingBot/dca/ongoing-list": tuple(
        blocks(
            f"{kind} {state}",
            put("tradingBot/dca/ongoing-list", rows.dca_bot(algoOrdType=kind, state=state)),
            "bots.dca",
            call={"algoOrdType": kind},
        )
        for kind in ("contract_dca", "spot_dca")
        for state in GRID_STATES
    ),
    "tradingBot/recurring/orders-algo-pending": tuple(
        blocks(
            state,
            put("tradingBot/recurring/orders-algo-pending", rows.recurring_buy(state=state)),
            "bots.recurring",
        )
        for state in ("running", "stopping", "pause")
    ),
    "copytrading/config": tuple(
        blocks(
            f"role {role} {kind}",
            put(
                "copytrading/config",
                {"details": [{"instType": kind, "roleType": role, "copyTraderNum": "3"}]},
            ),
            "copy-trading",
        )
        for role in ("1", "2", "7")
        for kind in ("SWAP", "SPOT")
    ),
    "copytrading/current-subpositions": (
        blocks(
            "position",
            put("copytrading/current-subpositions", rows.copied_position()),
            "copy-trading",
        ),
    ),
    "copytrading/current-lead-traders": (
        blocks(
            "trader",
            put("copytrading/current-lead-traders", rows.lead_trader()),
            "copy-trading",
        ),
    ),
    "copytrading/total-unrealized-profit-sharing": (
        blocks(
            "share",
            put("copytrading/total-unrealized-profit-sharing", rows.unpaid_profit_total()),
            "copy-trading",
        ),
    ),
    "copytrading/unrealized-profit-sharing-details": (
        blocks(
            "share",
            put("copytrading/unrealized-profit-sharing-details", rows.unpaid_profit_share()),
            "copy-trading",
        ),
    ),
    # -- sub-accounts ---------------------------------------------------------------------
    "users/subaccount/list": (
        blocks("empty", sub(), "sub-accounts", verdict=Verdict.UNCONFIRMED),
        in_sub(
            "with a frozen function",
            lambda a: a.sub_account(SUB, frozen=["trading"]),
            "account.restrictions",
        ),
        in_sub(
            "switched off",
            lambda a: a.sub_account(SUB, enabled=False),
            "account.restrictions",
        ),
        *(
            blocks(
                f"of kind {kind}",
                sub_of_kind(kind),
                "sub-accounts",
                verdict=Verdict.UNCONFIRMED,
            )
            for kind in ("2", "5", "9", "12")
        ),
    ),
    "users/entrust-subaccount-list": (
        blocks(
            "entrusted",
            put("users/entrust-subaccount-list", rows.entrusted()),
            "sub-accounts",
            verdict=Verdict.UNCONFIRMED,
        ),
    ),
    "account/subaccount/balances": (
        in_sub("own", sub(cashBal="12", eq="12"), WALLET),
        in_sub("bots", sub(stgyEq="3", eq="3"), WALLET),
        in_sub("copy trading", sub(spotCopyTradingEq="3", eq="3"), WALLET),
        in_sub("frozen alone", sub(frozenBal="3"), WALLET),
        in_sub("locked by an order alone", sub(ordFrozen="3"), WALLET),
        in_sub("equity alone", sub(eq="3"), WALLET),
        in_sub("debt", sub(liab="3"), "loans.margin"),
        in_sub("interest alone", sub(interest="0.000001"), "loans.margin"),
        in_sub("negative cash", sub(cashBal="-3"), "loans.margin"),
        in_sub("positions alone", sub_positions, WALLET, "positions.open"),
    ),
    "asset/subaccount/balances": (in_sub("dust", sub_funding, "wallet.funding"),),
}
