"""Findings and reports to plan for, and a policy with everything a plan looks at."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from tests.small_policy import POLICY as SMALL
from tests.small_policy import SOURCED

from readiness.domain.amount import Exact
from readiness.domain.decision import Closure
from readiness.domain.finding import Acknowledged, Finding, Severity
from readiness.domain.key import Owner, OwnerKind, ReadOnlyKey
from readiness.domain.policy import Policy, Waiting
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import Requests
from readiness.domain.steps import Conversion, Lock, StepKind
from readiness.domain.verdict import Verdict
from readiness.plan import plan_of
from readiness.plan.model import Plan, Step

TODAY: Final = date(2026, 11, 23)
CHRISTMAS: Final = datetime(2026, 12, 24, 15, 30, tzinfo=UTC)
NEW_YEAR: Final = datetime(2027, 1, 1, 8, 0, tzinfo=UTC)
LONG_AGO: Final = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
SOURCE: Final = "https://www.okx.com/docs-v5/en/"
MAIN_KEY: Final = ReadOnlyKey(
    owner=Owner(uid="1", main_uid="1", kind=OwnerKind.MAIN), permissions=("read_only",)
)
SUB_KEY: Final = ReadOnlyKey(
    owner=Owner(uid="2", main_uid="1", kind=OwnerKind.SUB), permissions=("read_only",)
)
ACCEPTED: Final = Acknowledged(reason="agreed", up_to=None, until=date(2027, 6, 1))

POLICY: Final[Policy] = SMALL.model_copy(
    update={
        "waiting": Waiting.model_validate({**SOURCED, "days": 30, "meaning": "thirty"}),
        "conversion": Conversion.model_validate(
            {
                **SOURCED,
                "below_usd": "10",
                "areas": ["wallet.funding", "wallet.trading"],
                "meaning": "less than 10 USD each",
            }
        ),
        "locks": (
            Lock.model_validate(
                {**SOURCED, "steps": ["redeem"], "areas": ["earn.okusd"], "meaning": "five days"}
            ),
            Lock.model_validate({**SOURCED, "steps": ["withdraw"], "meaning": "a day of hold"}),
        ),
    }
)


def found(rule: str, area: str, subject: str = "", **more: Any) -> Finding:
    """A finding; what is not said is ordinary."""
    for name in ("amount", "value_usd"):
        if isinstance(more.get(name), str):
            more[name] = Exact(value=Decimal(more[name]))
    values = {
        "severity": Severity.BLOCKER,
        "scope": "main",
        "source": SOURCE,
        "subject": subject or more.get("asset", "") or rule,
        **more,
    }
    return Finding(rule=rule, area=area, **values)


def money(asset: str, amount: str, area: str = "wallet.funding", **more: Any) -> Finding:
    """Money in a wallet."""
    return found("wallet-not-empty", area, asset=asset, amount=amount, **more)


def look(item: str = "p2p", scope: str = "main") -> Finding:
    """Something that a person has to look at."""
    return found("look-yourself", f"manual.{item}", item, severity=Severity.CONFIRM, scope=scope)


def report(
    findings: Iterable[Finding] = (), verdict: Verdict = Verdict.BLOCKED, **more: Any
) -> AccountReport:
    """A report of these findings."""
    values = {"key": MAIN_KEY, "coverage": (), "requests": Requests(), **more}
    return AccountReport(
        account="okx-main", exchange="okx", verdict=verdict, findings=tuple(findings), **values
    )


def plan(*findings: Finding, policy: Policy | None = POLICY, **more: Any) -> Plan:
    """The plan for these findings."""
    return plan_of(report(findings, **more), policy, TODAY)


def kinds(of: Plan) -> list[StepKind]:
    """The kinds of a plan's steps, in its order."""
    return [step.kind for step in of.steps]


def step(of: Plan, kind: StepKind, scope: str = "main") -> Step:
    """The one step of a kind."""
    (only,) = [step for step in of.steps if (step.kind, step.scope) == (kind, scope)]
    return only


def first(of: Plan, before: StepKind, after: StepKind, scope: str = "main") -> str:
    """Why one step comes before another; empty if it does not depend on it."""
    ids = {step.id for step in of.steps if step.kind is before}
    needs = [need for need in step(of, after, scope).after if need.step in ids]
    return needs[0].why.value if needs else ""


def notes(of: Step) -> set[str]:
    """What is said of a step."""
    return {remark.note.value for remark in of.remarks}


def doubts(of: Plan) -> set[str]:
    """What is said to be uncertain about the date."""
    return {remark.note.value for remark in of.earliest.uncertain}


def waiting(days: int = 30) -> Closure:
    """A closing request of three days ago."""
    return Closure(requested_on=date(2026, 11, 20), wait_days=days)
