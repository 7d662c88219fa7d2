"""Every sentence has its translation, and a translation says what its sentence says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from scripts.messages.catalogues import LANGUAGES, Part, existing, untranslated
from scripts.messages.checking import faults_in
from scripts.messages.everything import all_sentences
from scripts.messages.faults import STYLES, faults_of
from scripts.messages.sentences import Msgid, Sentences, UnclearError

from readiness.language import LANGUAGES as SPOKEN
from readiness.language.active import ENGLISH
from readiness.language.choice import of_locale

PARTS = [part for language in LANGUAGES for part in existing(language)]

sentences = cache(all_sentences)
"""Collected once, and not before a test asks."""


def _id(part: Part) -> str:
    return f"{part.language}/{part.name}"


def test_every_language_is_looked_after() -> None:
    """Whatever is spoken has catalogues, a style that is checked, and locales that ask for it."""
    others = SPOKEN.keys() - {ENGLISH}
    assert LANGUAGES.keys() == STYLES.keys() == others
    assert {of_locale({"LANG": f"{language}.UTF-8"}) for language in others} == others


@pytest.mark.parametrize("part", PARTS, ids=_id)
def test_a_catalogue_is_in_order(part: Part) -> None:
    """It has the sentences of today, and nothing is wrong with their translations."""
    assert list(faults_in(part, sentences().get(part.name, frozenset()))) == []


@pytest.mark.parametrize("part", PARTS, ids=_id)
def test_nothing_is_left_untranslated(part: Part) -> None:
    """Every sentence that a user can meet has a translation."""
    left = [
        str(message.id)
        for message in untranslated(part.updated(sentences().get(part.name, frozenset())))
    ]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_a_catalogue(language: str) -> None:
    """And a part that says nothing any more has none left."""
    assert {part.name for part in existing(language)} == set(sentences())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_one_translation(language: str) -> None:
    """Catalogues are read as one: two translations of a sentence would hide each other."""
    told: dict[str, set[str]] = defaultdict(set)
    for part in existing(language):
        for message in part.read():
            told[str(message.id)].add(str(message.string))
    assert {msgid: found for msgid, found in told.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("msgid", "translation", "fault"),
    [
        ("{count} found", "找到", "{count} is missing"),
        ("{count} found", "找到 {number} 项", "{number} is not in the sentence"),
        ("{value!r} is wrong", "{value} 不对", "{value!r} is missing"),
        ("{day:02d}.", "{day} 日", "{day:02d} is missing"),
        ("Found.", "找到 {", "its braces do not fit"),
        ("Run `readiness scan`.", "运行扫描。", "`readiness scan` has to stay"),
        ("Run: readiness keys set {account}", "运行：{account}", "readiness keys set has to stay"),
        ("See https://a.example/b.", "见网站。", "https://a.example/b has to stay"),
        ("Use --force.", "使用强制选项。", "--force has to stay"),
        ("Add [notify.targets.NAME].", "添加表。", "[notify.targets.NAME] has to stay"),
        ("Set READINESS_LANG.", "设置变量。", "READINESS_LANG has to stay"),
        ("In readiness.toml.", "在配置中。", "readiness.toml has to stay"),
        ("Found.", "找到。 ", "begins or ends with a space"),
        ("Found, done.", "找到, 完成。", "half-width punctuation"),
        ("Found.", "找到.", "half-width full stop"),
        ("Found (one).", "找到(一)。", "half-width brackets"),
        ("'ready'", "'可以'", "straight quotes"),
        ("API key", "API密钥", "no space between"),
        ("Found it.", "找 到。", "a space between"),
        ("Found, done.", "找到， 完成。", "a space beside"),
        ("Wait...", "等待...", "an ellipsis"),
        ("account", "帳戶", "is not simplified"),
        ("account", "帐户", "is written 账户"),
    ],
)
def test_a_fault_of_a_translation_is_found(msgid: str, translation: str, fault: str) -> None:
    """Each kind of fault is told."""
    assert any(fault in found for found in faults_of("zh", msgid, translation))


@pytest.mark.parametrize(
    ("msgid", "translation"),
    [
        ("API key of {account}: {reason}.", "{account} 的 API 密钥：{reason}。"),
        ("Store it with: readiness keys set {account}", "存储命令：readiness keys set {account}"),
        ("1,234.56 USD (about)", "约 1,234.56 USD"),
        ("Since 2026-11-27T08:00:00Z", "自 2026-11-27T08:00:00Z 起"),
        ("See `--format json`.", "参见 `--format json`。"),
        ("'ready' means", "“可以注销”（ready）的含义"),
    ],
)
def test_a_good_translation_has_no_fault(msgid: str, translation: str) -> None:
    """Nothing is held against what is right."""
    assert list(faults_of("zh", msgid, translation)) == []


def _collected(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> Sentences:
    from scripts.messages import code as collector

    folder = tmp_path / "report" / "wording"
    folder.mkdir(parents=True)
    (folder / "words.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(collector, "PACKAGE", tmp_path)
    monkeypatch.setattr(collector, "ROOT", tmp_path)
    sentences = Sentences()
    collector.collect(sentences)
    return sentences


def _cases() -> Iterator[tuple[str, set[Msgid]]]:
    yield 'TITLE: Final = "A title"', {"A title"}
    yield 'TITLES: Final = {Area.KEY: "A", "id": ("B", "C")}', {"A", "B", "C"}
    yield 'ACTIONS: Final = (("wallet.", Action.CLEAR),)', set()
    yield (
        'FOUND: Final = Plural("{count} thing", "{count} things")',
        {("{count} thing", "{count} things")},
    )
    yield 'def f(): return say("Hello {name}", name="x")', {"Hello {name}"}
    yield 'def f(x): return language.translate("A" if x else "B")', {"A", "B"}
    yield 'def f(x, y): return say(y.get(x, "None of these"))', {"None of these"}
    yield "def f(x): return say(x)", set()


@pytest.mark.parametrize(("code", "expected"), list(_cases()))
def test_sentences_are_collected(
    code: str, expected: set[Msgid], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever a sentence may stand, it is found; ids are not taken for sentences."""
    assert _collected(tmp_path, code, monkeypatch).found().get("report", frozenset()) == expected


@pytest.mark.parametrize(
    "code",
    ['say(f"Hello {name}")', 'say("Hello " + name)', 'Plural(one, f"{count} things")'],
)
def test_a_sentence_made_of_pieces_is_refused(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No translation fits a sentence that is put together while the program runs."""
    with pytest.raises(UnclearError, match=r"words\.py:1"):
        _collected(tmp_path, code, monkeypatch).found()
