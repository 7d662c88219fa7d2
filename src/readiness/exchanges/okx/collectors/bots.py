"""Trading bots: everything in a list of bots that have not ended."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Bot, Item
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.bots import DcaBot, GridBot, RecurringBuy, SignalBot

_SOURCES = {"1": "trading account", "2": "funding account", "3": "Simple Earn"}


def grid(rows: Sequence[GridBot], _: Traits) -> Iterator[Item]:
    """Spot and contract grids, also those that stopped and kept a position."""
    for row in rows:
        yield Bot(
            id=row.algo_id,
            bot_type=row.algo_ord_type,
            instrument=row.inst_id,
            state=row.state,
            invested=row.investment,
            details=(("copy_type", row.copy_type),),
        )


def signal(rows: Sequence[SignalBot], _: Traits) -> Iterator[Item]:
    """Signal bots."""
    for row in rows:
        yield Bot(
            id=row.algo_id,
            bot_type=f"signal {row.algo_ord_type}".strip(),
            instrument=", ".join(row.inst_ids),
            state=row.state,
            invested=row.total_eq,
        )


def dca(rows: Sequence[DcaBot], _: Traits) -> Iterator[Item]:
    """Spot and contract DCA (martingale) bots."""
    for row in rows:
        yield Bot(
            id=row.algo_id,
            bot_type=row.algo_ord_type,
            instrument=row.inst_id,
            state=row.state,
            asset=row.investment_ccy,
            invested=row.investment_amt,
            details=(("copy_type", row.copy_type),),
        )


def recurring(rows: Sequence[RecurringBuy], _: Traits) -> Iterator[Item]:
    """Recurring buys, paused ones too; they take money from a wallet by themselves."""
    for row in rows:
        yield Bot(
            id=row.algo_id,
            bot_type=row.algo_ord_type,
            instrument=row.stgy_name,
            state=row.state,
            asset=row.investment_ccy,
            invested=row.amt,
            details=(("takes_from", ", ".join(_SOURCES.get(code, code) for code in row.source)),),
        )
