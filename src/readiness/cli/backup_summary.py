"""What ``readiness backup`` says at its end."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from readiness.language import clauses, message, say, translate

if TYPE_CHECKING:
    from readiness.backup import Manifest
    from readiness.report.formats import Surface
    from readiness.report.paper import Paper

GOES_ON: Final = message("run the same command again; it goes on where it stopped")
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
    paper.line(
        say(
            "{account}: rows saved in {folder}: {rows}",
            account=manifest.account,
            folder=folder,
            rows=rows,
        ),
        "bold",
    )
    counts = {
        message("Lists read: {count}"): len(read),
        message("with rows: {count}"): len(held),
        message("of products that were never opened: {count}"): _count(manifest, "not_opened"),
        message("not shown to this account: {count}"): _count(manifest, "refused"),
    }
    paper.line(clauses(say(what, count=count) for what, count in counts.items() if count))
    _tell_what_failed(paper, manifest)
    _tell_what_is_missing(paper, manifest)
    paper.blank()
    paper.line(
        say("Complete: everything that the API shows is saved.")
        if manifest.complete
        else say("Not complete. Next: {goes_on}.", goes_on=translate(GOES_ON))
    )
    _tell_how_old_it_is(paper, manifest)
    check = f"readiness backup --verify {quote(str(folder))}"
    paper.line(say("Check it at any time: {command}", command=check))
    return paper.finish()


def _count(manifest: "Manifest", status: str) -> int:
    return sum(entry.status == status for entry in manifest.lists)


def _tell_what_failed(paper: "Paper", manifest: "Manifest") -> None:
    """The lists that keep the backup from being complete, by what is in the way."""
    # Of a complete backup, what was refused is something that the API cannot give.
    fine = {"complete", "not_opened"} | ({"refused"} if manifest.complete else set())
    failed = [entry for entry in manifest.lists if entry.status not in fine]
    named = (
        (entry.reason or say("not read"), _named(entry.what, entry.request)) for entry in failed
    )
    for reason, lists in _grouped(named).items():
        paper.bullet(say("{what}: {why}", what=clauses(lists), why=reason), mark="!")


def _tell_what_is_missing(paper: "Paper", manifest: "Manifest") -> None:
    """What the API cannot give, by the place to get it."""
    missing = _grouped(
        (translate(each.where), translate(each.what)) for each in manifest.not_available
    )
    if not missing:
        return
    paper.blank()
    paper.line(say("What the API cannot give, and where to get it before you close:"), "bold")
    for place, found in missing.items():
        more = len(found) - _ENOUGH
        shown = [*found[:_ENOUGH], say("and {more} more", more=more)] if more > 0 else found
        paper.bullet(say("{place}: {what}", place=place, what=clauses(shown)))
    paper.line(say("All of it, and why, stands in manifest.json under not_available."), indent=2)


def _named(what: str, request: str) -> str:
    return say("{what} ({request})", what=translate(what), request=request)


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
            say(
                "Some lists were begun at {moment} UTC: the same command, once more, adds "
                "what has come since.",
                moment=f"{min(ends):%Y-%m-%d %H:%M}",
            )
        )
