"""How an account stands, in sentences: its key, its closing request, its numbers."""

from typing import Final

from readiness.domain.finding import Severity
from readiness.domain.report import Status
from readiness.domain.verdict import Verdict
from readiness.language import counted, listed, say, translate
from readiness.report.document import Account, Closing, Key
from readiness.report.groups import money
from readiness.report.labels import label
from readiness.report.numbers import dollars
from readiness.report.wording import table as words
from readiness.report.wording import verdicts

FULL_STOPS: Final = ".。"


def verdict_text(verdict: Verdict) -> str:
    """A verdict for people, with the code recognisable in it."""
    return translate(verdicts.VERDICT_WORDS[verdict])


def key_sentences(key: Key) -> list[str]:
    """What the key proved about itself."""
    permissions = label(listed(key.permissions))
    if key.read_only:
        owner = translate(verdicts.OWNERS[key.owner]) if key.owner else ""
        return [say(words.KEY_READ_ONLY, {"permissions": permissions, "owner": owner})]
    told = [say(words.KEY_OTHER, {"reason": (key.reason or "").rstrip(FULL_STOPS)})]
    if permissions:
        told.append(say(words.KEY_PERMISSIONS, {"permissions": permissions}))
    return told


def closure_sentence(closure: Closing, verdict: Verdict) -> str:
    """Which day of the waiting period it is, and whether anything was asked."""
    values = {name: str(part) for name, part in closure}
    if closure.day is None:
        return counted(words.CLOSING_OVER, closure.wait_days, values)
    return say(words.CLOSING if verdict is Verdict.CLOSING else words.CLOSING_FORCED, values)


def counts(account: Account) -> dict[Severity, int]:
    """How many findings of each severity count; what was accepted does not.

    A place that could not be looked at counts also where no finding says so, as after a key
    that was refused.
    """
    weighing = [each.severity for each in account.findings if each.acknowledged is None]
    return {severity: weighing.count(severity) for severity in Severity} | {
        Severity.UNKNOWN: weighing.count(Severity.UNKNOWN) + _untold(account)
    }


def _untold(account: Account) -> int:
    told = {
        (each.area, each.scope) for each in account.findings if each.severity is Severity.UNKNOWN
    }
    return sum(
        row.status is Status.UNKNOWN and (row.area, row.scope) not in told
        for row in account.coverage
    )


def total_sentences(account: Account) -> list[str]:
    """What stands in the way, how much money is in it, and how many requests were sent."""
    number = counts(account)
    told = [
        counted(
            words.COUNTS,
            number[Severity.NOTICE],
            {
                "blockers": str(number[Severity.BLOCKER]),
                "unknown": str(number[Severity.UNKNOWN]),
                "confirm": str(number[Severity.CONFIRM]),
            },
        )
    ]
    value, unpriced = money(each for each in account.findings if each.acknowledged is None)
    if value or unpriced:
        sentence = words.MONEY_UNPRICED if unpriced else words.MONEY
        if not value:
            sentence = words.ONLY_UNPRICED
        told.append(say(sentence, {"value": dollars(value), "count": str(unpriced)}))
    sent = {name: str(count) for name, count in account.requests}
    told.append(counted(words.REQUESTS, account.requests.sent, sent))
    return told
