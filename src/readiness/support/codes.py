"""The error codes that an exchange answered with, in its own words where it gave any."""

from collections.abc import Iterator

from readiness.domain.answer import Cause, Reason
from readiness.domain.key import RejectedKey, UnprovenKey
from readiness.domain.policy import Policy
from readiness.domain.report import AccountReport, Status
from readiness.language import listed, say, translate
from readiness.report.labels import shorten
from readiness.support import wording as words

_LONGEST_TEXT = 200
_MOST_REQUESTS = 3
_REFUSALS = frozenset({Status.UNKNOWN, Status.MANUAL})


def lines(report: AccountReport, policy: Policy) -> Iterator[str]:
    """One line for each code and text, with the requests that it answered."""
    asked: dict[tuple[str, str], dict[str, None]] = {}
    for reason in _reasons(report):
        if reason.code:
            requests = asked.setdefault((_shown(reason), reason.text), {})
            requests[reason.request] = None
    for (code, text), requests in asked.items():
        yield _line(code, text, [name for name in requests if name], policy)


def _reasons(report: AccountReport) -> Iterator[Reason]:
    """Every failed look that the exchange gave a code for; what it never opened is no error."""
    if isinstance(report.key, RejectedKey | UnprovenKey):
        yield report.key.reason
    for row in report.coverage:
        if row.status in _REFUSALS:
            yield from row.reasons
    for finding in report.findings:
        yield from finding.reasons


def _shown(reason: Reason) -> str:
    is_status = reason.cause is Cause.HTTP_STATUS
    return say(words.HTTP, code=reason.code) if is_status else reason.code


def _line(code: str, text: str, requests: list[str], policy: Policy) -> str:
    known = policy.error(code)
    some = [*requests[:_MOST_REQUESTS], *(("...",) if len(requests) > _MOST_REQUESTS else ())]
    return say(
        words.CODE_SAID if text else words.CODE_DOCUMENTED if known else words.CODE_ALONE,
        code=code,
        text=shorten(text, _LONGEST_TEXT),
        meaning=translate(known.meaning) if known else "",
        requests=listed(some) or translate(words.NO_REQUEST),
    )
