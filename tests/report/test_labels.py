"""Names that strangers chose cannot do anything to a terminal."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.report.labels import LONGEST, clean, label, shorten, visible

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\rc", r"a\x0ab\x0dc"),
        ("\x9b2J", r"\x9b2J"),
        ("USDT\u202eTDSU", r"USDT\u202eTDSU"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("\ud800", r"\ud800"),
        ("\u2028", r"\u2028"),
        ("a\u00a0b", "a b"),
        ("比特币", "比特币"),
    ],
)
def test_what_does_not_show_as_itself_is_written_out(hostile: str, shown: str) -> None:
    """Controls, escapes, reading direction, zero width and surrogates become visible."""
    assert clean(hostile) == shown


def test_piled_up_marks_are_cut() -> None:
    """A hundred combining marks cannot cover the lines around them."""
    assert clean("a" + "\u0301" * 100) == "a" + "\u0301" * 2


def test_long_names_are_cut_in_the_middle() -> None:
    """Both ends stay, because that is where names differ."""
    name = "begin" + "x" * 10_000 + "end"
    short = label(name)
    assert len(short) == LONGEST
    assert short.startswith("begin")
    assert short.endswith("end")
    assert shorten("short") == "short"


@pytest.mark.parametrize("piece", ["x", "x.", "+1", "a@", "1 ", "@a."])
def test_a_name_without_end_does_not_hold_up_the_report(piece: str) -> None:
    """Half a million letters cost time in proportion: squared, this would take an hour."""
    assert len(label(piece * 250_000)) == LONGEST


def test_of_a_name_without_end_both_ends_are_looked_at() -> None:
    """Whatever lies between them costs nothing, and the cut shows."""
    begin = time.process_time()
    short = label("begin\x1b" + "x" * 32_000_000 + "\x1bend")
    assert time.process_time() - begin < 1
    assert short.startswith("begin\\x1bxxx")
    assert "x...x" in short
    assert short.endswith("xxx\\x1bend")


@given(ANY_TEXT)
def test_a_clean_text_has_nothing_hidden_left(text: str) -> None:
    """Whatever comes in: nothing invisible comes out, and cleaning twice changes nothing."""
    cleaned = clean(text)
    assert {unicodedata.category(letter) for letter in cleaned}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )
    assert clean(cleaned) == cleaned


@given(ANY_TEXT)
def test_visible_text_can_always_be_encoded(text: str) -> None:
    """A lone surrogate cannot stop the report from being written."""
    assert visible(text).encode("utf-8") is not None
