"""A row becomes a line without losing anything, and a table without doing any harm."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.backup.lines import identity_of, line_of, row_of, time_of
from readiness.backup.table import cell, heading, record
from readiness.gate.body import decode

TEXTS = st.text(st.characters(exclude_categories=()))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
ROWS = st.dictionaries(TEXTS, VALUES, max_size=5)


@given(ROWS)
def test_a_row_survives_its_line(row: dict[str, Any]) -> None:
    """Every key and value, half characters and all, on one line of UTF-8."""
    line = line_of(row)
    assert b"\n" not in line
    assert b"\r" not in line
    assert row_of(line) == row
    assert json.loads(line.decode("utf-8")) == row


@pytest.mark.parametrize(
    "number",
    [
        "1",
        "-1",
        "0.10",
        "1.000000000000000000000001",
        "1e-7",
        "1E+30",
        "-0.0",
        "0.00000010",
        "9" * 40,
    ],
)
def test_a_number_is_written_as_it_came(number: str) -> None:
    """Not a digit more or less: nothing goes through a float."""
    (row,) = decode(f'[{{"a": {number}, "b": [{number}]}}]'.encode())
    assert line_of(row) == f'{{"a":{number},"b":[{number}]}}'.encode()
    assert row_of(line_of(row)) == row


@pytest.mark.parametrize("line", [b"", b"[]", b"1", b'"x"', b'{"a":1', b"null", b"{}{}"])
def test_what_is_no_object_is_no_row(line: bytes) -> None:
    """A damaged line is found when it is read."""
    with pytest.raises(ValueError, match=r".+"):
        row_of(line)


def test_rows_are_told_apart_by_their_fields() -> None:
    """By everything in them where a field is missing or empty."""
    one, two = {"id": "1", "x": "a"}, {"id": "1", "x": "b"}
    by_id = [identity_of(row, line_of(row), ("id",)) for row in (one, two)]
    assert by_id[0] == by_id[1]
    whole = [identity_of(row, line_of(row), ()) for row in (one, two)]
    assert whole[0] != whole[1]
    for blank in ("", None):
        nameless = [{"id": blank, "x": "a"}, {"id": blank, "x": "b"}]
        assert len({identity_of(row, line_of(row), ("id",)) for row in nameless}) == 2


@pytest.mark.parametrize(
    ("value", "milliseconds"),
    [
        ("1700000000000", 1_700_000_000_000),
        (1_700_000_000_000, 1_700_000_000_000),
        (Decimal(5), 5),
        ("1700000000", 1_700_000_000_000),
        (1_700_000_000, 1_700_000_000_000),
        (Decimal("1700000000.25"), 1_700_000_000_250),
        ("1700000000.2599", 1_700_000_000_259),
        ("2026-05-28 20:26:40", 1_780_000_000_000),
        ("2026-05-28T22:26:40+02:00", 1_780_000_000_000),
        ("2026-13-28 20:26:40", 0),
        ("", 0),
        (None, 0),
        (True, 0),
        ("soon", 0),
        ("-5", 0),
        ("9" * 20, 0),
        ("١٢", 0),
    ],
)
def test_the_time_of_a_row(value: object, milliseconds: int) -> None:
    """What cannot be read as a time is none."""
    assert time_of({"ts": value}, "ts") == milliseconds


def test_a_row_without_a_time_field_has_none() -> None:
    """Neither a list that has none, nor a row that lacks it."""
    assert time_of({"ts": "1"}, "") == 0
    assert time_of({}, "ts") == 0


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=HYPERLINK()",
        "+SUM(A1)",
        "-2+3",
        "@cmd",
        "\tx",
        "\rx",
        "\nx",
        "\uff1dcmd",
        "\uff0bcmd",
        "\uff0dcmd",
        "\uff20cmd",
        "-",
        "+",
        "--1",
        "-1-",
        "-1e",
    ],
)
def test_what_a_spreadsheet_would_run_is_a_text(text: str) -> None:
    """An apostrophe in front makes it one."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["-1", "-0.0000001", "+5", "-1e-7", "1.5E+3", "0", "BTC-USDT", "a=b", "", "note"],
)
def test_a_number_and_an_ordinary_text_stay(text: str) -> None:
    """Also a negative number: it is what it says."""
    assert cell(text) == text


def test_other_values_as_cells() -> None:
    """Nothing is empty, parts of their own are JSON."""
    (row,) = decode(b'[{"a": -1.50, "b": [1, {"c": null}], "d": {}}]')
    assert [cell(row[name]) for name in ("a", "b", "d")] == ["-1.50", '[1,{"c":null}]', "{}"]
    assert [cell(value) for value in (None, True, False, -3)] == ["", "true", "false", "-3"]


PLAIN = st.text(st.characters(codec="utf-8"))


@given(st.lists(PLAIN, min_size=1, max_size=4, unique=True), st.data())
def test_a_table_is_read_back_as_it_was_written(columns: list[str], data: st.DataObject) -> None:
    """Commas, quotes and line ends inside a cell, by a strict reader of RFC 4180."""
    row = {name: data.draw(PLAIN) for name in columns}
    table = heading(columns) + record(row, columns)
    read = list(csv.reader(io.StringIO(table.decode("utf-8"), newline=""), strict=True))
    assert read == [[cell(name) for name in columns], [cell(row[name]) for name in columns]]
    assert table.endswith(b"\r\n")


def test_half_a_character_does_not_break_the_table() -> None:
    """It is written as an escape: UTF-8 has no other way."""
    assert record({"a": "x\ud800"}, ["a"]) == b"x\\ud800\r\n"


def test_a_field_that_a_row_lacks_is_empty() -> None:
    """Columns are those of all rows."""
    assert record({"b": "1"}, ["a", "b"]) == b",1\r\n"
