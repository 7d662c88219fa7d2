"""Tells notification targets about the scans of a command; never changes how it ends."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from readiness.cli.clock import now
from readiness.cli.remember import Memory, note_of, roots_of
from readiness.cli.streams import warn
from readiness.language import advised, say

if TYPE_CHECKING:
    from readiness.config import Config
    from readiness.domain.report import Report
    from readiness.history import History
    from readiness.notify import Event

_Command = TypeVar("_Command", bound=Callable[..., object])


def notify_option(command: _Command) -> _Command:
    """The ``--notify`` option of every command that can tell what it found."""
    option: Callable[[_Command], _Command] = click.option(
        "--notify", is_flag=True, help="Tell the notification targets what this scan brought."
    )
    return option(command)


class Teller:
    """Tells about the scans of one run; whatever goes wrong with that is a warning."""

    def __init__(self, config: "Config", names: Sequence[str], *, wanted: bool) -> None:
        """Tell nobody, unless it is wanted and there is somebody to tell."""
        self._config = config
        self._names = names
        self._memory: Memory | None = None
        self._wanted = wanted and bool(config.notify.targets)
        if wanted and not self._wanted:
            warn(
                advised(
                    say("--notify tells nobody: there is no target in {path}", path=config.path),
                    say("add a table [notify.targets.NAME]"),
                )
            )

    def begins(self, memory: Memory) -> None:
        """The scans begin; what is worth telling depends on what is remembered."""
        self._memory = memory

        def events() -> "Iterator[Event]":
            """For whoever wants to know that a scan begins."""
            from readiness.notify import started

            yield from started(roots_of(self._config, self._names))

        self._tell(events)

    def done(self, report: "Report") -> None:
        """The scans are done, and recorded."""

        def events() -> "Iterator[Event]":
            """What is new in each account's part."""
            from readiness.notify import events_of_scan

            settings, today = self._config.notify, now().date()
            for account in report.accounts:
                yield from events_of_scan(self._history, account, settings, today=today)

        self._tell(events)

    def failed(self, error: Exception) -> None:
        """The scans could not be made, and that was recorded."""

        def events() -> "Iterator[Event]":
            """The same for each account."""
            from readiness.notify import events_of_failure

            for name in roots_of(self._config, self._names):
                exchange = self._config.accounts[name].exchange
                yield from events_of_failure(self._history, name, exchange, note_of(error))

        self._tell(events)

    @property
    def _history(self) -> "History | None":
        return self._memory.history if self._memory else None

    def _tell(self, events: "Callable[[], Iterator[Event]]") -> None:
        if not self._wanted:
            return
        import asyncio

        from readiness.notify import Notifier

        try:
            notifier = Notifier(self._config, environ=os.environ)
            failures = asyncio.run(notifier.send(tuple(events())))
        except Exception as error:  # noqa: BLE001 - no defect of a notification may cost a verdict
            from readiness.cli.crash import describe

            untold = say("nobody was told; the verdict counts all the same")
            warn(f"{untold}\n{describe(error)}")
            return
        for failure in failures:
            warn(str(failure))


@contextmanager
def telling(config: "Config", names: Sequence[str], *, wanted: bool) -> Iterator[Teller]:
    """A teller for the scans in the block; when they cannot be made, it tells that by itself."""
    teller = Teller(config, names, wanted=wanted)
    try:
        yield teller
    except Exception as error:
        teller.failed(error)
        raise
