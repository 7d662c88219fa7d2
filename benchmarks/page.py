"""Writes the measured section into its page."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN: Final = "<!-- measured: make bench BENCH_ARGS=--write -->"
END: Final = "<!-- /measured -->"


def write(lines: Iterable[str], page: Path = PAGE) -> None:
    """Put the lines in the place of those between the two marks.

    Raises:
        ValueError: the page has no such marks.
    """
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} has no {BEGIN} ... {END}")
    section = "\n".join(lines)
    page.write_text(f"{before}{begin}\n{section}\n{end}{after}", encoding="utf-8")
