"""The SBOM and the list of licences name every library that comes with the tool."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.utils import canonicalize_name
from scripts.sbom import CONCLUDED, LICENCES, licences, locked, written

ALLOWED: Final = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
}
"""None of them asks anything of a program that uses the library as it is."""


@pytest.fixture(scope="module")
def text() -> str:
    """The SBOM as it is written."""
    return written(validate=False)


@pytest.fixture(scope="module")
def sbom(text: str) -> dict[str, Any]:
    """The SBOM as it is read."""
    read = json.loads(text)
    assert isinstance(read, dict)
    return read


def test_every_locked_library_is_in_it(sbom: dict[str, Any]) -> None:
    """In the locked version, and nothing else."""
    lock = {canonicalize_name(line.name): str(line.specifier)[2:] for line in locked()}
    assert len(lock) > 50
    assert {name: version for name, version, _ in licences(sbom)} == lock
    assert all(part["purl"].startswith("pkg:pypi/") for part in sbom["components"])


def test_the_tool_itself_is_what_it_describes(sbom: dict[str, Any]) -> None:
    """With its own licence, and with what it asks for directly."""
    root = sbom["metadata"]["component"]
    assert (root["name"], root["licenses"][0]["license"]["id"]) == ("readiness", "MIT")
    (direct,) = (each for each in sbom["dependencies"] if each["ref"] == root["bom-ref"])
    assert {"ccxt", "httpx", "pydantic"} <= {ref.partition("==")[0] for ref in direct["dependsOn"]}


def test_every_licence_is_one_that_is_accepted(sbom: dict[str, Any]) -> None:
    """By its name of SPDX; a library without one is looked at by a person."""
    for name, _, licence in licences(sbom):
        words = re.findall(r"[^\s()]+", licence)
        assert words, name
        assert set(words) - {"AND", "OR"} <= ALLOWED, (name, licence)


def test_what_a_person_looked_up_is_still_needed(sbom: dict[str, Any]) -> None:
    """And is marked as that."""
    marked = {
        canonicalize_name(part["name"])
        for part in sbom["components"]
        for entry in part["licenses"]
        if entry.get("license", {}).get("acknowledgement") == "concluded"
    }
    assert marked == CONCLUDED.keys()


def test_the_page_says_the_same(sbom: dict[str, Any]) -> None:
    """If this fails: make sbom."""
    page = LICENCES.read_text(encoding="utf-8").splitlines()
    for row in licences(sbom):
        assert f"| {' | '.join(row)} |" in page


def test_it_tells_nothing_of_the_machine(text: str, sbom: dict[str, Any]) -> None:
    """No date, serial number, path or host: it is the same everywhere."""
    assert "serialNumber" not in sbom
    assert "timestamp" not in sbom["metadata"]
    for trait in ("file:", str(Path.home()), str(LICENCES.parents[1]), socket.gethostname()):
        assert trait not in text
