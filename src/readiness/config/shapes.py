"""What every table of the file is made of: strictness, and text under rules of ours."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Final, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from readiness.config.errors import WrongValueError
from readiness.language import say

OWN_RULE: Final = "readiness"
"""Type of the errors whose two halves are already sentences for the user."""

T = TypeVar("T")


class Table(BaseModel):
    """A table of the file: nothing unknown in it, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def kind_of(value: object) -> str:
    """What a user would call a value of this type in TOML."""
    names: tuple[tuple[type, str], ...] = (
        (bool, say("true or false")),
        (int, say("a whole number")),
        (float, say("a number with a point")),
        (str, say("text")),
        (datetime, say("a date with a time")),
        (date, say("a date")),
        (list, say("an array")),
        (dict, say("a table")),
    )
    return next((name for kind, name in names if isinstance(value, kind)), say("a time"))


def rule_error(error: WrongValueError) -> PydanticCustomError:
    """An error of ours as pydantic takes it."""
    halves = {"what": error.what, "remedy": error.remedy}
    return PydanticCustomError(OWN_RULE, "{what}", halves)


def text_under(rule: Callable[[str], T]) -> BeforeValidator:
    """A validator for text under a rule of ours."""

    def validate(value: object) -> T:
        if not isinstance(value, str):
            raise rule_error(
                WrongValueError(say("must be text in quotes, not {kind}", kind=kind_of(value)))
            )
        try:
            return rule(value)
        except WrongValueError as error:
            raise rule_error(error) from None

    return BeforeValidator(validate)


def not_blank(text: str) -> str:
    """A rule: there is something to read."""
    if not text.strip():
        raise WrongValueError(say("is empty"))
    return text


NotBlank: TypeAlias = Annotated[str, text_under(not_blank)]
