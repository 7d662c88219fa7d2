"""One endpoint as data: who may ask, what must be said, how it is filtered, paged and limited."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.auth import ApiKey
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.paging import Paging
from readiness.simulator.binance.pools import SAPI_IP, SAPI_UID, Pool
from readiness.simulator.binance.shape import LIST, Shape
from readiness.simulator.binance.window import Window
from readiness.simulator.limits import Limit

Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """All that a computed answer may look at.

    Attributes:
        account: Whose data is asked for.
        owner: Whose key asks.
        key: The key that asks.
        market: What is the same for everybody.
        query: The parameters, those of signing left out.
        ms: The server's clock in milliseconds.
    """

    account: BinanceAccount
    owner: BinanceAccount
    key: ApiKey
    market: BinanceMarket
    query: Mapping[str, str]
    ms: int


View = Callable[[Asked], list[Row]]
"""Computes the rows of an answer from the state; a single object is a list of one."""

Beside = Callable[[Asked, list[Any]], Mapping[str, Any]]
"""Computes what stands beside the rows, from the state and from all rows."""


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows the rows.

    Attributes:
        name: The parameter.
        field: The row field it is compared with; empty means the same name.
        values: Values that the documents list; empty means any.
        default: The value that holds when the parameter is left out.
    """

    name: str
    field: str = ""
    values: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True)
class Kinds:
    """Several lists under one path, of which a parameter names one.

    Attributes:
        parameter: The parameter.
        shapes: The form of the answer by its value.
        of: The value that a planted row or body belongs to.
    """

    parameter: str
    shapes: Mapping[str, Shape]
    of: Callable[[Any], str]


@dataclass(frozen=True, kw_only=True)
class Route:
    """One endpoint that only reads.

    Attributes:
        path: The path without the leading slash.
        weight: What it costs.
        pool: Out of which budget.
        with_symbol: What it costs if a symbol is named; 0 is the same.
        extra: Limits beside the weight.
        method: The verb.
        signed: Whether it needs a key.
        shape: The form of its answer.
        kinds: Its several lists, where a parameter chooses among them.
        view: Computes its rows; `None` serves what was planted under its path.
        beside: Computes what stands beside the rows.
        identity: The field by which a planted row takes the place of a computed one.
        required: Parameters without which it refuses.
        takes: Other parameters that it knows and that change nothing here.
        choices: Values that parameters may have.
        filters: The parameters that narrow it.
        window: The time that it covers.
        paging: How its list is cut; `None` if it is served whole.
        product: What has to be opened before it answers; see `access.PRODUCTS`.
        trade: Permissions to act of which it wants one, though it only reads.
        who: Whose keys may ask.
        sub_scope: Whether `email` names the account whose data is asked for.
        managed: Whether `email` names a managed sub-account.
    """

    path: str
    weight: int = 1
    pool: Pool = SAPI_IP
    with_symbol: int = 0
    extra: tuple[Limit, ...] = ()
    method: Literal["GET", "POST"] = "GET"
    signed: bool = True
    shape: Shape = LIST
    kinds: Kinds | None = None
    view: View | None = None
    beside: Beside | None = None
    identity: str = ""
    required: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    filters: tuple[Filter, ...] = ()
    window: Window | None = None
    paging: Paging | None = None
    product: str = ""
    trade: tuple[str, ...] = ()
    who: Literal["anybody", "main", "sub", "broker"] = "anybody"
    sub_scope: bool = False
    managed: bool = False

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that it takes."""
        return frozenset(
            (
                *self.required,
                *self.takes,
                *self.choices,
                *((self.kinds.parameter,) if self.kinds else ()),
                *(narrowing.name for narrowing in self.filters),
                *(self.window.parameters if self.window else ()),
                *(self.paging.parameters if self.paging else ()),
            )
        )

    def shape_for(self, query: Mapping[str, str]) -> Shape:
        """Return the form of the answer to a request."""
        return self.kinds.shapes[query[self.kinds.parameter]] if self.kinds else self.shape

    def cost(self, query: Mapping[str, str]) -> int:
        """Return what a request costs."""
        return self.with_symbol if self.with_symbol and query.get("symbol") else self.weight


def by_uid(weight: int) -> dict[str, Any]:
    """Return the fields of a route that is counted for the user."""
    return {"pool": SAPI_UID, "weight": weight}


def equal(*names: str) -> tuple[Filter, ...]:
    """Return plain filters: the parameter must equal the field of the same name."""
    return tuple(Filter(name) for name in names)


def constant(**fields: Any) -> View:
    """Return a view of an object that is the same for everybody who has nothing."""
    return lambda _: [dict(fields)]
