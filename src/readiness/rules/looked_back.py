"""Rule: a list was read back to a moment, since the exchange shows no more at once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from readiness.domain.answer import Seen
from readiness.domain.finding import Finding, Severity
from readiness.rules.interface import Case, Rule

ID: Final = "looked-back"


def judge(case: Case) -> Iterator[Finding]:
    """One notice for every list that was not read back to the account's beginning."""
    for entry in case.snapshot.answers:
        if not isinstance(entry.answer, Seen):
            continue
        furthest: dict[str, datetime] = {}
        for evidence in entry.answer.evidence:
            if evidence.since is not None:
                furthest.setdefault(evidence.request, evidence.since)
        for request, since in furthest.items():
            yield Finding(
                rule=ID,
                severity=Severity.NOTICE,
                area=entry.area,
                scope=entry.scope,
                subject=request,
                facts=(("since", since.astimezone(UTC).date().isoformat()),),
                source=case.policy.source_of(entry.area),
            )


RULE: Final = Rule(
    id=ID,
    title="A list was read back to a certain day",
    why=(
        "Some lists are served for a span of time only, and each span costs much of a limit. So "
        "they are read as far back as something can plausibly still be pending."
    ),
    remedy="If you remember something older that never ended, look at it in the app.",
    messages={"default": "{place} was read back to {since} ({subject})."},
    judge=judge,
)
