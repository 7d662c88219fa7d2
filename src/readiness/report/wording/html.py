"""The words of the HTML format, as far as no other format has them."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.language import Plural

TITLE: Final = "Account closing report"
TITLE_OF: Final = "{account}: {verdict}"
SKIP: Final = "Skip to the report"
SCANNED: Final = "Scanned on {when} UTC"
RUN_VERDICT: Final = "Verdict of the run"
EXIT_CODE: Final = "Exit code"
ACCOUNTS: Final = "Accounts"
VERDICT: Final = "Verdict"
ON_THIS_PAGE: Final = "Sections of {account}"

FIGURE_TITLES: Final[Mapping[Severity, str]] = {
    Severity.BLOCKER: "In the way",
    Severity.UNKNOWN: "Could not look",
    Severity.CONFIRM: "For you to look at",
    Severity.NOTICE: "Good to know",
}
MONEY_FOUND: Final = "Money found"
UNPRICED: Final = Plural("{count} amount without a price", "{count} amounts without a price")
EARLIEST_REQUEST: Final = "Closing can be requested from"
EARLIEST_CLOSED: Final = "Waiting period is over on"
POSSIBLE: Final = "Closing possible from"
UNLESS: Final = "at the earliest; not everything is known"
NOT_KNOWN: Final = "not known"

PLAN_HINT: Final = (
    "In this order. Ticks help while you work through the page; they are not kept when it is "
    "closed."
)
NO_STEPS: Final = "Nothing is left to do before the closing request."
AFTER_STEPS: Final = "After step"
AFTER_ALL: Final = "After all the steps before it"
FINDINGS_OF_STEP: Final = Plural("{count} finding", "{count} findings")
MORE_PARTS: Final = Plural("and {count} more", "and {count} more")
EARLIEST: Final = "Earliest closing date"
UNCERTAIN: Final = "Not known"

LEFT: Final = "What is left"
BY_VALUE: Final = "By value"
BY_PLACE: Final = "By place"
ASSET: Final = "Asset"
AMOUNT: Final = "Amount"
VALUE: Final = "Value"
PLACE: Final = "Place"
IN_THE_WAY: Final = "In the way"
AND_UNREADABLE: Final = "{amount}, and an amount that is not known"
MORE_ASSETS: Final = Plural(
    "and {count} more asset: {value}",
    "and {count} more assets: {value}",
)
MORE_PLACES: Final = Plural(
    "and {count} more place, with {blockers} in the way",
    "and {count} more places, with {blockers} in the way",
)

FINDINGS: Final = "Findings"
FINGERPRINT: Final = "Fingerprint"
SOURCE: Final = "Source: {host}"

COVERAGE: Final = "What was looked at"
LEGEND: Final = "Legend"
AREA: Final = "Area"
STATUS: Final = "Status"
REASON: Final = "Why"
MAIN_SHORT: Final = "Main"
LEGEND_TEXTS: Final[Mapping[Status, str]] = {
    Status.CLEAR: "read to the end, nothing there",
    Status.NOT_OPENED: "never opened, or does not exist for this account",
    Status.HOLDING: "something is there",
    Status.UNKNOWN: "could not be looked at",
    Status.MANUAL: "a person has to look",
}
NO_ROW: Final = "not a part of it"
SCOPES: Final = "Sub-accounts by number"
MORE_SCOPES: Final = Plural(
    "{count} more sub-account is not drawn. Its areas: {statuses}.",
    "{count} more sub-accounts are not drawn. Their areas: {statuses}.",
)
STATUS_COUNT: Final = "{status}: {count}"
NOT_CLEAR: Final = "What could not be seen, and what a person has seen"
MORE_ROWS: Final = Plural(
    "and {count} more row; --format json lists all",
    "and {count} more rows; --format json lists all",
)

FAMILIES: Final[Mapping[str, str]] = {
    "wallet.": "Wallets",
    "orders.": "Orders",
    "positions.": "Positions",
    "bots.": "Bots and copy trading",
    "copy-trading": "Bots and copy trading",
    "loans.": "Loans",
    "earn.": "Earn",
    "transfers.": "Transfers",
    "sub-accounts": "The account itself",
    "account.": "The account itself",
    "manual.": "For you to look at",
}
"""Headings of the map, by the beginning of the area id."""

PAST: Final = "How it went"
PAST_HINT: Final = Plural(
    "{count} scan, from {first} to {last}",
    "{count} scans, from {first} to {last}",
)
PAST_BLOCKERS: Final = "In the way"
PAST_UNKNOWNS: Final = "Could not be looked at"
PAST_CONFIRMS: Final = "For you to look at"
PAST_VALUE: Final = "Worth in USD"
CHART: Final = "{title}: {first} at first, {last} now, {most} at most"
GAP: Final = "Gaps: scans in which it was not known."
AT_MOST: Final = "{most} at most"
SCAN_TABLE: Final = "Every scan in numbers"
WHEN: Final = "When (UTC)"

ABOUT: Final = "About this report"
BEGAN: Final = "Began"
ENDED: Final = "Ended"
MOMENT: Final = "{when} UTC"
TOOL: Final = "Tool"
LANGUAGE: Final = "Language"
READ_ONLY: Final = (
    "This page is one file: it has no script, and nothing in it is loaded from anywhere."
)
