"""Settings by which money moves without anybody doing anything."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Effect, Item, Setting
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.account import AccountConfig
from readiness.exchanges.okx.wire.wallets import TradingBalance

_LENDING_OFF = frozenset({"", "unsupported", "off"})


def borrowing(rows: Sequence[AccountConfig], _: Traits) -> Iterator[Item]:
    """Automatic borrowing, in margin and in spot trading."""
    for row in rows:
        if row.auto_loan:
            yield Setting(name="autoLoan", effect=Effect.BORROWS)
        if row.enable_spot_borrow:
            yield Setting(name="enableSpotBorrow", effect=Effect.BORROWS)


def lending(rows: Sequence[TradingBalance], _: Traits) -> Iterator[Item]:
    """Auto-earn, by asset; a status that nobody documents counts as on."""
    for row in rows:
        for detail in row.details:
            if detail.auto_lend_status not in _LENDING_OFF:
                yield Setting(name="auto-earn", effect=Effect.LENDS, asset=detail.ccy)
