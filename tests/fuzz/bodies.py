"""Bodies that no exchange should send: bytes, any JSON, and honest answers gone wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Change = Callable[[bytes], bytes]
"""Makes a body of the honest one."""

WORDS = st.sampled_from(
    (
        "",
        "0",
        "-0",
        "1",
        "1.5",
        "NaN",
        "-Infinity",
        "1e400",
        "null",
        "true",
        "[]",
        "\x00",
        "\u0665",
        "\U0001f4b0",
    )
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | WORDS
    | st.text(max_size=12)
)
KEYS = (
    st.sampled_from(("code", "data", "result", "list", "rows", "success", "error", "msg", "total"))
    | WORDS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
"""Any JSON, and what Python writes in place of JSON."""


def _encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


RUBBISH: st.SearchStrategy[Change] = st.one_of(
    st.binary(max_size=80).map(lambda body: lambda _: body),
    VALUES.map(lambda value: lambda _: _encoded(value)),
)
"""Nothing of the honest answer is left."""


def _cut(at: float) -> Change:
    return lambda body: body[: int(at * len(body))]


def _flipped(at: float, byte: int) -> Change:
    def change(body: bytes) -> bytes:
        place = int(at * (len(body) - 1))
        return body[:place] + bytes([byte]) + body[place + 1 :]

    return change if byte else lambda body: body + body


def _at(places: list[int], act: Callable[[Any, Any], None]) -> Change:
    """Change one entry somewhere within an answer."""

    def change(body: bytes) -> bytes:
        try:
            whole = [json.loads(body)]
        except ValueError:
            return body
        node: Any = whole
        key: Any = 0
        for number in places:
            inner = node[key]
            if not isinstance(inner, list | dict) or not inner:
                break
            keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
            node, key = inner, keys[number % len(keys)]
        act(node, key)
        return _encoded(whole[0] if whole else "")

    return change


def _take_away(node: Any, key: Any) -> None:
    del node[key]


def _set_to(value: Any) -> Callable[[Any, Any], None]:
    def act(node: Any, key: Any) -> None:
        node[key] = value

    return act


def _wrapped(how: Callable[[Any], Any]) -> Callable[[Any, Any], None]:
    def act(node: Any, key: Any) -> None:
        node[key] = how(node[key])

    return act


_ACTS = st.one_of(
    st.just(_take_away),
    VALUES.map(_set_to),
    st.sampled_from(
        (
            _wrapped(lambda value: [value]),
            _wrapped(lambda value: {"value": value}),
            _wrapped(lambda value: [value, value]),
            _wrapped(str),
            _wrapped(lambda value: float(value) if str(value).isdigit() else value),
        )
    ),
)

DAMAGED: st.SearchStrategy[Change] = st.one_of(
    st.builds(_at, st.lists(st.integers(0, 60), max_size=6), _ACTS),
    st.builds(_cut, st.floats(0, 1, exclude_max=True)),
    st.builds(_flipped, st.floats(0, 1), st.integers(0, 255)),
)
"""An honest answer with one thing taken away, exchanged, nested or doubled."""
