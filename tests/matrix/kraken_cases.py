"""Kraken: for every request, one thing that it alone reveals."""

from __future__ import annotations

import time
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import KrakenAccount
from readiness.simulator import kraken_rows as rows

SPOT: Final = "wallet.spot"
OTHER: Final = "wallet.other"
FLEXIBLE: Final = "earn.flexible"
FIXED: Final = "earn.fixed"
ON_CHAIN: Final = "earn.on-chain"
OTHER_EARN: Final = "earn.other"
TOTALS: Final = "account.totals"
ORDERS: Final = "orders.open"
POSITIONS: Final = "positions.open"
DEPOSITS: Final = "transfers.deposits"
WITHDRAWALS: Final = "transfers.withdrawals"
INTERNAL: Final = "transfers.internal"
MARGIN: Final = "loans.margin"
VIP: Final = "loans.vip"

STRATEGY: Final = "ESRFUO3-Q62XD-WIOIL7"
CURRENCY: Final = {"aclass": "currency"}
TOKENIZED: Final = {"aclass": "tokenized_asset"}


def holds(asset: str, amount: str, **more: str) -> Arrange:
    """An amount in the usual wallet."""
    return lambda account: account.balance(asset, amount, **more)


def put(place: str, *entries: Any) -> Arrange:
    """Plant rows, or fields of the one object, in the answer of a method."""
    return lambda account: account.put(place, *entries)


def allocated(total: str = "1", *, lock: str = "instant", **parts: str) -> Arrange:
    """Something in a strategy, that no balance shows; and how the strategy is left."""

    def arrange(account: KrakenAccount) -> None:
        account.allocate(STRATEGY, "DOT", total, suffix="", **parts)
        account.put("Earn/Strategies", {"id": STRATEGY, "lock_type": {"type": lock}})

    return arrange


def in_wallet(kind: str, **amounts: str) -> Arrange:
    """Something in a wallet beside the usual one."""
    return lambda account: account.open_wallet(kind, **amounts)


def just_now() -> Decimal:
    """A moment during the scan, as far as the exchange's clock may be off, in seconds."""
    return rows.seconds(int(time.time() * 1000) - 500)


def moved(name: str, **fields: Any) -> Case:
    """An entry of the ledger that was made while the scan ran."""

    def arrange(account: KrakenAccount) -> None:
        account.put("Ledgers", rows.ledger_entry(time=just_now(), **fields))

    return blocks(name, arrange, INTERNAL, verdict=Verdict.INCOMPLETE)


def total(name: str, value: str) -> Case:
    """One of Kraken's own numbers that nothing explains."""
    return blocks(name, put("TradeBalance", {name: value}), TOTALS, verdict=Verdict.INCOMPLETE)


def transfers(place: str, area: str) -> tuple[Case, ...]:
    """Each state in which a transfer has not ended, in each class of assets."""
    make = rows.FACTORIES[place]
    states: tuple[tuple[str, str | None], ...] = (
        *((status, None) for status in ("Initial", "Pending", "Settled", "Unheard Of")),
        *(("Pending", added) for added in ("onhold", "on-hold", "cancel-pending", "return")),
        *(("Success", added) for added in ("onhold", "cancel-pending", "unheard-of")),
    )
    return tuple(
        blocks(
            " ".join(filter(None, (classes["aclass"], status, added))),
            put(
                place,
                make(status=status, **classes, **({"status_prop": added} if added else {})),
            ),
            area,
            call=classes,
            alike=number > 0,
        )
        for classes in (CURRENCY, TOKENIZED)
        for number, (status, added) in enumerate(states)
    )


CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    # -- balances -------------------------------------------------------------------------
    "BalanceEx": (
        blocks("money", holds("ZUSD", "12.5"), SPOT),
        blocks("a little", holds("XXBT", "0.0000000001"), SPOT),
        blocks("without a price", holds("NOPRICE", "1"), SPOT),
        blocks("held back by the bank", holds("ZUSD.HOLD", "50"), SPOT),
        blocks("tokenized", holds("TSLAx.T", "1"), SPOT),
        # Kraken counts it in its total, and nobody here knows what it is worth.
        blocks("an ending that nobody knows", holds("DOT.Q", "1"), SPOT, TOTALS),
        blocks("rewards", holds("XBT.F", "1"), FLEXIBLE),
        blocks("opt-in rewards", holds("USDC.M", "1"), FLEXIBLE),
        blocks("bonded", holds("ATOM.B", "1"), FIXED),
        blocks("staked", holds("DOT28.S", "1"), ON_CHAIN),
        blocks("on a parachain", holds("KSM.P", "1"), ON_CHAIN),
        blocks("owed", holds("ZUSD", "-3"), MARGIN),
        blocks("credit", holds("ZUSD", "0", credit="10", credit_used="3"), VIP),
        blocks(
            "held by orders that no list has",
            put("BalanceEx", {"ZUSD": {"balance": "0.0000", "hold_trade": "5.0000"}}),
            SPOT,
            TOTALS,
        ),
    ),
    "Balance": (blocks("what no other list has", put("Balance", {"SOL": "1.5"}), TOTALS),),
    "TradeBalance": (
        total("eb", "25.0000"),
        total("m", "7.0354"),
        total("n", "-10.0232"),
        total("c", "21.1063"),
        total("v", "31.1297"),
        total("uv", "3.0000"),
    ),
    "CreditLines": (
        blocks(
            "one asset",
            put(
                "CreditLines",
                {"asset_details": {"USD": {"credit_used": "3.0000"}}, "limits_monitor": {}},
            ),
            VIP,
        ),
        blocks(
            "nobody says of what",
            put(
                "CreditLines",
                {"asset_details": {}, "limits_monitor": {"total_credit_used_usd": "3.0000"}},
            ),
            VIP,
        ),
    ),
    "Balance:wallets": (
        blocks("one for trading", in_wallet("spot", SOL="1"), OTHER),
        blocks("one for paying", in_wallet("pay", ZUSD="0.01"), OTHER),
        blocks("a kind that nobody knows", in_wallet("vault", SOL="1"), OTHER),
        blocks("a second usual one", in_wallet("main", SOL="1"), OTHER),
    ),
    # -- orders and positions -------------------------------------------------------------
    "OpenOrders": (
        blocks("a limit", put("OpenOrders", rows.order()), ORDERS),
        blocks("a stop", put("OpenOrders", rows.stop_order()), ORDERS),
        blocks("pending", put("OpenOrders", rows.order(status="pending")), ORDERS),
        blocks("on margin", put("OpenOrders", rows.order(descr={"leverage": "5:1"})), ORDERS),
    ),
    "OpenPositions": (
        blocks("short", put("OpenPositions", rows.position()), POSITIONS),
        blocks("long", put("OpenPositions", rows.position(type="buy")), POSITIONS),
        blocks(
            "nearly closed",
            put("OpenPositions", rows.position(vol="1", vol_closed="0.99999999")),
            POSITIONS,
        ),
    ),
    # -- Earn -----------------------------------------------------------------------------
    "Earn/Allocations": (
        blocks("flexible", allocated(), FLEXIBLE),
        blocks("flexible by itself", allocated(lock="flex"), FLEXIBLE),
        blocks("bonded", allocated(lock="bonded"), FIXED),
        blocks("for a time", allocated(lock="timed"), FIXED),
        blocks("nobody knows how", allocated(lock="unheard-of"), OTHER_EARN),
        blocks("unbonding", allocated(lock="bonded", unbonding="1"), FIXED),
        blocks("waiting to leave", allocated(lock="bonded", exit_queue="1"), FIXED),
        blocks("bonding", allocated(lock="bonded", bonding="1"), FIXED),
    ),
    "Earn/AllocateStatus": (blocks("coming", allocated("0", pending="1"), FLEXIBLE, OTHER_EARN),),
    "Earn/DeallocateStatus": (blocks("going", allocated("1", pending="-1"), FLEXIBLE, OTHER_EARN),),
    # -- transfers ------------------------------------------------------------------------
    "DepositStatus": transfers("DepositStatus", DEPOSITS),
    "WithdrawStatus": transfers("WithdrawStatus", WITHDRAWALS),
    "Ledgers:since": (
        moved("a trade"),
        moved("a transfer", type="transfer", asset="XXBT", amount="1"),
        moved("a reward", type="staking", asset="DOT", amount="0.1"),
    ),
}
