"""``readiness support``: the message of the last scan, and what stands below it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.recorded import ended, remembered
from tests.history.support import BEGINNING, BLIND, DAY, DUSTY, READY
from tests.strategies import World

from readiness.cli import clock
from readiness.guide import wording as guide
from readiness.policies import load_policy
from readiness.support import wording as words

pytestmark = pytest.mark.usefixtures("config")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour after the scans that tests record."""
    monkeypatch.setattr(clock, "now", lambda: BEGINNING + timedelta(hours=1))


@pytest.mark.parametrize("world", [READY, DUSTY, BLIND], ids=["ready", "blocked", "incomplete"])
def test_the_message_stands_first_and_alone_on_demand(run: Run, world: World) -> None:
    """All of stdout with an option, and the same above the line without."""
    remembered(("okx-main", world))
    alone = run("support", "okx-main", "--message-only")
    whole = run("support", "okx-main")
    assert (alone.code, alone.err) == (whole.code, whole.err) == (0, "")
    assert whole.out.startswith(f"{alone.out}\n---")
    assert alone.out.startswith("Hello,\n")
    assert alone.out.endswith("Thank you.\n")
    assert "okx-main" not in alone.out


def test_channels_and_signs_stand_below(run: Run) -> None:
    """Each official channel, each sign, and that nobody of an exchange asks for secrets."""
    remembered(("okx-main", DUSTY))
    below = " ".join(run("support", "okx-main").out.partition(words.END)[2].split())
    policy = load_policy("okx")
    for channel in policy.channels:
        assert (channel.title in below) is channel.holds_for("okx")
    assert all(sign.text in below for sign in policy.signs)
    assert all(advice in below for advice in guide.ADVICE_POINTS)
    for asked in ("API key", "secret", "password", "code", "remote access", "transfer"):
        assert asked in guide.ADVICE_POINTS[0]


def test_amounts_are_left_out_on_demand(run: Run) -> None:
    """The coin stays."""
    remembered(("okx-main", DUSTY))
    assert "0.0001 LUNC" in run("support", "okx-main").out
    without = run("support", "okx-main", "--no-amounts").out
    assert "0.0001" not in without
    assert "LUNC" in without


def test_an_old_scan_is_told_to_be_old(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning with what to do; the message is written all the same."""
    remembered(("okx-main", DUSTY))
    monkeypatch.setattr(clock, "now", lambda: BEGINNING + DAY + timedelta(seconds=5))
    outcome = run("support", "okx-main")
    assert outcome.code == 0
    assert "more than a day old" in outcome.err
    assert "next: readiness scan okx-main" in outcome.err


def test_a_later_scan_that_brought_nothing_is_told(run: Run) -> None:
    """The message is that of the last one that did."""
    remembered(("okx-main", DUSTY))
    ended("okx-main", "no connection")
    outcome = run("support", "okx-main")
    assert outcome.code == 0
    assert "brought nothing (failed)" in outcome.err


def test_without_a_recorded_scan_there_is_no_message(run: Run, config: Path) -> None:
    """A usage error, with what to run; one of another account does not stand in for it."""
    remembered(("okx-env", DUSTY))
    outcome = run("support", "okx-main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no scan of okx-main is recorded" in outcome.err
    assert "next: readiness scan okx-main" in outcome.err
    config.write_text(config.read_text() + "[history]\nenabled = false\n")
    off = run("support", "okx-main")
    assert (off.code, off.out) == (2, "")
    assert "the history is switched off" in off.err


def test_an_account_that_is_not_there(run: Run, config: Path) -> None:
    """Unknown names and sub-accounts are usage errors that say what to name."""
    assert "okx-main" in run("support", "okx-mian").err
    assert run("support", "okx-mian").code == 2
    config.write_text(
        config.read_text() + '[accounts.sub]\nexchange="okx"\nparent="okx-main"\nsub_account="s"\n'
    )
    sub = run("support", "sub")
    assert (sub.code, "name the main account: okx-main" in sub.err) == (2, True)


def test_the_message_in_another_language(run: Run) -> None:
    """Ours is translated; the exchange's words and the amounts stay as they are."""
    remembered(("okx-main", DUSTY))
    text = run("support", "okx-main", "--message-only", "--lang", "zh").out
    assert "注销" in text
    assert "0.0001" in text
    assert "2026-11-20" in text
    assert "Hello" not in text


def test_a_request_that_was_recorded_after_the_scan_is_spoken_of(run: Run, config: Path) -> None:
    """What the configuration says now counts, not what it said when the scan was made."""
    remembered(("okx-main", READY))
    requested = "[accounts.okx-main.closure]\nrequested_on = 2026-11-20\nwait_days = 30\n"
    config.write_text(config.read_text() + requested)
    text = run("support", "okx-main", "--message-only").out
    assert "On 2026-11-20 I asked for the closing" in text
    assert "is refused" not in text
