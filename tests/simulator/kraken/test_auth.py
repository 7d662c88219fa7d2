"""Keys: signatures, nonces, second factors, addresses, expiry, and what a key says of itself."""

from __future__ import annotations

import pytest
from tests.simulator.kraken.support import FORM, Client, serving

from readiness.simulator import KrakenAccount, kraken_rows
from readiness.simulator.kraken.account import READ_PERMISSIONS
from readiness.simulator.kraken.auth import sign
from readiness.simulator.kraken.routes import TABLE
from readiness.simulator.kraken.simulator import LOCKOUT_AFTER, LOCKOUT_SECONDS
from readiness.simulator.tables.account import ApiKey

# Path and permissions of which one is needed, typed from the documents.
NEEDS = {
    "Balance": {"query-funds"},
    "BalanceEx": {"query-funds"},
    "ClosedOrders": {"query-closed-trades"},
    "CreditLines": {"query-funds"},
    "DepositStatus": {"query-funds"},
    "Earn/AllocateStatus": {"query-funds", "earn-funds"},
    "Earn/Allocations": {"query-funds"},
    "Earn/DeallocateStatus": {"query-funds", "earn-funds"},
    "Ledgers": {"query-ledger"},
    "OpenOrders": {"query-open-trades"},
    "OpenPositions": {"query-open-trades"},
    "TradeBalance": {"query-open-trades"},
    "TradesHistory": {"query-closed-trades"},
    "WithdrawStatus": {"withdraw-funds", "query-ledger"},
}
FREE = {"GetApiKeyInfo", "ListWalletAccounts", "Earn/Strategies"}


def test_a_good_signature_is_let_in() -> None:
    """The envelope has an empty list of errors, and the result."""
    with serving() as client:
        assert client.post("BalanceEx").json() == {"error": [], "result": {}}


def test_signing_is_as_the_documents_example() -> None:
    """Kraken publishes a signature for a known secret, nonce and form."""
    secret = (
        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=="
    )
    body = b"nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
    expected = (
        "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ=="
    )
    assert sign(secret, "/0/private/AddOrder", "1616492376594", body) == expected


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({"API-Key": "nobody"}, "EAPI:Invalid key"),
        ({"API-Key": ""}, "EAPI:Invalid key"),
        ({"API-Sign": "AAAA"}, "EAPI:Invalid signature"),
        ({"API-Sign": ""}, "EAPI:Invalid signature"),
    ],
)
def test_what_is_wrong_with_the_headers(headers: dict[str, str], error: str) -> None:
    """Each wrong header has its error, at HTTP 200 and without a result."""
    with serving() as client:
        client.extra.update(headers)
        answer = client.post("BalanceEx")
        assert (answer.status_code, answer.json()) == (200, {"error": [error]})


def test_the_form_is_part_of_the_signature() -> None:
    """What was added on the way is noticed, in the form and in the query."""
    with serving() as client:
        headers = client.headers("/0/private/Balance", "5", "nonce=5")
        url = f"{client.sim.base_url}/0/private/Balance"
        for where, form in ((url, "nonce=5&asset=XBT"), (f"{url}?asset=XBT", "nonce=5")):
            said = client.http.post(where, content=form, headers=headers).json()
            assert said == {"error": ["EAPI:Invalid signature"]}


@pytest.mark.parametrize("nonce", ["", "soon", "-1", "1.5", str(2**64)])
def test_a_nonce_that_is_none(nonce: str) -> None:
    """A nonce is a whole number of 64 bits."""
    with serving() as client:
        assert client.errors("Balance", nonce=nonce) == ["EAPI:Invalid nonce"]


def test_nonces_grow() -> None:
    """Each has to be larger than the highest that the key has sent, equal or late ones fail."""
    with serving() as client:
        assert client.errors("Balance", nonce="100") == []
        assert client.errors("Balance", nonce="100") == ["EAPI:Invalid nonce"]
        assert client.errors("Balance", nonce="99") == ["EAPI:Invalid nonce"]
        assert client.errors("Balance", nonce="101") == []
        assert client.result("GetApiKeyInfo", nonce="250")["nonce"] == "250"


def test_nonces_are_counted_for_each_key() -> None:
    """Another key of the same account has its own; a bad signature raises none."""
    account = KrakenAccount()
    account.add_key(ApiKey("second", account.secret, permissions=READ_PERMISSIONS))
    with serving(account) as client:
        assert client.errors("Balance", nonce="100") == []
        client.extra["API-Key"] = "second"
        assert client.errors("Balance", nonce="50") == []
        client.extra["API-Sign"] = "AAAA"
        assert client.errors("Balance", nonce="9000") == ["EAPI:Invalid signature"]
        del client.extra["API-Sign"]
        assert client.errors("Balance", nonce="51") == []


def test_second_factor() -> None:
    """A key with a password of its own looks as if the signature were wrong without it."""
    with serving(KrakenAccount(otp="123456")) as client:
        assert client.errors("GetApiKeyInfo") == ["EAPI:Invalid signature"]
        assert client.errors("GetApiKeyInfo", otp="654321") == ["EAPI:Invalid signature"]
        assert client.errors("GetApiKeyInfo", otp="123456") == []


def test_addresses() -> None:
    """From elsewhere a key is refused, in words that nobody documents."""
    account = KrakenAccount(ips=["203.0.113.5"])
    with serving(account) as client:
        assert client.errors("Balance") == ["EAPI:Invalid key"]
        account.settings["elsewhere"] = "EGeneral:Permission denied"
        assert client.errors("Balance") == ["EGeneral:Permission denied"]
        account.change_key(ips=("127.0.0.1",))
        assert client.result("GetApiKeyInfo")["ip_allowlist"] == ["127.0.0.1"]


def test_expiry() -> None:
    """A key may have a last moment; 0 is none."""
    account = KrakenAccount()
    with serving(account) as client:
        now = int(client.clock.time)
        for until, errors in ((now, ["EAPI:Invalid key"]), (now + 1, []), (0, [])):
            account.change_key(fields={"valid_until": str(until)})
            assert client.errors("Balance") == errors


def test_lockout() -> None:
    """Who fails too often in a row is shut out for minutes, the right key or not."""
    with serving() as client:
        client.extra["API-Key"] = "nobody"
        for _ in range(LOCKOUT_AFTER):
            assert client.errors("Balance") == ["EAPI:Invalid key"]
        del client.extra["API-Key"]
        assert client.errors("Balance") == ["EGeneral:Temporary lockout"]
        assert client.public("SystemStatus")["status"] == "online"
        client.clock.time += LOCKOUT_SECONDS
        assert client.errors("Balance") == []


def test_a_success_in_between_is_forgiven() -> None:
    """Only failures in a row count."""
    with serving() as client:
        for _ in range(2 * LOCKOUT_AFTER):
            client.extra["API-Sign"] = "AAAA"
            assert client.errors("Balance") == ["EAPI:Invalid signature"]
            client.extra.clear()
            client.clock.time += 10
            assert client.errors("Balance") == []


def test_what_a_key_says() -> None:
    """Permissions and limits in time, "0" where there is none."""
    with serving(KrakenAccount(label="mine")) as client:
        said = client.result("GetApiKeyInfo")
        assert (said["api_key_name"], said["api_key"]) == ("mine", client.account.key)
        assert said["permissions"] == list(READ_PERMISSIONS)
        limits = [said[name] for name in ("valid_until", "query_from", "query_to", "nonce_window")]
        assert limits == ["0", "0", "0", "0"]
        client.account.settings["camel"] = True
        camel = client.result("GetApiKeyInfo")
        assert camel["apiKeyName"] == "mine"
        assert {"validUntil", "queryFrom", "queryTo", "ipAllowlist"} <= camel.keys()


def test_a_key_without_permissions_can_ask_about_itself() -> None:
    """That needs none; new words are shown like all others."""
    with serving(KrakenAccount(permissions=["something-new"])) as client:
        assert client.result("GetApiKeyInfo")["permissions"] == ["something-new"]
        assert client.errors("BalanceEx") == ["EGeneral:Permission denied"]


def _asked(client: Client, path: str) -> list[str]:
    more = {"strategy_id": "S"} if path.endswith("ateStatus") else {}
    return client.errors(path, **more)


@pytest.mark.parametrize("path", NEEDS)
def test_permissions(path: str) -> None:
    """One of the permissions is enough, and without any the answer is refused."""
    account = KrakenAccount(permissions=[])
    account.allocate("S", "DOT", "1")
    with serving(account, limits=False) as client:
        for word in (*READ_PERMISSIONS, "withdraw-funds", "earn-funds", "modify-trades"):
            account.change_key(permissions=(word,))
            expected = [] if word in NEEDS[path] else ["EGeneral:Permission denied"]
            assert _asked(client, path) == expected, word


def test_every_private_path_is_in_one_of_the_lists() -> None:
    """No endpoint is left without a word about its permission."""
    private = {route.path for route in TABLE.routes if route.access == "signed"}
    assert private == {*NEEDS, *FREE}


def test_a_key_that_sees_only_some_time() -> None:
    """What is older or newer is left out of lists, without a word about it."""
    account = KrakenAccount()
    for time in (100, 200, 300):
        account.put("DepositStatus", kraken_rows.deposit(time=time))
        account.put("WithdrawStatus", kraken_rows.withdrawal(time=time))
        account.put("Ledgers", kraken_rows.ledger_entry(time=time))
    with serving(account) as client:
        account.change_key(fields={"query_from": "150", "query_to": "250"})
        assert [row["time"] for row in client.result("DepositStatus")] == [200]
        assert [row["time"] for row in client.result("WithdrawStatus")] == [200]
        assert client.result("Ledgers")["count"] == 1


def test_nothing_of_a_key_is_recorded() -> None:
    """The record of a request has neither key, signature, nonce nor password."""
    with serving(KrakenAccount(otp="123456")) as client:
        client.post("Balance", otp="123456", asset="ZUSD")
        entry = client.sim.requests[-1]
        assert (entry.path, entry.uid) == ("Balance", client.account.uid)
        assert (entry.signed, dict(entry.params)) == (True, {"asset": "ZUSD"})
        assert client.account.key not in repr(entry)


@pytest.mark.parametrize("path", ["AddOrder", "Withdraw", "CancelAll", "Earn/Allocate", "Nothing"])
def test_what_is_not_served(path: str) -> None:
    """Nothing that acts is there, and a read has no other verb."""
    with serving() as client:
        assert client.errors(path) == ["EGeneral:Unknown method"]
        url = f"{client.sim.base_url}/0/private/BalanceEx"
        assert client.http.get(url).json() == {"error": ["EGeneral:Unknown method"]}
        assert client.get("BalanceEx").json() == {"error": ["EGeneral:Unknown method"]}
        assert client.errors("Time") == ["EGeneral:Unknown method"]
        assert FORM in client.headers("", "", "")["Content-Type"]
