"""Why a look failed, in words."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.answer import Cause

CAUSES: Final[Mapping[Cause, str]] = {
    Cause.EXCHANGE_CODE: "the exchange answered with an error",
    Cause.HTTP_STATUS: "the exchange's server answered with an HTTP error",
    Cause.TIMEOUT: "no answer within the time limit",
    Cause.CONNECTION: "no connection to the exchange",
    Cause.TLS: "no secure connection to the exchange (TLS)",
    Cause.BAD_BODY: "the answer was not what the exchange documents",
    Cause.REDIRECT: "the exchange redirected the request; redirects are never followed",
    Cause.RATE_LIMIT: "the exchange asked to slow down",
    Cause.DEADLINE: "the time for this account's scan was used up",
    Cause.PAGING: "the list could not be read to its end",
    Cause.GATE: "the request was refused before it left: it is not in the catalogue",
    Cause.INTERRUPTED: "the scan was interrupted",
    Cause.NOT_ASKED: "not asked",
    Cause.NOT_SUPPORTED: "not yet supported",
    Cause.NOT_SHOWN: "the key does not show all of it",
    Cause.CONTRADICTION: "two answers of the exchange contradict each other",
}

HTTP_STATUS: Final = "HTTP {code}"
WITH_CODE: Final = "{what} ({code})"
AFTER_ATTEMPTS: Final = "{what} after {attempts} attempts"
WITH_ATTEMPTS: Final = "{what} ({attempts} attempts)"
