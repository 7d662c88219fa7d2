"""Colour, width and progress: only for terminals, and only as they want it."""

import json
import re

import pytest
from tests.cli.conftest import Run
from tests.cli.fakes import FakeScan

pytestmark = pytest.mark.usefixtures("config")


def test_nothing_is_coloured_unless_a_terminal_shows_it(run: Run, scan: FakeScan) -> None:
    """A pipe gets no escapes and no progress."""
    del scan
    outcome = run("scan")
    assert "\x1b" not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    run: Run,
    scan: FakeScan,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    coloured: bool,
) -> None:
    """NO_COLOR and TERM=dumb are respected."""
    del scan
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("readiness.cli.surface._is_terminal", lambda _: True)
    monkeypatch.setattr("readiness.cli.progress.stderr_is_terminal", lambda: False)
    outcome = run("scan")
    assert ("\x1b[" in outcome.out) is coloured


def test_narrow_terminals_are_respected(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty columns are enough."""
    del scan
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, run("scan").out.splitlines())) <= 40


def test_progress_is_shown_on_stderr_to_somebody_who_watches(
    run: Run, scan: FakeScan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal there is a bar; stdout stays the report's own."""
    del scan
    monkeypatch.setattr("readiness.cli.progress.stderr_is_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    outcome = run("scan", "--format", "json")
    assert json.loads(outcome.out)
    assert re.search(r"okx-main.*1/2", outcome.err)
