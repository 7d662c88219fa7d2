"""The language of a run: who decides, and that help and errors are in it."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Final, get_args

import click
import pytest
from tests.cli.conftest import CONFIG, Run, environment
from tests.cli.fakes import FakeScan

from readiness.cli.app import cli
from readiness.config.model import ConfigFile
from readiness.language import LANGUAGES, current

CHINESE: Final = "用法："
ENGLISH: Final = "Usage:"
ORDER: Final = ("option", "variable", "configuration", "locale")
"""Who decides; the first that says something."""


class Speaker:
    """Says in each of the ways which language is wanted."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run, self._folder, self._monkeypatch = run, folder, monkeypatch

    def page(self, **wanted: str) -> str:
        """The help of a command, in the language that comes of it."""
        arguments = ["scan", "--help"]
        for who, language in wanted.items():
            match who:
                case "option":
                    arguments += ["--lang", language]
                case "variable":
                    self._monkeypatch.setenv("READINESS_LANG", language)
                case "configuration":
                    path = self._folder / "readiness.toml"
                    path.write_text(f'language = "{language}"\n', encoding="utf-8")
                case _:
                    locale = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}[language]
                    self._monkeypatch.setenv("LC_ALL", locale)
        return self._run(*arguments).out


@pytest.fixture
def speaker(run: Run, clean_place: Path, monkeypatch: pytest.MonkeyPatch) -> Speaker:
    """Somebody who wants a language."""
    return Speaker(run, clean_place, monkeypatch)


@pytest.mark.parametrize("who", ORDER)
def test_each_way_to_ask_for_chinese_is_enough(speaker: Speaker, who: str) -> None:
    """One of them, and nobody else says anything."""
    assert speaker.page(**{who: "zh"}).startswith(CHINESE)


@pytest.mark.parametrize(("first", "second"), list(combinations(ORDER, 2)))
@pytest.mark.parametrize(("wanted", "other"), [("zh", "en"), ("en", "zh")])
def test_who_comes_first_decides(
    speaker: Speaker, first: str, second: str, wanted: str, other: str
) -> None:
    """Of each two that disagree, the one that is nearer to the run."""
    page = speaker.page(**{first: wanted, second: other})
    assert page.startswith(CHINESE if wanted == "zh" else ENGLISH)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "--help"],
        ["--help", "--lang", "zh"],
        ["--lang", "zh", "scan", "--help"],
        ["scan", "--lang", "zh", "--help"],
        ["scan", "--help", "--lang", "zh"],
        ["keys", "set", "--help", "--lang=zh"],
        ["keys", "--lang=zh", "set", "--help"],
    ],
)
def test_the_option_may_stand_anywhere(run: Run, arguments: list[str]) -> None:
    """Also behind what is in its language."""
    ended = run(*arguments)
    assert ended.code == 0
    assert ended.out.startswith(CHINESE)


def test_a_configuration_that_can_be_read_once_is_read_by_who_needs_it(run: Run) -> None:
    """Such as one that a shell writes into a pipe: looking up the language must not drain it."""
    read, write = os.pipe()
    os.write(write, CONFIG.encode())
    os.close(write)
    try:
        ended = run("keys", "show", "okx-main", "--config", f"/dev/fd/{read}")
    finally:
        os.close(read)
    assert ended.out.startswith("okx-main (OKX (global))")


def test_a_configuration_out_of_all_bounds_is_an_error_like_any_other(
    run: Run, clean_place: Path
) -> None:
    """Nested deeper than anybody reads: said where it is read, and not on the way to a language."""
    (clean_place / "readiness.toml").write_text("a = " + "[" * 50_000, encoding="utf-8")
    assert run("--help").code == 0
    ended = run("doctor")
    assert "nested too deeply" in ended.out + ended.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["scan", "--nonsense"], "没有该选项"),
        (["scna"], "错误："),
        (["keys", "show"], "缺少参数"),
        (["scan", "--format", "yaml"], "不在可选值之列"),
        (["scan", "--fail-on"], "需要 1 个值"),
    ],
)
def test_usage_errors_are_in_the_language(run: Run, arguments: list[str], words: str) -> None:
    """What the command line's library says itself, too; the exit code stays what it is."""
    ended = run("--lang", "zh", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert ENGLISH not in ended.err


@pytest.mark.parametrize("arguments", [["--lang", "de", "scan"], ["scan", "--lang", "de"]])
def test_a_language_that_there_is_not_is_a_usage_error(run: Run, arguments: list[str]) -> None:
    """It names the option and the languages."""
    ended = run(*arguments)
    assert ended.code == 2
    assert "'--lang'" in ended.err
    assert "'en', 'zh'" in ended.err


def test_a_wrong_variable_is_a_usage_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the variable; an option in its place is enough, and empty is not set."""
    monkeypatch.setenv("READINESS_LANG", "de")
    ended = run("--help")
    assert (ended.code, ended.out) == (2, "")
    assert "READINESS_LANG is 'de'" in ended.err
    assert "en or zh" in ended.err
    assert run("--help", "--lang", "en").code == 0
    monkeypatch.setenv("READINESS_LANG", "")
    assert run("--help").code == 0


def test_the_configuration_that_is_named_decides(run: Run, clean_place: Path) -> None:
    """``--config`` is looked up ahead of the command line, too."""
    (clean_place / "readiness.toml").write_text('language = "en"\n', encoding="utf-8")
    (clean_place / "other.toml").write_text('language = "zh"\n', encoding="utf-8")
    assert run("scan", "--config", "other.toml", "--help").out.startswith(CHINESE)
    assert run("scan", "--config=readiness.toml", "--help").out.startswith(ENGLISH)


@pytest.mark.parametrize("text", ['language = "de"', "language = 7", "language = ", "\udcff"])
def test_help_survives_a_broken_configuration(run: Run, clean_place: Path, text: str) -> None:
    """What is wrong with it is told by the commands that need it."""
    path = clean_place / "readiness.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert run("scan", "--help").code == 0
    ended = run("scan")
    assert ended.code == 2
    assert "readiness.toml" in ended.err


def test_the_configuration_knows_every_language() -> None:
    """The key takes exactly the languages that there are."""
    literal, _ = get_args(ConfigFile.model_fields["language"].annotation)
    assert get_args(literal) == tuple(LANGUAGES)


def _start(encoding: str, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "readiness", *arguments],
        capture_output=True,
        check=False,
        env=environment(PYTHONIOENCODING=encoding, **environ),
        timeout=60,
    )


def test_a_terminal_without_the_characters_gets_english() -> None:
    """A Chinese locale is no reason to write what cannot be shown."""
    ended = _start("ascii", "--help", LC_ALL="zh_CN")
    assert ended.returncode == 0
    assert ended.stdout.startswith(ENGLISH.encode())


def test_who_asks_for_chinese_gets_it_as_far_as_it_can_be_written() -> None:
    """What the encoding does not have is written out instead of ending the run."""
    ended = _start("latin-1", "--help", "--lang", "zh")
    assert ended.returncode == 0
    assert ended.stdout.startswith(CHINESE.encode("latin-1", "backslashreplace"))
    chinese = _start("gb18030", "--help", LC_ALL="zh_CN")
    assert chinese.stdout.decode("gb18030").startswith(CHINESE)


def test_a_language_ends_with_its_run(run: Run) -> None:
    """Nothing of it is left: not for the next run, and not for other users of gettext."""
    before = gettext.dgettext, gettext.dngettext
    run("--lang", "zh", "--help")
    assert current() == "en"
    assert (gettext.dgettext, gettext.dngettext) == before
    assert run("--help").out.startswith(ENGLISH)


def test_every_command_takes_the_option() -> None:
    """Also those of a group, and those that are still to come."""

    def all_of(command: click.Command) -> list[click.Command]:
        if not isinstance(command, click.Group):
            return [command]
        context = click.Context(command)
        below = (command.get_command(context, name) for name in command.list_commands(context))
        return [each for one in below if one for each in (one, *all_of(one))]

    options = {
        command.name: [option for parameter in command.params for option in parameter.opts]
        for command in all_of(cli)
    }
    assert [name for name, names in options.items() if names.count("--lang") != 1] == []


@pytest.mark.usefixtures("config", "scan")
def test_json_has_its_sentences_in_the_language_and_the_same_codes(run: Run) -> None:
    """A program reads the same report, whoever reads the messages."""

    def shape(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: shape(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [shape(inner, key) for inner in value]
        told = {"message", "remedy", "reason", "where", "title", "why", "because", "uncertain"}
        return "..." if key in told and value is not None else value

    english = json.loads(run("scan", "--format", "json").out)
    chinese = json.loads(run("scan", "--format", "json", "--lang", "zh").out)
    assert shape(english) == shape(chinese)


@pytest.mark.usefixtures("config")
def test_a_chinese_run_ends_with_the_same_code(run: Run, scan: FakeScan) -> None:
    """The language never changes how a run ends."""
    assert run("scan", "--lang", "zh").code == run("scan").code
    scan.raises = RuntimeError("lost")
    assert run("scan", "--lang", "zh").code == 1
