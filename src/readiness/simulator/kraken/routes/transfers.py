"""Deposits, withdrawals and the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken.routes.shared import FUNDS, LEDGER, KrakenRoute, counted, fifty
from readiness.simulator.kraken.views.key import is_hidden
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.paging import Capped, Token
from readiness.simulator.tables.route import Asked, Params, View
from readiness.simulator.tables.window import Window

_CLASS = Filter("aclass", values=("currency", "tokenized_asset"), default="currency")
_WHEN = Window("time", start="start", end="end", row_unit=1000, unit=1000)
_LEAVING = ("withdraw-funds", "query-ledger")


def _is_paged(params: Params) -> bool:
    return params.get("cursor", "false") != "false"


def _pages(default: int) -> Token:
    return Token(
        told="next_cursor", default=default, maximum=500, last=None, opens=("true",), ids=("refid",)
    )


def _same_as(place: str) -> View[KrakenAccount]:
    """Serve the rows of another place: one list has two forms."""

    def rows(asked: Asked[KrakenAccount]) -> list[Any]:
        return list(asked.account.rows(place))

    return rows


def _both_forms(
    path: str, at: str, needs: tuple[str, ...], default: int
) -> tuple[KrakenRoute, KrakenRoute]:
    """Return one list as it is in pages, and as it is without them: a bare list, cut short."""
    filters = (_CLASS, *equal("asset", "method"))
    paged = KrakenRoute(
        path=path,
        method="POST",
        when=_is_paged,
        limits=counted(),
        needs=needs,
        hides=is_hidden,
        filters=filters,
        window=_WHEN,
        paging=_pages(default),
        at=at,
    )
    bare = KrakenRoute(
        path=path,
        method="POST",
        name=f"{path}:unpaged",
        limits=counted(),
        needs=needs,
        hides=is_hidden,
        filters=filters,
        window=_WHEN,
        view=_same_as(path),
        paging=Capped(default=default, maximum=500, ids=("refid",)),
    )
    return paged, bare


ROUTES = (
    *_both_forms("DepositStatus", "deposit", FUNDS, 25),
    *_both_forms("WithdrawStatus", "withdrawals", _LEAVING, 500),
    KrakenRoute(
        path="Ledgers",
        method="POST",
        limits=counted(2),
        needs=LEDGER,
        hides=is_hidden,
        filters=(
            Filter("asset", many=True, every="all"),
            Filter("type", every="all"),
            Filter("aclass"),
        ),
        window=replace(_WHEN, after=True),
        paging=fifty("id"),
        at="ledger",
        keyed="id",
    ),
)
