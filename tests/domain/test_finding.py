"""Fingerprints: one name for one thing, which nobody can forge."""

from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.area import Area
from readiness.domain.finding import (
    Acknowledged,
    Finding,
    Severity,
    is_fingerprint,
    place_of,
)

ANYTHING = st.one_of(
    st.text(max_size=10),
    st.text(st.sampled_from("ab/#2%.~*\\? \n\u202e钱\x00"), max_size=8),
    st.sampled_from(["main", "sub:main", "a/b", "a%2Fb", "LUNC#2", "LUNC%232", "..", "", "*", "é"]),
)


def finding(
    subject: str, scope: str = "main", area: str = "wallet.funding", occurrence: int = 1
) -> Finding:
    return Finding(
        rule="wallet-not-empty",
        severity=Severity.BLOCKER,
        area=area,
        scope=scope,
        subject=subject,
        source="https://www.okx.com/docs-v5/en/",
        occurrence=occurrence,
    )


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (finding("LUNC"), "okx-main/main/wallet.funding/LUNC"),
        (finding("LUNC", occurrence=2), "okx-main/main/wallet.funding/LUNC#2"),
        (finding("LUNC#2"), "okx-main/main/wallet.funding/LUNC%232"),
        (finding("a/b"), "okx-main/main/wallet.funding/a%2Fb"),
        (finding("100%"), "okx-main/main/wallet.funding/100%25"),
        (finding("*"), "okx-main/main/wallet.funding/%2A"),
        (finding("../x"), "okx-main/main/wallet.funding/..%2Fx"),
        (finding("LUNC", scope="grid 01"), "okx-main/grid%2001/wallet.funding/LUNC"),
        (finding("LUNC", scope="bob@x.com"), "okx-main/bob%40x.com/wallet.funding/LUNC"),
        (finding("LUNC", scope="sub:main"), "okx-main/sub%3Amain/wallet.funding/LUNC"),
        (finding("钱"), "okx-main/main/wallet.funding/%E9%92%B1"),
        (finding("\ud800"), "okx-main/main/wallet.funding/%ED%A0%80"),
        (finding("", area="manual.p2p"), "okx-main/main/manual.p2p/"),
    ],
)
def test_fingerprints(found: Finding, name: str) -> None:
    """Account, scope, area and subject, each percent-encoded, and a number for a second one."""
    assert found.fingerprint("okx-main") == name


parts = st.tuples(
    st.sampled_from(["a", "a-b"]),
    ANYTHING,
    st.sampled_from([*(area.value for area in Area)][:3]),
    ANYTHING,
    st.integers(1, 3),
)


@given(parts, parts)
def test_different_things_have_different_names(
    one: tuple[str, str, str, str, int], other: tuple[str, str, str, str, int]
) -> None:
    """No name that an exchange or a stranger chooses makes a thing look like another thing."""
    names = [
        finding(subject, scope, area, number).fingerprint(account)
        for account, scope, area, subject, number in (one, other)
    ]
    assert (names[0] == names[1]) == (one == other)


@given(parts)
def test_a_fingerprint_can_be_taken_apart_again(parts: tuple[str, str, str, str, int]) -> None:
    """It has four parts and a number, is plain ASCII, and says exactly what it was made of."""
    account, scope, area, subject, number = parts
    name = finding(subject, scope, area, number).fingerprint(account)
    assert name.isascii()
    assert name.isprintable()
    assert " " not in name
    body, _, counted = name.partition("#")
    read = [unquote(part, errors="surrogatepass") for part in body.split("/")]
    assert read == [account, scope, area, subject]
    assert int(counted or 1) == number
    assert is_fingerprint(name)
    if number == 1:
        assert place_of(name) == (area, scope)


def test_a_finding_weighs_until_somebody_lives_with_it() -> None:
    """Only a decision takes it out of the verdict, and the first of its name needs no number."""
    plain = Finding.model_validate(
        {
            name: value
            for name, value in finding("LUNC").model_dump().items()
            if name not in ("occurrence", "acknowledged")
        }
    )
    assert plain.fingerprint("a") == "a/main/wallet.funding/LUNC"
    assert plain.counts
    decision = Acknowledged(reason="agreed", up_to=None, until=date(2026, 12, 31))
    assert not plain.model_copy(update={"acknowledged": decision}).counts


def test_what_decodes_to_no_text_is_no_fingerprint() -> None:
    """Bytes that are no UTF-8 never came out of the encoding."""
    assert is_fingerprint("okx-main/main/wallet.funding/LUNC")
    assert not is_fingerprint("okx-main/main/wallet.funding/%FF")


@pytest.mark.parametrize("number", ["", "0", "1", "01", "-2", "2.0", "x", "2#3", " 2", "٢"])
def test_only_a_second_thing_has_a_number(number: str) -> None:
    """A number that the report never writes would name nothing, for ever."""
    assert is_fingerprint("okx-main/main/wallet.funding/LUNC#2")
    assert is_fingerprint("okx-main/main/wallet.funding/LUNC#10")
    assert not is_fingerprint(f"okx-main/main/wallet.funding/LUNC#{number}")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "LUNC",
        "okx-main/main/wallet.funding",
        "okx-main/main/wallet.funding/LUNC/more",
        "okx-main/main/wallet.funding/a b",
        "okx-main/main/wallet.funding/%e9%92%b1",
        "okx-main/main/wallet.funding/%4C",
    ],
)
def test_what_the_report_never_writes_is_no_fingerprint(name: str) -> None:
    """Four parts, each encoded in the one way there is."""
    assert not is_fingerprint(name)


def test_names_without_a_meaning_as_text_come_back_too() -> None:
    """Half a character that an exchange sends still has a fingerprint, and a place."""
    name = finding("\ud800", scope="\udfff").fingerprint("okx-main")
    assert is_fingerprint(name)
    assert place_of(name) == ("wallet.funding", "\udfff")
