"""What is shown or stored names no secret and no person, and is still of use."""

import base64
import html
import json
import re
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.gate.redact import MASK, Redactor, without_personal

SECRET = 'pa$$/Wörd+with=signs&"quotes" and%20spaces'
AWKWARD = "x\\'\"/ûÿ?>ÿÿ+& <k>~"
"""Each encoding of it is another text, and its base64 has each of the letters that differ."""
BROKEN = "half a \ud800 letter"

ENCODINGS: dict[str, Callable[[str], str]] = {
    "raw": str,
    "reversed": lambda secret: secret[::-1],
    "url": lambda secret: quote(secret, safe=""),
    "url, slashes kept": quote,
    "url, plus for space": quote_plus,
    "url, lower case": lambda secret: re.sub(
        "%..", lambda escape: escape[0].lower(), quote(secret, safe="")
    ),
    "base64": lambda secret: base64.b64encode(secret.encode()).decode(),
    "base64, no padding": lambda secret: base64.b64encode(secret.encode()).decode().rstrip("="),
    "base64, url-safe": lambda secret: base64.urlsafe_b64encode(secret.encode()).decode(),
    "hex": lambda secret: secret.encode().hex(),
    "hex, upper case": lambda secret: secret.encode().hex().upper(),
    "json": lambda secret: json.dumps(secret)[1:-1],
    "json, slashes escaped": lambda secret: json.dumps(secret)[1:-1].replace("/", r"\/"),
    "json, unicode kept": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    "repr": lambda secret: repr(secret)[1:-1],
    "html": html.escape,
}


@pytest.mark.parametrize("secret", [SECRET, AWKWARD], ids=["ordinary", "awkward"])
@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("around", ["{}", "key={}&x", "'{}'", "x{}y", "钱{}包", "{}\n{}"])
def test_a_secret_is_masked_in_every_encoding(
    encode: Callable[[str], str], around: str, secret: str
) -> None:
    """However a secret travels, nothing of it is left, wherever it stands."""
    cleaned = Redactor([secret]).clean(around.replace("{}", encode(secret)))
    assert cleaned == around.replace("{}", MASK).replace("\n", " ")


def test_a_secret_that_is_no_text_is_masked() -> None:
    """Half a character in a credential stops nothing."""
    shown = [quote(BROKEN, safe=safe, errors="surrogatepass") for safe in ("", "/")]
    shown += [BROKEN, quote_plus(BROKEN, errors="surrogatepass"), json.dumps(BROKEN)[1:-1]]
    shown += [base64.b64encode(BROKEN.encode(errors="surrogatepass")).decode()]
    assert Redactor([BROKEN]).clean(" ".join(shown)) == " ".join([MASK] * len(shown))


@given(
    st.text(st.characters(min_codepoint=0x21, max_codepoint=0x17F), min_size=8, max_size=60),
    st.sampled_from(sorted(ENCODINGS)),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_no_secret_survives_anywhere(secret: str, name: str, before: str, after: str) -> None:
    """Any secret of a length that exchanges issue is gone, whatever stands around it."""
    shown = ENCODINGS[name](secret)
    cleaned = Redactor([secret]).clean(f"{before} {shown} {after}")
    assert shown not in cleaned


def test_the_longer_of_two_secrets_is_masked_whole() -> None:
    """A secret that begins with another one does not leave its end behind."""
    assert Redactor(["abcdefgh", "abcdefghWXYZ0123"]).clean("abcdefghWXYZ0123") == MASK
    assert Redactor(["abcdefgh", "ABCDEFGHWXYZ0123"]).clean("ABCDEFGHWXYZ0123") == MASK


def test_what_is_hidden_for_one_text_only() -> None:
    """A signature is not known beforehand: it is handed over with the text it may stand in."""
    signature = "kGCAzX9RMjg2IFnDF1AGZJqoP0KcJCnbmzBP8q1Jspk="
    redactor = Redactor(["a-secret"])
    text = f"sign {signature} or {quote(signature, safe='')} of a-secret"
    assert redactor.clean(text, [signature]) == f"sign {MASK} or {MASK} of {MASK}"
    assert "a-secret" not in redactor.clean(text)


@pytest.mark.parametrize("secrets", [[], [""], ["abc"], ["", "a", "the"]])
def test_a_secret_that_is_a_word_blanks_nothing_out(secrets: list[str]) -> None:
    """No exchange issues such a secret, and a report in which every word is masked is no use."""
    assert Redactor(secrets).clean("the cab sat") == "the cab sat"


@pytest.mark.parametrize("secret", ["pass", "p4ss!"])
def test_a_short_secret_is_one(secret: str) -> None:
    """Four letters are masked, wherever they stand."""
    assert Redactor([secret]).clean(f"x{secret}x") == f"x{MASK}x"


PERSONAL = [
    "203.0.113.7",
    "Your IP 203.0.113.7 is not included",
    "ip:203.0.113.7.",
    "IP203.0.113.7",
    "IP地址203.0.113.7不在3个白名单中",
    "203.0.113.7.Please add it, code50110",
    "203.0.113.7:8443",
    "[203.0.113.7]",
    "203.0.113.7_1",
    "x-forwarded-for=203.0.113.7,198.51.100.23",
    "2001:db8:85a3:0:0:8a2e:370:7334",
    "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
    "ip:2001:db8:85a3:0:0:8a2e:370:7334",
    "IP 2001:db8::8a2e:370:7334 is not included",
    "ip:2001:db8::8a2e:370:7334:",
    "[2001:db8::7334]:443",
    "地址2001:db8::7334不在",
    "fe80::1%eth0",
    "::1",
    "::ffff:203.0.113.7",
    "dead::beef",
    "bob.smith+okx@mail.example.com",
    "Bob <bob@example.co.uk>",
    "bob%40example.com",
    "bob%2Btag%40example.com",
    "联系bob@example.com或",
    "o_b-1@sub-domain.example.com.",
    "+1 (415) 555-2671",
    "+86 138 0013 8000",
    "+4915112345678",
    "13800138000",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_addresses_and_phones_are_masked(text: str) -> None:
    """Whatever touches them, no part of an IP address, e-mail address or phone number is left."""
    cleaned = Redactor().clean(text)
    assert MASK in cleaned
    for part in ("203.0", "113.7", "198.51", "db8", "7334", "fe80", "ffff", "beef", "::1"):
        assert part not in cleaned
    for part in ("bob", "example", "o_b", "tag", "415", "2671", "138", "4915"):
        assert part not in cleaned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ip 2001:db8::7334 is not", f"ip {MASK} is not"),
        (":2001:db8::7334:", f":{MASK}:"),
        ("::7334:", f"{MASK}:"),
        (":2001:db8::", f":{MASK}"),
        ("fe80:: x", f"{MASK} x"),
        ("word::beef", "word::beef"),
        ("w::beef", "w::beef"),
        (" w::beef", "w::beef"),
        ("w::7334", f"w{MASK}"),
        ("4::beef", MASK),
    ],
)
def test_what_is_left_around_an_address(text: str, shown: str) -> None:
    """Exactly the address is masked; a word before two colons is no address."""
    assert Redactor().clean(text) == shown


@pytest.mark.parametrize(
    ("value", "keep", "shown"),
    [
        ("bob@example.com", [], MASK),
        ("bob@example.com", ["bob@example.com"], "bob@example.com"),
        ("bob%40example.com", ["bob@example.com"], "bob%40example.com"),
        ("bob%40example.com", ["bob%40example.com"], "bob%40example.com"),
        ("bob@example.com, eve@example.com", ["bob@example.com"], f"bob@example.com, {MASK}"),
        ("bob@example.com", ["eve@example.com"], MASK),
        ("from 203.0.113.7 or 2001:db8::7334", [], f"from {MASK} or {MASK}"),
        ("call +49 151 1234 5678", ["x"], f"call {MASK}"),
        ("13800138000", [], "13800138000"),
    ],
)
def test_what_is_unmistakable_in_a_name(value: str, keep: list[str], shown: str) -> None:
    """Names of the account's own sub-accounts are kept; numbers may be those of orders."""
    assert without_personal(value, keep) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Order 1234567890123456789 does not exist",
        "ordId 312269865356374016, algoId 590919993110396111",
        "uid 44705892343619584",
        "state 1700000000000 (2026-11-23T08:00:00.000Z, 12:30:45)",
        "amount 0.00000012, fee -25.5, 1,234,567.89",
        "50026 System error. Try again later",
        "All operations failed: 51000 Parameter instId error",
        "BTC-USDT-SWAP, USDT-TRC20, 1INCH, BTC/USDT:USDT",
        "version 4.5.90 of v1.2.3",
        "std::vector, a :: b, ratio 1:2, aa:bb:cc:dd:ee:ff",
        "key names @ sign",
        "+12.5 % and +1",
        "钱包余额不足",
        "b2c9e1d4-5f6a-4b7c-8d9e-0f1a2b3c4d5e",
    ],
)
def test_ordinary_words_and_numbers_stay(text: str) -> None:
    """Order ids, uids, times, amounts, codes and versions are what a message is read for."""
    assert Redactor([SECRET]).clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\nc\td", "a b c d"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("\x00a\x7fb\x9bc", "a b c"),
        ("a\u2028b\u2029c", "a b c"),
        ("\ud800a", "a"),
        ("paid\u202egnp.exe\u202c", "paid gnp.exe"),
        ("\u2066a\u2069b\u200fc\ufeffd", "a b c d"),
        ("  a  ", "a"),
        ("", ""),
    ],
)
def test_nothing_moves_the_cursor_or_turns_the_text_round(text: str, shown: str) -> None:
    """Controls, lone surrogates, line separators and bidirectional marks become spaces."""
    assert Redactor().clean(text) == shown


@pytest.mark.parametrize("length", [299, 300, 301, 10_000])
def test_texts_are_short(length: int) -> None:
    """A message is cut where it becomes a page, and says so."""
    cleaned = Redactor().clean("x" * length)
    assert len(cleaned) == min(length, 300)
    assert cleaned.endswith("…") == (length > 300)


@pytest.mark.parametrize(
    ("offset", "times"),
    [*((offset, 8) for offset in range(3_940, 4_010, 3)), (3_300, 101), (3_600, 60), (3_601, 110)],
)
def test_a_cut_leaves_no_piece_of_a_secret(offset: int, times: int) -> None:
    """Masks make a text shorter: what was cut in half must not move into sight."""
    secret = "s3cr3t-" * times
    text = "\0" * offset + secret + " end"
    assert "s3cr3t-s" not in Redactor([secret]).clean(text)
    assert "s3cr3t-s" not in Redactor().clean(text, [secret])


def test_what_need_not_be_cut_is_whole() -> None:
    """The longest text that is looked through has an end of its own."""
    assert Redactor().clean("\0" * 3_999 + "x") == "x"
    assert Redactor().clean("\0" * 4_000 + "x") == ""


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1",
        ":",
        "a:",
        "1.",
        "+",
        "+1 ",
        "%40",
        "a@",
        "a.",
        "::",
        "\x1b",
        "é",
        "1:",
        "0.0.0.",
        "@",
    ],
)
def test_a_huge_message_takes_no_time(piece: str) -> None:
    """A message as large as a body may be is dealt with at once: no deadline could interrupt it."""
    began = time.perf_counter()
    Redactor([SECRET]).clean(piece * (32 * 2**20 // len(piece)))
    assert time.perf_counter() - began < 1


@given(st.text())
@example("\ud800@\udfff.\ud800")
def test_any_text_can_be_cleaned_and_written(text: str) -> None:
    """Whatever it is, the result is short, printable in UTF-8, and clean already."""
    redactor = Redactor([SECRET])
    cleaned = redactor.clean(text)
    cleaned.encode()
    assert len(cleaned) <= 300
    assert redactor.clean(cleaned) == cleaned
