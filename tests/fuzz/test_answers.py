"""Whatever an exchange answers: a typed answer, never an exception, and never nothing there."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.exchanges.support import Desk
from tests.fuzz.bodies import DAMAGED, RUBBISH, Change
from tests.fuzz.effort import effort
from tests.matrix.binance_rig import BINANCE
from tests.matrix.faults import Tries, Wrong
from tests.matrix.rigs import Rig
from tests.matrix.test_fault_answers import ATTEMPTS, NOW, Stand, proven, requests, stand

from readiness.domain.answer import NotOpened, Seen, Unknown
from readiness.simulator import Fault
from readiness.simulator.reply import Reply

pytestmark = pytest.mark.fuzz

STATUSES = st.sampled_from((200, 200, 200, 200, 201, 400, 401, 404, 429, 500, 503))
BARE = frozenset({"sapi/v1/accumulator/product/position/list"})
"""Lists of which no page says in what they come: an empty one may come bare."""
EACH = pytest.mark.parametrize(("rig", "name"), requests())


def wrong(change: Change, status: int = 200) -> Wrong:
    """A fault that answers with what is made of the honest body."""

    def changed(reply: Reply) -> Reply:
        return replace(reply, status=status, body=change(reply.body))

    return Wrong("rubbish", Fault("rubbish", changed), Tries.ALL)


def read(on: Stand, change: Change, status: int = 200) -> dict[str, Seen | NotOpened | Unknown]:
    """What comes of such a body, by area; every outcome is one of the three."""
    (fetched,) = on.fetch((wrong(change, status), {}))
    found = {entry.area: entry.answer for entry in on.answers(fetched)}
    assert all(isinstance(answer, Seen | NotOpened | Unknown) for answer in found.values())
    assert fetched.read.reasons or fetched.read.evidence
    return found


@cache
def honest(rig: Rig, name: str) -> bytes:
    """The body in which nothing is."""
    bodies: list[bytes] = []

    def keep(body: bytes) -> bytes:
        bodies.append(body)
        return body

    stand(rig, name).shortened().fetch((wrong(keep), {}))
    return bodies[0]


def is_the_honest_one(rig: Rig, name: str, body: bytes) -> bool:
    """Whether some bytes are what the exchange sends when nothing is there."""
    try:
        said, usual = json.loads(body), json.loads(honest(rig, name))
    except ValueError:
        return False
    may_be_a_list = isinstance(usual, list) or name in BARE
    return bool(said == usual) or (said == [] and may_be_a_list)


@pytest.mark.sampled(24)
@EACH
def test_rubbish_is_never_nothing_there(rig: Rig, name: str) -> None:
    """Bytes and JSON of any kind, at any status: nothing is proved by them."""
    on = stand(rig, name).shortened()

    @effort(5, 200)
    @given(RUBBISH, STATUSES)
    @example(lambda _: b"[]", 200)
    @example(lambda _: b"{}", 200)
    def anything(change: Change, status: int) -> None:
        if is_the_honest_one(rig, name, change(b"")):
            return
        found = read(on, change, status)
        for area in proven(on.request):
            answer = found[area]
            assert not isinstance(answer, Seen) or answer.items, (area, change(b""))

    anything()


def test_an_empty_list_is_no_object() -> None:
    """Where one object is documented, an empty list in its place is no answer."""
    name = "sapi/v1/margin/liquidation-loan"
    found = read(stand(BINANCE, name), lambda _: b"[]")
    assert isinstance(found["loans.margin"], Unknown)


@pytest.mark.sampled(24)
@EACH
def test_a_damaged_answer_is_still_an_answer(rig: Rig, name: str) -> None:
    """Honest answers with one thing wrong, empty ones and others: read, or refused by type."""
    cases = len(rig.cases.get(name, ()))

    @effort(6, 300)
    @given(st.integers(-1, cases - 1), DAMAGED, st.sampled_from((200, 200, 200, 500)))
    def damaged(number: int, change: Change, status: int) -> None:
        on = stand(rig, name).shortened() if number < 0 else filled(rig, name, number)
        read(on, change, status)

    damaged()


@cache
def filled(rig: Rig, name: str, number: int) -> Stand:
    """The request on an account in which something is."""
    case = rig.cases[name][number]
    account = rig.account_for(rig.catalogue[name])
    case.arrange(account)
    desk = Desk(account, rig.exchange, ATTEMPTS, NOW.timestamp)
    return Stand(rig, rig.catalogue[name], desk).shortened()
