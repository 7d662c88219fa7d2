"""What a backup says of itself: ``manifest.json``, schema ``readiness.backup/1``."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from readiness.backup.errors import BackupUsageError, not_read
from readiness.backup.files import NewFile
from readiness.documents.parts import OPEN, Moment
from readiness.domain.base import Frozen
from readiness.exchanges.history import HistoryKind
from readiness.language import advised, say, translate

SCHEMA: Final = "readiness.backup/1"
NAME: Final = "manifest.json"


class ListStatus(StrEnum):
    """What came of one list."""

    PENDING = "pending"
    """Not read yet."""
    COMPLETE = "complete"
    """Read to its end."""
    INCOMPLETE = "incomplete"
    """At least one question was not answered to its end; what was read is there."""
    NOT_OPENED = "not_opened"
    """The exchange proves that the product does not exist for this account."""
    REFUSED = "refused"
    """The exchange does not show it to this account, as the policy knows."""


class FileRecord(Frozen):
    """One file of the backup.

    Attributes:
        path: where it is, below the backup's directory.
        bytes: its size.
        sha256: the SHA-256 of its bytes.
    """

    path: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[A-Za-z0-9.-]+$")]
    bytes: Annotated[int, Field(ge=1)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Range(Frozen):
    """A range of time that was read to its end; ``null`` as its beginning means everything."""

    start: Moment | None = Field(serialization_alias="from", validation_alias="from")
    end: Moment = Field(serialization_alias="to", validation_alias="to")


class ListRecord(Frozen):
    """One list of the catalogue's history.

    Attributes:
        request: its id in the catalogue.
        kind: what its rows are; more may be added.
        what: the same in words.
        status: what came of it.
        reason: why it is not complete; the exchange's code is in it.
        rows: how many rows were saved.
        ranges: the time that they cover, oldest first.
        asked_at: when it was last asked; ``null`` before that.
        jsonl: the rows as the exchange sent them; ``null`` without any row.
        csv: the same as a table.
    """

    request: str
    kind: Annotated[HistoryKind, OPEN]
    what: str
    status: ListStatus = ListStatus.PENDING
    reason: str | None = None
    rows: Annotated[int, Field(ge=0)] = 0
    ranges: tuple[Range, ...] = ()
    asked_at: Moment | None = None
    jsonl: FileRecord | None = None
    csv: FileRecord | None = None


class Missing(Frozen):
    """Something that the API cannot give to this account.

    Attributes:
        what: what it is.
        why: why the API does not give it.
        where: where on the exchange's website or in its app a person can request it.
    """

    what: str
    why: str
    where: str


class Tool(Frozen):
    """Which program wrote it."""

    name: Literal["readiness"] = "readiness"
    version: str


class Manifest(Frozen):
    """A backup of one account.

    Attributes:
        schema_name: the format.
        tool: which program wrote it.
        account: the account's name in the configuration.
        exchange: the exchange entity, as in the configuration.
        uid: the end of the account's number at the exchange; empty where that does not tell it.
        started_at: when the first run began.
        finished_at: when the last run ended; ``null`` while one is under way or was interrupted.
        complete: whether every list was read to its end, or cannot be read by this account.
        lists: what came of each list.
        not_available: what the API cannot give; it does not count against ``complete``.
    """

    schema_name: Literal["readiness.backup/1"] = Field(
        default=SCHEMA, serialization_alias="schema", validation_alias="schema"
    )
    tool: Tool
    account: str
    exchange: str
    uid: Annotated[str, Field(max_length=4)]
    started_at: Moment
    finished_at: Moment | None = None
    complete: bool = False
    lists: tuple[ListRecord, ...] = ()
    not_available: tuple[Missing, ...] = ()

    def record(self, request: str) -> ListRecord | None:
        """The record of one list."""
        return next((entry for entry in self.lists if entry.request == request), None)

    def write(self, folder: Path) -> None:
        """Put it into a folder.

        Raises:
            BackupError: it could not be written.
        """
        text = self.model_dump_json(by_alias=True, indent=2) + "\n"
        with NewFile(folder / NAME) as file:
            file.write(text.encode())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in a folder; ``None`` if there is none.

    Raises:
        BackupError: it cannot be read.
        BackupUsageError: it is not one that this version understands.
    """
    path = folder / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = ""
    except OSError as error:
        raise not_read(path, error) from None
    try:
        return Manifest.model_validate_json(text)
    except ValidationError:
        raise BackupUsageError(_objection(path, text)) from None


def _objection(path: Path, text: str) -> str:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, str) and schema.startswith("readiness.backup/") and schema != SCHEMA:
        return advised(
            say(
                "{path} is of the format {format}, and this version knows {known}",
                path=path,
                format=schema[:40],
                known=SCHEMA,
            ),
            translate("use the version that wrote it, or a newer one"),
        )
    return advised(
        say("{path} is no manifest of a backup", path=path),
        translate("choose another directory, or put the manifest back as it was"),
    )
