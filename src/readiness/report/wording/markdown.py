"""The words of the Markdown format that the table does not have."""

from typing import Final

from readiness.language import message

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
