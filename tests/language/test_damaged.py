"""Catalogues that are damaged cost words, and nothing else."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from readiness.language import active, say, speaking

FOLDER = Path(active.__file__).parent


@pytest.mark.parametrize(
    "keep", [0, 3, 27, 200], ids=["empty", "no number", "no table", "cut in a text"]
)
def test_a_damaged_catalogue_is_left_out(
    keep: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sentences are in English; the others are not."""
    copytree(
        FOLDER / "zh",
        tmp_path / "zh",
        ignore=lambda _, names: {n for n in names if n[-3:] == ".po"},
    )
    damaged = tmp_path / "zh" / "rules.mo"
    damaged.write_bytes(damaged.read_bytes()[:keep])
    monkeypatch.setattr(active, "files", lambda _: tmp_path)
    with speaking("zh"):
        assert say("The account is restricted") == "The account is restricted"
        assert say("Plan") != "Plan"
