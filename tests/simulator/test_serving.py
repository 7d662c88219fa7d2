"""Starting, stopping, callbacks, latency, and loud failures of the simulator itself."""

from __future__ import annotations

import asyncio
import socket
import threading

import httpx
import pytest
from tests.simulator.support import Clock, serving

from readiness.simulator import OkxAccount, OkxSimulator, rows


def test_in_the_callers_loop() -> None:
    async def ask() -> tuple[int, str]:
        async with OkxSimulator() as sim, httpx.AsyncClient(trust_env=False) as http:
            response = await http.get(f"{sim.base_url}/api/v5/public/time")
            return response.status_code, sim.requests[0].path

    assert asyncio.run(ask()) == (200, "public/time")


def test_stops_completely() -> None:
    threads = threading.active_count()
    with serving() as client:
        client.request("account/config")
        url, sim = client.sim.base_url, client.sim
    assert threading.active_count() == threads
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)
    with pytest.raises(RuntimeError, match="not serving"):
        assert sim.base_url


def test_can_be_served_again() -> None:
    sim = OkxSimulator(now=Clock())
    for _ in range(2):
        with sim.serving():
            assert httpx.get(f"{sim.base_url}/api/v5/public/time", trust_env=False).is_success
    assert len(sim.requests) == 2


def test_chosen_port_and_one_that_is_taken() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        with pytest.raises(OSError, match=r"."), OkxSimulator(port=port).serving():
            pass
    with OkxSimulator(port=port).serving() as sim:
        assert sim.base_url == f"http://127.0.0.1:{port}"


def test_money_moves_between_two_requests() -> None:
    account = OkxAccount()
    account.trading("USDT", "5")
    with serving(account) as client:
        client.sim.before(
            "account/balance", lambda: account.move("USDT", "5", "trading", "funding")
        )
        assert client.rows("asset/balances") == []
        assert client.rows("account/balance")[0]["details"] == []
        assert client.rows("asset/balances")[0]["bal"] == "5"
        account.move("USDT", "2", "funding", "trading")
        assert client.rows("account/balance")[0]["details"][0]["cashBal"] == "2"


def test_callbacks_run_once_at_the_nth_arrival() -> None:
    account, seen = OkxAccount(), []
    with serving(account) as client:
        client.sim.after(
            "trade/orders-pending", lambda: account.put("trade/orders-pending", rows.order()), nth=2
        )
        client.sim.before("asset/balances", lambda: seen.append("x"), nth=3)
        for _ in range(4):
            client.request("asset/balances")
        sizes = [len(client.rows("trade/orders-pending")) for _ in range(4)]
        assert client.sim.count("asset/balances") == 4
    assert sizes == [0, 0, 1, 1]
    assert seen == ["x"]


def test_latency_is_drawn_for_each_request_and_limits_count_from_arrival() -> None:
    waits = iter((5.0, 0.0, 3.0))
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        client.clock.time += seconds

    account = OkxAccount()
    with serving(account, latency=lambda: next(waits), sleep=sleep) as client:
        for _ in range(3):
            client.request("asset/balances")
        times = [arrival.time for arrival in client.sim.requests]
    assert slept == [5.0, 3.0]
    assert [time - times[0] for time in times] == [0, 5, 5]


def test_fixed_latency() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    with serving(latency=0.25, sleep=sleep) as client:
        client.request("asset/balances")
    assert slept == [0.25]


def test_defect_of_a_callback_comes_to_light() -> None:
    def callback() -> None:
        raise LookupError("broken callback")

    def serve() -> None:
        with serving() as client:
            client.sim.before("asset/balances", callback)
            assert client.request("asset/balances").status_code == 500

    with pytest.raises(LookupError, match="broken callback"):
        serve()


def test_defect_of_a_callback_comes_to_light_in_a_loop_too() -> None:
    def callback() -> None:
        raise LookupError("broken callback")

    async def ask() -> None:
        async with OkxSimulator() as sim, httpx.AsyncClient(trust_env=False) as http:
            sim.before("public/time", callback)
            await http.get(f"{sim.base_url}/api/v5/public/time")

    with pytest.raises(LookupError, match="broken callback"):
        asyncio.run(ask())


def test_own_failure_of_a_test_is_not_replaced() -> None:
    def callback() -> None:
        raise LookupError("broken callback")

    async def ask() -> None:
        async with OkxSimulator() as sim, httpx.AsyncClient(trust_env=False) as http:
            sim.before("public/time", callback)
            await http.get(f"{sim.base_url}/api/v5/public/time")
            raise KeyError("the test's own")

    with pytest.raises(KeyError):
        asyncio.run(ask())


def test_many_clients_at_once() -> None:
    async def ask() -> int:
        async with OkxSimulator(limits=False) as sim, httpx.AsyncClient(trust_env=False) as http:
            url = f"{sim.base_url}/api/v5/public/time"
            answers = await asyncio.gather(*(http.get(url) for _ in range(50)))
            return sum(answer.is_success for answer in answers)

    assert asyncio.run(ask()) == 50
