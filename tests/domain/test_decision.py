"""Decisions hold for exactly as long as they say, by the calendar in UTC."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from readiness.domain.decision import Acknowledgement, Closure, Confirmation, Decisions

dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def acknowledgement(until: date) -> Acknowledgement:
    return Acknowledgement(fingerprint="a/main/wallet.funding/X", reason="dust", until=until)


@pytest.mark.parametrize(
    ("until", "today", "counts"),
    [
        (date(2026, 12, 31), date(2026, 12, 30), True),
        (date(2026, 12, 31), date(2026, 12, 31), False),
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (date(2027, 1, 1), date(2026, 12, 31), True),
        (date(2028, 2, 29), date(2028, 2, 28), True),
        (date(2028, 2, 29), date(2028, 2, 29), False),
        (date(2028, 3, 1), date(2028, 2, 29), True),
        (date(2027, 3, 1), date(2027, 2, 28), True),
        (date.max, date(2026, 1, 1), True),
        (date.min, date(2026, 1, 1), False),
    ],
)
def test_an_acknowledgement_dies_on_its_day(until: date, today: date, counts: bool) -> None:
    """It counts while today is before that day, and not on the day itself."""
    assert acknowledgement(until).in_force(today) is counts


@pytest.mark.parametrize(
    ("on", "days", "last"),
    [
        (date(2026, 11, 20), 7, date(2026, 11, 26)),
        (date(2026, 11, 20), 1, date(2026, 11, 20)),
        (date(2026, 11, 20), 30, date(2026, 12, 19)),
        (date(2026, 12, 28), 7, date(2027, 1, 3)),
        (date(2028, 2, 25), 7, date(2028, 3, 2)),
        (date(2027, 2, 25), 7, date(2027, 3, 3)),
    ],
)
def test_a_confirmation_counts_for_its_days(on: date, days: int, last: date) -> None:
    """The day itself is the first of them, over the ends of months, years and leap years."""
    confirmation = Confirmation(account="a", item="p2p", on=on)
    assert confirmation.in_force(on, days)
    assert confirmation.in_force(last, days)
    assert not confirmation.in_force(last + timedelta(days=1), days)


@pytest.mark.parametrize(
    ("requested", "days", "ends"),
    [
        (date(2026, 11, 23), 30, date(2026, 12, 23)),
        (date(2028, 1, 30), 30, date(2028, 2, 29)),
        (date(2027, 1, 30), 30, date(2027, 3, 1)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_a_closure_waits_so_many_days(requested: date, days: int, ends: date) -> None:
    """Nothing is sent before the first day on which the waiting is over."""
    closure = Closure(requested_on=requested, wait_days=days)
    assert closure.ends_on == ends
    assert closure.waiting(ends - timedelta(days=1)) is True
    assert closure.waiting(ends) is False
    assert closure.waiting(ends + timedelta(days=400)) is False


@pytest.mark.parametrize(
    ("today", "day", "left"),
    [
        (date(2028, 1, 29), 1, 31),
        (date(2028, 1, 30), 1, 30),
        (date(2028, 1, 31), 2, 29),
        (date(2028, 2, 28), 30, 1),
        (date(2028, 2, 29), None, 0),
        (date(2028, 3, 1), None, 0),
    ],
)
def test_the_days_are_counted(today: date, day: int | None, left: int) -> None:
    """The day of the request is the first, and the last one is the day before the end."""
    closure = Closure(requested_on=date(2028, 1, 30), wait_days=30)
    assert (closure.day(today), closure.days_left(today)) == (day, left)


@given(dates, dates, st.integers(1, 60))
def test_a_decision_that_has_ended_never_counts_again(day: date, today: date, days: int) -> None:
    """Time only ever takes decisions away."""
    tomorrow = today + timedelta(days=1)
    confirmation = Confirmation(account="a", item="p2p", on=day)
    closure = Closure(requested_on=day, wait_days=days)
    assert acknowledgement(day).in_force(today) >= acknowledgement(day).in_force(tomorrow)
    assert confirmation.in_force(today, days) >= confirmation.in_force(tomorrow, days)
    assert closure.waiting(today) >= closure.waiting(tomorrow)


@pytest.mark.parametrize("up_to", [Decimal("NaN"), Decimal("Infinity"), "NaN", "1,0", "", b"", []])
def test_no_limit_that_is_no_number(up_to: Any) -> None:
    """A limit against which nothing can be compared is refused."""
    with pytest.raises(ValidationError):
        Acknowledgement(fingerprint="a", reason="b", until=date(2026, 1, 1), up_to=up_to)


def test_decisions_that_name_nobody() -> None:
    """Only what names none of the accounts is picked out: the whole name counts."""
    mine, other, longer = (
        Acknowledgement(fingerprint=f"{name}/main/wallet.funding/X", reason="r", until=date.max)
        for name in ("okx", "okx-mian", "okx2")
    )
    looked, elsewhere = (
        Confirmation(account=name, item="p2p", on=date(2026, 1, 1)) for name in ("okx", "OKX")
    )
    decisions = Decisions(acknowledgements=(mine, other, longer), confirmations=(looked, elsewhere))
    assert mine.account == "okx"
    assert decisions.not_naming({"okx"}) == Decisions(
        acknowledgements=(other, longer), confirmations=(elsewhere,)
    )
    assert decisions.not_naming({"okx", "okx-mian", "okx2", "OKX"}) == Decisions()
    assert decisions.not_naming(()) == decisions


def test_nothing_is_decided_by_default() -> None:
    """An empty configuration accepts and confirms nothing."""
    assert Decisions() == Decisions(acknowledgements=(), confirmations=())
    with pytest.raises(ValidationError):
        Decisions.model_validate({"accept_all": True})
