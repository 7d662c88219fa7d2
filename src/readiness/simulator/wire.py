"""Replies as bytes: the whole ones through aiohttp, the broken ones by hand."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from readiness.simulator.reply import Ending, Reply

Sleep = Callable[[float], Awaitable[None]]

# SO_LINGER switched on with zero seconds: close() sends a reset in place of an orderly end.
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_WITH_HALF_A_BODY = (Ending.CUT, Ending.RESET, Ending.STALL)


async def respond(
    request: web.BaseRequest, reply: Reply, stopping: asyncio.Event, sleep: Sleep
) -> web.StreamResponse:
    """Turn a reply into what the server framework has to send.

    Args:
        request: The request that is answered.
        reply: What to answer.
        stopping: Set when the server shuts down; ends every hanging reply.
        sleep: How to wait out a delay.
    """
    if reply.delay:
        await sleep(reply.delay)
    if reply.ending is Ending.WHOLE and not reply.announced:
        return web.Response(status=reply.status, body=reply.body, headers=reply.headers)
    if request.transport is None:
        return _Finished()
    if reply.ending in (Ending.WHOLE, *_WITH_HALF_A_BODY):
        whole = reply.ending is Ending.WHOLE
        sent = reply.body if whole else reply.body[: len(reply.body) // 2]
        request.transport.write(_head(reply) + sent)
    if reply.ending in (Ending.HANG, Ending.STALL):
        await stopping.wait()
    if reply.ending in (Ending.RESET, Ending.ABORT):
        _reset(request.transport)
    else:
        request.transport.close()
    return _Finished()


class _Finished(web.StreamResponse):
    """A response whose bytes, few or none, have already gone out."""

    async def prepare(self, request: web.BaseRequest) -> None:
        """Tell the framework that there is nobody left to write to."""
        raise ConnectionResetError


def _head(reply: Reply) -> bytes:
    try:
        reason = HTTPStatus(reply.status).phrase
    except ValueError:
        reason = "Unknown"
    length = max(0, len(reply.body) + reply.announced)
    headers = {**reply.headers, "Content-Length": str(length), "Connection": "close"}
    lines = [f"HTTP/1.1 {reply.status} {reason}", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def _reset(transport: asyncio.Transport) -> None:
    connection = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
    transport.abort()
