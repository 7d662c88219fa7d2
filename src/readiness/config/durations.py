"""Durations as people write them: ``90s``, ``15m``, ``6h``, ``2d``."""

import re
from datetime import timedelta
from typing import Final

from readiness.config.errors import WrongValueError

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
            "is not a duration",
            'write a positive whole number and a unit: "90s", "15m", "6h" or "2d"',
        )
    if seconds > _LONGEST.total_seconds():
        raise WrongValueError("is longer than ten years", f'the longest is "{_LONGEST.days}d"')
    return timedelta(seconds=seconds)
