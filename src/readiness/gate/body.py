"""Decodes a body strictly: what is not exactly one JSON document is no answer."""

import json
from decimal import Decimal
from typing import Any, Self

from readiness.language import message


class BadBodyError(Exception):
    """The body is not the JSON that was asked for.

    Attributes:
        text: what is wrong with it, in English, with ``{name}`` for each value.
        values: the values by name.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        """Say what is wrong; whoever shows it, does so in the reader's language."""
        self.text = text
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(text.format_map(self.values) if values else text)


class Written(Decimal):
    """A number that remembers how it was written.

    Attributes:
        text: the number as it stood in the body.
    """

    text: str

    def __new__(cls, text: str) -> Self:
        """Read a JSON number."""
        number = super().__new__(cls, text)
        number.text = text
        return number


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise BadBodyError(message("a JSON object names a key twice"))
    return result


def _no_constant(name: str) -> Any:
    raise BadBodyError(message("{name} is not a JSON number"), name=name)


def decode(body: bytes) -> Any:
    """Decode a body; numbers become ``int`` or :class:`Written`, never ``float``.

    Raises:
        BadBodyError: it is not UTF-8, not JSON, or ambiguous (a key twice).
    """
    try:
        return json.loads(
            body.decode(),
            parse_float=Written,
            parse_constant=_no_constant,
            object_pairs_hook=_no_duplicates,
        )
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise BadBodyError(message("not a JSON document")) from error
