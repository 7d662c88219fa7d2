"""Published limits hold at the server, whatever the network does to the requests."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.virtual import now, run

from readiness.gate.limits import Budget, Limits
from readiness.gate.route import Limit


@dataclass(frozen=True)
class Trip:
    """One request: when somebody wants to send it, its way there, its way back, its end."""

    wanted: float
    there: float
    back: float
    fails: bool = False


def window(count: int, seconds: float = 1.0) -> Budget:
    return Limits().window("owner", "route", Limit(count, seconds))


def too_many(arrivals: list[float], limit: Limit) -> bool:
    """Whether a server that counts in sliding windows has seen too many."""
    times = sorted(arrivals)
    pairs = zip(times, times[limit.count :], strict=False)
    return any(last - first < limit.seconds - 1e-6 for first, last in pairs)


def arrivals_of(trips: list[Trip], limit: Limit) -> list[float]:
    """When each request arrives at the server."""
    arrived: list[float] = []

    async def travel(trip: Trip, through: Budget) -> None:
        await asyncio.sleep(trip.wanted)
        try:
            async with through.slot():
                await asyncio.sleep(trip.there)
                arrived.append(now())
                await asyncio.sleep(trip.back)
                if trip.fails:
                    raise ConnectionResetError
        except ConnectionResetError:
            pass

    async def work() -> None:
        through = Limits().window("owner", "route", limit)
        await asyncio.gather(*(travel(trip, through) for trip in trips))

    run(work())
    return arrived


ways = st.floats(0, 3, allow_nan=False).map(lambda seconds: round(seconds, 3))
trips = st.lists(
    st.builds(Trip, wanted=ways, there=ways, back=ways, fails=st.booleans()), max_size=25
)
limits = st.builds(Limit, st.integers(1, 6), st.sampled_from([0.5, 1.0, 2.0]))


@given(trips, limits)
def test_no_window_at_the_server_ever_holds_more_than_the_limit(
    journey: list[Trip], limit: Limit
) -> None:
    """Requests that overtake each other, fail or take long: all arrive, none in excess."""
    arrived = arrivals_of(journey, limit)
    assert len(arrived) == len(journey)
    assert not too_many(arrived, limit)


def test_the_server_would_notice() -> None:
    """The measure used above can tell: one request too many in a window is seen."""
    assert too_many([0.0, 0.5, 0.9], Limit(2, 1))
    assert not too_many([0.0, 0.5, 1.0], Limit(2, 1))


@given(st.integers(1, 5), st.integers(1, 30))
def test_no_time_is_wasted(count: int, requests: int) -> None:
    """Without a network, so many requests take exactly as long as the limit demands."""

    async def work() -> float:
        through = window(count)

        async def one() -> None:
            async with through.slot():
                pass

        await asyncio.gather(*(one() for _ in range(requests)))
        return now()

    assert run(work()) == pytest.approx((requests - 1) // count, abs=1e-3)


def test_first_come_first_served() -> None:
    """Nobody is overtaken while waiting for a place."""

    async def work() -> list[int]:
        through = window(2)
        order: list[int] = []

        async def one(number: int) -> None:
            async with through.slot():
                order.append(number)
                await asyncio.sleep(0.3 if number % 2 else 0.1)

        await asyncio.gather(*(one(number) for number in range(9)))
        return order

    assert run(work()) == list(range(9))


def test_a_place_is_free_a_window_after_the_answer() -> None:
    """A slow request holds its place: nobody knows when it arrived."""

    async def work() -> float:
        through = window(1)
        async with through.slot():
            await asyncio.sleep(10)
        async with through.slot():
            return now()

    assert run(work()) == pytest.approx(11)


def test_waiting_for_one_that_is_still_on_its_way() -> None:
    """With every place taken by a request that runs, the next one waits for an answer."""

    async def work() -> list[float]:
        through = window(2)
        began: list[float] = []

        async def one(seconds: float) -> None:
            async with through.slot():
                began.append(now())
                await asyncio.sleep(seconds)

        await asyncio.gather(one(5), one(8), one(1), one(1))
        return began

    assert run(work()) == pytest.approx([0, 0, 6, 8], abs=1e-3)


def test_a_pause_holds_everybody_back() -> None:
    """Where the exchange asks for a pause, nothing leaves before it is over."""

    async def work() -> list[float]:
        through = window(10)
        began: list[float] = []

        async def one() -> None:
            async with through.slot():
                began.append(now())

        await one()
        await asyncio.sleep(10)
        through.pause(4)
        through.pause(1)
        await asyncio.gather(one(), one())
        return began

    assert run(work()) == pytest.approx([0, 14, 14], abs=1e-3)


async def _hold(through: Budget, seconds: float) -> None:
    async with through.slot():
        await asyncio.sleep(seconds)


def _cancelled_while(stage: str) -> Callable[[], Awaitable[float]]:
    async def work() -> float:
        through = window(1)
        first = asyncio.create_task(_hold(through, 5))
        await asyncio.sleep(1)
        if stage == "sending":
            first.cancel()
        else:
            waiting = asyncio.create_task(_hold(through, 5))
            behind = asyncio.create_task(_hold(through, 5))
            await asyncio.sleep(4.5 if stage == "waiting for the window" else 1)
            waiting.cancel()
            behind.cancel()
        async with through.slot():
            return now()

    return work


@pytest.mark.parametrize(
    ("stage", "free"),
    [("sending", 2.0), ("waiting for an answer", 6.0), ("waiting for the window", 6.0)],
)
def test_who_gives_up_leaves_no_place_taken(stage: str, free: float) -> None:
    """Cancelling in any stage leaks nothing: the next request gets its place."""

    async def work() -> float:
        return await _cancelled_while(stage)()

    assert run(work()) == pytest.approx(free, abs=1e-3)


@given(st.lists(st.floats(0, 4, allow_nan=False), min_size=1, max_size=12), st.integers(1, 3))
def test_cancelling_at_any_moment_leaks_nothing(moments: list[float], count: int) -> None:
    """However many give up, and whenever, as many places are left as before."""

    async def work() -> int:
        through = window(count)
        tasks = [asyncio.create_task(_hold(through, 1.5)) for _ in moments]
        for task, moment in zip(tasks, moments, strict=True):
            asyncio.get_running_loop().call_later(moment, task.cancel)
        await asyncio.wait(tasks)
        await asyncio.sleep(10)
        began = now()
        inside = [asyncio.create_task(_hold(through, 1)) for _ in range(count)]
        await asyncio.gather(*inside)
        return round(now() - began)

    assert run(work()) == 1


def test_each_owner_and_each_route_has_its_own_window() -> None:
    """What one user or one address sent is not counted for another, nor for another request."""

    async def work() -> float:
        limits = Limits()
        limit = Limit(1, 60)
        keys = [("uid-1", "a"), ("uid-2", "a"), ("uid-1", "b"), ("10.0.0.1", "a")]
        for owner, route in keys:
            async with limits.window(owner, route, limit).slot():
                pass
        return now()

    assert run(work()) == pytest.approx(0, abs=1e-3)


def test_everybody_who_shares_an_owner_shares_its_window() -> None:
    """Two accounts of one owner are counted together."""

    async def work() -> float:
        limits = Limits()
        for _ in range(2):
            async with limits.window(("address", "uid"), "a", Limit(1, 60)).slot():
                pass
        return now()

    assert run(work()) == pytest.approx(60, abs=1e-3)


def test_another_clock() -> None:
    """A caller may bring its own clock, and its own way to wait for it."""

    async def work() -> list[float]:
        time = [100.0]
        waits: list[float] = []

        async def sleep(seconds: float) -> None:
            waits.append(seconds)
            time[0] += seconds

        through = Limits(lambda: time[0], sleep).window("owner", "route", Limit(1, 7))
        for _ in range(3):
            async with through.slot():
                time[0] += 1
        return waits

    assert run(work()) == pytest.approx([7, 7])


def counted(arrivals: list[float], limit: Limit) -> float:
    """The highest that a server's counter has stood that falls by the limit, bit by bit."""
    level, highest, before = 0.0, 0.0, 0.0
    for time in sorted(arrivals):
        level = max(level - (time - before) * limit.count / limit.seconds, 0.0) + 1
        highest, before = max(highest, level), time
    return highest


@given(trips, st.integers(1, 6))
def test_a_decaying_counter_never_goes_over_its_maximum(journey: list[Trip], count: int) -> None:
    """However long requests travel, the server's counter never stands higher than allowed."""
    limit = Limit(count, 3.0, decays=True)
    arrived = arrivals_of(journey, limit)
    assert len(arrived) == len(journey)
    assert counted(arrived, limit) <= count + 1e-6


def test_a_decaying_counter_lets_one_go_as_soon_as_it_has_fallen_by_one() -> None:
    """After a burst requests leave one by one, not in another burst."""
    limit = Limit(15, 45.0, decays=True)
    arrived = arrivals_of([Trip(0.0, 0.0, 0.0)] * 18, limit)
    assert [round(time, 2) for time in arrived[:15]] == [0.0] * 15
    assert [round(time, 2) for time in arrived[15:]] == [3.0, 6.0, 9.0]


async def _never(_: float) -> None:
    raise AssertionError("nothing has to be waited for")


@pytest.mark.parametrize("decays", [False, True])
def test_a_moment_that_has_come_is_not_waited_for(*, decays: bool) -> None:
    """What held until now holds no longer."""

    async def work() -> None:
        through = Limits(lambda: 0.0, _never).window("o", "r", Limit(2, 7, decays=decays))
        through.pause(0.0)
        assert not through.held
        await through.released()
        async with through.slot():
            await through.released()

    run(work())


@pytest.mark.parametrize("decays", [False, True])
def test_only_an_answer_ends_the_wait_for_one(*, decays: bool) -> None:
    """Where nothing is counted but what is on its way, no clock is looked at meanwhile."""

    async def work() -> list[str]:
        through = Limits(lambda: 0.0, _never).window("o", "r", Limit(1, 7, decays=decays))
        order: list[str] = []
        holding = through.slot()
        await holding.__aenter__()

        async def next_one() -> None:
            with pytest.raises(AssertionError, match="waited for"):
                async with through.slot():
                    pass
            order.append("next")

        task = asyncio.create_task(next_one())
        for _ in range(5):
            await asyncio.sleep(0)
        order.append("answered")
        await holding.__aexit__(None, None, None)
        await task
        return order

    # Once it is answered, its window is what has to be waited for.
    assert run(work()) == ["answered", "next"]


def test_how_long_a_pause_is_waited_for() -> None:
    """As long as it still holds, and no longer, also for one that has its place already."""

    async def work() -> list[float]:
        time, waits = [100.0], list[float]()

        async def sleep(seconds: float) -> None:
            waits.append(seconds)
            time[0] += seconds

        limits = Limits(lambda: time[0], sleep)
        through = limits.window("owner", "route", Limit(9, 7), "address")
        async with through.slot():
            limits.ban("address", 4)
            time[0] += 1
            await through.released()
        return waits

    assert run(work()) == pytest.approx([3])


def test_after_a_pause_there_has_to_be_room_as_well() -> None:
    """What was sent before it still counts."""

    async def work() -> float:
        through = window(1, 10)
        async with through.slot():
            through.pause(4)
        async with through.slot():
            return now()

    assert run(work()) == pytest.approx(10, abs=1e-3)
