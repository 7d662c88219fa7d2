"""``readiness history``: what was recorded, with and without a configuration."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment
from tests.cli.recorded import ended, of, remembered
from tests.history.support import BLIND, DUSTY, READY, TRADING
from tests.published import fits
from tests.report.drawing import flat
from tests.rules.support import exact, money

from readiness.domain.decision import Closure
from readiness.history import default_path
from readiness.rules import closing

RICH = READY.holding(
    TRADING,
    money("BTC", "1").model_copy(update={"value_usd": exact("812.5")}),
    money("ETH", "1").model_copy(update={"value_usd": exact("100")}),
)


def test_nothing_is_recorded_yet(run: Run) -> None:
    """A friendly line, and an empty list for programs; no file is made by looking."""
    outcome = run("history")
    assert (outcome.code, outcome.err) == (0, "")
    assert "No scan was recorded yet." in outcome.out
    assert json.loads(run("history", "--format", "json").out)["scans"] == []
    assert not default_path().exists()


def test_each_account_has_its_charts_and_its_scans(run: Run) -> None:
    """From first to last, newest first, without a configuration."""
    ids = remembered(*of("a", [RICH, RICH, DUSTY, READY]), ("b", BLIND))
    outcome = run("history")
    said = flat(outcome.out)
    assert outcome.code == 0
    assert "a (OKX) in the way ██▅▁ 2 to 0" in said
    assert "could not be looked at ▁▁▁▁ 0 to 0" in said
    assert "worth in USD ██?▁ 912.50 to 0" in said
    assert f"blocked scan {ids[0]}, 2026-11-20 08:00 UTC 2 in the way, 0 could" in said
    assert "about 912.50 USD" in said
    assert said.index(f"scan {ids[3]}, ") < said.index(f"scan {ids[0]}, ")
    assert f"b (OKX) incomplete scan {ids[4]}" in said
    assert "1 could not be looked at" in said


def test_whole_dollars_have_no_zeros_behind_them(run: Run) -> None:
    """However many digits the sum was reckoned with."""
    worth = money("ETH", "1").model_copy(update={"value_usd": exact("900.00000000")})
    remembered(*of("a", [READY.holding(TRADING, worth), READY]))
    assert "worth in USD █▁ 900 to 0" in flat(run("history").out)


def test_what_nobody_could_see_is_no_zero(run: Run) -> None:
    """Not while a place could not be looked at, and not while nothing was asked."""
    remembered(*of("a", [DUSTY, BLIND]))
    said = flat(run("history").out)
    assert "in the way █? 1 to not known" in said
    assert "worth in USD ?? not known to not known" in said


def test_ascii_is_enough() -> None:
    """Digits in place of blocks, where the terminal has no others."""
    remembered(*of("a", [RICH, DUSTY, READY]))
    shown = subprocess.run(
        [sys.executable, "-m", "readiness", "history"],
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "in the way 940 2 to 0" in flat(shown.stdout)
    assert shown.stdout.isascii()


def test_only_some_accounts_and_only_some_scans(run: Run) -> None:
    """By name, and the newest few; the charts still tell all of them."""
    ids = remembered(*of("a", [DUSTY] * 4), ("b", READY))
    said = flat(run("history", "a", "--limit", "3").out)
    assert "████ 1 to 1" in said
    assert f"scan {ids[0]}," not in said
    assert f"scan {ids[1]}," in said
    assert "1 older scan is not shown" in said
    assert "b (OKX)" not in said


def test_how_a_scan_ended_is_said(run: Run) -> None:
    """Interrupted, failed with its reason, by schedule; none of them is a point of a chart."""
    remembered(*of("a", [DUSTY]))
    stopped, failed = ended("a"), ended("a", "the key cannot be had")
    said = flat(run("history").out)
    assert f"interrupted scan {stopped}, 2026-12-20 08:00 UTC, by schedule" in said
    assert f"failed scan {failed}, 2026-12-20 08:00 UTC, by schedule the key cannot be had" in said
    assert "in the way █" not in said


def test_a_closing_account_has_no_numbers(run: Run) -> None:
    """Nothing was asked, which is not the same as nothing found."""
    from tests.history.support import VERSION, Clock
    from tests.strategies import TODAY

    from readiness.history import History

    remembered(*of("a", [DUSTY]))
    with History.open(default_path(), now=Clock()) as history:
        report = closing("a", "okx", Closure(requested_on=TODAY, wait_days=30))
        history.finish(history.begin("a", "okx", "scan"), report, None, VERSION)
    said = flat(run("history").out)
    assert "2026-11-20 08:00 UTC nothing was asked" in said
    assert "in the way █? 1 to not known" in said


def test_the_json_has_every_key(run: Run) -> None:
    """The shape that docs/history.md tells; newest first, over all accounts."""
    ids = remembered(("a", RICH), ("b", READY))
    stopped = ended("a")
    content = fits("history", run("history", "--format", "json").out)
    assert content["tool"]["name"] == "readiness"
    last, second, first = content["scans"]
    assert [last["id"], second["id"], first["id"]] == [stopped, ids[1], ids[0]]
    assert first == {
        "id": ids[0],
        "account": "a",
        "exchange": "okx",
        "trigger": "scan",
        "started_at": "2026-11-20T08:00:00Z",
        "finished_at": "2026-11-20T08:00:00Z",
        "ending": "done",
        "verdict": "blocked",
        "blockers": 2,
        "unknowns": 0,
        "confirms": 2,
        "value_usd": "912.5",
        "note": None,
    }
    assert (last["ending"], last["verdict"], last["value_usd"]) == ("interrupted", None, None)
    (only,) = json.loads(run("history", "b", "--format", "json").out)["scans"]
    assert only["account"] == "b"


@pytest.mark.usefixtures("config")
def test_a_configured_account_without_a_scan(run: Run) -> None:
    """That is no mistake, before and after other scans were recorded."""
    for _ in range(2):
        outcome = run("history", "okx-main")
        assert outcome.code == 0
        assert "No scan of okx-main was recorded yet." in outcome.out
        remembered(("gone", READY))
    assert run("history", "gone").code == 0


@pytest.mark.usefixtures("config")
def test_an_account_that_nobody_knows(run: Run) -> None:
    """A usage error, with the nearest name."""
    remembered(("gone", READY))
    outcome = run("history", "okx-mian")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean 'okx-main'?" in outcome.err
    assert "gone" in outcome.err


def test_without_anything_no_account_is_known(run: Run) -> None:
    """The same, on a fresh machine."""
    outcome = run("history", "okx-main")
    assert outcome.code == 2
    assert "no account is known" in outcome.err


def test_the_configuration_names_the_file(run: Run, config: Path) -> None:
    """And a named configuration that is not there is an error."""
    config.write_text(config.read_text() + '[history]\npath = "mine.db"\n')
    remembered(("okx-main", DUSTY), path=config.parent / "mine.db")
    assert "okx-main (OKX)" in run("history").out
    assert run("history", "--config", "missing.toml").code == 2


def test_a_broken_configuration_is_an_error(run: Run, config: Path) -> None:
    """It may name another file."""
    config.write_text("[history\n")
    assert run("history").code == 2


def test_a_history_that_cannot_be_read_is_an_error(run: Run) -> None:
    """What, where, why and what next; exit code 2, no traceback, and nothing is touched."""
    place = default_path()
    place.parent.mkdir(parents=True)
    place.write_bytes(b"garbage")
    for command in ("history", "diff"):
        outcome = run(command)
        assert (outcome.code, outcome.out) == (2, "")
        for part in (str(place), "why: it is no database", "next: "):
            assert part in outcome.err
    assert place.read_bytes() == b"garbage"


def test_names_of_others_cannot_move_the_cursor(run: Run) -> None:
    """A note is made safe as everything else is."""
    remembered(("a", READY))
    ended("a", "before \x1b[31m after")
    out = run("history").out
    assert "\x1b" not in out


@pytest.mark.usefixtures("config")
def test_reading_loads_nothing_that_asks() -> None:
    """No exchange, no network and no keyring: the answer comes at once."""
    remembered(*of("a", [DUSTY, READY]))
    code = (
        "import sys; from readiness.cli import main\n"
        "for command in (['history'], ['diff'], ['history', '--format', 'json']):\n"
        "    assert main(command) == 0\n"
        "    print(*({'ccxt', 'httpx', 'keyring', 'aiohttp'} & set(sys.modules)), file=sys.stderr)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert shown.stderr.strip() == ""
    assert "a" in shown.stdout
