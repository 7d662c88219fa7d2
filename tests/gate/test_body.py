"""A body is one JSON document, or it is no answer."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.gate.body import BadBodyError, decode


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"<html>Checking your browser</html>",
        b"{",
        b'{"a": 1',
        b"{'a': 1}",
        b"{} {}",
        b"{}x",
        b"[1,]",
        b"\xef\xbb\xbf{}",
        '{"a": "é"}'.encode("latin-1"),
        b'{"a": "\xff"}',
        b'{"a": "\xed\xa0\x80"}',
        '{"a": 1}'.encode("utf-16"),
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": -Infinity}',
        b"NaN",
        b'{"a": 1, "a": 1}',
        b'{"a": 1, "a": 2}',
        b'{"a": 1, "\\u0061": 2}',
        b'[{"x": {"data": [], "data": [1]}}]',
        b"9" * 5_000,
        b'{"a": ' + b"9" * 5_000 + b"}",
        b"1e99999999999999999999",
        b"[" * 200_000,
        b"[" * 200_000 + b"]" * 200_000,
        b'{"a":' * 200_000,
        b'{"a": "\n"}',
        b'{"a": 01}',
        b'{"a": .5}',
        b'{"a": +1}',
        b'{"a": 0x10}',
        b"undefined",
        b"\x00",
        b"{}\x00",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_what_is_not_one_json_document_is_refused(body: bytes) -> None:
    """Web pages, halves, other encodings, NaN, keys said twice, over-deep and over-long numbers."""
    with pytest.raises(BadBodyError) as error:
        decode(body)
    assert str(error.value)


def test_what_is_wrong_is_said_with_its_values() -> None:
    """As a sentence to translate and its values, and as a line for whoever reads a trace."""
    with pytest.raises(BadBodyError) as error:
        decode(b'{"a": -Infinity}')
    assert (error.value.text, error.value.values) == (
        "{name} is not a JSON number",
        {"name": "-Infinity"},
    )
    assert str(error.value) == "-Infinity is not a JSON number"
    assert str(BadBodyError("a {brace} of theirs")) == "a {brace} of theirs"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"null", None),
        (b"[]", []),
        (b' {"a": "1.10"}\n', {"a": "1.10"}),
        (b'{"a": 1}', {"a": 1}),
        (b'{"a": 1.10}', {"a": Decimal("1.10")}),
        (b'{"a": 1e-18}', {"a": Decimal("1e-18")}),
        (b'{"a": -0.0}', {"a": Decimal("-0.0")}),
        (b'{"a": {"a": 1}}', {"a": {"a": 1}}),
        ('{"a": "钱"}'.encode(), {"a": "钱"}),
    ],
)
def test_what_is_json_is_read_exactly(body: bytes, value: Any) -> None:
    """Numbers keep every digit that was sent, and the same key may stand in different objects."""
    assert decode(body) == value
    assert str(decode(body)) == str(value)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False).map(str),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_json_comes_out_as_it_went_in(value: Any) -> None:
    """Decoding what an honest encoder wrote is the identity."""
    assert decode(json.dumps(value).encode()) == value


def _floats(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_floats, value.values()))
    return isinstance(value, float) or (isinstance(value, list) and any(map(_floats, value)))


@given(st.binary() | st.text().map(str.encode) | json_values.map(lambda v: json.dumps(v).encode()))
def test_anything_at_all_is_a_value_or_no_answer(body: bytes) -> None:
    """No body makes the decoder fail in another way, and no float ever comes out of it."""
    try:
        value = decode(body)
    except BadBodyError:
        return
    assert not _floats(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_never_become_floats(number: float) -> None:
    """A JSON number with a point or an exponent is a Decimal with the same digits."""
    text = repr(number)
    value = decode(text.encode())
    assert isinstance(value, Decimal)
    assert value == Decimal(text)
