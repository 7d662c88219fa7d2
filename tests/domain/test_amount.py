"""An amount is a number, not stated, or not readable; only an exact zero is nothing."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from readiness.domain.amount import (
    Amount,
    Exact,
    NotStated,
    Unreadable,
    is_nothing,
    plain,
    read_amount,
    total,
)

ADAPTER: TypeAdapter[Exact | NotStated | Unreadable] = TypeAdapter(Amount)

NUMBERS = {
    "0": "0",
    "0.000": "0",
    "-0": "0",
    "0e-18": "0",
    "0E+99": "0",
    "00": "0",
    "1": "1",
    "-25.5": "-25.5",
    "0.0001": "0.0001",
    "1e-18": "0.000000000000000001",
    "1E-8": "0.00000001",
    "1e+3": "1000",
    "1e99": "1" + "0" * 99,
    "1e-99": "0." + "0" * 98 + "1",
    "007": "7",
    "9" * 100: "9" * 100,
    " 1.5 ": "1.5",
    "\t0\n": "0",
}

NO_NUMBERS = [
    " ",
    "\t\n",
    "\u3000",
    "\u00a0",
    "\ufeff",
    "NaN",
    "nan",
    "sNaN",
    "Infinity",
    "-Infinity",
    "inf",
    "1,0",
    "1,000.00",
    "1.000,00",
    "1_000",
    "0_0",
    "1 000",
    "- 1",
    "+1",
    "--1",
    "-",
    ".",
    ".5",
    "5.",
    "1.2.3",
    "0x10",
    "0b1",
    "1e",
    "1e1.5",
    "1e100",
    "1e-100",
    "1e999999999",
    "0e100",
    "0e999999999",
    "\u0660",
    "\uff11",
    "\u0966.\u0966",
    "²",
    "½",
    "O",
    "null",
    "none",
    "true",
    "false",
    "$0",
    "0%",
    "0 USDT",
    "0\x00",
    "0\u200b",
    "\u22120",
    "=0",
    "'0",
    "9" * 101,
    "0" * 101,
    "0." + "0" * 99,
    "\ud800",
]


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_plain_number_is_read_exactly(text: str, value: str) -> None:
    """What is written in ASCII digits, with a point and an exponent in bounds, is that number."""
    amount = read_amount(text)
    assert isinstance(amount, Exact)
    assert plain(amount.value) == value
    assert is_nothing(amount) == (value == "0")


@pytest.mark.parametrize("text", NO_NUMBERS, ids=ascii)
def test_any_other_text_is_kept_as_it_came(text: str) -> None:
    """Nothing that would have to be guessed is taken for a number, least of all for zero."""
    amount = read_amount(text)
    assert amount == Unreadable(raw=text[:100])
    assert not is_nothing(amount)


def test_only_the_empty_text_is_not_stated() -> None:
    """Exchanges write an empty text for what does not apply."""
    assert read_amount("") == NotStated()
    assert is_nothing(NotStated())


@pytest.mark.parametrize(
    "raw",
    [
        0,
        -0,
        1,
        -7,
        10**100 - 1,
        1 - 10**100,
        Decimal("1.10"),
        Decimal(0),
        Decimal("9e99"),
        Decimal("9e-99"),
        Decimal("0." + "1" * 100),
    ],
)
def test_bare_json_numbers_are_read(raw: int | Decimal) -> None:
    """An integer or a decimal of the body is as good as a text."""
    assert read_amount(raw) == Exact(value=Decimal(raw))


@pytest.mark.parametrize(
    "raw",
    [
        None,
        True,
        False,
        0.0,
        1.5,
        float("nan"),
        b"0",
        [],
        {},
        ["0"],
        {"value": "0"},
        10**100,
        -(10**100),
        10**5_000,
        -(10**5_000),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("1e100"),
        Decimal("1e-100"),
        Decimal("0e999999"),
        Decimal("0." + "1" * 101),
        Decimal("0." + "1" * 5_000),
        Decimal("1e-999999"),
        Fraction(0),
        0j,
        object,
    ],
    ids=lambda raw: f"{type(raw).__name__}",
)
def test_anything_else_is_unreadable(raw: object) -> None:
    """No null, boolean, float, container or number beyond all bounds is an amount."""
    amount = read_amount(raw)
    assert isinstance(amount, Unreadable)
    assert not is_nothing(amount)
    assert len(amount.raw) <= 100


junk: st.SearchStrategy[object] = st.one_of(
    st.text(),
    st.text(st.sampled_from("0123456789.eE+-, _\u0660\uff11xNaInf")),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.booleans(),
    st.none(),
    st.lists(st.integers(), max_size=2),
)


@given(junk)
def test_nothing_that_is_not_zero_reads_as_zero(raw: object) -> None:
    """Whatever comes in, it is nothing only if it says zero in so many digits, or nothing."""
    if is_nothing(read_amount(raw)):
        assert not isinstance(raw, bool | float)
        says_zero = str(raw).strip().lstrip("-")
        assert raw == "" or (says_zero and Decimal(says_zero) == 0)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=-(10**20)))
def test_reading_is_exact(value: Decimal) -> None:
    """No digit is lost between the text and the number, and back."""
    amount = read_amount(format(value, "f"))
    assert isinstance(amount, Exact)
    assert amount.value == value
    assert Decimal(plain(amount.value)) == value


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN", "x", None, [], {}])
def test_no_exact_amount_without_a_finite_number(value: Any) -> None:
    """The type itself refuses what is no number."""
    with pytest.raises(ValidationError):
        Exact(value=value)


@given(junk)
def test_amounts_survive_json(raw: object) -> None:
    """An amount that was saved is the same amount, digit by digit."""
    amount = read_amount(raw)
    if isinstance(amount, Unreadable) and not amount.raw.isprintable():
        return  # lone surrogates cannot be written in UTF-8 at all
    again = ADAPTER.validate_json(ADAPTER.dump_json(amount))
    assert again == amount
    assert repr(again) == repr(amount)


parts = st.lists(
    st.one_of(
        st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=-(10**60))
        .map(lambda value: Exact(value=value))
        .filter(lambda amount: amount.value < 10**60),
        st.just(NotStated()),
    ),
    max_size=8,
)


@given(parts)
def test_sums_are_exact(amounts: Sequence[Exact | NotStated | Unreadable]) -> None:
    """A sum is zero only if it is: nothing is rounded away, however long the numbers are."""
    exact = [Fraction(amount.value) for amount in amounts if isinstance(amount, Exact)]
    added = total(amounts)
    if not exact:
        assert added == NotStated()
    else:
        assert isinstance(added, Exact)
        assert Fraction(added.value) == sum(exact)


def test_a_small_rest_of_large_amounts_is_left() -> None:
    """What is left between two large amounts that cancel out is still there."""
    amounts = [Exact(value=Decimal(text)) for text in ("1e60", "1e-60", "-1e60")]
    added = total(amounts)
    assert not is_nothing(added)
    assert added == Exact(value=Decimal("1e-60"))


@given(parts, st.integers(0, 8))
def test_one_unreadable_part_makes_the_sum_unreadable(
    amounts: list[Exact | NotStated | Unreadable], place: int
) -> None:
    """Nobody knows what it adds up to, so it is never nothing."""
    amounts.insert(place, Unreadable(raw="1,0"))
    assert total(iter(amounts)) == Unreadable(raw="1,0")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("0E+9", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("1.500", "1.5"),
        ("-0.0001", "-0.0001"),
        ("1e-18", "0.000000000000000001"),
        ("10.0", "10"),
    ],
)
def test_numbers_are_written_plainly(value: str, text: str) -> None:
    """No exponent, no trailing zeros, and one way to write zero."""
    assert plain(Decimal(value)) == text
    json.loads(text)
