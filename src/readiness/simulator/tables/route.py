"""One endpoint as data: who may ask, what must be said, how it is narrowed, paged and limited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeAlias

from readiness.simulator.limits import Limit
from readiness.simulator.tables.account import A, ApiKey, Row
from readiness.simulator.tables.filter import Filter
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.paging import Paging
from readiness.simulator.tables.window import Window

Params: TypeAlias = Mapping[str, str]


@dataclass(frozen=True)
class Asked(Generic[A]):
    """All that a computed answer may look at.

    Attributes:
        account: Whose data is asked for.
        owner: Whose key asks.
        key: The key that asks.
        market: What is the same for everybody.
        params: The parameters, those of signing left out and those of the path included.
        ms: The server's clock in milliseconds.
    """

    account: A
    owner: A
    key: ApiKey
    market: Market
    params: Params
    ms: int


View: TypeAlias = Callable[[Asked[A]], list[Row]]
"""Computes the rows of an answer from the state; a single object is a list of one."""

Beside: TypeAlias = Callable[[Asked[A], list[Any]], Mapping[str, Any]]
"""Computes what stands beside the rows, by dotted place, from the state and from all rows."""


Hides: TypeAlias = Callable[[Asked[A], Any], bool]
"""Tells whether the key that asks may not see a row."""


@dataclass(frozen=True)
class Product:
    """A product that an account has to take part in before its endpoints answer.

    Attributes:
        name: What `Account.join` takes.
        refusal: The error code for everybody else.
        places: Beginnings of its places: rows put under one of them prove that it is used.
    """

    name: str
    refusal: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Route(Generic[A]):
    """One endpoint that only reads.

    Attributes:
        path: The path without the leading slash; `{name}` in it is a parameter.
        method: The verb.
        name: The place where rows are put; empty is the path. Two routes with one verb and
            path need different names.
        when: Tells from the parameters whether this route is meant, where several have the
            same verb and path; the last of them is meant if none says so.
        limits: The published request limits.
        access: `signed`, `public`, or `either` where a signature is optional.
        needs: Permissions, or patterns of them, of which a key needs one; empty asks for none.
        main_only: Whether only a key of the main account may ask.
        modes: Account modes that it supports; empty is all.
        product: The product it belongs to, if not everybody has it.
        scope: The parameter that names a sub-account whose data is asked for.
        required: Parameters without which it refuses.
        any_of: Parameters of which it needs at least one.
        choices: Values that parameters may have.
        rule: Refuses combinations of parameters that nothing else here describes.
        split: The parameter that chooses among several lists, each with a place of its own.
        hides: Tells which rows a key may not see; `None` shows all.
        filters: The parameters that narrow it.
        window: The time that it covers.
        paging: How its list is cut; `None` if it is served whole.
        view: Computes its rows; `None` serves the rows put at its place.
        beside: Computes what stands beside the rows.
        at: The dotted place of the list in the payload; empty if the payload is the list.
        single: Whether the payload is one object, and no list.
        keyed: The field of a row under whose value it stands, where the payload is no list but
            a map; the field itself is left out.
    """

    path: str
    method: Literal["GET", "POST"] = "GET"
    name: str = ""
    when: Callable[[Params], bool] | None = None
    limits: tuple[Limit, ...] = ()
    access: Literal["signed", "public", "either"] = "signed"
    needs: tuple[str, ...] = ()
    main_only: bool = False
    modes: tuple[str, ...] = ()
    product: Product | None = None
    scope: str = ""
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rule: Callable[[Params], None] | None = None
    split: str = ""
    hides: Hides[A] | None = None
    filters: tuple[Filter, ...] = ()
    window: Window | None = None
    paging: Paging | None = None
    view: View[A] | None = None
    beside: Beside[A] | None = None
    at: str = ""
    single: bool = False
    keyed: str = ""

    def place(self, params: Params) -> str:
        """Return where the rows of an answer were put."""
        name = self.name or self.path
        return f"{name}:{params.get(self.split, '')}" if self.split else name
