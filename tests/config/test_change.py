"""The configuration is written whole, by one run at a time, and only if it is right."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from tests.config.support import EXCHANGES, TODAY

from readiness.config import Config, ConfigError
from readiness.config.change import change_config
from readiness.config.edit import Change, closure, confirmation
from readiness.config.rewrite import WriteError

TEXT = '# mine\n[accounts.okx-main]\nexchange = "okx"\n'
LOOKED = confirmation("okx-main", ("p2p",), TODAY)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "readiness.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def change(path: Path, how: Change = LOOKED) -> Config:
    return change_config(path, how, today=TODAY, exchanges=EXCHANGES)


def others(path: Path) -> list[str]:
    """What stands beside the file."""
    return [each.name for each in path.parent.iterdir() if each != path]


def test_the_new_configuration_is_on_the_disk_and_handed_out(file: Path) -> None:
    """No temporary file is left."""
    config = change(file)
    assert [entry.item for entry in config.decisions.confirmations] == ["p2p"]
    assert file.read_text(encoding="utf-8").startswith(TEXT)
    assert 'item = "p2p"' in file.read_text(encoding="utf-8")
    assert others(file) == []


@pytest.mark.parametrize(
    "how",
    [
        closure("okx-main", TODAY, 0),
        closure("okx-main", TODAY + timedelta(days=9), 30),
        confirmation("nobody", ("p2p",), TODAY),
        confirmation("okx-main", ("*",), TODAY),
        lambda text: text + "surprise = 1\n",
        lambda text: text + "no toml",
    ],
)
def test_what_would_be_wrong_is_not_written(file: Path, how: Change) -> None:
    """The rules are those of a file that a person writes."""
    with pytest.raises(ConfigError):
        change(file, how)
    assert file.read_text(encoding="utf-8") == TEXT
    assert others(file) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_mode_and_link_stay(file: Path, tmp_path: Path, mode: int) -> None:
    """A link goes on leading to the file, which keeps who may read it."""
    file.chmod(mode)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.toml"
    link.symlink_to(Path("..") / file.name)
    change(link)
    assert link.is_symlink()
    assert 'item = "p2p"' in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert others(link) == []


def test_a_change_that_changes_nothing_writes_nothing(file: Path) -> None:
    """The file is not even replaced."""
    before = file.stat()
    change(file, lambda text: text)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("replaced", [False, True])
def test_what_somebody_else_wrote_meanwhile_stays(file: Path, *, replaced: bool) -> None:
    """An editor that saves in between wins, in place or as a new file."""

    def meanwhile(text: str) -> str:
        if replaced:
            file.unlink()
        file.write_text(TEXT + "# theirs\n", encoding="utf-8")
        return LOOKED(text)

    with pytest.raises(WriteError, match="changed meanwhile"):
        change(file, meanwhile)
    assert file.read_text(encoding="utf-8") == TEXT + "# theirs\n"
    assert others(file) == []


def test_many_runs_at_once_lose_nothing(file: Path) -> None:
    """Each waits for the others and adds its own entry to theirs."""
    items = [f"item-{number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda item: change(file, confirmation("okx-main", (item,), TODAY)), items))
    written = change(file, lambda text: text).decisions.confirmations
    assert sorted(entry.item for entry in written) == sorted(items)
    assert others(file) == []


@pytest.mark.parametrize("step", ["fsync", "utime", "write"])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A full disk is said with the system's words, and no half file is left."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "write":
        monkeypatch.setattr("tempfile.mkstemp", full)
    else:
        monkeypatch.setattr(f"os.{step}", full)
    with pytest.raises(WriteError, match=r"(?s)No space left.*next: nothing was changed"):
        change(file)
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == TEXT
    assert others(file) == []


def test_what_is_no_file_is_not_written(tmp_path: Path) -> None:
    """A pipe, a directory, a name that leads nowhere or to itself."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("pipe", "loop", ".", "none"):
        with pytest.raises(WriteError):
            change(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_protected_file_stays_protected(file: Path) -> None:
    """Neither the file's own protection nor its directory's is got round."""
    file.chmod(0o400)
    with pytest.raises(WriteError, match="Permission denied"):
        change(file)
    file.chmod(0o600)
    file.parent.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="Permission denied"):
            change(file)
    finally:
        file.parent.chmod(0o700)
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_file_of_another_owner_is_not_taken_over(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the owner cannot be kept, nothing is written."""

    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    real = os.fstat

    def of_somebody_else(handle: int) -> os.stat_result:
        found = real(handle)
        theirs = os.path.samestat(found, file.stat())
        return os.stat_result((*found[:4], found.st_uid + theirs, *found[5:]))

    monkeypatch.setattr("os.fchown", refused)
    monkeypatch.setattr("os.fstat", of_somebody_else)
    with pytest.raises(WriteError, match="another user"):
        change(file)
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == TEXT
    assert others(file) == []
