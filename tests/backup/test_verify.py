"""A backup is held against its manifest, offline."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.backup.support import Vault

from readiness.backup import BackupUsageError, verify
from readiness.simulator import OkxAccount, rows

LIST = "asset/bills-history"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A backup of three rows."""
    account = OkxAccount()
    account.put(LIST, *(rows.funding_bill() for _ in range(3)))
    vault = Vault(tmp_path / "saved", account, only=(LIST,))
    assert vault.save().complete
    return vault.folder


def wrong(folder: Path) -> dict[str, str]:
    """What is wrong with each file, by the end of its name."""
    return {check.path.rpartition(".")[2]: check.wrong for check in verify(folder)[1]}


def test_what_was_saved_is_sound(saved: Path) -> None:
    """Both files, with their rows."""
    assert [(check.path, check.rows, check.wrong) for check in verify(saved)[1]] == [
        ("bills/asset-bills-history.jsonl", 3, ""),
        ("bills/asset-bills-history.csv", 3, ""),
    ]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"{}\n"), "bytes where the manifest"),
        (lambda path: path.write_bytes(b""), "0 bytes where the manifest"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"U", b"V")), "SHA-256"),
        (lambda path: path.unlink(), "No such file"),
    ],
)
@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_what_is_wrong_with_a_file_is_found(
    saved: Path, name: str, damage: Callable[[Path], None], told: str
) -> None:
    """More, less, other or nothing; the other file is fine."""
    damage(saved / f"bills/asset-bills-history.{name}")
    found = wrong(saved)
    assert told in found.pop(name)
    assert set(found.values()) == {""}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("jsonl", b'{"a": 1}\nrubbish\n', "line 2 is no JSON object"),
        ("jsonl", b'{"a": 1}\n[]\n', "line 2 is no JSON object"),
        ("jsonl", b'{"a": 1}\n', "1 row where the manifest says 3"),
        ("csv", b'a\r\n"1\r\n', "unexpected end of data"),
        ("csv", b"a\r\n1\r\n", "1 row where the manifest says 3"),
        ("csv", b"a\r\n\xff\r\n", "invalid start byte"),
    ],
)
def test_a_file_that_only_fits_the_manifest_is_found_too(
    saved: Path, name: str, content: bytes, told: str
) -> None:
    """Size and SHA-256 agree, and still every row is looked at."""
    sha256 = hashlib.sha256(content).hexdigest()
    edit(saved, lambda record: record[name].update(bytes=len(content), sha256=sha256))
    (saved / f"bills/asset-bills-history.{name}").write_bytes(content)
    assert told in wrong(saved)[name]


@pytest.mark.parametrize("path", ["../x.jsonl", "/etc/passwd", "bills/../../x", "bills"])
def test_a_path_out_of_the_directory_is_no_manifest(saved: Path, path: str) -> None:
    """Whoever wrote it, nothing outside is looked at."""
    edit(saved, lambda record: record["jsonl"].update(path=path))
    with pytest.raises(BackupUsageError, match="no manifest"):
        verify(saved)


def test_a_large_cell_is_read(tmp_path: Path) -> None:
    """The largest that an answer can hold, many times what csv takes by itself."""
    account = OkxAccount()
    account.put(LIST, rows.funding_bill(notes='=",\n' * 100_000))
    vault = Vault(tmp_path / "saved", account, only=(LIST,))
    vault.save()
    assert wrong(vault.folder) == {"jsonl": "", "csv": ""}


def edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Write the manifest anew with the one list's record changed."""
    path = folder / "manifest.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content["lists"][0])
    path.write_text(json.dumps(content), encoding="utf-8")
