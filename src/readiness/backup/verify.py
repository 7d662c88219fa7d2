"""Holds a backup against its manifest; needs no configuration, no key and no network."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from readiness.backup.errors import BackupUsageError
from readiness.backup.files import sha256_of
from readiness.backup.lines import row_of
from readiness.backup.manifest import NAME, FileRecord, ListRecord, Manifest, read_manifest
from readiness.language import Plural, advised, counted, reason_of, say, translate

_LARGEST_CELL: Final = 32 * 1024 * 1024
_BYTES: Final = Plural(
    "{count} byte where the manifest says {stated}",
    "{count} bytes where the manifest says {stated}",
)
_ROWS: Final = Plural(
    "{count} row where the manifest says {stated}",
    "{count} rows where the manifest says {stated}",
)


@dataclass(frozen=True)
class Check:
    """One file, and what is wrong with it; empty if nothing is."""

    path: str
    rows: int
    wrong: str = ""


def verify(folder: Path) -> tuple[Manifest, tuple[Check, ...]]:
    """Check every file that the manifest names.

    Raises:
        BackupUsageError: there is no manifest, or none that this version understands.
        BackupError: the manifest cannot be read.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise BackupUsageError(
            advised(
                say("{folder} holds no backup: there is no {name} in it", folder=folder, name=NAME),
                translate(
                    "name the directory into which `readiness backup ACCOUNT --to DIR` wrote"
                ),
            )
        )
    return manifest, tuple(_checks(folder, manifest))


def _checks(folder: Path, manifest: Manifest) -> Iterator[Check]:
    for entry in manifest.lists:
        for record, count in ((entry.jsonl, _json_rows), (entry.csv, _csv_rows)):
            if record:
                yield Check(record.path, entry.rows, _objection(folder, entry, record, count))


def _objection(
    folder: Path, entry: ListRecord, record: FileRecord, count: Callable[[Path], int]
) -> str:
    path = folder / record.path
    try:
        size = path.stat().st_size
        if size != record.bytes:
            return counted(_BYTES, size, stated=record.bytes)
        if sha256_of(path) != record.sha256:
            return translate("its SHA-256 is not the manifest's")
        rows = count(path)
    except OSError as error:
        return reason_of(error)
    except (ValueError, csv.Error) as error:
        return str(error)
    return "" if rows == entry.rows else counted(_ROWS, rows, stated=entry.rows)


def _json_rows(path: Path) -> int:
    rows = 0
    with path.open("rb") as file:
        for rows, line in enumerate(file, start=1):
            try:
                row_of(line)
            except ValueError:
                raise ValueError(say("line {line} is no JSON object", line=rows)) from None
    return rows


def _csv_rows(path: Path) -> int:
    usual = csv.field_size_limit(_LARGEST_CELL)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in csv.reader(file, strict=True)) - 1
    finally:
        csv.field_size_limit(usual)
