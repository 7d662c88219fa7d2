"""Whatever stands there, an answer comes; and nothing that leads elsewhere is official."""

from __future__ import annotations

import httpx
import idna
from hypothesis import example, given
from hypothesis import strategies as st
from tests.links.support import judge, listed, one, text
from tests.links.test_official import HOSTS

from readiness.links.document import as_json
from readiness.links.judgement import Verdict

PIECES = [
    *("https:", "http:", "//", "/", "\\", "@", ":", "443", ".", "#", "?", "%2e", "%40", "[", "]"),
    *("okx", "okx.com", "www.okx.com", "binance.com", "evil.example", "com", "xn--", "\u3002"),
    *("\u043e", "\u200b", "\t", "\n", " ", "\uff0e", "ref=", "&", "=", "join", "x", "1", "hxxps"),
    *("注销", "\udc80", "\u202e", "mailto:", "javascript:", "(", ")", "<a href=", ">", '"'),
]
WRITTEN = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
HOST = st.lists(
    st.sampled_from(
        ["okx", "com", "www", ".", "@", "-", "evil", "example", ":", "443", "/", "x", "\\"]
    ),
    max_size=10,
).map("".join)


def other_opinion(link: str) -> str | None:
    """The host that a client would ask for, by another parser; ``None`` if it refuses."""
    try:
        host = httpx.URL(link).raw_host.decode("ascii")
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except (httpx.InvalidURL, idna.IDNAError, UnicodeError, ValueError, TypeError):
        return None


@given(WRITTEN)
def test_every_link_has_an_answer(link: str) -> None:
    """No text is too odd to be judged, and to be told of."""
    found = one(link)
    assert as_json(found, "0").isascii()


@given(WRITTEN)
def test_every_text_has_an_answer(content: str) -> None:
    """As a text too; without a link in it, it is unknown."""
    found = text(content)
    assert as_json(found, "0").isascii()
    assert found.links or found.verdict is Verdict.UNKNOWN


@given(st.binary())
@example(b"\x00")
def test_every_file_has_an_answer(raw: bytes) -> None:
    """Also when it is no text."""
    assert text(raw).verdict in Verdict


@given(st.one_of(HOST, WRITTEN).map(lambda rest: f"https://{rest}"))
@example("https://okx.com\\@evil.example")
def test_nothing_is_official_whose_host_is_not(link: str) -> None:
    """Another parser goes to the same official host, or the link is not called official."""
    if one(link).verdict is Verdict.OFFICIAL:
        host = other_opinion(link.strip())
        assert host is not None
        assert judge().tools.known.site_of(host)


@given(
    st.sampled_from(HOSTS),
    st.text(st.characters(exclude_characters="@", exclude_categories=["Cs", "L", "N", "M"])),
    st.text(st.characters(categories=["Lo"], max_codepoint=0x9FFF, min_codepoint=0x4E00)),
)
def test_an_official_link_is_found_in_every_text(host: str, before: str, after: str) -> None:
    """Whatever surrounds it."""
    assert f"https://{host}/" in listed(
        text(f"{before} https://{host}/{'，' if after else ''}{after}")
    )


@given(WRITTEN, WRITTEN)
def test_a_trap_stays_a_trap(before: str, after: str) -> None:
    """No text around it makes it better."""
    assert text(f"{before} https://okx-login.example/ {after}").verdict is Verdict.TRAP
