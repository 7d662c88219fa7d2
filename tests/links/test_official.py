"""Every official host is judged official, and what only resembles it never is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.links.support import codes, judge, word

from readiness.exchanges.registry import EXCHANGES
from readiness.links.host import suffix_of
from readiness.policies import load_policy

FAMILIES = tuple(dict.fromkeys(info.family for info in EXCHANGES.values()))
POLICIES = tuple(load_policy(family) for family in FAMILIES)
HOSTS = sorted(
    {each.host for policy in POLICIES for each in policy.official.hosts}
    | {host for info in EXCHANGES.values() for host in info.api_hosts}
    | set(judge().tools.known.sites)
)

TWINS: dict[str, Callable[[str], str]] = {
    "another suffix": lambda host: f"{host}.login.example",
    "before an at sign": lambda host: f"{host}@evil.example",
    "joined": lambda host: f"{host.replace('.', '-')}.example",
    "one letter more": lambda host: f"{host}x",
    "another port": lambda host: f"{host}:8443",
    "an older notation": lambda host: f"{host}\\.evil.example",
    "a dot more": lambda host: f"{host}.",
    "percent signs": lambda host: host.replace(".", "%2e"),
    "wide dots": lambda host: host.replace(".", "\u3002"),
    "something hidden": lambda host: host.replace(".", "\u200b."),
    "a Cyrillic letter": lambda host: host[::-1].replace("o", "\u043e", 1)[::-1],
}


@pytest.mark.parametrize("host", HOSTS)
def test_official_hosts_are_official(host: str) -> None:
    """With and without a scheme, in capitals, with the usual port, with a path."""
    for link in (
        f"https://{host}",
        host,
        f"HTTPS://{host.upper()}/",
        f"https://{host}:443/help?lang=zh#top",
        f"https://some.deeper.{host}/注销",
    ):
        assert word(link) == "official", link


@pytest.mark.parametrize("twin", TWINS)
def test_their_twins_are_not(twin: str) -> None:
    """Each way to write something that resembles each of them."""
    for host in HOSTS:
        changed = TWINS[twin](host)
        if changed != host:
            assert word(f"https://{changed}/") != "official", changed
    assert word(f"http://{HOSTS[0]}/") == "unknown"


def test_official_domains_are_such_that_somebody_registered() -> None:
    """A public suffix would make everybody official."""
    for domain in judge().tools.known.sites:
        assert suffix_of(domain)[1] == domain


def test_where_people_are_sent_is_official() -> None:
    """The pages where closing begins, and the pages that show what is official."""
    for policy in POLICIES:
        shown = (entry.source for entry in (*policy.official.domains, *policy.official.hosts))
        for page in (*shown, *(entry.url for entry in policy.entries)):
            assert word(str(page)) == "official", page


def test_no_domain_is_both_official_and_only_said_to_be() -> None:
    """The lists do not contradict each other."""
    known = judge().tools.known
    assert not set(known.sites) & {*known.said, *known.namesakes}


def test_what_is_only_said_to_be_official_is_unknown() -> None:
    """And so is another company under the same name."""
    for domain in judge().tools.known.said:
        assert word(f"https://www.{domain}/") == "unknown"
    assert codes("https://www.binance.us/") == {"namesake"}
