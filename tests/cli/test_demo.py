"""``readiness demo``: real scans of invented accounts."""

import re

import pytest
from tests.cli.conftest import Run

from readiness.cli import demo
from readiness.domain.verdict import Verdict


def test_the_demo_goes_by_its_script_and_ends_with_how_to_go_on(run: Run) -> None:
    """Blocked, incomplete, refused; then the boxes to tick and the commands to run."""
    outcome = run("demo")
    assert outcome.code == 0
    assert outcome.err == ""
    assert re.findall(r"^Verdict: (\w+)", outcome.out, re.MULTILINE) == [
        verdict.upper() for verdict in demo.EXPECTED.values()
    ]
    ending = outcome.out[outcome.out.index("How to scan a real account") :]
    for word in (
        "[x] Read",
        "[x] Enable Reading",
        "[ ] Trade",
        "[ ] Withdraw",
        "IP",
        "passphrase",
        "keys set okx-main",
        "readiness.toml",
        "readiness scan",
    ):
        assert word in ending
    links = re.findall(r"https?://[^\s]+", outcome.out)
    assert links
    official = r"https://(www\.okx|www\.binance|binance)\.com/[^?]*$"
    assert all(re.match(official, link) for link in links), links


def test_a_demo_that_goes_astray_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1, and which account came to what."""
    monkeypatch.setattr(demo, "EXPECTED", {"trading-key": Verdict.READY})
    outcome = run("demo")
    assert outcome.code == 1
    assert "trading-key: refused instead of ready" in outcome.err
