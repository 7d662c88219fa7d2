"""A report carries codes and values, and is the same after it was saved."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.small_policy import POLICY
from tests.strategies import NOW, OWNER, READ_ONLY, TIRED, TODAY, World, worlds

from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.key import ActingKey, KeyProof, RejectedKey, UnprovenKey
from readiness.domain.report import AccountReport, CoverageRow, Report, Status, same_account
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


def test_what_weighs_is_counted() -> None:
    """By severity, and without what somebody lives with."""
    weights = [Severity.BLOCKER, Severity.BLOCKER, Severity.CONFIRM, Severity.UNKNOWN]
    found = [
        Finding(
            rule="r", severity=severity, area="orders.open", scope="main", subject="1", source="s"
        )
        for severity in weights
    ]
    accepted = Acknowledged(reason="agreed", up_to=None, until=TODAY)
    found += [each.model_copy(update={"acknowledged": accepted}) for each in found]
    rows = tuple(CoverageRow(area="orders.algo", scope="main", status=each) for each in Status)
    of = account(Verdict.BLOCKED).model_copy(update={"findings": tuple(found), "coverage": rows})
    assert {each: of.count(each) for each in Severity} == {
        Severity.BLOCKER: 2,
        Severity.UNKNOWN: 2,
        Severity.CONFIRM: 1,
        Severity.NOTICE: 0,
    }


OF_WHOM: dict[str, tuple[KeyProof | None, str]] = {
    "read-only": (READ_ONLY, "1"),
    "acting": (ActingKey(owner=OWNER, permissions=("trade",)), "1"),
    "acting, not told whose": (ActingKey(owner=None, permissions=("trade",)), ""),
    "rejected": (RejectedKey(reason=TIRED), ""),
    "unproven": (UnprovenKey(reason=TIRED), ""),
    "none": (None, ""),
}


@pytest.mark.parametrize(("key", "uid"), OF_WHOM.values(), ids=OF_WHOM)
def test_whose_account_was_looked_at(key: KeyProof | None, uid: str) -> None:
    """What the exchange tells of the key's owner; nothing where it told nothing."""
    assert account(Verdict.READY).model_copy(update={"key": key}).owner == uid


@pytest.mark.parametrize(
    ("exchange", "uids", "same"),
    [
        ("okx", ("1", "1"), True),
        ("okx", ("1", "2"), False),
        ("okx", ("", "1"), True),
        ("okx", ("1", ""), True),
        ("okx", ("", ""), True),
        ("okx-eea", ("1", "1"), False),
        ("okx-eea", ("", ""), False),
    ],
)
def test_whether_two_reports_are_about_one_account(
    exchange: str, uids: tuple[str, str], *, same: bool
) -> None:
    """At one exchange, unless both tell whose it is, and it is not the same."""
    owners = [OWNER.model_copy(update={"uid": uid}) for uid in uids]
    keys = [READ_ONLY.model_copy(update={"owner": owner}) for owner in owners]
    one, other = (account(Verdict.READY).model_copy(update={"key": key}) for key in keys)
    other = other.model_copy(update={"exchange": exchange})
    assert same_account(one, other) is same_account(other, one) is same


@pytest.mark.parametrize(
    ("area", "scope", "seen"),
    [
        ("orders.open", "main", (True, True)),
        ("orders.algo", "main", (False, False)),
        ("manual.p2p", "main", (True, True)),
        ("orders.open", "grid01", (True, True)),
        # Nothing is said of it: of an area, and of a whole sub-account.
        ("orders.spread", "main", (False, False)),
        ("orders.spread", "grid01", (False, False)),
        ("orders.open", "gone", (True, False)),
        ("account.backup", "main", (True, True)),
        ("account.acknowledgements", "main", (True, True)),
    ],
)
def test_whether_something_would_have_been_seen(
    area: str, scope: str, seen: tuple[bool, bool]
) -> None:
    """A place has to be looked at; a sub-account is gone only from a list that was read."""
    looked = CoverageRow(area="orders.open", scope="main", status=Status.CLEAR)
    unknown = looked.model_copy(update={"area": "orders.algo", "status": Status.UNKNOWN})
    manual = CoverageRow(area="manual.p2p", scope="main", status=Status.MANUAL, confirmed_on=TODAY)
    listed = looked.model_copy(update={"area": "sub-accounts"})
    by_hand = manual.model_copy(update={"area": "sub-accounts"})
    rows = (looked, unknown, manual, looked.model_copy(update={"scope": "grid01"}))
    lists: list[tuple[CoverageRow, ...]] = [(listed,), (by_hand,)]
    of = [account(Verdict.READY).model_copy(update={"coverage": (*rows, *more)}) for more in lists]
    assert tuple(each.looked_at(area, scope) for each in of) == seen
    unlisted = account(Verdict.READY).model_copy(update={"coverage": rows})
    assert unlisted.looked_at(area, scope) is seen[1]
    assert not account(Verdict.READY).looked_at(area, scope)


def test_what_was_seen_to_the_end() -> None:
    """Whatever a look found, or that there is nothing to look at; else a person has to say so."""
    row = CoverageRow(area="wallet.spot", scope="main", status=Status.CLEAR)
    seen = {
        status.value: tuple(
            row.model_copy(update={"status": status, "confirmed_on": day}).looked_at
            for day in (None, TODAY)
        )
        for status in Status
    }
    assert seen == {
        "clear": (True, True),
        "holding": (True, True),
        "not_opened": (True, True),
        "unknown": (False, True),
        "manual": (False, True),
    }


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
