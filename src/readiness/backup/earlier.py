"""What earlier runs have left in a directory, and how far that can be relied on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readiness import __version__
from readiness.backup.errors import BackupError, not_read
from readiness.backup.files import sha256_of
from readiness.backup.folder import journal_path
from readiness.backup.manifest import FileRecord, ListRecord, ListStatus, Manifest
from readiness.exchanges.history import HistoryList
from readiness.language import advised, say, translate


@dataclass(frozen=True)
class Earlier:
    """What earlier runs have brought.

    Attributes:
        records: what they say of their lists, by id.
        interrupted: whether the last of them was, so that this one ends what it has begun.
    """

    records: Mapping[str, ListRecord] = field(default_factory=dict[str, ListRecord])
    interrupted: bool = False


def earlier(folder: Path, there: Manifest | None, entries: Iterable[HistoryList]) -> Earlier:
    """What is in a directory.

    A list whose rows are not those of the manifest is as one that was never read. Another
    version may ask a list for more than the one before: it reads everything once, and adds
    that to what is there.

    Raises:
        BackupError: a file is not what was saved, or cannot be read.
    """
    if there is None:
        return Earlier()
    records = {record.request: record for record in there.lists}
    for entry in entries:
        record = records.get(entry.id)
        if record and record.jsonl and not _as_saved(folder, entry, record.jsonl):
            blank = ListRecord(request=record.request, kind=record.kind, what=record.what)
            records[entry.id] = blank
        elif record and there.tool.version != __version__:
            records[entry.id] = record.model_copy(update={"status": ListStatus.PENDING})
    return Earlier(records, interrupted=there.finished_at is None)


def _as_saved(folder: Path, entry: HistoryList, file: FileRecord) -> bool:
    path = folder / file.path
    try:
        if sha256_of(path) == file.sha256:
            return True
    except FileNotFoundError:
        return False
    except OSError as error:
        raise not_read(path, error) from None
    if not journal_path(folder, entry).exists():
        raise BackupError(
            advised(
                say("{path} is not what was saved: its SHA-256 is not the manifest's", path=path),
                translate(
                    "put it back as it was, or move it away; then run again, and the list is read "
                    "anew as far back as the exchange shows it"
                ),
            )
        )
    return False  # a run may have ended between the file and the manifest: read anew to be sure
