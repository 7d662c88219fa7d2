"""An account's time begins with its first request."""

import asyncio

import pytest
from tests.gate.virtual import now, run

from readiness.gate.deadline import Deadline


def test_it_counts_from_the_first_request() -> None:
    """Preparing takes nothing off, starting twice changes nothing, and being late is negative."""

    async def work() -> list[float]:
        deadline = Deadline(10)
        await asyncio.sleep(100)
        deadline.start()
        await asyncio.sleep(4)
        deadline.start()
        at = deadline.at - now()
        await asyncio.sleep(9)
        return [at, deadline.remaining]

    assert run(work()) == pytest.approx([6, -3])


def test_asking_what_remains_starts_it() -> None:
    """Nobody can look at a deadline that does not run."""

    async def work() -> list[float]:
        deadline = Deadline(10)
        await asyncio.sleep(100)
        first = deadline.remaining
        await asyncio.sleep(1)
        return [first, deadline.remaining]

    assert run(work()) == pytest.approx([10, 9])


def test_it_is_longer_by_what_the_limits_need() -> None:
    """Time for sub-accounts is added to what there was."""

    async def work() -> float:
        deadline = Deadline(10)
        deadline.start()
        deadline.extend(5)
        await asyncio.sleep(12)
        return deadline.remaining

    assert run(work()) == pytest.approx(3)
