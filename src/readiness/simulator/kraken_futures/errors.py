"""The error answers of three services that share a host and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.reply import Dialect, Reply, encode
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Route

WORDS: Mapping[str, str] = {
    Problem.PATH: "notFound",
    Problem.VERB: "notFound",
    Problem.REQUIRED: "requiredArgumentMissing",
    Problem.ANY_OF: "requiredArgumentMissing",
    Problem.VALUE: "invalidArgument: {detail}",
    Problem.SPAN: "invalidArgument: {detail}",
    Problem.RATE: "apiLimitExceeded",
    Problem.PERMISSION: "authenticationError",
}
"""The word is the code; one of them says what it is about."""


class Service(StrEnum):
    """Which service answers a path."""

    DERIVATIVES = "derivatives/"
    AUTH = "api/auth/"
    HISTORY = "api/history/"


def service(path: str) -> Service:
    """Return which service answers a path."""
    found = (each for each in Service if path.startswith(each))
    return next(found, Service.DERIVATIVES)


def stamp(ms: int) -> str:
    """Return a time as all of them write it."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def dialect(each: Service, rows_key: str | None, ms: int) -> Dialect:
    """Return what faults have to know about an answer."""

    def derivatives(code: str, _text: str, _status: int) -> dict[str, Any]:
        return {"result": "error", "error": code, "serverTime": stamp(ms)}

    def auth(code: str, text: str, _status: int) -> dict[str, Any]:
        return {"error": code, "message": text, "suberror": None}

    def history(code: str, text: str, _status: int) -> dict[str, Any]:
        return {"status": code, "reason": text}

    spoken: Mapping[Service, Callable[[str, str, int], Any]] = {
        Service.DERIVATIVES: derivatives,
        Service.AUTH: auth,
        Service.HISTORY: history,
    }
    return Dialect(error=spoken[each], rows_key=rows_key, status=lambda code: _status(each, code))


def error_reply(refusal: RefusalError, route: Route[KrakenFuturesAccount] | None, ms: int) -> Reply:
    """Return the error answer to a request that was found wanting."""
    word = WORDS.get(refusal.why, str(refusal.why)).format(detail=refusal.detail)
    each = service(route.path if route else "")
    spoken = dialect(each, None, ms)
    status = spoken.status(word)
    return Reply(status, encode(spoken.error(word, refusal.text or "refused", status)), spoken)


def _status(each: Service, word: str) -> int:
    """Only one of the services leaves errors of its own at success."""
    if each is Service.DERIVATIVES:
        return HTTPStatus.NOT_FOUND if word == WORDS[Problem.PATH] else HTTPStatus.OK
    if word == WORDS[Problem.RATE]:
        return HTTPStatus.TOO_MANY_REQUESTS
    return HTTPStatus.UNAUTHORIZED
