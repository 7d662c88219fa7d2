"""A key that is gone after the waiting period: a sign, never a proof and never a better verdict."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_policy import POLICY, SOURCED
from tests.strategies import OWNER, READ_ONLY, TODAY, World, all_confirmed, clear_world, worlds

from readiness.domain.answer import Cause, Reason
from readiness.domain.decision import Closure
from readiness.domain.key import ActingKey, KeyProof, RejectedKey, UnprovenKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import SubAccountKey
from readiness.domain.verdict import Verdict
from readiness.report.sentences import Sentences
from readiness.rules import RULES_BY_ID, assess
from readiness.rules.key_refused import gone

GONE: dict[str, Any] = {**SOURCED, "source": "https://www.okx.com/gone", "also": "so is another."}
KNOWN = Policy.model_validate(
    {
        **POLICY.model_dump(mode="json"),
        "codes": [
            {"code": "1", "meaning": "no such key", "handling": "rejected", "key_gone": GONE},
            {"code": "2", "meaning": "wrong address", "handling": "rejected"},
        ],
    }
)
READY = all_confirmed(clear_world(policy=KNOWN))
ENDS_TODAY = Closure(requested_on=TODAY - timedelta(days=30), wait_days=30)
ENDS_TOMORROW = Closure(requested_on=TODAY - timedelta(days=29), wait_days=30)


def rejected(code: str) -> RejectedKey:
    return RejectedKey(reason=Reason(cause=Cause.EXCHANGE_CODE, code=code, text="gone"))


def judged(world: World, closure: Closure | None) -> AccountReport:
    return assess(world.snapshot, world.policy, world.decisions, world.today, closure=closure)


def variants(of: AccountReport) -> list[str]:
    return [entry.variant for entry in of.findings if entry.rule == "key-refused"]


@pytest.mark.parametrize(
    ("code", "closure", "variant"),
    [
        ("1", ENDS_TODAY, "probably-closed"),
        ("1", ENDS_TOMORROW, "rejected"),
        ("1", None, "rejected"),
        ("2", ENDS_TODAY, "rejected"),
        ("", ENDS_TODAY, "rejected"),
        ("3", ENDS_TODAY, "rejected"),
    ],
)
def test_only_after_the_wait_and_only_with_that_code(
    code: str, closure: Closure | None, variant: str
) -> None:
    """In every case it is refused, and the request stays in the report."""
    of = judged(READY.but(key=rejected(code), answers=()), closure)
    assert variants(of) == [variant]
    assert of.verdict is Verdict.REFUSED
    assert of.closure == closure


def test_it_says_which_days_and_what_else_it_can_be() -> None:
    """With the page of the code, not the one about keys in general."""
    of = judged(READY.but(key=rejected("1"), answers=()), ENDS_TODAY)
    (found,) = [entry for entry in of.findings if entry.rule == "key-refused"]
    assert dict(found.facts) == {
        "requested_on": str(ENDS_TODAY.requested_on),
        "ends_on": str(TODAY),
    }
    assert found.source == "https://www.okx.com/gone"
    assert [reason.code for reason in found.reasons] == ["1"]
    assert found.subject == "okx-main"
    rule = RULES_BY_ID["key-refused"]
    message = Sentences({rule.id: rule}, KNOWN).message(found)
    assert "probably closed" in message
    assert str(TODAY) in message
    assert message.endswith("It is no proof: so is another.")
    assert "keys delete" in rule.remedies["probably-closed"]


@pytest.mark.parametrize(
    "proof",
    [
        UnprovenKey(reason=Reason(cause=Cause.EXCHANGE_CODE, code="1")),
        ActingKey(owner=OWNER, permissions=("trade",)),
    ],
)
def test_only_a_rejection_is_a_sign(proof: KeyProof) -> None:
    """What could not be asked is not gone, and a key that can act is there."""
    assert "probably-closed" not in variants(judged(READY.but(key=proof), ENDS_TODAY))


@pytest.mark.parametrize("ended", [ENDS_TODAY, None])
@pytest.mark.parametrize(
    "proof",
    [rejected("1"), rejected("2"), UnprovenKey(reason=rejected("1").reason), READ_ONLY],
    ids=["gone", "rejected", "unproven", "read-only"],
)
def test_what_says_that_a_key_is_gone(proof: KeyProof, ended: Closure | None) -> None:
    """The exchange's word about a rejected key, once the waiting period is over."""
    sign = gone(proof, KNOWN, ended)
    assert (sign is not None) == (proof == rejected("1") and ended is not None)


def test_a_sub_accounts_key_is_no_sign() -> None:
    """It may have been deleted alone."""
    own = SubAccountKey(account="grid", scope="g", proof=rejected("1"), listed=None)
    of = judged(READY.but(sub_scopes=("g",), sub_keys=(own,)), ENDS_TODAY)
    assert variants(of) == ["rejected"]


CLOSURES = st.builds(
    Closure,
    requested_on=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    wait_days=st.integers(1, 90),
)


@given(worlds(), st.none() | CLOSURES)
def test_a_request_never_changes_a_verdict(world: World, closure: Closure | None) -> None:
    """Nor what was found, but for the words about a key."""
    plain, with_it = judged(world, None), judged(world, closure)
    assert with_it.verdict is plain.verdict
    assert with_it.coverage == plain.coverage
    assert len(with_it.findings) == len(plain.findings)
