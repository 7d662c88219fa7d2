"""Cron expressions: five fields, checked for form only."""

import re
from dataclasses import dataclass
from typing import Final

from readiness.config.errors import WrongValueError

_PART: Final = re.compile(r"(\*|[0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?(?:/([0-9]{1,2}))?", re.ASCII)
_REMEDY: Final = 'write five fields: minute hour day month weekday, such as "0 */6 * * *"'


@dataclass(frozen=True)
class _Field:
    name: str
    lowest: int
    highest: int
    words: tuple[str, ...] = ()

    def number(self, text: str) -> int:
        if text in self.words:
            return self.words.index(text) + self.lowest
        if not text.isdigit() or not self.lowest <= int(text) <= self.highest:
            raise WrongValueError(
                f"has a wrong {self.name}", f"it goes from {self.lowest} to {self.highest}"
            )
        return int(text)


_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_DAYS: Final = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS: Final = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day of the month", 1, 31),
    _Field("month", 1, 12, _MONTHS),
    _Field("day of the week", 0, 7, _DAYS),  # 0 and 7 are both Sunday
)


def parse_cron(text: str) -> str:
    """Check a cron expression and write it with single spaces.

    Raises:
        WrongValueError: it does not have five fields of the classic form.
    """
    parts = text.split(" ")
    fields = [part for part in parts if part]
    if len(fields) != len(_FIELDS):
        raise WrongValueError(f"has {len(fields)} fields, not five", _REMEDY)
    for field, given in zip(_FIELDS, fields, strict=True):
        for part in given.lower().split(","):
            _check(field, part)
    return " ".join(fields)


def _check(field: _Field, part: str) -> None:
    match = _PART.fullmatch(part)
    if match is None:
        raise WrongValueError(f"has a {field.name} that is not understood", _REMEDY)
    first, last, step = match.groups()
    if first == "*":
        if last is not None:
            raise WrongValueError(f"has a {field.name} that is not understood", _REMEDY)
    else:
        low = field.number(first)
        if last is not None and field.number(last) < low:
            raise WrongValueError(f"has a {field.name} range that runs backwards", "swap its ends")
        if step is not None and last is None:
            raise WrongValueError(
                f"has a {field.name} step without a range",
                f'write "{low}-{field.highest}/{step}" or "*/{step}"',
            )
    if step is not None and not 1 <= int(step) <= field.highest:
        raise WrongValueError(
            f"has a wrong {field.name} step", f"it goes from 1 to {field.highest}"
        )
