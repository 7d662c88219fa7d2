"""How the answers to a request are divided, and what proves that the last one was reached."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias


@dataclass(frozen=True)
class Single:
    """One answer holds everything."""


UNDIVIDED: Final = Single()
"""What holds for every request that says nothing else."""


@dataclass(frozen=True)
class One:
    """One answer with exactly one row; an empty list is not what is documented."""


@dataclass(frozen=True)
class Some:
    """One answer with some rows; an empty list is not what is documented.

    Attributes:
        least: how many rows there are at least.
    """

    least: int = 1


@dataclass(frozen=True)
class Newest:
    """Only the newest page is asked for; other calls of the same request cover the rest.

    Attributes:
        size: rows on it.
        size_parameter: query parameter with the page's size; empty sends none.
    """

    size: int
    size_parameter: str = "limit"


class CursorKind(StrEnum):
    """What a cursor counts in."""

    ID = "id"
    TIME = "time"


@dataclass(frozen=True)
class Pages:
    """Pages from new to old; a page with fewer than ``size`` rows is the last.

    Attributes:
        parameter: query parameter that asks for what is older than the cursor.
        field: wire name of the row's field that is the cursor.
        kind: a time cursor steps back one unit too few, so that rows of one
            instant are not lost between two pages.
        size: rows on a full page, and what is asked for.
        most: pages after which the list cannot be real.
        size_parameter: query parameter with the page's size.
    """

    parameter: str
    field: str
    kind: CursorKind = CursorKind.ID
    size: int = 100
    most: int = 100
    size_parameter: str = "limit"


@dataclass(frozen=True)
class Numbered:
    """Pages by number or offset; a page with fewer than ``size`` rows is the last.

    Attributes:
        parameter: query parameter with the page's number.
        size_parameter: query parameter with the page's size; empty sends none.
        size: rows on a full page.
        most: pages after which the list cannot be real.
        first: the number of the first page.
        step: what is added for the next one: 1, or ``size`` where rows are counted.
    """

    parameter: str
    size_parameter: str
    size: int
    most: int = 100
    first: int = 1
    step: int = 1


@dataclass(frozen=True)
class Capped:
    """One answer of at most ``size`` rows and no way to ask for more: a full one proves nothing."""

    size: int
    size_parameter: str = "limit"


@dataclass(frozen=True)
class Tokens:
    """Pages whose answers say themselves how to ask for the next one; only they tell the end.

    A short page, or an empty one, is no end while a token stands beside it.

    Attributes:
        parameter: query parameter that takes the token of the page before.
        at: key of the answer's one object with the token; parts are divided by dots.
        size: what is asked for; 0 asks for none.
        size_parameter: query parameter with the page's size.
        first: the token of the first page; empty sends none.
        ends: what stands there on the last page.
        absent_ends: a missing token, or ``null``, says that this was the last page as well.
        most: pages after which the list cannot be real.
    """

    parameter: str
    at: str
    size: int = 0
    size_parameter: str = "limit"
    first: str = ""
    ends: tuple[str, ...] = ("",)
    absent_ends: bool = False
    most: int = 200


Paging: TypeAlias = Single | One | Some | Newest | Pages | Numbered | Capped | Tokens


@dataclass(frozen=True)
class Windows:
    """A list that is served for a span of time only: adjoining spans, back from now.

    Attributes:
        start: query parameter for the beginning of a span (ms).
        end: query parameter for its end (ms).
        days: the longest span that one request may ask for.
        count: how many spans are asked for.
    """

    start: str
    end: str
    days: int
    count: int = 1
