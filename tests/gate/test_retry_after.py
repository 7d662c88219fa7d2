"""``Retry-After`` is seconds or a date; anything else is no request to wait."""

import time
from email.utils import formatdate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.gate.retry_after import retry_after

NOW = 1_780_000_000.0


def read(text: str) -> float:
    return retry_after({"retry-after": text}, NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("1", 1),
        (" 120 ", 120),
        ("007", 7),
        ("99999999999999999999", 999_999_999),
        (formatdate(NOW + 90, usegmt=True), 90),
        (formatdate(NOW - 90, usegmt=True), 0),
        (formatdate(NOW + 90), 90),
        (formatdate(NOW + 90 + 9 * 3600).replace("-0000", "+0900"), 90),
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("1.5", 0),
        ("1e3", 0),
        ("+5", 0),
        ("٣", 0),
        ("5 seconds", 0),
        ("5, 6", 0),
    ],
)
def test_seconds_or_a_date(text: str, seconds: float) -> None:
    """Whole seconds and dates are read; signs, fractions and other digits are not."""
    assert read(text) == pytest.approx(seconds)


def test_nothing_is_asked_without_the_header() -> None:
    """An answer without the header asks for no pause."""
    assert retry_after({}, NOW) == 0


def test_a_date_without_a_zone_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-0000`` means UTC wherever this computer stands."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert read(formatdate(NOW + 90)) == pytest.approx(90)
    finally:
        monkeypatch.undo()
        time.tzset()


@given(st.text() | st.from_regex(r"\w{3}, \d{1,3} \w{3} \d{1,20} \d\d:\d\d:\d\d [+-]\d{1,20}"))
@example("Wed, 21 Oct 2026 07:28:00 +999999999999999")
@example("Wed, 21 Oct 999999999999 07:28:00 GMT")
@example("Wed, 21 Oct 0001 07:28:00 -0000")
@example("Fri, 31 Dec 9999 23:59:59 -2359")
def test_whatever_it_says_it_is_a_pause_or_none(text: str) -> None:
    """No header, however odd, does anything but ask for a pause of zero or more."""
    assert read(text) >= 0
