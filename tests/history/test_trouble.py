"""A file that is broken, foreign, newer or out of reach: nothing recorded is lost by it."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from tests.history.support import DUSTY, READY, kept, opened
from tests.strategies import ACCOUNT

from readiness.history import HistoryError, NoHistoryError, place

NOBODY = 65534


def parts(error: HistoryError) -> dict[str, str]:
    """What, where, why and next."""
    text = f"what: {error}"
    return dict(re.findall(r"(what|where|why|next): (.*)", text))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history that has something in it."""
    folder = tmp_path_factory.mktemp("recorded")
    with opened(folder / "history.sqlite3") as history:
        for _ in range(3):
            kept(history, DUSTY)
    return folder


@pytest.fixture
def path(recorded: Path, tmp_path: Path) -> Path:
    """A copy of that history."""
    copytree(recorded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "history.sqlite3"


def _cut(length: Callable[[int], int]) -> Callable[[bytes], bytes]:
    return lambda content: content[: length(len(content))]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "garbage": lambda content: b"no database\n" * (len(content) // 12),
    "zero bytes": _cut(lambda _: 0),
    "one byte": _cut(lambda _: 1),
    "half a header": _cut(lambda _: 60),
    "a header": _cut(lambda _: 100),
    "part of a page": _cut(lambda _: 3000),
    "one page": _cut(lambda _: 4096),
    "half of it": _cut(lambda whole: whole // 2),
    "all but a byte": _cut(lambda whole: whole - 1),
    "zeros in place of it": lambda content: bytes(len(content)),
    "a page of garbage": lambda content: content[:4096] + b"\xa5" * 4096 + content[8192:],
    "garbage at its beginning": lambda content: b"\xa5" * 512 + content[512:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_broken_file_is_moved_aside_and_a_new_one_begun(path: Path, damage: str) -> None:
    """Under a name with the date, as it was; and it is said aloud."""
    broken = DAMAGES[damage](path.read_bytes())
    path.write_bytes(broken)
    with opened(path) as history:
        (notice,) = history.notices
        (aside,) = path.parent.glob("history.sqlite3.broken-*")
        assert aside.name == "history.sqlite3.broken-20261120T080000Z"
        assert aside.read_bytes() == broken
        for told in (str(aside), str(path), "why: ", "next: "):
            assert told in notice
        assert history.entries() == ()
        id_, _ = kept(history, READY)
    with opened(path) as history:
        assert not history.notices
        assert [entry.id for entry in history.entries()] == [id_]


def test_two_broken_files_of_one_moment_are_both_kept(path: Path) -> None:
    """Nothing is overwritten, whatever the clock says."""
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        opened(path)
    asides = {aside.name: aside.read_bytes() for aside in path.parent.glob("*.broken-*")}
    name = "history.sqlite3.broken-20261120T080000Z"
    assert asides == {name: b"first", f"{name}-2": b"second", f"{name}-3": b"third"}


def test_what_belongs_to_a_broken_file_goes_with_it(path: Path) -> None:
    """Its log may be all that is left of it, and must not be taken for the new file's."""
    path.write_bytes(b"broken")
    path.with_name("history.sqlite3-wal").write_bytes(b"log")
    opened(path)
    name = "history.sqlite3.broken-20261120T080000Z"
    assert path.with_name(name).read_bytes() == b"broken"
    assert path.with_name(f"{name}-wal").read_bytes() == b"log"


UNNOTICED = {"all but a byte"}
"""Not where the entries are; only the next scan looks at all of a file."""


@pytest.mark.parametrize("damage", DAMAGES)
def test_reading_moves_nothing(path: Path, damage: str) -> None:
    """It says what is wrong, or reads what is left; the file stays as it is."""
    broken = DAMAGES[damage](path.read_bytes())
    path.write_bytes(broken)
    noticed = pytest.raises(HistoryError, match="the next scan moves the file aside")
    with contextlib.nullcontext() if damage in UNNOTICED else noticed:
        opened(path, create=False).entries()
    assert path.read_bytes() == broken
    assert not list(path.parent.glob("*.broken-*"))


def test_a_file_of_a_newer_version_is_left_as_it_is(path: Path) -> None:
    """Neither read nor written; the message says so."""
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(HistoryError, match="a newer version of readiness wrote it") as raised:
            opened(path, create=create)
        assert "left as it is" in parts(raised.value)["next"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", [0, 7])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, mark: int) -> None:
    """Somebody named the wrong file."""
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
        other.execute(f"PRAGMA application_id = {mark}")
    other.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(HistoryError, match="another program"):
            opened(path, create=create)
    assert path.read_bytes() == before


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path))


NO_FILES: dict[str, Callable[[Path], None]] = {
    "a directory": Path.mkdir,
    "a pipe": os.mkfifo,
    "a socket": _socket,
}


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_no_history(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, create: bool
) -> None:
    """It is said, with the path; nobody waits for a pipe, and nothing is moved aside."""
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    NO_FILES[kind](Path("it"))
    before = Path("it").lstat()
    with pytest.raises(HistoryError) as raised:
        opened(tmp_path / "it", create=create)
    assert set(parts(raised.value)) == {"what", "where", "why", "next"}
    assert os.path.samestat(Path("it").lstat(), before)
    assert [file.name for file in tmp_path.iterdir()] == ["it"]


def test_a_log_without_its_file_is_not_taken_for_a_new_one(path: Path) -> None:
    """Somebody removed the file alone: what is in its log belongs to another one."""
    log = path.with_name(f"{path.name}-wal")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN")
    holder.execute("SELECT * FROM scans").fetchone()
    with opened(path) as history:
        kept(history, DUSTY)
    left = log.read_bytes()
    holder.close()
    path.unlink()
    log.write_bytes(left)
    with opened(path) as history:
        assert history.entries() == ()
        id_, _ = kept(history, READY)
        assert [entry.id for entry in history.entries()] == [id_]
    (aside,) = path.parent.glob("*.broken-*-wal")
    assert aside.read_bytes() == left


def test_a_file_in_the_way_of_the_directory(tmp_path: Path) -> None:
    """The directory cannot be made."""
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(HistoryError) as raised:
        opened(tmp_path / "state" / "history.sqlite3")
    assert set(parts(raised.value)) == {"what", "where", "why", "next"}
    assert (tmp_path / "state").read_text() == "in the way"


@contextlib.contextmanager
def _as_root() -> Iterator[None]:
    """Who we are without having given anything up."""
    now = os.geteuid()
    os.seteuid(os.getuid())
    try:
        yield
    finally:
        os.seteuid(now)


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A directory with a history in which we may not write, even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        with opened(directory / "history.sqlite3") as history:
            kept(history, DUSTY)
        root = os.geteuid() == 0
        if root:
            (directory / "history.sqlite3").chmod(0o644)
        directory.chmod(0o555)
        if root:
            os.seteuid(NOBODY)
        try:
            yield directory / "history.sqlite3"
        finally:
            if root:
                os.seteuid(0)
            directory.chmod(0o700)


def test_where_nothing_may_be_written_nothing_is_recorded(read_only: Path) -> None:
    """It is said, and what was recorded stays."""
    with pytest.raises(HistoryError) as raised, opened(read_only) as history:
        history.begin(ACCOUNT, "okx", "scan")
    assert "give yourself the right" in parts(raised.value)["next"]
    with pytest.raises(HistoryError):
        opened(read_only.parent / "another.sqlite3")


def test_where_nothing_may_be_written_what_is_there_can_be_read(read_only: Path) -> None:
    """SQLite's own bookkeeping needs no place then."""
    with opened(read_only, create=False) as history:
        (entry,) = history.entries()
        assert history.report(entry.id).findings


@pytest.mark.parametrize("create", [True, False])
def test_a_directory_that_cannot_be_looked_into(read_only: Path, create: bool) -> None:
    """Nobody knows whether something was recorded there; that is no empty history."""
    with _as_root():
        read_only.parent.chmod(0)
    with pytest.raises(HistoryError, match="Permission denied") as raised:
        opened(read_only, create=create)
    assert not isinstance(raised.value, NoHistoryError)


def test_a_link_that_leads_to_itself_holds_nothing(tmp_path: Path) -> None:
    """Nothing can have been recorded there."""
    (tmp_path / "history.sqlite3").symlink_to("history.sqlite3")
    with pytest.raises(NoHistoryError):
        opened(tmp_path / "history.sqlite3", create=False)
    assert opened(tmp_path / "history.sqlite3").entries() == ()


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    """A broken file is moved where it is, and the new one begun there."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.sqlite3"
    link.symlink_to(path)
    path.write_bytes(b"broken")
    with opened(link) as history:
        kept(history, READY)
    assert link.is_symlink()
    assert [aside.read_bytes() for aside in path.parent.glob("*.broken-*")] == [b"broken"]
    with opened(path, create=False) as history:
        assert len(history.entries()) == 1


def test_unfinished_business_beside_the_file_is_not_passed_over(read_only: Path) -> None:
    """What a log holds is part of what was recorded; without it, nothing is told."""
    with _as_root():
        read_only.parent.chmod(0o700)
        read_only.with_name(f"{read_only.name}-wal").write_bytes(b"log" * 99)
        read_only.parent.chmod(0o555)
    with pytest.raises(HistoryError) as raised:
        opened(read_only, create=False)
    assert "give yourself the right" in parts(raised.value)["next"]


def test_a_locked_file_is_waited_for_and_then_given_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scan does not hang because of its history."""
    monkeypatch.setattr("readiness.history.connection.PATIENCE", 0.01)
    with opened(path) as history:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="locked") as raised:
            history.begin(ACCOUNT, "okx", "scan")
        assert "another run" in parts(raised.value)["next"]
        # Reading goes on meanwhile.
        assert len(history.entries()) == 3
        other.execute("ROLLBACK")
        other.close()
        history.begin(ACCOUNT, "okx", "scan")


def test_a_run_that_begins_a_history_keeps_others_waiting_only_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for the moment in which a file is made."""
    monkeypatch.setattr(place, "PATIENCE", 0.0)
    monkeypatch.setattr(place, "_PAUSE", 0.0)
    with place.alone(tmp_path), pytest.raises(HistoryError):
        opened(tmp_path / "history.sqlite3")
    opened(tmp_path / "history.sqlite3")


def test_a_run_that_begins_a_history_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is done, the other goes on."""
    other = contextlib.ExitStack()
    other.enter_context(place.alone(tmp_path))
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        """The other ends the first time that somebody waits."""
        pauses.append(seconds)
        other.close()

    monkeypatch.setattr("readiness.history.place.time.sleep", pause)
    assert opened(tmp_path / "history.sqlite3").entries() == ()
    assert len(pauses) == 1


def test_what_a_killed_beginning_left_is_cleared_away(tmp_path: Path) -> None:
    """A new file appears under its name only when it is whole."""
    (tmp_path / "history.sqlite3.new").write_bytes(b"half")
    (tmp_path / "history.sqlite3.new-wal").write_bytes(b"half")
    with opened(tmp_path / "history.sqlite3") as history:
        assert history.entries() == ()
        assert not history.notices
    assert [file.name for file in tmp_path.iterdir()] == ["history.sqlite3"]


@pytest.mark.parametrize("name", ["with space.db", "what?.db", "100%.db", "a#b.db", "ü.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    """Also those that mean something in a URL."""
    with opened(tmp_path / name) as history:
        kept(history, READY)
    assert {file.name for file in tmp_path.iterdir()} == {name}
