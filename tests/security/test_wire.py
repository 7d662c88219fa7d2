"""What really arrives at the exchange: the catalogue's requests, and nothing else."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from tests.exchanges.support import FULL
from tests.security.subject import Subject
from tests.security.subjects import EACH, SOME, over
from tests.security.support import ACCOUNT, config, environ, scanned

from readiness.domain.verdict import Verdict
from readiness.scan import prove_key
from readiness.simulator import Arrival, Fault

NOT_PROVED: Final = over("no_proof", Fault.status(503), Fault.html(), Fault.closed())


def first(subject: Subject) -> set[str]:
    """What is asked before anybody knows what the key may do."""
    return {subject.clock, subject.key}


def assert_listed(subject: Subject, arrival: Arrival) -> None:
    """One arrival is one of the catalogue's requests, signed if it has to be."""
    fitting = [
        request
        for request in subject.catalogue
        if request.route.path in {f"{prefix}{arrival.path}" for prefix in subject.prefixes}
        and request.route.method == arrival.method
        and set(arrival.params) <= request.route.parameters
        and request.signed == arrival.signed
    ]
    assert fitting, arrival


@pytest.mark.sampled(2)
@pytest.mark.matrix
@EACH
@pytest.mark.parametrize("crowded", [False, True] if FULL else [True])
def test_only_the_catalogue_arrives(subject: Subject, *, crowded: bool) -> None:
    """A whole scan, with its second look, is made of listed requests."""
    sim = subject.served(subject.crowded() if crowded else subject.account())
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    (told,) = said.report.accounts
    assert told.requests.sent == len(sim.requests) >= subject.many
    assert told.requests.refused == 0
    for arrival in sim.requests:
        assert_listed(subject, arrival)
    asked = [arrival.path for arrival in sim.requests]
    assert asked[:2] == [subject.clock, subject.key]
    assert set(asked[2 : 2 + len(subject.first)]) == subject.first


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("subject", "more"), over("acting"))
def test_a_key_that_can_act_is_used_for_one_question(
    subject: Subject, more: Mapping[str, Any]
) -> None:
    """After the answer about its powers nothing else is sent with it."""
    sim = subject.served(subject.account(**more))
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    assert said.report.verdict is Verdict.REFUSED
    assert {arrival.path for arrival in sim.requests} == first(subject)


@pytest.mark.sampled(4)
@pytest.mark.matrix
@pytest.mark.parametrize(
    ("subject", "fault"),
    NOT_PROVED if FULL else NOT_PROVED[::3],
)
def test_without_proof_nothing_else_is_asked(subject: Subject, fault: Fault) -> None:
    """Whatever keeps the key from being proved read-only keeps everything from being asked."""
    sim = subject.served(subject.account())
    sim.fault(subject.key, fault)
    with sim.serving():
        said = scanned(subject.exchange, sim)
    assert said.report is not None
    assert said.report.verdict in (Verdict.REFUSED, Verdict.INCOMPLETE)
    assert {arrival.path for arrival in sim.requests} == first(subject)


@pytest.mark.matrix
@SOME
def test_a_redirect_leads_nowhere(subject: Subject) -> None:
    """Neither another host nor another path of the same host ever hears of it."""
    sim, other = subject.served(subject.account()), subject.served()
    with other.serving(), sim.serving():
        place = f"{subject.prefix}{subject.listing}"
        pattern = subject.listing.rpartition("/")[0] + "/*"
        sim.fault("*", Fault.redirect(place), when=lambda _: True)
        sim.fault(pattern, Fault.redirect(f"{other.base_url}{place}"))
        sim.fault(subject.key, Fault("honest"))
        said = scanned(subject.exchange, sim)
        assert urlsplit(other.base_url).port != urlsplit(sim.base_url).port
    assert said.report is not None
    assert said.report.verdict is Verdict.INCOMPLETE
    assert other.requests == []
    assert len(sim.requests) >= subject.many
    for arrival in sim.requests:
        assert_listed(subject, arrival)


@EACH
def test_testing_a_key_asks_for_nothing_else(subject: Subject) -> None:
    """``keys test`` needs no request about money."""
    sim = subject.served(subject.account())
    with sim.serving():
        prove_key(
            config(subject.exchange, sim.base_url), ACCOUNT, environ=environ(subject.exchange)
        )
    assert {arrival.path for arrival in sim.requests} == first(subject) | subject.first
