"""Text from outside: whatever stands in it, it is understood or refused by its own error."""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.config.support import EXCHANGES, OKX_FIELDS, TODAY, account
from tests.config.test_fuzz import EXAMPLE, lines
from tests.fuzz.bodies import DAMAGED, RUBBISH, VALUES, Change
from tests.fuzz.effort import effort

from readiness.backup.errors import BackupError, BackupUsageError
from readiness.backup.manifest import (
    FileRecord,
    ListRecord,
    ListStatus,
    Manifest,
    Tool,
    read_manifest,
)
from readiness.backup.verify import verify
from readiness.config import CredentialError, Directory, Env, load_credentials, make_credentials
from readiness.config.change import change_config
from readiness.config.credentials.interface import parse_fields
from readiness.config.cron import parse_cron
from readiness.config.durations import parse_duration
from readiness.config.edit import Change as Edit
from readiness.config.edit import acknowledgement, closure, confirmation
from readiness.config.errors import SetupError, WrongValueError
from readiness.domain.report import AccountReport
from readiness.domain.snapshot import Snapshot
from readiness.exchanges.history import HistoryKind
from readiness.gate.call import Answer
from readiness.gate.retry_after import retry_after
from readiness.history.documents import from_text

pytestmark = pytest.mark.fuzz

DEEP = "[" * 3_000
"""Deeper than any parser of JSON goes."""
TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)
CHANGES = RUBBISH | DAMAGED | st.just(lambda _: DEEP.encode())
CANARY = "canary-4711"
GOOD = {"key": "k", "secret": CANARY, "passphrase": "p"}


# -- credentials ------------------------------------------------------------------------------


@effort(20, 5_000)
@given(CHANGES)
def test_what_a_command_or_a_keyring_says(change: Change) -> None:
    """The fields, or an error of the account that does not quote it."""
    text = change(json.dumps(GOOD).encode()).decode("utf-8", "replace")
    told = ""
    try:
        make_credentials("okx-main", OKX_FIELDS, parse_fields("okx-main", text, "it", "mend it"))
    except CredentialError as error:
        told = str(error)
    assert CANARY not in told


@effort(20, 5_000)
@given(st.fixed_dictionaries(dict.fromkeys(OKX_FIELDS, TEXTS)))
def test_what_stands_in_variables(values: dict[str, str]) -> None:
    """Any text: a usable key, or an error."""
    environ = {f"READINESS_OKX_MAIN_{name.upper()}": value for name, value in values.items()}
    with contextlib.suppress(CredentialError):
        found = load_credentials(account(Env()), OKX_FIELDS, environ)
        assert found.key.get_secret_value().isascii()


@effort(10, 1_000)
@given(st.fixed_dictionaries(dict.fromkeys(OKX_FIELDS, st.binary(max_size=60))))
def test_what_stands_in_files(values: dict[str, bytes]) -> None:
    """Any bytes: a usable key, or an error."""
    with tempfile.TemporaryDirectory() as folder:
        for name, value in values.items():
            path = Path(folder) / f"okx-main.{name}"
            path.write_bytes(value)
            path.chmod(0o600)
        with contextlib.suppress(CredentialError):
            found = load_credentials(account(Directory(Path(folder))), OKX_FIELDS, {})
            assert found.key.get_secret_value().isascii()


# -- the configuration ------------------------------------------------------------------------


@effort(20, 5_000)
@given(TEXTS | st.from_regex(r"\A[0-9*/,LW#? -]{1,20}\Z"))
@example("9" * 400 + "d")
def test_times_are_understood_or_refused(text: str) -> None:
    """Durations and cron expressions."""
    for parse in (parse_duration, parse_cron):
        with contextlib.suppress(WrongValueError):
            parse(text)


EDITS: tuple[tuple[str, Edit], ...] = (
    ("confirm", confirmation("okx-main", ("p2p",), date(2026, 11, 20))),
    ("acknowledge", acknowledgement("okx-main/main/wallet.funding/A", "x", "1", date(2027, 1, 1))),
    ("accounts", closure("okx-main", date(2026, 11, 23), 30)),
)


LINES = EXAMPLE.splitlines(keepends=True)
FILES = st.one_of(
    st.lists(lines, max_size=12).map("\n".join),
    st.tuples(st.integers(0, len(LINES)), st.integers(0, 8)).map(
        lambda gap: "".join(LINES[: gap[0]] + LINES[gap[0] + gap[1] :])
    ),
    st.tuples(lines, st.integers(0, len(LINES))).map(
        lambda more: "".join([*LINES[: more[1]], more[0], "\n", *LINES[more[1] :]])
    ),
)
"""Rubbish, the example without some of its lines, and the example with one more."""


@effort(50, 3_000)
@given(FILES, st.sampled_from(EDITS))
@example(EXAMPLE, EDITS[0])
def test_an_edit_changes_its_entry_or_nothing(text: str, edit: tuple[str, Edit]) -> None:
    """All else is as it was and where it was, comments too, or the edit is refused."""
    key, change = edit
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "readiness.toml"
        path.write_text(text, encoding="utf-8")
        try:
            change_config(path, change, today=TODAY, exchanges=EXCHANGES)
        except SetupError:
            assert path.read_text(encoding="utf-8") == text
            return
        result = path.read_text(encoding="utf-8")
    before, after = tomllib.loads(text), tomllib.loads(result)
    entry = after.pop(key) if key != "accounts" else after["accounts"]["okx-main"].pop("closure")
    assert entry
    if key != "accounts":
        before.pop(key, None)
    else:
        before["accounts"]["okx-main"].pop("closure", None)
    assert after == before
    assert _comments(result) == _comments(text)


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


# -- what was written before and is read again ----------------------------------------------------


ROWS = b'{"id":"1"}\n{"id":"2"}\n'


def manifest(rows: bytes) -> Manifest:
    """Of one list with one file."""
    now = datetime(2026, 11, 27, tzinfo=UTC)
    digest = hashlib.sha256(rows).hexdigest()
    file = FileRecord(path="bills/rows.jsonl", bytes=max(len(rows), 1), sha256=digest)
    kind = next(iter(HistoryKind))
    entry = ListRecord(
        request="asset/bills",
        kind=kind,
        what="bills",
        status=ListStatus.COMPLETE,
        rows=2,
        jsonl=file,
    )
    tool = Tool(version="1")
    return Manifest(tool=tool, account="a", exchange="okx", uid="1", started_at=now, lists=(entry,))


@effort(15, 2_000)
@given(CHANGES, CHANGES)
@example(lambda _: DEEP.encode(), lambda body: body)
@example(lambda body: body, lambda _: DEEP.encode())
def test_a_backup_is_whole_or_said_not_to_be(of_rows: Change, of_manifest: Change) -> None:
    """Whatever became of its files: a verdict for each, or an error of the backup."""
    rows = of_rows(ROWS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bills").mkdir()
        (folder / "bills/rows.jsonl").write_bytes(rows)
        manifest(rows).write(folder)
        _, (check,) = verify(folder)
        assert check.wrong or rows.count(b"\n") + (not rows.endswith(b"\n")) == 2
        path = folder / "manifest.json"
        path.write_bytes(of_manifest(path.read_bytes()))
        with contextlib.suppress(BackupError, BackupUsageError):
            read_manifest(folder)
            verify(folder)


@effort(15, 3_000)
@given(VALUES.map(json.dumps) | TEXTS)
@example(DEEP)
def test_a_recorded_scan_is_read_or_refused(text: str) -> None:
    """Whatever stands in the file of the history."""
    for kind in (AccountReport, Snapshot):
        with contextlib.suppress(ValueError):
            from_text(kind, text)
            pytest.fail("no such text is a scan")


# -- headers ----------------------------------------------------------------------------------


NAMES = ("retry-after", "date", "x-mbx-used-weight-1m", "gw-ratelimit-reset")
HEADERS = st.dictionaries(
    st.sampled_from(NAMES),
    st.text(st.characters(max_codepoint=255), max_size=30)
    | st.from_regex(r"\A-?[0-9]{1,40}(\.[0-9]{1,20})?(e[0-9]{1,9})?\Z")
    | st.datetimes().map(lambda at: at.strftime("%a, %d %b %Y %H:%M:%S GMT")),
)


@effort(20, 5_000)
@given(HEADERS, st.floats(0, 2**33))
def test_headers_say_a_number_or_nothing(said: dict[str, str], now: float) -> None:
    """How long to wait and how much is used: never below zero, never an exception."""
    headers = httpx.Headers(
        [(name.encode(), value.encode("latin-1")) for name, value in said.items()]
    )
    assert retry_after(headers, now) >= 0
    assert Answer(200, headers, b"").usage(NAMES) >= 0
