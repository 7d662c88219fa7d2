"""A real process, killed: the next one goes on, on a real disk and through real sockets."""

from __future__ import annotations

import time
from pathlib import Path

from tests.cli.conftest import environment
from tests.cli.forked import Process

from readiness.backup import verify
from readiness.simulator import OkxAccount, OkxSimulator, rows

LIST = "account/bills-archive"


def test_a_killed_process_is_gone_on_with(tmp_path: Path) -> None:
    """Every row once, with `kill -9` in the middle of the pages."""
    account = OkxAccount(mode=2)
    planted = [rows.trading_bill() for _ in range(630)]
    account.put(LIST, *planted)
    folder = tmp_path / "saved"
    journal = folder / ".unfinished" / "account-bills-archive.journal"
    with OkxSimulator([account], latency=0.02, limits=False).serving() as sim:
        config = tmp_path / "readiness.toml"
        config.write_text(
            f'[accounts.main]\nexchange = "okx"\ncredentials = "env"\nbase_url = "{sim.base_url}"',
            encoding="utf-8",
        )
        names = environment(
            READINESS_MAIN_KEY=account.key,
            READINESS_MAIN_SECRET=account.secret,
            READINESS_MAIN_PASSPHRASE=account.passphrase,
            HOME=str(tmp_path),
        )
        command = ["readiness", "backup", "main", "--to", str(folder), "--config", str(config)]
        with Process(*command, env=names) as process:
            deadline = time.monotonic() + 60
            while not (journal.exists() and journal.read_bytes().count(b"\n=") >= 2):
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.005)
            process.kill()
        read = sim.count(LIST)
        assert 0 < read < 8
        with Process(*command, env=names) as again:
            _, err = again.communicate()
        assert (again.returncode, err) == (0, "")
        assert sim.count(LIST) - read <= 8 - read + 1
    saved = (folder / "bills" / "account-bills-archive.jsonl").read_bytes().split(b"\n")[:-1]
    assert len(saved) == len(set(saved)) == len(planted)
    manifest, checks = verify(folder)
    assert manifest.complete
    assert {check.wrong for check in checks} == {""}
