"""Every key of the configuration is documented, and every documented configuration loads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from tests.docs.support import Block, blocks, read, rows, section, spans

from readiness.config import load_config
from readiness.config.model import TABLES
from readiness.exchanges.registry import EXCHANGES

PAGE: Final = read("docs/configuration.md")
HEADINGS: Final = {
    ("accounts", "*"): "## `[accounts.NAME]`",
    ("accounts", "*", "closure"): "### `[accounts.NAME.closure]`",
    ("network",): "## `[network]`",
    ("acknowledge", "*"): "## `[[acknowledge]]`",
    ("confirm", "*"): "## `[[confirm]]`",
    ("watch",): "## `[watch]`",
    ("history",): "## `[history]`",
    ("notify",): "## `[notify]`",
    ("notify", "targets", "*"): "### `[notify.targets.NAME]`",
}


def keys_of(value: Any) -> Iterator[str]:
    """Every key of a part of a TOML document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


@pytest.mark.parametrize("place", HEADINGS, ids=".".join)
def test_every_key_has_a_row(place: tuple[str, ...]) -> None:
    """The tables of the page have exactly the keys of the models, and say what is mandatory."""
    told = {name: row[1] for row in rows(section(PAGE, HEADINGS[place])) for name in spans(row[0])}
    fields = TABLES[place].model_fields
    assert told.keys() == fields.keys()
    for name, field in fields.items():
        assert (told[name] == "mandatory") == field.is_required(), name
        if isinstance(field.default, bool):
            assert told[name] == f"`{str(field.default).lower()}`"
        elif isinstance(field.default, int | float):
            assert told[name] == f"`{field.default:g}`"


def test_every_table_has_a_section() -> None:
    """A table that is new in the models is missed here."""
    assert HEADINGS.keys() | {()} == TABLES.keys()


def test_every_key_of_the_example_is_documented() -> None:
    """Whoever reads the example finds each key explained."""
    document = tomllib.loads(read("config.example.toml"))
    used = {*document, *(key for name, part in document.items() for key in _keys(name, part))}
    documented = " ".join(spans(PAGE))
    assert [key for key in sorted(used) if key not in documented] == []


def _keys(name: str, part: Any) -> Iterator[str]:
    """Every key in a table at the top, except names that the user chose."""
    if name == "notify":
        yield from keys_of({**part, "targets": list(part["targets"].values())})
    else:
        yield from keys_of(list(part.values()) if name == "accounts" else part)


@pytest.mark.parametrize("block", blocks("toml"), ids=lambda block: block.name)
def test_every_snippet_loads(block: Block, tmp_path: Path) -> None:
    """What somebody copies from the documentation is accepted."""
    path = tmp_path / "readiness.toml"
    path.write_text(block.text, encoding="utf-8")
    config = load_config(
        path, environ={}, cwd=tmp_path, today=date(2026, 12, 1), exchanges=EXCHANGES
    )
    assert config.accounts


def test_every_exchange_is_in_the_readme() -> None:
    """The table of regions has each company, with its hosts."""
    told = {spans(row[0])[0]: row[2] for row in rows(section(read("README.md"), "## Regions"))}
    assert told == {info.id: ", ".join(info.api_hosts) for info in EXCHANGES.values()}
