"""Makes the files of a list from what earlier runs saved and what the journal holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.backup.errors import BackupError, not_read
from readiness.backup.files import NewFile, make_folder
from readiness.backup.folder import place_of
from readiness.backup.journal import Journal
from readiness.backup.lines import identity_of, row_of, time_of
from readiness.backup.manifest import FileRecord
from readiness.backup.table import heading, record
from readiness.exchanges.history import HistoryList
from readiness.language import advised, say, translate


@dataclass(frozen=True)
class Finished:
    """The files of a list; none without any row."""

    rows: int = 0
    jsonl: FileRecord | None = None
    csv: FileRecord | None = None


def finish(folder: Path, entry: HistoryList, journal: Journal) -> Finished:
    """Write both files anew: what was saved before, and what the journal adds.

    Raises:
        BackupError: a file cannot be read or written; those that were there stay.
    """
    saved = saved_lines(folder, entry)
    rows = merged(entry, saved, journal.rows(), clash=journal.clash)
    if not rows:
        return Finished()
    make_folder((folder / place_of(entry, "jsonl")).parent)
    return Finished(
        rows=len(rows),
        jsonl=_write(folder, place_of(entry, "jsonl"), (line + b"\n" for line in rows)),
        csv=_write(folder, place_of(entry, "csv"), _table(rows)),
    )


def saved_lines(folder: Path, entry: HistoryList) -> list[bytes]:
    """The rows of a list that were saved so far.

    Raises:
        BackupError: they cannot be read.
    """
    path = folder / place_of(entry, "jsonl")
    try:
        content = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise not_read(path, error) from None
    lines = content.removesuffix(b"\n").split(b"\n") if content else []
    try:
        for line in lines:
            row_of(line)
    except ValueError:
        raise BackupError(
            advised(
                say("{path} is damaged: a line of it is no JSON object", path=path),
                translate("move it away, or choose another directory with --to, then run again"),
            )
        ) from None
    return lines


def merged(
    entry: HistoryList, saved: Sequence[bytes], added: Iterable[bytes], *, clash: bool
) -> list[bytes]:
    """Each row once, oldest first; of two readings of a row the later one is kept.

    Where different rows turned out to agree in what is to tell them apart, everything in a
    row tells it: better two readings of one row than one of two rows.
    """
    fields = entry.identity
    found = _by_identity(entry, saved, fields)
    if clash or len(found) < len(saved):
        fields = ()
        found = _by_identity(entry, saved, fields)
    found |= _by_identity(entry, added, fields)
    return [line for _, line in sorted(found.values(), key=lambda each: each[0])]


def _by_identity(
    entry: HistoryList, lines: Iterable[bytes], fields: Sequence[str]
) -> dict[bytes, tuple[int, bytes]]:
    found: dict[bytes, tuple[int, bytes]] = {}
    for line in lines:
        row = row_of(line)
        found[identity_of(row, line, fields)] = (time_of(row, entry.time), line)
    return found


def _table(lines: Sequence[bytes]) -> Iterable[bytes]:
    """The rows under all columns that any of them has, in the order in which they came up."""
    columns = list(dict.fromkeys(name for line in lines for name in row_of(line)))
    yield heading(columns)
    for line in lines:
        yield record(row_of(line), columns)


def _write(folder: Path, place: str, parts: Iterable[bytes]) -> FileRecord:
    with NewFile(folder / place) as file:
        for part in parts:
            file.write(part)
    return FileRecord(path=place, bytes=file.size, sha256=file.sha256)
