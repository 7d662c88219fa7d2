"""Spot and funding wallets, NFTs, and what moves between the account's own wallets.

Three requests show the spot wallet. What they show alike becomes the same items, so
that money is told once; what only one of them shows is told as well.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import Exact, total
from readiness.domain.items import Direction, Holding, Item, Movement, Nature, Stage, Transfer
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.begun import is_since
from readiness.exchanges.binance.collectors.money import nature_of
from readiness.exchanges.binance.wire.account import SpotAccount, SubAccountTransfer
from readiness.exchanges.binance.wire.spot import (
    Coin,
    Dividend,
    Dust,
    Nft,
    OwnTransfer,
    WalletAsset,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.money import held
from readiness.exchanges.wire import mandatory, moment

_VIEW: Final = "spot"


def balances(rows: Sequence[SpotAccount], _: Traits) -> Iterator[Item]:
    """Every asset of the spot wallet of which anything is left."""
    for row in rows:
        for balance in row.balances:
            yield from _own(balance.asset, balance.free, balance.locked)


def user_assets(rows: Sequence[WalletAsset], _: Traits) -> Iterator[Item]:
    """The same, with what the platform holds back or is paying out."""
    for row in rows:
        yield from _own(row.asset, row.free, row.locked)
        yield from _apart(row.asset, (("freeze", row.freeze), ("withdrawing", row.withdrawing)))


def coins(rows: Sequence[Coin], _: Traits) -> Iterator[Item]:
    """The same for every coin that Binance lists, fiat money and token sales included."""
    for row in rows:
        shown = [
            *_own(row.coin, row.free, row.locked),
            *_apart(
                row.coin,
                (
                    ("freeze", row.freeze),
                    ("withdrawing", row.withdrawing),
                    ("ipoing", row.ipoing),
                ),
            ),
        ]
        yield from shown or _apart(row.coin, (("storage", row.storage),))


def _own(asset: str, free: AnyAmount, locked: AnyAmount) -> Iterator[Item]:
    free, locked = mandatory(free), mandatory(locked)
    left = first_left(total([free, locked]), free, locked)
    if left:
        yield held(asset, left, _VIEW, frozen=locked, nature=nature_of(asset))


def _apart(asset: str, parts: Sequence[tuple[str, AnyAmount]]) -> Iterator[Item]:
    """What is in neither of the two amounts that the account itself shows."""
    for name, amount in parts:
        left = first_left(mandatory(amount))
        if left:
            yield held(asset, left, _VIEW, name=name, frozen=left)


def funding(rows: Sequence[WalletAsset], _: Traits) -> Iterator[Item]:
    """Every asset of the funding wallet of which anything is left."""
    for row in rows:
        held_back = [mandatory(part) for part in (row.locked, row.freeze, row.withdrawing)]
        parts = [mandatory(row.free), *held_back]
        left = first_left(total(parts), *parts)
        if left:
            yield held(row.asset, left, "funding", frozen=total(held_back))


def dust(rows: Sequence[Dust], _: Traits) -> Iterator[Item]:
    """What Binance offers to convert: counted over wallets, and more than they show is left."""
    for row in rows:
        left = first_left(mandatory(row.amount_free))
        if left:
            yield Holding(nature=Nature.ACROSS, id="dust", asset=row.asset, amount=left)


def nfts(rows: Sequence[Nft], _: Traits) -> Iterator[Item]:
    """Every token, each of which there is one."""
    for row in rows:
        yield Holding(
            id=f"{row.network}:{row.contract_address}:{row.token_id}",
            asset=wording.NFT,
            amount=Exact(value=Decimal(1)),
        )


_OWN_ENDED: Final = frozenset({"confirmed", "failed"})
_SUB_ENDED: Final = frozenset({"success", "failure"})
_MOVING: Final = frozenset({"pending", "process"})
_COMES_IN: Final = "1"


def transfers(rows: Sequence[OwnTransfer], _: Traits) -> Iterator[Item]:
    """Transfers between own wallets that have not ended."""
    for row in rows:
        if row.status.lower() not in _OWN_ENDED:
            yield Transfer(
                id=row.tran_id,
                direction=Direction.OUT,
                asset=row.asset,
                amount=row.amount,
                state=row.status,
                stage=_stage(row.status),
                since=moment(row.timestamp),
                details=(("type", row.type),),
            )


def sub_account_transfers(rows: Sequence[SubAccountTransfer], _: Traits) -> Iterator[Item]:
    """Transfers of a sub-account with its main account that have not ended."""
    for row in rows:
        if row.status.lower() not in _SUB_ENDED:
            yield Transfer(
                id=row.tran_id,
                direction=Direction.IN if row.type == _COMES_IN else Direction.OUT,
                asset=row.asset,
                amount=row.qty,
                state=row.status,
                stage=_stage(row.status),
                since=moment(row.time),
            )


def _stage(state: str) -> Stage:
    return Stage.MOVING if state.lower() in _MOVING else Stage.UNRECOGNISED


def moved(rows: Sequence[OwnTransfer], traits: Traits) -> Iterator[Item]:
    """Transfers between own wallets since the scan began."""
    for row in rows:
        if is_since(moment(row.timestamp), traits):
            yield Movement(
                id=row.tran_id,
                asset=row.asset,
                amount=row.amount,
                at=moment(row.timestamp),
                details=(("type", row.type),),
            )


def moved_to_main(rows: Sequence[SubAccountTransfer], traits: Traits) -> Iterator[Item]:
    """Transfers of a sub-account with its main account since the scan began."""
    for row in rows:
        if is_since(moment(row.time), traits):
            yield Movement(id=row.tran_id, asset=row.asset, amount=row.qty, at=moment(row.time))


def credited(rows: Sequence[Dividend], traits: Traits) -> Iterator[Item]:
    """What was credited since the scan began."""
    for row in rows:
        if is_since(moment(row.div_time), traits):
            yield Movement(
                id=row.id,
                asset=row.asset,
                amount=row.amount,
                at=moment(row.div_time),
                details=(("type", row.en_info),),
            )
