"""OKX error codes: the HTTP status each one comes with, and what it means in our words."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from readiness.simulator.reply import HTML_TYPE, Dialect, Reply, encode

# code -> (HTTP status, text). The texts are ours: clients must go by the code.
ERRORS: dict[str, tuple[int, str]] = {
    "50005": (410, "this endpoint has been switched off"),
    "50011": (429, "too many requests to this endpoint"),
    "50014": (400, "a required parameter is missing: {detail}"),
    "50015": (400, "at least one of these parameters is needed: {detail}"),
    "50030": (200, "no permission to use this endpoint"),
    "50041": (200, "this user is not on the allow-list of the endpoint"),
    "50101": (401, "the key belongs to the other environment"),
    "50102": (401, "the timestamp is too far from the server's clock"),
    "50103": (401, "the header OK-ACCESS-KEY is missing"),
    "50104": (401, "the header OK-ACCESS-PASSPHRASE is missing"),
    "50105": (401, "the passphrase is wrong"),
    "50106": (401, "the header OK-ACCESS-SIGN is missing"),
    "50107": (401, "the header OK-ACCESS-TIMESTAMP is missing"),
    "50110": (401, "the address {detail} is not on the allow-list of this key"),
    "50111": (401, "this does not look like a key"),
    "50112": (401, "the timestamp is malformed"),
    "50113": (401, "the signature does not match"),
    "50115": (405, "wrong HTTP method"),
    "50119": (401, "there is no such key"),
    "50120": (200, "the key lacks the permission for this function"),
    "51000": (400, "bad value of the parameter {detail}"),
    "51010": (200, "not supported in the current account mode"),
    "58016": (200, "for the main account of a trading team only"),
    "59285": (200, "no trade has been led or copied so far"),
    "59500": (200, "only a key of the main account may do this"),
    "59510": (200, "there is no such sub-account"),
}

_GATEWAY_PAGE = b"<html><body><h1>404</h1><p>no such page</p></body></html>"


def error_body(code: str, text: str, status: int = 200) -> dict[str, Any]:
    """Return the JSON of an error answer."""
    if status == HTTPStatus.UNAUTHORIZED:
        # Captured answers of this kind carry no `data` key at all.
        return {"code": code, "msg": text}
    return {"code": code, "data": [], "msg": text}


DIALECT = Dialect(error=error_body, rows_key="data")


class RefusalError(Exception):
    """Raised where a request is found wanting; becomes the error answer for its code."""

    def __init__(self, code: str, detail: str = "", *, text: str | None = None) -> None:
        """Refuse with a code.

        Args:
            code: The OKX error code.
            detail: What fills the gap in the text of that code.
            text: A text in place of the usual one.
        """
        status, usual = ERRORS.get(code, (200, "refused"))
        super().__init__(code)
        self.code = code
        self.status = status
        self.text = usual.format(detail=detail) if text is None else text

    def reply(self) -> Reply:
        """Return the error answer."""
        body = error_body(self.code, self.text, self.status)
        return Reply(self.status, encode(body), DIALECT)


class UnknownPathError(RefusalError):
    """Raised for a path that the gateway does not route; its answer has no JSON, no code."""

    def __init__(self) -> None:
        """Refuse the path."""
        super().__init__("")

    def reply(self) -> Reply:
        """Return the gateway's page."""
        return Reply(404, _GATEWAY_PAGE, DIALECT, headers={"Content-Type": HTML_TYPE})
