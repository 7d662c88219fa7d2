"""Shows on stderr how far a scan is, and only to somebody who is watching."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from readiness.cli.surface import stderr_is_terminal
from readiness.report.labels import label

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from readiness.scan import Progress


class Silent:
    """Nobody is watching."""

    def step(self, account: str, done: int, total: int, request: str) -> None:
        """Say nothing."""


class Live:
    """One bar for each account."""

    def __init__(self, bars: "Bars") -> None:
        """Draw on these bars."""
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def step(self, account: str, done: int, total: int, request: str) -> None:
        """Move the account's bar."""
        if account not in self._tasks:
            self._tasks[account] = self._bars.add_task(label(account), total=total, request="")
        self._bars.update(self._tasks[account], completed=done, total=total, request=label(request))


@contextmanager
def shown_progress(hint: str = "") -> "Iterator[Progress]":
    """A progress that lives while the block runs and leaves nothing behind.

    Args:
        hint: what somebody who waits for long should know; it stands above the bars, which
            then tell the time that has gone and the time that is left.
    """
    if not stderr_is_terminal():
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns: tuple[ProgressColumn, ...] = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        *((TimeElapsedColumn(), TimeRemainingColumn()) if hint else ()),
        TextColumn("{task.fields[request]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        if hint:
            bars.console.print(hint, markup=False, highlight=False)
        yield Live(bars)
