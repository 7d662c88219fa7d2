"""The words of the Markdown format that the table does not have."""

from typing import Final

from readiness.language import Plural, message

SCANNED: Final = message("Scanned on {when} UTC by readiness {version}.")
ACCOUNT: Final = message("Account")
EXCHANGE: Final = message("Exchange")
VERDICT: Final = message("Verdict")
IN_THE_WAY: Final = message("In the way")
NOT_SEEN: Final = message("Could not be looked at")
FOR_YOU: Final = message("For you to look at")
WHAT: Final = message("What")
DETAILS: Final = message("Details")
ID: Final = message("Id")
STATUS: Final = message("Status")
AREA: Final = message("Area")
REMARK: Final = message("Remark")
MORE: Final = message("{count} more are not shown here; --format json lists all.")
SUMMARY_CUT: Final = message(
    "This summary was cut: GitHub shows at most 1 MiB. --format json lists everything."
)
PLAN: Final = message("The way to the closed account")
IN_SCOPE: Final = message("{title} (sub-account {scope})")
AFTER: Final = Plural("After step {steps}: {why}", "After steps {steps}: {why}")
FROM: Final = message("Possible from {when} UTC")
MORE_SUMS: Final = message("and {count} more")
REQUEST_ON: Final = message("Closing can be requested on {day} at the earliest.")
CLOSED_ON: Final = message("The waiting period is over on {day} at the earliest.")
NO_DAY: Final = message("The earliest day on which closing can be requested is not known.")
