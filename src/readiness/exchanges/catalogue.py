"""The words in which an exchange declares its requests.

A catalogue is the single truth about what can be asked: the gate's allow-list, the
rate limits, the collectors, ``readiness endpoints``, the coverage and the
documentation are all read from it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict

from readiness.domain.area import Area
from readiness.domain.items import Item
from readiness.exchanges.paging import UNDIVIDED, Paging, Windows
from readiness.gate.route import Limit, Route, Verb

if TYPE_CHECKING:
    from readiness.exchanges.history import History, HistoryList

Params: TypeAlias = Mapping[str, str]
Traits: TypeAlias = Mapping[str, str]
"""Facts about the account that decide what can be asked, such as its mode."""

SINCE: Final = "since_ms"
"""The trait that says when the scan began, on the exchange's clock (ms)."""


class WireRow(BaseModel):
    """One row of an answer, as the exchange documents it.

    Fields that nothing here judges by are ignored; fields that are judged by are
    required, so that a body of another shape is no answer.
    """

    model_config = ConfigDict(frozen=True, strict=True)


def always(_: Traits) -> bool:
    """It makes sense for every account."""
    return True


@dataclass(frozen=True)
class Loop:
    """A request that is made once for each name that another request shows.

    Attributes:
        over: id of the request whose rows name them.
        parameter: query parameter that takes the name.
        names: the names in those rows.
        told_in: the row's field that takes the name, where the answer itself does not tell it.
        spared_by: id of a request that shows the same without any names, to accounts where the
            exchange allows it; where it was read to its end, nothing is asked name by name.
    """

    over: str
    parameter: str
    names: Callable[[Sequence[Any]], Iterable[str]]
    told_in: str = ""
    spared_by: str = ""


@dataclass(frozen=True)
class Call:
    """One way a request is made.

    Attributes:
        params: its fixed parameters.
        paging: how its answers are divided, where that differs from the request's own.
        applies: whether it makes sense for an account with these traits.
    """

    params: Params = field(default_factory=dict)
    paging: Paging | None = None
    applies: Callable[[Traits], bool] = always


class Asked(StrEnum):
    """For whom a request is made."""

    ACCOUNT = "account"
    """Once for the account that owns the key."""
    MAIN_ONLY = "main-only"
    """Once, with a main account's key only."""
    EACH_SUB_ACCOUNT = "each-sub-account"
    """Once for every sub-account, with the main account's key."""
    ALL_SUB_ACCOUNTS = "all-sub-accounts"
    """Once for all sub-accounts, with the main account's key: each row says whose it is."""
    MOVEMENT = "movement"
    """In the second pass: has anything moved since the scan began?"""
    MAIN_MOVEMENT = "main-movement"
    """The same, with a main account's key only."""
    IDENTITY = "identity"
    """Right after the key: whose it is and what the account has opened."""
    SERVICE = "service"
    """For the session's own needs: the clock, the key, prices."""


RowReader: TypeAlias = Callable[[Sequence[Any], Traits], Iterable[Item]]
"""Rows of one request to the items they show. Pure; never drops what it cannot read."""


def never(_: Traits) -> bool:
    """It holds for no account."""
    return False


def no_objection(_rows: Sequence[Any]) -> str:
    """Whatever the rows are, together they are what is documented."""
    return ""


def everything_seen(_: Traits) -> str:
    """A key sees all that there is."""
    return ""


def nothing_left(_rows: Sequence[Any], _traits: Traits) -> Iterable[Item]:
    """A reader for areas in which the answer itself is all there is to see."""
    return ()


@dataclass(frozen=True)
class Feed:
    """Which area a request shows something of, and how its rows are read.

    Attributes:
        area: the area.
        read: rows to items.
        proves: whether no items means that the area is empty; otherwise it can only
            add what it shows.
    """

    area: Area
    read: RowReader
    proves: bool = True


@dataclass(frozen=True)
class Source:
    """Where a request is documented, and when that page was read."""

    url: str
    checked: date


@dataclass(frozen=True)
class Request:
    """One request that the tool can make.

    Attributes:
        id: its name everywhere (evidence, reasons, policy, error messages).
        route: verb, path and allowed parameters.
        ccxt_method: ccxt's implicit method for it, empty where ccxt has none.
        limit: as the exchange publishes it.
        purpose: one line: what it reveals.
        source: where it is documented.
        row: the shape of one row.
        signed: whether it needs a key.
        permission: what the key must be allowed to do.
        asked: for whom it is made.
        calls: the calls that together make it complete.
        paging: how its answers are divided.
        rows_at: key of the answer's one object that holds the rows; parts are divided by dots,
            keys of which nobody documents the right one by bars (a bare list is one as well).
        total_at: key of that object that states how many rows there are in all.
        none_is_absent: the key of the rows may be missing where the stated number is 0.
        keyed: the rows are the values of an object; the name under which each gets its key
            (a value that is no object stands under ``value``).
        objection: why rows that are each right are together not what is documented; empty
            if they are.
        windows: the spans of time it is asked for, where it serves no more at once.
        since: parameter that takes the beginning of the scan.
        since_unit: how many milliseconds that is counted in.
        loop: made once for each name that another request shows.
        scope_parameter: parameter that names the sub-account.
        scope_by_uid: it takes the sub-account's uid, and not the name that people know it by.
        whose: the sub-account that a row is of, by name or by uid, where one answer tells of
            all of them.
        feeds: the areas it shows something of.
        applies: whether it makes sense for an account with these traits.
        adds_only: whether, for an account with these traits, it only adds what it shows: such
            an account is not expected to have anything there, and may be refused the request.
        limited: why a key with these traits does not see all that there is; empty if it does.
        twice: it shows money that could have moved, so the second pass asks again.
        begun: which of its rows began since the scan did, as movements. It shows money that
            is under way, so the second pass asks for the newest of it after the wallets.
    """

    id: str
    route: Route
    ccxt_method: str
    limit: Limit
    purpose: str
    source: Source
    row: type[WireRow]
    signed: bool = True
    permission: str = "read_only"
    asked: Asked = Asked.ACCOUNT
    calls: tuple[Call, ...] = (Call(),)
    paging: Paging = UNDIVIDED
    rows_at: str = ""
    total_at: str = ""
    none_is_absent: bool = False
    keyed: str = ""
    objection: Callable[[Sequence[Any]], str] = no_objection
    windows: Windows | None = None
    since: str = ""
    since_unit: int = 1
    loop: Loop | None = None
    scope_parameter: str = ""
    scope_by_uid: bool = False
    whose: Callable[[Any], str] | None = None
    feeds: tuple[Feed, ...] = ()
    applies: Callable[[Traits], bool] = always
    adds_only: Callable[[Traits], bool] = never
    limited: Callable[[Traits], str] = everything_seen
    twice: bool = False
    begun: RowReader | None = None

    def paging_of(self, call: Call) -> Paging:
        """How the answers of one call are divided."""
        return call.paging or self.paging


class Catalogue:
    """All requests of an exchange, by id: those of a scan, and the history that a backup saves."""

    def __init__(self, *families: Sequence[Request], history: "History | None" = None) -> None:
        """Collect the families; an id may exist once.

        Raises:
            ValueError: two requests share an id, one loops over a request that is not there, or
                one tells of all sub-accounts and not whose its rows are.
        """
        self._requests = _by_id([request for family in families for request in family])
        for request in self:
            if request.loop and not self._shows_names(request.loop):
                raise ValueError(f"{request.id} loops over a request that shows no names")
            if (request.asked is Asked.ALL_SUB_ACCOUNTS) != (request.whose is not None):
                raise ValueError(f"{request.id} does not say whose its rows are")
        self.history: Mapping[str, HistoryList] = _by_id(history.lists if history else ())
        """What a backup saves, by id; an id that a scan has as well is the same path."""
        self.not_available = history.not_available if history else ()
        """What no request gives, and where a person gets it."""
        self.names: Mapping[str, Request] = _by_id(history.names if history else ())
        """What only tells the names that lists have to be asked about, by id."""
        if not self._requests.keys().isdisjoint(self.names):
            raise ValueError("two requests of the catalogue share an id")
        shown = {*self.names, *(request.id for request in self if not request.loop)}
        for entry in self.history.values():
            if entry.each and not shown.issuperset(entry.each.over):
                raise ValueError(f"{entry.id} loops over a request that shows no names")
            shown.add(entry.id)

    def _shows_names(self, loop: Loop) -> bool:
        others = (loop.over, loop.spared_by or loop.over)
        return all(name in self._requests and not self._requests[name].loop for name in others)

    def __iter__(self) -> Iterator[Request]:
        """The requests of a scan in the order in which they were declared."""
        return iter(self._requests.values())

    def get(self, request_id: str) -> Request | None:
        """One request of a scan by its id, if there is one."""
        return self._requests.get(request_id)

    def __getitem__(self, request_id: str) -> Request:
        """One request of a scan by its id."""
        return self._requests[request_id]

    @cached_property
    def scan_routes(self) -> frozenset[Route]:
        """What the gate of a scan lets through."""
        return _merged(request.route for request in self)

    @cached_property
    def backup_routes(self) -> frozenset[Route]:
        """What the gate of a backup lets through: the history, and what has to be known first."""
        named = {over for entry in self.history.values() if entry.each for over in entry.each.over}
        first = (
            request.route
            for request in self
            if request.asked in (Asked.SERVICE, Asked.IDENTITY) or request.id in named
        )
        names = (request.route for request in self.names.values())
        return _merged((*first, *names, *(entry.route for entry in self.history.values())))

    @cached_property
    def routes(self) -> frozenset[Route]:
        """All that can ever leave."""
        return _merged((*self.scan_routes, *self.backup_routes))

    @property
    def areas(self) -> frozenset[Area]:
        """Every area that at least one request shows something of."""
        return frozenset(feed.area for request in self._requests.values() for feed in request.feeds)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Named)


def _by_id(entries: Sequence[_Entry]) -> dict[str, _Entry]:
    by_id = {entry.id: entry for entry in entries}
    if len(by_id) != len(entries):
        raise ValueError("two requests of the catalogue share an id")
    return by_id


def _merged(routes: Iterable[Route]) -> frozenset[Route]:
    """Each verb and path once, with all that may go with it."""
    parameters: dict[tuple[Verb, str, str], frozenset[str]] = {}
    for route in routes:
        place = (route.method, route.path, route.api)
        parameters[place] = parameters.get(place, frozenset()) | route.parameters
    return frozenset(
        Route(method, path, names, api) for (method, path, api), names in parameters.items()
    )
