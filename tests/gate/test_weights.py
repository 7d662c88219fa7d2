"""Weights: a budget that requests of different cost share, also with strangers."""

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.support import (
    BALANCE,
    CLOCK,
    EPOCH,
    ORDERS,
    PlainDialect,
    Question,
    answer,
    line,
    refusal,
)
from tests.gate.virtual import now, run

from readiness.domain.answer import Cause
from readiness.gate.call import Answer
from readiness.gate.failure import SHORTEST_BAN
from readiness.gate.limits import Limits
from readiness.gate.route import Limit, Per
from readiness.gate.session import Patience

MINUTE = 60.0


def heavy(weight: int, budget: int = 100, pool: str = "", per: Per = Per.IP) -> Question:
    """A balance that costs so much."""
    return Question("balance", BALANCE.route, Limit(budget, MINUTE, per, weight, pool))


def test_a_budget_bears_as_many_requests_as_their_weights_allow() -> None:
    """Two requests of 40 fit into 100 at once; the third waits for a whole window."""

    async def work() -> float:
        talk = line()
        await asyncio.gather(*(talk.ask(heavy(40)) for _ in range(3)))
        return now()

    assert run(work()) == pytest.approx(MINUTE, abs=0.1)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=25), st.integers(60, 120))
def test_no_minute_at_the_server_costs_more_than_the_budget(
    weights: list[int], budget: int
) -> None:
    """Whatever the order and the costs: within one minute never more than the budget arrives."""
    arrived: list[tuple[float, int]] = []

    async def one(limits: Limits, weight: int) -> None:
        window = limits.window("owner", "pool", Limit(budget, MINUTE))
        async with window.slot(weight):
            arrived.append((now(), weight))
            await asyncio.sleep(weight % 3)

    async def work() -> None:
        limits = Limits()
        await asyncio.gather(*(one(limits, weight) for weight in weights))

    run(work())
    assert sorted(weight for _, weight in arrived) == sorted(weights)
    for begin, _ in arrived:
        spent = sum(weight for at, weight in arrived if begin <= at < begin + MINUTE - 1e-6)
        assert spent <= budget


def test_what_weighs_more_than_the_budget_leaves_alone() -> None:
    """Such a request is not held back for ever: it goes once nothing else is counted."""

    async def work() -> float:
        talk = line()
        await talk.ask(heavy(10))
        await talk.ask(heavy(500))
        return now()

    assert run(work()) == pytest.approx(MINUTE, abs=0.1)


@pytest.mark.parametrize(("pool", "seconds"), [("/api", MINUTE), ("", 0.0)])
def test_a_pool_is_shared_by_different_paths(pool: str, seconds: float) -> None:
    """With a pool two paths draw on one budget; without one, each has its own."""

    async def work() -> float:
        talk = line()
        orders = Question("orders", ORDERS.route, Limit(100, MINUTE, Per.IP, 60, pool))
        await talk.ask(heavy(60, pool=pool))
        await talk.ask(orders)
        return now()

    assert run(work()) == pytest.approx(seconds, abs=0.1)


def test_accounts_at_one_address_share_a_budget_by_ip() -> None:
    """Two accounts, two keys, one address: what one spends, the other cannot."""

    async def work() -> float:
        limits = Limits()
        for uid in ("1", "2"):
            talk = line(limits=limits)
            talk.session.belongs_to(uid)
            await talk.ask(heavy(60))
        return now()

    assert run(work()) == pytest.approx(MINUTE, abs=0.1)


def used(weight: str) -> httpx.Response:
    """An answer that says how much of the budget is used."""
    return httpx.Response(200, json={"code": "0", "data": []}, headers={"X-Used": weight})


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("95", MINUTE),
        ("91", MINUTE),
        ("90", 0.0),
        ("10", 0.0),
        ("", 0.0),
        ("lots", 0.0),
        ("-5", 0),
        ("9" * 5000, 0),
    ],
)
def test_what_others_use_is_taken_off(told: str, seconds: float) -> None:
    """The exchange's own count holds us back when somebody else uses the same budget."""

    async def work() -> float:
        talk = line(used(told))
        await talk.ask(heavy(10))
        await talk.ask(heavy(10))
        return now()

    assert run(work()) == pytest.approx(seconds, abs=0.1)


@pytest.mark.parametrize(
    ("headers", "usage"),
    [({}, 0), ({"a": "7"}, 7), ({"a": "7", "b": "30"}, 30), ({"a": "30", "b": "x"}, 30)],
)
def test_the_largest_count_is_the_one_that_holds_back(headers: dict[str, str], usage: int) -> None:
    """An exchange may count in several headers; none of them is nothing."""
    assert Answer(200, httpx.Headers(headers), b"").usage(("a", "b", "c")) == usage


def test_one_that_somebody_else_has_sent_is_counted() -> None:
    """However little it is."""

    async def work() -> float:
        window = Limits().window("owner", "route", Limit(2, MINUTE))
        window.used(1)
        for _ in range(2):
            async with window.slot():
                pass
        return now()

    assert run(work()) == pytest.approx(MINUTE, abs=0.1)


def test_the_exchanges_count_is_not_added_to_ours() -> None:
    """What it counts of our own requests is the same weight, not more of it."""

    async def work() -> float:
        talk = line(used("10"), used("20"), used("30"), used("40"))
        for _ in range(10):
            await talk.ask(heavy(10))
        return now()

    assert run(work()) == pytest.approx(0, abs=0.1)


def test_a_limit_without_a_time_holds_back_for_its_own() -> None:
    """A 429 that does not say how long lets a whole window pass before the next try."""

    async def work() -> float:
        talk = line(refusal("busy", status=429), answer())
        await talk.ask(heavy(1))
        return now()

    assert run(work()) == pytest.approx(MINUTE, abs=2)


def ban(text: str = "", **headers: str) -> httpx.Response:
    """The whole address is banned."""
    return httpx.Response(418, json={"code": "busy", "msg": text}, headers=headers)


def test_a_ban_holds_back_every_account_and_every_path() -> None:
    """After a 418 nobody sends anything to this address until the ban is over."""

    async def work() -> float:
        limits = Limits()
        banned = line(ban(**{"Retry-After": "90"}), patience=Patience(5, 1), limits=limits)
        other = line(limits=limits)
        reason = await banned.fails(BALANCE)
        assert (reason.cause, reason.code) == (Cause.RATE_LIMIT, "busy")
        await other.ask(ORDERS)
        await other.ask(CLOCK)
        return now()

    assert run(work()) == pytest.approx(90, abs=0.1)


def test_a_ban_without_a_time_lasts_the_shortest_that_is_known() -> None:
    """Neither header nor words: two minutes, and the request is not tried into the ban."""

    async def work() -> float:
        limits = Limits()
        await line(
            httpx.Response(418, text="<html>"), patience=Patience(5, 4), limits=limits
        ).fails(BALANCE)
        await line(limits=limits).ask(ORDERS)
        return now()

    assert run(work()) == pytest.approx(SHORTEST_BAN, abs=0.1)


@pytest.mark.parametrize("code", ["busy", "news"])
def test_a_ban_in_the_exchanges_own_words_lasts_as_long(code: str) -> None:
    """A code beside the status changes nothing about how long."""

    async def work() -> float:
        limits = Limits()
        banned = line(refusal(code, status=418), patience=Patience(5, 1), limits=limits)
        await banned.fails(BALANCE)
        await line(limits=limits).ask(ORDERS)
        return now()

    assert run(work()) == pytest.approx(SHORTEST_BAN, abs=0.1)


def test_a_ban_that_ends_in_time_is_waited_for() -> None:
    """The request itself is made again after the ban, if the deadline leaves room."""

    async def work() -> float:
        await line(ban(**{"Retry-After": "60"}), answer()).ask(BALANCE)
        return now()

    assert run(work()) == pytest.approx(60, abs=0.1)


def test_a_ban_beyond_the_deadline_is_given_up_at_once() -> None:
    """Three days are not waited for."""

    async def work() -> tuple[Cause, float]:
        reason = await line(ban(**{"Retry-After": "259200"})).fails(BALANCE)
        return reason.cause, now()

    cause, took = run(work())
    assert cause is Cause.RATE_LIMIT
    assert took < 1


def test_words_may_say_when_a_ban_ends() -> None:
    """Where only the message has the moment, the dialect hands it on and it is waited for."""
    until = int((EPOCH + 75) * 1000)

    async def work() -> float:
        talk = line(ban(f"banned until {until}"), answer())
        await talk.ask(BALANCE)
        return now()

    assert run(work()) == pytest.approx(75, abs=0.01)


def test_an_address_bears_only_so_many_requests_whatever_they_ask() -> None:
    """Two keys, two paths, each with room of its own: together they keep to the address's."""

    async def work() -> float:
        limits = Limits()
        crowded = PlainDialect()
        crowded.crowd = Limit(3, 5, Per.IP)
        first = line(limits=limits, dialect=crowded, key="first")
        second = line(limits=limits, dialect=crowded, key="second")
        await asyncio.gather(
            *(first.ask(BALANCE) for _ in range(2)), *(second.ask(ORDERS) for _ in range(2))
        )
        return now()

    assert run(work()) == pytest.approx(5.0, abs=0.1)


def test_without_a_limit_an_address_bears_whatever_the_paths_do() -> None:
    """Most exchanges count nothing else."""

    async def work() -> float:
        talk = line()
        await asyncio.gather(*(talk.ask(heavy(10)) for _ in range(5)))
        return now()

    assert run(work()) == pytest.approx(0.0, abs=0.1)
