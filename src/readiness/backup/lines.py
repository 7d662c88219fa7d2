"""Rows as lines of JSON: what the exchange sent, and nothing that it did not send."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Final

from readiness.gate.body import Written

_DIGEST_BYTES: Final = 16
_SECONDS: Final = re.compile(r"[0-9]{9,11}(?:\.[0-9]{1,12})?")
"""Since 1973; as milliseconds they would be from January 1970, when nothing was traded."""


def written(value: Any) -> str:
    """A decoded value as JSON: numbers as they stood in the answer, no key added or left out."""
    match value:
        case str():
            return _text(value)
        case Written():
            return value.text
        case Mapping():
            inside = (f"{_text(key)}:{written(entry)}" for key, entry in value.items())
            return f"{{{','.join(inside)}}}"
        case list() | tuple():
            return f"[{','.join(map(written, value))}]"
        case _:
            return json.dumps(value)


def _text(text: str) -> str:
    plain = json.dumps(text, ensure_ascii=False)
    try:
        plain.encode()
    except UnicodeEncodeError:
        return json.dumps(text)  # half a character: only an escape can say it
    return plain


def without(value: Any, keys: Collection[str]) -> Any:
    """A decoded value without these keys, however deep they stand."""
    if not keys:
        return value
    match value:
        case Mapping():
            return {key: without(part, keys) for key, part in value.items() if key not in keys}
        case list():
            return [without(part, keys) for part in value]
        case _:
            return value


def line_of(row: Mapping[str, Any]) -> bytes:
    """A row as one line, without its end."""
    return written(row).encode()


def told_apart(lines: Iterable[bytes]) -> tuple[bytes, ...]:
    """Lines of one page; of those that are the same, each has one space more than the one before.

    Rows without a number that agree in everything are rows all the same, and what they say
    is not changed by a space behind it.
    """
    copies: Counter[bytes] = Counter()
    found: list[bytes] = []
    for line in lines:
        found.append(line + b" " * copies[line])
        copies[line] += 1
    return tuple(found)


def row_of(line: bytes) -> dict[str, Any]:
    """The row that a line holds.

    Raises:
        ValueError: it is no JSON object.
    """
    try:
        row = json.loads(line, parse_float=Written)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(row, dict):
        raise ValueError("not an object")  # noqa: TRY004 - as a broken line is
    return row


def digest(*parts: bytes) -> bytes:
    """Something short that stands for these bytes."""
    return blake2b(b"\n".join(parts), digest_size=_DIGEST_BYTES).digest()


def identity_of(row: Mapping[str, Any], line: bytes, fields: Sequence[str]) -> bytes:
    """What tells a row from all others: its fields, or everything in it."""
    if not fields or any(row.get(field) in ("", None) for field in fields):
        return digest(line)
    return digest(written([row[field] for field in fields]).encode())


def time_of(row: Mapping[str, Any], field: str) -> int:
    """The row's time in milliseconds; 0 where it tells none. A text without a zone is UTC.

    Numbers of so few digits as today's seconds have, or with a fraction, are seconds.
    """
    value = row.get(field) if field else None
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return 0
    text = str(value)
    if _SECONDS.fullmatch(text):
        return int(Decimal(text) * 1000)
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 16 else 0
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return 0
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
