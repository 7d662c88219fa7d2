"""The report as test results: nothing is green that is not."""

from datetime import date
from typing import Any

import pytest
import xmlschema
from junitparser import Error, Failure, JUnitXml, Skipped
from tests.report.readers import read_junit
from tests.report.samples import (
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    ORDER,
    POLICIES,
    UNKNOWN,
    account,
    exact,
    finding,
    report,
    row,
)
from tests.report.settled import ACCEPTED

from readiness.domain.finding import Severity
from readiness.domain.report import AccountReport, Report, Status
from readiness.domain.verdict import EXIT_CODES, FailOn, Verdict
from readiness.report.formats import Frame, renderer


def drawn(run: Report) -> str:
    """The JUnit XML of a run."""
    text = renderer("junit")(run, Frame(POLICIES))
    read_junit(text)
    return text


def cases(*accounts: AccountReport) -> dict[str, Any]:
    """The result of each case, ``None`` where it passed, by class and name."""
    return {
        f"{case.classname}/{case.name}": case.result[0] if case.result else None
        for suite in JUnitXml.fromstring(drawn(report(*accounts)).encode())
        for case in suite
    }


@pytest.mark.parametrize("fail_on", list(FailOn))
@pytest.mark.parametrize("verdict", list(Verdict))
def test_it_is_green_only_if_the_account_is(verdict: Verdict, fail_on: FailOn) -> None:
    """Failures or errors exactly where the verdict is no success, whatever is forgiven."""
    root = JUnitXml.fromstring(drawn(report(EVERY_VERDICT[verdict], fail_on=fail_on)).encode())
    suites = {suite.name: suite for suite in root}
    assert suites.keys() == {"readiness.okx-main", "readiness"}
    for suite in suites.values():
        red = (suite.failures or 0) + (suite.errors or 0)
        assert (red > 0) == (EXIT_CODES[verdict] != 0)


def test_a_run_without_accounts_is_not_green() -> None:
    """Nobody looked."""
    (suite,) = JUnitXml.fromstring(drawn(report()).encode())
    assert suite.errors == 1


@pytest.mark.parametrize(
    ("found", "status", "kind", "type_"),
    [
        (LUNC, Status.HOLDING, Failure, "blocked"),
        (UNKNOWN, Status.UNKNOWN, Error, "unknown"),
        (CONFIRM, Status.MANUAL, Failure, "unconfirmed"),
        (None, Status.UNKNOWN, Error, "unknown"),
        (None, Status.MANUAL, Failure, "unconfirmed"),
        (ACCEPTED, Status.HOLDING, Skipped, None),
        (None, Status.CLEAR, None, None),
        (None, Status.NOT_OPENED, None, None),
    ],
)
def test_a_place_fails_as_it_weighs(found: Any, status: Status, kind: Any, type_: str) -> None:
    """Blockers and manual items fail, what was not seen is an error, the rest passes."""
    area = found.area if found else "wallet.funding"
    entry = account(findings=(found,) if found else (), coverage=(row(area, status),))
    result = cases(entry)[f"readiness.okx-main.main/{area}"]
    assert kind is None if result is None else type(result) is kind
    if result is not None:
        assert result.type == type_
        assert result.message


def test_the_worst_of_a_place_counts() -> None:
    """A blocker beside something accepted and a notice is a failure."""
    notice = finding("notice", Severity.NOTICE, "wallet.funding", "n")
    entry = account(findings=(ACCEPTED, notice, LUNC), coverage=())
    result = cases(entry)["readiness.okx-main.main/wallet.funding"]
    assert isinstance(result, Failure)
    assert "LUNC" in result.text


def test_a_confirmed_point_passes() -> None:
    """A person has looked."""
    looked = row("manual.p2p", Status.MANUAL, confirmed_on="2026-11-20")
    assert (
        cases(account(findings=(), coverage=(looked,)))["readiness.okx-main.main/manual.p2p"]
        is None
    )


def test_what_is_accepted_is_skipped_with_its_reason() -> None:
    """It is neither green nor red, and says until when."""
    result = cases(account(findings=(ACCEPTED,), coverage=()))[
        "readiness.okx-main.main/wallet.funding"
    ]
    assert isinstance(result, Skipped)
    assert result.message == "accepted up to 1, until 2026-12-31: support agreed"


def test_a_case_says_what_to_do() -> None:
    """The sentence, the remedy, and the name to copy."""
    result = cases(account(findings=(LUNC,)))["readiness.okx-main.main/wallet.funding"]
    assert result.message.startswith("0.0001 LUNC is left")
    assert "In the app: Assets, Funding." in result.text
    assert "id okx-main/main/wallet.funding/LUNC" in result.text


def test_an_address_is_masked_everywhere() -> None:
    """The file is handed on: not even a fingerprint tells it. Look-alikes are numbered."""
    scopes = ("ab1@sub.example", "ab2@sub.example")
    findings = tuple(LUNC.model_copy(update={"scope": scope}) for scope in scopes)
    entry = account(findings=findings, coverage=())
    assert "ab1" not in drawn(report(entry))
    assert "%40" not in drawn(report(entry))
    names = cases(entry)
    assert "readiness.okx-main.ab***@sub.example/wallet.funding" in names
    assert "readiness.okx-main.ab***@sub.example/wallet.funding (2)" in names


def test_hundreds_of_findings_in_one_place_are_counted() -> None:
    """The text of a case stays readable."""
    orders = tuple(ORDER.model_copy(update={"subject": f"o{n}"}) for n in range(300))
    result = cases(account(findings=orders))["readiness.okx-main.main/orders.open"]
    assert "250 more are not shown here" in result.text


def test_notices_are_told_where_nothing_fails() -> None:
    """A case that passes cannot say anything, so its suite does."""
    notice = finding("notice", Severity.NOTICE, "account.settings", "by the way")
    suite = next(iter(JUnitXml.fromstring(drawn(report(account(findings=(notice,)))).encode())))
    assert "by the way" in suite._elem.findtext("system-out")


def test_notices_that_are_left_out_are_counted() -> None:
    """Nothing is left out silently, not even of what fails nobody."""
    notices = tuple(
        finding("notice", Severity.NOTICE, "account.settings", f"n{number}") for number in range(60)
    )
    suite = next(iter(JUnitXml.fromstring(drawn(report(account(findings=notices))).encode())))
    assert "10 more are not shown here" in suite._elem.findtext("system-out")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (' hostname="localhost"', ""),
        ("<testcase ", '<testcase extra="1" '),
        ('type="blocked"', ""),
        ("<system-err />", ""),
        ('timestamp="2026-11-23T08:00:00"', 'timestamp="2026-11-23T08:00:00Z"'),
    ],
)
def test_the_schema_of_these_tests_is_strict(good: str, bad: str) -> None:
    """What Ant's readers refuse is refused here."""
    text = drawn(report(account(findings=(LUNC.model_copy(update={"amount": exact("1")}),))))
    # junitparser writes with lxml where that is installed: empty elements come in two forms.
    text = text.replace("<system-err></system-err>", "<system-err />")
    assert good in text
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        read_junit(text.replace(good, bad, 1))


def test_a_look_that_failed_is_red_though_a_person_has_looked() -> None:
    """A confirmation settles what no key can see, and not what could not be read."""
    day = date(2026, 11, 20)
    failed = row("wallet.funding", Status.UNKNOWN, confirmed_on=day)
    looked = row("manual.p2p", Status.MANUAL, confirmed_on=day)
    found = cases(account(Verdict.INCOMPLETE, (), (failed, looked)))
    assert isinstance(found["readiness.okx-main.main/wallet.funding"], Error)
    assert found["readiness.okx-main.main/manual.p2p"] is None
