"""How an account stands, in numbers."""

from tests.report.samples import ACTING, UNKNOWN, account, report, row

from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.report.assemble import to_document
from readiness.report.standing import total_sentences

UNSEEN = (
    row("wallet.funding", Status.UNKNOWN),
    row("orders.open", Status.UNKNOWN),
    row("account.key", Status.CLEAR),
)


def totals(of: AccountReport) -> str:
    """The sentence with the numbers."""
    (one,) = to_document(report(of), {}).accounts
    return total_sentences(one)[0]


def test_what_was_never_asked_could_not_be_looked_at() -> None:
    """After a refused key no finding names the areas; their rows do."""
    assert "2 could not be looked at" in totals(account(Verdict.REFUSED, (), UNSEEN, key=ACTING))


def test_a_place_counts_once() -> None:
    """A finding and the row of its place are about one thing."""
    unseen = (row(UNKNOWN.area, Status.UNKNOWN),)
    assert "1 could not be looked at" in totals(account(Verdict.INCOMPLETE, (UNKNOWN,), unseen))
