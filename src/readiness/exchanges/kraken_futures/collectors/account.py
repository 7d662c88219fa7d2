"""What the account has set to act by itself, and what has moved since the scan began."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Effect, Item, Movement, Setting
from readiness.exchanges.amounts import less
from readiness.exchanges.begun import is_since
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kraken_futures.names import asset_of
from readiness.exchanges.kraken_futures.wire.account import Participant
from readiness.exchanges.kraken_futures.wire.trade import LogEntry


def assignments(rows: Sequence[Participant], _: Traits) -> Iterator[Item]:
    """Preferences by which positions of others come into the account at any time."""
    for row in rows:
        if row.participant.enabled:
            what = row.participant.contract or row.participant.contract_type
            yield Setting(name=f"assignment program {what}", effect=Effect.REFILLS)


def movements(rows: Sequence[LogEntry], traits: Traits) -> Iterator[Item]:
    """Every entry since the scan began; one without a readable time counts as such."""
    for row in rows:
        if is_since(row.date, traits):
            yield Movement(
                id=row.booking_uid,
                asset=asset_of(row.asset),
                amount=less(row.new_balance, [row.old_balance]),
                at=row.date,
                details=(("type", row.info), ("wallet", row.margin_account)),
            )
