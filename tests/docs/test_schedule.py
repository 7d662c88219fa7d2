"""The units that docs/schedule.md shows are the ones that are printed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from tests.docs.support import ROOT, Block, blocks
from tests.schedule.support import KEYS, plan_of

from readiness.schedule import UnitFile, crontab, launch_agents, system_units, workflows

PAGE: Final = ROOT / "docs/schedule.md"
GAP: Final = "..."
LANGUAGES: Final = ("ini", "crontab", "xml", "yaml")
SHOWN: Final = [block for block in blocks(*LANGUAGES) if block.page == PAGE]
(EXAMPLE,) = (block.text for block in blocks("toml") if block.page == PAGE)


def printed(language: str, folder: Path) -> Iterable[UnitFile]:
    """What the configuration of the page comes to."""
    plan = plan_of(folder, EXAMPLE)
    if language == "ini":
        handed_over = EXAMPLE.replace('credentials_directory = "/srv/keys"\n', "")
        return system_units(plan_of(folder, handed_over), KEYS).files
    make = {"crontab": crontab, "xml": launch_agents, "yaml": workflows}[language]
    return make(plan).files


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.name)
def test_a_unit_is_shown_as_it_is_printed(block: Block, tmp_path: Path) -> None:
    """Between the gaps, every line stands there as it is shown, and in that order."""
    lines = "\n".join(file.text for file in printed(block.language, tmp_path)).splitlines()
    at = 0
    for chunk in block.text.removesuffix(f"{GAP}\n").split(f"\n{GAP}\n"):
        shown = chunk.splitlines()
        starts = [n for n in range(at, len(lines)) if lines[n : n + len(shown)] == shown]
        assert starts, f"not printed: {chunk}"
        at = starts[0] + len(shown)


def test_every_kind_is_shown() -> None:
    """None is missed because its block has another language."""
    assert sorted(block.language for block in SHOWN) == sorted(LANGUAGES)
