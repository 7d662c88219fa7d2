"""Copy trading, both sides: leading and copying, open positions, unsettled profit shares."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import CopyTie, CopyTrading, Item
from readiness.exchanges.amounts import first_left
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.account import AccountConfig
from readiness.exchanges.okx.wire.bots import (
    CopyConfig,
    CopyPosition,
    FollowedTrader,
    ProfitShare,
    ProfitShareTotal,
)
from readiness.exchanges.wire import mandatory, moment

_NO_ROLE = "0"
_LEADS = "1"


def _role(role: str, where: str, followers: str = "") -> Iterator[Item]:
    """A role that nobody documents counts as one that copies."""
    if role != _NO_ROLE:
        yield CopyTrading(
            tie=CopyTie.LEADS if role == _LEADS else CopyTie.COPIES,
            id=f"{where}:{role}",
            details=(("where", where), ("followers", followers)),
        )


def roles(rows: Sequence[CopyConfig], _: Traits) -> Iterator[Item]:
    """Whether the account leads or copies, by instrument type."""
    for row in rows:
        for detail in row.details:
            yield from _role(detail.role_type, detail.inst_type, detail.copy_trader_num)


def account_roles(rows: Sequence[AccountConfig], _: Traits) -> Iterator[Item]:
    """The same, as the account's configuration tells it."""
    for row in rows:
        # Older answers do not have these fields; copytrading/config tells them again.
        yield from _role(row.role_type or _NO_ROLE, "SWAP")
        yield from _role(row.spot_role_type or _NO_ROLE, "SPOT")


def positions(rows: Sequence[CopyPosition], _: Traits) -> Iterator[Item]:
    """Positions led or copied."""
    for row in rows:
        yield CopyTrading(
            tie=CopyTie.POSITION,
            id=row.sub_pos_id,
            asset=row.ccy,
            amount=row.margin,
            details=(("where", row.inst_id), ("size", row.sub_pos)),
        )


def followed(rows: Sequence[FollowedTrader], _: Traits) -> Iterator[Item]:
    """Traders that are being copied."""
    for row in rows:
        yield CopyTrading(
            tie=CopyTie.FOLLOWS,
            id=row.unique_code,
            asset=row.ccy,
            amount=row.copy_total_amt,
            details=(("where", row.unique_code),),
        )


def share_total(rows: Sequence[ProfitShareTotal], _: Traits) -> Iterator[Item]:
    """Profit shares on the way to a lead trader."""
    for row in rows:
        amount = first_left(mandatory(row.total_unrealized_profit_sharing_amt))
        if amount:
            yield CopyTrading(
                tie=CopyTie.PROFIT_SHARE,
                id="profit-share:total",
                asset="USDT",
                amount=amount,
                clears_at=moment(row.profit_sharing_ts),
            )


def shares(rows: Sequence[ProfitShare], _: Traits) -> Iterator[Item]:
    """The same, follower by follower."""
    for row in rows:
        amount = first_left(mandatory(row.unrealized_profit_sharing_amt))
        if amount:
            yield CopyTrading(
                tie=CopyTie.PROFIT_SHARE,
                id=f"profit-share:{row.inst_type}:{row.ccy}:{row.ts}",
                asset=row.ccy,
                amount=amount,
            )
