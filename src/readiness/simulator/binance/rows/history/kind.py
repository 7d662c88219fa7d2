"""How rows of the past are made: a table of usual values, and whatever a caller wants otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readiness.simulator.binance.rows.build import Row, build

Factory = Callable[..., Row]


def kind(values: Callable[[], Row], optional: str = "") -> Factory:
    """Return a factory of complete rows.

    Args:
        values: Every field that is always there, with a usual value; made anew for each row.
        optional: Fields that are absent unless the caller names them, separated by blanks.
    """

    def made(**fields: Any) -> Row:
        return build(fields, values(), optional)

    return made


def finished(factory: Factory, **usual: Any) -> Factory:
    """Return a factory of what another one makes, in the state in which it has ended."""

    def made(**fields: Any) -> Row:
        return factory(**{**usual, **fields})

    return made
