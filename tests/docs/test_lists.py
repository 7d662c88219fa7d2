"""Lists in the documentation are complete: rules, requests, report keys, contracts."""

from __future__ import annotations

import re
import tomllib
from typing import Final

import pytest
from pydantic import BaseModel
from tests.docs.support import read, rows, section, spans
from tests.each import each

from readiness.cli import endpoints_document, exchanges_document
from readiness.documents.parts import Tool
from readiness.documents.published import PUBLISHED
from readiness.exchanges.catalogue import Request
from readiness.exchanges.history import LastDays, Since
from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.guide import document as guide_document
from readiness.history import diff_document
from readiness.history import document as history_document
from readiness.policies import load_policy
from readiness.report import document
from readiness.rules import RULES

REPORT: Final = read("docs/report.md")
JSON: Final = read("docs/json.md")
SECTIONS: Final[dict[str, type[BaseModel]]] = {
    "## Top level": document.ReportDocument,
    "## `accounts[]`": document.Account,
    "## `accounts[].key`": document.Key,
    "## `accounts[].coverage[]`": document.Coverage,
    "## `accounts[].findings[]`": document.Finding,
    "## `accounts[].plan`": document.Plan,
    "## `accounts[].plan.steps[]`": document.Step,
}
INSIDE: Final = (
    document.Sum,
    document.Dependency,
    document.Earliest,
    Tool,
    document.Acknowledged,
    document.Closing,
    document.RequestCount,
)


def test_every_rule_has_a_row() -> None:
    """Id and title of each, in the order in which they speak."""
    told = [(spans(row[0])[0], row[1]) for row in rows(read("docs/rules.md"))]
    assert told == [(rule.id, rule.title) for rule in RULES]


PAGES: Final = {
    info.family: read(f"docs/{info.family}.md") for info in EXCHANGES.values() if not info.part_of
}
"""What is told of each exchange family; of a part, on the page of the whole."""

FAMILY = pytest.mark.parametrize("family", PAGES)
CODE: Final = re.compile(
    r"(?<![\w.])-?\d{3,9}(?!\w)|success=false|E[A-Z]\w+:[A-Z][A-Za-z ]+|accountInactive"
)


def requests_of_the_page(family: str) -> dict[str, str]:
    """Every request that the page about an exchange speaks of, and whether it is asked."""
    page = PAGES[family]
    text = page[page.index("## Row by row") : page.index("## Refusals that mean something")]
    return {name: row[1] for row in rows(text) for name in spans(row[0])}


@FAMILY
def test_every_request_is_explained(family: str) -> None:
    """What is asked stands there as asked, and nothing else does."""
    told = requests_of_the_page(family)
    asked = {name for name, answer in told.items() if answer.startswith("yes")}
    assert asked == {request.id for request in load_catalogue(family)}
    assert {answer for answer in told.values() if not answer.startswith("yes")} == {"no"}


@each("asked", [(family, request) for family in PAGES for request in load_catalogue(family)], repr)
def test_how_many_calls_are_made(asked: tuple[str, Request]) -> None:
    """Where a number of calls is named, it is the catalogue's."""
    family, request_ = asked
    named = re.search(r"(\d+) calls", requests_of_the_page(family)[request_.id])
    assert named is None or int(named[1]) == len(request_.calls)


@pytest.mark.parametrize("family", [family for family in PAGES if family != "binance"])
def test_every_list_of_a_backup_is_told(family: str) -> None:
    """A backup's lists have a row each, and how far back they reach is said.

    Binance has too many of them; its page tells them by kind.
    """
    told = {
        name: row[2] for row in rows(section(PAGES[family], "## Backup")) for name in spans(row[0])
    }
    history = load_catalogue(family).history
    assert set(told) == set(history)
    for name, entry in history.items():
        match entry.reach:
            case LastDays(days=days):
                assert f"{days} days" in told[name]
            case Since(day=day):
                assert f"since {day}" in told[name]
            case _:
                assert "all" in told[name]


@FAMILY
def test_every_manual_item_is_named(family: str) -> None:
    """What a person has to look at."""
    told = spans(section(PAGES[family], "## What cannot be seen").partition("\n\n")[0])
    assert told == [item.item for item in load_policy(family).manual]


@FAMILY
def test_every_refusal_with_a_meaning_is_told(family: str) -> None:
    """The codes of the policy's fallbacks, by what they count as."""
    outcomes = ("not opened", "manual", "unknown")
    told: dict[str, set[str]] = {name: set() for name in outcomes}
    for row in rows(section(PAGES[family], "## Refusals that mean something")):
        told[re.split("[;,]", row[2])[0]] |= set(CODE.findall(row[1]))
    known: dict[str, set[str]] = {name: set() for name in outcomes}
    for entry in load_policy(family).fallbacks:
        known[entry.outcome.value.replace("_", " ")] |= set(entry.codes)
    assert told == known


@FAMILY
def test_every_restriction_is_told(family: str) -> None:
    """Codes that say that the account itself is restricted."""
    text = section(PAGES[family], "## Refusals that mean something")
    listed = text[text.index("Codes that say that the account itself") :]
    told = set(CODE.findall(listed))
    assert told == {entry.code for entry in load_policy(family).codes if entry.restricts}


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_of_the_report_is_explained(heading: str) -> None:
    """The tables have exactly the keys of the document."""
    fields = SECTIONS[heading].model_fields
    told = {name for row in rows(section(REPORT, heading)) for name in spans(row[0])}
    assert told == {field.alias or name for name, field in fields.items()}


@pytest.mark.parametrize("part", INSIDE, ids=lambda part: part.__name__)
def test_every_key_inside_is_named(part: type[BaseModel]) -> None:
    """Small parts are explained in the row of the key that holds them."""
    assert part.model_fields.keys() <= set(spans(REPORT))


def test_every_document_for_programs_is_listed() -> None:
    """Its name, and what its ``schema`` key says; the README has the names."""
    table = JSON[: JSON.index("What holds for all of them")]
    told = {tuple(spans(cell)[0] for cell in row[:2]) for row in rows(table)}
    assert told == {(name, f"readiness.{name}/1") for name in PUBLISHED}
    (row,) = (row for row in rows(read("README.md")) if "`readiness schema NAME`" in row[0])
    assert set(spans(row[1])) == set(PUBLISHED)


def test_every_import_contract_is_told() -> None:
    """The architecture names what import-linter checks."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    text = section(read("docs/architecture.md"), "## Who may import what")
    told = [line.removeprefix("* ") for line in text.splitlines() if line.startswith("* ")]
    assert len(told) == len(contracts)
    for line, contract in zip(told, contracts, strict=True):
        assert line.startswith(contract["name"])


@pytest.mark.parametrize(
    ("page", "heading", "part"),
    [
        ("docs/history.md", "## `readiness history`", history_document.HistoryDocument),
        ("docs/history.md", "## `readiness history`", history_document.Scan),
        ("docs/history.md", "## `readiness diff`", diff_document.DiffDocument),
        ("docs/history.md", "## `readiness diff`", diff_document.Account),
        ("docs/history.md", "## `readiness diff`", diff_document.Spot),
        ("docs/json.md", "## `readiness endpoints`", endpoints_document.EndpointsDocument),
        ("docs/json.md", "## `readiness endpoints`", endpoints_document.RequestPart),
        ("docs/json.md", "## `readiness endpoints`", endpoints_document.LimitPart),
        *(
            ("docs/json.md", "## `readiness exchanges`", part)
            for part in (
                exchanges_document.ExchangesDocument,
                exchanges_document.FamilyPart,
                exchanges_document.ExchangePart,
                exchanges_document.KeyNeedPart,
                exchanges_document.ManualPart,
                exchanges_document.RefusablePart,
                exchanges_document.UnseenPart,
            )
        ),
        ("docs/guide.md", "## Formats", guide_document.GuideDocument),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_key_of_a_document_is_explained(
    page: str, heading: str, part: type[BaseModel]
) -> None:
    """Each page has a table of keys."""
    told = {
        span.rpartition(".")[2].removesuffix("[]") for span in spans(section(read(page), heading))
    }
    assert {field.alias or name for name, field in part.model_fields.items()} <= told
