"""The OKX look-alike: routes, keys, limits and state put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.faults import Quirk
from readiness.simulator.journal import Arrival
from readiness.simulator.okx.access import check_access, rows_of
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.auth import KEY, SIGN, ApiKey, Caller, identify
from readiness.simulator.okx.errors import DIALECT, RefusalError, UnknownPathError
from readiness.simulator.okx.market import OkxMarket
from readiness.simulator.okx.paging import Numbered, Row
from readiness.simulator.okx.query import check, narrowed, remembered
from readiness.simulator.okx.route import Asked, Route
from readiness.simulator.okx.routes import ROUTES
from readiness.simulator.plan import Turn
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Answer, Options, Simulator

PREFIX = "/api/v5/"
# Stands in for the account where nobody has to sign.
_ANYBODY = Caller(OkxAccount("0"), ApiKey("", "", ""))


class OkxSimulator(Simulator):
    """OKX on loopback: read-only, honest, and as strict as its documents.

    Attributes:
        accounts: The main accounts it serves, each with its sub-accounts.
        market: What is the same for everybody.
        forgets: Whether lists hide what is older than their documents say.
    """

    def __init__(
        self,
        accounts: Iterable[OkxAccount] = (),
        *,
        market: OkxMarket | None = None,
        forgets: bool = False,
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            accounts: Main accounts; sub-accounts come with them.
            market: Prices and notices; a small made-up market if left out.
            forgets: Whether lists hide what is older than their documents say.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        super().__init__(**options)
        self.accounts = list(accounts)
        self.market = market or OkxMarket()
        self.forgets = forgets

    def arrival(self, ask: Ask) -> Arrival:
        """Record a request without its credentials."""
        caller = self._find(ask.headers.get(KEY, ""))
        return Arrival(
            time=ask.time,
            uid=caller.account.uid if caller else "",
            method=ask.method,
            path=ask.path.removeprefix(PREFIX),
            query=ask.target.partition("?")[2],
            signed=SIGN in ask.headers,
        )

    def turn(self, path: str, params: Mapping[str, str]) -> Turn:
        """Return where in a paged run a request stands."""
        route = ROUTES.get(path)
        return route.paging.turn(params) if route and route.paging else Turn()

    def receive(self, ask: Ask) -> Answer:
        """Check path, verb, key and limit on arrival; the rest is answered later."""
        try:
            route = _route(ask)
            caller = self._caller(route, ask)
            self._count(route, caller, ask)
        except RefusalError as refusal:
            refused = refusal.reply()
            return lambda quirk: refused
        return lambda quirk: self._answer(route, caller, ask, quirk)

    def _caller(self, route: Route, ask: Ask) -> Caller | None:
        if route.access == "public" or (route.access == "either" and SIGN not in ask.headers):
            return None
        return identify(ask, self._find)

    def _find(self, key: str) -> Caller | None:
        for main in self.accounts:
            for account in (main, *list(main.subs.values())):
                for known in account.keys:
                    if known.key == key:
                        return Caller(account, known)
        return None

    def _count(self, route: Route, caller: Caller | None, ask: Ask) -> None:
        owner = ask.peer
        if caller is not None and route.limit.per != "ip":
            account = caller.account
            owner = account.uid if route.limit.per == "user" else account.main.uid
        if not self.within(route.limit, route.path, owner, ask):
            raise RefusalError("50011")

    def _answer(self, route: Route, caller: Caller | None, ask: Ask, quirk: Quirk) -> Reply:
        try:
            if caller is not None:
                check_access(route, caller)
            check(route, ask.query)
            asked = self._asked(route, caller or _ANYBODY, ask)
            rows = rows_of(route, asked)
            if self.forgets and route.reach:
                rows = remembered(rows, *route.reach, asked.ms)
            return _envelope(route, rows, asked, quirk)
        except RefusalError as refusal:
            return refusal.reply()

    def _asked(self, route: Route, caller: Caller, ask: Ask) -> Asked:
        account = caller.account
        if route.shared:
            account = account.main
        if route.sub_scope:
            sub = account.subs.get(ask.query["subAcct"])
            if sub is None:
                raise RefusalError("59510")
            account = sub
        return Asked(account, caller.key, self.market, ask.query, int(self.now() * 1000))


def _route(ask: Ask) -> Route:
    inside = ask.path.startswith(PREFIX)
    route = ROUTES.get(ask.path.removeprefix(PREFIX)) if inside else None
    if route is None:
        raise UnknownPathError
    if ask.method != "GET":
        raise RefusalError("50115")
    return route


def _envelope(route: Route, rows: list[Row], asked: Asked, quirk: Quirk) -> Reply:
    listed = narrowed(rows, route.filters, asked.query)
    beside: dict[str, Any] = {}
    if isinstance(route.paging, Numbered) and route.paging.told:
        beside["totalPage"] = route.paging.pages(listed, asked.query)
    page = route.paging.cut(listed, asked.query, quirk) if route.paging else listed
    data: Any = page[0] if route.one_object and page else page
    code: Any = 0 if route.numeric_code else "0"
    body = {"code": code, "data": data, "msg": ""} | beside
    return Reply(200, encode(body), DIALECT)
