"""Lists in the documentation are complete: rules, requests, report keys, contracts."""

from __future__ import annotations

import re
import tomllib
from typing import Final

import pytest
from pydantic import BaseModel
from tests.docs.support import read, rows, section, spans

from readiness.exchanges.catalogue import Request
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy
from readiness.report import document
from readiness.rules import RULES

OKX: Final = read("docs/okx.md")
REPORT: Final = read("docs/report.md")
SECTIONS: Final[dict[str, type[BaseModel]]] = {
    "## Top level": document.ReportDocument,
    "## `accounts[]`": document.Account,
    "## `accounts[].key`": document.Key,
    "## `accounts[].coverage[]`": document.Coverage,
    "## `accounts[].findings[]`": document.Finding,
}
INSIDE: Final = (
    document.Tool,
    document.Acknowledged,
    document.Closing,
    document.RequestCount,
)


def test_every_rule_has_a_row() -> None:
    """Id and title of each, in the order in which they speak."""
    told = [(spans(row[0])[0], row[1]) for row in rows(read("docs/rules.md"))]
    assert told == [(rule.id, rule.title) for rule in RULES]


def requests_of_the_page() -> dict[str, str]:
    """Every request that the page about OKX speaks of, and whether it is asked."""
    text = OKX[OKX.index("## Row by row") : OKX.index("## Refusals that mean something")]
    return {name: row[1] for row in rows(text) for name in spans(row[0]) if "/" in name}


def test_every_request_is_explained() -> None:
    """What is asked stands there as asked, and nothing else does."""
    told = requests_of_the_page()
    asked = {name for name, answer in told.items() if answer.startswith("yes")}
    assert asked == {request.id for request in load_catalogue("okx")}
    assert {answer for answer in told.values() if not answer.startswith("yes")} == {"no"}


@pytest.mark.parametrize("request_", list(load_catalogue("okx")), ids=lambda request: request.id)
def test_how_many_calls_are_made(request_: Request) -> None:
    """Where a number of calls is named, it is the catalogue's."""
    named = re.search(r"(\d+) calls", requests_of_the_page()[request_.id])
    assert named is None or int(named[1]) == len(request_.calls)


def test_every_manual_item_of_okx_is_named() -> None:
    """What a person has to look at."""
    told = spans(section(OKX, "## What cannot be seen").partition("\n\n")[0])
    assert told == [item.item for item in load_policy("okx").manual]


def test_every_refusal_with_a_meaning_is_told() -> None:
    """The codes of the policy's fallbacks, by what they count as."""
    told: dict[str, set[str]] = {"not opened": set(), "manual": set()}
    for row in rows(section(OKX, "## Refusals that mean something")):
        told[re.split("[;,]", row[2])[0]] |= set(re.findall(r"\b\d{3,5}\b", row[1]))
    known: dict[str, set[str]] = {"not opened": set(), "manual": set()}
    for entry in load_policy("okx").fallbacks:
        known[entry.outcome.value.replace("_", " ")] |= set(entry.codes)
    assert told == known


def test_every_restriction_is_told() -> None:
    """Codes that say that the account itself is restricted."""
    text = section(OKX, "## Refusals that mean something")
    listed = text[text.index("Codes that say that the account itself") :]
    told = set(re.findall(r"\b\d{4,5}\b", listed))
    assert told == {entry.code for entry in load_policy("okx").codes if entry.restricts}


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


def test_every_import_contract_is_told() -> None:
    """The architecture names what import-linter checks."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    text = section(read("docs/architecture.md"), "## Who may import what")
    told = [line.removeprefix("* ") for line in text.splitlines() if line.startswith("* ")]
    assert len(told) == len(contracts)
    for line, contract in zip(told, contracts, strict=True):
        assert line.startswith(contract["name"])
