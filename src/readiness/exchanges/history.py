"""The words in which an exchange declares its lists of history: what a backup saves.

They stand in the same catalogue as the requests of a scan, and pass the same gate. A scan
never asks for them: they are about what has ended.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from readiness.exchanges.catalogue import (
    Asked,
    Call,
    Params,
    Request,
    Source,
    Traits,
    always,
    everything_seen,
)
from readiness.exchanges.paging import Capped, CursorKind, Numbered, Pages, Single, Tokens
from readiness.gate.route import Limit, Route

RawRow: TypeAlias = Mapping[str, Any]
"""A row as the exchange sent it."""


class HistoryKind(StrEnum):
    """What the rows of a list are; also the folder that they are saved in."""

    BILLS = "bills"
    FILLS = "fills"
    ORDERS = "orders"
    POSITIONS = "positions"
    DEPOSITS = "deposits"
    WITHDRAWALS = "withdrawals"
    TRANSFERS = "transfers"
    CONVERTS = "converts"
    FIAT = "fiat"
    EARN = "earn"
    REWARDS = "rewards"
    LOANS = "loans"
    BOTS = "bots"
    COPY_TRADING = "copy-trading"
    P2P = "p2p"


@dataclass(frozen=True)
class Onward:
    """Pages from old to new: each begins after the last row of the one before.

    Attributes:
        parameter: query parameter that asks for what begins with the cursor.
        field: wire name of the row's field that is the cursor.
        first: the cursor of the first page; empty sends none.
        kind: an id is counted up by one, a time is asked for again, since rows may share it.
        size: rows on a full page, and what is asked for.
        size_parameter: query parameter with the page's size.
    """

    parameter: str
    field: str
    first: str = "0"
    kind: CursorKind = CursorKind.ID
    size: int = 1000
    size_parameter: str = "limit"


HistoryPaging: TypeAlias = Single | Pages | Numbered | Onward | Capped | Tokens
"""How the answers of a list are divided.

Unlike in a scan, a page that is not full is no proof: the next one is asked for until nothing
new comes; where a token tells the next page, until there is none. A full ``Capped`` answer for
a span of time is asked for again in two halves.
"""


@dataclass(frozen=True)
class Spans:
    """A list that is served for a span of time only.

    Attributes:
        start: query parameter for the beginning of a span (ms).
        end: query parameter for its end (ms).
        days: the longest span that one request may ask for.
        settled_after: days after which a row no longer changes; a later backup asks again
            for so many days before the end of the last one.
        unit_ms: milliseconds in one unit of the two parameters.
    """

    start: str
    end: str
    days: float
    settled_after: int = 30
    unit_ms: int = 1


@dataclass(frozen=True)
class Everything:
    """The list shows all there ever was."""


@dataclass(frozen=True)
class LastDays:
    """The list shows the last days only."""

    days: int


@dataclass(frozen=True)
class Since:
    """The list shows nothing from before a day."""

    day: date


@dataclass(frozen=True)
class Beginning:
    """The list shows all there ever was, and nothing there can be older than a day."""

    day: date


Reach: TypeAlias = Everything | LastDays | Since | Beginning


@dataclass(frozen=True)
class Each:
    """A list that has to be asked for once for each name that other lists show.

    Attributes:
        over: ids of what is read first: lists that were declared before, with the rows as they
            were sent, or requests that name something or that a scan makes without a loop, with
            the fields that those read.
        params: the parameters of each time, from the rows of those, by id. What it makes twice
            is asked once. A list that this account is not asked for has no rows. Rows that do
            not say what to ask for are a :class:`~readiness.gate.body.BadBodyError`.
        alike: a refusal that the policy knows is about all of them: where nothing but such
            refusals comes, the rest is not asked.
    """

    over: tuple[str, ...]
    params: Callable[[Mapping[str, Iterable[RawRow]]], Iterable[Params]]
    alike: bool = False


@dataclass(frozen=True)
class HistoryList:
    """One list that a backup saves.

    Attributes:
        id: the documented path, as in the requests of a scan: reasons and policy name it so.
        kind: what its rows are.
        route: verb, path and allowed parameters.
        ccxt_method: ccxt's implicit method for it, empty where ccxt has none.
        limit: as the exchange publishes it.
        purpose: one line: what its rows are.
        source: where it is documented.
        identity: the fields that together tell a row from all others of the list. Of rows that
            agree in them, the one that was read last is kept; without any, everything in a
            row tells it.
        time: the field with the row's time (ms); empty where rows carry none.
        signed: whether it needs a key.
        permission: what the key must be allowed to do.
        asked: with whose key it can be asked: anybody's, or a main account's only.
        calls: the calls that together make it complete.
        paging: how its answers are divided.
        rows_at: as in a request of the scan.
        total_at: as in a request of the scan.
        none_is_absent: as in a request of the scan.
        keyed: as in a request of the scan.
        spans: the spans of time it is asked for, where it serves no more at once.
        each: made once for each name that other lists show.
        reach: how far back the exchange shows it.
        elsewhere: where on the exchange's site or app the rest of it can be had; every list
            that does not reach back to the beginning says it.
        for_few: shown to few accounts. A refusal that the policy leaves to a person is then
            something that the API cannot give, and no gap of the backup.
        left_out: keys that are taken out of rows, however deep they stand, because they tell
            how somebody else can be reached.
        most: answers to one call after which the list cannot be real.
        applies: whether it makes sense for an account with these traits.
        limited: as in a request of the scan; such a list is never complete.
    """

    id: str
    kind: HistoryKind
    route: Route
    ccxt_method: str
    limit: Limit
    purpose: str
    source: Source
    identity: tuple[str, ...]
    time: str
    signed: bool = True
    permission: str = "read_only"
    asked: Asked = Asked.ACCOUNT
    calls: tuple[Call, ...] = (Call(),)
    paging: HistoryPaging = field(default_factory=Single)
    rows_at: str = ""
    total_at: str = ""
    none_is_absent: bool = False
    keyed: str = ""
    spans: Spans | None = None
    each: Each | None = None
    reach: Reach = Everything()
    elsewhere: str = ""
    for_few: bool = False
    left_out: frozenset[str] = frozenset()
    most: int = 20_000
    applies: Callable[[Traits], bool] = always
    limited: Callable[[Traits], str] = everything_seen

    def paging_of(self, call: Call) -> HistoryPaging:
        """How the answers of one call are divided."""
        match call.paging:
            case Single() | Pages() | Numbered() | Capped() | Tokens() as own:
                return own
            case _:
                return self.paging


@dataclass(frozen=True)
class NotAvailable:
    """Something that no request of the API gives.

    Attributes:
        what: what it is.
        why: why the API does not give it.
        where: the page of the official website, or the path in the app, to request it.
    """

    what: str
    why: str
    where: str


@dataclass(frozen=True)
class History:
    """All that an exchange has of an account's past.

    Attributes:
        lists: what a backup saves.
        not_available: what it cannot.
        names: requests that no scan makes: they only tell what the lists have to be asked about.
    """

    lists: tuple[HistoryList, ...] = ()
    not_available: tuple[NotAvailable, ...] = ()
    names: tuple[Request, ...] = ()
