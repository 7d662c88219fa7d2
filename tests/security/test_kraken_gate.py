"""Requests to Kraken that look harmless and are not: none of them leaves.

Every private call is a POST there, reads and writes alike: neither the verb nor the tree tells
them apart, only the whole path and what is said in the form.
"""

import json
from typing import Final

import httpx
import pytest
from tests.security.houses import NOW_MS, House, message_of

FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
PRIVATE: Final = "/0/private/"


@pytest.fixture(scope="module")
def house() -> House:
    return House.of("kraken")


def passes(house: House, path: str, form: str, verb: str = "POST", query: str = "") -> bool:
    """Whether a form passes, signed or not."""
    url = house.request("POST", path, query).url
    return house.passes(httpx.Request(verb, url, headers=FORM, content=form.encode()))


@pytest.mark.parametrize(
    ("acts", "reads"),
    [
        ("Earn/Allocate", "Earn/Allocations"),
        ("Earn/Deallocate", "Earn/AllocateStatus"),
        ("Withdraw", "WithdrawStatus"),
        ("WithdrawCancel", "WithdrawStatus"),
        ("WalletTransfer", "ListWalletAccounts"),
        ("AccountTransfer", "ListWalletAccounts"),
        ("CreateSubaccount", "ListWalletAccounts"),
        ("AddOrder", "OpenOrders"),
        ("CancelOrder", "OpenOrders"),
        ("CancelAll", "OpenOrders"),
        ("CancelAllOrdersAfter", "OpenOrders"),
        ("EditOrder", "OpenOrders"),
        ("AmendOrder", "OpenOrders"),
        ("AddExport", "Ledgers"),
        ("RemoveExport", "Ledgers"),
        ("GetWebSocketsToken", "GetApiKeyInfo"),
        # Makes a new address if it is told so.
        ("DepositAddresses", "DepositStatus"),
    ],
)
def test_what_acts_beside_what_reads(house: House, acts: str, reads: str) -> None:
    """The names are alike and the verb is the same."""
    assert passes(house, PRIVATE + reads, "nonce=1")
    assert not passes(house, PRIVATE + acts, "nonce=1")


def test_every_post_of_ccxt_that_is_not_listed_is_refused(house: House) -> None:
    """As a form as well, which is how this exchange takes them."""
    listed = {path for _, path in house.listed()}
    acting = {house.endpoint(*entry)[1] for entry in house.known() if entry[1] == "POST"} - listed
    assert len(acting) > 20
    for path in acting:
        assert not passes(house, path, "nonce=1"), path


@pytest.mark.parametrize(
    "path",
    ["/0/private/balance", "/0/private/Balance/", "/0/public/Balance", "/0/private//Balance"],
)
def test_almost_the_path(house: House, path: str) -> None:
    """A path is listed letter by letter."""
    assert not passes(house, path, "nonce=1")


def test_a_form_says_only_what_is_listed(house: House) -> None:
    """One parameter more, one twice, or one in the query, and nothing leaves."""
    path = f"{PRIVATE}DepositStatus"
    assert passes(house, path, "nonce=1&aclass=currency&cursor=true")
    for form in (
        "nonce=1&aclass=currency&cursor=true&asset=XBT",
        "nonce=1&nonce=2",
        "nonce=1&aclass=currency&aclass=tokenized_asset",
        "nonce=1&new=true",
        "nonce=1&otp=123456",
        "nonce=1;aclass=currency",
        "nonce=1&aclass",
        json.dumps({"nonce": 1}),
        "[]",
    ):
        assert not passes(house, path, form), form
    assert not passes(house, path, "nonce=1", query="?asset=XBT")
    assert not passes(house, path, "nonce=1", query="?nonce=1")


def test_nothing_but_a_form_passes(house: House) -> None:
    """JSON, parts, or a form with something around it is refused: it could say anything."""
    url = house.request("POST", f"{PRIVATE}Balance").url
    for kind, content in (
        ("application/json", '{"nonce":1}'),
        ("multipart/form-data; boundary=x", "nonce=1\r\n--x\r\n\r\n--x--"),
        ("text/plain", "nonce=1\nasset=XBT"),
        (FORM["Content-Type"], "nonce=1\x00&asset=XBT"),
        (FORM["Content-Type"], " nonce=1"),
        (FORM["Content-Type"], 'nonce="1"'),
    ):
        headers = {"Content-Type": kind}
        message = httpx.Request("POST", url, headers=headers, content=content.encode())
        assert not house.passes(message), (kind, content)


def test_no_read_has_another_verb(house: House) -> None:
    """Public calls are GETs without a body, private ones are POSTs."""
    for verb, path in house.listed():
        form = "" if verb == "GET" else "nonce=1"
        assert passes(house, path, form, verb), path
        for other in {"GET", "POST", "PUT", "DELETE", "PATCH"} - {verb}:
            assert not passes(house, path, form, other), (other, path)
        if verb == "GET":
            assert not passes(house, path, "nonce=1", verb), path


def test_nothing_of_the_secret_is_in_a_form(house: House) -> None:
    """A form carries a number that grows, and what is asked; who asks stands in two headers."""
    for request in house.adapter.catalogue:
        message = message_of(request, house.dialect.sign(request, {}, NOW_MS))
        assert house.passes(message), request.id
        if request.signed:
            assert message.content.startswith(b"nonce="), request.id
        else:
            assert message.content == b"", request.id
        said = {name for name in message.headers if name.startswith("api-")}
        assert said == ({"api-key", "api-sign"} if request.signed else set()), request.id
