"""A report carries codes and values, and is the same after it was saved."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.small_policy import POLICY
from tests.strategies import NOW, World, worlds

from readiness.domain.finding import Finding, Severity
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.snapshot import Requests
from readiness.domain.verdict import FailOn, Verdict, exit_code, worst
from readiness.rules import assess


def account(verdict: Verdict) -> AccountReport:
    return AccountReport(
        account="okx-main",
        exchange="okx",
        verdict=verdict,
        key=None,
        coverage=(),
        findings=(),
        requests=Requests(),
    )


def report(*verdicts: Verdict, fail_on: FailOn = FailOn.UNCONFIRMED) -> Report:
    return Report(
        tool_version="0.1.0",
        started_at=NOW,
        finished_at=NOW,
        accounts=tuple(map(account, verdicts)),
        fail_on=fail_on,
    )


@given(st.lists(st.sampled_from(Verdict), max_size=6), st.sampled_from(FailOn))
def test_the_verdict_of_a_run(verdicts: list[Verdict], fail_on: FailOn) -> None:
    """It is the worst of its accounts, and the exit code follows from it and nothing else."""
    run = report(*verdicts, fail_on=fail_on)
    assert run.verdict is worst(verdicts)
    assert run.exit_code == exit_code(worst(verdicts), fail_on)
    assert report(*reversed(verdicts), fail_on=fail_on).exit_code == run.exit_code


def test_a_place_that_nobody_could_look_at_counts_once() -> None:
    """Whether a finding tells it or not: after a refused key none does."""
    unseen = ("wallet.funding", "orders.open")
    rows = tuple(CoverageRow(area=area, scope="main", status=Status.UNKNOWN) for area in unseen)
    told = Finding(
        rule="could-not-look",
        severity=Severity.UNKNOWN,
        area="orders.open",
        scope="main",
        subject="orders.open",
        source="https://www.okx.com/docs-v5/en/",
    )
    silent = account(Verdict.REFUSED).model_copy(update={"coverage": rows})
    assert silent.count(Severity.UNKNOWN) == 2
    assert silent.count(Severity.BLOCKER) == 0
    assert silent.model_copy(update={"findings": (told,)}).count(Severity.UNKNOWN) == 2


def test_a_run_without_accounts_is_not_ready() -> None:
    """Nothing was looked at."""
    assert (report().verdict, report().exit_code) == (Verdict.INCOMPLETE, 11)


@given(st.lists(worlds(), max_size=3), st.sampled_from(FailOn))
def test_report_to_json_and_back_is_the_identity(seen: list[World], fail_on: FailOn) -> None:
    """Every report of every world is the same after it was saved, its exit code too."""
    before = Report(
        tool_version="0.1.0",
        started_at=NOW,
        finished_at=NOW + timedelta(seconds=1),
        accounts=tuple(
            assess(world.snapshot, POLICY, world.decisions, world.today) for world in seen
        ),
        fail_on=fail_on,
    )
    text = before.model_dump_json()
    after = Report.model_validate_json(text)
    assert after == before
    assert after.model_dump_json() == text
    assert (after.verdict, after.exit_code) == (before.verdict, before.exit_code)


@pytest.mark.parametrize(
    "change",
    [
        {"started_at": datetime(2026, 11, 23, 8)},  # noqa: DTZ001 - that is the fault
        {"verdict": "ready"},
        {"exit_code": 0},
        {"accounts": None},
        {"fail_on": "refused"},
        {"kind": "other"},
    ],
)
def test_what_is_no_report(change: dict[str, Any]) -> None:
    """Times have a zone, and nobody can write the verdict or the exit code by hand."""
    with pytest.raises(ValidationError):
        Report.model_validate({**report(Verdict.BLOCKED).model_dump(), **change})


def test_times_of_any_zone_are_the_same_moment() -> None:
    """A time keeps its meaning, wherever it was written down."""
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    run = report().model_copy(update={"started_at": tokyo})
    assert Report.model_validate_json(run.model_dump_json()).started_at == NOW
    assert NOW.tzinfo is UTC


@pytest.mark.parametrize(
    "change",
    [{"items": -1}, {"status": "ok"}, {"area": "wallets"}, {"reasons": None}, {"more": 1}],
)
def test_what_is_no_row_of_the_coverage(change: dict[str, Any]) -> None:
    """A row has a known area, one of five states, and no fewer than no items."""
    row = CoverageRow(area="wallet.funding", scope="main", status=Status.CLEAR)
    with pytest.raises(ValidationError):
        CoverageRow.model_validate({**row.model_dump(), **change})


def test_a_row_without_things() -> None:
    """It has no items, no reasons and nobody who has looked."""
    row = CoverageRow(area="wallet.funding", scope="main", status=Status.CLEAR)
    assert (row.items, row.reasons, row.manual, row.confirmed_on) == (0, (), "", None)


def test_the_five_states() -> None:
    """The words of the contract."""
    assert [status.value for status in Status] == [
        "clear",
        "holding",
        "not_opened",
        "unknown",
        "manual",
    ]
