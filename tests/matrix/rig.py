"""One exchange on the test bench: all that the matrices have to know about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tests.exchanges.embedded import EMBEDDED, Account
from tests.exchanges.support import Line
from tests.matrix.cases import Arrange, Case
from tests.matrix.faults import Codes, Table, Wrong
from tests.matrix.memory import World

from readiness.domain.policy import Policy
from readiness.exchanges.adapter import Adapter, load_adapter
from readiness.exchanges.catalogue import Asked, Call, Catalogue, Request
from readiness.exchanges.paging import Capped, Newest, Numbered, Pages, Paging, Tokens
from readiness.exchanges.registry import EXCHANGES
from readiness.policies import load_policy
from readiness.simulator import Fault

When = Callable[[Mapping[str, str]], bool]


@dataclass(frozen=True)
class Money:
    """Some money in a wallet, for tests that need something to be found.

    Attributes:
        put: puts it there.
        area: where it is reported.
        asset: what it is.
    """

    put: Arrange
    area: str
    asset: str


@dataclass(frozen=True, eq=False)
class Rig:
    """One exchange on the test bench.

    Attributes:
        exchange: its id in the configuration.
        cases: what every request reveals, by request id.
        table: what can go wrong with an answer.
        modes: kinds of accounts, each made from a clean one, which it may replace by
            another; the first is the usual one.
        sub: name of a sub-account.
        takes_part: joins every product for which somebody has to be asked in.
        there: what has to be there before a request is made at all, by request id; may
            return another account, whose key then asks.
        money: some money.
        clock: the request that tells the exchange's time.
        pairs: requests that feed different areas, two by two; the second of the first pair
            does not show the money.
        slice: one of so many cells of the fault matrix is scanned whole by default; prime, so
            that no request and no fault is left out.
        told_by_the_key: areas that are proved by the key's own answer alone.
        by_hand: areas that a person has to look at in accounts of a kind, by mode.
        silent: feeds that show nothing by themselves, as request and area: a good answer is
            all there is to see.
    """

    exchange: str
    cases: Mapping[str, tuple[Case, ...]]
    table: Table
    modes: Mapping[str, Arrange]
    sub: str
    takes_part: Arrange
    money: Money
    clock: str
    pairs: tuple[tuple[str, str], ...]
    slice: int
    told_by_the_key: frozenset[str]
    there: Mapping[str, Arrange] = field(default_factory=dict)
    by_hand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    silent: frozenset[tuple[str, str]] = frozenset()

    def __str__(self) -> str:
        return self.exchange

    @property
    def codes(self) -> Codes:
        return self.table.codes

    @cached_property
    def adapter(self) -> Adapter:
        return load_adapter(EXCHANGES[self.exchange])

    @property
    def catalogue(self) -> Catalogue:
        return self.adapter.catalogue

    @property
    def key(self) -> str:
        """The request that asks about the key."""
        return self.adapter.key.id

    @property
    def policy(self) -> Policy:
        return load_policy(EXCHANGES[self.exchange].family)

    # -- accounts --------------------------------------------------------------------------

    def account(self, mode: str = "") -> Account:
        """A clean account."""
        account = EMBEDDED[self.exchange].open_account()
        return self.modes[mode or next(iter(self.modes))](account) or account

    def clean(self, mode: str = "") -> World:
        """An exchange with one account in which nothing is left."""
        return self._world(self.account(mode), mode)

    def account_for(self, request: Request) -> Account:
        """An account that takes part in everything, and for which the request is made."""
        return self._prepared(self.account(self._mode_for(request)), request)

    def kind_for(self, request: Request) -> tuple[str, str, str]:
        """What that account is like: the same for many requests."""
        there = request.id if request.id in self.there else ""
        return (self._mode_for(request), request.scope_parameter, there)

    def _mode_for(self, request: Request) -> str:
        if request.loop and request.loop.spared_by:
            # What another request may spare is made for accounts of the kind of its case.
            return self.cases[request.id][0].mode
        traits = EMBEDDED[self.exchange].traits
        for mode in self.modes:
            known = traits(self._prepared(self.account(mode), request))
            if request.applies(known) and not request.adds_only(known):
                return mode
        raise AssertionError(f"no kind of account for which {request.id} is asked")

    def _prepared(self, account: Account, request: Request) -> Account:
        self.takes_part(account)
        if request.scope_parameter:
            account.sub_account(self.sub)
        put_there = self.there.get(request.id)
        return (put_there(account) if put_there else None) or account

    def world_for(self, request: Request) -> World:
        """The same at an exchange."""
        return self._world(self.account_for(request), self._mode_for(request))

    def _world(self, account: Account, mode: str) -> World:
        unseen = self.policy.main_only.areas if account.parent else ()
        return World(
            {"main": account},
            exchange=self.exchange,
            also_confirmed=(*self.by_hand.get(mode, ()), *(area.value for area in unseen)),
        )

    # -- requests --------------------------------------------------------------------------

    def asked(self) -> list[Request]:
        """Every request that feeds an area, the key's own excepted."""
        return [r for r in self.catalogue if r.feeds and r.asked is not Asked.SERVICE]

    def path(self, name: str) -> str:
        """The path of a request, as it arrives: an id may say more than that."""
        return name.partition(":")[0]

    def meant(self, request: Request) -> When | None:
        """Tells the request's queries from those of others with the same path."""
        path = self.path(request.id)
        if sum(self.path(other.id) == path for other in self.catalogue) == 1:
            return None
        return lambda query: any(_is_query_of(query, request, call) for call in request.calls)

    def alike(self, left: str, right: str) -> bool:
        """Whether two requests cannot be told apart when they arrive."""
        same_path = self.path(left) == self.path(right)
        return same_path and _said_by(self.catalogue[left]) == _said_by(self.catalogue[right])

    def fault(
        self,
        line: Line,
        name: str,
        fault: Fault,
        times: int | None = None,
        when: When | None = None,
    ) -> None:
        """Order a fault for a request, and for no other with the same path."""
        conditions = [c for c in (self.meant(self.catalogue[name]), when) if c is not None]

        def fits(query: Mapping[str, str]) -> bool:
            return all(condition(query) for condition in conditions)

        line.fault(self.path(name), fault, times, fits)

    def count(self, line: Line, name: str) -> int:
        """How many requests of this name have arrived."""
        meant = self.meant(self.catalogue[name]) or (lambda _: True)
        arrivals = (entry for entry in line.sent if entry.path == self.path(name))
        return sum(meant(entry.params) for entry in arrivals)

    def faults(self, name: str, group: str = "") -> list[Wrong]:
        """Everything that can go wrong with a request, or all of one kind."""
        return self.table.of(self.catalogue[name], group)


_SIGNATURE: Final = {"timestamp", "recvWindow", "signature", "nonce"}


def _said_by(request: Request) -> list[tuple[Mapping[str, str], set[str]]]:
    """The values and the names of parameters that a request is made with, call by call."""
    return [(call.params, _names_of(request, call)) for call in request.calls]


def _names_of(request: Request, call: Call) -> set[str]:
    windows, loop = request.windows, request.loop
    return {
        *call.params,
        *((windows.start, windows.end) if windows else ()),
        *({loop.parameter} if loop else ()),
        request.since,
        request.scope_parameter,
        *_page_parameters(request.paging_of(call)),
    }


def _is_query_of(query: Mapping[str, str], request: Request, call: Call) -> bool:
    """Whether a query has the values of one call, and the parameters that come with it."""
    named = _names_of(request, call)
    same = all(query.get(name) == value for name, value in call.params.items())
    paging = request.paging_of(call)
    # A first page is asked for without a cursor, and mostly without a token.
    later = set[str]()
    if isinstance(paging, Pages) or (isinstance(paging, Tokens) and not paging.first):
        later = {paging.parameter}
    said = set(query) - _SIGNATURE
    return same and named - later - {""} <= said <= named


def _page_parameters(paging: Paging) -> set[str]:
    match paging:
        case Newest(size_parameter=size) | Capped(size_parameter=size):
            return {size}
        case Pages(parameter=parameter, size_parameter=size):
            return {parameter, size}
        case Numbered(parameter=parameter, size_parameter=size):
            return {parameter, size}
        case Tokens(parameter=parameter, size_parameter=size_parameter, size=rows):
            return {parameter, size_parameter if rows else ""}
    return set()
