"""What a service manager is told, if there is one."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from readiness.watch.supervisor import READY, STOPPING, Supervisor


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    """Where a service manager listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "ear"))
        ear.settimeout(5)
        yield ear


def assured(environ: dict[str, str], times: int) -> list[float]:
    """The pauses that it makes between assuring that it is alive."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == times:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(Supervisor(environ).assure(pause))
    return pauses


def test_the_service_manager_is_told(ear: socket.socket) -> None:
    """Ready when it begins, stopping when it ends."""
    supervisor = Supervisor({"NOTIFY_SOCKET": ear.getsockname()})
    for state in (READY, STOPPING):
        supervisor.tell(state)
        assert ear.recv(100) == state.encode()


def test_names_that_are_in_no_directory_work() -> None:
    """The kernel keeps such names; systemd writes them with a leading @."""
    name = f"readiness-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(f"\0{name}")
        ear.settimeout(5)
        Supervisor({"NOTIFY_SOCKET": f"@{name}"}).tell(READY)
        assert ear.recv(100) == b"READY=1"


def test_it_is_told_twice_as_often_as_it_wants(ear: socket.socket) -> None:
    """Half the time that it waits before it thinks that this process hangs."""
    environ = {
        "NOTIFY_SOCKET": ear.getsockname(),
        "WATCHDOG_USEC": "30000000",
        "WATCHDOG_PID": str(os.getpid()),
    }
    assert assured(environ, 3) == [15.0, 15.0, 15.0]
    assert [ear.recv(100) for _ in range(3)] == [b"WATCHDOG=1"] * 3


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"NOTIFY_SOCKET": "/nowhere"},
        {"WATCHDOG_USEC": "1000000"},
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "soon"},
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "1"},
    ],
)
def test_nobody_has_to_listen(environ: dict[str, str]) -> None:
    """Without a service manager, or with one that has gone, nothing happens."""
    supervisor = Supervisor(environ)
    supervisor.tell(READY)
    asyncio.run(supervisor.assure())
