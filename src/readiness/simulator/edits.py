"""Edits of an honest JSON answer: the small lies that a fault tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from readiness.simulator.reply import Dialect, Reply, encode

Edit = Callable[[Any, Dialect], Any]


def edited(edit: Edit) -> Callable[[Reply], Reply]:
    """Lift an edit of a JSON payload to an edit of a reply; what is not JSON stays as it is."""

    def apply(reply: Reply) -> Reply:
        try:
            payload = reply.payload()
        except ValueError:
            return reply
        return reply.with_payload(edit(payload, reply.dialect))

    return apply


def with_rows(value: Any) -> Edit:
    """Put any value in the place of the rows."""

    def edit(payload: Any, dialect: Dialect) -> Any:
        if dialect.rows_key is None:
            return value
        return _put(payload, dialect.rows_key, value)

    return edit


def without_rows(payload: Any, dialect: Dialect) -> Any:
    """Leave the rows out, key and all."""
    if dialect.rows_key is None or not isinstance(payload, dict):
        return {}
    return _put(payload, dialect.rows_key)


def each_row(value: Any) -> Edit:
    """Replace every row by a value; an empty list gets one such row.

    Where the rows are no list but the one row itself, the value takes its place.
    """

    def edit(payload: Any, dialect: Dialect) -> Any:
        rows = payload if dialect.rows_key is None else _at(payload, dialect.rows_key)
        if isinstance(rows, dict):
            return with_rows(value)(payload, dialect)
        count = len(rows) if isinstance(rows, list) and rows else 1
        return with_rows([value] * count)(payload, dialect)

    return edit


def field(name: str, value: Any) -> Edit:
    """Set a field, at any depth of the rows, wherever it exists."""
    return _in_rows(lambda key, old: (key, value if key == name else old))


def dropped(name: str) -> Edit:
    """Leave a field out, at any depth of the rows."""
    return _in_rows(lambda key, old: None if key == name else (key, old))


def envelope(values: dict[str, Any]) -> Edit:
    """Set keys of the envelope beside the rows."""
    return lambda payload, _: {**payload, **values} if isinstance(payload, dict) else payload


def said_twice(key: str, value: Any) -> Callable[[Reply], Reply]:
    """Repeat a key of the envelope with another value; most parsers keep the last."""

    def apply(reply: Reply) -> Reply:
        body = reply.body.rstrip()
        if not body.endswith(b"}") or body == b"{}":
            return reply
        again = f",{json.dumps(key)}:".encode() + encode(value) + b"}"
        return Reply(**{**reply.__dict__, "body": body[:-1] + again})

    return apply


_Change = Callable[[str, Any], tuple[str, Any] | None]


def _in_rows(change: _Change) -> Edit:
    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(item) for item in node]
        if not isinstance(node, dict):
            return node
        pairs = (change(key, value) for key, value in node.items())
        return {pair[0]: walk(pair[1]) for pair in pairs if pair is not None}

    def edit(payload: Any, dialect: Dialect) -> Any:
        key = dialect.rows_key
        if key is None:
            return walk(payload)
        rows = _at(payload, key)
        return payload if rows is _MISSING else _put(payload, key, walk(rows))

    return edit


_MISSING: Any = object()


def _at(payload: Any, key: str) -> Any:
    for part in key.split("."):
        if not isinstance(payload, dict) or part not in payload:
            return _MISSING
        payload = payload[part]
    return payload


def _put(payload: Any, key: str, value: Any = _MISSING) -> Any:
    """Return a copy with a value at a dotted key, or without the key."""
    first, _, rest = key.partition(".")
    if not isinstance(payload, dict) or (rest and first not in payload):
        return payload
    inner = _put(payload.get(first), rest, value) if rest else value
    kept = {name: old for name, old in payload.items() if name != first or inner is not _MISSING}
    return kept if inner is _MISSING else {**kept, first: inner}
