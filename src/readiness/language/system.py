"""What the operating system says when it refuses something, in the reader's language."""

from typing import Final

from readiness.language.sentence import message, translate

REASONS: Final = (
    message("Cross-device link"),
    message("Exec format error"),
    message("File exists"),
    message("File name too long"),
    message("Input/output error"),
    message("Is a directory"),
    message("No space left on device"),
    message("No such file or directory"),
    message("Not a directory"),
    message("Operation not permitted"),
    message("Permission denied"),
    message("Read-only file system"),
    message("Too many levels of symbolic links"),
    message("Too many open files"),
)
"""What is usual; whatever else the system says is shown as it says it."""


def reason_of(error: Exception, otherwise: str = "") -> str:
    """Why the system refused; ``otherwise``, or the error's own words, where it does not say."""
    reason = getattr(error, "strerror", None)
    return translate(reason) if isinstance(reason, str) and reason else otherwise or str(error)
