"""The look-alike of Kraken's futures: routes, keys, limits and state put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.auth import KEY, identify
from readiness.simulator.kraken_futures.errors import (
    Service,
    dialect,
    error_reply,
    service,
    stamp,
)
from readiness.simulator.kraken_futures.market import KrakenFuturesMarket
from readiness.simulator.kraken_futures.routes import LOG_COSTS, TABLE
from readiness.simulator.limits import Limit
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Options
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.answer import payload
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.paging import Page, whole
from readiness.simulator.tables.refusal import RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.simulator import TableSimulator


class KrakenFuturesSimulator(TableSimulator[KrakenFuturesAccount]):
    """Kraken's futures on loopback: read-only, honest, and as strict as its documents.

    A path is named whole: `derivatives/api/v3/accounts`.
    """

    def __init__(
        self,
        accounts: Iterable[KrakenFuturesAccount] = (),
        *,
        market: Market | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            accounts: Main accounts; sub-accounts come with them.
            market: Prices; a small made-up market if left out.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        nobody = KrakenFuturesAccount("0")
        market = market or KrakenFuturesMarket()
        super().__init__(TABLE, accounts, nobody=nobody, market=market, **options)

    def key_of(self, ask: Ask) -> str:
        """Return the public part of the key that a request carries."""
        return ask.headers.get(KEY, "")

    def identify(
        self, ask: Ask, caller: Caller[KrakenFuturesAccount] | None
    ) -> Caller[KrakenFuturesAccount]:
        """Verify the signed headers."""
        return identify(ask, caller)

    def limits_of(
        self,
        route: Route[KrakenFuturesAccount],
        caller: Caller[KrakenFuturesAccount] | None,
        ask: Ask,
    ) -> Iterable[Limit]:
        """Return what a request costs: the account log by how much of it is asked for."""
        if service(route.path) is not Service.HISTORY:
            return super().limits_of(route, caller, ask)
        count = whole(ask.params, "count", 500, lowest=1, highest=LOG_COSTS[-1][0])
        cost = next(cost for most, cost in LOG_COSTS if count <= most)
        return [replace(limit, weight=cost) for limit in route.limits]

    def refused(self, refusal: RefusalError, route: Route[KrakenFuturesAccount] | None) -> Reply:
        """Return the error answer of the service that was asked."""
        return error_reply(refusal, route, int(self.now() * 1000))

    def wrapped(
        self, route: Route[KrakenFuturesAccount], asked: Asked[KrakenFuturesAccount], page: Page
    ) -> Reply:
        """Return a page as its service sends it: only one of them has an envelope."""
        body = payload(route, page)
        each = service(route.path)
        if each is Service.DERIVATIVES:
            body = {"result": "success", **body, "serverTime": stamp(asked.ms)}
        return Reply(200, encode(body), dialect(each, route.at or None, asked.ms))
