"""Bybit's error answers: a number in `retCode`, at HTTP 200 with few exceptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from readiness.simulator.reply import HTML_TYPE, Dialect, Reply, encode
from readiness.simulator.tables.refusal import Problem, RefusalError

TEXTS: Mapping[str, str] = {
    "10001": "a parameter is missing or has an impossible value: {detail}",
    "10002": "the timestamp is outside the window of the request",
    "10003": "there is no such key here",
    "10004": "the signature does not match",
    "10005": "the key lacks a permission: {detail}",
    "10006": "too many visits to this endpoint",
    "10010": "the address {detail} is not bound to this key",
    "10017": "there is no such route",
    "10028": "only for unified accounts",
    "33004": "the key has expired",
    "131202": "there is no such member: {detail}",
}
"""The texts are ours: clients must go by the code."""

CODES: Mapping[str, str] = {
    Problem.PATH: "10017",
    Problem.VERB: "10017",
    Problem.REQUIRED: "10001",
    Problem.ANY_OF: "10001",
    Problem.VALUE: "10001",
    Problem.SPAN: "10001",
    Problem.RATE: "10006",
    Problem.PERMISSION: "10005",
    Problem.MAIN_ONLY: "10005",
    Problem.MODE: "10028",
    Problem.SUB_ACCOUNT: "131202",
}

# What would be another number once it is one stays a text.
_WHOLE = re.compile(r"0|-?[1-9]\d*")
_TOO_FREQUENT = b"<html><body><h1>403</h1><p>access too frequent</p></body></html>"


def envelope(code: int | str, text: str, result: Any, ms: int) -> dict[str, Any]:
    """Return what every answer looks like."""
    return {"retCode": code, "retMsg": text, "result": result, "retExtInfo": {}, "time": ms}


def dialect(rows_key: str | None, ms: int) -> Dialect:
    """Return what faults have to know about an answer."""

    def error(code: str, text: str, _status: int) -> dict[str, Any]:
        return envelope(int(code) if _WHOLE.fullmatch(code) else code, text, {}, ms)

    return Dialect(error=error, rows_key=rows_key)


def error_reply(refusal: RefusalError, ms: int) -> Reply:
    """Return the error answer to a request that was found wanting."""
    if refusal.why is Problem.CROWD:
        return Reply(
            HTTPStatus.FORBIDDEN,
            _TOO_FREQUENT,
            dialect(None, ms),
            headers={"Content-Type": HTML_TYPE},
        )
    code = CODES.get(refusal.why, str(refusal.why))
    text = refusal.text
    if text is None:
        text = TEXTS.get(code, "refused").format(detail=refusal.detail)
    status = HTTPStatus.NOT_FOUND if code == CODES[Problem.PATH] else HTTPStatus.OK
    spoken = dialect("result", ms)
    return Reply(status, encode(spoken.error(code, text, status)), spoken)
