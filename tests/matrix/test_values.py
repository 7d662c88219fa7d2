"""Whatever stands in one field of an answer, what the answer shows does not turn into nothing.

The answers are those of the single-blocker cases, each with exactly one thing in it. Every
field of them, read or not, is set to everything that a broken or hostile answer could hold.
The outcome may be a body that is refused, or something to report; it may be nothing only for
what the documents say is nothing (``MAY_VANISH`` says where, and why that hides nothing).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

import pytest
from tests.exchanges.support import FULL, Desk, no_waiting
from tests.exchanges.values import ABSENT, VALUES, ZEROS
from tests.matrix.cases import Case
from tests.matrix.rigs import RIGS, Rig

from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import One
from readiness.exchanges.rows import parser
from readiness.gate.body import BadBodyError, decode
from readiness.gate.dialect import Dialect, Rows
from readiness.gate.session import Session
from readiness.simulator import Fault
from readiness.simulator.reply import Reply

Place = tuple[str | int, ...]

SLICE: Final = 5

# By exchange and field: what may stand there (or whether it may be left out) and why.
MAY_VANISH: Final[dict[str, dict[str, tuple[frozenset[str], str]]]] = {
    "okx": {
        "includeAll": (frozenset({"absent"}), "then the symbols are listed one by one"),
        "records": (frozenset({"absent"}), "the totals beside it are always stated"),
        "usedLmt": (frozenset({"absent", "empty"}), "the total beside it is always stated"),
        "interest": (frozenset({"absent", "empty"}), "the total beside it is always stated"),
        "ts": (frozenset({"number"}), "a readable time before the scan"),
    },
    "binance": {
        "time": (frozenset({"number"}), "a readable time before the scan"),
        "timestamp": (frozenset({"number"}), "a readable time before the scan"),
        "divTime": (frozenset({"number"}), "a readable time before the scan"),
        "insertTime": (frozenset({"number"}), "a readable time before the scan"),
        "applyTime": (frozenset({"number", "number 0"}), "a readable time before the scan"),
        "isolatedWallet": (frozenset({"absent", "empty"}), "`isolatedMargin` is always stated"),
        "ACCOUNT": (frozenset({"absent"}), "only what is locked is listed"),
        "totalWalletBalance": (
            frozenset({"negative", "negative dust"}),
            "a deficit is told by the wallets themselves and by `negativeBalance`",
        ),
        "collateralAmount": (frozenset({"absent", "empty"}), "part of `totalAmount`"),
        "redeemingAmt": (frozenset({"absent", "empty"}), "`amount` is always stated"),
        # A withdrawal in state 5 has failed.
        "status": (frozenset({"number"}), "a documented end"),
    },
    "kraken": {
        "time": (frozenset({"number", "fraction"}), "a readable time before the scan"),
        # The list of credit lines always says how much of them is used.
        "credit_used": (frozenset({"null", "absent", "empty"}), "told by `CreditLines`"),
        "USD": (frozenset({"absent"}), "an asset without a credit line"),
        "limits_monitor": (frozenset({"absent", "full dict"}), "told by asset as well"),
        "total_credit_used_usd": (frozenset({"null", "absent", "empty"}), "told by asset as well"),
        "result": (frozenset({"null"}), "no credit line"),
        "SOL": (frozenset({"negative", "negative dust"}), "what is owed is told by `BalanceEx`"),
        "status-prop": (
            frozenset({"null", "absent", "empty"}),
            "a success, of which no more is said",
        ),
    },
    "kraken-futures": {},
    "bybit": {
        "timestamp": (frozenset({"number"}), "a readable time before the scan"),
        "transactionTime": (frozenset({"number"}), "a readable time before the scan"),
        "createTime": (frozenset({"number"}), "a readable time before the scan"),
        "accruedInterest": (frozenset({"empty"}), "not told in isolated margin"),
        "claimableYield": (frozenset({"absent", "empty"}), "on-chain products have none"),
        "depositType": (frozenset({"absent", "empty"}), "an ordinary deposit"),
        # An order to borrow in state 5 has been cancelled.
        "state": (frozenset({"number"}), "a documented end"),
    },
    "kucoin": {
        **dict.fromkeys(
            ("createdAt", "time", "ts"),
            (frozenset({"number"}), "a readable time before the scan"),
        ),
        "arrears": (frozenset({"absent"}), "a flag that not every answer has"),
        "liabilityPrinciple": (
            frozenset({"empty", "null"}),
            "so the documents write what is not owed",
        ),
        "incomeSize": (
            frozenset({"huge", "huge exponent", "number"}),
            "all that was lent has come back",
        ),
        "purchaseSize": (frozenset({"1e-18", "fraction"}), "the same"),
    },
}


@dataclass
class Answer:
    """One honest answer in which something is, and all that is needed to read it again."""

    request: Request
    dialect: Dialect
    traits: dict[str, str]
    payload: Any

    def shows_nothing(self, payload: Any) -> bool:
        """Whether an answer is accepted and no reader sees anything in it."""
        one = 1 if isinstance(self.request.paging, One) else None
        try:
            envelope = self.dialect.open_envelope(payload)
            if not isinstance(envelope, Rows):
                return False
            page = parser(self.request, least=one or 0, most=one)(envelope.rows)
        except BadBodyError:
            return False
        shown = (item for feed in self.request.feeds for item in feed.read(page.rows, self.traits))
        return not page.missing and next(shown, None) is None


def answers(rig: Rig, request: Request, case: Case) -> Iterator[Answer]:
    """The answers of a request in a case that show something, as they come."""
    desk = Desk(rig.account(case.mode), rig.exchange)
    case.arrange(desk.account)
    payloads: list[Any] = []

    def take_down(reply: Reply) -> Reply:
        payloads.append(decode(reply.body))
        return reply

    async def nothing(_: Session) -> None:
        return

    rig.fault(desk.line, request.id, Fault("taken down", take_down))
    calls = [call for call in request.calls if call.params == case.call]
    alone = replace(request, calls=tuple(calls) if case.call else request.calls)
    scope = {request.scope_parameter: rig.sub} if request.scope_parameter else None
    with no_waiting():
        desk.fetch(alone, scope_params=scope)
    desk.ask(nothing)
    assert desk.dialect is not None
    for payload in payloads:
        answer = Answer(request, desk.dialect, desk.traits, payload)
        if not answer.shows_nothing(payload):
            yield answer


def places(node: Any, above: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every field, at any depth, in the first entry of each list."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*above, key), value
            yield from places(value, (*above, key))
    elif isinstance(node, list) and node:
        yield from places(node[0], (*above, 0))


def with_value(payload: Any, place: Place, value: Any) -> Any:
    """The answer with one field set, or left out."""
    if not place:
        return value
    changed = copy.copy(payload)
    if value is ABSENT and len(place) == 1:
        del changed[place[0]]
    else:
        changed[place[0]] = with_value(payload[place[0]], place[1:], value)
    return changed


def is_row(request: Request, place: Place) -> bool:
    """Whether a row stands there by its name: without it there is one row less."""
    parts = request.rows_at.split(".") if request.rows_at else []
    return bool(request.keyed) and list(place[1:-1]) == parts


def documented(rig: Rig, request: Request, place: Place, old: Any) -> set[str]:
    """The values that may mean nothing in a field that usually holds something like this."""
    listed = set(MAY_VANISH[rig.exchange].get(str(place[-1]), (frozenset(), ""))[0])
    if is_row(request, place):
        listed.add("absent")
    if isinstance(old, bool):
        return {*listed, "true", "false"}
    if isinstance(old, list | dict):
        return {*listed, "list", "dict"}
    return {*listed, *ZEROS} if is_number(old) else {*listed}


def is_number(value: Any) -> bool:
    text = str(value).removeprefix("-").replace(".", "", 1)
    return isinstance(value, str | int | Decimal) and text.isdigit()


def sampled(turn: int) -> list[tuple[str, Any]]:
    """The values that are tried in a field: all of them, or some, others in the next field."""
    values = list(VALUES.items())
    return values if FULL else values[turn % SLICE :: SLICE]


def requests() -> list[Any]:
    return [
        pytest.param(rig, request, id=f"{rig}:{request.id}")
        for rig in RIGS
        for request in rig.asked()
        if request.id in rig.cases
    ]


@pytest.mark.matrix
@pytest.mark.parametrize(("rig", "request_"), requests())
def test_one_bad_value_never_hides_anything(rig: Rig, request_: Request) -> None:
    """Set to anything, no field of an answer makes what it shows disappear."""
    cases = rig.cases[request_.id]
    looked_at = 0
    hidden = []
    for case in cases if FULL else cases[:1]:
        for answer in answers(rig, request_, case):
            looked_at += 1
            hidden += [
                (case.name, ".".join(map(str, place)), name)
                for turn, (place, old) in enumerate(places(answer.payload))
                for name, value in sampled(turn)
                if name not in documented(rig, request_, place, old)
                and answer.shows_nothing(with_value(answer.payload, place, value))
            ]
    assert hidden == []
    assert looked_at > 0
