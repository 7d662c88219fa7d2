"""Words as systemd, a shell in a crontab, and cron lists want them written."""

import re
import shlex
from collections.abc import Callable, Sequence
from typing import Final

from readiness.language import say, translate
from readiness.schedule.units import RENAME, ScheduleError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_./:@=+,-]+", re.ASCII)
_SHORTEST_RUN: Final = 3


def systemd_command(words: Sequence[str], expanded: str = "") -> str:
    """A command line for ``ExecStart=``.

    Args:
        words: the program and its arguments.
        expanded: the one of them in which systemd is to put the value of a variable.

    Raises:
        ScheduleError: the program's path holds a ``$``, for which systemd has no escape there.
    """
    if "$" in words[0]:
        raise ScheduleError(
            say(
                "{program} holds a $, which systemd cannot take in the path of a program",
                program=words[0],
            ),
            translate("install the tool in another directory"),
        )
    return " ".join(
        word if word == expanded else systemd_word(word.replace("$", "$$")) for word in words
    )


def systemd_word(text: str) -> str:
    """A word of a list, with systemd's specifiers (``%``) switched off."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def systemd_path(path: str) -> str:
    """A path that is a whole value, or the end of one: nothing is quoted there.

    Raises:
        ScheduleError: systemd would read something else.
    """
    if path != path.strip() or path.endswith("\\") or not path.isprintable():
        raise ScheduleError(
            say("{path} holds a character that systemd would take for its own", path=ascii(path)),
            translate(RENAME),
        )
    return path.replace("%", "%%")


def crontab_command(words: Sequence[str]) -> str:
    """A command for a crontab: a line for ``sh``, with the percent signs escaped.

    Raises:
        ScheduleError: a backslash stands before a percent sign; cron would drop it.
    """
    line = shlex.join(words)
    if "\\%" in line:
        raise ScheduleError(
            translate("a path holds a backslash before a percent sign, which no crontab can"),
            translate(RENAME),
        )
    return line.replace("%", r"\%")


def runs(numbers: Sequence[int], between: str, write: Callable[[int], str] = "{}".format) -> str:
    """Ascending numbers as a list in which neighbours are drawn together: ``1-5,9``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    parts = []
    for span in spans:
        if len(span) >= _SHORTEST_RUN:
            parts.append(f"{write(span[0])}{between}{write(span[-1])}")
        else:
            parts += map(write, span)
    return ",".join(parts)
