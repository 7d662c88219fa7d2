"""Where reports go: ``--format`` and ``--output``."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from readiness.cli.companions import leave_companions
from readiness.cli.policies import policies_for
from readiness.cli.streams import OutputError, complain, replace_file, write_file, write_stdout
from readiness.cli.surface import file_surface, stdout_surface
from readiness.language import listed, say
from readiness.report.formats import FORMATS, WITH_PAST, Frame, renderer

if TYPE_CHECKING:
    from readiness.domain.report import Report
    from readiness.report.formats import Point

    Past: TypeAlias = Mapping[str, tuple[Point, ...]]

_STDOUT: Final = "-"
_USUAL: Final = "table"
_LOOKS_LIKE_FORMAT: Final = re.compile(r"[a-z]+\Z")


@dataclass(frozen=True)
class Target:
    """One place the report is written to; no path is stdout."""

    format: str
    path: Path | None


def targets_of(format_: str, outputs: Sequence[str]) -> tuple[Target, ...]:
    """What ``--format`` and ``--output`` ask for.

    A plain ``FILE`` takes the report of ``--format`` in place of stdout; every
    ``FORMAT=FILE`` is written besides.

    Raises:
        click.UsageError: an unknown format, or one place asked for twice.
    """
    plain: list[Target] = []
    besides: list[Target] = []
    for output in outputs:
        before, equals, after = output.partition("=")
        if equals and before in FORMATS:
            besides.append(_target(before, after))
        elif equals and _LOOKS_LIKE_FORMAT.match(before):
            raise click.UsageError(
                say(
                    "--output {output}: there is no format {before}; there are {formats}. "
                    "For a file of that name write ./{output}",
                    output=output,
                    before=repr(before),
                    formats=listed(FORMATS),
                )
            )
        else:
            plain.append(_target(format_, output))
    targets = (*(plain or [Target(format_, None)]), *besides)
    places = [target.path.absolute() if target.path else None for target in targets]
    for place in places:
        if places.count(place) > 1:
            raise click.UsageError(
                say("--output: {place} is asked for twice", place=place or "stdout")
            )
    return targets


def files_of(outputs: Sequence[str]) -> tuple[Target, ...]:
    """The files that ``--output`` asks for, where stdout is for something else.

    Raises:
        click.UsageError: as :func:`targets_of` does, or stdout is asked for.
    """
    if any(output.rpartition("=")[2] == _STDOUT for output in outputs):
        raise click.UsageError(
            say("--output: stdout has the line of each scan; name a file instead")
        )
    return tuple(target for target in targets_of(_USUAL, outputs) if target.path)


def _target(format_: str, name: str) -> Target:
    if not name:
        raise click.UsageError(say("--output: the name of the file is missing"))
    return Target(format_, None if name == _STDOUT else Path(name))


def draws_past(targets: Sequence[Target]) -> bool:
    """Whether any of them shows how earlier scans went."""
    return any(target.format in WITH_PAST for target in targets)


def deliver(report: "Report", targets: Sequence[Target], past: "Callable[[], Past]") -> bool:
    """Write the report to every target; one that fails does not stop the others.

    Whatever fails is said on stderr together with the verdict, which must not get lost.

    Args:
        report: what is written.
        targets: where to.
        past: looks up the earlier scans; it is asked only if a target shows them.

    Returns:
        Whether every target was written.
    """
    known = past() if draws_past(targets) else {}
    failures = [failure for target in targets if (failure := _deliver(report, target, known))]
    failures += leave_companions(report, [target.format for target in targets])
    from readiness.report.standing import verdict_text

    ended = say(
        "the scan itself ended: verdict {verdict} (exit code {code}, now 1)",
        verdict=verdict_text(report.verdict),
        code=report.exit_code,
    )
    for failure in failures:
        complain(f"{failure}\n  {ended}")
    return not failures


def rewrite(report: "Report", targets: Sequence[Target], past: "Past") -> bool:
    """Write the report to files in place of an earlier one; say on stderr what fails.

    Returns:
        Whether every file was written.
    """
    written = [_deliver(report, target, past, replace_file) for target in targets]
    for failure in filter(None, written):
        complain(failure)
    return not any(written)


def _deliver(
    report: "Report",
    target: Target,
    past: "Past",
    write: Callable[[Path, str], None] = write_file,
) -> str:
    surface = file_surface(target.path) if target.path else stdout_surface()
    try:
        frame = Frame(policies_for(report), surface, past)
        text = renderer(target.format)(report, frame)
    except Exception as error:  # noqa: BLE001 - whatever it is, the verdict must get out
        from readiness.cli.crash import describe

        undrawn = say("the report could not be drawn as {format}", format=target.format)
        return f"{undrawn}\n{describe(error)}"
    try:
        if target.path is None:
            write_stdout(text)
        else:
            write(target.path, text)
    except OutputError as error:
        return str(error)
    return ""
