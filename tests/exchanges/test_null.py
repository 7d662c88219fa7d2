"""Fields for which an exchange documents ``null``: it states nothing there, and nothing else."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.exchanges.wire import CamelRow, WireNullAmount, WireNullText


class Row(CamelRow):
    """One amount and one text that may be null."""

    amount: WireNullAmount
    text: WireNullText


def test_null_states_nothing() -> None:
    """It is read as an empty text is."""
    row = Row.model_validate({"amount": None, "text": None})
    assert row == Row.model_validate({"amount": "", "text": ""})
    assert isinstance(row.amount, NotStated)


@pytest.mark.parametrize("raw", [False, [], {}, "none", "NaN"])
def test_what_is_no_null_is_no_nothing(raw: object) -> None:
    """Only null is what is documented; anything else stays and is shown."""
    assert isinstance(Row.model_validate({"amount": raw, "text": ""}).amount, Unreadable)


def test_a_number_stays_a_number() -> None:
    """Where the field applies, it is what it says."""
    row = Row.model_validate({"amount": "0.10", "text": 7})
    assert isinstance(row.amount, Exact)
    assert row.text == "7"


@pytest.mark.parametrize("raw", [False, [], 1.5])
def test_a_text_is_a_text(raw: object) -> None:
    """A body of another shape is no answer."""
    with pytest.raises(ValidationError):
        Row.model_validate({"amount": "0", "text": raw})
