"""Takes the pictures of ``docs/html-report.md``: ``.venv/bin/python -m scripts.screenshots``.

Needs Chromium (``scripts/install-test-services``). The account is one of the simulator's,
scanned for real; the scans before it are made up, to have something to draw.
"""

import tempfile
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import ViewportSize, sync_playwright
from tests.report.html.test_browser import ARGUMENTS, CHROMIUM
from tests.scan.support import bank

from readiness.cli.policies import policies_for
from readiness.domain.verdict import Verdict
from readiness.report.draw import html
from readiness.report.formats import Frame, Point
from readiness.simulator.okx import worlds

FOLDER: Final = Path(__file__).parents[1] / "docs" / "images"
NAME: Final = "okx-main"
SIZE: Final[ViewportSize] = {"width": 1000, "height": 720}
EARLIER: Final = ((24, 31, 3, 1905), (20, 28, 0, 1744), (15, 26, 4, None), (9, 22, 1, 802))
"""Days ago, how much was in the way, how much could not be looked at, what it was worth."""

Scheme = Literal["light", "dark"]
PICTURES: Final[tuple[tuple[str, Scheme, str], ...]] = (
    ("html-report-light", "light", "#report"),
    ("html-report-dark", "dark", "section.coverage"),
)


def page() -> str:
    """The page of an account in which a lot is left behind."""
    with bank({NAME: worlds.messy()}) as there:
        there.confirmed = False
        report = there.scan()
    frame = Frame(policies_for(report), past={NAME: tuple(_past(report.finished_at))})
    return html(report, frame)


def _past(now: datetime) -> list[Point]:
    return [
        Point(
            now - timedelta(days=days),
            Verdict.BLOCKED,
            blockers,
            unknowns,
            12,
            None if value is None else Decimal(value),
        )
        for days, blockers, unknowns, value in EARLIER
    ]


def main() -> None:
    """Take all pictures."""
    text = page()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for name, scheme, place in PICTURES:
            with browser.new_context(viewport=SIZE, color_scheme=scheme) as context:
                opened = context.new_page()
                opened.goto(file.as_uri())
                opened.locator(place).first.evaluate(
                    "(part) => scrollTo({top: part.getBoundingClientRect().top - 48, "
                    "behavior: 'instant'})"
                )
                opened.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
