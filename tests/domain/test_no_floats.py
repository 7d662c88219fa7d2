"""No number of the domain or of the rules is a float: money is never rounded."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args, get_type_hints

import pytest
from pydantic import BaseModel

import readiness.domain
import readiness.rules

MODULES = sorted(
    f"{package.__name__}.{found.name}"
    for package in (readiness.domain, readiness.rules)
    for found in iter_modules(package.__path__)
)


def types_in(hint: object) -> Iterator[object]:
    yield hint
    for part in get_args(hint):
        yield from types_in(part)


@pytest.mark.parametrize("name", MODULES)
def test_no_field_is_a_float(name: str) -> None:
    """No model has a field, however deep, that could hold a float."""
    models = [
        value
        for value in vars(import_module(name)).values()
        if isinstance(value, type) and issubclass(value, BaseModel)
    ]
    for model in models:
        for hint in get_type_hints(model, include_extras=True).values():
            assert float not in set(types_in(hint))


@pytest.mark.parametrize("name", MODULES)
def test_no_float_is_written_or_made(name: str) -> None:
    """No source line has a number with a point, calls float, or divides one number by another."""
    source = Path(str(import_module(name).__file__)).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        assert not (isinstance(node, ast.Name) and node.id in ("float", "round"))
        assert not isinstance(node, ast.Div)
