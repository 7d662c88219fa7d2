"""``config.example.toml`` shows everything."""

import re
from pathlib import Path

import pytest

from readiness.config.model import TABLES

TEXT = (Path(__file__).parents[2] / "config.example.toml").read_text()
FIELDS = [name for table in TABLES.values() for name in table.model_fields]


@pytest.mark.parametrize("name", sorted(set(FIELDS)))
def test_every_key_is_shown(name: str) -> None:
    """Each key of the models stands in the example, as a key or as a table."""
    shown = re.search(rf"^(# )?{name} = |^\[+([^\]]*\.)?{name}(\.[^\]]*)?\]+$", TEXT, re.MULTILINE)
    assert shown is not None


def test_every_model_has_a_place() -> None:
    """A table that is missing in the list of places would have no help texts."""
    for table in TABLES.values():
        for name, field in table.model_fields.items():
            assert field.description, f"{table.__name__}.{name} has no description"
