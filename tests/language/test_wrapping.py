"""Lines that fit, wherever a language may break them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.language.wrapping import breaks, columns, is_wide, wrapped

CLOSING = "，。、：；！？）》”…,.:;!?)]}"
OPENING = "（《「“([{"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("资金账户里还有余额", 8, ["资金账户", "里还有余", "额"]),
        ("请运行 readiness scan", 12, ["请运行", "readiness", "scan"]),
        ("资金账户，交易账户", 8, ["资金账", "户，交易", "账户"]),
        ("资金（交易）", 6, ["资金", "（交", "易）"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("资 abcdefgh", 4, ["资", "abcd", "efgh"]),
        ("", 10, [""]),
    ],
)
def test_a_text_is_divided(text: str, width: int, lines: list[str]) -> None:
    """Between words, between Chinese characters, and never before a closing mark."""
    assert wrapped(text, width) == lines


TEXTS = st.text(alphabet="资金账户ab c，。（“”)́", max_size=60)


@given(text=TEXTS, width=st.integers(min_value=2, max_value=30))
def test_nothing_is_lost_and_everything_fits(text: str, width: int) -> None:
    """The lines are the text, and none is too long unless marks that belong together are."""
    edges = [0, *breaks(text, width), len(text)]
    assert edges == sorted(edges)
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns(line) <= width for line in lines)


@given(text=st.text(alphabet="资金账户，。（", max_size=60))
def test_marks_stay_with_their_words(text: str) -> None:
    """Where there is room, no line begins with a closing mark or ends with an opening one."""
    tame = text.replace("，", "账，").replace("。", "账。").replace("（", "（账")
    lines = wrapped(tame.replace("，。", "，").replace("（（", "（"), 12)
    for before, after in pairwise(lines):
        assert after[0] not in CLOSING
        assert before[-1] not in OPENING


@pytest.mark.parametrize(("text", "wide"), [("ascii", False), ("café", False), ("资", True)])
def test_wide_text_is_known(text: str, wide: bool) -> None:
    """A Chinese character takes two columns."""
    assert is_wide(text) is wide
