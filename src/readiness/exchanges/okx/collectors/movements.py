"""What moved while the account was being looked at."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import NotStated
from readiness.domain.items import Direction, Item, Movement, Stage, Transfer
from readiness.exchanges.catalogue import SINCE, Traits
from readiness.exchanges.okx.wire.trade import PositionMove
from readiness.exchanges.okx.wire.transfers import Bill
from readiness.exchanges.wire import moment


def bills(rows: Sequence[Bill], traits: Traits) -> Iterator[Item]:
    """Every bill since the scan began; one without a readable time counts as such."""
    since = int(traits.get(SINCE, "0"))
    for row in rows:
        if moment(row.ts) is None or int(row.ts) >= since:
            yield Movement(
                id=row.bill_id,
                asset=row.ccy,
                amount=row.amt if isinstance(row.bal_chg, NotStated) else row.bal_chg,
                at=moment(row.ts),
                details=(("type", row.type), ("sub_account", row.sub_acct)),
            )


_MOVED: Final = frozenset({"filled", "failed"})


def position_moves(rows: Sequence[PositionMove], _: Traits) -> Iterator[Item]:
    """Position transfers between own accounts that have not ended."""
    for row in rows:
        if row.state not in _MOVED:
            yield Transfer(
                id=row.block_td_id or row.client_id,
                direction=Direction.OUT,
                asset="",
                amount=NotStated(),
                state=row.state,
                stage=Stage.MOVING if row.state == "pending" else Stage.UNRECOGNISED,
                since=moment(row.ts),
            )
