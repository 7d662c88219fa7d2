"""Reads a page as strictly as no browser does."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.report.samples import SOURCE

VOID = {"meta", "input", "link", "br", "img", "hr"}
LOADS = {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"}


class Reader(HTMLParser):
    """Reads a page strictly: everything that is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All text of the page, as one line."""
        return re.sub(r"\s+", " ", " ".join(self.texts))


def assert_nothing_runs(text: str) -> Reader:
    """No script, no handler, no inline style; the only addresses are the policy's sources."""
    read = Reader(text)
    for tag, attributes in read.tags:
        assert tag not in {"script", "link", "iframe", "object", "embed", "base", "form", "img"}
        assert not LOADS & set(attributes)
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        href = attributes.get("href") or "#"
        assert href.startswith("#") or (tag == "a" and href == SOURCE)
    return read
