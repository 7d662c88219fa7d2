"""How KuCoin cuts its lists: numbered pages with totals, and two kinds of cursors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from readiness.simulator.faults import Quirk
from readiness.simulator.plan import Turn
from readiness.simulator.tables.paging import (
    Capped,
    Numbered,
    Page,
    Told,
    page_size,
    sliced,
    whole,
)

_TOLD: Mapping[str, Told] = {
    "currentPage": "page",
    "pageSize": "size",
    "totalNum": "count",
    "totalPage": "pages",
}
_IDS = (
    "id",
    "orderId",
    "purchaseOrderNo",
    "redeemOrderNo",
    "userId",
    "subUserId",
    "walletTxId",
)


@dataclass(frozen=True)
class Pages(Numbered):
    """Numbered pages that are told beside the rows, with a smallest size.

    Attributes:
        least: Smallest page size.
    """

    least: int = 1
    tells: Mapping[str, Told] = field(default_factory=lambda: _TOLD)
    ids: tuple[str, ...] = _IDS

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for; refuse one that is too small."""
        whole(params, self.size, self.default, lowest=self.least)
        return super().cut(rows, params, quirk)


@dataclass(frozen=True)
class After(Capped):
    """Pages from new to old by the id of the last row seen.

    Attributes:
        cursor: The parameter with that id.
        key: The row field that it is compared with.
        more: Where it stands whether there are more; empty if it is not told.
    """

    default: int = 100
    maximum: int = 200
    cursor: str = "lastId"
    key: str = "id"
    more: str = ""

    def turn(self, params: Mapping[str, str]) -> Turn:
        """Return where in a run a request stands."""
        fixed = sorted(f"{name}={text}" for name, text in params.items() if name != self.cursor)
        return Turn(tuple(fixed), bool(params.get(self.cursor)))

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for; an id that is not there ends the list."""
        size = page_size(params, self.size, self.default, self.maximum)
        seen = params.get(self.cursor, "")
        ids = [str(row.get(self.key)) if isinstance(row, dict) else "" for row in rows]
        start = (ids.index(seen) + 1 if seen in ids else len(rows)) if seen else 0
        if quirk in (Quirk.SAME_PAGE, Quirk.NO_CURSOR):
            start = 0
        page, more = sliced(rows, start, size, quirk, (self.key,))
        return Page(page, {self.more: more} if self.more else {})


@dataclass(frozen=True)
class Latest(After):
    """The same, with the id that asks for the next page told beside the rows; 0 if none are."""

    default: int = 20
    maximum: int = 100

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the page that a request asks for, and what asks for the next one."""
        page = super().cut(rows, params, quirk)
        last = page.rows[-1] if page.rows else {}
        seen = last.get(self.key, 0) if isinstance(last, dict) else 0
        return Page(page.rows, {**page.told, self.cursor: seen})
