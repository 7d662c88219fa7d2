"""Time zones by their IANA names."""

from difflib import get_close_matches
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from readiness.config.errors import WrongValueError
from readiness.language import passage, say

_LONGEST: Final = 64


def parse_zone(text: str) -> str:
    """Check that a time zone of this name is known here.

    Raises:
        WrongValueError: there is none.
    """
    try:
        ZoneInfo(text[:_LONGEST])
    except (KeyError, ValueError, OSError):  # unknown; no name at all; a directory of names
        near = get_close_matches(text[:_LONGEST], available_timezones(), n=1, cutoff=0.6)
        hint = say('did you mean "{name}"?', name=near[0]) if near else ""
        raise WrongValueError(
            say("is not a time zone that is known here"),
            passage(hint, say('write its IANA name, such as "Europe/Berlin" or "UTC"')),
        ) from None
    return text
