"""The words of the table format."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.report import Status
from readiness.language import Plural

ACCOUNT_LINE: Final = "{account} ({exchange}): {verdict}"
KEY_READ_ONLY: Final = "Key: read-only ({permissions}), {owner}."
KEY_OTHER: Final = "Key: {reason}."
KEY_PERMISSIONS: Final = "Its permissions: {permissions}."
CLOSING: Final = (
    "Closing request of {requested_on}: day {day} of {wait_days}, {days_left} left, "
    "ends {ends_on}; nothing was sent."
)
CLOSING_FORCED: Final = (
    "Closing request of {requested_on}: day {day} of {wait_days}, {days_left} left, "
    "ends {ends_on}; asked all the same (--force)."
)
CLOSING_OVER: Final = Plural(
    "Closing request of {requested_on}: its one day ended on {ends_on}.",
    "Closing request of {requested_on}: its {wait_days} days ended on {ends_on}.",
)
HEADING: Final = "{title} ({count})"
NOT_PRICED: Final = "no price"
FINGERPRINT: Final = "id {fingerprint}"
CONFIRM_ITEM: Final = 'confirm as item = "{item}"'
CLEARS_AT: Final = "becomes free by itself on {when}"
SINCE: Final = "since {day}"
ACKNOWLEDGED: Final = "accepted until {until}: {reason}"
ACKNOWLEDGED_UP_TO: Final = "accepted up to {up_to}, until {until}: {reason}"
CONFIRMED: Final = "confirmed by you on {day}"
MORE: Final = "and {count} more of this kind; --format json lists all"
AFTER_THE_KEY: Final = "These points come once the key is accepted; --format json lists them."
COVERAGE: Final = "What was looked at"
CLEAR: Final = "Clear ({count}): {areas}"
CLEAR_IN_SUB_ACCOUNT: Final = "Clear in sub-account {scope} ({count}): {areas}"
NOTHING_LOOKED_AT: Final = "Nothing was looked at."
TOTALS: Final = "Totals"
COUNTS: Final = Plural(
    "{blockers} in the way, {unknown} could not be looked at, {confirm} for you to look at, "
    "{count} notice.",
    "{blockers} in the way, {unknown} could not be looked at, {confirm} for you to look at, "
    "{count} notices.",
)
MONEY: Final = "Money found: {value}."
MONEY_UNPRICED: Final = "Money found: {value}, and {count} without a price."
ONLY_UNPRICED: Final = "Money found: {count} without a price."
REQUESTS: Final = Plural(
    "{sent} request sent, {retried} of them repeats; {refused} refused by the gate.",
    "{sent} requests sent, {retried} of them repeats; {refused} refused by the gate.",
)
NEXT: Final = "What to do next"
RUN: Final = "Verdict: {verdict} (exit code {code})"
LIMITS: Final = "What 'ready' means, and what it does not"

STATUS_WORDS: Final[Mapping[Status, str]] = {
    Status.CLEAR: "clear",
    Status.HOLDING: "holding",
    Status.NOT_OPENED: "not opened",
    Status.UNKNOWN: "unknown",
    Status.MANUAL: "manual",
}
ITEMS: Final = "{count} found"
