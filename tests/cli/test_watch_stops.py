"""``readiness watch`` in a process of its own, and the signals that end it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import pytest
from tests.cli.conftest import environment
from tests.cli.forked import Process
from tests.cli.test_watch import entries

from readiness.cli.stop import Stop, until_stopped
from readiness.history import Ending, default_path
from readiness.simulator import Fault, OkxAccount, OkxSimulator
from readiness.simulator.okx.worlds import trading_key

SIGNALS = pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)], ids=["SIGTERM", "SIGINT"]
)


@contextmanager
def watching(sim: OkxSimulator, account: OkxAccount) -> Iterator[Process]:
    """A watch over one account, in a process of its own."""
    Path("readiness.toml").write_text(
        '[accounts.main]\nexchange = "okx"\ncredentials = "env"\n'
        f'base_url = "{sim.base_url}"\n[watch]\nevery = "6h"\n',
        encoding="utf-8",
    )
    env = environment(
        READINESS_MAIN_KEY=account.key,
        READINESS_MAIN_SECRET=account.secret,
        READINESS_MAIN_PASSPHRASE=account.passphrase,
    )
    with Process("readiness", "watch", "--output", "json=report.json", env=env) as process:
        yield process


def insist(process: Process, sent: signal.Signals) -> None:
    """Send a signal again and again until the process has ended."""
    while process.poll() is None:
        process.send_signal(sent)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.02)


@SIGNALS
def test_a_scan_in_progress_is_given_up(sent: signal.Signals, code: int) -> None:
    """Within seconds, recorded as interrupted, and a second signal changes nothing."""
    account, asked = OkxAccount(), Event()
    sim = OkxSimulator([account])
    sim.fault("asset/balances", Fault.hang(), times=None)
    sim.before("asset/balances", asked.set)
    with sim.serving(), watching(sim, account) as process:
        assert asked.wait(60)
        begun = time.monotonic()
        insist(process, sent)
        assert time.monotonic() - begun < 10
        out, err = process.communicate()
    assert (process.returncode, out, err) == (code, "", "")
    (entry,) = entries()
    assert (entry.account, entry.trigger, entry.ending) == ("main", "watch", Ending.INTERRUPTED)
    assert [path.name for path in Path().iterdir()] == ["readiness.toml"]
    assert {path.suffix for path in default_path().parent.iterdir()} <= {".sqlite3", ".lock"}


@SIGNALS
def test_a_command_for_a_key_does_not_stay_behind(sent: signal.Signals, code: int) -> None:
    """It is in a session of its own, where Ctrl-C does not reach it."""
    os.mkfifo("lives")
    Path("readiness.toml").write_text(
        '[accounts.main]\nexchange = "okx"\ncredentials = "command"\n'
        """credentials_command = ["sh", "-c", "exec > lives; echo $$; exec sleep 60"]\n"""
        '[watch]\nevery = "6h"\n',
        encoding="utf-8",
    )
    with (
        Process("readiness", "watch", env=environment()) as process,
        Path("lives").open("rb") as pipe,
    ):
        assert pipe.readline().strip().isdigit()
        process.send_signal(sent)
        out, err = process.communicate(timeout=20)
        # Its other end is closed once nobody is left who could write.
        ended, _, _ = select.select([pipe], [], [], 10)
        assert ended
        assert pipe.read() == b""
    assert (process.returncode, out, err) == (code, "", "")


def test_between_two_scans_it_just_ends() -> None:
    """What was scanned stays recorded; the line had told when the next scan was due."""
    account = trading_key()  # of all scans, the shortest
    sim = OkxSimulator([account])
    with sim.serving(), watching(sim, account) as process:
        line = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "", "")
    assert " main: refused" in line
    assert "; next " in line
    assert [entry.ending for entry in entries()] == [Ending.DONE]
    assert Path("report.json").exists()


@SIGNALS
def test_before_anything_began_it_just_ends(sent: signal.Signals, code: int) -> None:
    """While libraries are loaded, or the configuration is read; and later signals are ignored."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def command(_: Stop) -> int:
        signal.raise_signal(sent)
        raise AssertionError("it was not stopped")

    try:
        assert until_stopped(command) == code
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_without_a_signal_everything_is_as_before() -> None:
    """Whoever ends by itself leaves the handlers as they were."""
    before = signal.getsignal(signal.SIGTERM)
    assert until_stopped(lambda _: 7) == 7
    assert signal.getsignal(signal.SIGTERM) is before
