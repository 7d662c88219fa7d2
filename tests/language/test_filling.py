"""Values in a sentence, as each language sets them."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from readiness.language import Plural, counted, say, speaking


@pytest.mark.parametrize(
    ("sentence", "values", "expected"),
    [
        ("{place}还有余额。", {"place": "NFT"}, "NFT 还有余额。"),
        ("{place}还有余额。", {"place": "资金账户"}, "资金账户还有余额。"),
        (
            "子账户{name}的{place}",
            {"name": "grid01", "place": "P2P 订单"},
            "子账户 grid01 的 P2P 订单",
        ),
        ("{a}{b}", {"a": "资金", "b": "7"}, "资金 7"),
        ("{what}：{why}", {"what": "资金", "why": "API"}, "资金：API"),
        ("{a} 资金", {"a": ""}, " 资金"),
        ("{{{a!r}}}：{b:>3}", {"a": "x", "b": 7}, "{'x'}：  7"),
        ("缺{a}值", {}, "缺?值"),
    ],
)
def test_chinese_has_a_space_where_it_meets_latin(
    sentence: str, values: dict[str, object], expected: str
) -> None:
    """Only there, and whatever the value turns out to be."""
    with speaking("zh", NullTranslations()):
        assert say(sentence, {**values, "other": 1}) == expected


def test_english_is_filled_as_it_stands() -> None:
    """Its sentences have the spaces that they need."""
    assert say("{a}资金{b}", a="x", b=7) == "x资金7"


def test_a_number_of_things_is_set_in_the_same_way() -> None:
    """Plural forms are filled as any sentence."""
    with speaking("zh", NullTranslations()):
        assert counted(Plural("{count}项", "{count}项"), 7) == "7 项"
