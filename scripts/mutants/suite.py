"""Runs tests: all of them to learn what they reach, or some until one fails."""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import coverage
import pytest

_OPTIONS: Final = (
    "-q",
    "-s",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:randomly",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


class Suite:
    """A collected set of tests, as a plugin of pytest that takes over running them."""

    def __init__(self, work: Callable[["Suite"], None]) -> None:
        self._work = work
        self._failed = ""
        self._items: list[pytest.Item] = []
        self._memories: list[Any] = []
        self.ran = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running everything."""
        self._items = session.items
        self._memories = [*_memories()]
        if not session.testsfailed:
            self.ran = True
            self._work(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember what failed."""
        if report.failed:
            self._failed = self._failed or report.nodeid

    def first_failure(self, names: Iterable[str] | None = None) -> str:
        """Run these in this order (or all) until one fails; its name, or nothing."""
        items = self._items
        self._forget()
        if names is not None:
            by_name = {each.nodeid: each for each in items}
            items = [by_name[name] for name in names if name in by_name]
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                break
        return self._failed

    def reach(self, code: Path) -> dict[str, Any]:
        """Run all: what failed, the seconds of each, and the lines of the code that it runs."""
        cover = coverage.Coverage(
            data_file=None, config_file=False, include=[f"{code}/*"], messages=False
        )
        seconds = {}
        cover.start()
        items = self._items
        for item, following in zip(items, [*items[1:], None], strict=True):
            self._forget()
            cover.switch_context(item.nodeid)
            begun = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            seconds[item.nodeid] = time.process_time() - begun
        cover.stop()
        data = cover.get_data()
        lines = {
            Path(file).relative_to(code).as_posix(): {
                str(line): names for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        return {"failed": self._failed, "seconds": seconds, "lines": lines}

    def _forget(self) -> None:
        """What was kept from an earlier test, or from before the mutant, says nothing of it."""
        for each in self._memories:
            each.cache_clear()


def _memories() -> Iterator[Any]:
    """The caches of functions of this project."""
    gc.unfreeze()  # what is frozen is not listed
    for each in gc.get_objects():
        if isinstance(each, type(_cached)):
            file = getattr(sys.modules.get(each.__module__), "__file__", None) or ""
            if file.startswith(str(Path.cwd())) and "site-packages" not in file:
                yield each


@cache
def _cached() -> None:
    """Has the type of a function that keeps its answers, which has no public name."""


def collect(tests: Sequence[str], work: Callable[[Suite], None]) -> bool:
    """Collect tests and hand them over; whether they could be collected. Says nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    suite = Suite(work)
    pytest.main([*_OPTIONS, *tests], plugins=[suite])
    return suite.ran
