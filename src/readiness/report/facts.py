"""What is told of a finding besides its sentence, in every format for people."""

from datetime import date
from decimal import Decimal
from typing import Final

from readiness.domain.area import confirm_item
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import say, translate
from readiness.report.document import Acknowledged, Finding
from readiness.report.groups import MONEY
from readiness.report.labels import label, names_somebody
from readiness.report.numbers import dollars
from readiness.report.sentences import place_text
from readiness.report.wording import table as words

MOST: Final = 50
"""Findings shown of one kind: thousands of alike orders would bury everything else."""
LONGEST_FINGERPRINT: Final = 300
_NO_PLACE: Final = ("account.", "sub-accounts")
"""Areas that are no place one could go to."""
_DATED: Final = frozenset({Severity.BLOCKER, Severity.UNKNOWN})
"""What says since when it is there; what a person has to look at has always been there."""


def facts(finding: Finding, policy: Policy | None, day: date) -> list[str]:
    """Amount, value, place and age, as far as the sentence has not said them already.

    Args:
        finding: about what.
        policy: what is known of its exchange.
        day: the day of the report; what is there longer says since when.
    """
    told = [fact for fact in _facts(finding, policy) if fact not in finding.message]
    if finding.severity in _DATED and finding.first_seen and finding.first_seen.date() < day:
        told.append(say(words.SINCE, {"day": str(finding.first_seen.date())}))
    return told


def _facts(finding: Finding, policy: Policy | None) -> list[str]:
    told: list[str] = []
    asset = label(finding.asset or "")
    if finding.amount is not None:
        told.append(f"{finding.amount} {asset}".strip())
    if finding.value_usd is not None:
        told.append(dollars(Decimal(finding.value_usd)))
    elif finding.amount is not None and finding.area.startswith(MONEY):
        told.append(translate(words.NOT_PRICED))
    if not finding.area.startswith(_NO_PLACE):
        told.append(place_text(finding.area, label(finding.scope), policy))
    return told


def clears_text(finding: Finding) -> str:
    """When a finding becomes free by itself; empty where nobody knows."""
    if finding.clears_at is None:
        return ""
    return say(words.CLEARS_AT, {"when": f"{finding.clears_at:%Y-%m-%d %H:%M} UTC"})


def accepted_text(accepted: Acknowledged) -> str:
    """The user's decision to live with a finding."""
    values = {
        "until": str(accepted.until),
        "up_to": accepted.up_to or "",
        "reason": label(accepted.reason),
    }
    return say(words.ACKNOWLEDGED_UP_TO if accepted.up_to else words.ACKNOWLEDGED, values)


def notes(finding: Finding) -> list[str]:
    """When it clears, that it is accepted, and under which name it is confirmed."""
    told = [clears_text(finding)]
    if finding.acknowledged is not None:
        told.append(accepted_text(finding.acknowledged))
    elif finding.severity is Severity.CONFIRM:
        told.append(say(words.CONFIRM_ITEM, {"item": confirm_item(finding.area)}))
    return [note for note in told if note]


def name_to_copy(finding: Finding) -> str:
    """The fingerprint of what can be accepted; empty for all else, and where it is over-long.

    Also of what is accepted already: it takes that to renew or to remove the entry.
    """
    fits = len(finding.fingerprint) <= LONGEST_FINGERPRINT
    return finding.fingerprint if finding.severity is Severity.BLOCKER and fits else ""


def name_to_share(finding: Finding) -> str:
    """The fingerprint for files that are handed on; empty where it spells out an address."""
    whole = len(finding.fingerprint) <= LONGEST_FINGERPRINT
    return finding.fingerprint if whole and not names_somebody(finding.fingerprint) else ""
