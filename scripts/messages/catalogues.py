"""Catalogues on disk: ``<part>.po`` that people edit, and ``<part>.mo`` made of it.

The files depend on the sentences and their translations alone: no dates, line numbers or
names of programs, so that a change shows what was changed and nothing else.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from scripts.messages.sentences import PACKAGE, Msgid

LANGUAGES: Final[Mapping[str, str]] = {"zh": "nplurals=1; plural=0;"}
"""Every language that has catalogues, with its plural forms as gettext writes them."""


class _Plain(Catalog):
    """A catalogue whose header says what gettext needs and nothing that changes."""

    def __init__(self, language: str) -> None:
        super().__init__(language, header_comment="", fuzzy=False)

    def _headers(self) -> list[tuple[str, str]]:
        language = str(self.locale_identifier)
        return [
            ("Language", language),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", LANGUAGES[language]),
        ]

    def _ignore(self, _: object) -> None:
        """Nothing of another header is taken over."""

    mime_headers = property(_headers, _ignore)


@dataclass(frozen=True)
class Part:
    """The catalogue of one part in one language."""

    language: str
    name: str

    @property
    def po(self) -> Path:
        """The file that people edit."""
        return PACKAGE / "language" / self.language / f"{self.name}.po"

    @property
    def mo(self) -> Path:
        """The file that the tool reads."""
        return self.po.with_suffix(".mo")

    def read(self) -> Catalog:
        """What is translated now; nothing where there is no file."""
        if not self.po.exists():
            return _Plain(self.language)
        with self.po.open("rb") as file:
            return read_po(file, locale=self.language, abort_invalid=True)

    def updated(self, msgids: Set[Msgid]) -> Catalog:
        """A catalogue of these sentences, with the translations that there are.

        A translation belongs to exactly one sentence: none is guessed from a similar one.
        """
        known = {_key(message): message for message in self.read() if message.id}
        whole = _Plain(self.language)
        for msgid in sorted(msgids, key=str):
            message = known.get(msgid)
            comments = message.user_comments if message else ()
            whole.add(msgid, message.string if message else None, user_comments=comments)
        return whole

    def write(self, catalogue: Catalog) -> None:
        """Write both files."""
        self.po.parent.mkdir(exist_ok=True)
        self.po.write_bytes(as_po(catalogue))
        self.mo.write_bytes(as_mo(catalogue))

    def remove(self) -> None:
        """Remove both files: nothing is said in this part any more."""
        self.po.unlink(missing_ok=True)
        self.mo.unlink(missing_ok=True)


def existing(language: str) -> tuple[Part, ...]:
    """Every part that has a catalogue."""
    folder = PACKAGE / "language" / language
    return tuple(Part(language, path.stem) for path in sorted(folder.glob("*.po")))


def untranslated(catalogue: Catalog) -> list[Message]:
    """The sentences that have no translation yet."""
    return [message for message in catalogue if message.id and not _is_translated(message)]


def as_po(catalogue: Catalog) -> bytes:
    """The file that people edit: sentences in the order of the alphabet, one a line."""
    file = BytesIO()
    write_po(file, catalogue, width=0, sort_output=True, no_location=True)
    return file.getvalue().lstrip(b"#\n")


def as_mo(catalogue: Catalog) -> bytes:
    """The file that the tool reads: what is translated."""
    whole = _Plain(str(catalogue.locale_identifier))
    for message in catalogue:
        if message.id and _is_translated(message):
            whole.add(message.id, message.string)
    file = BytesIO()
    write_mo(file, whole)
    return file.getvalue()


def _key(message: Message) -> Msgid:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy
