"""Writing to stdout, stderr and files, and saying so when it does not work."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final, TextIO

from readiness.language import advised, message, reason_of, say

STDOUT: Final = "stdout"
ERROR: Final = message("readiness: error: {text}")
WARNING: Final = message("readiness: warning: {text}")


class OutputError(Exception):
    """Something could not be written; the text says what, where, why and what to do."""

    def __init__(self, where: str, why: OSError | None) -> None:
        """Name the place and the operating system's reason."""
        if isinstance(why, BrokenPipeError):
            reason = say("the program that was reading it has ended")
        else:
            reason = reason_of(why) if why else say("it is closed")
        super().__init__(
            advised(
                say(
                    "the output could not be written to {where}: {reason}",
                    where=where,
                    reason=reason,
                ),
                say("mend that, or choose another place (--output FILE), then run again"),
            )
        )


def write_stdout(text: str) -> None:
    """Write text to stdout, all of it, now.

    Characters that the encoding of stdout does not have are written out as escapes.

    Raises:
        OutputError: it could not be written.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise OutputError(STDOUT, None)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    fitting = text.encode(encoding, "backslashreplace").decode(encoding)
    try:
        stream.write(fitting)
        stream.flush()
    except OSError as error:
        _detach(stream)
        raise OutputError(STDOUT, error) from None


def write_lines(*lines: str) -> None:
    """Write whole lines to stdout.

    Raises:
        OutputError: they could not be written.
    """
    write_stdout("".join(f"{line}\n" for line in lines))


def write_file(path: Path, text: str) -> None:
    """Write text to a file, as UTF-8.

    Raises:
        OutputError: it could not be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(str(path), error) from None


def replace_file(path: Path, text: str) -> None:
    """Write a file in one step: whoever reads it sees the old text or the new, all of it.

    Raises:
        OutputError: it could not be written; the old text is still there.
    """
    place = Path(os.path.realpath(path))
    # Nobody else knows the name, and nothing that is there already is opened.
    beside = place.with_name(f".{place.name}.{token_hex(8)}.part")
    try:
        if place.exists() and not place.is_file():
            write_file(place, text)  # a pipe or a device takes it as it comes
            return
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        with suppress(FileNotFoundError):
            shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise OutputError(str(path), error) from None


def complain(text: str) -> None:
    """Say on stderr what went wrong; a closed stderr is no second error."""
    _say(ERROR, text)


def warn(text: str) -> None:
    """Say on stderr what the user should know."""
    _say(WARNING, text)


def _say(kind: str, text: str) -> None:
    from readiness.report.labels import clean

    lines = "\n".join(clean(line) for line in text.split("\n"))
    with suppress(OSError, ValueError, AttributeError):
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(
            f"{say(kind, text=lines)}\n".encode(encoding, "backslashreplace").decode(encoding)
        )
        sys.stderr.flush()


def close_quietly() -> bool:
    """Flush stdout before the interpreter does; whether everything got out."""
    if sys.stdout is None:
        return True
    try:
        sys.stdout.flush()
    except OSError as error:
        _detach(sys.stdout)
        complain(str(OutputError(STDOUT, error)))
        return False
    except ValueError:
        return True
    return True


def _detach(stream: TextIO) -> None:
    # What is left in the buffer would fail once more when the interpreter ends, with a
    # traceback and an exit code of its own: let it run into nothing.
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
