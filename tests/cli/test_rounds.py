"""What a watch does from one scan to the next, while the world around it changes."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.cli.test_watch import Place, brief, dusty, entries, place, said
from tests.notify.receiver import receiving
from tests.scan.support import today

from readiness.cli.configuration import read_config
from readiness.cli.outputs import Target
from readiness.cli.rounds import Rounds
from readiness.cli.streams import OutputError
from readiness.config import Config
from readiness.history import Ending
from readiness.scan import Scanner
from readiness.simulator import OkxAccount
from readiness.watch import Clock, Watch, times_of

FILE = Path("report.json")
SCHEDULE = '[watch]\nevery = "6h"\n'
Step = Callable[[], object]


def nothing() -> None:
    """The world stays as it is."""


def keep_watch(
    *steps: Step, history: bool = True, files: Sequence[Target] = (Target("json", FILE),)
) -> None:
    """Scan every account, then take a step and wait until one is due, and so on."""
    passed, left = 0.0, list(steps)

    async def pause(_: float) -> None:
        nonlocal passed
        if not left:
            raise asyncio.CancelledError
        left.pop(0)()
        passed += 6 * 3600

    def check(config: Config, account: str) -> None:
        times_of(config, account, Clock().look().now)

    async def live() -> None:
        config = read_config(None)
        rounds = Rounds(
            config,
            partial(read_config, config.path),
            list(config.accounts),
            scanner=Scanner(environ=os.environ),
            history=history,
            files=files,
            check=check,
        )
        clock = Clock(wall=lambda: time.time() + passed, pause=pause)
        await Watch(rounds, clock, lambda: 0.0).keep(list(config.accounts))

    asyncio.run(live())


def watched(here: Place, more: str = SCHEDULE) -> None:
    here.more = more
    here.write()


def endings() -> list[Ending]:
    return [entry.ending for entry in entries()]


def test_it_scans_again_and_tells_what_changed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One process, one scanner, scan after scan."""
    account = dusty()
    with place(monkeypatch, main=account) as here:
        watched(here)
        keep_watch(lambda: account.funding("LUNC", 0), nothing)
    lines = capsys.readouterr().out.splitlines()
    assert [said(line)["main"].partition(";")[0].rpartition("(")[2] for line in lines] == [
        "blocked, 1 blocker, 9 to confirm",
        "was blocked, 1 went away)",
        "no change)",
    ]
    assert endings() == [Ending.DONE] * 3


def test_a_closing_request_that_is_written_meanwhile_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a restart: from then on, nothing is sent."""
    with place(monkeypatch, main=dusty()) as here:
        watched(here)
        counts: list[int] = []

        def close() -> None:
            counts.append(len(here.here.asked()))
            watched(
                here,
                f"{SCHEDULE}[accounts.main.closure]\nrequested_on = {today()}\nwait_days = 30\n",
            )

        keep_watch(close, nothing)
        assert counts == [len(here.here.asked())]
    lines = capsys.readouterr().out.splitlines()
    assert [" main: closing, " in line for line in lines] == [False, True, True]


def _broken(here: Place) -> None:
    here.file.write_text("[accounts.main\n", encoding="utf-8")


def _gone(here: Place) -> None:
    here.file.unlink()


def _without_the_account(here: Place) -> None:
    here.file.write_text(f'[accounts.other]\nexchange = "okx"\n{SCHEDULE}', encoding="utf-8")


def _without_a_schedule(here: Place) -> None:
    watched(here, "")


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (_broken, "readiness.toml:1"),
        (_gone, "readiness.toml: "),
        (_without_the_account, "there is no main account 'main' any more"),
        (_without_a_schedule, "has no schedule"),
    ],
)
def test_a_configuration_that_is_no_good_any_more_is_that_scans_failure(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    harm: Callable[[Place], None],
    word: str,
) -> None:
    """Nothing is asked, as it may say that nothing should be; once it is mended, all is well."""
    with place(monkeypatch, main=brief()) as here:
        watched(here)
        counts: list[int] = []

        def mend() -> None:
            counts.append(len(here.here.asked()))
            watched(here)

        def damage() -> None:
            counts.append(len(here.here.asked()))
            harm(here)

        keep_watch(damage, mend)
        assert counts[0] == counts[1] < len(here.here.asked())
    captured = capsys.readouterr()
    assert "main was not scanned: " in captured.err
    assert word in captured.err
    assert endings() == [Ending.DONE, Ending.FAILED, Ending.DONE]
    assert captured.out.count("; next ") == 3


@pytest.mark.parametrize("history", [True, False])
def test_each_piece_of_news_is_told_once(monkeypatch: pytest.MonkeyPatch, history: bool) -> None:
    """Also where nothing is recorded: what this process has told, it does not tell again."""
    account = OkxAccount()
    with receiving() as inbox, place(monkeypatch, main=account) as here:
        url = f'url = "{inbox.base_url}/inbox"\n'
        watched(here, f'{SCHEDULE}[notify.targets.inbox]\nkind = "webhook"\n{url}')
        steps: Sequence[Step] = (
            nothing,
            lambda: account.funding("LUNC", "1"),
            nothing,
            lambda: monkeypatch.delenv("READINESS_MAIN_KEY"),
            nothing,
            lambda: monkeypatch.setenv("READINESS_MAIN_KEY", account.key),
        )
        keep_watch(*steps, history=history)
        assert [list(got.json["topics"]) for got in inbox.got] == [
            ["change"],
            ["change"],
            ["failed"],
        ]


def _in_the_file() -> dict[str, Any]:
    content = json.loads(FILE.read_text(encoding="utf-8"))
    return {entry["account"]: entry for entry in content["accounts"]} | {"": content["verdict"]}


def test_a_file_says_of_what_could_not_be_scanned_that_nobody_looked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Never what an older scan said, as if it was still so; once it works again, what it says."""
    files: list[dict[str, Any]] = []
    with place(monkeypatch, main=OkxAccount()) as here:
        watched(here)
        secret = os.environ["READINESS_MAIN_SECRET"]

        def mend() -> None:
            files.append(_in_the_file())
            monkeypatch.setenv("READINESS_MAIN_SECRET", secret)

        keep_watch(lambda: monkeypatch.delenv("READINESS_MAIN_SECRET"), mend)
        files.append(_in_the_file())
    assert [file[""] for file in files] == ["incomplete", "unconfirmed"]
    failed = files[0]["main"]
    assert failed["verdict"] == "incomplete"
    assert [(row["area"], row["status"]) for row in failed["coverage"]] == [
        ("account.key", "unknown")
    ]
    assert "secret" in failed["findings"][0]["message"]
    assert failed["key"]["read_only"] is None


def _without_the_first(here: Place) -> None:
    text = here.file.read_text(encoding="utf-8")
    here.file.write_text(text[text.index("[accounts.second]") :], encoding="utf-8")


def _main_below_another(here: Place) -> None:
    here.write(main='parent = "second"\nsub_account = "sub"\n')


def _schedule_for_one(here: Place) -> None:
    here.more = ""
    here.write(second='every = "6h"\n')


@pytest.mark.parametrize("change", [_without_the_first, _main_below_another, _schedule_for_one])
def test_a_configuration_that_is_good_for_others_alone(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Place], None],
) -> None:
    """The watch goes on; the account keeps the schedule that it had, for when it comes back."""
    with place(monkeypatch, main=brief(), second=brief()) as here:
        watched(here)
        keep_watch(lambda: change(here), nothing, nothing, lambda: watched(here), nothing)
    captured = capsys.readouterr()
    assert "main was not scanned: " in captured.err
    assert "second was not scanned: " not in captured.err
    assert "Traceback" not in captured.err
    ended = {
        name: [e.ending for e in entries() if e.account == name] for name in ("main", "second")
    }
    assert set(ended["second"]) == {Ending.DONE}
    assert (ended["main"][1], ended["main"][-1]) == (Ending.FAILED, Ending.DONE)
    assert _in_the_file().keys() == {"main", "second", ""}


def test_a_watch_that_nobody_reads_ends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its output it would go on for ever, unseen; what was scanned is recorded."""

    def closed(_: str) -> None:
        raise OutputError("stdout", None)

    monkeypatch.setattr("readiness.cli.rounds.write_stdout", closed)
    with place(monkeypatch, main=brief()) as here:
        watched(here)
        outcome = run("watch")
    assert outcome.code == 1
    assert "could not be written to stdout" in outcome.err
    assert "Traceback" not in outcome.err
    assert endings() == [Ending.DONE]


def test_a_page_shows_how_the_scans_before_it_went(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a watch too, each time that it is written anew."""
    page = Path("report.html")
    seen: list[bool] = []

    def look() -> None:
        seen.append("2 scans, from" in page.read_text(encoding="utf-8"))

    with place(monkeypatch, main=dusty()) as here:
        watched(here)
        keep_watch(look, look, files=[Target("html", page)])
    assert seen == [False, True]
    assert "3 scans, from" in page.read_text(encoding="utf-8")
