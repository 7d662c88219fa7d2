"""What ``readiness backup`` says at its end."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from readiness.backup import Manifest
    from readiness.report.formats import Surface
    from readiness.report.paper import Paper

GOES_ON: Final = "run the same command again; it goes on where it stopped"
_LONG_AGO: Final = timedelta(minutes=10)
_ENOUGH: Final = 4
"""So many things of one place are named; the manifest has all of them."""


def summary(manifest: "Manifest", folder: Path, surface: "Surface") -> str:
    """What was saved, what was not, what cannot be, and what to do next."""
    from readiness.report.paper import Paper

    paper = Paper(surface)
    read = [entry for entry in manifest.lists if entry.asked_at]
    held = [entry for entry in read if entry.rows]
    rows = sum(entry.rows for entry in held)
    paper.line(f"{manifest.account}: rows saved in {folder}: {rows}", "bold")
    counts = {
        "Lists read": len(read),
        "with rows": len(held),
        "of products that were never opened": _count(manifest, "not_opened"),
        "not shown to this account": _count(manifest, "refused"),
    }
    paper.line("; ".join(f"{what}: {count}" for what, count in counts.items() if count))
    _tell_what_failed(paper, manifest)
    _tell_what_is_missing(paper, manifest)
    paper.blank()
    paper.line(
        "Complete: everything that the API shows is saved."
        if manifest.complete
        else f"Not complete. Next: {GOES_ON}."
    )
    _tell_how_old_it_is(paper, manifest)
    paper.line(f"Check it at any time: readiness backup --verify {quote(str(folder))}")
    return paper.finish()


def _count(manifest: "Manifest", status: str) -> int:
    return sum(entry.status == status for entry in manifest.lists)


def _tell_what_failed(paper: "Paper", manifest: "Manifest") -> None:
    """The lists that keep the backup from being complete, by what is in the way."""
    # Of a complete backup, what was refused is something that the API cannot give.
    fine = {"complete", "not_opened"} | ({"refused"} if manifest.complete else set())
    failed = [entry for entry in manifest.lists if entry.status not in fine]
    named = ((entry.reason or "not read", f"{entry.what} ({entry.request})") for entry in failed)
    for reason, lists in _grouped(named).items():
        paper.bullet(f"{'; '.join(lists)}: {reason}", mark="!")


def _tell_what_is_missing(paper: "Paper", manifest: "Manifest") -> None:
    """What the API cannot give, by the place to get it."""
    missing = _grouped((each.where, each.what) for each in manifest.not_available)
    if not missing:
        return
    paper.blank()
    paper.line("What the API cannot give, and where to get it before you close:", "bold")
    for place, found in missing.items():
        more = len(found) - _ENOUGH
        shown = [*found[:_ENOUGH], f"and {more} more"] if more > 0 else found
        paper.bullet(f"{place}: {'; '.join(shown)}")
    paper.line("All of it, and why, stands in manifest.json under not_available.", indent=2)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _tell_how_old_it_is(paper: "Paper", manifest: "Manifest") -> None:
    """What has come while a long run went on, or since one was interrupted, is not there."""
    ends = [entry.ranges[-1].end for entry in manifest.lists if entry.ranges]
    if ends and manifest.finished_at and manifest.finished_at - min(ends) > _LONG_AGO:
        paper.line(
            f"Some lists were begun at {min(ends):%Y-%m-%d %H:%M} UTC: the same command, once "
            "more, adds what has come since."
        )
