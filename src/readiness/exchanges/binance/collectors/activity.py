"""Mining, copy trading, stocks."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.items import CopyTie, CopyTrading, Effect, Item, Order, Setting
from readiness.exchanges.binance.wire.activity import (
    Algorithm,
    CopyTradingStatus,
    EquityOrder,
    HashrateResale,
    MiningPayout,
    TokenizedHistory,
)
from readiness.exchanges.catalogue import Traits

_RESALE_FINAL: Final = frozenset({"1", "2"})
_TOKENIZED_FINAL: Final = frozenset({"s"})


def algorithms(rows: Sequence[Algorithm]) -> Iterator[str]:
    """Everything that the pool mines: payouts have to be asked for one by one."""
    for row in rows:
        yield row.algo_name


def payouts(rows: Sequence[MiningPayout], _: Traits) -> Iterator[Item]:
    """Who was paid lately is paid again: a mining account fills the wallet by itself."""
    for row in rows:
        yield Setting(name="mining", effect=Effect.REFILLS, asset=row.coin_name)


def resales(rows: Sequence[HashrateResale], _: Traits) -> Iterator[Item]:
    """Contracts by which the account's hashrate works for somebody else."""
    for row in rows:
        if row.status not in _RESALE_FINAL:
            yield Order(
                id=row.config_id,
                order_type=wording.HASHRATE_RESALE,
                instrument=row.algo_name,
                side="sell",
                size=row.hash_rate,
                state=row.status,
                details=(("end_day", row.end_day),),
            )


def leads(rows: Sequence[CopyTradingStatus], _: Traits) -> Iterator[Item]:
    """Whether others copy the account's futures trades."""
    for row in rows:
        if row.data.is_lead_trader:
            yield CopyTrading(tie=CopyTie.LEADS, id="futures")


def stock_orders(rows: Sequence[EquityOrder], _: Traits) -> Iterator[Item]:
    """Open orders for stocks."""
    for row in rows:
        yield Order(
            id=row.order_id,
            order_type=f"stock {row.order_type}".rstrip(),
            instrument=row.symbol,
            side=row.side,
            size=row.qty,
            state=row.status,
        )


def tokenized(rows: Sequence[TokenizedHistory], _: Traits) -> Iterator[Item]:
    """Stocks that are being turned into tokens, or back."""
    for answer in rows:
        for row in answer.rows:
            if row.status.lower() not in _TOKENIZED_FINAL:
                yield Order(
                    id=row.issuer_request_id,
                    order_type=wording.TOKENIZED_STOCK,
                    instrument=row.tokenized_asset,
                    side=row.convert_type,
                    size=row.tokenized_asset_amount,
                    state=row.status,
                )
