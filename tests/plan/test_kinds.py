"""Every rule and every area has its kind of step."""

import pytest
from tests.plan.support import found, kinds, plan

from readiness.domain.area import Area
from readiness.domain.finding import Severity
from readiness.domain.steps import StepKind
from readiness.plan.kinds import RULES as BY_RULE
from readiness.plan.kinds import kind_of
from readiness.rules import RULES, RULES_BY_ID

BY_AREA = {"open-order", "account-wide-holding", "wallet-not-empty"}
"""Rules whose place says what to do."""
NOTICES = {"looked-back", "decision-does-not-count"}
"""Rules that only say what is good to know."""


def test_every_rule_was_thought_of() -> None:
    """A new rule has to say what clears what it finds."""
    assert {rule.id for rule in RULES} == BY_RULE.keys() | BY_AREA | NOTICES
    assert BY_RULE.keys() <= RULES_BY_ID.keys()


@pytest.mark.parametrize(
    ("rule", "area", "kind"),
    [
        ("open-order", "orders.algo", StepKind.CANCEL_ORDERS),
        ("open-order", "transfers.p2p", StepKind.WAIT_FOR_TRANSFERS),
        ("open-order", "loans.vip", StepKind.REPAY),
        ("open-order", "earn.dual-investment", StepKind.REDEEM),
        ("account-wide-holding", "earn.staking-eth", StepKind.REDEEM),
        ("account-wide-holding", "account.totals", StepKind.FIND_VALUE),
        ("wallet-not-empty", "wallet.bots", StepKind.STOP_BOTS),
        ("wallet-not-empty", "wallet.copy-trading", StepKind.STOP_COPYING),
        ("wallet-not-empty", "wallet.nft", StepKind.WITHDRAW),
        ("a-rule-of-tomorrow", "bots.grid", StepKind.STOP_BOTS),
        ("a-rule-of-tomorrow", "sub-accounts", StepKind.REMOVE_SUB_ACCOUNTS),
        ("a-rule-of-tomorrow", "account.settings", StepKind.SWITCH_OFF),
        ("a-rule-of-tomorrow", "account.backup", StepKind.CLEAR),
    ],
)
def test_the_place_decides_where_the_rule_does_not(rule: str, area: str, kind: StepKind) -> None:
    """And what fits nowhere is cleared all the same."""
    assert kind_of(found(rule, area)) is kind


@pytest.mark.parametrize("area", list(Area))
def test_nothing_that_blocks_is_left_out(area: Area) -> None:
    """Wherever it is."""
    assert kinds(plan(found("a-rule-of-tomorrow", area.value)))[0] is not StepKind.BACK_UP


@pytest.mark.parametrize(
    ("severity", "kind"),
    [(Severity.UNKNOWN, StepKind.LOOK_AGAIN), (Severity.CONFIRM, StepKind.CONFIRM)],
)
def test_what_is_not_known_is_looked_at(severity: Severity, kind: StepKind) -> None:
    """Whatever rule says so."""
    assert kind_of(found("a-rule-of-tomorrow", "wallet.spot", severity=severity)) is kind
