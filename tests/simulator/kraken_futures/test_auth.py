"""Keys: signatures, nonces, addresses, limits, and what a key says of itself."""

from __future__ import annotations

import pytest
from tests.simulator.kraken_futures.support import CHECK, LOG, V3, serving

from readiness.simulator import KrakenFuturesAccount

ASKED = f"{V3}/openorders"
NEEDING = ("accounts", "openorders", "openpositions", "subaccounts", "assignmentprogram/current")


def test_a_good_signature_is_let_in() -> None:
    """The envelope says success and what time it is."""
    with serving() as client:
        said = client.body(ASKED)
        assert list(said) == ["result", "openOrders", "serverTime"]
        assert (said["result"], said["openOrders"]) == ("success", [])
        assert said["serverTime"].endswith(".000Z")


@pytest.mark.parametrize(
    "headers", [{"APIKey": "nobody"}, {"APIKey": ""}, {"Authent": "AAAA"}, {"Authent": ""}]
)
def test_what_is_wrong_with_the_headers(headers: dict[str, str]) -> None:
    """One word for all of it, at HTTP 200; the service of keys uses a status."""
    with serving() as client:
        client.extra.update(headers)
        answer = client.ask(ASKED)
        assert answer.status_code == 200
        assert (answer.json()["result"], answer.json()["error"]) == ("error", "authenticationError")
        refused = client.ask(CHECK)
        assert refused.status_code == 401
        assert set(refused.json()) == {"error", "message", "suberror"}
        assert client.ask(LOG).status_code == 401


def test_the_query_is_signed_as_it_is_sent() -> None:
    """Encoded, and in front of the path; only the beginning of derivatives is left out."""
    with serving() as client:
        assert client.ask(LOG, info="futures trade", count="25").status_code == 200
        url = f"{client.sim.base_url}/{LOG}?count=26"
        assert client.http.get(url, headers=client.headers(LOG, "count=25")).status_code == 401


def test_nonces_may_be_left_out() -> None:
    """Without one anything goes; with one it must be new, but may come late."""
    with serving() as client:
        assert client.error(ASKED) == client.error(ASKED) == ""
        said = []
        for nonce in ("100000", "99000", "100000", "89999", "soon", "100001"):
            client.extra["Nonce"] = nonce
            said.append(client.error(ASKED))
        below = "nonceBelowThreshold"
        assert said == ["", "", "nonceDuplicate", below, below, ""]


def test_addresses() -> None:
    """A key may be bound to ranges of addresses, and says which they are."""
    account = KrakenFuturesAccount(ips=["203.0.113.0/24"])
    with serving(account) as client:
        assert client.ask(CHECK).status_code == 401
        account.change_key(ips=("127.0.0.0/8",))
        said = client.body(CHECK)
        assert said["allowedCidrBlock"] == "127.0.0.0/8"
        assert said["allowedCidrBlocks"] == ["127.0.0.0/8"]


def test_what_a_key_says() -> None:
    """Two levels of access, whose account it is, and no envelope."""
    with serving() as client:
        said = client.body(CHECK)
        assert said["permissions"] == {"general": "READ_ONLY", "transfer": "NO_ACCESS"}
        assert (said["apiKey"], said["accountUid"]) == (client.account.key, client.account.uid)
        assert (said["iiban"], said["allowedCidrBlock"], said["allowedCidrBlocks"]) == (
            None,
            None,
            [],
        )


@pytest.mark.parametrize("name", NEEDING)
def test_access(name: str) -> None:
    """Reading needs one of two levels; asking about the key needs none."""
    with serving(KrakenFuturesAccount(permissions=["general.NO_ACCESS"])) as client:
        assert client.error(f"{V3}/{name}") == "authenticationError"
        assert client.body(CHECK)["permissions"] == {"general": "NO_ACCESS"}
        for level in ("general.READ_ONLY", "general.FULL_ACCESS"):
            client.account.change_key(permissions=(level, "transfer.FULL_ACCESS"))
            assert client.error(f"{V3}/{name}") == ""


def test_five_hundred_in_ten_seconds() -> None:
    """All private reads of derivatives spend from one budget, which is the address's."""
    other = KrakenFuturesAccount()
    with serving(None, other) as client:
        assert {client.error(f"{V3}/{NEEDING[n % 5]}") for n in range(250)} == {""}
        assert client.error(ASKED) == "apiLimitExceeded"
        assert client.of(other).error(ASKED) == "apiLimitExceeded"
        assert client.get("tickers")["tickers"]
        client.clock.time += 10
        assert client.error(ASKED) == ""


def test_the_log_costs_by_its_size() -> None:
    """A hundred tokens that come back in ten minutes."""
    with serving() as client:
        assert {client.ask(LOG, count="5001").status_code for _ in range(10)} == {200}
        assert client.ask(LOG, count="1").status_code == 429
        client.clock.time += 7
        assert client.ask(LOG, count="1").status_code == 200


@pytest.mark.parametrize("path", [f"{V3}/sendorder", f"{V3}/withdrawal", f"{V3}/nothing"])
def test_what_is_not_served(path: str) -> None:
    """Nothing that acts is there."""
    with serving() as client:
        answer = client.ask(path)
        assert (answer.status_code, answer.json()["error"]) == (404, "notFound")


def test_nothing_of_a_key_is_recorded() -> None:
    """The record of a request has neither key nor signature."""
    with serving() as client:
        client.ask(ASKED)
        entry = client.sim.requests[-1]
        assert (entry.path, entry.uid, entry.signed) == (ASKED, client.account.uid, True)
        assert client.account.key not in repr(entry)
