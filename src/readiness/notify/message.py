"""Puts events into words: a short title and a plain text, without amounts unless asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, TypeAlias

from readiness.config import Topic
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.language import counted, say, translate
from readiness.notify import wording as words
from readiness.notify.event import News, Trial, Trouble
from readiness.notify.events import is_probably_closed
from readiness.notify.names import plain_text
from readiness.notify.points import Points
from readiness.report.standing import verdict_text
from readiness.report.wording import table, verdicts

Worded: TypeAlias = News | Trouble | Trial
"""The events that have words; for a ping, its being sent says it all."""

_LONGEST: Final = 1_800
"""Characters of a message; of longer ones some services take only a part, or nothing."""


@dataclass(frozen=True)
class Message:
    """What a person reads."""

    title: str
    body: str


@dataclass(frozen=True)
class Writer:
    """Writes messages.

    Attributes:
        policy: what is known of an exchange, by its id; ``None`` when nothing is.
        amounts: whether messages contain amounts and values.
    """

    policy: Callable[[str], Policy | None]
    amounts: bool

    def write(self, event: Worded) -> Message:
        """The message about an event."""
        match event:
            case News():
                lines = tuple(self._lines(event))
                return Message(_title(event), _fitting(lines, _steps(event)))
            case Trouble(account=account, why=why):
                values = {"account": account, "why": plain_text(why)}
                lines = (say(words.FAILED, values), say(words.DETAILS, values))
                return Message(say(words.TITLES[Topic.FAILED], values), "\n".join(lines))
            case Trial(target=target):
                return Message(translate(words.TRIAL), say(words.TRIAL_BODY, {"target": target}))

    def _lines(self, news: News) -> Iterator[str]:
        report, values = news.report, _values(news)
        policy = self.policy(report.exchange)
        loud = {"exchange": policy.title if policy else report.exchange}
        yield say(table.ACCOUNT_LINE, {**values, **loud, "verdict": values["verdict"].upper()})
        if is_probably_closed(report):
            yield translate(verdicts.PROBABLY_CLOSED)
        else:
            yield translate(verdicts.HEADLINES[report.verdict])
        if values["before"] not in ("", values["verdict"]):
            yield say(words.BEFORE, values)
        if report.verdict is Verdict.CLOSING:
            yield say(words.CLOSING_UNTIL, values)
        if report.coverage:
            yield say(words.COUNTS, counts(report))
        points = Points(policy, self.amounts)
        if Topic.BLIND in news.topics:
            yield counted(words.BLIND, news.blind_runs)
            yield from points.unseen(report)
        if report.coverage and news.difference:
            yield from points.lines(news.difference, news.topics)


def counts(report: AccountReport) -> dict[str, int]:
    """How many findings count, by what they ask for."""
    kinds = (
        ("blockers", Severity.BLOCKER),
        ("unknown", Severity.UNKNOWN),
        ("confirm", Severity.CONFIRM),
    )
    return {name: report.count(severity) for name, severity in kinds}


def _title(news: News) -> str:
    values = _values(news)
    # Once the period is over, the account was to be closed by now, whatever else is told.
    over = Topic.CLOSING in news.topics
    first = Topic.CLOSING if over else news.topics[0]
    if first is Topic.BLIND:
        return counted(words.TITLE_BLIND, news.blind_runs, values)
    title = words.TITLES[first]
    if first is Topic.CLOSING and is_probably_closed(news.report):
        title = words.PROBABLY_CLOSED
    elif first is Topic.CHANGE and news.difference is None:
        title = words.FIRST
    elif first is Topic.CHANGE and values["before"] != values["verdict"]:
        title = words.OTHER_VERDICT
    return say(title, values)


def _values(news: News) -> dict[str, str]:
    report, closure = news.report, news.report.closure
    return {
        "account": report.account,
        "verdict": verdict_text(report.verdict),
        "before": verdict_text(news.difference.old_verdict) if news.difference else "",
        "ends_on": str(closure.ends_on) if closure else "",
    }


def _steps(news: News) -> tuple[str, ...]:
    """What to do next, where that is the point of the message; else where to read on."""
    steps: tuple[str, ...] = (words.DETAILS,)
    if is_probably_closed(news.report):
        steps = (verdicts.NEXT_IF_PROBABLY_CLOSED[0], words.DETAILS)
    elif news.report.verdict is Verdict.READY:
        steps = _steps_if_ready(news)
    return tuple(say(step, _values(news)) for step in steps)


def _steps_if_ready(news: News) -> tuple[str, ...]:
    """Nobody who has requested the closing is told to request it."""
    if Topic.CLOSING in news.topics:
        return verdicts.NEXT_IF_READY_AND_OVER
    return (words.DETAILS,) if news.report.closure else verdicts.NEXT_STEPS[Verdict.READY]


def _fitting(lines: Sequence[str], steps: Sequence[str]) -> str:
    """The lines as far as there is room, and the steps in any case."""
    room = _LONGEST - sum(len(step) + 1 for step in steps)
    kept = [
        line
        for line, end in zip(lines, accumulate(len(line) + 1 for line in lines), strict=True)
        if end <= room
    ]
    cut = [] if len(kept) == len(lines) else [translate(words.SHORTENED)]
    return "\n".join((*kept, *cut, *steps))
