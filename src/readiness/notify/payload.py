"""What a webhook gets: JSON of the stable shape ``readiness.event/1``."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from readiness import __version__
from readiness.domain.amount import Exact, plain
from readiness.domain.finding import Finding
from readiness.history.compare import Difference
from readiness.notify.event import News, Trial, Trouble
from readiness.notify.events import weighty
from readiness.notify.message import Message, Worded, counts
from readiness.report.labels import label

SCHEMA: Final = "readiness.event/1"
TEST: Final = "test"
_MOST: Final = 100
"""Changes in one event; ``more_changes`` counts the rest."""


@dataclass(frozen=True)
class Payload:
    """Makes the JSON of events.

    Attributes:
        amounts: whether amounts and values are told.
        now: seconds since the epoch.
        new_id: makes an id for an event; it is the same in every try to send it.
    """

    amounts: bool
    now: Callable[[], float]
    new_id: Callable[[], str]

    def of(self, event: Worded, message: Message) -> bytes:
        """The document about an event."""
        document = {
            "schema": SCHEMA,
            "tool": {"name": "readiness", "version": __version__},
            "id": self.new_id(),
            "sent_at": datetime.fromtimestamp(self.now(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            **self._about(event),
            "title": message.title,
            "text": message.body,
        }
        return json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace")

    def _about(self, event: Worded) -> dict[str, Any]:
        match event:
            case News(report=report, difference=difference):
                changes = list(self._changes(difference)) if difference else []
                return {
                    **_head(event.topics, report.account, report.exchange),
                    "verdict": report.verdict.value,
                    "previous_verdict": difference.old_verdict.value if difference else None,
                    "counts": counts(report),
                    "blind_runs": event.blind_runs,
                    "changes": changes[:_MOST],
                    "more_changes": max(0, len(changes) - _MOST),
                }
            case Trouble():
                return {**_head(event.topics, event.account, event.exchange), **_NOTHING}
            case Trial():
                return {**_head((TEST,), None, None), **_NOTHING}

    def _changes(self, difference: Difference) -> Iterator[dict[str, Any]]:
        changed = [change.new for change in difference.changed]
        for how, findings in (
            ("appeared", difference.appeared),
            ("came_into_sight", difference.came_into_sight),
            ("went_away", difference.went_away),
            ("out_of_sight", difference.out_of_sight),
            ("changed", changed),
        ):
            yield from (self._finding(how, finding) for finding in weighty(findings))

    def _finding(self, how: str, finding: Finding) -> dict[str, Any]:
        told: dict[str, Any] = {
            "change": how,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "area": finding.area,
            "scope": label(finding.scope),
            "subject": label(finding.subject),
        }
        if self.amounts:
            told["asset"] = label(finding.asset) or None
            for name in ("amount", "value_usd"):
                amount = getattr(finding, name)
                told[name] = plain(amount.value) if isinstance(amount, Exact) else None
        return told


_NOTHING: Final[dict[str, Any]] = {
    "verdict": None,
    "previous_verdict": None,
    "counts": None,
    "blind_runs": 0,
    "changes": [],
    "more_changes": 0,
}


def _head(topics: Iterable[str], account: str | None, exchange: str | None) -> dict[str, Any]:
    return {"topics": [str(topic) for topic in topics], "account": account, "exchange": exchange}
