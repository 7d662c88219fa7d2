"""The Kraken look-alike: routes, keys, nonces, counters and state put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Unpack

from readiness.simulator.ask import Ask
from readiness.simulator.faults import Quirk
from readiness.simulator.kraken.account import TIERS, KrakenAccount
from readiness.simulator.kraken.assets import KrakenMarket
from readiness.simulator.kraken.auth import KEY, NONCE, OTP, identify, nonce_of
from readiness.simulator.kraken.errors import (
    INVALID_KEY,
    INVALID_NONCE,
    INVALID_SIGNATURE,
    LOCKED_OUT,
    THROTTLED,
    dialect,
    envelope,
    error_reply,
)
from readiness.simulator.kraken.routes import PUBLIC, TABLE
from readiness.simulator.limits import Limit
from readiness.simulator.reply import Reply, encode
from readiness.simulator.simulator import Answer, Options
from readiness.simulator.tables.account import Caller
from readiness.simulator.tables.answer import payload
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.paging import Page, Token
from readiness.simulator.tables.refusal import RefusalError
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.simulator import TableSimulator

LOCKOUT_AFTER = 5
"""Failed signatures in a row after which an address is locked out; the number is assumed."""
LOCKOUT_SECONDS = 900
"""How long that lasts; documented as some minutes."""
AT_ONCE = 10
"""Requests under way at which further ones are throttled; the number is assumed."""
THROTTLED_SECONDS = 5
"""How long a throttled client is asked to wait; assumed."""

_FAILURES = (INVALID_KEY, INVALID_SIGNATURE)
_LAST = {"null": None, "empty": ""}


class KrakenSimulator(TableSimulator[KrakenAccount]):
    """Kraken's spot API on loopback: read-only, honest, and as strict as its documents.

    A path is named without `/0/private/` and `/0/public/`: `BalanceEx`.
    """

    PREFIX = "/0/"
    SERVICE = frozenset({NONCE, OTP})

    def __init__(
        self,
        accounts: Iterable[KrakenAccount] = (),
        *,
        market: Market | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Prepare the exchange.

        Args:
            accounts: The accounts.
            market: Prices and the state of the platform; made up if left out.
            **options: Clock, limits, latency and port; see `Simulator`.
        """
        nobody = KrakenAccount("0")
        market = market or KrakenMarket()
        super().__init__(TABLE, accounts, nobody=nobody, market=market, **options)
        self._failures: Counter[str] = Counter()
        self._locked: dict[str, float] = {}
        self._under_way = 0

    def path_of(self, ask: Ask) -> str:
        """Return the name of what is asked; it is public or private, and never both."""
        tree, _, name = super().path_of(ask).partition("/")
        return name if tree == ("public" if name in PUBLIC else "private") else f"{tree}/{name}"

    def key_of(self, ask: Ask) -> str:
        """Return the public part of the key that a request carries."""
        return ask.headers.get(KEY, "")

    def receive(self, ask: Ask) -> Answer:
        """Throttle what comes while too much is under way; judge everything else."""
        if self.limits and self._under_way >= AT_ONCE:
            until = int(ask.time) + THROTTLED_SECONDS
            reply = self.refused(RefusalError(f"{THROTTLED}: {until}"), None)
            return lambda quirk: reply
        answer = super().receive(ask)
        self._under_way += 1

        def ended(quirk: Quirk) -> Reply:
            self._under_way -= 1
            return answer(quirk)

        return ended

    def identify(self, ask: Ask, caller: Caller[KrakenAccount] | None) -> Caller[KrakenAccount]:
        """Verify key, signature and nonce; lock an address out that fails too often."""
        if ask.time < self._locked.get(ask.peer, 0.0):
            raise RefusalError(LOCKED_OUT)
        try:
            known = identify(ask, caller)
        except RefusalError as refusal:
            if refusal.why in _FAILURES:
                self._failures[ask.peer] += 1
            if self._failures[ask.peer] >= LOCKOUT_AFTER:
                self._failures[ask.peer] = 0
                self._locked[ask.peer] = ask.time + LOCKOUT_SECONDS
            raise
        self._failures[ask.peer] = 0
        nonce = nonce_of(ask)
        if nonce <= known.account.nonces.get(known.key.key, -1):
            raise RefusalError(INVALID_NONCE)
        known.account.nonces[known.key.key] = nonce
        return known

    def limits_of(
        self, route: Route[KrakenAccount], caller: Caller[KrakenAccount] | None, ask: Ask
    ) -> Iterable[Limit]:
        """Return the counter of a key, as its account's tier has it."""
        del ask
        if caller is None:
            return route.limits
        most, falls = TIERS[caller.account.settings["tier"]]
        seconds = float(most / Decimal(falls))
        return [replace(limit, count=most, seconds=seconds) for limit in route.limits]

    def refused(self, refusal: RefusalError, route: Route[KrakenAccount] | None) -> Reply:
        """Return the error answer."""
        del route
        return error_reply(refusal)

    def wrapped(
        self, route: Route[KrakenAccount], asked: Asked[KrakenAccount], page: Page
    ) -> Reply:
        """Return the envelope around a page."""
        told = dict(page.told)
        if isinstance(route.paging, Token) and route.paging.told not in told:
            last = asked.account.settings["last_cursor"]
            told |= {route.paging.told: _LAST[last]} if last in _LAST else {}
        body = envelope(payload(route, Page(page.rows, told)))
        return Reply(200, encode(body), dialect(f"result.{route.at}" if route.at else "result"))
