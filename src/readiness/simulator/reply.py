"""What an embedded exchange is about to answer, before it becomes bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Any

JSON_TYPE = "application/json; charset=utf-8"
HTML_TYPE = "text/html; charset=utf-8"


class Ending(Enum):
    """How the bytes of a reply come to their end."""

    WHOLE = "the reply is sent as it is"
    NOTHING = "the connection is closed before the first byte"
    ABORT = "the connection is reset before the first byte"
    CUT = "the full length is announced, half of the body is sent, then an orderly close"
    RESET = "the full length is announced, half of the body is sent, then a reset"
    HANG = "nothing is sent until the client or the server gives up"
    STALL = "half of the body is sent, then nothing until somebody gives up"


def _always_200(_code: str) -> int:
    return 200


@dataclass(frozen=True)
class Dialect:
    """The few things that a fault must know about an exchange's JSON.

    Attributes:
        error: Builds the exchange's error body from a code, a text and the HTTP status.
        rows_key: The key of the envelope that carries the rows, dotted where they lie deeper;
            `None` if a body is the rows, or is the one row.
        status: The HTTP status that usually comes with an error code.
    """

    error: Callable[[str, str, int], Any]
    rows_key: str | None
    status: Callable[[str], int] = _always_200


@dataclass(frozen=True)
class Reply:
    """One answer: status, headers, body, and how its bytes end.

    Attributes:
        status: HTTP status.
        body: The body as it goes on the wire.
        headers: Headers beside the usual ones.
        ending: How the bytes end.
        announced: Added to the true body length in `Content-Length`; 0 is honest.
        delay: Seconds to wait before the first byte.
        dialect: The exchange's JSON habits, for faults that edit the body.
    """

    status: int
    body: bytes
    dialect: Dialect
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": JSON_TYPE})
    ending: Ending = Ending.WHOLE
    announced: int = 0
    delay: float = 0.0

    def payload(self) -> Any:
        """Return the body as JSON; raises `ValueError` if it is not JSON."""
        return json.loads(self.body, parse_float=Decimal)

    def with_payload(self, payload: Any) -> Reply:
        """Return the same reply with another JSON body."""
        return replace(self, body=encode(payload))

    def with_headers(self, headers: Mapping[str, str]) -> Reply:
        """Return the same reply with more headers."""
        return replace(self, headers={**self.headers, **headers})


_MARK = "\x00"
_MARKED = re.compile(r'"\\u0000([^"]*)\\u0000"')


_NUMBER = re.compile(rb'"\\u0000(.*?)\\u0000"')
"""A number that must not pass through a float, as it stands between the two steps of `encode`."""


def encode(payload: Any) -> bytes:
    """Return the compact JSON bytes; a `Decimal` goes out as a JSON number, digit by digit."""
    body = json.dumps(payload, separators=(",", ":"), ensure_ascii=False, default=_number)
    return _NUMBER.sub(rb"\1", body.encode())


def _number(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\0{value:f}\0"
    raise TypeError(f"not JSON: {type(value).__name__}")
