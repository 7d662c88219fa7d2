"""``readiness schema``: what is printed for programs is what the published schemas say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.conftest import Run
from tests.cli.saving import Place
from tests.published import fits

import readiness
from readiness.documents.generate import generate, write_all
from readiness.documents.published import PUBLISHED, file_of, published
from readiness.language import LANGUAGES

NAMES = pytest.mark.parametrize("name", PUBLISHED)
LINKS = "https://www.okx.com\nhttps://okx-login.example/x\nhttps://evil.example\n"


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that has keys."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@NAMES
def test_each_schema_is_printed_and_is_what_the_models_say(run: Run, name: str) -> None:
    """If this fails: python -m readiness.documents.generate."""
    outcome = run("schema", name)
    assert (outcome.code, outcome.out, outcome.err) == (0, published(name), "")
    assert published(name) == generate(name)
    schema = json.loads(outcome.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:readiness:{name}:1"
    assert schema["properties"]["schema"]["const"] == f"readiness.{name}/1"


@NAMES
def test_a_schema_requires_all_keys_of_today_and_lets_later_versions_add_some(name: str) -> None:
    """Times are in UTC, amounts are strings, and there is no other number with a fraction."""
    for part in objects(json.loads(published(name))):
        assert part.get("additionalProperties", True) is True
        assert set(part["required"]) == set(part["properties"])
        for key, value in part["properties"].items():
            shapes = [shape for shape in value.get("anyOf", [value]) if shape.get("type") != "null"]
            for shape in shapes:
                assert shape.get("format") != "date-time" or shape["pattern"].endswith("Z$")
                assert shape.get("type") != "number" or key == "seconds"
                if key in ("amount", "value_usd", "up_to"):
                    assert (shape["type"], shape["pattern"][:2]) == ("string", "^-")


def test_the_packaged_files_are_the_published_ones(tmp_path: Path) -> None:
    """All of them are written by one command, and none is left over."""
    write_all(tmp_path)
    packaged = Path(readiness.__file__).parent
    for folder in (tmp_path, packaged):
        files = {path.name for path in folder.rglob("*.schema.json")}
        assert files == set(map(file_of, PUBLISHED))


def test_a_name_that_is_none_is_answered_with_all(run: Run) -> None:
    """Exit code 2."""
    outcome = run("schema", "other")
    assert outcome.code == 2
    assert all(name in outcome.err for name in PUBLISHED)


def test_what_is_printed_fits(run: Run, place: Place) -> None:
    """By the real commands in both languages, also where scans and a backup go on."""
    Path("links.txt").write_text(LINKS, encoding="utf-8")
    commands: dict[str, tuple[str, ...]] = {
        "report": ("scan",),
        "history": ("history",),
        "diff": ("diff",),
        "links": ("check-link", "links.txt"),
        "endpoints": ("endpoints", "okx"),
        "exchanges": ("exchanges",),
        "guide": ("guide", "okx"),
    }
    assert {*commands, "backup"} == PUBLISHED.keys()
    place.account.funding("LUNC", "0.0001")
    told: dict[str, list[Any]] = {name: [] for name in PUBLISHED}
    for language in LANGUAGES:
        for name, line in commands.items():
            printed = run(*line, "--format", "json", "--lang", language).out
            told[name].append(fits(name, printed))
        run("backup", "okx-main", "--to", "saved", "--lang", language)
        written = Path("saved", "manifest.json").read_text(encoding="utf-8")
        told["backup"].append(fits("backup", written))
        place.account.funding("LUNC", 0)
    assert [report["verdict"] for report in told["report"]] == ["blocked", "unconfirmed"]
    assert len(told["history"][-1]["scans"]) == 2
    assert "LUNC" in [gone["asset"] for gone in told["diff"][-1]["accounts"][0]["went_away"]]
    assert [manifest["complete"] for manifest in told["backup"]] == [True, True]
