"""Bybit: what is sent, and how an answer is taken apart."""

from __future__ import annotations

import hashlib
import hmac
from decimal import Decimal
from typing import Any, Final
from urllib.parse import unquote

import httpx
import pytest
from tests.each import each

from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.bybit.catalogue.service import ACCOUNT_INFO, CLOCK, KEY, PRICES
from readiness.exchanges.bybit.dialect import BybitDialect
from readiness.exchanges.bybit.key import identify, read_key
from readiness.exchanges.bybit.prices import read_prices
from readiness.exchanges.bybit.wire.account import AccountInfo, KeyInfo, Ticker
from readiness.exchanges.catalogue import Request
from readiness.exchanges.reader import Read
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Dialect, Refusal, Rows
from readiness.policies import load_policy

SECRET: Final = "t7T0YlFnYXk0Fx3JswQsDrViLg1Gh3DUU5Mr"
KEYS: Final = {"key": "xh1rF3dPKeYqE7HxC4", "secret": SECRET}
NOW: Final = 1_780_000_000_123
HOST: Final = "https://api.bybit.com"
AWKWARD: Final = "19371%3A0,5f&a=b+ ü%/"

# The companies, each with accounts of its own, and the hosts that they are reached at.
COMPANIES: Final = {
    "bybit": "api.bybit.com",
    "bybit-eu": "api.bybit.eu",
    "bybit-nl": "api.bybit.nl",
    "bybit-tr": "api.bybit.tr",
    "bybit-kz": "api.bybit.kz",
    "bybit-ae": "api.bybit.ae",
    "bybit-id": "api.bybit.id",
    "bybit-ge": "api.bybitgeorgia.ge",
}


def dialect() -> BybitDialect:
    return BybitDialect("bybit", HOST, KEYS, load_policy("bybit"))


@each("request_", CATALOGUE)
def test_every_request_is_built_as_the_catalogue_says(request_: Request) -> None:
    """Address, path and parameters are the catalogue's; four headers say who asks, and when."""
    params = dict.fromkeys(sorted(request_.route.parameters), AWKWARD)
    signed = dialect().sign(request_, params, NOW)
    url, _, query = signed.url.partition("?")
    assert url == f"{HOST}{request_.route.path}"
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    assert all(len(pair) == 2 for pair in pairs)
    assert {name: unquote(value) for name, value in pairs} == params
    assert "+" not in query, "it could be read as a space"
    assert signed.body == ""
    if not request_.signed:
        assert dict(signed.headers) == {}
        return
    # Neither a broker's mark nor any other: ccxt adds one.
    assert dict(signed.headers) == {
        "X-BAPI-API-KEY": KEYS["key"],
        "X-BAPI-TIMESTAMP": str(NOW),
        "X-BAPI-RECV-WINDOW": "5000",
        "X-BAPI-SIGN": signature(query),
    }


def signature(query: str) -> str:
    """The page on authentication: time, key, window and query, one after the other."""
    payload = f"{NOW}{KEYS['key']}5000{query}"
    return hmac.new(SECRET.encode(), payload.encode(), hashlib.sha256).hexdigest()


def test_httpx_sends_what_was_signed() -> None:
    """The client must not encode anything a second time, or the signature would not fit."""
    signed = dialect().sign(CATALOGUE["order/realtime"], {"cursor": AWKWARD}, NOW)
    assert str(httpx.Request("GET", signed.url).url) == signed.url


def test_nothing_of_the_key_is_printed() -> None:
    """A request that ends up in a message shows neither key nor signature."""
    signed = dialect().sign(KEY, {}, NOW)
    shown = repr(signed)
    assert KEYS["key"] not in shown
    assert signature("") not in shown


@pytest.mark.parametrize("exchange", COMPANIES)
def test_every_company_is_asked_at_its_own_host(exchange: str) -> None:
    """Whatever ccxt's class for it has built in, the address is the one of the registry."""
    info = EXCHANGES[exchange]
    (origin,) = set(info.origins().values())
    assert origin == f"https://{COMPANIES[exchange]}"
    addresses = Addresses.one(Address.of(origin))
    made: Dialect = load_adapter(info).make_dialect(info, addresses, KEYS, load_policy("bybit"))
    for request in (CLOCK, KEY, PRICES):
        assert made.sign(request, {}, NOW).url == f"{origin}{request.route.path}"


def test_all_companies_of_bybit_are_there() -> None:
    """An account of one is unknown at the others, so each has a name of its own."""
    assert {name for name, info in EXCHANGES.items() if info.family == "bybit"} == set(COMPANIES)


@pytest.mark.parametrize(
    ("result", "rows"),
    [
        ([], []),
        ([{"a": 1}], [{"a": 1}]),
        ({}, [{"answeredAt": NOW}]),
        ({"list": []}, [{"list": [], "answeredAt": NOW}]),
    ],
)
@pytest.mark.parametrize("code", [0, "0"])
def test_a_success(result: Any, rows: list[Any], code: object) -> None:
    """A list is its rows, an object is the one row; the envelope's time is kept beside it."""
    payload = {"retCode": code, "retMsg": "OK", "result": result, "time": NOW}
    assert dialect().open_envelope(payload) == Rows(rows)


@pytest.mark.parametrize(
    ("payload", "code", "text"),
    [
        ({"retCode": 10003, "retMsg": "API key is invalid."}, "10003", "API key is invalid."),
        ({"retCode": "10028", "retMsg": "", "result": {}}, "10028", ""),
        ({"retCode": -1, "retMsg": {"x": 1}}, "-1", ""),
        ({"retCode": "00", "result": []}, "00", ""),
    ],
)
def test_a_refusal(payload: Any, code: str, text: str) -> None:
    """Whatever is not plainly 0 is a refusal, with its code and words."""
    found = dialect().open_envelope(payload)
    assert isinstance(found, Refusal)
    assert (found.code, found.text, found.until_ms) == (code, text, 0)


@pytest.mark.parametrize(
    "payload",
    [
        *(None, 0, "", "x", True, Decimal(1), []),
        *({}, {"retCode": None}, {"retCode": False}, {"retCode": ""}, {"retCode": [0]}),
        *({"retCode": 0}, {"retCode": 0, "result": None}, {"retCode": 0, "result": "x"}),
        {"ret_code": 0, "result": {}},
    ],
    ids=repr,
)
def test_what_is_no_answer(payload: Any) -> None:
    """Not the envelope, no code, or a success without a result."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(payload)


def test_the_clock() -> None:
    """Nanoseconds are told; no time is no time."""
    assert dialect().clock_ms([{"timeSecond": "1780000000", "timeNano": f"{NOW}456789"}]) == NOW
    assert dialect().clock.id == CLOCK.id
    wrong: tuple[list[Any], ...] = (
        *([], [{}], ["x"], [{"timeNano": "soon"}]),
        *([{"timeNano": ""}], [{"timeNano": "12345"}], [{"timeSecond": "1780000000"}]),
    )
    for rows in wrong:
        with pytest.raises(BadBodyError):
            dialect().clock_ms(rows)


# -- the key ---------------------------------------------------------------------------------

READING: Final[dict[str, Any]] = {
    "id": "13770661",
    "note": "made up",
    "apiKey": KEYS["key"],
    "readOnly": 1,
    "secret": "",
    "permissions": {
        "ContractTrade": ["Order", "Position"],
        "Spot": ["SpotTrade"],
        "Wallet": ["AccountTransfer"],
        "Earn": [],
    },
    "ips": ["*"],
    "type": 1,
    "deadlineDay": 66,
    "expiredAt": "2026-09-22T07:43:01Z",
    "createdAt": "2026-06-24T07:43:01Z",
    "unified": 0,
    "uta": 1,
    "userID": 24600000,
    "inviterID": 0,
    "vipLevel": "No VIP",
    "mktMakerLevel": "0",
    "affiliateID": 0,
    "rsaPublicKey": "",
    "isMaster": True,
    "parentUid": "0",
    "kycLevel": "LEVEL_DEFAULT",
    "kycRegion": "",
}


def key(**fields: Any) -> ReadOnlyKey | ActingKey:
    return read_key([KeyInfo.model_validate({**READING, **fields})])


def test_a_read_only_key_shows_what_it_is_about() -> None:
    """Its scopes are listed, whatever their names say, and nothing else."""
    found = key()
    assert isinstance(found, ReadOnlyKey)
    assert found.permissions == (
        *("ContractTrade.Order", "ContractTrade.Position"),
        *("Spot.SpotTrade", "Wallet.AccountTransfer"),
    )


@pytest.mark.parametrize("said", [0, "1", "0", "", None, True, False, 2, -1, [1], {}], ids=repr)
def test_only_a_plain_1_is_read_only(said: Any) -> None:
    """Any other word is a power to act, and so is none."""
    found = key(readOnly=said)
    assert isinstance(found, ActingKey)
    assert found.permissions[0] == "read-write"


def test_a_key_that_does_not_say_so_is_not_read_only() -> None:
    """The field may be missing on another server."""
    silent = {name: value for name, value in READING.items() if name != "readOnly"}
    assert isinstance(read_key([KeyInfo.model_validate(silent)]), ActingKey)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, True), ("Withdraw", True), (["x"], True), (0, False), ("", False), ([], False)],
)
def test_fields_that_nobody_knows_stay_visible(value: Any, shown: bool) -> None:
    """Bybit adds fields: one that says something is shown with the permissions."""
    found = key(canTeleport=value)
    assert isinstance(found, ReadOnlyKey)
    assert ("canTeleport" in found.permissions) is shown


def test_groups_of_another_shape_stay_visible() -> None:
    """A group of permissions that is no list is shown by its name."""
    found = key(permissions={"Wallet": {"Withdraw": True}, "NFT": None})
    assert found.permissions == ("Wallet",)


@pytest.mark.parametrize(
    ("fields", "uid", "main_uid", "kind"),
    [
        ({}, "24600000", "24600000", OwnerKind.MAIN),
        ({"isMaster": False, "parentUid": "77"}, "24600000", "77", OwnerKind.SUB),
        ({"isMaster": False, "parentUid": "0"}, "24600000", "", OwnerKind.SUB),
        # A number that is too large for the old field.
        ({"userID": 0, "userIDInt64": 5_000_000_000}, "5000000000", "5000000000", OwnerKind.MAIN),
    ],
)
def test_whose_key_it_is(fields: Any, uid: str, main_uid: str, kind: OwnerKind) -> None:
    """A main account's or a sub-account's, and whose sub-account."""
    owner = key(**fields).owner
    assert owner is not None
    assert (owner.uid, owner.main_uid, owner.kind) == (uid, main_uid, kind)


@pytest.mark.parametrize(
    ("uta", "told", "mode"),
    [
        (1, 5, "5"),
        (1, 6, "6"),
        (1, 3, "3"),
        (0, 1, "1"),
        # One says unified, the other classic: nothing may be concluded from either.
        (1, 1, None),
        (0, 6, None),
    ],
)
def test_the_mode_of_the_account(uta: int, told: int, mode: str | None) -> None:
    """It is known where the key's answer and the account's agree."""
    reading = key(uta=uta)
    assert isinstance(reading, ReadOnlyKey)
    info = AccountInfo.model_validate({"unifiedMarginStatus": told, "isMasterTrader": False})
    found = identify(reading, {ACCOUNT_INFO.id: Read(rows=(info,))})
    assert dict(found.traits).get("mode") == mode
    assert dict(found.traits)["kind"] == "main"


def test_a_mode_that_could_not_be_read_is_not_made_up() -> None:
    """Without it nothing may be concluded from what is refused."""
    reading = key()
    assert isinstance(reading, ReadOnlyKey)
    assert "mode" not in dict(identify(reading, {ACCOUNT_INFO.id: Read()}).traits)


# -- prices ----------------------------------------------------------------------------------


def ticker(symbol: str, last: str, index: str = "") -> Ticker:
    row = {"symbol": symbol, "lastPrice": last, "usdIndexPrice": index}
    return Ticker.model_validate(row)


def test_prices_in_dollars() -> None:
    """The index where there is one, else the price in USDT, else in USDC; rubbish is no price."""
    found = read_prices(
        [
            ticker("BTCUSDT", "60000", "60010.5"),
            ticker("BTCUSDC", "59000", "60010.5"),
            ticker("ETHUSDC", "2990"),
            ticker("ETHUSDT", "3000"),
            ticker("XYZUSDC", "2"),
            ticker("ETHBTC", "0.05"),
            ticker("NILUSDT", "0"),
            ticker("BADUSDT", "1,0"),
            ticker("USDCUSDT", "0.9", "0.9"),
            ticker("USDT", "5"),
        ]
    )
    assert found == {
        "USD": 1,
        "USDT": 1,
        "USDC": 1,
        "BTC": Decimal("60010.5"),
        "ETH": 3000,
        "XYZ": 2,
    }
