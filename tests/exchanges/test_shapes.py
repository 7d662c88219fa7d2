"""What is said of an answer that is not what is documented, and what is not taken for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import pytest
from pydantic import ValidationError
from tests.each import each

from readiness.exchanges.paging import Tokens
from readiness.exchanges.rows import rows_in, token_in, total_in
from readiness.exchanges.signer import readable_secret
from readiness.exchanges.wire import CamelRow, WireWords, moment
from readiness.gate.body import BadBodyError


@dataclass(frozen=True)
class Place:
    """Where rows are."""

    rows_at: str = "rows"
    total_at: str = ""
    none_is_absent: bool = False
    keyed: str = ""


TOKENS: Final = Tokens("after", at="page.next")


def said(error: BadBodyError) -> str:
    """Its sentence, with every value that it names."""
    return error.text.format_map(error.values)


ROWS: Final[tuple[tuple[Place, list[Any], str], ...]] = (
    # With one key, an empty list is no object; with several, it is a list without rows.
    (Place(), [], "not an object"),
    (Place(), [{}], "no rows"),
    (Place(), [{"rows": {}}], "rows is no list"),
    (Place("a.b"), [{"a": {}}], "no a.b"),
    (Place("list|rows"), [{}], "not one of list, rows"),
    (Place("list|rows"), [{"rows": None}], "rows is no list"),
    # Left out, and some are stated.
    (Place(total_at="total", none_is_absent=True), [{"total": 1}], "no rows"),
    (Place(total_at="total"), [{"total": 0}], "no rows"),
)


@each("case", ROWS, str)
def test_rows_that_are_not_there(case: tuple[Place, list[Any], str]) -> None:
    """What is missing is told by its name, and is never an empty list."""
    place, body, told = case
    with pytest.raises(BadBodyError) as caught:
        rows_in(body, place)
    assert said(caught.value) == told


def test_an_empty_list_where_nobody_says_where_rows_are() -> None:
    """It has none."""
    assert rows_in([], Place("list|rows")) == []


TOTALS: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"page": []},
    {"page": {"total": None}},
    {"page": {"total": "1.5"}},
)


@each("body", TOTALS, str)
def test_a_number_of_rows_that_is_not_there(body: dict[str, Any]) -> None:
    """On the way to it there may be something else than an object."""
    with pytest.raises(BadBodyError) as caught:
        total_in([body], Place(total_at="page.total"))
    assert said(caught.value) == "page.total is no number of rows"


def test_a_token_may_stand_in_an_object_of_its_own() -> None:
    """Where the last page leaves it out, another one still has it."""
    assert token_in([{"page": {"next": "b"}}], TOKENS) == "b"
    assert token_in([{"page": {"next": "b"}}], replace(TOKENS, absent_ends=True)) == "b"
    assert token_in([{"page": []}], replace(TOKENS, absent_ends=True)) == ""
    wrong: tuple[dict[str, Any], ...] = ({"page": []}, {"next": "b"}, {"page": {"next": 5}})
    for body in wrong:
        with pytest.raises(BadBodyError) as caught:
            token_in([body], TOKENS)
        assert said(caught.value) == "no page.next"


def test_a_text_for_people_is_cleaned_and_nothing_else_is_one() -> None:
    """An address in it is nobody's business; a number is another shape."""

    class Row(CamelRow):
        said: WireWords

    assert Row.model_validate({"said": "all is well"}).said == "all is well"
    assert (
        "somebody@example.com" not in Row.model_validate({"said": "ask somebody@example.com"}).said
    )
    for value in (5, None, ["x"]):
        with pytest.raises(ValidationError):
            Row.model_validate({"said": value})


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("0", 1970),
        ("99999999999999", 5138),
        ("999999999999999", None),
        ("", None),
        ("-1", None),
        ("²", None),
        ("\u0661\u0662", None),
    ],
)
def test_a_moment_is_plain_digits(text: str, year: int | None) -> None:
    """Others look like digits and are not, or are no moment that a clock shows."""
    found = moment(text)
    assert (found.year if found else None) == year


@pytest.mark.parametrize(
    ("secret", "signs"),
    [
        ("c2VjcmV0", "c2VjcmV0"),
        # What stands between is skipped by a reader that is not strict.
        ("c2Vj!cmV0", "YzJWaiFjbVYw"),
        ("c2VjcmV", "YzJWamNtVg=="),
        ("ключ", "0LrQu9GO0Yc="),
        ("\ud800", "7aCA"),
    ],
)
def test_a_secret_that_is_no_base_64_is_signed_with_all_the_same(secret: str, signs: str) -> None:
    """The exchange is to reject it, so it has to reach the exchange."""
    given = {"key": "k", "secret": secret}
    assert readable_secret(given) == {"key": "k", "secret": signs}
