"""What is told about closing, and what is called official, stands on pages of the exchange."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import HttpUrl, ValidationError

from readiness.domain.guidance import Kind, Stage, Statement
from readiness.domain.official import Official, OfficialDomain, Use
from readiness.domain.policy import Policy
from readiness.domain.sourced import Founded
from readiness.exchanges.registry import EXCHANGES
from readiness.policies import load_policy

FAMILIES: Final = sorted({info.family for info in EXCHANGES.values()})
ELSEWHERE: Final = frozenset({"github.com"})
"""Where else a statement may stand: what was published by the exchange, or told of it, there."""

SOURCED: Final[dict[str, Any]] = {
    "source": "https://www.okx.com/help",
    "checked": "2026-06-27",
    "confidence": "low",
}
OKX: Final = Official(
    domains=(OfficialDomain.model_validate({**SOURCED, "domain": "okx.com", "uses": ["site"]}),)
)


@pytest.fixture(params=FAMILIES)
def policy(request: pytest.FixtureRequest) -> Policy:
    """The policies that the tool comes with."""
    return load_policy(request.param)


def founded(policy: Policy) -> tuple[Founded, ...]:
    """Everything with a page, of closing, support and what is official."""
    official = policy.official
    return (
        *policy.statements,
        *policy.entries,
        *policy.channels,
        *policy.signs,
        *policy.key_needs,
        *official.domains,
        *official.hosts,
        *official.apps,
        *official.namesakes,
    )


def test_a_reader_is_only_sent_to_the_exchange(policy: Policy) -> None:
    """Every address is one of the exchange's own, over https."""
    urls = [entry.url for entry in policy.entries]
    urls += [channel.url for channel in policy.channels if channel.url]
    for url in urls:
        assert url.scheme == "https"
        assert policy.official.domain_of(url.host or "") is not None, url


def test_statements_stand_on_pages_of_the_exchange(policy: Policy) -> None:
    """Never on a lookalike, a copy or an affiliate's page."""
    namesakes = tuple(entry.domain for entry in policy.official.namesakes)
    for entry in founded(policy):
        host = entry.source.host or ""
        assert entry.source.scheme == "https"
        assert (
            policy.official.domain_of(host) is not None
            or host in ELSEWHERE
            or host.endswith(namesakes or "-")
        ), entry.source


def test_no_address_carries_a_referral(policy: Policy) -> None:
    """Nothing is passed on to anybody by following a link."""
    pages = [entry.source for entry in founded(policy)] + [e.url for e in policy.entries]
    assert [page for page in pages if page.query] == []


def test_mail_goes_to_the_exchange(policy: Policy) -> None:
    """An address of support ends in a domain at which the exchange has mail."""
    for channel in policy.channels:
        if channel.mail:
            domain = policy.official.domain_of(channel.mail.rpartition("@")[2])
            assert domain is not None
            assert Use.MAIL in domain.uses


def test_each_is_named_once(policy: Policy) -> None:
    """A statement can be spoken of by its name."""
    official = policy.official
    for names in (
        [entry.id for entry in policy.statements],
        [entry.id for entry in policy.entries],
        [entry.id for entry in policy.channels],
        [entry.id for entry in policy.signs],
        [entry.id for entry in policy.key_needs],
        [entry.domain for entry in official.domains] + [e.domain for e in official.namesakes],
        [entry.host for entry in official.hosts],
        [(entry.store, entry.id) for entry in official.apps],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_entities_are_those_that_are_supported(policy: Policy) -> None:
    """What holds for some is named by the ids that the configuration knows."""
    ids = {info.id for info in EXCHANGES.values() if info.family == policy.exchange}
    for entry in founded(policy):
        assert set(getattr(entry, "exchanges", ())) <= ids


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_exchange_has_what_a_guide_needs(exchange: str) -> None:
    """A way, what is lost, what has to be before, what is known of waiting, and what is not."""
    policy = load_policy(EXCHANGES[exchange].family)
    told = [entry for entry in policy.statements if entry.holds_for(exchange)]
    assert {Kind.PREREQUISITE, Kind.SAVE, Kind.PATH, Kind.TERMS, Kind.LOST, Kind.UNKNOWN} <= {
        entry.kind for entry in told
    }
    assert {entry.stage for entry in told} == set(Stage)
    after = {entry.kind for entry in told if entry.stage is Stage.AFTER}
    assert after & {Kind.WAITING, Kind.UNKNOWN}
    assert [entry for entry in policy.channels if entry.holds_for(exchange)]
    assert [entry for entry in policy.entries if entry.holds_for(exchange)]


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_exchange_says_what_a_key_has_to_be_like(exchange: str) -> None:
    """At the least which permissions it has."""
    needs = load_policy(EXCHANGES[exchange].family).key_needs
    assert [need for need in needs if need.holds_for(exchange)]


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_every_host_that_is_asked_is_official(exchange: str) -> None:
    """The hosts of the API are in the table, as such, and for this entity."""
    info = EXCHANGES[exchange]
    for name in info.api_hosts:
        host = load_policy(info.family).official.host(name)
        assert host is not None
        assert Use.API in host.uses
        assert host.holds_for(exchange)


def test_hosts_are_below_official_domains(policy: Policy) -> None:
    """With no use that their domain is not said to have."""
    for host in policy.official.hosts:
        domain = policy.official.domain_of(host.host)
        assert domain is not None
        assert set(host.uses) <= set(domain.uses)
    assert policy.official.host("nowhere.example") is None


def test_a_namesake_is_somebody_else(policy: Policy) -> None:
    """Another company's domain is never official."""
    for namesake in policy.official.namesakes:
        assert policy.official.domain_of(namesake.domain) is None


def test_texts_are_whole_sentences(policy: Policy) -> None:
    """They end like sentences, in one line, and take no values."""
    texts = [entry.text for entry in policy.statements]
    texts += [entry.text for entry in policy.signs]
    texts += [entry.how for entry in policy.channels]
    texts += [entry.who for entry in policy.official.namesakes]
    for text in texts:
        assert text.endswith(".")
        assert text[0].isupper()
        assert not set(text) & set("{}\n`")


@pytest.mark.parametrize("host", ["okx.com", "www.okx.com", "a.b.okx.com"])
def test_what_is_below_a_domain_belongs_to_it(host: str) -> None:
    """The domain itself, and every host below it."""
    assert OKX.domain_of(host) == OKX.domains[0]


@pytest.mark.parametrize(
    "host",
    ["", "com", "xokx.com", "okx-com", "okx.com.example", "www-okx.com", "okx.co", "OKX.com"],
)
def test_what_only_looks_like_it_does_not(host: str) -> None:
    """A name that contains the domain, or nearly is it."""
    assert OKX.domain_of(host) is None


@given(before=st.text("abc.-", max_size=9), after=st.text("abc.-", min_size=1, max_size=9))
def test_nothing_that_goes_on_behind_the_domain_belongs_to_it(before: str, after: str) -> None:
    """Whatever stands before."""
    assert OKX.domain_of(f"{before}okx.com{after}") is None


@pytest.mark.parametrize(
    "change", [{"id": "A b"}, {"stage": "later"}, {"kind": "rumour"}, {"basis": "hearsay"}]
)
def test_what_is_no_statement(change: dict[str, str]) -> None:
    """A stage, a kind or a basis that nobody knows is a mistake in the policy."""
    whole = {**SOURCED, "id": "x", "stage": "before", "kind": "path", "text": "So."}
    assert Statement.model_validate(whole).source == HttpUrl("https://www.okx.com/help")
    with pytest.raises(ValidationError):
        Statement.model_validate(whole | change)
