"""Binance's error bodies: documented codes, the HTTP status each comes with, our words."""

from __future__ import annotations

import re
from typing import Any

from readiness.simulator.reply import HTML_TYPE, Dialect, Reply, encode

# code -> (HTTP status, text). The texts are ours: clients must go by the code.
ERRORS: dict[str, tuple[int, str]] = {
    "-1000": (500, "something unknown went wrong"),
    "-1001": (500, "internal error, unable to process the request"),
    "-1002": (401, "this key is not authorised for this request"),
    "-1003": (429, "too much request weight used: {detail}"),
    "-1006": (500, "an unexpected answer came from inside, the outcome is unknown"),
    "-1007": (408, "no answer came from inside in time, the outcome is unknown"),
    "-1008": (503, "throttled to protect the system"),
    "-1016": (410, "this service is no longer available"),
    "-1021": (400, "the timestamp is outside of the recvWindow: {detail}"),
    "-1022": (400, "the signature is not valid: {detail}"),
    "-1101": (400, "duplicate values for the parameter {detail}"),
    "-1102": (400, "the mandatory parameter {detail} was not sent, was empty or is malformed"),
    "-1104": (400, "not all sent parameters were read: {detail}"),
    "-1105": (400, "the parameter {detail} was empty"),
    "-1121": (400, "there is no such symbol"),
    "-1127": (400, "the time between {detail} is too long"),
    "-1128": (400, "this combination of optional parameters is not valid: {detail}"),
    "-1130": (400, "the data sent for the parameter {detail} is not valid"),
    "-1131": (400, "recvWindow is too long"),
    "-2008": (401, "there is no such key"),
    "-2014": (401, "this does not look like a key"),
    "-2015": (401, "the key, the address it came from, or its permissions are not valid for this"),
    "-3003": (400, "the margin account does not exist"),
    "-3028": (400, "this is no pair of margin"),
    "-4006": (400, "only the main account may do this"),
    "-4047": (400, "the time between startTime and endTime must be within 0-90 days"),
    "-5011": (400, "the futures account does not exist"),
    "-8012": (400, "the sub-account function is not enabled"),
    "-9000": (400, "this sub-account function is not enabled"),
    "-10038": (400, "not supported for broker accounts"),
    "-11001": (400, "the isolated margin account does not exist"),
    "-12022": (400, "only a sub-account may ask this"),
    "-21001": (400, "this is no portfolio margin account"),
    "-21004": (400, "there is no bankruptcy loan"),
}

_WHOLE = re.compile(r"-?[1-9]\d*")
_GATEWAY_PAGE = (
    b"<html><head><title>404</title></head><body><h1>404 page not found</h1></body></html>"
)


def usual_status(code: str) -> int:
    """Return the HTTP status that comes with an error code."""
    return ERRORS.get(code, (400, ""))[0]


def error_body(code: str, text: str, _status: int = 400) -> dict[str, Any]:
    """Return the JSON of an error answer: a number for a code, except where it is none."""
    return {"code": int(code) if _WHOLE.fullmatch(code) else code, "msg": text}


def dialect(rows_key: str | None) -> Dialect:
    """Return what faults have to know about an answer."""
    return Dialect(error=error_body, rows_key=rows_key, status=usual_status)


class RefusalError(Exception):
    """Raised where a request is found wanting; becomes the error answer for its code."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        text: str | None = None,
        status: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        """Refuse with a code.

        Args:
            code: The Binance error code.
            detail: What fills the gap in the text of that code.
            text: A text in place of the usual one.
            status: An HTTP status in place of the usual one.
            retry_after: Seconds for the header of that name.
        """
        usual = ERRORS.get(code, (400, "refused"))
        super().__init__(code)
        self.code = code
        self.status = usual[0] if status is None else status
        self.text = usual[1].format(detail=detail) if text is None else text
        self.retry_after = retry_after

    def reply(self) -> Reply:
        """Return the error answer."""
        answer = Reply(self.status, encode(error_body(self.code, self.text)), dialect(None))
        if self.retry_after is None:
            return answer
        return answer.with_headers({"Retry-After": str(self.retry_after)})


class UnknownPathError(RefusalError):
    """Raised for a path that the gateway does not route; its answer has no JSON, no code."""

    def __init__(self) -> None:
        """Refuse the path."""
        super().__init__("")

    def reply(self) -> Reply:
        """Return the gateway's page."""
        return Reply(404, _GATEWAY_PAGE, dialect(None), headers={"Content-Type": HTML_TYPE})


class WrongVerbError(RefusalError):
    """Raised for a verb that a path does not take."""

    def __init__(self) -> None:
        """Refuse the verb."""
        super().__init__("")

    def reply(self) -> Reply:
        """Return the bare refusal."""
        return Reply(405, b"", dialect(None))
