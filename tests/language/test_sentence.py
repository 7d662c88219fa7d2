"""Parts of sentences are put together as each language puts them together."""

from __future__ import annotations

import errno
import os

import pytest

from readiness.language import (
    advised,
    clauses,
    either,
    listed,
    passage,
    phrases,
    reason_of,
    speaking,
)

TOGETHER = {
    "en": ("a, b", "a, b or c", "a; b", "a, b", "A. B.", "what\n  next: do it"),
    "zh": ("a、b", "a、b 或 c", "a；b", "a，b", "甲。乙。", "what\n  下一步：do it"),
}


@pytest.mark.parametrize("language", TOGETHER)
def test_parts_are_put_together(language: str) -> None:
    """Lists, choices, clauses, sentences, and what to do next."""
    sentences = {"en": ("A.", "", "B."), "zh": ("甲。", "", "乙。")}[language]
    with speaking(language):
        assert TOGETHER[language] == (
            listed(["a", "b"]),
            either(["a", "b", "c"]),
            clauses(["a", "b"]),
            phrases(["", "a", "b"]),
            passage(*sentences),
            advised("what", "do it"),
        )


@pytest.mark.parametrize("language", TOGETHER)
def test_nothing_to_put_together(language: str) -> None:
    """One part stands alone, and none is nothing."""
    with speaking(language):
        assert (either(["a"]), either([]), advised("what", "")) == ("a", "", "what")
        assert (phrases(["a"]), phrases([])) == ("a", "")


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_why_the_system_refused(number: int) -> None:
    """Its usual reasons have a translation."""
    error = OSError(number, os.strerror(number))
    assert reason_of(error) == os.strerror(number)
    with speaking("zh"):
        assert reason_of(error) not in ("", os.strerror(number))


def test_a_reason_that_is_not_usual() -> None:
    """It is shown as the system says it; a silent error gets the words that were given."""
    with speaking("zh"):
        assert reason_of(OSError(1, "Strange trouble")) == "Strange trouble"
        assert reason_of(ValueError("embedded null byte"), "不可用") == "不可用"
        assert reason_of(OSError("just words")) == "just words"
