"""Kraken's error answers: a list of texts at HTTP 200, without a result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.simulator.reply import Dialect, Reply, encode
from readiness.simulator.tables.refusal import Problem, RefusalError

INVALID_KEY = "EAPI:Invalid key"
INVALID_SIGNATURE = "EAPI:Invalid signature"
INVALID_NONCE = "EAPI:Invalid nonce"
LOCKED_OUT = "EGeneral:Temporary lockout"
THROTTLED = "EService: Throttled"
UNKNOWN_PAIR = "EQuery:Unknown asset pair"

TEXTS: Mapping[str, str] = {
    Problem.PATH: "EGeneral:Unknown method",
    Problem.VERB: "EGeneral:Unknown method",
    Problem.REQUIRED: "EGeneral:Invalid arguments",
    Problem.ANY_OF: "EGeneral:Invalid arguments",
    Problem.VALUE: "EGeneral:Invalid arguments",
    Problem.SPAN: "EGeneral:Invalid arguments",
    Problem.RATE: "EAPI:Rate limit exceeded",
    Problem.PERMISSION: "EGeneral:Permission denied",
}
"""The text is the code: clients can go by nothing else."""


def envelope(result: Any) -> dict[str, Any]:
    """Return what every good answer looks like."""
    return {"error": [], "result": result}


def dialect(rows_key: str) -> Dialect:
    """Return what faults have to know about an answer."""

    def error(code: str, _text: str, _status: int) -> dict[str, Any]:
        return {"error": [code]}

    return Dialect(error=error, rows_key=rows_key)


def error_reply(refusal: RefusalError) -> Reply:
    """Return the error answer to a request that was found wanting."""
    spoken = dialect("result")
    code = TEXTS.get(refusal.why, str(refusal.why))
    return Reply(200, encode(spoken.error(code, "", 200)), spoken)
