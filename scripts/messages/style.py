"""How Chinese is written here; see ``docs/translating.md``."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_HAN: Final = r"[\u3400-\u9fff]"
_FULL: Final = r"[，。：；（）！？、“”《》…]"
_LATIN: Final = r"[A-Za-z0-9`]"

_PATTERNS: Final[Mapping[str, str]] = {
    rf"{_HAN}\s?[,;:!?](?![\w/])|[,;:!?]\s?{_HAN}": (
        "half-width punctuation beside a Chinese character"
    ),
    rf"{_HAN}\.(?:\s|$)": "a half-width full stop after a Chinese character",
    rf"{_HAN}\s?[()]|[()]\s?{_HAN}": "half-width brackets beside a Chinese character",
    rf"{_HAN}[\"']|[\"']{_HAN}": "straight quotes beside a Chinese character",
    rf"{_HAN}{_LATIN}|{_LATIN}{_HAN}": "no space between a Chinese character and a Latin one",
    rf"{_HAN} +{_HAN}": "a space between Chinese characters",
    rf"{_FULL} +\S|\S +{_FULL}": "a space beside full-width punctuation",
    rf"…(?<!……)(?!…)|{_HAN} ?\.\.\.|\.\.\. ?{_HAN}": "an ellipsis is written ……",
}

_WORDS: Final[Mapping[str, str]] = {
    "您": "你",
    "帐户": "账户",
    "帐号": "账号",
    "登陆": "登录",
    "缺省": "默认",
    "秘钥": "密钥",
}
"""Words that are not used here, and those that are."""


def chinese(text: str) -> Iterator[str]:
    """What is wrong with the way a Chinese text is written."""
    for pattern, fault in _PATTERNS.items():
        for found in re.finditer(pattern, text):
            yield f"{fault}: {found.group()!r}"
    for wrong, right in _WORDS.items():
        if wrong in text:
            yield f"{wrong} is written {right} here"
    for character in sorted(set(re.findall(_HAN, text))):
        # The character set of simplified Chinese has no traditional forms.
        try:
            character.encode("gb2312")
        except UnicodeEncodeError:
            yield f"{character} is not simplified Chinese"
