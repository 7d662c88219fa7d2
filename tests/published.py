"""A document, held against its published schema by somebody else's validator."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import jsonschema

from readiness.documents.published import published

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """The validator of a document."""
    return jsonschema.Draft202012Validator(
        json.loads(published(name)),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )


def fits(name: str, text: str) -> Any:
    """The content of a document, once it is what the schema of this name says."""
    content = json.loads(text)
    validator(name).validate(content)
    assert content["schema"] == f"readiness.{name}/1"
    times = [word for word in _words(content) if _TIME.fullmatch(word)]
    assert [time for time in times if not ("T" in time and time.endswith("Z"))] == []
    return content


def _words(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list | dict):
        for part in content.values() if isinstance(content, dict) else content:
            yield from _words(part)
