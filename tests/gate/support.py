"""An exchange made of httpx's own mock transport, and sessions that talk to it.

Everything between ``Session.ask`` and the socket is the real thing.
"""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, TypeAlias
from urllib.parse import urlencode

import httpx
from tests.gate.virtual import now

from readiness.domain.answer import Reason
from readiness.domain.policy import ErrorCode, Handling
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError
from readiness.gate.client import build_client
from readiness.gate.deadline import Deadline
from readiness.gate.dialect import Askable, Refusal, Rows, Signed
from readiness.gate.failure import LookFailedError
from readiness.gate.limits import Limits
from readiness.gate.redact import Redactor
from readiness.gate.route import Limit, Per, Route
from readiness.gate.session import Patience, Session

ORIGIN: Final = "https://api.example.com"
EPOCH: Final = 1_780_000_000.0
"""What the wall clock shows when a test begins."""

KEY: Final = "the-public-part-of-a-key"
SECRET: Final = "sEcr3t/with+signs=and%things"
SIGNATURE: Final = "c2lnbmF0dXJlLW9mLXRoaXMtcmVxdWVzdC1hbmQtbm8tb3RoZXI="

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response | Awaitable[httpx.Response]]
Step: TypeAlias = httpx.Response | Exception | Handler


AMPLE: Final = Limit(1000, 1, Per.USER)


@dataclass(frozen=True)
class Question:
    """One request of a small catalogue."""

    id: str
    route: Route
    limit: Limit = AMPLE
    signed: bool = True


BALANCE: Final = Question("balance", Route("GET", "/api/balance", frozenset({"ccy", "limit"})))
ORDERS: Final = Question("orders", Route("GET", "/api/orders", frozenset({"after"})))
CLOCK: Final = Question("clock", Route("GET", "/api/time"), Limit(1000, 1, Per.IP), signed=False)
LIST: Final = Question(
    "list",
    Route(
        "GET", "/api/list", frozenset({"start", "end", "page", "size", "limit", "offset", "symbol"})
    ),
)
FORM: Final = Question("form", Route("POST", "/api/form", frozenset({"ccy", "nonce", "sign"})))
ROUTES: Final = frozenset({BALANCE.route, ORDERS.route, CLOCK.route, LIST.route, FORM.route})

CODES: Final = {
    entry.code: entry
    for entry in (
        ErrorCode(code="busy", meaning="busy", handling=Handling.RETRY),
        ErrorCode(code="clock", meaning="the clocks differ", handling=Handling.CLOCK),
        ErrorCode(code="rejected", meaning="a wrong key", handling=Handling.REJECTED),
        ErrorCode(code="final", meaning="not for you", handling=Handling.FINAL),
        ErrorCode(code="stop", meaning="locked out", handling=Handling.FINAL, stops=True),
    )
}


class PlainDialect:
    """An exchange with an ordinary envelope: code, message, rows."""

    clock: Askable = CLOCK
    headers = frozenset({"x-key", "x-sign"})
    in_turn = False
    crowd: Limit | None = None

    def __init__(self) -> None:
        self.signed_at: list[tuple[float, int]] = []

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        """Note when this was signed, by our clock and by what the exchange's should be."""
        self.signed_at.append((now(), now_ms))
        query = f"?{urlencode(params)}" if params else ""
        headers = {"X-KEY": KEY, "X-SIGN": SIGNATURE} if request.signed else {}
        return Signed(f"{ORIGIN}{request.route.path}{query}", headers)

    def open_envelope(self, payload: Any) -> Rows | Refusal:
        """Rows if the code is 0."""
        if not isinstance(payload, dict) or not isinstance(payload.get("code"), str):
            raise BadBodyError("no envelope")
        if payload["code"] != "0":
            text = payload.get("msg", "")
            until = re.search(r"until (\d+)", text)
            return Refusal(payload["code"], text, int(until[1]) if until else 0)
        if not isinstance(payload.get("data"), list):
            raise BadBodyError("no rows")
        return Rows(payload["data"])

    def error(self, code: str) -> ErrorCode | None:
        """What is documented about a code."""
        return CODES.get(code)

    @property
    def usage_headers(self) -> tuple[str, ...]:
        """Where this exchange says how much of a limit is used."""
        return ("x-used",)

    def clock_ms(self, rows: list[Any]) -> int:
        """The time in the only row."""
        if not rows or not isinstance(rows[0], str):
            raise BadBodyError("no time")
        return int(rows[0])


class FormDialect(PlainDialect):
    """An exchange that reads by POST, and wants numbers that grow."""

    in_turn = True

    def sign(self, request: Askable, params: Mapping[str, str], now_ms: int) -> Signed:
        """Say everything in a form; the number is that of the request."""
        self.signed_at.append((now(), now_ms))
        form = urlencode({"nonce": str(len(self.signed_at)), **params})
        return Signed(f"{ORIGIN}{request.route.path}", {"X-KEY": KEY, "X-SIGN": SIGNATURE}, form)


def answer(*rows: Any, status: int = 200) -> httpx.Response:
    """Rows in an envelope."""
    return httpx.Response(status, json={"code": "0", "msg": "", "data": list(rows)})


def refusal(
    code: str, text: str = "", status: int = 200, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """An error of the exchange's own."""
    return httpx.Response(status, json={"code": code, "msg": text}, headers=headers)


@dataclass
class Exchange:
    """Answers by script, and with the last step of it for ever after."""

    script: list[Step] = field(default_factory=lambda: [answer()])
    clock_script: list[Step] = field(default_factory=list)
    arrived: list[tuple[float, httpx.Request]] = field(default_factory=list)

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        """Take the next step."""
        self.arrived.append((now(), request))
        if request.url.path == CLOCK.route.path:
            return await _take(self.clock_script, request, self.told_time())
        return await _take(self.script, request, answer())

    def told_time(self, ahead: float = 0.0) -> httpx.Response:
        """The exchange's clock, so many seconds ahead of ours."""
        return answer(str(int((EPOCH + now() + ahead) * 1000)))

    @property
    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [request.url.path for _, request in self.arrived]

    def pauses(self) -> list[float]:
        """Seconds between one arrival and the next."""
        times = [time for time, _ in self.arrived]
        return [later - earlier for earlier, later in pairwise(times)]


async def _take(
    script: list[Step], request: httpx.Request, default: httpx.Response
) -> httpx.Response:
    if not script:
        return default
    step = script.pop(0) if len(script) > 1 else script[0]
    if isinstance(step, Exception):
        raise step
    if isinstance(step, httpx.Response):
        # A response can be read once; the last step may be taken often.
        return httpx.Response(step.status_code, headers=step.headers, content=step.content)
    result = step(request)
    return result if isinstance(result, httpx.Response) else await result


@dataclass
class Line:
    """A session, and the exchange at the other end of it."""

    session: Session
    exchange: Exchange
    dialect: PlainDialect

    async def ask(self, question: Question = BALANCE, **params: str) -> list[Any]:
        """The rows of one request."""
        return await self.session.ask(question, params, list)

    async def fails(self, question: Question = BALANCE, **params: str) -> Reason:
        """Why one request failed."""
        try:
            rows = await self.ask(question, **params)
        except LookFailedError as error:
            return error.reason
        raise AssertionError(f"it did not fail, but said {json.dumps(rows)}")


def line(
    *script: Step,
    patience: Patience | None = None,
    deadline: float = 180.0,
    clock_script: list[Step] | None = None,
    secrets: tuple[str, ...] = (KEY, SECRET),
    dialect: PlainDialect | None = None,
    limits: Limits | None = None,
    inner: httpx.AsyncBaseTransport | None = None,
    key: str | None = None,
    tier: Limit | None = None,
) -> Line:
    """A session with an exchange that answers by script; to be made in a virtual loop."""
    exchange = Exchange(list(script), list(clock_script or []))
    speaks = dialect or PlainDialect()
    addresses = Addresses.one(Address.of(ORIGIN))
    client, gate = build_client(
        addresses,
        ROUTES,
        proxy=None,
        timeout=5,
        headers=speaks.headers,
        inner=inner or httpx.MockTransport(exchange),
    )
    began = now()
    session = Session(
        client=client,
        gate=gate,
        dialect=speaks,
        limits=limits or Limits(),
        addresses=addresses,
        patience=patience or Patience(timeout=5, attempts=4),
        deadline=Deadline(deadline),
        redactor=Redactor(secrets),
        wall_clock=lambda: EPOCH + now() - began,
        key=key,
        tier=tier,
    )
    return Line(session, exchange, speaks)
