"""Whole reports in another language: what nobody looked up shows, and what was said in Chinese."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from typing import Final
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml, SystemOut
from tests.language.pseudo import Pseudo, forgotten
from tests.scan.support import bank

from readiness.cli.policies import policies_for
from readiness.domain.report import Report
from readiness.language import speaking
from readiness.language.wrapping import columns
from readiness.report.formats import FORMATS, Frame, Surface, renderer
from readiness.simulator.binance import worlds as binance
from readiness.simulator.okx import worlds as okx

WORLDS: Final = {"okx": okx.messy, "binance": binance.messy}
WIDE: Final = Surface(width=20_000)
"""So wide that no two cells of a row are broken into one another."""

NAMES: Final = (
    # Words of the exchanges, as they answer.
    "this user is not on the allow-list of the endpoint",
    "this key is not authorised for this request",
    "the key, the address it came from, or its permissions are not valid for this",
    "this is no portfolio margin account",
)

KEPT: Final = ("not opened", "Order center", "Discount Buy", "Range Bound")
"""Codes that stand beside a Chinese word, and names as the exchange's own pages have them."""


@cache
def scanned(exchange: str) -> Report:
    """A scan of an account in which a lot is left behind."""
    with bank({"messy": WORLDS[exchange]()}, exchange=exchange) as there:
        return there.scan()


def drawn(report: Report, name: str, surface: Surface = WIDE) -> str:
    """The report in a format."""
    return renderer(name)(report, Frame(policies_for(report), surface))


def of_json(text: str) -> str:
    """With its letters as letters."""
    return json.dumps(json.loads(text), ensure_ascii=False)


def of_junit(text: str) -> str:
    """What is said of cases and suites, without the names of elements and attributes."""
    suites = list(JUnitXml.fromstring(text.encode()))
    results = [result for suite in suites for case in suite for result in case.result]
    told = [part for result in results for part in (result.message, result.text)]
    told += [suite.child(SystemOut).text for suite in suites]
    return "\n".join(filter(None, told))


def of_github(text: str) -> str:
    """Titles and texts of the annotations."""
    plain = re.sub(r"^::\w+ title=(.*?)::", r"\1\n", text, flags=re.MULTILINE)
    return unquote(plain)


def of_html(text: str) -> str:
    """What a reader sees, and what is read out to those who do not see it."""
    text = re.sub(r"<style>.*?</style>", "|", text, flags=re.DOTALL)
    spoken = re.findall(r'aria-label="([^"]*)"', text)
    return unescape(re.sub(r"<[^>]*>", "|", text) + "|".join(spoken))


SENTENCES: Final[Mapping[str, Callable[[str], str]]] = {
    "json": of_json,
    "junit": of_junit,
    "sarif": of_json,
    "github": of_github,
    "html": of_html,
}
"""What a reader meets in a format that has words of its own; in the others, it is everything."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("exchange", WORLDS)
def test_nothing_of_a_report_is_forgotten(exchange: str, name: str) -> None:
    """No two words stand there that were not looked up."""
    with speaking("zh", Pseudo()):
        text = drawn(scanned(exchange), name)
    assert forgotten(SENTENCES.get(name, str)(text), *NAMES) == []


@pytest.mark.parametrize("exchange", WORLDS)
def test_a_report_is_drawn_in_chinese(exchange: str) -> None:
    """From the first line to the last, with the verdict's code beside its word."""
    report = scanned(exchange)
    with speaking("zh"):
        text = drawn(report, "table")
    assert "有阻碍（BLOCKED）" in text
    assert "下一步" in text
    assert forgotten(text, *NAMES, *KEPT) == []


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_chinese_table_fits_its_page(width: int) -> None:
    """No line is too wide, and none begins with a mark that closes what stood before it."""
    with speaking("zh"):
        lines = drawn(scanned("okx"), "table", Surface(width=width)).splitlines()
    assert [line for line in lines if columns(line) > width] == []
    assert [line for line in lines if line.strip()[:1] in set("，。：；、）”")] == []
    texts = [line for line in lines if columns(line) > width - 3]
    assert len(texts) > 10, "lines are as long as they can be"


def test_chinese_columns_are_aligned() -> None:
    """Names and remarks stand below each other, whatever the width of what is before them."""
    with speaking("zh"):
        text = drawn(scanned("okx"), "table", Surface(width=100))
    rows = re.findall(
        r"^(  (?:有遗留（holding）|需人工查看（manual）) +)(\S.*?  +)\S", text, re.MULTILINE
    )
    assert len(rows) > 10
    assert len({columns(before) for before, _ in rows}) == 1
    assert len({columns(before + name) for before, name in rows}) == 1


def test_json_says_the_same_in_every_language() -> None:
    """Codes, keys and numbers are those of English; sentences are Chinese."""
    report = scanned("okx")
    english = json.loads(drawn(report, "json"))
    with speaking("zh"):
        chinese = json.loads(drawn(report, "json"))
    told = {"message", "remedy", "reason", "where", "title", "why", "because", "uncertain"}

    def codes(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: codes(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return len(value) if key in told else [codes(inner, key) for inner in value]
        return None if key in told else value

    assert codes(english) == codes(chinese)
    for account in chinese["accounts"]:
        assert all(re.search(r"[一-鿿]", found["message"]) for found in account["findings"])
