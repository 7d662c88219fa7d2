"""Makes what others wrote safe for a message that some program will show.

A report for a terminal only has to keep escape sequences out. A message may be shown as
Markdown or HTML, and be searched for links, mentions and commands; a stranger can name a
token "claim at evil.example". So of a name only letters, digits, spaces and hyphens stay.
"""

import re
from typing import Final

from readiness.gate.redact import Redactor
from readiness.report.labels import clean, label

_SPECIAL: Final = re.compile(r"[^\w -]|_")
_MARKUP: Final = re.compile(r"[<>\[\]`*|~@#\\]|://")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_DOT: Final = "·"
_REDACTOR: Final = Redactor()


def plain_name(text: str) -> str:
    """A name: masked, short, and without anything that a program could take for more."""
    shown = label(text)
    return shown if _NUMBER.fullmatch(shown) else _SPECIAL.sub(_DOT, shown)


def plain_text(text: str) -> str:
    """A sentence of ours that may quote somebody: masked, and without markup and links."""
    return _MARKUP.sub(_DOT, clean(_REDACTOR.clean(text)))
