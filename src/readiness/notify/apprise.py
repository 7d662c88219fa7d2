"""Hands messages to apprise, in a process that can be ended."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import Final

from readiness.config import Secret
from readiness.config.credentials.directory import VARIABLE
from readiness.language import message, translate
from readiness.notify import apprise_child
from readiness.notify.failure import NotSentError
from readiness.notify.message import Message

MISSING: Final = message("apprise, which sends it, is not installed")
_OLD: Final = message("the apprise that is installed is too old")
INSTALL: Final = message('install it: pip install "readiness[notify]"')

_PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
_OURS: Final = "READINESS_"
_SAYS: Final[Mapping[int, tuple[str, str]]] = {
    apprise_child.NO_SUCH_SERVICE: (
        message("apprise does not understand its URL"),
        message("compare it with apprise's documentation of that service"),
    ),
    apprise_child.NOT_SENT: (
        message("its service did not take the message"),
        message("check the URL: password, token and address"),
    ),
    apprise_child.NOT_INSTALLED: (MISSING, INSTALL),
    apprise_child.TOO_OLD: (_OLD, INSTALL),
}
_FAILED: Final = (
    message("apprise failed"),
    message("run `readiness notify test`, and report it if that fails"),
)


def installed() -> bool:
    """Whether apprise is there; it is not loaded."""
    return find_spec("apprise") is not None


async def hand_over(
    url: Secret, messages: Sequence[Message], environ: Mapping[str, str], proxy: str | None
) -> None:
    """Send messages to one service.

    The time is bounded by whoever calls: when it is up, the process is ended.

    Args:
        url: the apprise URL.
        messages: what to say.
        environ: the environment; variables of this tool, and the place of a service's
            credentials, are kept from the process.
        proxy: URL of a configured proxy; without one, the environment's is used.

    Raises:
        NotSentError: at least one message was not sent.
    """
    if not installed():
        raise NotSentError(translate(MISSING), translate(INSTALL))
    order = {
        "url": url.get_secret_value(),
        "messages": [{"title": message.title, "body": message.body} for message in messages],
    }
    code = await _run(json.dumps(order).encode(), _environment(environ, proxy))
    if code != apprise_child.SENT:
        raise NotSentError(*map(translate, _SAYS.get(code, _FAILED)))


async def _run(order: bytes, environ: Mapping[str, str]) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # nothing in the working directory stands in for a library
        apprise_child.__file__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env=dict(environ),
        start_new_session=True,  # Ctrl-C is for the tool, which then ends this as well
    )
    try:
        await process.communicate(order)
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    return process.returncode or 0


def _environment(environ: Mapping[str, str], proxy: str | None) -> dict[str, str]:
    kept = {
        name: value
        for name, value in environ.items()
        if not name.startswith(_OURS) and name != VARIABLE
    }
    if proxy is None:
        return kept
    names = [name for each in _PROXIES for name in (each, each.upper())]
    return {**kept, **dict.fromkeys(names, proxy)}
