"""The Binance look-alike: routes, keys, weights and state put together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.binance.access import check_access, scope_of
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.answer import answer
from readiness.simulator.binance.auth import (
    KEY,
    ApiKey,
    Caller,
    identify,
    is_signed,
    own,
    parameters,
    recorded,
)
from readiness.simulator.binance.budget import Budget
from readiness.simulator.binance.errors import RefusalError, UnknownPathError, WrongVerbError
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.query import check
from readiness.simulator.binance.route import Asked, Route
from readiness.simulator.binance.routes import ROUTES
from readiness.simulator.faults import Quirk
from readiness.simulator.journal import Arrival
from readiness.simulator.plan import Turn
from readiness.simulator.reply import Reply
from readiness.simulator.simulator import Answer, Options, Simulator

# Stands in for the account where nobody has to sign.
_ANYBODY = Caller(BinanceAccount("0"), ApiKey("", ""))


class BinanceSimulator(Simulator):
    """Binance on loopback: read-only, honest, and as strict as its documents.

    All six address families (`/api`, `/sapi`, `/fapi`, `/dapi`, `/eapi`, `/papi`) answer here.
    A path is named in full and without the leading slash: `sapi/v1/margin/account`.

    Attributes:
        accounts: The main accounts it serves, each with its sub-accounts.
        market: What is the same for everybody.
    """

    def __init__(
        self,
        accounts: Iterable[BinanceAccount] = (),
        *,
        market: BinanceMarket | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            accounts: Main accounts; sub-accounts come with them.
            market: Prices and symbols; a small made-up market if left out.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        super().__init__(**options)
        self.accounts = list(accounts)
        self.market = market or BinanceMarket()
        self._budget = Budget(self)

    def arrival(self, ask: Ask) -> Arrival:
        """Record a request without its credentials, and without what signing adds."""
        caller = self._find(ask.headers.get(KEY, ""))
        return Arrival(
            time=ask.time,
            uid=caller.account.uid if caller else "",
            method=ask.method,
            path=ask.path.removeprefix("/"),
            query=recorded(ask),
            signed=is_signed(ask),
        )

    def turn(self, path: str, params: Mapping[str, str]) -> Turn:
        """Return where in a paged run a request stands."""
        route = ROUTES.get(path)
        return route.paging.turn(params) if route and route.paging else Turn()

    def receive(self, ask: Ask) -> Answer:
        """Check path, verb, key and weight on arrival; the rest is answered later."""
        headers: dict[str, str] = {}
        try:
            route = _route(ask)
            params = parameters(ask)
            caller = self._admit(route, ask, params, headers)
        except RefusalError as refusal:
            refused = refusal.reply().with_headers(headers)
            return lambda quirk: refused
        query = own(params) if route.signed else params
        return lambda quirk: self._answer(route, caller, query, quirk).with_headers(headers)

    def _admit(
        self, route: Route, ask: Ask, params: Mapping[str, str], headers: dict[str, str]
    ) -> Caller | None:
        # Weights by address count for everybody, recognised or not.
        by_address = route.pool.per == "ip"
        if by_address:
            headers.update(self._budget.spend(route, ask, ask.peer, params))
        caller = identify(ask, params, self._find) if route.signed else None
        if caller is not None and not by_address:
            headers.update(self._budget.spend(route, ask, caller.account.uid, params))
        return caller

    def _find(self, key: str) -> Caller | None:
        for main in self.accounts:
            for account in (main, *list(main.subs.values())):
                for known in account.keys:
                    if known.key == key:
                        return Caller(account, known)
        return None

    def _answer(
        self, route: Route, caller: Caller | None, query: Mapping[str, str], quirk: Quirk
    ) -> Reply:
        try:
            if caller is not None:
                check_access(route, caller)
            check(route, query)
            asker = caller or _ANYBODY
            account = scope_of(route, asker.account, query.get("email", ""))
            now = math.floor(self.now() * 1000)
            asked = Asked(account, asker.account, asker.key, self.market, query, now)
            return answer(route, asked, quirk)
        except RefusalError as refusal:
            return refusal.reply()


def _route(ask: Ask) -> Route:
    route = ROUTES.get(ask.path.removeprefix("/"))
    if route is None:
        raise UnknownPathError
    if ask.method != route.method:
        raise WrongVerbError
    return route
