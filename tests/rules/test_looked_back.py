"""A list that was not read back to the beginning says so, and weighs nothing."""

from datetime import UTC, datetime

from tests.rules.support import AREA, READY, finding, findings, judge, row
from tests.strategies import evidence, unknown

from readiness.domain.answer import Seen
from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict

SINCE = datetime(2025, 12, 1, 23, 59, tzinfo=UTC)


def test_the_horizon_is_a_notice() -> None:
    """The day is told, once for each list, and the area is as clear as it was."""
    sliced = evidence("withdrawals").model_copy(update={"since": SINCE})
    whole = evidence("orders")
    of = judge(READY.answered(AREA, Seen(items=(), evidence=(whole, sliced, sliced))))
    found = finding(of, "looked-back")
    assert (found.severity, found.area, found.subject) == (Severity.NOTICE, AREA, "withdrawals")
    assert dict(found.facts) == {"since": "2025-12-01"}
    assert row(of, AREA).status is Status.CLEAR
    assert of.verdict is Verdict.READY


def test_two_lists_of_one_area_have_two_horizons() -> None:
    """Each is named by its own request."""
    parts = tuple(
        evidence(name).model_copy(update={"since": SINCE}) for name in ("deposits", "withdrawals")
    )
    of = judge(READY.answered(AREA, Seen(items=(), evidence=parts)))
    assert [entry.subject for entry in findings(of, "looked-back")] == ["deposits", "withdrawals"]


def test_what_was_read_whole_has_none() -> None:
    """Nothing is said where nothing is left out."""
    assert findings(judge(READY), "looked-back") == []


def test_a_look_that_failed_hides_no_horizon() -> None:
    """It has none itself, and the next list is told all the same."""
    sliced = evidence("withdrawals").model_copy(update={"since": SINCE})
    failed = READY.but(answers=()).answered("wallet.funding", unknown())
    of = judge(failed.answered(AREA, Seen(items=(), evidence=(sliced,))))
    assert finding(of, "looked-back").area == AREA
