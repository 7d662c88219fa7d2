"""Durations as people write them: ``90s``, ``15m``, ``6h``, ``2d``."""

import re
from datetime import timedelta
from typing import Final

from readiness.config.errors import WrongValueError
from readiness.language import say

_PATTERN: Final = re.compile(r"([0-9]{1,9})([smhd])", re.ASCII)
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST: Final = timedelta(days=3650)


def parse_duration(text: str) -> timedelta:
    """Read a duration.

    Raises:
        WrongValueError: it is not a positive whole number followed by ``s``, ``m``, ``h`` or ``d``.
    """
    match = _PATTERN.fullmatch(text)
    seconds = int(match[1]) * _UNITS[match[2]] if match else 0
    if seconds == 0:
        raise WrongValueError(
            say("is not a duration"),
            say('write a positive whole number and a unit: "90s", "15m", "6h" or "2d"'),
        )
    if seconds > _LONGEST.total_seconds():
        raise WrongValueError(
            say("is longer than ten years"), say('the longest is "{days}d"', days=_LONGEST.days)
        )
    return timedelta(seconds=seconds)
