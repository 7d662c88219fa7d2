"""A plan in words, as every format draws it."""

import re
from datetime import date, datetime
from typing import Final

from readiness.domain.amount import Amount, Exact, Unreadable, plain
from readiness.domain.area import Area
from readiness.domain.finding import Finding
from readiness.domain.report import AccountReport
from readiness.domain.steps import StepKind
from readiness.language import counted, say, translate
from readiness.plan import plan_of
from readiness.plan.model import Earliest, Need, Note, Plan, Remark, Step, Sum
from readiness.report import document
from readiness.report.labels import visible
from readiness.report.sentences import Sentences
from readiness.report.wording import plan as words

_NUMBERS: Final = {Note.WAITING: "days", Note.REQUEST_RECORDED: "wait_days"}
"""Which value of a remark says how many; ``count`` for all others."""

_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,100}")
"""What an account can be called; nothing else gets into a command that somebody pastes."""

_ELSEWHERE: Final = frozenset({StepKind.CONVERT_DUST, StepKind.EMPTY_SUB_ACCOUNT})
"""Steps that are taken somewhere else than where the findings behind them are."""

_NOWHERE: Final = frozenset({StepKind.SCAN_AGAIN})
"""Steps that are not taken at the exchange, whatever is behind them."""


def plan_document(entry: AccountReport, text: Sentences, today: date) -> document.Plan:
    """The plan of an account, in words.

    Whatever goes wrong here, the report gets out: a plan adds to the findings and weighs
    nothing.

    Args:
        entry: what was found.
        text: what can be said about it.
        today: the calendar day in UTC.
    """
    try:
        return _Writer(entry, text).write(plan_of(entry, text.policy, today))
    except Exception as error:  # noqa: BLE001 - no defect of a plan may cost a report
        nothing = document.Earliest(
            request_on=None,
            closed_on=None,
            because=(),
            uncertain=(say(words.DEFECT, kind=type(error).__name__),),
        )
        return document.Plan(steps=(), earliest=nothing)


class _Writer:
    """Writes the plan of one account."""

    def __init__(self, entry: AccountReport, text: Sentences) -> None:
        self._entry = entry
        self._text = text

    def write(self, plan: Plan) -> document.Plan:
        """The whole plan."""
        return document.Plan(
            steps=tuple(self._step(step) for step in plan.steps),
            earliest=self._earliest(plan.earliest),
        )

    def _step(self, step: Step) -> document.Step:
        why = words.VARIANTS.get((step.kind, step.variant), words.REASONS[step.kind])
        return document.Step(
            id=step.id,
            action=step.kind,
            title=translate(words.TITLES[step.kind]),
            scope=visible(step.scope),
            where=self._where(step),
            sums=tuple(_sum(part) for part in step.sums),
            value_usd=_decimal(step.value_usd),
            why=translate(why),
            commands=self._commands(step),
            findings=tuple(found.fingerprint(self._entry.account) for found in step.findings),
            after=tuple(self._need(need) for need in step.after),
            possible_from=_second(step.possible_from),
            uncertain=tuple(self._remark(remark) for remark in step.remarks),
        )

    def _where(self, step: Step) -> tuple[str, ...]:
        """Where the findings are cleared, then where the policy says of the step itself."""
        policy = self._text.policy
        place = policy.places.get(step.kind, "") if policy else ""
        alone = step.kind in _NOWHERE or (place and step.kind in _ELSEWHERE)
        places = () if alone else (self._place(found) for found in step.findings)
        told = (*places, translate(place))
        return tuple(dict.fromkeys(visible(text) for text in told if text))

    def _place(self, found: Finding) -> str:
        """Where a finding is cleared; where value may hide, even if it was not seen."""
        place = self._text.where(found)
        policy = self._text.policy
        if place or policy is None or found.area != Area.ACCOUNT_TOTALS:
            return place
        return translate(policy.remedies.get(Area.ACCOUNT_TOTALS, ""))

    def _commands(self, step: Step) -> tuple[str, ...]:
        """What one types: of a key, for the account in the configuration whose key it is."""
        accounts = [self._entry.account]
        if step.kind is StepKind.REPLACE_KEY:
            named = [found.subject for found in step.findings if _NAME.fullmatch(found.subject)]
            accounts = named or accounts
        elif step.kind is StepKind.DELETE_KEYS:
            # The account's own key can look once more, so it goes last.
            accounts = [*filter(_NAME.fullmatch, self._entry.included), *accounts]
        return tuple(
            template.format_map({"account": account})
            for account in dict.fromkeys(accounts)
            for template in words.COMMANDS.get(step.kind, ())
        )

    def _need(self, need: Need) -> document.Dependency:
        values = {name: self._text.label(value) for name, value in need.values}
        why = visible(say(words.FIRST[need.why], values))
        return document.Dependency(step=need.step, reason=need.why, why=why)

    def _earliest(self, when: Earliest) -> document.Earliest:
        return document.Earliest(
            request_on=when.request_on,
            closed_on=when.closed_on,
            because=tuple(self._remark(remark) for remark in when.because),
            uncertain=tuple(self._remark(remark) for remark in when.uncertain),
        )

    def _remark(self, remark: Remark) -> str:
        values = {name: self._text.label(value) for name, value in remark.values}
        if remark.note in words.COUNTED:
            number = int(values[_NUMBERS.get(remark.note, "count")])
            return visible(counted(words.COUNTED[remark.note], number, values))
        if "step" in values:
            values["step"] = translate(words.TITLES[StepKind(values["step"])])
        values["text"] = translate(remark.text)
        return visible(say(words.NOTES[remark.note], values))


def _sum(part: Sum) -> document.Sum:
    return document.Sum(
        asset=visible(part.asset) or None,
        amount=_decimal(part.amount),
        value_usd=_decimal(part.value_usd),
        raw=visible(part.amount.raw) if isinstance(part.amount, Unreadable) else None,
    )


def _decimal(amount: Amount) -> str | None:
    return plain(amount.value) if isinstance(amount, Exact) else None


def _second(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(microsecond=0)
