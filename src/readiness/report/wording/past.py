"""The words of what was recorded, and of what is different."""

from collections.abc import Mapping
from typing import Final

from readiness.language import Plural

NOTHING: Final = "No scan was recorded yet."
NOTHING_OF: Final = "No scan of {account} was recorded yet."
BEGIN: Final = "Every scan is recorded: readiness scan"
ACCOUNT_LINE: Final = "{account} ({exchange})"
MORE: Final = Plural(
    "{count} older scan is not shown; --limit shows more",
    "{count} older scans are not shown; --limit shows more",
)
IN_THE_WAY: Final = "in the way"
NOT_SEEN: Final = "could not be looked at"
WORTH: Final = "worth in USD"
WITH_WORTH: Final = "{counts}, {worth}"
TO: Final = "{first} to {last}"
NOTHING_ASKED: Final = "nothing was asked"
UNKNOWN: Final = "not known"
SCAN: Final = "scan {id}, {when} UTC"
BY_SCHEDULE: Final = "{scan}, by schedule"
COUNTS: Final = (
    "{blockers} in the way, {unknowns} could not be looked at, {confirms} for you to look at"
)

COMPARED: Final = (
    "{account} ({exchange}): scan {old} of {old_when} UTC, scan {new} of {new_when} UTC"
)
VERDICT: Final = "Verdict: {old}, now {new}"
SAME_VERDICT: Final = "Verdict: {new}, as before"
NOTHING_CHANGED: Final = "Nothing changed."
PLACE_LOST: Final = "{place}: {why}"
NOT_COMPARED: Final = "Not compared: {why}."
APPEARED: Final = "Appeared ({count})"
WENT_AWAY: Final = "Went away ({count})"
CHANGED: Final = "Changed ({count})"
LOST: Final = "Could no longer be looked at ({count})"
OUT_OF_SIGHT: Final = "Was found there before, and may still be there ({count})"
REGAINED: Final = "Can be looked at again ({count})"
CAME_INTO_SIGHT: Final = "Found there now, and may have been there before ({count})"
BEFORE: Final = "before: {message}"
CHANGE: Final = "{aspect}: {old}, now {new}"
NONE: Final = "no"
UNTIL: Final = "until {until}"

ASPECTS: Final[Mapping[str, str]] = {
    "severity": "severity",
    "amount": "amount",
    "value_usd": "value in USD",
    "clears_at": "becomes free by itself",
    "acknowledged": "accepted",
}
"""What is told of a change, by the name of the finding's field."""
