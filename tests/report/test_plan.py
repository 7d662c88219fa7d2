"""The plan in words: in the document, and in the table."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest
from tests.report.drawing import drawn, flat
from tests.report.samples import (
    ACTING,
    CLOSURE,
    LUNC,
    POLICIES,
    POLICY,
    RULES,
    account,
    exact,
    finding,
    report,
)

from readiness.domain.amount import Unreadable
from readiness.domain.area import Area
from readiness.domain.finding import Severity
from readiness.domain.policy import Waiting
from readiness.domain.report import AccountReport
from readiness.domain.steps import StepKind
from readiness.domain.verdict import Verdict
from readiness.plan.model import Note, Why
from readiness.report import document, table
from readiness.report import json as json_format
from readiness.report.assemble import to_document
from readiness.report.formats import Surface
from readiness.report.labels import label
from readiness.report.wording import plan as words

CHRISTMAS: Final = datetime(2026, 12, 24, 15, 30, 0, 999, tzinfo=UTC)
LOCKED: Final = finding(
    "earn-holding", area="earn.fixed", asset="USDT", amount=exact("5"), clears_at=CHRISTMAS
)
DEBT: Final = finding("debt", area="loans.margin", subject="USDT", asset="USDT", amount=exact("3"))
PLACED: Final = POLICY.model_copy(
    update={
        "waiting": Waiting.model_validate(
            {
                **POLICY.main_only.model_dump(exclude={"areas", "why", "look"}),
                "days": 30,
                "meaning": "thirty",
            }
        ),
        "places": {StepKind.WITHDRAW: "Assets, Withdraw.", StepKind.DELETE_KEYS: "Profile, API."},
    }
)


def plan(entry: AccountReport, policy: Any = PLACED) -> document.Plan:
    """The plan of a report of one account."""
    (found,) = to_document(report(entry), {"okx": policy}, rules=RULES).accounts
    return found.plan


def steps(*findings: Any, policy: Any = PLACED, **more: Any) -> dict[StepKind, document.Step]:
    """The steps for these findings, by what they do."""
    made = plan(account(findings=findings, **more), policy)
    return {step.action: step for step in made.steps}


def test_every_code_has_its_words() -> None:
    """A new kind of step, reason or remark is not forgotten."""
    assert words.TITLES.keys() == words.REASONS.keys() == set(StepKind)
    assert words.FIRST.keys() == set(Why)
    assert words.NOTES.keys() | words.COUNTED.keys() == set(Note)
    assert {kind for kind, _ in words.VARIANTS} | words.COMMANDS.keys() <= set(StepKind)


def test_a_step_says_what_where_how_much_and_why() -> None:
    """Key by key."""
    withdraw = steps(LUNC)[StepKind.WITHDRAW]
    assert withdraw.id == "withdraw/main"
    assert withdraw.title == "Withdraw what is left"
    assert withdraw.where == ("In the app: Assets, Funding.", "Assets, Withdraw.")
    assert withdraw.sums == (document.Sum(asset="LUNC", amount="0.0001", value_usd=None, raw=None),)
    assert withdraw.value_usd is None
    assert "is lost" in withdraw.why
    assert withdraw.findings == ("okx-main/main/wallet.funding/LUNC",)


def test_a_step_that_no_finding_speaks_of_has_its_place_and_its_commands() -> None:
    """From the policy, and as one types them."""
    found = steps(LUNC, finding("look-yourself", Severity.CONFIRM, "manual.p2p", "p2p"))
    assert found[StepKind.DELETE_KEYS].where == ("Profile, API.",)
    assert found[StepKind.DELETE_KEYS].commands == ("readiness keys delete okx-main",)
    assert found[StepKind.CONFIRM].commands == ("readiness confirm okx-main ITEM...",)
    assert found[StepKind.SCAN_AGAIN].where == ()


def test_every_key_that_the_tool_has_been_given_is_deleted() -> None:
    """Those of sub-accounts first: with the account's own one can look once more."""
    found = steps(LUNC, included=("okx-grid", "x; rm -rf ~"))
    assert found[StepKind.DELETE_KEYS].commands == (
        "readiness keys delete okx-grid",
        "readiness keys delete okx-main",
    )


def test_a_refused_key_is_replaced_where_it_is_configured() -> None:
    """It may be the key of a sub-account, which has an entry of its own."""
    refused = finding("key-refused", area="account.key", scope="grid01", subject="okx-grid")
    replace = steps(refused, verdict=Verdict.REFUSED)[StepKind.REPLACE_KEY]
    assert replace.commands == ("readiness keys set okx-grid", "readiness keys test okx-grid")
    evil = refused.model_copy(update={"subject": "x; rm -rf ~"})
    for of in ((), (evil,)):
        alone = steps(*of, verdict=Verdict.REFUSED)[StepKind.REPLACE_KEY]
        assert alone.commands[0] == "readiness keys set okx-main"


def test_value_that_nobody_placed_is_looked_for_where_it_may_be() -> None:
    """Also if it is not seen for certain."""
    differ = finding("totals-differ", Severity.UNKNOWN, "account.totals", "earn")
    assert steps(differ)[StepKind.FIND_VALUE].where == ()
    told = PLACED.model_copy(update={"remedies": {Area.ACCOUNT_TOTALS: "Assets, everywhere."}})
    assert steps(differ, policy=told)[StepKind.FIND_VALUE].where == ("Assets, everywhere.",)


def test_dates_and_their_reasons() -> None:
    """A day that is known moves everything after it."""
    made = plan(account(findings=(LOCKED,)))
    redeem = next(step for step in made.steps if step.action is StepKind.REDEEM)
    assert redeem.possible_from == CHRISTMAS.replace(microsecond=0)
    assert made.earliest.request_on == date(2026, 12, 24)
    assert made.earliest.closed_on == date(2027, 1, 23)
    assert made.earliest.because == (
        '"Redeem earn products" becomes possible on 2026-12-24.',
        "30 days are counted from the request on.",
    )
    assert made.earliest.uncertain == ()


def test_a_dependency_names_an_earlier_step_and_says_why() -> None:
    """With the code of the reason beside the words."""
    repay = finding("earn-holding", area="earn.flexible", asset="USDT", amount=exact("5"))
    needs = steps(DEBT, repay)[StepKind.REPAY].after
    assert needs == (
        document.Dependency(
            step="redeem/main", reason=Why.PAYS_DEBT, why="the USDT to repay with is there"
        ),
    )


def test_doubts_are_counted() -> None:
    """In the form that fits the number."""
    one = finding("not-seen", Severity.UNKNOWN, "earn.fixed", "a")
    two = finding("not-seen", Severity.UNKNOWN, "earn.okusd", "a")
    assert "One place could not be looked at, and may hold something." in (
        plan(account(findings=(one,))).earliest.uncertain
    )
    assert "2 places could not be looked at, and may hold something." in (
        plan(account(findings=(one, two))).earliest.uncertain
    )


def test_an_amount_that_cannot_be_read_is_kept() -> None:
    """Never shown as zero."""
    unread = finding(asset="A", amount=Unreadable(raw="1,0"))
    (part,) = steps(unread)[StepKind.WITHDRAW].sums
    assert (part.amount, part.raw) == (None, "1,0")


def test_a_defect_in_planning_costs_neither_report_nor_verdict() -> None:
    """A policy that no check has let through makes planning fail."""
    broken = PLACED.model_copy(update={"locks": None})
    run = report(account(findings=(LUNC,)))
    found = to_document(run, {"okx": broken}, rules=RULES)
    assert (found.verdict, found.exit_code) == (Verdict.BLOCKED, 10)
    (entry,) = found.accounts
    assert len(entry.findings) == 1
    assert entry.plan.steps == ()
    assert (entry.plan.earliest.request_on, entry.plan.earliest.closed_on) == (None, None)
    assert "defect" in entry.plan.earliest.uncertain[0]
    text = table.render(found, POLICIES, Surface())
    assert "Earliest possible closing: not known." in text
    assert json.loads(json_format.render(found))["accounts"][0]["plan"]["steps"] == []


# -- the table ---------------------------------------------------------------------------------


def table_of(*findings: Any, policy: Any = PLACED, **more: Any) -> str:
    """The table of one account with these findings, as one line."""
    run = report(account(findings=findings, **more))
    found = to_document(run, {"okx": policy}, rules=RULES, label=label)
    return flat(table.render(found, {"okx": policy}, Surface()))


def test_the_table_numbers_the_steps_and_says_what_is_not_obvious() -> None:
    """Amounts, places, and which step comes first."""
    text = table_of(
        finding(asset="USDT", amount=exact("5"), value_usd=exact("5.01")),
        DEBT,
        LOCKED.model_copy(update={"subject": "other"}),
    )
    assert " Plan 1. Repay debts: 3 USDT 2. Redeem earn products: 5 USDT not before 2026-12-24" in (
        text
    )
    assert "3. Withdraw what is left: 5 USDT, about 5.01 USD" in text
    assert "Assets, Withdraw. after step 1: the money covers the debt" in text
    assert "can be requested on 2026-12-24; the waiting period ends on 2027-01-23." in text


def test_things_without_an_amount_are_counted() -> None:
    """But not the notice that there is no backup: that is one thing to do, or none."""
    orders = [finding("open-order", area="orders.open", subject=name) for name in "ab"]
    notice = finding("no-backup", Severity.NOTICE, "account.backup", "history")
    text = table_of(*orders, notice)
    assert "1. Cancel orders: 2 items 2. Save the history readiness backup okx-main" in text
    assert "3. Scan again" in text


def test_many_places_are_told_with_the_findings() -> None:
    """The step's own place is told, and where the others are."""
    areas = ("wallet.spot", "wallet.options", "wallet.futures-usdm")
    told = PLACED.model_copy(update={"remedies": {Area(area): f"At {area}." for area in areas}})
    some = [finding(area=area, subject="A", asset="A", amount=exact("1")) for area in areas]
    text = table_of(*some, policy=told)
    assert "Assets, Withdraw. The other places stand with the findings above." in text
    assert "At wallet.options. At wallet.spot. Assets, Withdraw." in (
        table_of(*some[:2], policy=told)
    )


def test_the_table_stays_short() -> None:
    """Many amounts and many steps are counted; the JSON has them all."""
    many = [finding(subject=f"s{n}", asset=f"A{n}", amount=exact("1")) for n in range(6)]
    assert "1 A0, 1 A1, 1 A2, 1 A3 and 2 more" in table_of(*many)
    orders = [finding("open-order", area="orders.open", scope=f"sub{n}") for n in range(60)]
    text = table_of(*orders)
    assert "Cancel orders (sub-account sub0)" in text
    assert re.search(r"\d+ more steps; --format json lists all", text)


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"policy": POLICY}, "Earliest possible closing: can be requested on 2026-11-23."),
        ({"verdict": Verdict.REFUSED, "key": ACTING}, "Earliest possible closing: not known."),
        (
            {"verdict": Verdict.CLOSING, "key": None, "closure": CLOSURE},
            "Earliest possible closing: 2026-12-20.",
        ),
    ],
)
def test_the_table_says_what_is_known_of_the_day(more: dict[str, Any], shown: str) -> None:
    """And no more than that."""
    assert shown in table_of(**more)


def test_amounts_that_are_not_known_have_words() -> None:
    """An asset without a name, an amount that is not stated, one that cannot be read."""
    text = table_of(
        finding(subject="a", amount=exact("3")),
        finding(subject="b", asset="B"),
        finding(subject="c", asset="C", amount=Unreadable(raw="x")),
    )
    assert (
        "3 an unnamed asset, an amount of B that is not stated, an unreadable amount of C" in text
    )


def test_names_of_others_cannot_style_the_plan() -> None:
    """An asset is shown as what it is, and never as markup."""
    evil = finding(subject="x", asset="[red]A\x1b[2J", amount=exact("1"))
    text = drawn(account(findings=(evil,)))
    assert "\x1b" not in text
    assert "[red]A" in text
