"""KuCoin's error bodies: documented codes, the HTTP status each comes with, our words."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from readiness.simulator.reply import Dialect, Reply, encode
from readiness.simulator.tables.refusal import Problem, RefusalError

# code -> (HTTP status, text). The texts are ours: clients must go by the code.
ERRORS: dict[str, tuple[int, str]] = {
    "200004": (200, "the balance is too small"),
    "400001": (401, "a header of the signature is missing: {detail}"),
    "400002": (401, "KC-API-TIMESTAMP is malformed or too far from the server's clock"),
    "400003": (401, "there is no such key"),
    "400004": (401, "KC-API-PASSPHRASE is wrong"),
    "400005": (401, "KC-API-SIGN does not match"),
    "400006": (403, "the address {detail} is not on the list of this key"),
    "400007": (403, "the key needs more permission: {detail}"),
    "400008": (401, "keys of this version are no longer served"),
    "400009": (401, "KC-API-KEY-VERSION is no version"),
    "400010": (403, "this account may not ask: {detail}"),
    "400100": (400, "a parameter is missing or wrong: {detail}"),
    "400301": (200, "not served where this account lives"),
    "400303": (200, "the identity of this account has to be verified first"),
    "400500": (200, "the country of this account is not served"),
    "404000": (404, "there is no such path"),
    "411100": (200, "this account is frozen"),
    "429000": (429, "too many requests: {detail}"),
    "500000": (500, "something inside went wrong"),
}

_CODES: Mapping[Problem, str] = {
    Problem.PATH: "404000",
    Problem.REQUIRED: "400100",
    Problem.ANY_OF: "400100",
    Problem.VALUE: "400100",
    Problem.SPAN: "400100",
    Problem.RATE: "429000",
    Problem.CROWD: "429000",
    Problem.PERMISSION: "400007",
    Problem.MAIN_ONLY: "400010",
    Problem.MODE: "400007",
    Problem.SUB_ACCOUNT: "400100",
}


def usual_status(code: str) -> int:
    """Return the HTTP status that comes with an error code."""
    return ERRORS.get(code, (200, ""))[0]


def error_body(code: str, text: str, _status: int = 200) -> dict[str, Any]:
    """Return the JSON of an error answer."""
    return {"code": code, "msg": text}


def dialect(rows_key: str) -> Dialect:
    """Return what faults have to know about an answer."""
    return Dialect(error=error_body, rows_key=rows_key, status=usual_status)


def error_reply(refusal: RefusalError) -> Reply:
    """Return the answer to a request that was found wanting."""
    if refusal.why is Problem.VERB:
        return Reply(HTTPStatus.METHOD_NOT_ALLOWED, b"", dialect("data"))
    code = _CODES[refusal.why] if isinstance(refusal.why, Problem) else refusal.why
    status, usual = ERRORS.get(code, (200, "refused"))
    text = usual.format(detail=refusal.detail) if refusal.text is None else refusal.text
    return Reply(status, encode(error_body(code, text)), dialect("data"))
