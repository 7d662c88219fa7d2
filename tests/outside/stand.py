"""Simulators, recorders in front of them, and a place in which the installed tool runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from tests.outside.listed import Listed
from tests.outside.recorder import Recorder
from tests.outside.wheel import ROOT, Installed

from readiness.simulator.__main__ import stages
from readiness.simulator.rehearsal import Stage, instructions

_WAYS: Final = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
_TIERED: Final = 'exchange = "kraken"\n'
"""An account of the highest tier waits least for its limits."""
_ALL: Final = """
import sys
from readiness.cli import main
for exchange in sys.argv[1:]:
    main(["endpoints", exchange, "--format", "json"])
"""


@cache
def own_network() -> tuple[str, ...]:
    """How to start a program in a network of its own; empty where nobody lets us."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return ()
    for way in _WAYS:
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return tuple(way)
    return ()


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it said besides.
        counted: what the kernel counted in its network; empty where that is everybody's.
    """

    code: int
    out: str
    err: str
    counted: Mapping[str, int]

    @property
    def report(self) -> dict[str, Any]:
        """The report that it printed."""
        told: dict[str, Any] = json.loads(self.out)
        return told

    @property
    def strayed(self) -> dict[str, int]:
        """What it has tried beside connections of TCP within its network, by kind."""
        kinds = ("Ip:OutNoRoutes", "6:Ip6OutNoRoutes", "Udp:OutDatagrams", "6:Udp6OutDatagrams")
        return {kind: self.counted[kind] for kind in kinds if self.counted.get(kind)}


@dataclass(frozen=True)
class Stand:
    """Where the tool is tried.

    Attributes:
        tool: what is tried.
        home: the folder in which it runs.
        staged: the simulators, by the address of the server in front of each.
        recorder: those servers.
        told: the configuration and the variables that a rehearsal prints.
    """

    tool: Installed
    home: Path
    staged: Mapping[str, Stage]
    recorder: Recorder
    told: str
    _talk: Any
    _printed: dict[str, str] = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        """Whether the tool runs in a network of its own."""
        return bool(own_network())

    def run(self, *argv: str, **environ: str) -> Ended:
        """Run a program to its end."""
        plain = {"PATH": os.defpath, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
        ask = {"argv": argv, "env": plain | environ, "cwd": str(self.home)}
        self._talk.write(json.dumps(ask) + "\n")
        self._talk.flush()
        return Ended(**json.loads(self._talk.readline()))

    def readiness(self, *arguments: str, accounts: str, exchange: str = "") -> Ended:
        """Run the tool with some of the accounts.

        Args:
            *arguments: its command line.
            accounts: which accounts are configured: a pattern for their whole names.
            exchange: the entity that all of them are said to be at, in place of their own.
        """
        tables = re.findall(r"\[accounts\.(\S+)\]\n(.*?)\n\n", self.told, re.DOTALL)
        text = "[network]\ntimeout = 60\ndeadline = 900\n"
        for name, lines in tables:
            if re.fullmatch(accounts, name):
                own = re.sub(r'(?m)^exchange = ".*"', f'exchange = "{exchange}"', lines)
                tier = 'tier = "pro"\n' if _TIERED in lines else ""
                text += f"\n[accounts.{name}]\n{tier}{own if exchange else lines}\n"
        path = self.home / "readiness.toml"
        path.write_text(text, encoding="utf-8")
        keys = dict(re.findall(r"(?m)^export (\w+)=(.*)$", self.told))
        return self.run(self.tool.readiness, *arguments, **keys)

    def listed(self, exchange: str = "", *, saving: bool = False) -> dict[str, Listed]:
        """What may come to each server, as the installed tool prints it.

        Args:
            exchange: the entity that all accounts are said to be at, in place of their own.
            saving: whether what a backup asks for may come as well.
        """
        names = {at: exchange or stage.exchange for at, stage in self.staged.items()}
        wanted = sorted({*names.values()} - {*self._printed})
        if wanted:
            ended = self.run(self.tool.python, "-c", _ALL, *wanted)
            assert ended.code == 0, ended.err
            self._printed.update(zip(wanted, _documents(ended.out), strict=True))
        return {
            at: Listed.of(self._printed[name], self.staged[at].exchange, saving=saving)
            for at, name in names.items()
        }


def _documents(text: str) -> Iterator[str]:
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        _, end = decoder.raw_decode(text, at)
        yield text[at:end]
        at = end + len(text[end:]) - len(text[end:].lstrip())


@contextmanager
def stand(tool: Installed, home: Path, worlds: Sequence[str]) -> Iterator[Stand]:
    """Serve some worlds, with a recorder in front of each exchange."""
    recorder = Recorder()
    with ExitStack() as opened:
        staged = stages(worlds, limits=False)
        for stage in staged:
            opened.enter_context(stage.simulator.serving())
        ports = [urlsplit(stage.simulator.base_url).port or 0 for stage in staged]
        talk, listening = opened.enter_context(_booth(len(staged)))
        opened.enter_context(recorder.serving(listening, ports))
        at = ["{}:{}".format(*each.getsockname()) for each in listening]
        told = instructions(staged)
        for port, address in zip(ports, at, strict=True):
            told = told.replace(f"http://127.0.0.1:{port}", f"http://{address}")
        yield Stand(tool, home, dict(zip(at, staged, strict=True)), recorder, told, talk)


@contextmanager
def _booth(servers: int) -> Iterator[tuple[Any, list[socket.socket]]]:
    ours, theirs = socket.socketpair()
    with closing(ours), closing(theirs):
        program = [sys.executable, str(ROOT / "tests" / "outside" / "booth.py")]
        told = [str(theirs.fileno()), str(servers), str(int(bool(own_network())))]
        command = [*own_network(), *program, *told]
        with subprocess.Popen(command, pass_fds=[theirs.fileno()]) as process:
            theirs.close()
            _, numbers, _, _ = socket.recv_fds(ours, 1, servers)
            listening = [socket.socket(fileno=number) for number in numbers]
            with ours.makefile("rw", encoding="utf-8") as talk:
                yield talk, listening
            ours.close()
            process.wait(30)
