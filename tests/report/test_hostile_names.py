"""The table and names that were chosen to break it."""

import pytest
from rich.cells import cell_len
from tests.report.drawing import drawn, flat
from tests.report.samples import ORDER, READ_ONLY, account, finding, row

from readiness.domain.finding import Finding
from readiness.domain.report import Status

HOSTILE = (
    "[bold red]READY[/bold red]",
    "\x1b[2J\x1b[1;1HREADY",
    "\u202eYDAER",
    "USDT\nVerdict: READY (exit code 0)",
    ":warning: {amount} %s",
    "\ud800",
    "x" * 10_000,
)


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("name", HOSTILE)
def test_names_from_the_exchange_do_nothing(name: str, width: int) -> None:
    """Markup, escapes, bidi marks, line breaks and long names are only ever shown."""
    found: Finding = finding(
        subject=name, asset=name, scope=name, facts=(("cause", name),), variant="frozen"
    )
    permissions = READ_ONLY.model_copy(update={"permissions": (name,)})
    rows = (row("orders.open", Status.CLEAR, scope=name), row("orders.algo", Status.UNKNOWN))
    text = drawn(
        account(
            findings=(found, ORDER.model_copy(update={"subject": name})),
            coverage=rows,
            key=permissions,
        ),
        width=width,
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("\nVerdict: ") == 1
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert len(text) < 12_000
    text.encode("utf-8")
    if "bold" in name:
        assert "[bold red]READY" in flat(text)
