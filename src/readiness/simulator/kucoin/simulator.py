"""The KuCoin look-alike: routes, keys, budgets and state put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.journal import Violation
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.auth import KEY, identify, partners
from readiness.simulator.kucoin.errors import dialect, error_reply
from readiness.simulator.kucoin.market import KucoinMarket
from readiness.simulator.kucoin.routes import TABLE
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Answer, Options
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.answer import payload
from readiness.simulator.tables.paging import Page
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.simulator import TableSimulator

SUCCESS = "200000"

# What the specification of 2025 wants to be asked coin by coin, and older documents do not.
_BY_CURRENCY = frozenset({"api/v1/deposits", "api/v1/withdrawals"})


class KucoinSimulator(TableSimulator[KucoinAccount]):
    """KuCoin on loopback: read-only, honest, and as strict as its documents.

    One address serves the spot and the futures API. Where both have a path, `tradeType` tells
    them apart: the futures API knows no such parameter.

    Attributes:
        versions: Versions of keys that it serves.
    """

    def __init__(
        self,
        accounts: Iterable[KucoinAccount] = (),
        *,
        market: KucoinMarket | None = None,
        versions: Collection[str] = ("2", "3"),
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            accounts: Main accounts; sub-accounts come with them.
            market: Prices; a small made-up market if left out.
            versions: Versions of keys that it serves. Its documents have withdrawn the second,
                which most programs still send.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        super().__init__(
            TABLE,
            accounts,
            nobody=KucoinAccount("0"),
            market=market or KucoinMarket(),
            **options,
        )
        self.versions = versions

    def receive(self, ask: Ask) -> Answer:
        """Judge a request on arrival; record headers that no reader should send."""
        for header in partners(ask):
            limit = f"none that names a partner: {header}"
            self.violations.append(Violation(ask.time, ask.path.removeprefix("/"), "", limit))
        return super().receive(ask)

    def key_of(self, ask: Ask) -> str:
        """Return the public part of the key that a request carries."""
        return ask.headers.get(KEY, "")

    def identify(self, ask: Ask, caller: Caller[KucoinAccount] | None) -> Caller[KucoinAccount]:
        """Verify the headers of a signed request; return who sent it."""
        return identify(ask, caller, self.versions)

    def refused(self, refusal: RefusalError, route: Route[KucoinAccount] | None) -> Reply:
        """Return the error answer."""
        del route
        return error_reply(refusal)

    def wrapped(
        self, route: Route[KucoinAccount], asked: Asked[KucoinAccount], page: Page
    ) -> Reply:
        """Return the answer in KuCoin's envelope."""
        self._check_currency(route, asked)
        body: dict[str, Any] = {"code": SUCCESS, "data": payload(route, page)}
        where = "data" if route.single or not route.at else f"data.{route.at}"
        return Reply(200, encode(body), dialect(where))

    def _check_currency(self, route: Route[KucoinAccount], asked: Asked[KucoinAccount]) -> None:
        wanted = asked.owner.settings["currency_required"] and route.path in _BY_CURRENCY
        if wanted and not asked.params.get("currency"):
            raise RefusalError(Problem.REQUIRED, "currency")

    def beside(
        self, route: Route[KucoinAccount], caller: Caller[KucoinAccount] | None, ask: Ask
    ) -> Mapping[str, str]:
        """Return the headers that tell what is left of a pool, and when it is full again."""
        limit = route.limits[0]
        owner = self.owner(limit, caller, ask)
        used = self.used(limit, route.name or route.path, owner)
        wait = self.free_after(limit, route.name or route.path, owner)
        return {
            "gw-ratelimit-limit": str(limit.count),
            "gw-ratelimit-remaining": str(limit.count - used),
            "gw-ratelimit-reset": str(int(wait * 1000)),
        }
