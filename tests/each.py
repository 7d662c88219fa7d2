"""One test for many small cases, where telling of each would take longer than testing it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
Test = Callable[..., None]


def _id(value: Any) -> str:
    return str(value.id)


def each(name: str, values: Iterable[T], named: Callable[[T], str] = _id) -> Callable[[Test], Test]:
    """Give a test one value after the other; a failure says which it was.

    Args:
        name: the parameter.
        values: what it gets; none at all is an error, since nothing would be tested.
        named: what a value is called.
    """
    entries = list(values)
    assert entries, f"no {name} to test"

    def all_in_one(test: Test) -> Test:
        @wraps(test)
        def run(**fixtures: Any) -> None:
            for value in entries:
                try:
                    test(**{name: value}, **fixtures)
                except Exception as error:
                    error.add_note(f"{name}: {named(value)}")
                    raise

        signature = inspect.signature(test)
        others = [entry for entry in signature.parameters.values() if entry.name != name]
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined] # pytest reads which fixtures are wanted from it
        return run

    return all_in_one
