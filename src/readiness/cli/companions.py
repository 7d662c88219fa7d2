"""Second texts of a format, appended to files that the environment names.

A job summary is one: GitHub Actions names a file, and shows what a step appends to it.
"""

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.policies import policies_for
from readiness.cli.streams import OutputError
from readiness.language import say
from readiness.report.fitting import fitted
from readiness.report.formats import COMPANIONS, Companion, Frame, loaded

if TYPE_CHECKING:
    from readiness.domain.report import Report


def leave_companions(
    report: "Report", formats: Iterable[str], environ: Mapping[str, str] = os.environ
) -> list[str]:
    """Append what belongs to these formats besides, each once, where it is wanted.

    Returns:
        What could not be written, and why.
    """
    wanted = {
        path: COMPANIONS[name]
        for name in formats
        if name in COMPANIONS and (path := environ.get(COMPANIONS[name].variable))
    }
    failures = (_leave(report, each, Path(path)) for path, each in wanted.items())
    return [failure for failure in failures if failure]


def _leave(report: "Report", companion: Companion, path: Path) -> str:
    try:
        text = loaded(companion.renderer)(report, Frame(policies_for(report)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the verdict must get out
        from readiness.cli.crash import describe

        failed = say("what belongs into {variable} could not be drawn", variable=companion.variable)
        return f"{failed}\n{describe(error)}"
    try:
        _append(path, text, companion.room)
    except OSError as error:
        return str(OutputError(f"{path} ({companion.variable})", error))
    return ""


def _append(path: Path, text: str, room: int) -> None:
    with path.open("ab") as file:
        content = fitted(text, room - file.tell())
        if not content:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        file.write(content.encode("utf-8"))
