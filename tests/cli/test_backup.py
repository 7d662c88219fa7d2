"""``readiness backup``: exit codes, what is said, and what lies there afterwards."""

from __future__ import annotations

import json
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.saving import Place
from tests.history.support import past
from tests.published import fits

from readiness.backup import verify
from readiness.backup.manifest import Missing
from readiness.cli.backup_summary import summary
from readiness.domain.past import Backup
from readiness.history import History as Scans
from readiness.history import default_path
from readiness.report.formats import Surface
from readiness.simulator import Fault


def test_saved_and_verified(run: Run, place: Place) -> None:
    """A summary on stdout with what the API cannot give; nothing on stderr."""
    outcome = run("backup", "okx-main", "--to", "saved")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("okx-main: rows saved in saved: 4\nLists read: 4; with rows: 2\n")
    assert "What the API cannot give" in outcome.out
    assert "P2P trading, Orders: P2P orders" in outcome.out
    assert outcome.out.count("Order center") == 1
    assert "Complete" in outcome.out
    checked = run("backup", "--verify", "saved")
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == (
        "bills/asset-bills-history.jsonl: ok, 3 rows\n"
        "bills/asset-bills-history.csv: ok, 3 rows\n"
        "fills/trade-fills-history.jsonl: ok, 1 row\n"
        "fills/trade-fills-history.csv: ok, 1 row\n"
        "4 files, 0 wrong\n"
    )
    table = Path("saved/fills/trade-fills-history.csv").read_text(encoding="utf-8")
    assert ",'=evil()," in table
    assert ",-0.03," in table
    assert place.sim.defects == []


def test_a_list_that_cannot_be_read_is_named(run: Run, place: Place) -> None:
    """Exit code 1, the reason, and what to do; the next run completes it."""
    place.sim.fault("trade/fills-history", Fault.html())
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == 1
    assert "fills (trade/fills-history)" in outcome.out
    assert "Not complete" in outcome.out
    text = Path("saved", "manifest.json").read_text(encoding="utf-8")
    assert fits("backup", text)["complete"] is False
    checked = run("backup", "--verify", "saved")
    assert checked.code == 0
    assert "not complete" in checked.err
    place.sim.clear_faults()
    assert run("backup", "okx-main", "--to", "saved").code == 0


def test_what_is_not_there_for_this_account_is_counted(run: Run, place: Place) -> None:
    """A product that was never opened is no gap."""
    place.account.refuse("finance/savings/lending-history", "58002")
    outcome = run("backup", "okx-main", "--to", "saved")
    assert "Lists read: 4; with rows: 2; of products that were never opened: 1" in outcome.out


def test_lists_that_fail_alike_are_told_in_one_place(run: Run, place: Place) -> None:
    """A hundred of them would hide what is to be done."""
    place.sim.fault("account/bills-archive", Fault.html())
    place.sim.fault("trade/fills-history", Fault.html())
    outcome = run("backup", "okx-main", "--to", "saved")
    told = " ".join(outcome.out.split())
    assert (
        "! movements of the trading account (account/bills-archive); fills (trade/fills-history): "
    ) in told


def test_of_one_place_to_look_only_some_things_are_named(run: Run, place: Place) -> None:
    """What no list gives comes first; everything stands in the manifest."""
    folder = "my backup"
    outcome = run("backup", "okx-main", "--to", folder)
    told = " ".join(outcome.out.split())
    assert "a file for each quarter since 2021: the trading account's bills since 2021" in told
    assert "stands in manifest.json under not_available" in told
    assert "readiness backup --verify 'my backup'" in told
    missing = [
        Missing(what=f"thing {number}", why="it is so", where="the attic") for number in range(9)
    ]
    manifest = verify(Path(folder))[0].model_copy(update={"not_available": tuple(missing)})
    attic = " ".join(summary(manifest, Path(folder), Surface(colour=False)).split())
    assert "the attic: thing 0; thing 1; thing 2; thing 3; and 5 more" in attic
    del place


def test_who_waits_is_told_how_long_and_how_to_stop(
    run: Run, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal only."""
    monkeypatch.setattr("readiness.cli.progress.stderr_is_terminal", lambda: True)
    outcome = run("backup", "okx-main", "--to", "saved")
    assert "Ctrl-C stops it; the same command goes on." in " ".join(outcome.err.split())
    assert outcome.code == 0
    del place


def test_the_home_directory_is_meant_by_its_sign(
    run: Run, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shells leave it alone in `--to=~/saved`."""
    monkeypatch.setenv("HOME", str(Path.cwd() / "home"))
    assert run("backup", "okx-main", "--to=~/saved").code == 0
    assert Path("home/saved/manifest.json").exists()
    assert run("backup", "--verify=~/saved").code == 0
    del place


def test_a_damaged_file_is_found(run: Run, place: Place) -> None:
    """One line for it that says what is wrong, and exit code 1; the other files are fine."""
    run("backup", "okx-main", "--to", "saved")
    path = Path("saved/bills/asset-bills-history.jsonl")
    path.write_bytes(path.read_bytes().replace(b"U", b"V"))
    outcome = run("backup", "--verify", "saved")
    assert outcome.code == 1
    assert "asset-bills-history.jsonl: wrong: its SHA-256 is not the manifest's" in outcome.out
    assert outcome.out.count(": ok") == 3
    assert "4 files, 1 wrong" in outcome.out
    del place


def test_where_no_backup_is_there_is_nothing_to_verify(run: Run) -> None:
    """A usage error."""
    Path("empty").mkdir()
    outcome = run("backup", "--verify", "empty")
    assert outcome.code == 2
    assert "manifest.json" in outcome.err
    assert "next: name the directory" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup",),
        ("backup", "okx-main"),
        ("backup", "--to", "saved"),
        ("backup", "okx-main", "--verify", "saved"),
        ("backup", "--to", "x", "--verify", "saved"),
        ("backup", "--force", "--verify", "saved"),
        ("backup", "nobody", "--to", "saved"),
    ],
)
def test_usage(run: Run, place: Place, arguments: tuple[str, ...]) -> None:
    """Said before anything is asked or made."""
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.err
    assert not Path("saved").exists()
    assert place.sim.requests == []


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (Fault.field("perm", "read_only,trade"), 2, "refused"),
        (Fault.error("50111", status=401), 2, "rejected"),
        (Fault.html(), 1, "could not ask"),
    ],
)
def test_a_key_that_is_not_proved_saves_nothing(
    run: Run, place: Place, fault: Fault, code: int, told: str
) -> None:
    """A wrong credential is the user's to mend; a failed question is asked again later."""
    place.sim.fault("account/config", fault)
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == code
    assert told in outcome.err
    assert outcome.err.endswith("Nothing was saved\n")
    assert ".." not in outcome.err
    assert not Path("saved/manifest.json").exists()


def test_another_run_is_named_and_keeps_its_directory(run: Run, place: Place) -> None:
    """A usage error, not a defect."""
    import fcntl

    run("backup", "okx-main", "--to", "saved")
    lock = os.open("saved/.lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    outcome = run("backup", "okx-main", "--to", "saved")
    os.close(lock)
    assert outcome.code == 2
    assert "another run is writing to saved" in outcome.err
    del place


def test_a_directory_that_cannot_be_made_is_named(run: Run, place: Place) -> None:
    """Even one that cannot be looked at; never a defect of the tool."""
    outcome = run("backup", "okx-main", "--to", "x" * 300)
    assert outcome.code == 1
    assert f"{'x' * 300} could not be written" in outcome.err
    assert "permissions" in outcome.err
    assert "defect" not in outcome.err
    del place


def test_a_file_is_no_directory(run: Run, place: Place) -> None:
    """A usage error, and the file stays as it is."""
    Path("saved").write_text("mine", encoding="utf-8")
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == 2
    assert "saved is no directory" in outcome.err
    assert Path("saved").read_text(encoding="utf-8") == "mine"
    del place


def test_interrupted_it_says_how_to_go_on(run: Run, place: Place) -> None:
    """Exit code 130; what was read is kept, and the next run ends it."""
    place.sim.before("trade/fills-history", lambda: os.kill(os.getpid(), signal.SIGINT))
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == 130
    assert "interrupted" in outcome.err
    assert "run the same command again" in outcome.err
    assert place.manifest()["finished_at"] is None
    assert run("backup", "okx-main", "--to", "saved").code == 0


def test_what_was_read_long_before_the_end_is_told(run: Run, place: Place) -> None:
    """An interrupted run is ended and not begun anew; the summary says what that means."""
    assert "adds what has come since" not in run("backup", "okx-main", "--to", "saved").out
    past = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    manifest = place.manifest() | {"finished_at": None, "complete": False}
    lists = manifest["lists"]
    assert isinstance(lists, list)
    for entry in lists:
        entry["asked_at"] = entry["ranges"][0]["to"] = past
    Path("saved/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == 0
    assert "Some lists were begun at" in outcome.out
    assert "adds what has come since" in " ".join(outcome.out.split())
    assert "Some lists" not in run("backup", "okx-main", "--to", "saved").out


def last(account: str) -> Backup | None:
    with Scans.open(default_path(), now=lambda: datetime.now(UTC)) as history:
        return past(history, account).backup


def test_scans_know_of_a_backup(run: Run, place: Path) -> None:
    """The newest, where it is, and whether it is complete."""
    assert run("backup", "okx-main", "--to", "saved").code == 0
    known = last("okx-main")
    assert known is not None
    assert (known.path, known.complete) == (Path("saved").resolve(), True)
    del place


def test_a_history_that_cannot_be_written_spoils_no_backup(run: Run, place: Place) -> None:
    """It is a warning."""
    default_path().parent.mkdir(parents=True)
    default_path().mkdir()
    outcome = run("backup", "okx-main", "--to", "saved")
    assert outcome.code == 0
    assert "scans will not know of it" in outcome.err
    assert place.manifest()["complete"] is True


def test_a_history_that_is_switched_off_is_left_alone(run: Run, place: Place) -> None:
    """No file of it comes up."""
    with place.config.open("a", encoding="utf-8") as config:
        config.write("\n[history]\nenabled = false\n")
    assert run("backup", "okx-main", "--to", "saved").code == 0
    assert not default_path().exists()
