"""The page in a real browser: what it shows, what it asks for, whom it leaves out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)
from tests.report.html import pages

from readiness.language import speaking

CHROMIUM: Final = shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="not installed: chromium"),
]

ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
PHONE: Final = 320
DESK: Final = 1200
STANDARDS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules of axe-core that count."""


@dataclass
class Look:
    """A page that is open, and everything that it said and asked for."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what the browser complains of."""
        if message.type in ("error", "warning"):
            self.console.append(message.text)

    def gave_up(self, request: Request) -> None:
        """Keep what it was not allowed to ask for, and why."""
        self.refused.append(f"{request.url} {request.failure}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window of its own, offline."""
    with browser.new_context(offline=True, viewport={"width": DESK, "height": 900}) as context:
        yield context


Open = Callable[[str], Look]


@pytest.fixture
def show(context: BrowserContext, tmp_path: Path) -> Open:
    """Opens a page as people do: from its file."""

    def opened(text: str) -> Look:
        file = tmp_path / "report.html"
        file.write_text(text, encoding="utf-8")
        page = context.new_page()
        look = Look(page)
        page.on("console", look.heard)
        page.on("pageerror", lambda error: look.console.append(str(error)))
        page.on("request", lambda request: look.requests.append(request.url))
        page.on("requestfailed", look.gave_up)
        page.goto(file.as_uri())
        assert look.requests.pop(0) == file.as_uri()
        return look

    return opened


def in_chinese() -> str:
    """For readers of Chinese."""
    with speaking("zh"):
        return pages.with_a_past()


TEXTS: Final[dict[str, Callable[[], str]]] = {
    "verdicts": pages.every_verdict,
    "chinese": in_chinese,
    "hostile": pages.hostile,
    "crowded": lambda: pages.crowded(60),
}


def too_wide(page: Page) -> bool:
    """Whether it takes sideways scrolling to read the page."""
    wider: bool = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return wider


@pytest.mark.parametrize("name", list(TEXTS))
def test_it_shows_itself_and_asks_for_nothing(show: Open, name: str) -> None:
    """No error, no warning, no request; and no sideways scrolling, on a desk, a phone, at 200 %."""
    look = show(TEXTS[name]())
    assert look.page.get_by_role("main").is_visible()
    assert look.page.get_by_role("heading", level=1).count() == 1
    for width in (DESK, DESK // 2, PHONE):
        look.page.set_viewport_size({"width": width, "height": 800})
        assert not too_wide(look.page), width
    assert (look.console, look.requests) == ([], [])


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [("verdicts", "light", DESK), ("verdicts", "dark", PHONE), ("chinese", "dark", DESK)],
)
def test_nobody_is_left_out(show: Open, name: str, scheme: str, width: int) -> None:
    """axe-core finds nothing: contrast, names, roles, landmarks, order of headings."""
    look = show(TEXTS[name]())
    look.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    look.page.set_viewport_size({"width": width, "height": 900})
    look.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(look.page, options={"runOnly": STANDARDS, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_the_policy_has_teeth(show: Open) -> None:
    """Were anything smuggled in, it would not run, not be drawn and not be fetched."""
    smuggled = (
        "<p id='prey' style='color: rgb(1, 2, 3)'>prey</p>"
        "<style>#prey { color: rgb(1, 2, 3) }</style>"
        "<script>document.title = 'owned'</script>"
        "<img src='http://thief.invalid/' onerror='document.title = \"owned\"'>"
        "<iframe src='http://thief.invalid/'></iframe>"
        "<link rel='stylesheet' href='http://thief.invalid/'>"
    )
    text = pages.with_a_past()
    look = show(text.replace("</footer>", f"{smuggled}</footer>"))
    assert look.page.title() != "owned"
    colour = "getComputedStyle(document.querySelector('#prey')).color"
    assert look.page.evaluate(colour) != "rgb(1, 2, 3)"
    assert sum("Content Security Policy" in line for line in look.console) >= len("psiilf")
    assert set(look.refused) == {"http://thief.invalid/ csp"}
    free = show(text.replace("</footer>", f"{smuggled}</footer>").replace("Content-Security", "X"))
    assert free.page.title() == "owned"
    assert free.page.evaluate(colour) == "rgb(1, 2, 3)"


def test_it_can_be_used_without_a_mouse(show: Open) -> None:
    """The skip link comes first; every link, box and fold is reached, and folds open."""
    look = show(pages.with_a_past())
    page = look.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"
    reachable = "a[href], input, summary"
    expected = page.locator(f"main :is({reachable}), footer :is({reachable})").count()
    now = "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"
    reached: set[str] = set()
    for _ in range(expected):
        page.keyboard.press("Tab")
        tag, outline = page.evaluate(now)
        assert outline != "none"
        reached.add(tag)
    assert reached == {"A", "INPUT", "SUMMARY"}
    box = page.locator("input").first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    fold = page.locator("summary").first
    fold.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None


def test_it_prints(show: Open) -> None:
    """Light, with all that is folded, without what only helps on a screen."""
    look = show(pages.with_a_past())
    look.page.emulate_media(media="print", color_scheme="dark")
    page = look.page
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert not page.locator("nav").first.is_visible()
    assert page.locator(".records").first.is_visible()
    assert len(page.pdf()) > 10_000


def test_signs_stay_where_colours_are_taken_away(show: Open) -> None:
    """With the system's own colours, and for those who do not want movement."""
    look = show(pages.with_a_past())
    look.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    scrolling = "getComputedStyle(document.documentElement).scrollBehavior"
    assert look.page.evaluate(scrolling) == "auto"
    edge = "getComputedStyle(document.querySelector('.icon.tile')).borderTopStyle"
    assert look.page.evaluate(edge) == "solid"
