"""What one list has brought so far, so that a run that was killed can go on.

A file of lines that is only ever added to. A line ``+...`` is a row. A line ``=...`` is a mark:
it says to which question the rows before it were the answer, and where the next page begins.
Rows and mark of an answer are written together, so that they cannot disagree; what stands
behind the last mark belongs to an answer that was not written to its end, and is cut off.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from io import FileIO
from pathlib import Path
from typing import ClassVar, Final

from pydantic import ConfigDict, TypeAdapter

from readiness.backup.errors import not_read, not_written
from readiness.backup.files import private
from readiness.backup.lines import digest

_ROW: Final = b"+"
_MARK: Final = b"="
_EXACTLY: Final = ConfigDict(extra="forbid")
"""A mark of another shape is none: what it would speak of is asked for again."""


@dataclass(frozen=True)
class Round:
    """The time that a list is asked about (ms); without a beginning, all there is."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACTLY

    start: int | None
    end: int


@dataclass(frozen=True)
class Place:
    """How far one question is answered.

    Attributes:
        cursor: where the next page begins; empty for the first.
        answers: how many pages there were.
        total: the largest number of rows that an answer has stated.
        ended: there is no more.
        halved: it was asked again in two halves of its span.
        clash: one answer had two different rows that the catalogue takes for the same.
        largest: rows on the largest page.
        short: the last page had fewer rows than were asked for.
        capped: more came after a short page, so pages are smaller than was asked for.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACTLY

    cursor: str = ""
    answers: int = 0
    total: int = 0
    ended: bool = False
    halved: bool = False
    clash: bool = False
    largest: int = 0
    short: bool = False
    capped: bool = False


_ROUND: Final = TypeAdapter(Round)
_PLACE: Final = TypeAdapter(Place)


@dataclass
class _Question:
    place: Place = Place()
    seen: set[bytes] = field(default_factory=set)


class Journal:
    """The journal of one list.

    Attributes:
        round: what is asked about.
        resumed: whether it was begun by an earlier run.
        clash: whether some answer had two different rows that the catalogue takes for the same.
    """

    def __init__(self, path: Path, beginning: Round) -> None:
        """Go on with the journal at ``path``, or begin one.

        Raises:
            BackupError: it cannot be read or written.
        """
        self._path = path
        self._questions: dict[str, _Question] = {}
        self.round = beginning
        self.resumed = False
        self.clash = False
        try:
            self._load()
        except OSError as error:
            raise not_read(self._path, error) from None
        if not self.resumed:
            self._write([_MARK + json.dumps({"round": asdict(self.round)}).encode()])

    def place(self, question: str) -> Place:
        """How far a question is answered."""
        known = self._questions.get(question)
        return known.place if known else Place()

    def fresh(self, question: str, lines: Sequence[bytes]) -> list[bytes]:
        """Those rows that earlier answers to this question did not have, each once."""
        seen = self._questions.setdefault(question, _Question()).seen
        return list({digest(line): line for line in lines if digest(line) not in seen}.values())

    def rows_of(self, question: str) -> int:
        """How many different rows a question has brought."""
        known = self._questions.get(question)
        return len(known.seen) if known else 0

    def add(self, question: str, lines: Sequence[bytes], place: Place) -> None:
        """Write down an answer and where it leads; it is on the disk when this returns.

        Raises:
            BackupError: it could not be written.
        """
        mark = json.dumps({"question": question, **asdict(place)}).encode()
        self._write([*(_ROW + line for line in lines), _MARK + mark])
        self._take(question, lines, place)

    def restart(self, question: str) -> None:
        """Let the next run begin a question anew: its pages led nowhere. Its rows are kept.

        Raises:
            BackupError: it could not be written.
        """
        self.add(question, (), Place())

    def rows(self) -> Iterator[bytes]:
        """Every row, in the order in which they came."""
        with self._path.open("rb") as file:
            for line in file:
                if line.startswith(_ROW):
                    yield line[1:].rstrip(b"\n")

    def discard(self) -> None:
        """Remove it: what it holds is in its files."""
        self._path.unlink(missing_ok=True)

    def _take(self, question: str, lines: Sequence[bytes], place: Place) -> None:
        known = self._questions.setdefault(question, _Question())
        known.place = place
        self.clash |= place.clash
        known.seen.update(map(digest, lines))
        if place.ended or place.halved or not place.answers:
            known.seen = set()

    def _write(self, lines: Sequence[bytes]) -> None:
        # Opened each time: a hundred lists at once would hold more files than some systems allow.
        try:
            with open(self._path, "ab", buffering=0, opener=private) as file:
                whole = file.tell()
                try:
                    _append(file, b"".join(line + b"\n" for line in lines))
                except OSError:
                    with suppress(OSError):
                        file.truncate(whole)
                    raise
        except OSError as error:
            raise not_written(self._path, error) from None

    def _load(self) -> None:
        """Read up to the last whole mark, and cut off what stands behind it."""
        if not self._path.exists():
            return
        whole = 0
        rows: list[bytes] = []
        with self._path.open("r+b") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                if line.startswith(_ROW):
                    rows.append(line[1:-1])
                    continue
                try:
                    self._read_mark(json.loads(line[1:]), rows)
                except (ValueError, TypeError, KeyError, RecursionError):
                    break
                whole += sum(len(row) + 2 for row in rows) + len(line)
                rows = []
            file.truncate(whole)

    def _read_mark(self, mark: dict[str, object], rows: Sequence[bytes]) -> None:
        if "round" in mark:
            self.round = _ROUND.validate_python(mark["round"])
            self.resumed = True
        else:
            question = str(mark.pop("question"))
            self._take(question, rows, _PLACE.validate_python(mark))


def _append(file: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())
