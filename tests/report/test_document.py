"""The JSON report: complete, exact, and the same after a round trip."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.published import fits
from tests.report.samples import (
    ACTING,
    EVERY_VERDICT,
    LUNC,
    POLICIES,
    READ_ONLY,
    REJECTED,
    ROWS,
    RULES,
    UNPROVEN,
    account,
    exact,
    finding,
    report,
)

from readiness.domain.amount import Amount, Exact, NotStated, Unreadable
from readiness.domain.decision import Closure
from readiness.domain.finding import Acknowledged, Severity
from readiness.domain.key import KeyProof
from readiness.domain.report import Report, Status
from readiness.domain.verdict import FailOn, Verdict
from readiness.report import json as json_format
from readiness.report.assemble import to_document
from readiness.report.document import ReportDocument


def document(run: Report) -> ReportDocument:
    return to_document(run, POLICIES, rules=RULES)


def decoded(run: Report) -> Any:
    return json.loads(json_format.render(document(run)))


def test_the_document_has_every_key_of_the_contract() -> None:
    """The shape that users script against, key by key."""
    content = decoded(report(account()))
    assert content["schema"] == "readiness.report/1"
    assert content["tool"] == {"name": "readiness", "version": "0.1.0"}
    assert content["started_at"] == "2026-11-23T08:00:00Z"
    assert content["finished_at"] == "2026-11-23T08:00:04Z"
    assert content["verdict"] == "blocked"
    assert content["exit_code"] == 10
    entry = content["accounts"][0]
    assert entry["account"] == "okx-main"
    assert entry["exchange"] == "okx"
    assert entry["verdict"] == "blocked"
    assert entry["key"]["read_only"] is True
    assert entry["key"]["permissions"] == ["read_only"]
    assert entry["requests"] == {"sent": 85, "retried": 3, "refused": 0}
    rows = {row["area"]: row for row in entry["coverage"]}
    assert rows["wallet.funding"]["status"] == "holding"
    assert rows["wallet.funding"]["items"] == 1
    assert rows["wallet.funding"]["reason"] is None
    assert rows["earn.fixed"]["reason"] == "50026 system error after 4 attempts"
    assert rows["earn.fixed"]["requests"] == ["earn/fixed"]
    assert rows["manual.p2p"]["reason"] == "only merchants can read P2P orders by API"
    found = entry["findings"][0]
    assert found["fingerprint"] == "okx-main/main/wallet.funding/LUNC"
    assert found["severity"] == "blocker"
    assert found["amount"] == "0.0001"
    assert found["value_usd"] is None
    assert found["acknowledged"] is None
    assert found["clears_at"] is None
    assert found["first_seen"] is None


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_report_fits_the_published_schema(verdict: Verdict) -> None:
    """Whatever the verdict, all keys are there."""
    content = fits("report", json_format.render(document(report(EVERY_VERDICT[verdict]))))
    assert content["verdict"] == verdict.value


@pytest.mark.parametrize(
    ("key", "read_only", "owner", "word"),
    [
        (READ_ONLY, True, "main", None),
        (ACTING, False, "main", "more than read"),
        (REJECTED, None, None, "50111 Invalid OK-ACCESS-KEY. Create a new key."),
        (UNPROVEN, None, None, "no answer"),
        (None, None, None, "not asked"),
    ],
)
def test_the_key_says_what_it_proved(
    key: KeyProof | None, read_only: bool | None, owner: str | None, word: str | None
) -> None:
    """A key that proved nothing is null, never false and never true."""
    shown = decoded(report(account(key=key)))["accounts"][0]["key"]
    assert shown["read_only"] is read_only
    assert shown["owner"] == owner
    assert word is None if shown["reason"] is None else word and word in shown["reason"]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (exact("1E-18"), "0.000000000000000001"),
        (exact("1E+20"), "100000000000000000000"),
        (exact("-0.50"), "-0.5"),
        (exact("0.00"), "0"),
        (NotStated(), None),
        (Unreadable(raw="1,0"), None),
    ],
)
def test_amounts_are_plain_decimals(amount: Amount, shown: str | None) -> None:
    """Never an exponent, and never a zero for what is not known."""
    found = decoded(report(account(findings=(finding(amount=amount, value_usd=amount),))))
    entry = found["accounts"][0]["findings"][0]
    assert entry["amount"] == shown
    assert entry["value_usd"] == shown
    assert entry["raw"] == ("1,0" if isinstance(amount, Unreadable) else None)


def test_times_are_utc_to_the_second() -> None:
    """Another zone or a fraction is brought to RFC 3339 in UTC."""
    there = datetime(2026, 11, 23, 16, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=8)))
    entry = decoded(report(account(findings=(finding(clears_at=there, first_seen=there),))))
    assert entry["accounts"][0]["findings"][0]["clears_at"] == "2026-11-23T08:00:00Z"
    assert entry["accounts"][0]["findings"][0]["first_seen"] == "2026-11-23T08:00:00Z"


def test_an_acknowledged_finding_stays_with_its_reason() -> None:
    """What the user accepted is in the report, and why."""
    decision = Acknowledged(reason="support", up_to=Decimal("1E-4"), until=date(2026, 12, 31))
    content = decoded(
        report(account(findings=(LUNC.model_copy(update={"acknowledged": decision}),)))
    )
    assert content["accounts"][0]["findings"][0]["acknowledged"] == {
        "reason": "support",
        "up_to": "0.0001",
        "until": "2026-12-31",
    }


def test_a_softened_run_keeps_its_verdict() -> None:
    """Only the exit code changes with --fail-on."""
    content = decoded(report(EVERY_VERDICT[Verdict.INCOMPLETE], fail_on=FailOn.BLOCKED))
    assert (content["verdict"], content["exit_code"]) == ("incomplete", 0)


def test_closing_says_until_when() -> None:
    """The recorded request is in the report, and how far its waiting period is."""
    content = decoded(report(EVERY_VERDICT[Verdict.CLOSING]))
    assert content["accounts"][0]["closure"] == {
        "requested_on": "2026-11-20",
        "wait_days": 30,
        "ends_on": "2026-12-20",
        "day": 4,
        "days_left": 27,
        "probably_closed": False,
    }


def test_a_waiting_period_that_is_over_has_no_day() -> None:
    """The request stays in the report, whatever the verdict is by then."""
    over = Closure(requested_on=date(2026, 10, 24), wait_days=30)
    content = decoded(report(account(closure=over)))
    closure = content["accounts"][0]["closure"]
    assert (closure["day"], closure["days_left"]) == (None, 0)
    assert closure["ends_on"] == "2026-11-23"


def test_hostile_names_stay_whole_and_harmless() -> None:
    """The JSON is ASCII: nothing in it can move a cursor, and nothing is cut off."""
    name = "\x1b[31m\u202e" + "x" * 10_000 + "\ud800"
    text = json_format.render(document(report(account(findings=(finding(subject=name),)))))
    assert text.isascii()
    assert "\x1b" not in text
    subject = json.loads(text)["accounts"][0]["findings"][0]["subject"]
    assert subject == name.replace("\ud800", r"\ud800")


def test_an_account_of_an_unknown_exchange_is_still_told() -> None:
    """Without a policy the report loses sentences, not findings."""
    content = decoded(report(account(exchange="elsewhere")))
    assert content["accounts"][0]["findings"][0]["subject"] == "LUNC"


TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
AMOUNTS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda value: Exact(value=value)),
    st.just(NotStated()),
    st.builds(Unreadable, raw=TEXT),
)
FINDINGS = st.builds(
    finding,
    rule=st.sampled_from([*RULES, "unheard-of"]),
    severity=st.sampled_from(Severity),
    area=st.sampled_from(["wallet.funding", "orders.open", "manual.p2p"]),
    subject=TEXT,
    scope=st.one_of(st.just("main"), TEXT),
    asset=TEXT,
    amount=AMOUNTS,
    value_usd=AMOUNTS,
    clears_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    first_seen=st.none() | st.datetimes(timezones=st.just(UTC)),
)


@settings(deadline=None)
@given(findings=st.lists(FINDINGS, max_size=4), verdict=st.sampled_from(Verdict))
def test_document_to_json_and_back_is_the_identity(findings: list[Any], verdict: Verdict) -> None:
    """Nothing is lost or changed on the way through JSON, whatever the exchange says."""
    made = document(report(account(verdict, tuple(findings))))
    assert json_format.parse(json_format.render(made)) == made


def test_the_order_of_the_input_is_kept() -> None:
    """Findings and coverage come out as the rules put them in."""
    entry = decoded(report(account()))["accounts"][0]
    assert [row["area"] for row in entry["coverage"]] == list(ROWS)
    assert Status(entry["coverage"][1]["status"]) is Status.CLEAR
