"""Cuts a text to the room there is, and says so."""

from readiness.language import translate
from readiness.report.wording.markdown import SUMMARY_CUT


def fitted(text: str, room: int) -> str:
    """The text, or as many of its lines as there is room for, and a note that it was cut.

    Where there is no room even for the note, nothing is left.

    Args:
        text: lines, of which the first matter most.
        room: bytes of UTF-8 that it may have.
    """
    content = text.encode("utf-8")
    if len(content) <= room:
        return text
    note = f"\n\n{translate(SUMMARY_CUT)}\n"
    left = room - len(note.encode("utf-8"))
    if left < 0:
        return ""
    kept = content[:left]
    return kept[: kept.rfind(b"\n") + 1].decode("utf-8").rstrip("\n") + note
