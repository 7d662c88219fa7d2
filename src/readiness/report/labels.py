"""Makes text that others wrote safe to show on a terminal.

Names of assets, orders and sub-accounts come from the exchange and in part from
strangers (an airdropped token can be called anything). Shown raw they could move the
cursor, recolour the screen, turn the reading direction or bury the verdict.
"""

import re
import unicodedata
from typing import Final
from urllib.parse import unquote

LONGEST: Final = 80
LONGEST_SENTENCE: Final = 4000
_LOOKED_AT: Final = 40_000
"""Characters of an over-long text that are looked at: all of them would hold up a report."""
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MOST_MARKS: Final = 2


def visible(text: str) -> str:
    """The text with lone surrogates written out, so that it can be encoded anywhere."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def clean(text: str) -> str:
    r"""The text with everything written out that does not show as itself.

    Control characters, escape sequences, reading-direction marks, zero-width
    characters, unassigned code points and lone surrogates become ``\x1b``, ``\u202e``
    and so on. Piled-up combining marks are cut after the second.
    """
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            continue
        if category in _HIDDEN:
            shown.append(
                character.encode("ascii", "backslashreplace").decode("ascii")
                if ord(character) > 0x7F
                else f"\\x{ord(character):02x}"
            )
        elif category == "Zs":
            shown.append(" ")
        else:
            shown.append(character)
    return "".join(shown)


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, cut in the middle when it is over-long: both ends tell names apart."""
    if len(text) <= longest:
        return text
    tail = (longest - 3) // 2
    head = longest - 3 - tail
    return f"{text[:head]}...{text[len(text) - tail :]}"


# The look behind keeps an over-long name from being tried anew at each of its letters.
_E_MAIL: Final = re.compile(
    r"(?<![\w.+%-])(?P<head>[\w.+%-]{1,2})[\w.+%-]*@(?P<host>[\w.-]+\.[\w-]+)"
)
_PHONE: Final = re.compile(r"(?P<head>\+\d{1,2})[\d\s().-]{5,}(?P<tail>\d{2})(?!\d)")


def masked(text: str) -> str:
    """The text with e-mail addresses and phone numbers told apart, but not told."""
    return _PHONE.sub(r"\g<head>***\g<tail>", _E_MAIL.sub(r"\g<head>***@\g<host>", text))


def label(text: str) -> str:
    """A name from the exchange, safe and short enough for a line of a report.

    What is shown to people may be looked at over a shoulder or pasted into a ticket, so
    the e-mail address that names a sub-account is masked.
    """
    return _fitting(text, LONGEST)


def sentence(text: str) -> str:
    """A sentence that may quote what others wrote, safe for one line of any format."""
    return _fitting(text, LONGEST_SENTENCE)


def _fitting(text: str, longest: int) -> str:
    return shorten(masked(clean(shorten(text, _LOOKED_AT))), longest)


def names_somebody(fingerprint: str) -> bool:
    """Whether a finding's fingerprint spells out an e-mail address or a phone number.

    It must not be masked, as it is there to be copied; what is handed to third parties
    leaves it out instead.
    """
    plain = unquote(fingerprint, errors="replace")
    return masked(plain) != plain
