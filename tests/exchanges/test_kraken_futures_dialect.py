"""Kraken's futures: what is sent, how an answer is taken apart, and whose a key is."""

from __future__ import annotations

import base64
import hashlib
import hmac
from decimal import Decimal
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from tests.each import each

from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey
from readiness.exchanges.catalogue import Request
from readiness.exchanges.kraken_futures.catalogue import CATALOGUE
from readiness.exchanges.kraken_futures.catalogue.service import CLOCK, KEY
from readiness.exchanges.kraken_futures.dialect import KrakenFuturesDialect
from readiness.exchanges.kraken_futures.key import read_key
from readiness.exchanges.kraken_futures.names import asset_of, coin_margined, is_contract
from readiness.exchanges.kraken_futures.prices import read_prices
from readiness.exchanges.kraken_futures.wire.account import KeyCheck, Ticker
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Refusal, Rows
from readiness.gate.route import Route
from readiness.policies import load_policy

SECRET: Final = base64.b64encode(bytes(range(64))).decode()
KEYS: Final = {"key": "not-a-real-key", "secret": SECRET}
NOW: Final = 1_780_000_000_123
ORIGIN: Final = "https://futures.kraken.com"
AWKWARD: Final = "grid+1 üñ@x&y=z.com/%"


def dialect(**keys: str) -> KrakenFuturesDialect:
    return KrakenFuturesDialect(
        EXCHANGES["kraken-futures"].ccxt_id,
        ORIGIN,
        {**KEYS, **keys},
        load_policy("kraken-futures"),
    )


def signature(url: str) -> str:
    """HMAC-SHA512 of SHA256(query as sent, path without ``/derivatives``), as the guide has it."""
    place = urlsplit(url)
    path = place.path.removeprefix("/derivatives")
    inner = hashlib.sha256(f"{place.query}{path}".encode()).digest()
    made = hmac.new(base64.b64decode(SECRET), inner, hashlib.sha512)
    return base64.b64encode(made.digest()).decode()


@each("request_", CATALOGUE)
def test_every_request_is_built_as_the_catalogue_says(request_: Request) -> None:
    """A GET of the catalogue's path, whose query is signed as it is sent; without a nonce."""
    fixed = dict(request_.calls[0].params)
    asked = dict.fromkeys(sorted(request_.route.parameters - fixed.keys()), AWKWARD)
    signed = dialect().sign(request_, {**fixed, **asked}, NOW)
    place = urlsplit(signed.url)
    assert f"{place.scheme}://{place.netloc}" == ORIGIN
    assert place.path == request_.route.path
    assert dict(parse_qsl(place.query)) == {**fixed, **asked}
    assert signed.body == ""
    wanted = {"APIKey": KEYS["key"], "Authent": signature(signed.url)} if request_.signed else {}
    assert dict(signed.headers) == wanted


def test_the_signature_changes_with_what_is_asked() -> None:
    """Path, query and secret are all in it."""
    log = CATALOGUE["api/history/v3/account-log"]
    made = [
        dialect().sign(KEY, {}, NOW),
        dialect().sign(log, {"count": "1"}, NOW),
        dialect().sign(log, {"count": "2"}, NOW),
        dialect(secret="eA==").sign(log, {"count": "2"}, NOW),
    ]
    assert len({signed.headers["Authent"] for signed in made}) == len(made)


def test_nothing_of_a_signed_request_is_printed() -> None:
    """Neither key nor signature."""
    signed = dialect().sign(KEY, {}, NOW)
    assert KEYS["key"] not in repr(signed)
    assert signed.headers["Authent"] not in repr(signed)


def test_a_path_of_another_api_is_not_signed() -> None:
    """The spot API has another host and another scheme."""
    names = ("id", "ccxt_method", "limit", "purpose", "source", "row", "paging")
    other = Request(
        **{name: getattr(KEY, name) for name in names},
        route=Route("POST", "/0/private/BalanceEx"),
        permission="",
    )
    with pytest.raises(ValueError, match="no path of Kraken's derivatives API"):
        dialect().sign(other, {}, NOW)


@pytest.mark.parametrize("secret", ["not base 64", "abc", "üñ", "a\udce9", "====", "a b c d"])
def test_a_secret_that_kraken_never_gave_out_is_kraken_s_to_reject(secret: str) -> None:
    """It is signed with, whatever it is: nothing of it is told in an error of our own."""
    signed = dialect(secret=secret).sign(KEY, {}, NOW)
    assert httpx.Request("GET", signed.url, headers=dict(signed.headers)).headers["Authent"]


# -- envelope ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "payload",
    [
        {"result": "success"},
        {"result": "success", "openOrders": [], "serverTime": "2026-11-27T00:00:00.000Z"},
        # Answers about keys and of the history have no word for success.
        {"accountUid": "x", "logs": []},
        # Present and empty says that there was none.
        {"result": "success", "errors": []},
        {"accountUid": "x", "logs": [], "errors": [], "error": None},
    ],
)
def test_a_success(payload: Any) -> None:
    """It says so, or whose it is."""
    assert dialect().open_envelope(payload) == Rows([payload])


@pytest.mark.parametrize(
    "payload",
    [
        *(None, 0, "", "x", True, Decimal(1), [], {}, [{"result": "success"}]),
        {"openOrders": []},
        {"result": "Success"},
        {"result": ["success"]},
        {"result": True},
        {"result": "partial", "openOrders": []},
        {"result": "error"},
        {"result": "partial", "accountUid": "x", "logs": []},
        {"result": "success", "error": "Unavailable"},
        {"result": "success", "errors": ["Unavailable"], "openOrders": []},
        {"result": "success", "errors": {"code": "Unavailable"}, "openOrders": []},
        {"accountUid": "x", "logs": [], "error": "Unavailable"},
        {"accountUid": "x", "logs": [], "errors": [{"code": 98, "message": "x"}]},
        # The spot API, and what a gateway says.
        {"error": [], "result": {}},
        {"message": "Forbidden"},
    ],
)
def test_what_is_no_answer(payload: Any) -> None:
    """A success beside an error is none: an empty list there would prove that nothing is left."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(payload)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"error": "authenticationError"}, "authenticationError"),
        ({"error": "Json Parse Error: x"}, "Json Parse Error"),
        ({"error": "", "errors": ["Unavailable"]}, "Unavailable"),
        ({"errors": [{"code": 98, "message": "Unauthorized"}], "status": "x"}, "x"),
    ],
)
def test_a_refusal(payload: dict[str, Any], code: str) -> None:
    """The word before a colon is the code."""
    found = dialect().open_envelope({"result": "error", **payload})
    assert isinstance(found, Refusal)
    assert found.code == code
    assert found.until_ms == 0


@pytest.mark.parametrize(
    "payload", [{"status": "unauthorized"}, {"suberror": "x"}, {"status": "unauthorized", "x": 1}]
)
def test_an_unknown_key(payload: dict[str, Any]) -> None:
    """The service for keys has words of its own."""
    found = dialect().open_envelope(payload)
    assert isinstance(found, Refusal)
    assert found.code == "unauthorized"


def test_too_many_requests_hold_back_as_long_as_points_are_counted() -> None:
    """500 points in 10 seconds: then all are back."""
    signer = dialect()
    signer.sign(KEY, {}, NOW)
    found = signer.open_envelope({"result": "error", "error": "apiLimitExceeded"})
    assert isinstance(found, Refusal)
    assert found.until_ms == NOW + 10_000


def test_the_clock() -> None:
    """The time at which any answer was given."""
    assert dialect().clock_ms([{"serverTime": "2016-02-25T09:45:53.818Z"}]) == 1_456_393_553_818
    assert CLOCK.calls[0].params == {"symbol": "PF_XBTUSD"}
    unreadable: list[list[Any]] = [[], [{}], *([{"serverTime": t}] for t in ("", "soon", None))]
    for rows in unreadable:
        with pytest.raises(BadBodyError):
            dialect().clock_ms(rows)


# -- the key -----------------------------------------------------------------------------------


def check(permissions: Any, iiban: Any = "AA00 N84G ABCD") -> ReadOnlyKey | ActingKey:
    told = {"accountUid": "u-1", "iiban": iiban, "permissions": permissions}
    return read_key([KeyCheck.model_validate(told)])


def test_a_key_that_only_reads() -> None:
    """No access is no permission; the number of the account is told without its spaces."""
    found = check({"general": "READ_ONLY", "transfer": "NO_ACCESS"})
    assert isinstance(found, ReadOnlyKey)
    assert found.permissions == ("general.READ_ONLY",)
    assert found.owner.kind is OwnerKind.MAIN
    assert (found.owner.uid, found.owner.whole_uid) == ("u-1", "AA00N84GABCD")
    untold = check({"general": "READ_ONLY"}, None).owner
    assert untold is not None
    assert untold.whole_uid == ""


@pytest.mark.parametrize(
    "permissions",
    [
        {"general": "FULL_ACCESS", "transfer": "NO_ACCESS"},
        {"general": "READ_ONLY", "transfer": "FULL_ACCESS"},
        {"general": "READ_ONLY", "new": "SOMETHING"},
        {"general": "read_only"},
        {"general": "READ_ONLY", "transfer": None},
        {"general": "READ_ONLY", "transfer": True},
        {"general": {"orders": "READ_ONLY"}},
        {"general": ["READ_ONLY"]},
    ],
)
def test_whatever_else_a_key_may_counts_as_acting(permissions: Any) -> None:
    """Also what nobody documents, and what cannot be understood."""
    assert isinstance(check(permissions), ActingKey)


@pytest.mark.parametrize("permissions", [{}, None, [], "READ_ONLY"])
def test_a_key_without_permissions_proves_nothing(permissions: Any) -> None:
    """It cannot be read at all."""
    with pytest.raises(ValueError, match="permissions"):
        check(permissions)


# -- names and prices --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "asset"),
    [("xbt", "BTC"), ("XBT", "BTC"), ("usd", "USD"), ("BTC", "BTC"), ("usd credit", "usd credit")],
)
def test_names_of_assets(raw: str, asset: str) -> None:
    """Wallets write them small or large; what is no plain name stays as it is."""
    assert asset_of(raw) == asset
    assert not is_contract(raw)


@pytest.mark.parametrize(
    ("symbol", "coin"),
    [
        *(("PI_XBTUSD", True), ("pi_xbtusd", True), ("FI_XBTUSD_201225", True)),
        *(("PF_XBTUSD", False), ("FF_XBTUSD_261225", False), ("FV_XBTEUR", False), ("X_Y", False)),
    ],
)
def test_contracts_are_told_by_what_they_are_margined_in(symbol: str, coin: bool) -> None:
    """A kind that nobody knows is a contract as well."""
    assert is_contract(symbol)
    assert coin_margined(symbol) is coin


def test_prices_in_dollars() -> None:
    """The index before the mark; nothing of zero, and nothing in other currencies."""
    told = [
        {"symbol": "PF_XBTUSD", "pair": "XBT:USD", "indexPrice": "60000", "markPrice": "60001"},
        {"symbol": "PF_ETHUSD", "pair": "ETH:USD", "markPrice": 3000},
        {"symbol": "FV_XRPEUR", "pair": "XRP:EUR", "indexPrice": "2"},
        {"symbol": "PF_NILUSD", "pair": "NIL:USD", "indexPrice": "0"},
        {"symbol": "PF_BADUSD", "pair": "BAD:USD", "indexPrice": "1,0"},
        {"symbol": "in_xbtusd", "last": "1"},
    ]
    found = read_prices([Ticker.model_validate(row) for row in told])
    assert found == {
        **dict.fromkeys(("USD", "USDC", "USDT"), Decimal(1)),
        "BTC": Decimal(60000),
        "ETH": Decimal(3000),
    }
