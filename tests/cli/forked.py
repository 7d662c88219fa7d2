"""Commands in processes of their own, forked from one that has imported what a scan needs.

Such a process is like one of ``python -m MODULE``: it has arguments, environment, directory, output
and signals of its own, and ends as every interpreter does. Only the seconds of importing are spent
once. What a fresh interpreter does (its encodings, what it loads) is not proved with it.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Self

IMPORTED = (
    *("readiness.cli", "readiness.config", "readiness.scan", "readiness.scan.diagnose"),
    *("readiness.exchanges.okx.adapter", "readiness.history", "readiness.watch"),
    *("readiness.backup", "readiness.report", "rich.table", "jinja2", "aiohttp"),
    *("ccxt.async_support.okx", "tests.report.samples", "tests.history.support"),
)
ROOT = Path(__file__).parents[2]


class Process:
    """One that was started, to be used like a ``subprocess.Popen``."""

    def __init__(
        self, module: str, *arguments: str, env: Mapping[str, str], stdout: int | None = None
    ) -> None:
        """Run a module; a ``stdout`` that is given is where it prints to, instead of a pipe."""
        self._ended, ended = socket.socketpair()
        printed, out = os.pipe()
        warned, err = os.pipe()
        self.stdout = os.fdopen(printed, encoding="utf-8")
        self.stderr = os.fdopen(warned, encoding="utf-8")
        asked = {"arguments": [module, *arguments], "env": {**env}, "directory": str(Path.cwd())}
        given = [out if stdout is None else stdout, err, ended.fileno()]
        socket.send_fds(_server(), [json.dumps(asked).encode() + b"\n"], given)
        ended.close()
        os.close(out)
        os.close(err)
        self.pid = self._told()
        self.returncode: int | None = None

    def _told(self) -> int:
        return int.from_bytes(self._ended.recv(4, socket.MSG_WAITALL), signed=True)

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, or the negative number of the signal that ended it."""
        if self.returncode is None:
            if not select.select([self._ended], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self.returncode = self._told()
        return self.returncode

    def poll(self) -> int | None:
        """The same, or None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def send_signal(self, sent: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it ended meanwhile
                os.kill(self.pid, sent)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float = 60) -> tuple[str, str]:
        """Wait for its end, and what it still had to say on stdout and on stderr: a few lines."""
        self.wait(timeout)
        return self.stdout.read(), self.stderr.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """It does not outlive the block."""
        self.kill()
        self.wait()
        for opened in (self.stdout, self.stderr, self._ended):
            opened.close()


@cache
def _server() -> socket.socket:
    """The one that forks, for all tests of this process; it ends with them."""
    ours, theirs = socket.socketpair()
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.forked", str(theirs.fileno())],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        # Ctrl-C is for the tests.
        start_new_session=True,
    )
    theirs.close()

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours


def _serve(requests: socket.socket) -> list[str]:
    """Fork a process for each request; returns in these, with what they have to run."""
    for name in IMPORTED:
        import_module(name)
    gc.freeze()
    # Nobody waits for those that watch over a process.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        request, numbers, _, _ = socket.recv_fds(requests, 65_536, 3)
        while request and not request.endswith(b"\n"):
            request += requests.recv(65_536)
        if not request:
            sys.exit()
        if not os.fork():
            requests.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            return _begin(json.loads(request), *numbers)
        for number in numbers:
            os.close(number)


def _begin(asked: dict[str, Any], out: int, err: int, ended: int) -> list[str]:
    """Fork once more: one process runs what was asked for, the other tells how that ended."""
    child = os.fork()
    if child:
        os.close(out)
        os.close(err)
        os.write(ended, child.to_bytes(4, signed=True))
        _, status = os.waitpid(child, 0)
        os.write(ended, os.waitstatus_to_exitcode(status).to_bytes(4, signed=True))
        os._exit(0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    for number in (out, err, ended):
        os.close(number)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["directory"])
    arguments: list[str] = asked["arguments"]
    return arguments


if __name__ == "__main__":
    module, *sys.argv[1:] = _serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
