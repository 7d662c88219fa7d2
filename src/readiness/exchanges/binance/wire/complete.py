"""Answers that say themselves whether they hold some rows back."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator

from readiness.gate.body import BadBodyError
from readiness.language import message


def _nothing_more(more: bool) -> bool:
    # Not a ValueError: that would only say that the row has another shape.
    if more:
        raise BadBodyError(message("there are more rows than the answer holds"))
    return more


NothingMore: TypeAlias = Annotated[bool, AfterValidator(_nothing_more)]
"""A flag that there is more: an answer in which it is set is none."""
