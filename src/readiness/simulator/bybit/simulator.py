"""The Bybit look-alike: routes, keys, limits and state put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.auth import KEY, identify
from readiness.simulator.bybit.errors import dialect, envelope, error_reply
from readiness.simulator.bybit.routes import TABLE
from readiness.simulator.journal import Violation
from readiness.simulator.limits import Limit
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Answer, Options
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.answer import payload
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.paging import Page
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.simulator import TableSimulator

BROKER = ("Referer", "X-Referer")
"""Headers that name a broker: no reader should send them."""

BAN_SECONDS = 600
"""How long an address waits that came too often."""


class BybitSimulator(TableSimulator[BybitAccount]):
    """Bybit on loopback: read-only, honest, and as strict as its documents.

    A path is named without `/v5/`: `order/realtime`. Where a category chooses among several
    lists, rows are put at `order/realtime:linear`.
    """

    PREFIX = "/v5/"
    CROWD = Limit(600, 5, "ip")

    def __init__(
        self,
        accounts: Iterable[BybitAccount] = (),
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
        super().__init__(TABLE, accounts, nobody=BybitAccount("0"), market=market, **options)
        self._banned: dict[str, float] = {}

    def key_of(self, ask: Ask) -> str:
        """Return the public part of the key that a request carries."""
        return ask.headers.get(KEY, "")

    def identify(self, ask: Ask, caller: Caller[BybitAccount] | None) -> Caller[BybitAccount]:
        """Verify the signed headers."""
        return identify(ask, caller)

    def receive(self, ask: Ask) -> Answer:
        """Shut out an address that came too often, judge all others; record a broker's mark."""
        for header in BROKER:
            if header in ask.headers:
                limit = f"none that names a broker: {header}"
                self.violations.append(Violation(ask.time, self.path_of(ask), "", limit))
        if self.limits and ask.time < self._banned.get(ask.peer, 0.0):
            reply = self.refused(RefusalError(Problem.CROWD), None)
            return lambda quirk: reply
        seen = len(self.violations)
        answer = super().receive(ask)
        if any(violation.path == "*" for violation in self.violations[seen:]):
            self._banned[ask.peer] = ask.time + BAN_SECONDS
        return answer

    def refused(self, refusal: RefusalError, route: Route[BybitAccount] | None) -> Reply:
        """Return the error answer."""
        del route
        return error_reply(refusal, int(self.now() * 1000))

    def wrapped(self, route: Route[BybitAccount], asked: Asked[BybitAccount], page: Page) -> Reply:
        """Return the envelope around a page."""
        body = envelope(0, "OK", payload(route, page), asked.ms)
        key = f"result.{route.at}" if route.at else "result"
        return Reply(200, encode(body), dialect(key, asked.ms))

    def beside(
        self, route: Route[BybitAccount], caller: Caller[BybitAccount] | None, ask: Ask
    ) -> Mapping[str, str]:
        """Return the headers that tell how much of a limit is left."""
        if caller is None or not route.limits:
            return {}
        limit = route.limits[0]
        owner = self.owner(limit, caller, ask)
        left = limit.count - self.used(limit, route.path, owner)
        wait = 0.0 if left > 0 else self.free_after(limit, route.path, owner)
        return {
            "X-Bapi-Limit": str(limit.count),
            "X-Bapi-Limit-Status": str(max(0, left)),
            "X-Bapi-Limit-Reset-Timestamp": str(int((self.now() + wait) * 1000)),
        }
