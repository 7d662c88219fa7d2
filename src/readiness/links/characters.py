"""Classes of characters that decide where a link begins and ends, for regular expressions."""

from typing import Final

HIDDEN: Final = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
"""Characters that do not show, and are no blanks."""

CONTROL: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff0-\uffff"

EAST_ASIAN: Final = (
    r"\u1100-\u11ff\u2e80-\u2fdf\u2ff0-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    r"\ufe30-\ufe4f\U00020000-\U0003ffff"
)
"""Chinese, Japanese and Korean letters with their punctuation: written without blanks."""

EAST_ASIAN_MARKS: Final = (
    r"\u3000-\u3003\u3008-\u3020\u3030\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65"
)
"""Their punctuation, and the wide forms of the usual one."""

QUOTES: Final = r"\u2010-\u2027\u2030-\u205e\xab\xbb"
"""Typographic dashes, dots and quotation marks."""
