"""Codes and values to sentences.

Findings, reasons and coverage rows say what they say in codes; here they become text.
Values that others wrote pass through ``label`` before they are filled in: formats for
people make them safe and short, the JSON keeps them whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from readiness import language
from readiness.domain.amount import Amount, Exact, NotStated, Unreadable, plain
from readiness.domain.answer import Cause, Reason
from readiness.domain.area import MANUAL_PREFIX, Area
from readiness.domain.finding import Finding, Severity
from readiness.domain.policy import Outcome, Policy
from readiness.domain.report import CoverageRow, Status
from readiness.domain.scope import MAIN
from readiness.domain.wording import OURS
from readiness.language import clauses, passage, say, translate
from readiness.report.wording import causes, phrases
from readiness.report.wording.areas import AREA_TITLES

if TYPE_CHECKING:
    from readiness.rules.interface import Rule

_DEFAULT: Final = "default"
_HAS_A_PLACE: Final = frozenset({Severity.BLOCKER, Severity.CONFIRM})
_COUNTED: Final = frozenset({Cause.TIMEOUT, Cause.CONNECTION, Cause.TLS})
"""Causes that read better with the number of attempts in brackets."""


def area_title(area: str, policy: Policy | None = None) -> str:
    """An area's name for people."""
    if area.startswith(MANUAL_PREFIX):
        item = policy.manual_item(area) if policy else None
        return translate(item.title) if item else area.removeprefix(MANUAL_PREFIX)
    try:
        return translate(AREA_TITLES[Area(area)])
    except ValueError:
        return area


def place_text(area: str, scope: str, policy: Policy | None = None) -> str:
    """Where something is: the area, and the sub-account it is in."""
    return in_scope(area_title(area, policy), scope)


def in_scope(place: str, scope: str) -> str:
    """A place, and the sub-account it is in."""
    return place if scope == MAIN else say(phrases.IN_SUB_ACCOUNT, {"place": place, "scope": scope})


def amount_text(amount: Amount) -> str:
    """An amount for a sentence."""
    match amount:
        case Exact(value=value):
            return plain(value)
        case NotStated():
            return translate(phrases.AMOUNT_NOT_STATED)
        case Unreadable(raw=raw):
            return say(phrases.AMOUNT_UNREADABLE, {"raw": _named(raw)})


def told_text(reason: Reason) -> str:
    """What was said: the exchange's own words as they are, ours in the reader's language."""
    return say(reason.text, dict(reason.values) or None) if reason.ours else reason.text


def _failure(reason: Reason, policy: Policy | None) -> str:
    known = policy.error(reason.code) if policy and reason.code else None
    text = told_text(reason) or (translate(known.meaning) if known else "")
    head = translate(causes.CAUSES[reason.cause])
    if reason.cause is Cause.EXCHANGE_CODE:
        return " ".join(part for part in (reason.code, text) if part) or head
    if reason.code:
        head = say(causes.WITH_CODE, {"what": head, "code": reason.code})
        if reason.cause is Cause.HTTP_STATUS:
            head = say(causes.HTTP_STATUS, {"code": reason.code})
    return language.explained(head, text)


def reason_text(reason: Reason, policy: Policy | None = None, *, explained: bool = False) -> str:
    """Why a look failed: ``50026 system error after 4 attempts``.

    Args:
        reason: the failure.
        policy: what is known of the exchange.
        explained: whether to add what the policy says of a refusal that proves nothing.
    """
    what = _failure(reason, policy)
    if explained and policy:
        meaning = policy.meaning(Outcome.UNKNOWN, reason.request, reason.code)
        what = language.explained(what, translate(meaning))
    if reason.attempts > 1:
        frame = causes.WITH_ATTEMPTS if reason.cause in _COUNTED else causes.AFTER_ATTEMPTS
        what = say(frame, {"what": what, "attempts": str(reason.attempts)})
    return what


def advice_text(reason: Reason, policy: Policy | None = None) -> str:
    """What to do about a failure, as far as that is known; empty otherwise."""
    known = policy.error(reason.code) if policy and reason.code else None
    return translate(known.advice) if known and known.advice else ""


def also_text(reasons: tuple[Reason, ...], policy: Policy | None = None) -> str:
    """What else is answered with a code that says that a key does not exist."""
    known = [policy.error(reason.code) for reason in reasons] if policy else []
    signs = (entry.key_gone for entry in known if entry)
    return passage(*(translate(sign.also) for sign in signs if sign))


def reasons_text(
    reasons: tuple[Reason, ...], policy: Policy | None = None, *, explained: bool = False
) -> str:
    """Several reasons in one line, each said once."""
    texts = (reason_text(reason, policy, explained=explained) for reason in reasons)
    return clauses(dict.fromkeys(texts))


def _manual_key(finding: Finding) -> str:
    return dict(finding.facts).get("manual", "")


def _named(value: str) -> str:
    """A value as the exchange wrote it, or in the reader's language where the word is ours."""
    return translate(value) if value in OURS else value


def _facts(finding: Finding) -> dict[str, str]:
    """The values of a finding; what is a sentence of ours is one in the reader's language."""
    facts = {name: _named(value) for name, value in finding.facts}
    if "could_be" in facts:
        facts["could_be"] = translate(facts["could_be"])
    if "sentence" in facts:
        head = "sentence."
        values = {
            name.removeprefix(head): text for name, text in facts.items() if name.startswith(head)
        }
        facts["text"] = say(facts["sentence"], values)
    return facts


def _same(text: str) -> str:
    return text


@dataclass(frozen=True)
class Sentences:
    """Everything that can be said about the accounts of one exchange.

    Attributes:
        rules: the rules, by id.
        policy: what is known of the exchange; ``None`` when there is no policy for it.
        label: makes a name that others wrote fit for the reader.
    """

    rules: "Mapping[str, Rule]"
    policy: Policy | None
    label: Callable[[str], str] = field(default=_same)

    def area(self, area: str) -> str:
        """An area's name."""
        return area_title(area, self.policy)

    def coverage_reason(self, row: CoverageRow) -> str | None:
        """Why a row of the coverage is what it is; ``None`` where there is nothing to say."""
        return self._why(row.manual, row.reasons, unknown=row.status is Status.UNKNOWN) or None

    def message(self, finding: Finding) -> str:
        """What a finding says."""
        rule = self.rules.get(finding.rule)
        if rule is None:
            return self.label(f"{finding.rule}: {finding.subject}")
        template = rule.messages.get(finding.variant) or rule.messages.get(_DEFAULT) or rule.title
        return say(template, self._values(finding))

    def remedy(self, finding: Finding) -> str:
        """What to do about a finding."""
        rule = self.rules.get(finding.rule)
        text = rule.remedies.get(finding.variant, rule.remedy) if rule else ""
        general = say(text, self._values(finding)) if text else ""
        advised = [advice_text(reason, self.policy) for reason in finding.reasons]
        return passage(*dict.fromkeys((general, *advised)))

    def where(self, finding: Finding) -> str:
        """Where on the exchange a finding is cleared, or looked at; may be empty."""
        look = self._manual(_manual_key(finding))[1]
        if look or self.policy is None or finding.severity not in _HAS_A_PLACE:
            return look
        where = {area.value: text for area, text in self.policy.remedies.items()}
        return translate(where[finding.area]) if finding.area in where else ""

    def _values(self, finding: Finding) -> dict[str, str]:
        return {
            **{name: self.label(value) for name, value in _facts(finding).items()},
            "subject": self.label(_named(finding.subject)),
            "asset": self.label(_named(finding.asset)) or translate(phrases.UNNAMED_ASSET),
            "amount": self.label(amount_text(finding.amount)),
            "value_usd": self.label(amount_text(finding.value_usd)),
            "place": place_text(finding.area, self.label(finding.scope), self.policy),
            "scope": self.label(finding.scope),
            "also": also_text(finding.reasons, self.policy),
            "reason": self._why(
                _manual_key(finding),
                finding.reasons,
                unknown=finding.severity is Severity.UNKNOWN,
            ),
        }

    def _why(self, manual: str, reasons: tuple[Reason, ...], *, unknown: bool) -> str:
        """Why something was not seen: the policy's sentence, then what was answered."""
        answered = reasons_text(reasons, self.policy, explained=unknown)
        return clauses((self._manual(manual)[0], answered))

    def _manual(self, key: str) -> tuple[str, str]:
        """Why a person has to look, and where, by the key of a coverage row."""
        kind, _, rest = key.partition(":")
        policy = self.policy
        if policy is None or not rest:
            return "", ""
        if kind == "manual":
            item = policy.manual_item(MANUAL_PREFIX + rest)
            return (translate(item.why), translate(item.look)) if item else ("", "")
        if kind == "blind":
            blind = policy.blind(rest)
            return (translate(blind.why), translate(blind.look)) if blind else ("", "")
        request, _, code = rest.rpartition(":")
        meaning = policy.meaning(Outcome.MANUAL, request, code)
        return (translate(meaning) if meaning else "", "")
