"""The words of notifications."""

from collections.abc import Mapping
from typing import Final

from readiness.config import Topic
from readiness.language import Plural, message

TITLES: Final[Mapping[Topic, str]] = {
    Topic.FAILED: message("{account}: could not be scanned"),
    Topic.READY: message("{account}: ready to be closed"),
    Topic.CLOSING: message("{account}: the waiting period is over"),
    Topic.CHANGE: message("{account}: still {verdict}, with changes"),
    Topic.AMOUNT: message("{account}: still {verdict}, amounts changed"),
}
TITLE_BLIND: Final = Plural(
    "{account}: {count} scan could not look everywhere",
    "{account}: {count} scans in a row could not look everywhere",
)
PROBABLY_CLOSED: Final = message("{account}: probably closed")
FIRST: Final = message("{account}: {verdict}")
OTHER_VERDICT: Final = message("{account}: {verdict} (was {before})")

BEFORE: Final = message("Before: {before}.")
BLIND: Final = Plural(
    "{count} scan could not look everywhere.",
    "{count} scans in a row could not look everywhere.",
)
CLOSING_UNTIL: Final = message("The waiting period ends on {ends_on}.")
COUNTS: Final = message(
    "{blockers} in the way, {unknown} could not be looked at, {confirm} for you to look at."
)
DETAILS: Final = message("Details: readiness scan {account}")
FAILED: Final = message("Why: {why}")
TRIAL: Final = message("readiness: a test")
TRIAL_BODY: Final = message(
    "This is a test of the notification target {target}. Nothing was scanned, and nothing is wrong."
)

UNSEEN: Final = message("Could not be looked at:")
APPEARED: Final = message("New:")
CAME_INTO_SIGHT: Final = message("Seen now that it can be looked at again:")
WENT_AWAY: Final = message("Gone:")
CHANGED: Final = message("Changed:")
AMOUNTS: Final = message("Other amounts:")
LOST: Final = message("Cannot be looked at any more:")
REGAINED: Final = message("Can be looked at again:")
POINT: Final = message("- {what}")
THERE: Final = message("{place}: {what}")
AMOUNT_WAS: Final = message("{what} (was {before})")
MORE: Final = message("- and {count} more")
SHORTENED: Final = message("(shortened)")
