"""From a decoded answer to its rows: each where and what the catalogue says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from pydantic import ValidationError

from readiness.exchanges.catalogue import Request, WireRow
from readiness.exchanges.paging import Tokens
from readiness.gate.body import BadBodyError
from readiness.language import message

_COUNT: Final = re.compile(r"[0-9]{1,12}")


class Placed(Protocol):
    """Where an answer keeps its rows, and their number."""

    @property
    def rows_at(self) -> str:
        """Key of the one object that holds the rows; see :class:`Request`."""

    @property
    def total_at(self) -> str:
        """Key of that object that states how many rows there are in all."""

    @property
    def none_is_absent(self) -> bool:
        """The key of the rows may be missing where the stated number is 0."""

    @property
    def keyed(self) -> str:
        """The name under which each row gets its key, where rows are an object's values."""


@dataclass(frozen=True)
class Page:
    """The rows of one answer, raw and understood.

    Attributes:
        raw: the rows as they came.
        rows: the same, understood.
        total: how many rows the answer says there are in all; 0 where it says nothing.
        token: what asks for the next page, as the answer says; empty on the last one.
    """

    raw: tuple[Any, ...]
    rows: tuple[WireRow, ...]
    total: int = 0
    token: str = ""

    @property
    def missing(self) -> int:
        """How many of the stated rows are not on this page."""
        return max(self.total - len(self.raw), 0)


def parser(
    request: Request, *, least: int = 0, most: int | None = None, tokens: Tokens | None = None
) -> Callable[[list[Any]], Page]:
    """What understands the answers of a request.

    Args:
        request: the request.
        least: how many rows there must be at least, where that is documented.
        most: how many there may be at most.
        tokens: how the answer says what asks for the next page, where it does.
    """

    def parse(answer: list[Any]) -> Page:
        raw = rows_in(answer, request)
        if len(raw) < least or (most is not None and len(raw) > most):
            raise BadBodyError(
                message("rows: {rows}; documented: {documented}"),
                rows=len(raw),
                documented=least,
            )
        try:
            rows = tuple(request.row.model_validate(row) for row in raw)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise BadBodyError(
                message("a row of another shape: {field}: {error}"),
                field=where,
                error=first["type"],
            ) from None
        objection = request.objection(rows)
        if objection:
            raise BadBodyError(objection)
        token = token_in(answer, tokens) if tokens else ""
        return Page(tuple(raw), rows, total_in(answer, request), token)

    return parse


def rows_in(answer: list[Any], request: Placed) -> list[Any]:
    """The rows of an answer.

    Raises:
        BadBodyError: they are not where they are documented to be.
    """
    if not request.rows_at:
        return _named(_only_object(answer), request.keyed) if request.keyed else answer
    keys = request.rows_at.split("|")
    if len(keys) > 1 and not answer:
        return answer
    value: Any = _only_object(answer)
    there = [key for key in keys if key in value]
    if len(keys) > 1 and len(there) != 1:
        raise BadBodyError(message("not one of {keys}"), keys=", ".join(keys))
    key = there[0] if there else keys[0]
    if not there and request.none_is_absent and total_in(answer, request) == 0:
        return []
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            raise BadBodyError(message("no {field}"), field=key)
        value = value[part]
    if request.keyed and isinstance(value, dict):
        return _named(value, request.keyed)
    if not isinstance(value, list) or request.keyed:
        raise BadBodyError(message("{field} is no list"), field=key)
    return value


def total_in(answer: list[Any], request: Placed) -> int:
    """How many rows there are in all, as the answer states it; 0 where it states nothing.

    Raises:
        BadBodyError: the number is not where it is documented to be.
    """
    if not request.total_at:
        return 0
    value: Any = _only_object(answer)
    for key in request.total_at.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, str) and _COUNT.fullmatch(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadBodyError(message("{field} is no number of rows"), field=request.total_at)
    return value


def token_in(answer: list[Any], tokens: Tokens) -> str:
    """What asks for the next page, as the answer says; empty on the last one.

    Raises:
        BadBodyError: it does not say so where it is documented to.
    """
    value: Any = _only_object(answer)
    for key in tokens.at.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value is None and tokens.absent_ends:
        return ""
    if not isinstance(value, str):
        raise BadBodyError(message("no {field}"), field=tokens.at)
    return "" if value in tokens.ends else value


def _named(rows: dict[str, Any], name: str) -> list[Any]:
    """The values of an object, each with its key; what is no object stands under ``value``."""
    return [
        {**(value if isinstance(value, dict) else {"value": value}), name: key}
        for key, value in rows.items()
    ]


def _only_object(answer: list[Any]) -> dict[str, Any]:
    if len(answer) != 1 or not isinstance(answer[0], dict):
        raise BadBodyError(message("not an object"))
    return answer[0]
