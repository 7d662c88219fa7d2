"""Keys, signatures, clocks: each way of getting in wrong has its own code."""

from __future__ import annotations

import httpx
import pytest
from tests.simulator.binance.support import Client, encoded, serving, signature

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.auth import ApiKey, sign

PATH = "sapi/v1/account/info"
POST = "sapi/v1/asset/get-funding-asset"


def assert_refused(response: httpx.Response, status: int, code: int) -> None:
    assert response.status_code == status, response.text
    body = response.json()
    assert body["code"] == code
    assert body["msg"]
    assert set(body) == {"code", "msg"}


def signed(client: Client, query: str) -> str:
    return f"{query}&signature={signature(client.account.secret, query)}"


def test_published_self_check_vector() -> None:
    """The signature is the one that the documents print for their own example."""
    secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
    payload = (
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
        "&recvWindow=5000&timestamp=1499827319559"
    )
    assert sign(secret, payload) == (
        "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
    )


def test_good_signature_is_let_in() -> None:
    """A signed request is answered for the account of its key."""
    with serving() as client:
        assert client.body("api/v3/account")["uid"] == int(client.account.uid)


def test_signature_may_be_in_capitals() -> None:
    """The hexadecimal digits of a signature have no case."""
    with serving() as client:
        query, _, signature_ = client.signed({}).rpartition("=")
        assert client.send(PATH, f"{query}={signature_.upper()}").status_code == 200


@pytest.mark.parametrize(("key", "code"), [("", -2014), ("nonsense", -2014), ("a" * 64, -2008)])
def test_unknown_key(key: str, code: int) -> None:
    """What does not look like a key, and a key that nobody has, are told apart."""
    with serving() as client:
        headers = {"X-MBX-APIKEY": key} if key else {}
        url = f"{client.sim.base_url}/{PATH}?{client.signed({})}"
        assert_refused(client.http.get(url, headers=headers), 401, code)


@pytest.mark.parametrize("name", ["timestamp", "signature"])
@pytest.mark.parametrize("value", [None, ""])
def test_missing_parameter(name: str, value: str | None) -> None:
    """Time and signature are mandatory, and must not be empty."""
    with serving() as client:
        query = encoded({"timestamp": str(client.ms)} if name == "signature" else {})
        gap = "" if value is None else f"{name}="
        sent = "&".join(part for part in (query, gap) if part)
        if name == "timestamp":
            sent = signed(client, sent) if sent else "signature=00"
        assert_refused(client.send(PATH, sent), 400, -1102)


def test_wrong_signature() -> None:
    """Another secret is not let in."""
    with serving() as client:
        query = f"timestamp={client.ms}"
        sent = f"{query}&signature={signature('other', query)}"
        assert_refused(client.send(PATH, sent), 400, -1022)


def test_signature_is_the_last_parameter() -> None:
    """A signature in front of what it signs is not found where it belongs."""
    with serving() as client:
        query = f"timestamp={client.ms}"
        sent = f"signature={signature(client.account.secret, query)}&{query}"
        assert_refused(client.send(PATH, sent), 400, -1022)


@pytest.mark.parametrize("raw", ["a@x.com", "a+b", "a:b", "a,b", "[x]"])
def test_payload_is_encoded_before_it_is_signed(raw: str) -> None:
    """Raw signs are refused, though the signature over them is right; encoded they are not."""
    account = BinanceAccount()
    account.sub_account(raw)
    with serving(account) as client:
        path = "sapi/v4/sub-account/assets"
        sent = signed(client, f"email={raw}&timestamp={client.ms}")
        assert_refused(client.send(path, sent), 400, -1022)
        assert client.body(path, email=raw) == {"balances": []}


def test_signature_covers_the_query_as_it_was_sent() -> None:
    """The order and the spelling of what was signed count."""
    with serving() as client:
        query = f"omitZeroBalances=true&timestamp={client.ms}"
        sent = signed(client, query).replace("=true", "=%74rue")
        assert_refused(client.send("api/v3/account", sent), 400, -1022)
        other = f"omitZeroBalances=%74rue&timestamp={client.ms}"
        assert client.send("api/v3/account", signed(client, other)).status_code == 200


def test_form_body() -> None:
    """A form may carry all of the parameters, or some of them."""
    with serving() as client:
        query = f"asset=BTC&timestamp={client.ms}"
        assert client.send(POST, "", body=signed(client, query)).status_code == 200
        first, second = f"timestamp={client.ms}", "asset=BTC"
        made = signature(client.account.secret, first + second)
        sent = client.send(POST, first, body=f"{second}&signature={made}")
        assert sent.status_code == 200
        mixed = signature(client.account.secret, f"{first}&{second}")
        refused = client.send(POST, first, body=f"{second}&signature={mixed}")
        assert_refused(refused, 400, -1022)


@pytest.mark.parametrize("stamp", ["soon", "-5", "1.5", "١٢٣"])
def test_malformed_timestamp(stamp: str) -> None:
    """A time that is no whole number of milliseconds is refused."""
    with serving() as client:
        assert_refused(client.send(PATH, signed(client, encoded({"timestamp": stamp}))), 400, -1102)


@pytest.mark.parametrize(
    ("skew", "window", "let_in"),
    [
        (999, None, True),
        (1000, None, False),
        (-5000, None, True),
        (-5001, None, False),
        (-5001, "5001", True),
        (-60_000, "60000", True),
        (-61_000, "60000", False),
        (-2, "1.999", False),
        (-2, "2.5", True),
    ],
)
def test_clock(skew: int, window: str | None, let_in: bool) -> None:
    """A request may be less than a second early, and no older than its window."""
    with serving() as client:
        params = {"timestamp": str(client.ms + skew)}
        if window:
            params["recvWindow"] = window
        response = client.send(PATH, signed(client, encoded(params)))
        if let_in:
            assert response.status_code == 200
        else:
            assert_refused(response, 400, -1021)


def test_microseconds() -> None:
    """A time in microseconds is understood."""
    with serving() as client:
        sent = signed(client, f"timestamp={client.ms * 1000 + 1}")
        assert client.send(PATH, sent).status_code == 200


@pytest.mark.parametrize(
    ("window", "code"),
    [("60001", -1131), ("0", -1131), ("NaN", -1131), ("-1", -1131), ("wide", -1102)],
)
def test_impossible_window(window: str, code: int) -> None:
    """A window longer than a minute, or none at all, is refused."""
    with serving() as client:
        sent = signed(client, f"recvWindow={window}&timestamp={client.ms}")
        assert_refused(client.send(PATH, sent), 400, code)


def test_server_clock_can_be_off() -> None:
    """The exchange goes by its own clock, and tells it."""
    with serving(clock_offset=-2) as client:
        assert_refused(client.request(PATH), 400, -1021)
        assert client.body("api/v3/time") == {"serverTime": client.ms - 2000}


def test_bound_address() -> None:
    """A key that is bound to another address is refused, and says that it is bound."""
    with serving(BinanceAccount(ips=["203.0.113.9"])) as client:
        assert_refused(client.request(PATH), 401, -2015)
    with serving(BinanceAccount(ips=["203.0.113.9", "127.0.0.1"])) as client:
        assert client.body("sapi/v1/account/apiRestrictions")["ipRestrict"] is True


def test_duplicate_parameter() -> None:
    """A parameter sent twice is refused."""
    with serving() as client:
        sent = signed(client, f"omitZeroBalances=true&omitZeroBalances=true&timestamp={client.ms}")
        assert_refused(client.send("api/v3/account", sent), 400, -1101)


def test_permissions_are_told() -> None:
    """A key says what it may do; one made for reading may do nothing else."""
    path = "sapi/v1/account/apiRestrictions"
    with serving() as client:
        said = client.body(path)
        assert [name for name, value in said.items() if value is True] == ["enableReading"]
        client.account.restrictions["enableWithdrawals"] = True
        client.account.restrictions["enableNewThing"] = True
        said = client.body(path)
        assert said["enableWithdrawals"] is said["enableNewThing"] is True


def test_key_that_may_not_read() -> None:
    """Without the permission to read, a key learns only what it may do."""
    with serving(BinanceAccount(restrictions={"enableReading": False})) as client:
        assert client.body("sapi/v1/account/apiRestrictions")["enableReading"] is False
        assert_refused(client.request(PATH), 401, -2015)


def test_second_key_of_the_same_account() -> None:
    """An account may have several keys, each with permissions of its own."""
    account = BinanceAccount()
    account.add_key(ApiKey("second", "s", restrictions={"enableFutures": True}))
    with serving(account) as client:
        first = client.body("api/v3/account")["uid"]
        account.keys.reverse()
        assert client.body("api/v3/account")["uid"] == first
        assert client.body("sapi/v1/account/apiRestrictions")["enableFutures"] is True


def test_public_paths_need_no_key() -> None:
    """Clock, platform, symbols and prices are there for everybody."""
    with serving() as client:
        for path in ("api/v3/time", "sapi/v1/system/status", "api/v3/ticker/price"):
            assert client.http.get(f"{client.sim.base_url}/{path}").status_code == 200


def test_records_hold_no_credentials() -> None:
    """What is kept of a request is neither its key nor its signature."""
    with serving() as client:
        client.request("api/v3/openOrders", symbol="BTCUSDT")
        arrival = client.sim.requests[0]
        assert (arrival.uid, arrival.path) == (client.account.uid, "api/v3/openOrders")
        assert (arrival.status, arrival.signed) == (200, True)
        assert arrival.params == {"symbol": "BTCUSDT"}
        shown = repr(client.sim.requests) + repr(client.account.keys)
        assert client.account.secret not in shown
        assert "signature=" not in shown
        client.body("api/v3/time")
        assert client.sim.requests[-1].signed is False


def test_form_is_recorded_like_a_query() -> None:
    """What a form says is kept as if it had stood in the query."""
    with serving() as client:
        client.send(POST, "", body=signed(client, f"asset=BTC&timestamp={client.ms}"))
        assert client.sim.requests[0].params == {"asset": "BTC"}


def test_key_has_no_third_part() -> None:
    """Accounts without names get made-up keys of two parts."""
    account = BinanceAccount()
    assert account.key.startswith("fake-key-")
    assert (account.passphrase, account.main) == ("", account)
