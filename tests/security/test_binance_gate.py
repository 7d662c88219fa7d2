"""Requests to Binance that look harmless and are not: none of them leaves."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from tests.security.houses import NOW_MS, House


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with asyncio.Runner() as runner:
        yield House.of("binance", runner)


def refused(house: House, verb: str, path: str, query: str = "") -> bool:
    """Whether a request is stopped, with and without what signing adds."""
    signed = f"{query}{'&' if query else '?'}timestamp=1&signature=abc"
    requests = [house.request(verb, path, text) for text in (query, signed)]
    return not any(house.passes(request) for request in requests)


def test_a_get_that_switches_a_setting(house: House) -> None:
    """``soft-staking/set`` is a GET, and switches soft staking on or off."""
    path = "/sapi/v1/soft-staking/set"
    for query in ("", "?softStaking=true", "?softStaking=false"):
        assert refused(house, "GET", path, query)
    assert not refused(house, "GET", "/sapi/v1/soft-staking/list")


@pytest.mark.parametrize(
    "path",
    [
        *(f"/fapi/v1/{kind}/asyn" for kind in ("income", "order", "trade")),
        *(f"/dapi/v1/{kind}/asyn" for kind in ("income", "order", "trade")),
        *(f"/papi/v1/um/{kind}/asyn" for kind in ("income", "order", "trade")),
    ],
)
def test_a_get_that_starts_a_job(house: House, path: str) -> None:
    """An export job is started by a GET, weighs a thousand, and there are few in a month."""
    assert refused(house, "GET", path)
    assert refused(house, "GET", path, "?startTime=1&endTime=2")
    assert refused(house, "GET", f"{path}/id")


def test_ccxt_knows_every_job(house: House) -> None:
    """None of the jobs that ccxt lists is in the catalogue."""
    jobs = {house.endpoint(*entry) for entry in house.known() if "asyn" in entry[2]}
    assert len(jobs) >= 9
    assert not jobs & house.listed()


def test_what_would_convert_dust(house: House) -> None:
    """``dust-btc`` lists what could be converted; ``dust`` and ``convert`` convert it."""
    assert not refused(house, "POST", "/sapi/v1/asset/dust-btc")
    for path in ("/sapi/v1/asset/dust", "/sapi/v1/asset/dust-convert/convert"):
        for query in ("", "?asset=DOGE", "?asset=DOGE&accountType=SPOT"):
            assert refused(house, "POST", path, query)


def test_what_would_open_an_isolated_account(house: House) -> None:
    """The GET of this path reads isolated accounts, the POST opens one, the DELETE closes one."""
    path = "/sapi/v1/margin/isolated/account"
    assert not refused(house, "GET", path)
    for verb in ("POST", "DELETE", "PUT"):
        assert refused(house, verb, path)
        assert refused(house, verb, path, "?symbol=BTCUSDT")


def test_what_would_clear_small_debts(house: House) -> None:
    """The GET of this path lists small debts, the POST trades to clear them."""
    path = "/sapi/v1/margin/exchange-small-liability"
    assert not refused(house, "GET", path)
    assert refused(house, "POST", path)
    assert refused(house, "POST", path, "?assetNames=ADA")


def test_no_listed_get_passes_as_a_post(house: House) -> None:
    """At many of Binance's paths the POST acts on what the GET shows."""
    for verb, path in house.listed():
        other = "GET" if verb == "POST" else "POST"
        assert refused(house, other, path), path


def test_the_body_of_a_post_says_nothing(house: House) -> None:
    """A body is not looked into, so none passes: what a read asks for stands in its query."""
    for request in house.adapter.catalogue:
        if request.route.method == "POST":
            signed = house.dialect.sign(request, {}, NOW_MS)
            headers = dict(signed.headers)
            whole = httpx.Request("POST", signed.url, headers=headers)
            assert house.passes(whole)
            url, _, query = signed.url.partition("?")
            for content in (query.encode(), b"asset=DOGE", b"{}"):
                assert not house.passes(
                    httpx.Request("POST", url, headers=headers, content=content)
                )
                assert not house.passes(
                    httpx.Request("POST", signed.url, headers=headers, content=content)
                )


def test_what_reads_through_a_power_to_act(house: House) -> None:
    """Whatever needs a permission to trade or transfer is left to a person."""
    for verb, path in (
        ("GET", "/sapi/v1/asset/custody/transfer-history"),
        ("GET", "/eapi/v1/block/order/orders"),
        ("GET", "/sapi/v1/w3w/wallet/prediction/wallet/list"),
        ("GET", "/sapi/v1/sub-account/subAccountApi"),
        ("POST", "/sapi/v1/c2c/agent/ads/listWithPagination"),
        ("GET", "/sapi/v1/giftcard/verify"),
    ):
        assert refused(house, verb, path)
