"""The journal: whatever stops the writer, rows and their mark agree."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.backup.errors import BackupError
from readiness.backup.journal import Journal, Place, Round

ASKED = Round(5, 9)
PAGES: Final[tuple[tuple[str, list[bytes], Place], ...]] = (
    ("one", [b'{"id":"3"}', b'{"id":"2"}'], Place("2", 1)),
    ("one", [b'{"id":"1"}'], Place("1", 2, clash=True)),
    ("two", [], Place("", 1, ended=True)),
    ("one", [], Place("1", 3, total=3, ended=True)),
)


def write(path: Path, pages: int = len(PAGES)) -> None:
    journal = Journal(path, ASKED)
    for question, lines, place in PAGES[:pages]:
        journal.add(question, lines, place)


def test_a_new_journal_knows_nothing(tmp_path: Path) -> None:
    """Every question begins at its beginning."""
    journal = Journal(tmp_path / "x", ASKED)
    assert (journal.round, journal.resumed, journal.clash) == (ASKED, False, False)
    assert journal.place("one") == Place()
    assert list(journal.rows()) == []


def test_it_is_gone_on_with(tmp_path: Path) -> None:
    """With the round that it was begun with, whatever the time is now."""
    write(tmp_path / "x")
    journal = Journal(tmp_path / "x", Round(None, 99))
    assert (journal.round, journal.resumed, journal.clash) == (ASKED, True, True)
    assert journal.place("one") == PAGES[3][2]
    assert journal.place("two").ended
    assert list(journal.rows()) == [b'{"id":"3"}', b'{"id":"2"}', b'{"id":"1"}']
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


def test_a_mark_that_is_nested_too_deeply_ends_it(tmp_path: Path) -> None:
    """It is cut off like any other that cannot be read."""
    write(tmp_path / "x")
    whole = (tmp_path / "x").read_bytes()
    (tmp_path / "x").write_bytes(whole + whole[:1] + b"[" * 3_000 + b"\n")
    assert list(Journal(tmp_path / "x", ASKED).rows())
    assert (tmp_path / "x").read_bytes() == whole


@given(cut=st.integers(0, 2_000), rubbish=st.binary(max_size=40))
def test_torn_at_any_byte_it_is_as_after_some_whole_answer(
    tmp_path_factory: pytest.TempPathFactory, cut: int, rubbish: bytes
) -> None:
    """What stands behind the last whole mark is cut off, and can be asked for again."""
    path = tmp_path_factory.mktemp("journal") / "x"
    write(path)
    whole = path.read_bytes()
    torn = whole[: cut % (len(whole) + 1)]
    path.write_bytes(torn + rubbish.replace(b"\n", b""))
    journal = Journal(path, ASKED)
    found = list(journal.rows())
    places = [journal.place(name) for name in ("one", "two")]
    expected = []
    for pages in range(len(PAGES) + 1):
        twin = path.with_name(f"twin{pages}")
        write(twin, pages)
        other = Journal(twin, ASKED)
        expected.append((list(other.rows()), [other.place(n) for n in ("one", "two")]))
    assert (found, places) in expected
    # It can be written on, and read once more.
    journal = Journal(path, ASKED)
    journal.add("three", [b'{"id":"9"}'], Place("9", 1))
    journal = Journal(path, ASKED)
    assert list(journal.rows()) == [*found, b'{"id":"9"}']


def test_rows_that_a_question_has_brought_are_known_again(tmp_path: Path) -> None:
    """Also after a restart: a repeated page is found out."""
    write(tmp_path / "x", 2)
    journal = Journal(tmp_path / "x", ASKED)
    assert journal.rows_of("one") == 3
    assert journal.fresh("one", [b'{"id":"2"}', b'{"id":"0"}', b'{"id":"0"}']) == [b'{"id":"0"}']
    assert journal.fresh("two", [b'{"id":"2"}']) == [b'{"id":"2"}']


def test_a_question_can_begin_anew(tmp_path: Path) -> None:
    """Its rows are kept, and may come once more; also after a restart."""
    write(tmp_path / "x", 2)
    journal = Journal(tmp_path / "x", ASKED)
    journal.restart("one")
    for _ in range(2):
        journal = Journal(tmp_path / "x", ASKED)
        assert journal.place("one") == Place()
        assert journal.fresh("one", [b'{"id":"2"}']) == [b'{"id":"2"}']
        assert len(list(journal.rows())) == 3


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file can become larger: what a full disk does, from the operating system itself."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_names_the_file_and_loses_nothing(tmp_path: Path) -> None:
    """What was written whole stays whole."""
    write(tmp_path / "x", 2)
    before = (tmp_path / "x").read_bytes()

    many = [b'{"id":"%d"}' % number for number in range(10_000)]
    journal = Journal(tmp_path / "x", ASKED)
    with files_up_to(60_000), pytest.raises(BackupError, match="File too large") as error:
        journal.add("one", many, Place("0", 3))
    assert journal.place("one").answers == 2
    assert str(tmp_path / "x") in str(error.value)
    assert (tmp_path / "x").read_bytes() == before


def test_a_journal_that_cannot_be_opened_names_itself(tmp_path: Path) -> None:
    """It is a folder, say."""
    (tmp_path / "x").mkdir()
    with pytest.raises(BackupError, match="could not be read"):
        Journal(tmp_path / "x", ASKED)


def test_it_can_be_thrown_away(tmp_path: Path) -> None:
    """Once its files are there."""
    write(tmp_path / "x")
    journal = Journal(tmp_path / "x", ASKED)
    journal.discard()
    journal.discard()
    assert not (tmp_path / "x").exists()
