"""What really arrives at the exchange: the catalogue's requests, and nothing else."""

from urllib.parse import urlsplit

import pytest
from tests.security.support import ACCOUNT, Said, account, config, environ, scanned

from readiness.domain.verdict import Verdict
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.scan import prove_key
from readiness.simulator import Arrival, Fault, OkxAccount, OkxSimulator, worlds

PREFIX = "/api/v5/"
LISTED = {request.route.path.removeprefix(PREFIX): request for request in CATALOGUE}
FIRST = {"public/time", "account/config"}


def assert_listed(arrival: Arrival) -> None:
    """One arrival is one of the catalogue's requests, signed if it has to be."""
    request = LISTED[arrival.path]
    assert arrival.method == request.route.method
    assert set(arrival.params) <= request.route.parameters
    assert arrival.signed == request.signed


def served(owner: OkxAccount) -> OkxSimulator:
    return OkxSimulator([owner], limits=False)


def crowded() -> OkxAccount:
    """An account with something of everything, under the canaries' key."""
    messy = worlds.messy()
    messy.keys[:] = account().keys
    return messy


@pytest.mark.parametrize("owner", [account(), crowded()], ids=["empty", "crowded"])
def test_only_the_catalogue_arrives(owner: OkxAccount) -> None:
    """A whole scan, with its second look, is made of listed requests."""
    sim = served(owner)
    with sim.serving():
        said = scanned(sim, Said())
    assert said.report is not None
    (told,) = said.report.accounts
    assert told.requests.sent == len(sim.requests) > 40
    assert told.requests.refused == 0
    for arrival in sim.requests:
        assert_listed(arrival)
    assert [arrival.path for arrival in sim.requests[:2]] == ["public/time", "account/config"]


@pytest.mark.parametrize(
    "permissions", [("read_only", "trade"), ("trade",), ("read_only", "withdraw"), ("new",), ()]
)
def test_a_key_that_can_act_is_used_for_one_question(permissions: tuple[str, ...]) -> None:
    """After the answer about its powers nothing else is sent with it."""
    sim = served(account(permissions=permissions))
    with sim.serving():
        said = scanned(sim, Said())
    assert said.report is not None
    assert said.report.verdict is Verdict.REFUSED
    assert {arrival.path for arrival in sim.requests} == FIRST


@pytest.mark.parametrize(
    "fault",
    [
        Fault.status(503),
        Fault.html(),
        Fault.closed(),
        Fault.error("50026"),
        Fault.error("50119", status=401),
        Fault.rows([]),
        Fault.no_field("perm"),
        Fault.field("perm", ""),
        Fault.field("perm", None),
        Fault.field("perm", "read_only,trade"),
        Fault.field("perm", "READ_ONLY"),
    ],
    ids=lambda fault: fault.name,
)
def test_without_proof_nothing_else_is_asked(fault: Fault) -> None:
    """Whatever keeps the key from being proved read-only keeps everything from being asked."""
    sim = served(account())
    sim.fault("account/config", fault)
    with sim.serving():
        said = scanned(sim, Said())
    assert said.report is not None
    assert said.report.verdict in (Verdict.REFUSED, Verdict.INCOMPLETE)
    assert {arrival.path for arrival in sim.requests} == FIRST


def test_a_redirect_leads_nowhere() -> None:
    """Neither another host nor another path of the same host ever hears of it."""
    sim, other = served(account()), OkxSimulator()
    with other.serving(), sim.serving():
        sim.fault("asset/*", Fault.redirect(f"{other.base_url}/api/v5/asset/balances"))
        sim.fault("trade/*", Fault.redirect("/api/v5/trade/order"))
        said = scanned(sim, Said())
        assert urlsplit(other.base_url).port != urlsplit(sim.base_url).port
    assert said.report is not None
    assert said.report.verdict is Verdict.INCOMPLETE
    assert other.requests == []
    for arrival in sim.requests:
        assert_listed(arrival)


def test_testing_a_key_asks_for_nothing_else() -> None:
    """``keys test`` needs the same two requests."""
    sim = served(account())
    with sim.serving():
        prove_key(config(sim.base_url), ACCOUNT, environ=environ())
    assert {arrival.path for arrival in sim.requests} == FIRST
