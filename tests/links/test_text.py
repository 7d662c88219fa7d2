"""Links in texts: each is found, whatever it touches."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from tests.links.support import listed, text

from readiness.links import decode, inspect
from readiness.links.inspect import Inspection
from readiness.links.judgement import Verdict, verdict_of

FOUND = [
    ("请打开https://www.okx.com/help注销账户。", ["https://www.okx.com/help"]),
    ("请打开okx.com/close，然后登录。", ["okx.com/close"]),
    ("官网okx.com是", ["okx.com"]),
    ("官网：okx.com。然后", ["okx.com"]),
    ("《https://a.example》和“https://b.example/x”", ["https://a.example", "https://b.example/x"]),
    ("https://www.okx.com。请看", ["https://www.okx.com"]),
    ("https://www.okx.com（官网）", ["https://www.okx.com"]),
    ("https://www.okx.com…", ["https://www.okx.com"]),
    ("https://okx.com注销.evil.example/", ["https://okx.com注销.evil.example/"]),
    ("https://okx.com注销.公司", ["https://okx.com注销.公司"]),
    ("https://okx.com\u3002中国", ["https://okx.com\u3002中国"]),
    ("https://okx.com\u3002中国用户", ["https://okx.com"]),
    ("https://欧易.example/", ["https://欧易.example/"]),
    ("打开欧易.com登录", ["打开欧易.com"]),
    ("www.okx\u3002com", ["www.okx\u3002com"]),
    ("\u043ek\u0445.com", ["\u043ek\u0445.com"]),
    ("okx\u70b9com", ["okx\u70b9com"]),
    ("(https://okx.com), https://okx.com/a. <https://b.example>", None),
    ("See [this](https://a.example/x_(y)) or **https://b.example**!", None),
    ("https://a.example,https://b.example;https://c.example", None),
    ("https://okx.com,evil.example/", ["https://okx.com,evil.example/"]),
    ("https://okx.com'@evil.example", ["https://okx.com'@evil.example"]),
    ("textwithouthttps://okx.com", ["https://okx.com"]),
    ("HTTPS://OKX.COM/", ["HTTPS://OKX.COM/"]),
    ("https://a.example/?u=https://b.example", ["https://a.example/?u=https://b.example"]),
    ("hxxps://okx[.]com/a okx[.]com okx(dot)com", None),
    ("h**ps://okx.com https\uff1a//okx.com hxxp[:]//okx.com", None),
    (r'{"a": "https:\/\/okx.com\/a", "b": "https://okx.com\n"}', None),
    ("ok\u200bx.com \ufeffhttps://okx.com\u200b", ["ok\u200bx.com", "https://okx.com"]),
    ("write to a.b+c@okx.com.", ["a.b+c@okx.com"]),
    ("okx.com@evil.example/x", ["okx.com@evil.example/x"]),
    ("mailto:a@b.example tg:x tg://y market:z", None),
    ("okx.com.login-secure.example and okx.com.evil.zz", None),
    ("okx.com:8443/x 1.2.3.4/x //okx.com/y", ["okx.com:8443/x", "1.2.3.4/x", "okx.com/y"]),
    ("okx.md", ["okx.md"]),
    ("wallet.cc wallet.app", ["wallet.cc", "wallet.app"]),
    (
        "\uff45\uff56\uff49\uff4c\uff0e\uff43\uff43 x",
        ["\uff45\uff56\uff49\uff4c\uff0e\uff43\uff43"],
    ),
    ("evil.中国 欧易。com 1.中国", ["evil.中国", "欧易。com"]),
    ("README.md main.rs setup.sh e.g. i.e. 1.2.3 1.2.3.4 a.b.c x..y v2.0 a.unknownending", []),
    ("nothing: here, at all, x@y git@host @okx [conf.d](x)", []),
]

COUNTS = {
    "(https://okx.com), https://okx.com/a. <https://b.example>": 3,
    "See [this](https://a.example/x_(y)) or **https://b.example**!": 2,
    "https://a.example,https://b.example;https://c.example": 3,
    "hxxps://okx[.]com/a okx[.]com okx(dot)com": 3,
    "h**ps://okx.com https\uff1a//okx.com hxxp[:]//okx.com": 3,
    r'{"a": "https:\/\/okx.com\/a", "b": "https://okx.com\n"}': 2,
    "mailto:a@b.example tg:x tg://y market:z": 4,
    "okx.com.login-secure.example and okx.com.evil.zz": 2,
}


@pytest.mark.parametrize(("content", "links"), FOUND, ids=range(len(FOUND)))
def test_links_are_found(content: str, links: list[str] | None) -> None:
    """Nothing more and nothing less; no punctuation of the sentence belongs to them."""
    found = listed(text(content))
    if links is None:
        assert len(found) == COUNTS[content]
        assert not any(link.endswith((".", ",", "))", "!", "*", ";", "\\n")) for link in found)
    else:
        assert found == links


def verdicts(found: Inspection) -> list[str]:
    """The verdict on each link."""
    return [verdict_of(each.judgement).value for each in found.links]


PAGE = """<!doctype html><p>See <a href="https://evil.example/x"><b>www.okx.com</b></a>,
<a href='https://www.okx.com/help'>docs.okx.com</a>, <a href=https://www.okx.com/>okx.com/a</a>,
<a href="//okx-a.example">here</a> <a href="https://ok
x.com.evil.example">x</a> <a href="https&#58;//b&#46;example">b</a> <a href="#top">okx.com</a>
<a href="javascript:x()">okx.com</a> <img src=https://img.example/okx.apk>
<form action="https://form.example?a=1&amp;b=2">"""


def test_a_page_is_read_as_a_browser_does() -> None:
    """Attributes, entities, line breaks in them; what a link shows and where it goes."""
    found = {each.link: each.judgement for each in text(PAGE).links}
    for link, codes in {
        "https://evil.example/x": {"shows-other"},
        "javascript:x()": {"shows-other"},
        "https://ok\nx.com.evil.example": {"line-break", "carries-name"},
        "//okx-a.example": {"carries-name"},
        "https://b.example": {"nothing-known"},
        "https://img.example/okx.apk": {"installer"},
        "https://form.example?a=1&b=2": {"nothing-known"},
    }.items():
        assert codes <= {reason.code for reason in found[link].reasons}, link
    assert verdict_of(found["https://www.okx.com/help"]) is Verdict.OFFICIAL
    assert verdict_of(found["https://www.okx.com/"]) is Verdict.OFFICIAL


@pytest.mark.parametrize(
    "content",
    [
        '<a href="login.html">https://www.okx.com</a>',
        '<a href="/x?y=1">www.okx.com/help</a>',
        "[https://www.okx.com](login.html)",
    ],
)
def test_a_link_that_shows_a_host_and_stays_where_it_is(content: str) -> None:
    """A page that was sent along can show anything."""
    assert text(content).verdict is Verdict.TRAP
    assert text('<a href="/x">see</a> okx.com').verdict is Verdict.OFFICIAL


def test_markdown_that_shows_another_host() -> None:
    """The text of a link is no link."""
    found = text("[www.okx.com](https://evil.example) [okx](https://www.okx.com/a)")
    assert verdicts(found)[0] == "trap"
    assert verdict_of(next(e for e in found.links if e.link.endswith("/a")).judgement) == "official"
    again = text("[https://www.okx.com](https://www.okx.com) [www.okx.com](https://evil.example)")
    assert again.verdict is Verdict.TRAP


def test_entities_outside_of_pages() -> None:
    """Somebody may paste a piece of one."""
    assert "https://okx-a.example" in listed(text("https&#x3a;//okx-a&#46;example"))


def test_lines_and_times_are_told() -> None:
    """Where a link stands first, and how often."""
    found = text("a\nhttps://okx.com x\n\nhttps://okx.com https://b.example\n").links
    assert [(each.link, each.line, each.times) for each in found] == [
        ("https://okx.com", 2, 2),
        ("https://b.example", 4, 1),
    ]


def test_the_worst_link_counts() -> None:
    """One trap makes a trap of it all; none at all is unknown."""
    assert text("https://okx.com").verdict is Verdict.OFFICIAL
    assert text("https://okx.com https://b.example").verdict is Verdict.UNKNOWN
    assert text("https://okx.com https://b.example okx-a.example").verdict is Verdict.TRAP
    assert text("no link").verdict is Verdict.UNKNOWN
    assert text("no link").notes == ("no-link",)
    assert text(b"").verdict is Verdict.UNKNOWN


def test_wide_encodings_without_a_mark_that_begin_in_chinese() -> None:
    """The first character tells nothing of the order of the bytes."""
    found = text("官网 https://www.okx.com/a https://okx-a.example 官网".encode("utf-16-le"))
    assert listed(found) == ["https://www.okx.com/a", "https://okx-a.example"]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    """As texts are saved on every system."""
    found = text("See https://www.okx.com/a 注销\n".encode(encoding))
    assert (listed(found), found.notes) == (["https://www.okx.com/a"], ())


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (b"\x89PNG\r\n\x1a\n\x00 https://www.okx.com ", "image"),
        (b"\x00\x00\x00\x20ftypheic", "image"),
        (b"%PDF-1.7 /URI (https://www.okx.com)", "packed"),
        (b"PK\x03\x04https://www.okx.com", "packed"),
        (b"\xff\xfa\x80 https://www.okx.com \x81", "not-text"),
        (b"https://www.okx.com \x00", "not-text"),
    ],
)
def test_what_is_no_text_is_said(raw: bytes, note: str) -> None:
    """What stands there openly is judged, and the whole is never official."""
    found = text(raw)
    assert note in found.notes
    assert found.verdict is not Verdict.OFFICIAL


def test_traps_are_found_in_what_is_no_text() -> None:
    """Being unreadable hides nothing that can be read."""
    assert text(b"%PDF-1.7 /URI (https://okx-a.example)").verdict is Verdict.TRAP


def test_mails_are_taken_out_of_their_encodings() -> None:
    """Quoted-printable and base64, as they are sent."""
    mail = (
        b"From: OKX <support@okx-mail.example>\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n"
        b'<a href=3D"https://okx=\n-a.example/">x</a>\n--b\nContent-Type: text/plain\n'
        b"Content-Transfer-Encoding: base64\n\naHR0cHM6Ly9va3gtYi5leGFtcGxl\n--b--\n"
    )
    found = listed(text(mail))
    assert {"support@okx-mail.example", "https://okx-a.example/", "https://okx-b.example"} <= {
        *found
    }


def test_too_much_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not looked at makes the whole unknown at best."""
    monkeypatch.setattr(decode, "MOST_BYTES", 40)
    long = text(b"https://www.okx.com " + b"x" * 40)
    assert (long.notes, long.verdict) == (("cut",), Verdict.UNKNOWN)
    monkeypatch.setattr(decode, "MOST_BYTES", 4_000)
    monkeypatch.setattr(inspect, "MOST_LINKS", 3)
    many = text(" ".join(f"https://www.okx.com/{n}" for n in range(4)))
    assert (many.notes, many.verdict, len(many.links)) == (("many",), Verdict.UNKNOWN, 3)


UNITS = [
    "https://okx.com，=",
    "<a href=",
    "https://a.example/?u=",
    "[a](https://x",
    "a@",
    "a点",
    "-.",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """Eight times the text takes no longer than some twenty times as long."""

    def taken(length: int) -> float:
        content = unit * (length // len(unit))
        return min(_timed(lambda: text(content)) for _ in range(2))

    text(unit)
    assert taken(32_000) < 20 * taken(4_000) + 0.05


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
