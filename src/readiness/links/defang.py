"""Reads links that were written so that nobody clicks them by accident."""

import re
from typing import Final

_SCHEME: Final = re.compile(r"^\s*h(?:xx|\*\*|__|tx|xt)p(s?)(?=\W)", re.IGNORECASE)
_COLON: Final = re.compile(r"^(\s*[a-z][a-z0-9+.-]*)(?:\[:\]|\[://\]|：)", re.IGNORECASE)
_DOT: Final = re.compile(
    r"\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|(?<=[a-z0-9])点(?=[a-z])", re.IGNORECASE
)
_AT: Final = re.compile(r"\[at\]|\(at\)|\{at\}|\[@\]|\(@\)", re.IGNORECASE)
_AUTHORITY: Final = re.compile(
    r"^(\s*(?:[a-z][a-z0-9+.-]*:)?(?:[\\/\uff0f]*))([^/?#]*)", re.IGNORECASE | re.DOTALL
)


def refanged(link: str) -> str:
    """The link as it was before it was made unclickable; the same if it was not."""
    text = _SCHEME.sub(r"http\1", link)
    text = _COLON.sub(lambda found: f"{found[1]}:" + ("//" if "//" in found[0] else ""), text)
    if ":\\/\\/" in text:
        text = text.replace("\\/", "/")
    text = re.sub(r"^(\s*[a-z][a-z0-9+.-]*:)\uff0f\uff0f", r"\1//", text, flags=re.IGNORECASE)
    return _AUTHORITY.sub(lambda front: f"{front[1]}{_plain(front[2])}", text, count=1)


def _plain(authority: str) -> str:
    return _AT.sub("@", _DOT.sub(".", authority))
