"""An embedded exchange that is described by a table of routes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar, Generic, Unpack
from urllib.parse import urlencode

from readiness.simulator.ask import Ask
from readiness.simulator.faults import Quirk
from readiness.simulator.journal import Arrival
from readiness.simulator.limits import Limit
from readiness.simulator.plan import Turn
from readiness.simulator.reply import Reply
from readiness.simulator.simulator import Answer, Options, Simulator
from readiness.simulator.tables.access import check_access, scope_of
from readiness.simulator.tables.account import A, Caller
from readiness.simulator.tables.answer import page_of
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.paging import Page
from readiness.simulator.tables.query import check
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.table import Table


class TableSimulator(Simulator, Generic[A]):
    """An exchange on loopback: read-only, honest, and as strict as its documents.

    Attributes:
        accounts: The main accounts it serves, each with its sub-accounts.
        market: What is the same for everybody.
        table: Its routes.
    """

    PREFIX: ClassVar[str] = "/"
    """What all paths begin with, and routes leave out."""
    SERVICE: ClassVar[frozenset[str]] = frozenset()
    """Parameters that signing adds: no route sees them and no record shows them."""
    CROWD: ClassVar[Limit | None] = None
    """The limit that an address meets, whatever it asks."""

    def __init__(
        self,
        table: Table[A],
        accounts: Iterable[A],
        *,
        nobody: A,
        market: Market | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            table: Its routes.
            accounts: Main accounts; sub-accounts come with them.
            nobody: Stands in for the account where nobody has to sign.
            market: Public data; a small made-up market if left out.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        super().__init__(**options)
        self.table = table
        self.accounts = list(accounts)
        self.market = market or Market()
        self._nobody = Caller(nobody, nobody.keys[0])

    # -- what an exchange adds -------------------------------------------------------------

    @abstractmethod
    def key_of(self, ask: Ask) -> str:
        """Return the public part of the key that a request carries; empty if it has none."""

    @abstractmethod
    def identify(self, ask: Ask, caller: Caller[A] | None) -> Caller[A]:
        """Verify what a signed request carries; return who sent it.

        Args:
            ask: The request.
            caller: Whose key it carries; `None` if nobody's.

        Raises:
            RefusalError: Something about it is wrong.
        """

    @abstractmethod
    def refused(self, refusal: RefusalError, route: Route[A] | None) -> Reply:
        """Return the exchange's error answer."""

    @abstractmethod
    def wrapped(self, route: Route[A], asked: Asked[A], page: Page) -> Reply:
        """Return the exchange's answer around a page; see `answer.payload`."""

    def beside(self, route: Route[A], caller: Caller[A] | None, ask: Ask) -> Mapping[str, str]:
        """Return headers that every answer of a route carries, refused or not."""
        del route, caller, ask
        return {}

    def limits_of(self, route: Route[A], caller: Caller[A] | None, ask: Ask) -> Iterable[Limit]:
        """Return the limits of a request; they may depend on who asks, and for how much."""
        del caller, ask
        return route.limits

    # -- what a simulator does -------------------------------------------------------------

    def arrival(self, ask: Ask) -> Arrival:
        """Record a request without its credentials, and without what signing adds."""
        caller = self.find(self.key_of(ask))
        return Arrival(
            time=ask.time,
            uid=caller.account.uid if caller else "",
            method=ask.method,
            path=self.path_of(ask),
            query=urlencode(self.own(ask.params)),
            signed=bool(self.key_of(ask)),
        )

    def turn(self, path: str, params: Mapping[str, str]) -> Turn:
        """Return where in a paged run a request stands."""
        own = self.own(params)
        for method in ("GET", "POST"):
            try:
                route, _ = self.table.find(method, path, own)
            except RefusalError:
                continue
            return route.paging.turn(own) if route.paging else Turn()
        return Turn()

    def receive(self, ask: Ask) -> Answer:
        """Check path, verb, key and limits on arrival; the rest is answered later."""
        route: Route[A] | None = None
        try:
            self._count_address(ask)
            route, inside = self._route(ask)
            caller = self._caller(route, ask)
            self._count(route, caller, ask)
        except RefusalError as refusal:
            reply = self.refused(refusal, route)
            if route is not None:
                reply = reply.with_headers(self.beside(route, self.find(self.key_of(ask)), ask))
            return lambda quirk: reply
        meant, params = route, {**self.own(ask.params), **inside}
        headers = self.beside(meant, caller, ask)
        return lambda quirk: self._answer(meant, caller, params, quirk).with_headers(headers)

    def path_of(self, ask: Ask) -> str:
        """Return a path as routes and records have it."""
        return ask.path.removeprefix(self.PREFIX)

    def find(self, key: str) -> Caller[A] | None:
        """Return who has a key."""
        for main in self.accounts:
            for account in (main, *list(main.subs.values())):
                for known in account.keys:
                    if known.key == key:
                        return Caller(account, known)
        return None

    def own(self, params: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters without those that signing adds."""
        return {name: value for name, value in params.items() if name not in self.SERVICE}

    # -- inside ----------------------------------------------------------------------------

    def _route(self, ask: Ask) -> tuple[Route[A], dict[str, str]]:
        if not ask.path.startswith(self.PREFIX):
            raise RefusalError(Problem.PATH, ask.path)
        return self.table.find(ask.method, self.path_of(ask), self.own(ask.params))

    def _count_address(self, ask: Ask) -> None:
        if self.CROWD is not None and not self.within(self.CROWD, "*", ask.peer, ask):
            raise RefusalError(Problem.CROWD, str(self.CROWD))

    def _caller(self, route: Route[A], ask: Ask) -> Caller[A] | None:
        key = self.key_of(ask)
        if route.access == "public" or (route.access == "either" and not key):
            return None
        return self.identify(ask, self.find(key))

    def _count(self, route: Route[A], caller: Caller[A] | None, ask: Ask) -> None:
        for limit in self.limits_of(route, caller, ask):
            owner = self.owner(limit, caller, ask)
            if not self.within(limit, route.name or route.path, owner, ask):
                raise RefusalError(Problem.RATE, str(limit))

    def owner(self, limit: Limit, caller: Caller[A] | None, ask: Ask) -> str:
        """Return whose budget a request spends."""
        if caller is None or limit.per == "ip":
            return ask.peer
        if limit.per == "key":
            return f"{caller.account.uid}, key {caller.account.keys.index(caller.key) + 1}"
        return caller.account.uid if limit.per == "user" else caller.account.main.uid

    def _answer(
        self, route: Route[A], caller: Caller[A] | None, params: Mapping[str, str], quirk: Quirk
    ) -> Reply:
        asker = caller or self._nobody
        try:
            if caller is not None:
                check_access(route, caller, params)
            check(route, params)
            account = scope_of(route, asker.account, params)
            now = int(self.now() * 1000)
            asked = Asked(account, asker.account, asker.key, self.market, params, now)
            return self.wrapped(route, asked, page_of(route, asked, quirk))
        except RefusalError as refusal:
            return self.refused(refusal, route)
