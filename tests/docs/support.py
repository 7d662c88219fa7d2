"""The documentation as tests see it: pages, fenced blocks, tables and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
)

_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN: Final = re.compile(r"`([^`\n]+)`")
_HEADING: Final = re.compile(r"^#+ +(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block, and where it stands."""

    page: Path
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """Where to look when a test about it fails."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def read(name: str) -> str:
    """The text of a page, by its path in the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(*languages: str) -> list[Block]:
    """All blocks of some languages, in all pages."""
    return [block for page in PAGES for block in _blocks_of(page) if block.language in languages]


def _blocks_of(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        yield Block(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def spans(text: str) -> list[str]:
    """What stands in backticks."""
    return _SPAN.findall(text)


def anchors(page: Path) -> set[str]:
    """The fragments that a link into a page may have."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(prose(page)))
    return {heading.replace(" ", "-") for heading in plain}


def section(text: str, heading: str) -> str:
    """What stands between a heading and the next heading of any level."""
    start = text.index(f"\n{heading}\n") + len(heading) + 2
    following = _HEADING.search(text, start)
    return text[start : following.start() if following else len(text)]


def rows(text: str) -> list[list[str]]:
    """The cells of every table row, headings and rulers left out."""
    found: list[list[str]] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        ruler = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("|") and not line.startswith("| ---") and not ruler.startswith("| ---"):
            found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found
