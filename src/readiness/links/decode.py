"""Makes text of bytes, whatever they are, and says when they are none."""

import re
from dataclasses import dataclass
from typing import Final

MOST_BYTES: Final = 5_000_000
"""More is not read: nobody's guide is that long."""

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_PACKED: Final = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"BZh",
    b"\xfd7zXZ",
)
_MAIL: Final = re.compile(
    rb"(?:[A-Z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}", re.MULTILINE
)
_MAIL_FIELD: Final = re.compile(
    rb"^(?:Content-Type|Content-Transfer-Encoding|MIME-Version):", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True)
class Read:
    """What was read.

    Attributes:
        text: the text, as far as it is one.
        notes: codes for what could not be read.
    """

    text: str
    notes: tuple[str, ...]


def read_text(raw: bytes) -> Read:
    """The text that bytes stand for; nothing is thrown away without being said."""
    notes = []
    if len(raw) > MOST_BYTES:
        raw = raw[:MOST_BYTES]
        notes.append("cut")
    if raw.startswith(_IMAGES) or raw[4:8] == b"ftyp":
        notes.append("image")
    elif raw.startswith(_PACKED):
        notes.append("packed")
    text, whole = _decoded(raw)
    if not whole and not notes:
        notes.append("not-text")
    if _MAIL.match(raw) and _MAIL_FIELD.search(raw[:20_000]):
        text = f"{text}\n{_mail_parts(raw)}"
    return Read(text, tuple(notes))


def _decoded(raw: bytes) -> tuple[str, bool]:
    """The text, and whether all of it could be read as one."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return text, "\ufffd" not in text
    if raw.count(0) * 4 > len(raw):
        # Western text in UTF-16 without a mark: every other byte is zero.
        little = raw[1::2].count(0) > raw[::2].count(0)
        text = raw.decode("utf-16-le" if little else "utf-16-be", "replace")
        return text, "\ufffd" not in text and "\x00" not in text
    for encoding in ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            # A cut may have gone through the middle of the last character.
            continue
        return text, "\x00" not in text
    return raw.decode("utf-8", "replace"), False


def _mail_parts(raw: bytes) -> str:
    """What an e-mail says, out of the encodings that e-mails are sent in."""
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.default)
    parts = []
    for part in message.walk():
        if part.get_content_maintype() == "text":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                parts.append(_decoded(payload)[0])
    return "\n".join(parts)
