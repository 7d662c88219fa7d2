"""Every way out of this process, listened to and shut: nothing opens while a test looks."""

from __future__ import annotations

import gc
import socket
from collections.abc import Iterator
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, Final, NoReturn

import pytest

_PLAIN: Final = (str, bytes, int, float, type, ModuleType, FrameType, CodeType)
"""What leads nowhere, or everywhere: a module knows all the others."""


class ShutError(OSError):
    """Somebody tried to reach another machine, or to ask where it is."""


def shut(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is tried from now on, by whatever library: each is noted, and fails."""
    tried: list[object] = []

    def refuse(target: object) -> NoReturn:
        tried.append(target)
        raise ShutError(f"{target} was tried")

    def look_up(host: object, *_: Any, **__: Any) -> NoReturn:
        refuse(host)

    def connect(_: socket.socket, address: object) -> NoReturn:
        refuse(address)

    def send(_: socket.socket, __: object, *rest: object) -> NoReturn:
        refuse(rest[-1])

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "gethostbyname", look_up)
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, connect, raising=False)
    monkeypatch.setattr(socket.socket, "sendto", send, raising=False)
    return tried


def reachable(*roots: object) -> Iterator[object]:
    """All that can be got at from some objects, private or not, but not by way of a module."""
    seen: set[int] = set()
    ahead: list[object] = list(roots)
    while ahead:
        each = ahead.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, FunctionType):
            # Its globals are its module's; what it has closed over is its own.
            ahead += [each.__closure__, each.__defaults__, each.__kwdefaults__, each.__dict__]
        elif not isinstance(each, _PLAIN):
            ahead += gc.get_referents(each)
