"""A scan in one line of a log."""

from __future__ import annotations

import pytest
from tests.notify.support import (
    BLIND,
    BLOCKED,
    CLOSURE,
    EARN,
    FUNDING,
    INCOMPLETE,
    LOOK,
    LUNC,
    NO_FUNDING,
    NOTICE,
    ORDER,
    ORDERS,
    READY,
    ROWS,
    UNSEEN_EARN,
    UNSEEN_FUNDING,
)
from tests.report.samples import account, exact, finding

from readiness.cli.line import line
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.history import compare
from readiness.rules.key_refused import PROBABLY_CLOSED

GONE = finding("key-refused", area="account.key", variant=PROBABLY_CLOSED)
RICHER = LUNC.model_copy(update={"amount": exact("5")})
DEARER = LUNC.model_copy(update={"value_usd": exact("0.04")})


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (READY, "ready"),
        (BLOCKED, "blocked, 1 blocker"),
        (account(Verdict.BLOCKED, (LUNC, ORDER, LOOK), ROWS), "blocked, 2 blockers, 1 to confirm"),
        (INCOMPLETE, "incomplete, 1 unknown"),
        (account(Verdict.READY, (NOTICE,), ROWS), "ready"),
        (account(Verdict.REFUSED, (GONE,), ROWS), "refused, probably closed, 1 blocker"),
        (account(Verdict.CLOSING, closure=CLOSURE), "closing, nothing is sent until 2026-12-01"),
    ],
)
def test_it_tells_the_verdict_and_how_much_there_is(report: AccountReport, expected: str) -> None:
    """What weighs, by how it weighs; a closing account tells until when it is left alone."""
    assert line(report, None) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (READY, READY, "no change"),
        (READY, BLOCKED, "was ready, 1 appeared"),
        (BLOCKED, READY, "was blocked, 1 went away"),
        (
            BLOCKED,
            account(Verdict.BLOCKED, (RICHER, ORDER), (FUNDING, ORDERS, EARN)),
            "1 appeared, 1 changed, 1 no longer seen",
        ),
        (
            account(Verdict.BLOCKED, (LUNC, ORDER), (FUNDING, ORDERS)),
            account(Verdict.BLOCKED, (ORDER,), (UNSEEN_FUNDING, ORDERS)),
            "1 no longer seen",
        ),
        (
            account(Verdict.INCOMPLETE, (BLIND,), (NO_FUNDING, UNSEEN_EARN)),
            account(Verdict.READY, (), (NO_FUNDING, EARN)),
            "was incomplete, 1 seen again",
        ),
        (BLOCKED, account(Verdict.BLOCKED, (DEARER, NOTICE), BLOCKED.coverage), "no change"),
    ],
)
def test_it_tells_what_is_different(old: AccountReport, new: AccountReport, expected: str) -> None:
    """A price that moved is no news, and neither is a notice."""
    assert line(new, compare(old, new)).endswith(f" ({expected})")
