"""Finds links in HTML and Markdown, with the text that a reader sees in their place."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)(\s[^<>]*+)>")
_ATTRIBUTE: Final = re.compile(
    r"([a-zA-Z][\w:.-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
_TARGETS: Final = frozenset(
    (
        *("action", "background", "cite", "data", "data-href", "data-url", "formaction", "href"),
        *("manifest", "ping", "poster", "src", "xlink:href"),
    )
)
_ABSOLUTE: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.\t\r\n-]*:|[\\/]\s*[\\/])", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,30};)")
_ANY_TAG: Final = re.compile(r"<[^<>]*+>")
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|a\s|p>|div|br)", re.IGNORECASE)
_MARKDOWN: Final = re.compile(
    r"\[([^\[\]]{1,500})\]\(\s*+<?([^()\s<>]++(?:\([^()\s<>]*+\)[^()\s<>]*+)?)"
)
_LONGEST_SHOWN: Final = 2_000


@dataclass(frozen=True)
class Target:
    """Where a link in markup goes.

    Attributes:
        start: where it stands in the text.
        link: its target.
        shown: what a reader sees in its place; empty if that is nothing.
        relative: it names no host, and stays where the text is.
    """

    start: int
    link: str
    shown: str
    relative: bool = False


def is_page(text: str) -> bool:
    """Whether a text is HTML, or a part of it."""
    return _PAGE.search(text) is not None


def unescaped(text: str) -> str:
    """The text with its character references resolved; those without a semicolon stay."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def html_targets(text: str) -> Iterator[Target]:
    """Where the tags of a page lead."""
    for tag in _TAG.finditer(text):
        for found in _ATTRIBUTE.finditer(tag[2]):
            name, value = found[1].lower(), found[2] or found[3] or found[4] or ""
            if name not in _TARGETS:
                continue
            link, is_link = unescaped(value), tag[1].lower() == "a"
            relative = not _ABSOLUTE.match(link)
            if is_link or not relative:
                shown = _shown(text, tag.end()) if is_link else ""
                yield Target(tag.start() + 1, link.strip(), shown, relative)


def _shown(text: str, start: int) -> str:
    """What stands between the tags of a link."""
    inside = text[start : start + _LONGEST_SHOWN]
    return unescaped(
        _ANY_TAG.sub("", re.split(r"</a|<a\s", inside, maxsplit=1, flags=re.IGNORECASE)[0])
    ).strip()


def markdown_targets(text: str) -> Iterator[Target]:
    """Where the links of a Markdown text lead."""
    for found in _MARKDOWN.finditer(text):
        relative = not _ABSOLUTE.match(found[2])
        yield Target(found.start(2), found[2], found[1].strip(), relative)
