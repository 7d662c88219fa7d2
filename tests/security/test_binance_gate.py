"""Requests to Binance that look harmless and are not: none of them leaves."""

from collections.abc import AsyncIterator
from typing import Final

import httpx
import pytest
from tests.security.houses import NOW_MS, House

ASSETS: Final = "/sapi/v3/asset/getUserAsset"


@pytest.fixture(scope="module")
def house() -> House:
    return House.of("binance")


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


def test_a_body_is_compared_like_a_query(house: House) -> None:
    """What stands in the body of a POST passes only if the catalogue lists it, and once."""
    for request in house.adapter.catalogue:
        if request.route.method != "POST":
            continue
        signed = house.dialect.sign(request, {}, NOW_MS)
        headers = dict(signed.headers)
        url, _, query = signed.url.partition("?")
        assert house.passes(httpx.Request("POST", signed.url, headers=headers))
        for where, content in (
            (signed.url, query),
            (signed.url, "timestamp=1"),
            (url, f"{query}&asset=DOGE"),
            (url, f"asset=DOGE&{query}"),
            (url, "{}"),
            (url, f'{{"asset":["DOGE"],"x":"{query}"}}'),
            (url, f"{query}&{query}"),
        ):
            assert not house.passes(
                httpx.Request("POST", where, headers=headers, content=content.encode())
            ), content


def test_a_body_that_nobody_can_see_beforehand(house: House) -> None:
    """A stream is refused: what comes out of it could be anything."""

    async def later() -> AsyncIterator[bytes]:
        yield b"timestamp=1"

    request = httpx.Request("POST", house.request("POST", ASSETS).url, content=later())
    assert not house.passes(request)


def test_a_get_has_no_body(house: House) -> None:
    """No read by GET carries a body, whatever stands in it."""
    for verb, path in house.listed():
        if verb == "GET":
            url = house.request(verb, path).url
            assert not house.passes(httpx.Request(verb, url, content=b"timestamp=1")), path


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
