"""Findings as results."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from readiness.domain.finding import Severity
from readiness.language import explained
from readiness.report.document import Account, Finding
from readiness.report.facts import accepted_text, name_to_share
from readiness.report.labels import label, sentence
from readiness.report.sarif.text import Json, as_message

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.BLOCKER: "error",
    Severity.UNKNOWN: "warning",
    Severity.CONFIRM: "warning",
    Severity.NOTICE: "note",
}
"""All are results of the kind ``fail``. The standard knows ``open`` and ``review`` for what
could not be looked at and for what a person has to look at, but takes their level away, and
viewers hide them: a look that failed must not be hidden."""

_FILE: Final = {"uri": "readiness.toml"}
"""Services want a file for each result. It is the configuration, by its usual name: the real
path would tell about the machine."""


def result_of(finding: Finding, account: Account, rules: Mapping[str, int]) -> Json:
    """One finding.

    Args:
        finding: what was found.
        account: whose.
        rules: the index of each rule in the run.
    """
    name = sha256(finding.fingerprint.encode()).hexdigest()
    return {
        "ruleId": label(finding.rule),
        "ruleIndex": rules[finding.rule],
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": as_message(explained(label(account.account), finding.message), finding.remedy),
        "locations": [location_of(account.account, finding.scope, finding.area)],
        "partialFingerprints": {
            "readinessFinding/v1": name,
            # Under this name, code scanning takes it for its own and computes none.
            "primaryLocationLineHash": f"{name}:1",
        },
        "suppressions": _suppressions(finding),
        "properties": _properties(finding),
    }


def location_of(account: str, scope: str, area: str) -> Json:
    """A place at the exchange, and the file that stands for it."""
    parts = (label(account), label(scope), area)
    return {
        "physicalLocation": {"artifactLocation": _FILE, "region": {"startLine": 1}},
        "logicalLocations": [
            {"name": area, "fullyQualifiedName": "/".join(parts), "kind": "resource"}
        ],
    }


def _suppressions(finding: Finding) -> list[Json]:
    # An empty list says "not suppressed"; none at all would say "not known".
    accepted = finding.acknowledged
    if accepted is None:
        return []
    return [
        {
            "kind": "external",
            "status": "accepted",
            "justification": sentence(accepted_text(accepted)),
        }
    ]


def _properties(finding: Finding) -> Json:
    facts = {
        "severity": finding.severity.value,
        "area": finding.area,
        "scope": label(finding.scope),
        "subject": label(finding.subject),
        "asset": None if finding.asset is None else label(finding.asset),
        "amount": finding.amount,
        "valueUsd": finding.value_usd,
        "source": finding.source,
        "clearsAt": finding.clears_at.isoformat() if finding.clears_at else None,
        "fingerprint": name_to_share(finding) or None,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
