"""Links lead somewhere, and only to official places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from tests.docs.support import PAGES, ROOT, anchors, prose

LINK: Final = re.compile(r"\]\(([^)\s]+)\)")
ADDRESS: Final = re.compile(r"[a-z]+://[^\s)>\]\"'`|]+")
PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))

OFFICIAL: Final = {
    "127.0.0.1",  # the simulator
    "keepachangelog.com",
    "pipx.pypa.io",
    "semver.org",
}
EXCHANGES: Final = (
    "okx.com",
    "binance.com",
    "bybit.com",
    "bybit-exchange.github.io",
    "kraken.com",
    "kucoin.com",
)
"""Domains of the exchanges themselves: the domain, or any host in it."""


@PAGE
def test_links_inside_the_project_resolve(page: Path) -> None:
    """The file is there, and so is the heading."""
    for target in LINK.findall(prose(page)):
        if "://" in target:
            continue
        name, _, fragment = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        if fragment:
            assert fragment in anchors(file), target


@PAGE
def test_addresses_are_official(page: Path) -> None:
    """Exchanges' own hosts and the sites of named tools; no query that could name a referrer."""
    for address in ADDRESS.findall(page.read_text(encoding="utf-8")):
        parts = urlsplit(address)
        if parts.scheme in {"op", "socks5"}:
            continue  # a password manager's reference, and the example of a proxy
        host = parts.hostname or ""
        ours = host in OFFICIAL
        theirs = any(host == domain or host.endswith(f".{domain}") for domain in EXCHANGES)
        assert ours or (theirs and parts.scheme == "https"), address
        assert not parts.query, address
        assert "/join" not in parts.path, address


@PAGE
def test_no_trace_of_a_machine(page: Path) -> None:
    """Paths of somebody's computer help nobody."""
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users)/", text)
