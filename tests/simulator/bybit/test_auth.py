"""Keys: signatures, clocks, addresses, expiry, and what a key says of itself."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.bybit.support import serving

from readiness.simulator import BybitAccount
from readiness.simulator.bybit.account import READ_SCOPES
from readiness.simulator.bybit.views.key import GROUPS

ASKED = "account/info"


def test_a_good_signature_is_let_in() -> None:
    """The envelope is as documented, with the server's time in milliseconds."""
    with serving() as client:
        body = client.body("order/realtime", category="spot", symbol="BTCUSDT")
        assert list(body) == ["retCode", "retMsg", "result", "retExtInfo", "time"]
        assert (body["retCode"], body["retMsg"], body["retExtInfo"]) == (0, "OK", {})
        assert body["time"] == client.ms


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"X-BAPI-API-KEY": "nobody"}, 10003),
        ({"X-BAPI-API-KEY": ""}, 10003),
        ({"X-BAPI-SIGN": "0" * 64}, 10004),
        ({"X-BAPI-SIGN": ""}, 10004),
        ({"X-BAPI-RECV-WINDOW": "4000"}, 10004),
        ({"X-BAPI-TIMESTAMP": "yesterday"}, 10002),
        ({"X-BAPI-TIMESTAMP": "1"}, 10002),
        ({"X-BAPI-RECV-WINDOW": "soon"}, 10002),
    ],
)
def test_what_is_wrong_with_the_headers(headers: dict[str, str], code: int) -> None:
    """Each wrong header has its code, at HTTP 200 and without a result."""
    with serving() as client:
        client.extra.update(headers)
        response = client.request(ASKED)
        assert response.status_code == 200
        assert (response.json()["retCode"], response.json()["result"]) == (code, {})


@pytest.mark.parametrize(("offset", "code"), [(4.9, 0), (5.1, 10002), (-0.9, 0), (-1.0, 10002)])
def test_clock(offset: float, code: int) -> None:
    """A timestamp may be as old as the window says, and less than a second ahead."""
    with serving(clock_offset=offset) as client:
        assert client.code(ASKED) == code


def test_query_is_part_of_the_signature() -> None:
    """What was added on the way is noticed."""
    with serving() as client:
        url = f"{client.sim.base_url}/v5/order/realtime?category=spot"
        answer = client.http.get(url, headers=client.headers("category=linear"))
        assert answer.json()["retCode"] == 10004


def test_address() -> None:
    """A key that is bound to addresses is refused from elsewhere, and says which they are."""
    account = BybitAccount(ips=["203.0.113.5"])
    with serving(account) as client:
        assert client.code("user/query-api") == 10010
        account.change_key(ips=("127.0.0.1",))
        said = client.result("user/query-api")
        assert (said["ips"], said["deadlineDay"]) == (["127.0.0.1"], -2)


def test_expiry() -> None:
    """A key has a day on which it ends."""
    account = BybitAccount(fields={"expiredAt": "2026-01-01T00:00:00Z"})
    with serving(account) as client:
        assert client.code(ASKED) == 33004


def test_what_a_key_says() -> None:
    """All groups are there; being read-only is a word of its own."""
    with serving() as client:
        said = client.result("user/query-api")
        assert (said["readOnly"], said["isMaster"], said["parentUid"]) == (1, True, "0")
        assert (said["ips"], said["uta"]) == (["*"], 1)
        assert tuple(said["permissions"]) == GROUPS
        assert said["permissions"]["Wallet"] == ["AccountTransfer", "SubMemberTransfer"]
        assert str(said["userID"]) == client.account.uid
        assert said["secret"] == ""


def test_what_a_sub_account_key_says() -> None:
    """It names its main account."""
    account = BybitAccount(mode="1")
    sub = account.sub_account("s1", key="sub-key")
    with serving(account) as client:
        said = client.of(sub).result("user/query-api")
        assert (said["isMaster"], said["parentUid"], said["uta"]) == (False, account.uid, 0)


def test_a_key_that_acts_says_so() -> None:
    """Not the permissions tell it but `readOnly`; new words and groups are shown too."""
    account = BybitAccount(read_only=False, permissions=[*READ_SCOPES, "Wallet.Withdraw", "New.X"])
    with serving(account) as client:
        said = client.result("user/query-api")
        assert said["readOnly"] == 0
        assert "Withdraw" in said["permissions"]["Wallet"]
        assert said["permissions"]["New"] == ["X"]


@pytest.mark.parametrize(
    ("left_out", "path", "params"),
    [
        ("Earn.Earn", "earn/position", {"category": "OnChain"}),
        ("Earn.Earn", "earn/token/position", {"coin": "BYUSDT"}),
        ("Spot.SpotTrade", "crypto-loan-common/position", {}),
        ("Wallet", "user/submembers", {}),
    ],
)
def test_scopes(left_out: str, path: str, params: dict[str, str]) -> None:
    """Some answers need a scope of the key, though it only reads."""
    scopes = [word for word in READ_SCOPES if not word.startswith(left_out)]
    with serving(BybitAccount(permissions=scopes)) as client:
        assert client.code(path, **params) == 10005
        client.account.change_key(permissions=READ_SCOPES)
        assert client.code(path, **params) == 0


def test_nothing_of_a_key_is_recorded() -> None:
    """The record of a request has neither key nor signature."""
    with serving() as client:
        client.body(ASKED)
        entry: Any = client.sim.requests[-1]
        assert (entry.path, entry.uid, entry.signed) == (ASKED, client.account.uid, True)
        assert client.account.key not in repr(entry)


def test_a_brokers_mark_is_noticed() -> None:
    """A request that names a broker is answered, and recorded as one that nobody should send."""
    with serving() as client:
        assert client.code(ASKED) == 0
        assert client.sim.violations == []
        client.extra["X-Referer"] = "somebody"
        assert client.code(ASKED) == 0
        (violation,) = client.sim.violations
        assert "X-Referer" in violation.limit
