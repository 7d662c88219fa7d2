"""``readiness diff``: what appeared, went away, changed, or is out of sight."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.cli.recorded import ended, of, remembered
from tests.history.support import FUNDING, TRADING, VERSION, Clock
from tests.published import fits
from tests.report.drawing import flat
from tests.rules.support import DUST, exact, money
from tests.strategies import ACCOUNT, TIRED, TODAY, clear_world, confirm, unknown

from readiness.domain import decision
from readiness.domain.amount import Unreadable
from readiness.domain.items import Relation, SubAccount
from readiness.history import History, default_path
from readiness.rules import closing as closing_report

# A decision that settles nothing would be told as a notice, which is another matter.
READY = clear_world().decided(confirm("p2p"), confirm("authenticator"))
DUSTY = READY.holding(TRADING, money("LUNC", "0.0001"))
BLIND = READY.answered(TRADING, unknown(TIRED))
LESS = READY.holding(
    TRADING, money("LUNC", "0.00005").model_copy(update={"value_usd": exact("0.01")})
)
EMPTY = {"appeared", "came_into_sight", "went_away", "out_of_sight", "changed", "lost", "regained"}


def differences(run: Run, *arguments: str) -> dict[str, Any]:
    """What the JSON says of the one account, as far as there is something."""
    outcome = run("diff", *arguments, "--format", "json")
    assert outcome.code == 0
    content = fits("diff", outcome.out)
    (account,) = content["accounts"]
    assert account.keys() >= EMPTY
    return {name: account[name] for name in EMPTY if account[name]}


def test_the_last_two_scans_of_each_account_are_compared(run: Run) -> None:
    """Without arguments; what appeared has its severity and its sentence."""
    remembered(*of(ACCOUNT, [DUSTY, READY, DUSTY]), *of("b", [READY, READY]))
    said = flat(run("diff").out)
    assert f"{ACCOUNT} (OKX): scan 2 of 2026-11-21 08:00 UTC, scan 3 of 2026-11-22" in said
    assert "Verdict: ready, now blocked" in said
    assert "Appeared (1) blocker 0.0001 LUNC is left in Trading account." in said
    assert "b (OKX): scan 4 of 2026-11-23 08:00 UTC, scan 5 of" in said
    assert "Verdict: unconfirmed, as before Nothing changed." in said


def test_what_went_away(run: Run) -> None:
    """Somebody looked, and it was not there."""
    remembered(*of(ACCOUNT, [DUSTY, READY]))
    assert "Went away (1) blocker 0.0001 LUNC" in flat(run("diff").out)
    found = differences(run)
    assert found.keys() == {"went_away"}
    assert [entry["fingerprint"] for entry in found["went_away"]] == [
        f"{ACCOUNT}/main/{TRADING}/LUNC"
    ]


def test_what_nobody_could_look_for_is_not_gone(run: Run) -> None:
    """The place with the reason, and what was found there before."""
    remembered(*of(ACCOUNT, [DUSTY, BLIND]))
    said = flat(run("diff").out)
    assert "Could no longer be looked at (1) • Trading account: 50026" in said
    assert "may still be there (1) blocker 0.0001 LUNC" in said
    assert "Went away" not in said
    # The finding that says the same as the place is told once for people, and whole in JSON.
    assert "Appeared" not in said
    assert differences(run).keys() == {"lost", "out_of_sight", "appeared"}


def test_what_can_be_looked_at_again(run: Run) -> None:
    """And what is found there now may have been there all the time."""
    remembered(*of(ACCOUNT, [BLIND, DUSTY]))
    said = flat(run("diff").out)
    assert "Can be looked at again (1) • Trading account " in said
    assert "may have been there before (1) blocker 0.0001 LUNC" in said
    assert "Appeared" not in said
    assert differences(run).keys() == {"regained", "came_into_sight", "went_away"}


def test_what_changed(run: Run) -> None:
    """Aspect by aspect, as it was and as it is."""
    remembered(*of(ACCOUNT, [DUSTY, LESS]))
    said = flat(run("diff").out)
    assert "Changed (1) blocker 0.00005 LUNC" in said
    for part in ("amount: 0.0001, now", "0.00005", "value in USD: an amount that is not stated"):
        assert part in said
    (change,) = differences(run)["changed"]
    assert change["aspects"] == ["amount", "value_usd"]
    assert (change["old"]["amount"], change["new"]["amount"]) == ("0.0001", "0.00005")


def test_other_changes_are_told_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An acknowledgement, a day, and a sentence of another kind."""
    monkeypatch.setenv("COLUMNS", "70")
    accepted = decision.Acknowledgement(
        fingerprint=f"{ACCOUNT}/main/{TRADING}/LUNC",
        reason="dust",
        until=TODAY + timedelta(days=9),
        up_to=Decimal(1),
    )
    soon = DUST.model_copy(update={"clears_at": Clock()()})
    frozen = DUST.model_copy(update={"frozen": exact("0.0001")})
    unreadable = DUST.model_copy(update={"amount": Unreadable(raw="lots")})
    steps = [
        DUSTY,
        DUSTY.decided(accepted),
        READY.holding(TRADING, soon),
        READY.holding(TRADING, frozen),
        READY.holding(TRADING, unreadable),
    ]
    remembered(*of(ACCOUNT, steps))
    told = [flat(run("diff", str(n), str(n + 1)).out) for n in range(1, len(steps))]
    assert "accepted: no, now until 2026-12-02" in told[0]
    assert "becomes free by itself: no, now 2026-11-20 08:00 UTC" in told[1]
    assert "accepted: until 2026-12-02, now no" in told[1]
    assert "becomes free by itself: 2026-11-20 08:00 UTC, now no" in told[2]
    assert "an unreadable amount (lots)" in told[3]
    plain = READY.holding(TRADING, DUST)
    ids = remembered(*of(ACCOUNT, [plain, READY.holding(TRADING, frozen)]))
    said = flat(run("diff", *map(str, ids)).out)
    assert "Changed (1)" in said
    assert "before: 0.0001 LUNC is left in Trading account." in said


def test_another_severity_is_told(run: Run) -> None:
    """The same sub-account, under another agreement now."""
    relations = (Relation.ENTRUSTED, Relation.MANAGED)
    subs = [SubAccount(name="x", relation=relation) for relation in relations]
    remembered(*of(ACCOUNT, [clear_world().holding("sub-accounts", sub) for sub in subs]))
    said = flat(run("diff").out)
    assert "blocker The sub-account x is under a management agreement" in said
    assert "severity: confirm, now blocker" in said


def test_scans_can_be_named(run: Run) -> None:
    """Two numbers are compared as they are given, one with the newest of its account."""
    first, second, third = remembered(*of(ACCOUNT, [DUSTY, LESS, READY]))
    remembered(("b", READY))
    assert differences(run, str(first), str(second)).keys() == {"changed"}
    assert differences(run, str(first)).keys() == {"went_away"}
    assert differences(run, str(third), str(first)).keys() == {"appeared"}
    assert differences(run, str(third)) == {}


def test_accounts_can_be_named(run: Run) -> None:
    """Only they are compared."""
    remembered(*of("a", [READY, DUSTY]), *of("b", [READY, READY]))
    said = flat(run("diff", "b").out)
    assert "b (OKX)" in said
    assert "a (OKX)" not in said


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("99",), "there is no scan 99"),
        (("1", "99"), "there is no scan 99"),
        (("9" * 99,), "there is no scan 999"),
        (("9" * 9999,), "there is no scan 999"),
        (("1", "2", "3"), "one or two numbers"),
        (("a", "1"), "not both"),
        (("1", "3"), "only scans of one account"),
        (("4",), "scan 4 is interrupted"),
        (("nobody",), "there is no account 'nobody'"),
    ],
)
def test_what_cannot_be_compared_is_a_usage_error(
    run: Run, arguments: tuple[str, ...], word: str
) -> None:
    """Exit code 2, and what to do."""
    remembered(*of("a", [READY, DUSTY]), ("b", READY))
    ended("a")
    outcome = run("diff", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert word in flat(outcome.err)


def test_scans_that_did_not_end_are_passed_over(run: Run) -> None:
    """The last two that are done."""
    remembered(*of(ACCOUNT, [READY, DUSTY]))
    ended(ACCOUNT)
    ended(ACCOUNT, "no key")
    assert differences(run).keys() == {"appeared"}


def test_one_scan_is_nothing_to_compare(run: Run) -> None:
    """It is said, and no error."""
    remembered(("a", READY))
    outcome = run("diff")
    assert outcome.code == 0
    assert "Not compared: there are no two scans of it that are done." in flat(outcome.out)
    (account,) = fits("diff", run("diff", "--format", "json").out)["accounts"]
    assert (account["old"], account["new"]) == (None, None)
    assert "no two scans" in account["not_compared"]


def test_without_any_scan_there_is_nothing_to_compare(run: Run) -> None:
    """A friendly line; a number or a name that was given is a mistake."""
    outcome = run("diff")
    assert outcome.code == 0
    assert "No scan was recorded yet." in outcome.out
    assert json.loads(run("diff", "--format", "json").out)["accounts"] == []
    assert run("diff", "1").code == 2


def test_a_scan_of_another_version_is_said_so(run: Run) -> None:
    """Never guessed; other accounts are compared all the same."""
    first, *_ = remembered(*of("a", [READY, DUSTY]), *of(ACCOUNT, [READY, DUSTY]))
    with closing(sqlite3.connect(default_path())) as raw:
        raw.execute(
            "UPDATE documents SET report = '{}', tool_version = '9.9' WHERE scan_id = ?", (first,)
        )
        raw.commit()
    outcome = run("diff")
    said = flat(outcome.out)
    assert outcome.code == 0
    assert f"Not compared: scan {first} cannot be read: readiness 9.9 recorded it" in said
    assert "Appeared (1)" in said


def test_while_an_account_closes_nothing_is_gone(run: Run) -> None:
    """Nothing was asked: one line says so in place of every place."""
    remembered((ACCOUNT, DUSTY))
    with History.open(default_path(), now=Clock()) as history:
        report = closing_report(ACCOUNT, "okx", decision.Closure(requested_on=TODAY, wait_days=30))
        history.finish(history.begin(ACCOUNT, "okx", "scan"), report, None, VERSION)
    said = flat(run("diff").out)
    assert "Verdict: blocked, now closing" in said
    assert "• nothing was asked" in said
    assert "may still be there (1) blocker 0.0001 LUNC" in said


def test_somebody_elses_sub_account_is_masked(run: Run) -> None:
    """As in the report for people, whole in the JSON."""
    scope = "grid01@sub.example"
    world = clear_world(scope)
    remembered(*of(ACCOUNT, [world, world.holding(FUNDING, DUST, scope=scope)]))
    said = run("diff").out
    assert scope not in said
    assert "gr***@sub.example" in said
    (found,) = differences(run)["appeared"]
    assert found["scope"] == scope
