"""Keys, signatures, clocks: each way of getting in wrong has its own code."""

from __future__ import annotations

import httpx
import pytest
from tests.simulator.support import Client, serving, signature, stamp

from readiness.simulator import ApiKey, OkxAccount
from readiness.simulator.okx.auth import sign

PATH = "/api/v5/account/config"
HEADERS = {
    "OK-ACCESS-KEY": "50103",
    "OK-ACCESS-PASSPHRASE": "50104",
    "OK-ACCESS-SIGN": "50106",
    "OK-ACCESS-TIMESTAMP": "50107",
}


def send(client: Client, changes: dict[str, str | None], target: str = PATH) -> httpx.Response:
    headers = client.headers(target)
    for name, value in changes.items():
        if value is None:
            del headers[name]
        else:
            headers[name] = value
    return client.http.get(client.sim.base_url + target, headers=headers)


def assert_refused(response: httpx.Response, code: str) -> None:
    assert response.status_code == 401
    body = response.json()
    assert body["code"] == code
    assert body["msg"]
    assert set(body) == {"code", "msg"}


def test_published_self_check_vector() -> None:
    secret = "22582BD0CFF14C41EDBF1AB98506286D"
    made = sign(secret, "2020-12-08T09:08:57.715Z", "GET", "/api/v5/account/balance?ccy=BTC")
    assert made == "HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY="


def test_good_signature_is_let_in() -> None:
    with serving() as client:
        assert client.rows("account/config")[0]["uid"] == client.account.uid


@pytest.mark.parametrize(("header", "code"), HEADERS.items())
@pytest.mark.parametrize("value", [None, ""])
def test_missing_header(header: str, code: str, value: str | None) -> None:
    with serving() as client:
        assert_refused(send(client, {header: value}), code)


@pytest.mark.parametrize(
    ("key", "code"),
    [("nonsense", "50111"), ("01234567-89ab-cdef-0123-456789abcdef", "50119")],
)
def test_unknown_key(key: str, code: str) -> None:
    with serving() as client:
        assert_refused(send(client, {"OK-ACCESS-KEY": key}), code)


def test_wrong_passphrase() -> None:
    with serving() as client:
        assert_refused(send(client, {"OK-ACCESS-PASSPHRASE": "wrong"}), "50105")


def test_wrong_signature() -> None:
    with serving() as client:
        assert_refused(send(client, {"OK-ACCESS-SIGN": signature("other", "x")}), "50113")


def test_signature_covers_the_query_as_it_was_sent() -> None:
    with serving() as client:
        headers = client.headers("/api/v5/account/balance?ccy=BTC,ETH")
        url = client.sim.base_url + "/api/v5/account/balance?ccy=BTC%2CETH"
        assert_refused(client.http.get(url, headers=headers), "50113")
        headers = client.headers("/api/v5/account/balance?ccy=BTC%2CETH")
        assert client.http.get(url, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "text", ["1780000000", "2026-05-28T20:26:40Z", "2026-13-28T20:26:40.000Z", "rubbish"]
)
def test_malformed_timestamp(text: str) -> None:
    with serving() as client:
        assert_refused(send(client, {"OK-ACCESS-TIMESTAMP": text}), "50112")


@pytest.mark.parametrize("skew", [-30.001, 30.001, 3600])
def test_clock_too_far_off(skew: float) -> None:
    with serving() as client:
        assert_refused(
            send(client, {"OK-ACCESS-TIMESTAMP": stamp(client.clock.time + skew)}), "50102"
        )


@pytest.mark.parametrize("skew", [-30, 0, 30])
def test_clock_within_thirty_seconds(skew: float) -> None:
    with serving(clock_offset=skew) as client:
        assert client.code("account/config") == "0"


def test_server_clock_can_be_off() -> None:
    with serving(clock_offset=31) as client:
        assert_refused(client.request("account/config"), "50102")
        ts = int(client.rows("public/time")[0]["ts"])
        assert ts == (client.clock.time + 31) * 1000


def test_bound_address() -> None:
    with serving(OkxAccount(ips=["203.0.113.9"])) as client:
        response = client.request("account/config")
        assert_refused(response, "50110")
        assert "127.0.0.1" in response.json()["msg"]
    with serving(OkxAccount(ips=["203.0.113.9", "127.0.0.1"])) as client:
        assert client.rows("account/config")[0]["ip"] == "203.0.113.9,127.0.0.1"


@pytest.mark.parametrize("demo_key", [False, True])
def test_environments_do_not_mix(demo_key: bool) -> None:
    with serving(OkxAccount(demo=demo_key)) as client:
        plain = client.request("account/config")
        client.extra = {"x-simulated-trading": "1"}
        simulated = client.request("account/config")
        refused, accepted = (plain, simulated) if demo_key else (simulated, plain)
        assert_refused(refused, "50101")
        assert accepted.json()["code"] == "0"


def test_permissions_are_told_and_enforced() -> None:
    account = OkxAccount(permissions=["withdraw", "trade"])
    with serving(account) as client:
        assert client.rows("account/config")[0]["perm"] == "withdraw,trade"
        assert client.code("asset/balances") == "50120"


def test_second_key_of_the_same_account() -> None:
    account = OkxAccount()
    account.add_key(ApiKey("second", "s", "p", label="other", permissions=("read_only", "trade")))
    with serving(account) as client:
        first = client.rows("account/config")[0]
        account.keys.reverse()
        second = client.rows("account/config")[0]
        assert first["uid"] == second["uid"]
        assert (second["label"], second["perm"]) == ("other", "read_only,trade")


def test_public_paths_need_no_key() -> None:
    with serving() as client:
        for path in ("public/time", "system/status", "market/index-tickers?quoteCcy=USD"):
            response = client.http.get(f"{client.sim.base_url}/api/v5/{path}")
            assert response.json()["code"] == "0"


def test_announcements_take_a_signature_or_none() -> None:
    with serving() as client:
        url = client.sim.base_url + "/api/v5/support/announcements"
        assert client.http.get(url).json()["code"] == "0"
        assert client.code("support/announcements") == "0"
        assert client.http.get(url, headers={"OK-ACCESS-SIGN": "x"}).json()["code"] == "50103"


def test_records_hold_no_credentials() -> None:
    with serving() as client:
        client.request("asset/balances", ccy="BTC")
        arrival = client.sim.requests[0]
        assert (arrival.uid, arrival.path, arrival.status) == (
            client.account.uid,
            "asset/balances",
            200,
        )
        assert arrival.signed
        assert arrival.params == {"ccy": "BTC"}
        shown = repr(client.sim.requests) + repr(client.account.keys)
        assert client.account.secret not in shown
        assert client.account.passphrase not in shown
