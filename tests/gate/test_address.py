"""Addresses are compared exactly: scheme, host and port."""

import httpx
import pytest

from readiness.gate.address import Address


@pytest.mark.parametrize(
    ("url", "address", "header", "text"),
    [
        (
            "https://www.okx.com",
            ("https", "www.okx.com", 443),
            "www.okx.com",
            "https://www.okx.com",
        ),
        ("https://WWW.OKX.COM:443/x", ("https", "www.okx.com", 443), "www.okx.com", None),
        ("http://www.okx.com", ("http", "www.okx.com", 80), "www.okx.com", None),
        ("https://www.okx.com:80", ("https", "www.okx.com", 80), "www.okx.com:80", None),
        ("http://127.0.0.1:8080", ("http", "127.0.0.1", 8080), "127.0.0.1:8080", None),
        ("http://[::1]:8080", ("http", "::1", 8080), "[::1]:8080", "http://[::1]:8080"),
        ("http://[::1]", ("http", "::1", 80), "[::1]", "http://[::1]"),
        ("https://bücher.example", ("https", "xn--bcher-kva.example", 443), None, None),
        ("https://www.okx.com.", ("https", "www.okx.com.", 443), "www.okx.com.", None),
        ("https://www.okx.com:0", ("https", "www.okx.com", 0), "www.okx.com:0", None),
        ("wss://www.okx.com", ("wss", "www.okx.com", 0), "www.okx.com:0", None),
        ("/path", ("", "", 0), ":0", None),
    ],
)
def test_what_a_url_points_to(
    url: str, address: tuple[str, str, int], header: str | None, text: str | None
) -> None:
    """Every part counts, and a port that is not written is the scheme's own, never another."""
    found = Address.of(url)
    assert found == Address.of(httpx.URL(url)) == Address(*address)
    if header is not None:
        assert found.host_header == header
    if text is not None:
        assert str(found) == text


def test_addresses_that_differ_in_anything_differ() -> None:
    """No two of these are the same place."""
    urls = (
        "https://www.okx.com",
        "http://www.okx.com",
        "https://okx.com",
        "https://www.okx.com.",
        "https://www.okx.com:444",
        "https://www.okx.com:0",
        "http://www.okx.com:443",
    )
    assert len({Address.of(url) for url in urls}) == len(urls)
