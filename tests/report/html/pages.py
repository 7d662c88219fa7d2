"""Pages to look at: every verdict, a past, and names that were chosen to break them."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Final

from tests.report.samples import (
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    NOW,
    ORDER,
    POLICIES,
    READ_ONLY,
    RULES,
    UNKNOWN,
    account,
    exact,
    finding,
    report,
    row,
)

from readiness.domain.finding import Acknowledged, Finding
from readiness.domain.report import AccountReport, Status
from readiness.domain.verdict import Verdict
from readiness.report.assemble import to_document
from readiness.report.formats import Frame, Point
from readiness.report.html.render import render
from readiness.report.labels import label

PAST: Final = tuple(
    Point(NOW - timedelta(days=day), verdict, blockers, unknowns, 1, value)
    for day, verdict, blockers, unknowns, value in (
        (9, Verdict.BLOCKED, 12, 0, Decimal("410.5")),
        (5, Verdict.INCOMPLETE, 0, 3, None),
        (1, Verdict.BLOCKED, 4, 1, Decimal("0.5")),
    )
)

HOSTILE: Final = (
    "<img src=http://evil.example/x onerror=alert(1)>",
    '"><script>document.title="owned"</script>',
    "</style><style>*{display:none}</style>",
    "<!-- </article></main> -->",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&amp;&#x202e;",
    "\u202eYDAER\u2066",
    "\x1b[2J\x00\n\t\x85",
    "\ud800",
    "\u0645\u062d\u0641\u0638\u0629",
    "Z\u0351\u0352\u0353\u0354\u0355algo",
    "x" * 10_000,
    "\u4f59" * 10_000,
    "grid01@mail.example",
)


def page(*accounts: AccountReport, past: Mapping[str, tuple[Point, ...]] | None = None) -> str:
    """The page of these accounts."""
    document = to_document(report(*accounts), POLICIES, rules=RULES, label=label)
    return render(document, Frame(POLICIES, past=past or {}))


def every_verdict() -> str:
    """One account for each verdict; the second has a past."""
    named = [
        each.model_copy(update={"account": f"okx-{verdict}"})
        for verdict, each in EVERY_VERDICT.items()
    ]
    return page(*named, past={"okx-blocked": PAST})


def with_a_past() -> str:
    """One account with a bit of everything."""
    return page(EVERY_VERDICT[Verdict.BLOCKED], past={"okx-main": PAST})


def _hostile(name: str) -> tuple[Finding, ...]:
    facts = (("cause", name), ("manual", "manual:p2p"))
    there = finding(
        subject=name, asset=name, scope=name, facts=facts, variant="frozen", amount=exact("1e40")
    )
    accepted = Acknowledged(reason=name, up_to=None, until=NOW.date())
    return (
        there,
        there.model_copy(update={"rule": "unheard-of", "area": "orders.open"}),
        there.model_copy(update={"area": "earn.fixed", "source": f"https://evil.example/{name}"}),
        there.model_copy(update={"area": "loans.margin", "acknowledged": accepted}),
        UNKNOWN.model_copy(update={"scope": name}),
        CONFIRM.model_copy(update={"scope": name}),
    )


def hostile() -> str:
    """Everything that others name is out to break the page."""
    return page(
        account(
            findings=tuple(found for name in HOSTILE for found in _hostile(name)),
            coverage=tuple(
                row(area, status, scope=name)
                for name in HOSTILE
                for area, status in (("orders.open", Status.HOLDING), ("earn.fixed", Status.CLEAR))
            ),
            key=READ_ONLY.model_copy(update={"permissions": HOSTILE}),
        )
    )


def crowded(count: int) -> str:
    """Thousands of findings, in as many sub-accounts."""
    findings = tuple(
        each.model_copy(update={"subject": f"{number}", "scope": f"sub{number}"})
        for number in range(count)
        for each in (ORDER, LUNC)
    )
    rows = tuple(
        row("orders.open", Status.HOLDING, scope=f"sub{number}") for number in range(count)
    )
    return page(account(findings=findings, coverage=rows))
