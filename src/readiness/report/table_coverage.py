"""What was looked at: clear areas in one line, everything else with its reason."""

from typing import Final

from readiness.domain.policy import Policy
from readiness.domain.report import Status
from readiness.language import translate
from readiness.report.document import Account
from readiness.report.looked_at import clear_sentences, rows_of
from readiness.report.paper import Paper
from readiness.report.wording import table as words

_STYLES: Final = {
    Status.HOLDING: "red",
    Status.UNKNOWN: "yellow",
    Status.MANUAL: "cyan",
    Status.NOT_OPENED: "green",
}


def write_coverage(paper: Paper, account: Account, policy: Policy | None) -> None:
    """Write the coverage of one account."""
    paper.blank()
    paper.line(translate(words.COVERAGE), "bold")
    rows = [
        ((translate(words.STATUS_WORDS[row.status]), _STYLES[row.status]), row.areas, row.remark)
        for row in rows_of(account, policy)
    ]
    if rows:
        paper.rows(rows)
    for sentence in clear_sentences(account, policy):
        paper.line(sentence, "green", indent=2)
