"""Parameters that narrow a list."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows the rows.

    Attributes:
        name: The parameter.
        field: The row field it is compared with; empty means the same name.
        values: Values that the documents list; empty means any.
        many: Whether a comma-separated list is allowed.
        most: The most values of such a list; 0 is any number.
        default: The value that holds when the parameter is left out.
        meanings: Field values that a parameter value stands for, where they differ.
        of: Computes what is compared, where no field of the row says it.
        every: The value that stands for all others; empty if there is none.
    """

    name: str
    field: str = ""
    values: tuple[str, ...] = ()
    many: bool = False
    most: int = 0
    default: str = ""
    meanings: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    of: Callable[[Mapping[str, Any]], str] | None = None
    every: str = ""

    def given(self, params: Mapping[str, str]) -> list[str]:
        """Return the values asked for, the usual one if there are none."""
        text = params.get(self.name) or self.default
        if text in ("", self.every):
            return []
        return text.split(",") if self.many else [text]

    def keeps(self, row: Any, wanted: set[str]) -> bool:
        """Return whether a row fits one of the values.

        A row that was put there without the field, or that is no row at all, cannot be told
        apart: it is shown, so that a test which plants rubbish gets rubbish.
        """
        if not isinstance(row, dict):
            return True
        if self.of is not None:
            return self.of(row) in wanted
        name = self.field or self.name
        if name not in row:
            return True
        value = row[name]
        return (str(value).lower() if isinstance(value, bool) else str(value)) in wanted


def equal(*names: str) -> tuple[Filter, ...]:
    """Return plain filters: the parameter must equal the field of the same name."""
    return tuple(Filter(name) for name in names)


def narrowed(
    rows: Iterable[Any], filters: Sequence[Filter], params: Mapping[str, str]
) -> list[Any]:
    """Return the rows that fit every filter given."""
    kept = list(rows)
    for each in filters:
        given = each.given(params)
        if given:
            wanted = {meant for word in given for meant in each.meanings.get(word, (word,))}
            kept = [row for row in kept if each.keeps(row, wanted)]
    return kept
