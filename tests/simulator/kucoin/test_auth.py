"""Signatures, keys, permissions, and what is said of a key."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.kucoin.support import lenient, serving, signature

from readiness.simulator import KucoinAccount
from readiness.simulator.tables.account import ApiKey

ACCOUNTS = "api/v1/accounts"


@pytest.mark.parametrize("version", ["2", "3"])
def test_a_good_signature(version: str) -> None:
    """Both versions that programs send are served; the query is part of what is signed."""
    with serving() as client:
        client.version = version
        assert client.data(ACCOUNTS) == []
        assert client.data(ACCOUNTS, currency="BTC", type="main") == []
        assert {entry.uid for entry in client.sim.requests} == {client.account.uid}
        assert all(entry.signed for entry in client.sim.requests)
        assert client.sim.requests[-1].query == "currency=BTC&type=main"


def test_a_query_is_signed_as_it_reads() -> None:
    """What is sent encoded is signed unencoded, as the page about authentication says."""
    with serving() as client:
        assert client.data(ACCOUNTS, currency="A,B C") == []
        assert "%" in str(client.request(ACCOUNTS, currency="A,B C").request.url)


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("KC-API-KEY", "", (401, "400001")),
        ("KC-API-SIGN", "", (401, "400001")),
        ("KC-API-TIMESTAMP", "", (401, "400001")),
        ("KC-API-PASSPHRASE", "", (401, "400001")),
        ("KC-API-TIMESTAMP", "soon", (401, "400002")),
        ("KC-API-KEY", "nobody", (401, "400003")),
        ("KC-API-PASSPHRASE", "plain", (401, "400004")),
        ("KC-API-SIGN", "x", (401, "400005")),
        ("KC-API-KEY-VERSION", "1", (401, "400008")),
        ("KC-API-KEY-VERSION", "", (401, "400008")),
        ("KC-API-KEY-VERSION", "x", (401, "400009")),
    ],
)
def test_a_bad_header(header: str, value: str, expected: tuple[int, str]) -> None:
    """Each header that is missing or wrong has its own code."""
    with serving() as client:
        client.extra = {header: value}
        assert client.refusal(ACCOUNTS) == expected


def test_only_the_newest_version() -> None:
    """An exchange that does what its error page says serves keys of version 3 alone."""
    with serving(versions=("3",)) as client:
        assert client.data(ACCOUNTS) == []
        client.version = "2"
        assert client.refusal(ACCOUNTS) == (401, "400008")


def test_passphrase_in_plain_is_wrong() -> None:
    """The passphrase is signed as well, for every version that is served."""
    with serving() as client:
        client.extra = {"KC-API-PASSPHRASE": client.account.passphrase}
        assert client.code(ACCOUNTS) == "400004"


@pytest.mark.parametrize(("seconds", "code"), [(4.9, "200000"), (5.1, "400002"), (-5.1, "400002")])
def test_five_seconds(seconds: float, code: str) -> None:
    """A clock may be five seconds ahead or behind, and no more."""
    with serving() as client:
        client.extra = {"KC-API-TIMESTAMP": str(int((client.clock.time + seconds) * 1000))}
        stamp = client.extra["KC-API-TIMESTAMP"]
        message = f"{stamp}GET/{ACCOUNTS}"
        client.extra["KC-API-SIGN"] = signature(client.account.secret, message)
        assert client.code(ACCOUNTS) == code


def test_signature_covers_verb_and_path() -> None:
    """What is signed for one path does not open another."""
    with serving() as client:
        other = client.headers("/api/v1/withdrawals")
        client.extra = {"KC-API-SIGN": other["KC-API-SIGN"]}
        assert client.code(ACCOUNTS) == "400005"


def test_ip_list() -> None:
    """A key that is bound to other addresses is refused."""
    with serving(KucoinAccount(ips=["203.0.113.5"])) as client:
        assert client.refusal(ACCOUNTS) == (403, "400006")
    with serving(KucoinAccount(ips=["127.0.0.1"])) as client:
        assert client.data(ACCOUNTS) == []


@pytest.mark.parametrize(
    ("path", "params", "permission"),
    [
        ("api/v1/hf/orders/active/symbols", {}, "Spot"),
        ("api/v3/hf/margin/order/active/symbols", {"tradeType": "MARGIN_TRADE"}, "Margin"),
        ("api/v1/positions", {}, "Futures"),
        ("api/v1/account-overview", {"currency": "USDT"}, "Futures"),
        ("api/v1/otc-loan/loan", {}, "Spot"),
        ("api/v1/otc-loan/accounts", {}, "Spot"),
    ],
)
def test_reads_that_want_more_than_general(
    path: str, params: dict[str, str], permission: str
) -> None:
    """They are refused to a key for reading, unless the exchange does not care."""
    with serving() as client:
        assert client.refusal(path, **params) == (403, "400007")
        client.account.change_key(permissions=("General", permission))
        assert client.code(path, **params) == "200000"
    with serving(lenient()) as client:
        assert client.code(path, **params) == "200000"
        assert client.data("api/v1/user/api-key")["permission"] == "General"


def test_general_is_the_least() -> None:
    """Without General nothing is answered, whoever cares."""
    with serving(KucoinAccount(permissions=("Spot",))) as client:
        assert client.code(ACCOUNTS) == "400007"
    with serving(lenient(permissions=())) as client:
        assert client.code("api/v1/positions") == "400007"


def test_key() -> None:
    """A key tells its permissions in one string, its addresses and its owner."""
    account = KucoinAccount(
        uid="165111215", permissions=("General", "Spot"), ips=["127.0.0.1", "10.0.0.1"]
    )
    sub = account.sub_account("grid01", key="sub-key")
    with serving(account) as client:
        key = client.data("api/v1/user/api-key")
        assert (key["permission"], key["uid"]) == ("General,Spot", 165111215)
        assert (key["ipWhitelist"], key["isMaster"]) == ("127.0.0.1,10.0.0.1", True)
        assert "subName" not in key
        assert client.data("api/ua/v1/user/api-key")["siteType"] == "global"
        own = client.owner_of(sub).data("api/v1/user/api-key")
        assert (own["isMaster"], own["subName"]) == (False, "grid01")
        client.account.change_key(fields={"permission": "General,Withdrawal"})
        assert client.data("api/v1/user/api-key")["permission"] == "General,Withdrawal"


def test_several_keys() -> None:
    """Every key of an account opens it with its own secret."""
    account = KucoinAccount()
    account.add_key(ApiKey("second", "s", "p", permissions=("General",), label="two"))
    with serving(account) as client:
        client.account.keys.reverse()
        assert client.data("api/v1/user/api-key")["remark"] == "two"


@pytest.mark.parametrize(
    ("code", "status"),
    [("400301", 200), ("400303", 200), ("400500", 200), ("411100", 200), ("500000", 500)],
)
def test_an_account_that_is_refused(code: str, status: int) -> None:
    """Whatever is asked of it, a restricted account answers one code."""
    with serving() as client:
        client.account.refuse("*", code)
        assert client.refusal(ACCOUNTS) == (status, code)
        assert client.refusal("api/v1/user/api-key") == (status, code)


@pytest.mark.parametrize(
    "header", ["KC-API-PARTNER", "KC-API-PARTNER-SIGN", "kc-api-partner-verify"]
)
def test_partners_are_noticed(header: str) -> None:
    """A request that names a partner is answered, and recorded as a violation."""
    with serving() as client:
        assert client.data(ACCOUNTS) == []
        assert not client.sim.violations
        client.extra = {header: "ccxt"}
        assert client.data(ACCOUNTS) == []
        (violation,) = client.sim.violations
        assert header.lower() in violation.limit.lower()
        assert violation.path == ACCOUNTS


def test_no_such_path_and_verb() -> None:
    """Unknown paths have a code; no path takes anything but a GET."""
    with serving() as client:
        assert client.refusal("api/v1/nothing") == (404, "404000")
        for verb in ("POST", "DELETE", "PUT"):
            assert client.request(ACCOUNTS, verb).status_code == 405
        assert client.request("api/v1/sub-accounts/x", "DELETE").status_code == 405


def test_no_secret_is_recorded() -> None:
    """Records of requests have neither key nor signature."""
    with serving() as client:
        client.data(ACCOUNTS)
        shown: Any = repr(client.sim.requests) + repr(client.account.keys)
        for secret in (client.account.secret, client.account.passphrase):
            assert secret not in shown
