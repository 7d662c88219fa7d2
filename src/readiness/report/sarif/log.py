"""The log: one run, with what it found and what it could not look at."""

import json
from collections.abc import Mapping
from typing import Final

from readiness.domain.area import Area
from readiness.domain.policy import Policy
from readiness.domain.scope import MAIN
from readiness.domain.verdict import Verdict
from readiness.language import current, say, translate
from readiness.report.document import Account, ReportDocument
from readiness.report.facts import MOST
from readiness.report.labels import label, sentence, shorten
from readiness.report.places import Place, places_of
from readiness.report.sarif.results import location_of, result_of
from readiness.report.sarif.rules import rules_of
from readiness.report.sarif.text import Json, as_message
from readiness.report.sentences import place_text
from readiness.report.standing import verdict_text
from readiness.report.wording import sarif as words

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_NOT_SEEN: Final = frozenset({Verdict.REFUSED, Verdict.INCOMPLETE})
_LONGEST_CATEGORY: Final = 120


def render(document: ReportDocument, policies: Mapping[str, Policy]) -> str:
    """The document as a SARIF log; only ASCII, like the JSON."""
    from readiness.rules import RULES_BY_ID

    found = [(account, each) for account in document.accounts for each in account.findings]
    ids = dict.fromkeys(finding.rule for _, finding in found)
    index = {id_: number for number, id_ in enumerate(ids)}
    run = {
        "tool": {
            "driver": {
                "name": document.tool.name,
                "version": label(document.tool.version),
                "rules": rules_of(ids, RULES_BY_ID),
            }
        },
        "language": current(),
        "automationDetails": {"id": _category(document)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(document, policies)],
        "results": [result_of(finding, account, index) for account, finding in found],
        "properties": {
            "verdict": document.verdict.value,
            "accounts": [_account(account) for account in document.accounts],
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _category(document: ReportDocument) -> str:
    """What the run is about, then which run it is: services keep the newest of each."""
    accounts = "+".join(label(account.account) for account in document.accounts)
    return f"readiness/{shorten(accounts, _LONGEST_CATEGORY)}/{document.started_at:{_TIME}}"


def _account(account: Account) -> Json:
    earliest = account.plan.earliest
    return {
        "account": label(account.account),
        "exchange": account.exchange,
        "verdict": account.verdict.value,
        "plan": [
            {"action": step.action.value, "scope": label(step.scope), "title": sentence(step.title)}
            for step in account.plan.steps[:MOST]
        ],
        "requestOn": str(earliest.request_on) if earliest.request_on else None,
        "closedOn": str(earliest.closed_on) if earliest.closed_on else None,
    }


def _invocation(document: ReportDocument, policies: Mapping[str, Policy]) -> Json:
    notifications = [
        notification
        for account in document.accounts
        for notification in _notifications(account, policies.get(account.exchange))
    ]
    verdict = verdict_text(document.verdict)
    return {
        "executionSuccessful": not notifications and document.verdict not in _NOT_SEEN,
        "exitCode": document.exit_code,
        "exitCodeDescription": sentence(say(words.VERDICT, {"verdict": verdict})),
        "startTimeUtc": f"{document.started_at:{_TIME}}",
        "endTimeUtc": f"{document.finished_at:{_TIME}}",
        "toolExecutionNotifications": notifications,
    }


def _notifications(account: Account, policy: Policy | None) -> list[Json]:
    """What could not be looked at, place by place; the key's own reason if there is no place."""
    unseen = [place for place in places_of(account) if place.unseen]
    told = [_unseen(account, place, policy) for place in unseen]
    if told or account.verdict not in _NOT_SEEN:
        return told
    reason = account.key.reason or translate(words.NO_REASON)
    said = say(words.NOTHING_LOOKED_AT, {"account": label(account.account), "reason": reason})
    return [_notification(said, location_of(account.account, MAIN, Area.ACCOUNT_KEY.value))]


def _unseen(account: Account, place: Place, policy: Policy | None) -> Json:
    values = {
        "account": label(account.account),
        "place": place_text(place.area, label(place.scope), policy),
        "reason": (place.row and place.row.reason) or translate(words.NO_REASON),
    }
    where = location_of(account.account, place.scope, place.area)
    return _notification(say(words.NOT_LOOKED_AT, values), where)


def _notification(said: str, where: Json) -> Json:
    return {"level": "error", "message": as_message(said), "locations": [where]}
