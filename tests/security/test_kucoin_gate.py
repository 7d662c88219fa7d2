"""Requests to KuCoin that look harmless and are not, and marks that no request carries."""

from __future__ import annotations

from typing import Final

import httpx
import pytest
from tests.security.houses import NOW_MS, House, asked
from tests.security.subjects import KUCOIN
from tests.security.support import scanned

HEADERS: Final = {
    "KC-API-KEY",
    "KC-API-KEY-VERSION",
    "KC-API-PASSPHRASE",
    "KC-API-SIGN",
    "KC-API-TIMESTAMP",
}
"""All that the documents want of a signed request."""


@pytest.fixture(scope="module")
def house() -> House:
    return House.of("kucoin")


def refused(house: House, verb: str, place: str, query: str = "") -> bool:
    return not house.passes(house.request(verb, place, query))


def test_ccxt_adds_marks_to_every_request(house: House) -> None:
    """What ccxt signs names a partner: the next test has teeth."""
    made = house.signer.sign("accounts", ["private"], "GET", {})
    assert {name for name in made["headers"] if name.startswith("KC-API-PARTNER")}


def test_no_request_names_a_partner(house: House) -> None:
    """A request carries what proves whose it is, and nothing that tells who wrote the program."""
    for request in house.requests:
        for params in asked(request):
            signed = house.dialect.sign(request, params, NOW_MS)
            assert set(signed.headers) == (HEADERS if request.signed else set()), request.id


def test_the_exchange_hears_of_no_partner() -> None:
    """A whole scan leaves nothing of the kind on record."""
    sim = KUCOIN.served(KUCOIN.crowded())
    with sim.serving():
        said = scanned("kucoin", sim)
    assert said.report is not None
    assert len(sim.requests) > 40
    assert sim.violations == []


@pytest.mark.parametrize(
    "place",
    [
        "/api/v1/convert/quote",
        "/api/v1/convert/limit/quote",
        "/api/v1/deposit-addresses",
        "/api/v3/deposit-addresses",
        "/api/v1/withdrawals/quotas",
        "/api/v1/accounts/transferable",
        "/api/v1/hf/orders/dead-cancel-all/query",
        "/api/v1/sub/api-key",
        "futures:/api/v1/sub/api-key",
    ],
)
def test_gets_that_do_more_than_show(house: House, place: str) -> None:
    """A quote holds a price, an address may be made by asking for it, keys are private."""
    for query in ("", "?currency=BTC", "?symbol=BTC-USDT"):
        assert refused(house, "GET", place, query)


def test_no_listed_path_takes_another_verb(house: House) -> None:
    """Where a GET lists orders, a POST places one and a DELETE cancels them all."""
    assert ("GET", "/api/v1/orders") in house.listed()
    for _, place in house.listed():
        for verb in ("POST", "PUT", "PATCH", "DELETE"):
            assert refused(house, verb, place), place
            assert refused(house, verb, place, "?symbol=BTC-USDT"), place


def test_equal_paths_have_parameters_of_their_own(house: House) -> None:
    """At the spot API orders are asked for by the kind of trade, at the futures API not."""
    kind = "?status=active&tradeType=TRADE"
    assert not refused(house, "GET", "/api/v1/orders", kind)
    assert refused(house, "GET", "futures:/api/v1/orders", kind)


def test_a_version_in_a_parameter_changes_no_path(house: House) -> None:
    """From what is asked ccxt takes a version for the path; the gate knows whole paths alone."""
    for version in ("v2", "v3", "v1/../v3", "v1/withdrawals?"):
        made = house.signer.sign("accounts", ["private"], "GET", {"version": version})
        assert not house.passes(httpx.Request("GET", made["url"]))


@pytest.mark.parametrize("mode", ["classic", "unified/../classic", "Unified", ""])
def test_another_mode_in_a_path(house: House, mode: str) -> None:
    """Paths of the unified account are spelled out: no other mode takes its place."""
    assert refused(house, "GET", f"/api/ua/v1/{mode}/account/balance")
