"""One endpoint as data: who may ask, what must be said, how it is filtered, paged and limited."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from readiness.simulator.limits import Limit, Per
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.auth import ApiKey
from readiness.simulator.okx.market import OkxMarket
from readiness.simulator.okx.paging import Paging, Row

ALL_MODES = (1, 2, 3, 4)


@dataclass(frozen=True)
class Filter:
    """A query parameter that narrows the rows.

    Attributes:
        name: The parameter.
        field: The row field it is compared with; empty means the same name.
        values: Values that the documents list; empty means any.
        many: Whether a comma-separated list is allowed.
        alone: Values that must not be combined with others, where `many` is set.
        default: The value that holds when the parameter is left out.
        meanings: Field values that a parameter value stands for, where they differ.
    """

    name: str
    field: str = ""
    values: tuple[str, ...] = ()
    many: bool = False
    alone: tuple[str, ...] = ()
    default: str = ""
    meanings: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """All that a computed answer may look at.

    Attributes:
        account: Whose data is asked for.
        key: The key that asks.
        market: What is the same for everybody.
        query: The query parameters.
        ms: The server's clock in milliseconds.
    """

    account: OkxAccount
    key: ApiKey
    market: OkxMarket
    query: Mapping[str, str]
    ms: int


View = Callable[[Asked], list[Row]]
"""Computes the rows of an answer from the state."""


@dataclass(frozen=True)
class Product:
    """A product that an account has to take part in before its endpoints answer.

    Attributes:
        name: What `OkxAccount.join` takes.
        refusal: The error code for everybody else.
        paths: Beginnings of its paths: rows put under one of them prove that it is used.
        roles: Fields of `account/config` that prove the same unless they are "0".
    """

    name: str
    refusal: str
    paths: tuple[str, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Route:
    """One GET endpoint.

    Attributes:
        path: The path after `/api/v5/`.
        limit: The published request limit.
        access: `signed`, `public`, or `either` where a signature is optional.
        paging: How its list is cut; `None` if it is served whole.
        filters: The parameters that narrow it.
        required: Parameters without which it refuses.
        any_of: Parameters of which it needs at least one.
        view: Computes its rows; `None` serves the rows put under its path.
        modes: Account modes that it supports.
        main_only: Whether only a key of the main account may ask.
        sub_scope: Whether `subAcct` names the account whose data is asked for.
        shared: Whether sub-accounts see the main account's data here.
        product: The product it belongs to, if not everybody has it.
        retired: Whether the exchange has switched it off.
        numeric_code: Whether its envelope has been seen with a number for `code`.
        one_object: Whether `data` is the row itself and not a list.
        reach: The field with a row's time, and for how many days rows are shown; a simulator
            that forgets hides older ones.
    """

    path: str
    limit: Limit
    access: Literal["signed", "public", "either"] = "signed"
    paging: Paging | None = None
    filters: tuple[Filter, ...] = ()
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    view: View | None = None
    modes: tuple[int, ...] = ALL_MODES
    main_only: bool = False
    sub_scope: bool = False
    shared: bool = False
    product: Product | None = None
    retired: bool = False
    numeric_code: bool = False
    one_object: bool = False
    reach: tuple[str, int] | None = None


def limit(count: int, seconds: float = 1, per: Per = "user") -> Limit:
    """Return a published limit."""
    return Limit(count, seconds, per)


def assumed(count: int, seconds: float = 1) -> Limit:
    """Return a limit where the documents give none."""
    return Limit(count, seconds, published=False)


def equal(*names: str) -> tuple[Filter, ...]:
    """Return plain filters: the parameter must equal the field of the same name."""
    return tuple(Filter(name) for name in names)


def names(listed: str) -> tuple[str, ...]:
    """Split a blank-separated list of words."""
    return tuple(listed.split())
