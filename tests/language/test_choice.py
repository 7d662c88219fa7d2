"""Which language a run speaks."""

from __future__ import annotations

import pytest

from readiness.language.choice import asked_for, known, of_locale


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ([], None),
        (["scan"], None),
        (["--lang", "zh", "scan"], "zh"),
        (["scan", "--lang", "zh"], "zh"),
        (["scan", "--lang=zh", "okx-main"], "zh"),
        (["--lang", "zh", "scan", "--lang", "en"], "en"),
        (["scan", "--", "--lang", "zh"], None),
        (["scan", "--lang"], None),
        (["scan", "--language", "zh"], None),
    ],
)
def test_an_option_is_found_ahead_of_the_parser(arguments: list[str], value: str | None) -> None:
    """Anywhere on the command line, the last one counts, and nothing behind a double dash."""
    assert asked_for(arguments, "--lang") == value


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh-Hans-CN"}, "zh"),
        ({"LANG": "zh_SG.GB18030@stroke"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
        ({"LANG": "zh_HK"}, "en"),
        ({"LANG": "zh_MO"}, "en"),
        ({"LANG": "zh_Hant_CN"}, "en"),
        ({"LANG": "zha_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "de_DE"}, "zh"),
        ({"LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"}, "zh"),
    ],
)
def test_the_language_of_a_locale(environ: dict[str, str], language: str) -> None:
    """The first variable that is set decides; traditional Chinese is not simplified."""
    assert of_locale(environ) == language


@pytest.mark.parametrize(("name", "language"), [("zh", "zh"), ("EN", None), (7, None)])
def test_only_languages_that_there_are_count(name: object, language: str | None) -> None:
    """By their exact codes."""
    assert known(name) == language
