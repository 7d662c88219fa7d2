"""Requests to Bybit that look harmless and are not: none of them leaves."""

from typing import Final

import httpx
import pytest
from tests.security.houses import House

TRANSFERS: Final = "/v5/asset/transfer/query-universal-transfer-list"


@pytest.fixture(scope="module")
def house() -> House:
    return House.of("bybit")


def refused(house: House, verb: str, path: str, query: str = "") -> bool:
    """Whether a request is stopped."""
    return not house.passes(house.request(verb, path, query))


def test_a_get_that_deletes_a_sub_account(house: House) -> None:
    """Ccxt lists it as a GET, the documents as a POST: neither leaves."""
    path = "/v5/user/del-submember"
    for verb in ("GET", "POST", "DELETE"):
        for query in ("", "?subMemberId=1", "?memberIds=1"):
            assert refused(house, verb, path, query)


def test_no_listed_get_passes_as_a_post(house: House) -> None:
    """Whatever is read is read by GET, and nothing of it passes with another verb."""
    assert {verb for verb, _ in house.listed()} == {"GET"}
    for _, path in house.listed():
        for verb in ("POST", "PUT", "DELETE"):
            assert refused(house, verb, path), path


def test_a_get_has_no_body(house: House) -> None:
    """No read by GET carries a body: Bybit signs it, and answers 403."""
    for verb, path in house.listed():
        url = house.request(verb, path).url
        for content in (b"{}", b'{"category":"spot"}', b"category=spot"):
            assert not house.passes(httpx.Request(verb, url, content=content)), path


@pytest.mark.parametrize(
    "path",
    [
        "/v5/asset/transfer/inter-transfer",
        "/v5/asset/transfer/universal-transfer",
        "/v5/asset/transfer/save-transfer-sub-member",
        "/v5/asset/withdraw/create",
        "/v5/asset/withdraw/cancel",
        "/v5/asset/exchange/quote-apply",
        "/v5/asset/exchange/convert-execute",
        "/v5/asset/deposit/deposit-to-account",
        "/v5/account/upgrade-to-uta",
        "/v5/account/quick-repayment",
        "/v5/account/borrow",
        "/v5/account/repay",
        "/v5/crypto-loan-flexible/repay",
        "/v5/crypto-loan-fixed/fully-repay",
        "/v5/earn/place-order",
        "/v5/order/cancel-all",
        "/v5/order/create",
        "/v5/position/trading-stop",
        "/v5/user/delete-api",
        "/v5/user/update-api",
        "/v5/user/create-sub-member",
        "/v5/user/frozen-sub-member",
    ],
)
def test_what_acts(house: House, path: str) -> None:
    """What moves money, orders, keys or members passes with no verb at all."""
    for verb in ("GET", "POST", "PUT", "DELETE"):
        assert refused(house, verb, path)
        assert refused(house, verb, path, "?coin=USDT")


def test_bots_are_closed_by_nobody(house: House) -> None:
    """Reading a bot is a POST with its number, and so is closing it: none of them is asked."""
    for path in (
        "/v5/fgridbot/detail",
        "/v5/fgridbot/close",
        "/v5/grid/query-grid-detail",
        "/v5/grid/close-grid",
        "/v5/dca/close-bot",
        "/v5/fmartingalebot/close",
        "/v5/fcombobot/close",
    ):
        for verb in ("GET", "POST"):
            assert refused(house, verb, path)


def test_older_apis_and_other_hosts_get_nothing(house: House) -> None:
    """Older versions act as well, and a listed path of another version is not listed."""
    for path in ("/v3/private/order/create", "/v5/../v3/private/order/create", "//v5/account/info"):
        assert refused(house, "GET", path)
    listed = house.request("GET", TRANSFERS)
    assert house.passes(listed)
    for other in ("api-testnet.bybit.com", "api-demo.bybit.com", "api.bybit.com.evil.example"):
        url = str(listed.url).replace(listed.url.host, other)
        assert not house.passes(httpx.Request("GET", url))
