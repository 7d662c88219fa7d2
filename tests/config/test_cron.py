"""The times that a cron expression stands for, held against an oracle written separately."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cron import expressions, matches_day, matches_field

from readiness.config.cron import cron_times, parse_cron
from readiness.config.errors import WrongValueError

FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12))


@given(expressions())
def test_each_field_stands_for_what_matches_it(text: str) -> None:
    """Lists, ranges, steps and names; Sunday is 0 and 7."""
    times = cron_times(text)
    *fields, weekday = text.split()
    told = (times.minutes, times.hours, times.days, times.months)
    for numbers, field, (low, high) in zip(told, fields, FIELDS, strict=True):
        expected = tuple(n for n in range(low, high + 1) if matches_field(n, field, low))
        assert numbers == expected
    assert times.weekdays == tuple(
        n for n in range(7) if any(matches_field(same, weekday, 0) for same in {n, n or 7})
    )


@given(expressions(), st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_a_day_fits_as_cron_says(text: str, day: date) -> None:
    """Where both fields of days are restricted either will do; else both have to fit."""
    times = cron_times(text)
    for more in range(40):
        each = day + timedelta(days=more)
        assert times.fits(each) == matches_day(text, each)


@pytest.mark.parametrize("text", ["0 0 30 2 *", "0 0 31 4,6,9,11 *", "* * 31 2 */2"])
def test_a_day_that_never_comes_is_refused(text: str) -> None:
    """A schedule that never does anything is a slip of the pen."""
    with pytest.raises(WrongValueError, match="no year has"):
        parse_cron(text)


@pytest.mark.parametrize("text", ["0 0 29 2 *", "0 0 30 2 mon", "0 0 31 2,3 *"])
def test_a_rare_day_is_accepted(text: str) -> None:
    """The leap day comes, and so does a Monday in February."""
    assert parse_cron(text) == text
