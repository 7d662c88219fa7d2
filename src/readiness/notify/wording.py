"""The words of notifications."""

from collections.abc import Mapping
from typing import Final

from readiness.config import Topic
from readiness.language import Plural

TITLES: Final[Mapping[Topic, str]] = {
    Topic.FAILED: "{account}: could not be scanned",
    Topic.READY: "{account}: ready to be closed",
    Topic.CLOSING: "{account}: the waiting period is over",
    Topic.CHANGE: "{account}: still {verdict}, with changes",
    Topic.AMOUNT: "{account}: still {verdict}, amounts changed",
}
TITLE_BLIND: Final = Plural(
    "{account}: {count} scan could not look everywhere",
    "{account}: {count} scans in a row could not look everywhere",
)
PROBABLY_CLOSED: Final = "{account}: probably closed"
FIRST: Final = "{account}: {verdict}"
OTHER_VERDICT: Final = "{account}: {verdict} (was {before})"

BEFORE: Final = "Before: {before}."
BLIND: Final = Plural(
    "{count} scan could not look everywhere.",
    "{count} scans in a row could not look everywhere.",
)
CLOSING_UNTIL: Final = "The waiting period ends on {ends_on}."
COUNTS: Final = (
    "{blockers} in the way, {unknown} could not be looked at, {confirm} for you to look at."
)
DETAILS: Final = "Details: readiness scan {account}"
FAILED: Final = "Why: {why}"
TRIAL: Final = "readiness: a test"
TRIAL_BODY: Final = (
    "This is a test of the notification target {target}. Nothing was scanned, and nothing is wrong."
)

UNSEEN: Final = "Could not be looked at:"
APPEARED: Final = "New:"
CAME_INTO_SIGHT: Final = "Seen now that it can be looked at again:"
WENT_AWAY: Final = "Gone:"
CHANGED: Final = "Changed:"
AMOUNTS: Final = "Other amounts:"
LOST: Final = "Cannot be looked at any more:"
REGAINED: Final = "Can be looked at again:"
POINT: Final = "- {what}"
THERE: Final = "{place}: {what}"
AMOUNT_WAS: Final = "{what} (was {before})"
MORE: Final = "- and {count} more"
SHORTENED: Final = "(shortened)"
