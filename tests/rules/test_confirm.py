"""Confirmations: a person has looked, at exactly this, not long ago."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from tests.rules.support import DUST, findings, judge, row, verdict
from tests.small_policy import MASTER_BLIND
from tests.strategies import (
    NOT_FOR_YOU,
    TODAY,
    World,
    all_confirmed,
    clear_world,
    confirm,
    seen,
    unknown,
)

from readiness.domain.decision import Acknowledgement, Decisions
from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.rules import assess

CLEAR = clear_world()


def notices(world: World) -> list[tuple[str, str]]:
    """What is said about decisions that do not count."""
    found = findings(judge(world), "decision-does-not-count")
    assert {entry.severity for entry in found} <= {Severity.NOTICE}
    assert {entry.area for entry in found} <= {"account.acknowledgements"}
    return [(entry.variant, entry.subject) for entry in found]


def open_items(world: World) -> list[str]:
    """What a person still has to look at."""
    return [entry.subject for entry in findings(judge(world), "look-yourself")]


def test_each_item_by_itself() -> None:
    """What was looked at is settled, the rest stays open."""
    assert open_items(CLEAR) == ["p2p", "authenticator"]
    world = CLEAR.decided(confirm("p2p"))
    assert open_items(world) == ["authenticator"]
    assert verdict(world) is Verdict.UNCONFIRMED
    world = world.decided(confirm("authenticator"))
    assert (open_items(world), verdict(world), notices(world)) == ([], Verdict.READY, [])


@pytest.mark.parametrize(
    ("item", "ago", "counts"),
    [
        ("p2p", -1, True),
        ("p2p", 0, True),
        ("p2p", 6, True),
        ("p2p", 7, False),
        ("p2p", 8, False),
        ("p2p", 400, False),
        ("authenticator", 7, True),
        ("authenticator", 29, True),
        ("authenticator", 30, False),
    ],
)
def test_for_how_long(item: str, ago: int, counts: bool) -> None:
    """Seven days with the day itself, or what the policy says; then it has to be done again."""
    world = CLEAR.decided(confirm(item, TODAY - timedelta(days=ago)))
    assert (item not in open_items(world)) == counts
    assert notices(world) == ([] if counts else [("confirmation-expired", item)])
    on = row(judge(world), f"manual.{item}").confirmed_on
    assert on == (TODAY - timedelta(days=ago) if counts else None)


def test_the_latest_look_counts() -> None:
    """An old look next to a new one takes nothing away, and both are told."""
    old, newer, new = (TODAY - timedelta(days=days) for days in (9, 5, 2))
    for order in permutations((old, newer, new)):
        world = CLEAR.decided(*(confirm("p2p", on) for on in order))
        assert "p2p" not in open_items(world)
        assert row(judge(world), "manual.p2p").confirmed_on == new
        assert notices(world) == [("confirmation-expired", "p2p")]


@pytest.mark.parametrize(
    ("item", "notice"),
    [
        ("*", "unknown-item"),
        ("p2*", "unknown-item"),
        ("P2P", "unknown-item"),
        ("manual.p2p", "unknown-item"),
        ("manual.*", "unknown-item"),
        ("", "unknown-item"),
        ("web3", "unknown-item"),
        ("wallet.funding", "nothing-to-confirm"),
        ("orders.open", "nothing-to-confirm"),
        ("bots.grid", "nothing-to-confirm"),
        ("account.acknowledgements", "nothing-to-confirm"),
    ],
)
def test_what_confirms_nothing(item: str, notice: str) -> None:
    """There are no wildcards; a name that fits nothing open is told and changes nothing."""
    world = CLEAR.decided(confirm(item))
    assert open_items(world) == ["p2p", "authenticator"]
    assert notices(world) == [(notice, item)]
    assert verdict(world) is Verdict.UNCONFIRMED


def test_where_nobody_could_look_it_is_not_told_as_useless() -> None:
    """It may settle something again at the next scan; until then it changes nothing."""
    failed = CLEAR.answered("orders.open", unknown())
    assert notices(failed.decided(confirm("orders.open"))) == []
    assert verdict(failed.decided(confirm("orders.open"))) is verdict(failed)


def test_where_nobody_could_look_hides_no_point_that_is_open() -> None:
    """A look that is too old is told, whatever else it would have settled."""
    world = CLEAR.answered("earn.flexible", unknown())
    assert notices(world.decided(confirm("p2p", TODAY - timedelta(days=9)))) == [
        ("confirmation-expired", "p2p")
    ]


def test_another_accounts_confirmation() -> None:
    """Somebody who looked at one account has not looked at another."""
    world = CLEAR.decided(confirm("p2p", account="okx-other"), confirm("p2p", account="okx"))
    assert open_items(world) == ["p2p", "authenticator"]
    assert notices(world) == []


@pytest.mark.parametrize("scope", ["main", "grid01"])
def test_an_area_is_confirmed_by_its_id(scope: str) -> None:
    """A refused look that the policy leaves to a person is settled like a manual item."""
    world = clear_world("grid01").answered("orders.open", unknown(NOT_FOR_YOU), scope)
    assert "orders.open" in open_items(world)
    settled = all_confirmed(world)
    assert row(judge(settled), "orders.open", scope).confirmed_on == TODAY
    assert verdict(settled) is Verdict.READY


@pytest.mark.parametrize("answer", [unknown(), seen(DUST), None])
def test_nobody_can_confirm_what_the_api_can_show(answer: object) -> None:
    """A failed look and a thing that is there stay what they are, whatever anybody confirms."""
    world = CLEAR.answered("orders.open", answer)  # type: ignore[arg-type]
    before = verdict(world)
    after = all_confirmed(world)
    assert before in (Verdict.INCOMPLETE, Verdict.BLOCKED)
    assert verdict(after) is before
    assert row(judge(after), "orders.open").status in (Status.UNKNOWN, Status.HOLDING)
    assert row(judge(after), "orders.open").confirmed_on is None


def test_the_sub_accounts_are_confirmed_together() -> None:
    """That they close with the main account is one thing to check, for all of them."""
    looked = [confirm(item) for item in ("p2p", "authenticator", *map(str, MASTER_BLIND))]
    world = clear_world("a", "b").decided(*looked)
    assert len(findings(judge(world), "sub-account-exists")) == 2
    assert verdict(world) is Verdict.UNCONFIRMED
    world = world.decided(confirm("sub-accounts"))
    assert findings(judge(world), "sub-account-exists") == []
    assert verdict(world) is Verdict.READY
    assert row(judge(world), "sub-accounts").confirmed_on == TODAY


def test_one_look_can_settle_what_it_covers() -> None:
    """Where the policy says so, a manual item stands for an area that the API refuses to show."""
    refused = unknown(NOT_FOR_YOU.model_copy(update={"request": "savings"}))
    world = CLEAR.answered("earn.flexible", refused)
    assert open_items(world) == ["earn.flexible", "p2p", "authenticator"]
    assert open_items(world.decided(confirm("p2p"))) == ["authenticator"]
    assert open_items(world.decided(confirm("authenticator"))) == ["earn.flexible", "p2p"]
    failed = CLEAR.answered("earn.flexible", unknown()).decided(confirm("p2p"))
    assert verdict(failed) is Verdict.INCOMPLETE


def test_decisions_about_nobody_are_told_with_the_first_account() -> None:
    """A misspelt account is not passed over in silence, and changes nothing else."""
    strays = Decisions(
        acknowledgements=(
            Acknowledgement(fingerprint="okx-mian/main/a/b", reason="x", until=date.max),
        ),
        confirmations=(confirm("p2p", account="okx-mian"),),
    )
    plain = judge(CLEAR)
    told = assess(CLEAR.snapshot, CLEAR.policy, CLEAR.decisions, TODAY, strays)
    more = [entry for entry in told.findings if entry not in plain.findings]
    assert [(entry.variant, entry.subject, entry.severity) for entry in more] == [
        ("unknown-account", "okx-mian/main/a/b", Severity.NOTICE),
        ("unknown-account", "okx-mian: p2p", Severity.NOTICE),
    ]
    assert (told.verdict, told.coverage) == (plain.verdict, plain.coverage)


def test_what_is_in_a_sub_account_is_not_confirmed_with_it() -> None:
    """Its own areas stay what they are."""
    world = all_confirmed(clear_world("a").holding("wallet.funding", DUST, scope="a"))
    assert verdict(world) is Verdict.BLOCKED


def test_a_look_in_the_far_past() -> None:
    """Dates that nobody lives on are only dates."""
    world = CLEAR.decided(confirm("p2p", date.min))
    assert notices(world) == [("confirmation-expired", "p2p")]
