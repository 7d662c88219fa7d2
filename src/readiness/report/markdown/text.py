"""Text that stays text in Markdown, whatever it is made of.

Two readers have to be kept from it. The parser, which sees links, images, emphasis, code,
tables and HTML: for it, the signs are escaped. And what a site does to the text after
parsing, where an escape is gone: GitHub and GitLab make links of ``@name``, ``#1``, ``www.``
or a bare host, and pictures of ``:name:``. There, the sign and what follows are parted by a
character without width; the parser is given its reference, so the source stays readable.
"""

import re
from typing import Final

from readiness.report.labels import sentence

_GAP: Final = "&#8203;"

_SPECIAL: Final = re.compile(
    r"""
    (?P<always> @ )                          # a mention, an e-mail address
    | (?P<before_word> [\#!%^&$~] (?=\w) )   # an issue, a label, a milestone ...
    | (?P<colon> : (?=[^\s\d]|[\w+-]+:) )    # a scheme, an emoji
    | (?P<dot> \. (?=[^\W\d_]) )             # a host
    | (?P<issue> \b [Gg][Hh]- (?=\d) )       # an issue, the other way
    | (?P<sign> [\\`*_\[\]{}|<>&$~\#!^] )
    """,
    re.VERBOSE,
)
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_PLAIN: Final = frozenset("@:.%")
"""Signs that mean nothing to the parser."""
_NUMBERED: Final = re.compile(r"\A(\d{1,9})(?=[.)](?:\s|\Z))")
_OPENS_A_BLOCK: Final = ("-", "+", "=")
_FOR_CODE: Final = re.compile(r"[\w.~%/#:+*-]+(?: [\w.~%/#:+*-]+)*", re.ASCII)


def inline(text: str) -> str:
    """A text for a paragraph, a point of a list or a cell of a table."""
    escaped = _SPECIAL.sub(_escape, sentence(text).strip())
    if escaped.startswith(_OPENS_A_BLOCK):
        return f"\\{escaped}"
    return _NUMBERED.sub(r"\1\\", escaped)


def _escape(found: re.Match[str]) -> str:
    part = found.group()
    shown = "".join(_one(character) for character in part)
    return shown if found.lastgroup == "sign" else shown + _GAP


def _one(character: str) -> str:
    if character in _PLAIN or character.isalnum() or character == "-":
        return character
    return _ENTITIES.get(character, f"\\{character}")


def code(name: str) -> str:
    """A name to copy: as code if nothing in it could end the code, and as text otherwise."""
    return f"`{name}`" if _FOR_CODE.fullmatch(name) else inline(name)
