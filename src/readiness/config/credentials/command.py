"""Credentials that a command prints."""

import atexit
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Final

from readiness.config.credentials.interface import parse_fields
from readiness.config.errors import CredentialError, shown
from readiness.language import message, reason_of, say, translate

TIMEOUT: Final = 30.0
_LARGEST: Final = 65536
_BY_HAND: Final = message(
    "run it by hand to see why; what it prints is not shown, it may hold secrets"
)


@dataclass(frozen=True)
class CommandReader:
    """Runs a program without a shell and reads a JSON object from what it prints.

    Attributes:
        argv: the program and its arguments.
        environ: the environment it gets.
        timeout: seconds until it is ended, with everything it has started.
    """

    argv: Sequence[str] = field(repr=False)
    environ: Mapping[str, str] = field(repr=False)
    timeout: float = TIMEOUT

    def read(self, account: str, fields: Sequence[str]) -> Mapping[str, str]:
        """What the command printed; the caller checks that it is what was wanted."""
        raw = self._run(account)
        try:
            text: str | None = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = None
        wanted = say('it must print {"key": "...", "secret": "...", ...} and nothing else')
        return parse_fields(account, text, say("what credentials_command printed"), wanted)

    def missing(self, account: str, field: str) -> str:
        """Say that the command has to print it."""
        return say(
            'make credentials_command print it, as "{field}" of its JSON object', field=field
        )

    def _run(self, account: str) -> bytes:
        process = self._start(account)
        output = _Output(process)
        end = partial(_end, process)
        # Nothing that was started here stays behind: not after Ctrl-C, and not when this runs
        # in a thread that the end of the tool does not wait for.
        atexit.register(end)
        try:
            ended = output.wait(self.timeout)
        finally:
            end()
            atexit.unregister(end)
        if not ended:
            what = say(
                "credentials_command did not end within {seconds} seconds",
                seconds=f"{self.timeout:g}",
            )
            raise CredentialError(account, what, translate(_BY_HAND))
        if len(output.data) > _LARGEST:
            raise CredentialError(
                account, say("credentials_command prints too much"), translate(_BY_HAND)
            )
        if process.returncode:
            code = process.returncode
            what = (
                say("credentials_command ended with exit code {code}", code=code)
                if code > 0
                else say("credentials_command ended by signal {signal}", signal=-code)
            )
            raise CredentialError(account, what, translate(_BY_HAND))
        return output.data

    def _start(self, account: str) -> "subprocess.Popen[bytes]":
        try:
            return subprocess.Popen(  # noqa: S603 - the user's own command, and no shell
                list(self.argv),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=dict(self.environ),
                start_new_session=True,  # so that its children can be ended with it
            )
        except (OSError, ValueError) as error:
            reason = reason_of(error, say("it is not usable"))
        raise CredentialError(
            account,
            say("credentials_command could not be started: {reason}", reason=reason),
            self._program_wanted(),
        )

    def _program_wanted(self) -> str:
        """What is wrong with the first item, which is not shown where it may hold arguments."""
        program = self.argv[0]
        if program.split() != [program]:
            return say(
                "no shell is used: write the program and each argument as an item of its own"
            )
        return say(
            "{program} must be a program that exists and can be run; no shell is used",
            program=shown(program),
        )


class _Output:
    """Collects what a process prints, up to a limit, without ever blocking the caller."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.data = b""
        self._process = process
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether the process ended in time, or printed more than anybody wants."""
        until = time.monotonic() + seconds
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        if len(self.data) > _LARGEST:
            return True
        try:
            self._process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True

    def _collect(self) -> None:
        stream: IO[bytes] | None = self._process.stdout
        if stream is not None:
            with stream:
                self.data = stream.read(_LARGEST + 1)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what did not end by itself, with everything it has started.

    A process that has been waited for is left alone: its number may already belong to
    another, and what a password manager leaves running on purpose is its own business.
    """
    if process.returncode is not None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
