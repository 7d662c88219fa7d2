"""Reports to draw, with rules and a policy made for these tests."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from pydantic import HttpUrl

from readiness.domain.amount import Exact
from readiness.domain.answer import Cause, Reason
from readiness.domain.area import Area
from readiness.domain.decision import Closure
from readiness.domain.finding import Finding, Severity
from readiness.domain.key import (
    ActingKey,
    KeyProof,
    Owner,
    OwnerKind,
    ReadOnlyKey,
    RejectedKey,
    UnprovenKey,
)
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, CoverageRow, Report, Status
from readiness.domain.snapshot import Requests
from readiness.domain.verdict import FailOn, Verdict
from readiness.rules.interface import Rule

NOW: Final = datetime(2026, 11, 23, 8, 0, 0, tzinfo=UTC)
SOURCE: Final = "https://www.okx.com/docs-v5/en/"
_SOURCED: Final[dict[str, Any]] = {
    "source": HttpUrl(SOURCE),
    "checked": date(2026, 6, 27),
    "confidence": "high",
}
OWNER: Final = Owner(uid="1", main_uid="1", kind=OwnerKind.MAIN)
READ_ONLY: Final = ReadOnlyKey(owner=OWNER, permissions=("read_only",))
ACTING: Final = ActingKey(owner=OWNER, permissions=("read_only", "trade"))
REJECTED: Final = RejectedKey(
    reason=Reason(cause=Cause.EXCHANGE_CODE, code="50111", text="Invalid OK-ACCESS-KEY")
)
UNPROVEN: Final = UnprovenKey(reason=Reason(cause=Cause.TIMEOUT, attempts=4))
CLOSURE: Final = Closure(requested_on=date(2026, 11, 20), wait_days=30)

POLICY: Final = Policy.model_validate(
    {
        **_SOURCED,
        "exchange": "okx",
        "title": "OKX",
        "areas": ["wallet.funding", "orders.open"],
        "main_only": {**_SOURCED, "areas": ["sub-accounts"], "why": "main sees it", "look": "M!"},
        "master_blind": {
            **_SOURCED,
            "areas": ["orders.open"],
            "why": "a main key is blind here",
            "look": "Add the sub-account's own key.",
        },
        "manual": [
            {
                **_SOURCED,
                "item": "p2p",
                "title": "P2P orders",
                "why": "only merchants can read P2P orders by API",
                "look": "Look at P2P trading, Orders.",
            }
        ],
        "fallbacks": [
            {
                **_SOURCED,
                "requests": ["finance/savings"],
                "codes": ["58002"],
                "outcome": "manual",
                "meaning": "ordinary keys cannot see savings",
            }
        ],
        "codes": [
            {
                "code": "50111",
                "meaning": "the key is wrong",
                "handling": "rejected",
                "advice": "Create a new key.",
            },
            {"code": "50026", "meaning": "system error", "handling": "retry"},
        ],
        "remedies": {"wallet.funding": "In the app: Assets, Funding."},
    }
)
POLICIES: Final = {"okx": POLICY}


def _rule(rule_id: str, remedy: str, **messages: str) -> Rule:
    return Rule(
        id=rule_id,
        title=f"Title of {rule_id}",
        why="It matters.",
        remedy=remedy,
        messages=messages,
        judge=lambda _: (),
    )


RULES: Final[Mapping[str, Rule]] = {
    rule.id: rule
    for rule in (
        _rule(
            "wallet-not-empty",
            "Withdraw {asset} or convert it.",
            default="{amount} {asset} in {place}",
            frozen="{amount} {asset} in {place}, frozen by {cause}",
        ),
        _rule("open-order", "Cancel it.", default="{subject} in {place}"),
        _rule("not-seen", "Scan again later.", default="{place}: {reason}"),
        _rule("manual-item", "Look at it yourself.", default="{place}: {reason}"),
        _rule("key-can-act", "Make a read-only key.", default="The key has powers: {subject}"),
        _rule("notice", "", default="{subject}"),
    )
}


def finding(
    rule: str = "wallet-not-empty",
    severity: Severity = Severity.BLOCKER,
    area: str = "wallet.funding",
    subject: str = "LUNC",
    **more: Any,
) -> Finding:
    """A finding; what is not said is ordinary."""
    values = {"scope": "main", "source": SOURCE, **more}
    return Finding(rule=rule, severity=severity, area=area, subject=subject, **values)


def exact(text: str) -> Exact:
    """An amount."""
    return Exact(value=Decimal(text))


def row(area: str, status: Status, **more: Any) -> CoverageRow:
    """A row of the coverage of the main scope."""
    return CoverageRow(area=area, status=status, **{"scope": "main", **more})


LUNC: Final = finding(asset="LUNC", amount=exact("0.0001"))
ORDER: Final = finding("open-order", area="orders.open", subject="BTC-USDT limit buy")
TIRED: Final = Reason(
    cause=Cause.EXCHANGE_CODE, request="earn/fixed", code="50026", text="system error", attempts=4
)
UNKNOWN: Final = finding("not-seen", Severity.UNKNOWN, "earn.fixed", "not-seen", reasons=(TIRED,))
CONFIRM: Final = finding(
    "manual-item", Severity.CONFIRM, "manual.p2p", "p2p", facts=(("manual", "manual:p2p"),)
)

ROWS: Final = {
    "wallet.funding": row("wallet.funding", Status.HOLDING, items=1),
    "orders.algo": row("orders.algo", Status.CLEAR),
    "earn.fixed": row("earn.fixed", Status.UNKNOWN, reasons=(TIRED,)),
    "manual.p2p": row("manual.p2p", Status.MANUAL, manual="manual:p2p"),
}


def account(
    verdict: Verdict = Verdict.BLOCKED,
    findings: tuple[Finding, ...] = (LUNC,),
    coverage: tuple[CoverageRow, ...] = tuple(ROWS.values()),
    **more: Any,
) -> AccountReport:
    """One account of a report."""
    key: KeyProof | None = more.pop("key", READ_ONLY)
    return AccountReport(
        **{
            "account": "okx-main",
            "exchange": "okx",
            "verdict": verdict,
            "key": key,
            "coverage": coverage,
            "findings": findings,
            "requests": Requests(sent=85, retried=3),
            **more,
        }
    )


def report(*accounts: AccountReport, fail_on: FailOn = FailOn.UNCONFIRMED) -> Report:
    """A report of these accounts."""
    return Report(
        tool_version="0.1.0",
        started_at=NOW,
        finished_at=NOW.replace(second=4),
        accounts=accounts,
        fail_on=fail_on,
    )


EVERY_VERDICT: Final = {
    Verdict.REFUSED: account(Verdict.REFUSED, (), (), key=ACTING),
    Verdict.BLOCKED: account(Verdict.BLOCKED, (ORDER, LUNC, UNKNOWN, CONFIRM)),
    Verdict.INCOMPLETE: account(Verdict.INCOMPLETE, (UNKNOWN, CONFIRM)),
    Verdict.UNCONFIRMED: account(Verdict.UNCONFIRMED, (CONFIRM,)),
    Verdict.CLOSING: account(Verdict.CLOSING, (), (), key=None, closure=CLOSURE),
    Verdict.READY: account(Verdict.READY, (), (row("orders.open", Status.CLEAR),)),
}

ALL_AREAS: Final = tuple(Area)
