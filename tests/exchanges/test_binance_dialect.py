"""Binance: what is sent, and how an answer is taken apart."""

import hashlib
import hmac
from decimal import Decimal
from typing import Any, Final
from urllib.parse import unquote

import httpx
import pytest
from tests.each import each

from readiness.domain.answer import Cause, Reason
from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey
from readiness.exchanges.binance.catalogue import CATALOGUE
from readiness.exchanges.binance.catalogue.service import (
    ACCOUNT_INFO,
    CLOCK,
    KEY,
    PRICES,
    SPOT_ACCOUNT,
    SUB_TEST,
)
from readiness.exchanges.binance.dialect import BinanceDialect
from readiness.exchanges.binance.key import identify, read_key
from readiness.exchanges.binance.prices import read_prices
from readiness.exchanges.binance.wire.account import KeyRestrictions, Ticker
from readiness.exchanges.catalogue import Request
from readiness.exchanges.reader import Read
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Refusal, Rows
from readiness.policies import load_policy

SECRET: Final = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
KEYS: Final = {"key": "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0M", "secret": SECRET}
NOW: Final = 1_780_000_000_123
INFO: Final = EXCHANGES["binance"]
ADDRESSES: Final = Addresses(
    {prefix: Address.of(origin) for prefix, origin in INFO.origins().items()}
)
AWKWARD: Final = "grid+1 üñ@x&y=z.com/%"


def dialect() -> BinanceDialect:
    return BinanceDialect(INFO.ccxt_id, ADDRESSES, KEYS, load_policy("binance"))


def awkward_params(request: Request) -> dict[str, str]:
    """A value that needs encoding, for every parameter that is not part of the signature."""
    names = request.route.parameters - {"timestamp", "recvWindow", "signature"}
    return dict.fromkeys(sorted(names), AWKWARD)


@each("request_", CATALOGUE)
def test_every_request_is_built_as_the_catalogue_says(request_: Request) -> None:
    """Address, path and parameters are the catalogue's; what is said stands in the query."""
    params = awkward_params(request_)
    signed = dialect().sign(request_, params, NOW)
    url, _, query = signed.url.partition("?")
    assert url == f"{ADDRESSES.of(request_.route.path)}{request_.route.path}"
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    assert all(len(pair) == 2 for pair in pairs)
    sent = {name: unquote(value) for name, value in pairs}
    assert len(sent) == len(pairs)
    assert set(sent) <= request_.route.parameters
    assert {name: sent[name] for name in params} == params
    # A "+" would be read as a space; nothing outside ASCII and no reserved character is left.
    assert "+" not in query
    assert all(name.isascii() and value.isascii() for name, value in pairs)
    if not request_.signed:
        assert set(sent) == set(params)
        assert dict(signed.headers) == {}
        return
    assert dict(signed.headers) == {"X-MBX-APIKEY": KEYS["key"]}
    payload, _, signature = query.rpartition("&signature=")
    expected = hmac.new(SECRET.encode(), payload.encode(), hashlib.sha256).hexdigest()
    assert signature == expected
    assert (sent["timestamp"], sent["recvWindow"]) == (str(NOW), "10000")


def test_httpx_sends_what_was_signed() -> None:
    """The client must not encode anything a second time, or the signature would not fit."""
    request = CATALOGUE["sapi/v1/capital/deposit/subHisrec"]
    signed = dialect().sign(request, {"email": AWKWARD}, NOW)
    assert str(httpx.Request("GET", signed.url).url) == signed.url


def test_nothing_of_a_signed_request_is_printed() -> None:
    """Neither the URL, which holds the signature, nor the headers."""
    shown = repr(dialect().sign(KEY, {}, NOW))
    assert KEYS["key"] not in shown
    assert "signature" not in shown


@pytest.mark.parametrize(
    ("payload", "rows"),
    [
        ([], []),
        ([{"a": 1}], [{"a": 1}]),
        ({}, [{}]),
        ({"rows": []}, [{"rows": []}]),
        ({"code": 0, "data": []}, [{"code": 0, "data": []}]),
        ({"code": "000000", "success": True}, [{"code": "000000", "success": True}]),
        ({"code": "200"}, [{"code": "200"}]),
        ({"success": True, "msg": ""}, [{"success": True, "msg": ""}]),
    ],
)
def test_a_success(payload: Any, rows: list[Any]) -> None:
    """A list is its rows, an object is the one row."""
    assert dialect().open_envelope(payload) == Rows(rows)


@pytest.mark.parametrize(
    ("payload", "code", "text"),
    [
        ({"code": -2015, "msg": "Invalid"}, "-2015", "Invalid"),
        ({"code": "-2015", "msg": None}, "-2015", ""),
        ({"code": "100001", "message": "no", "success": False}, "100001", "no"),
        ({"code": "000001", "success": True}, "000001", ""),
        ({"code": ""}, "", ""),
        ({"success": False, "msg": "off"}, "success=false", "off"),
        ({"code": "000000", "success": False}, "success=false", ""),
        ({"success": None}, "success=false", ""),
        ({"success": "true"}, "success=false", ""),
        ({"code": -1, "msg": {"x": 1}}, "-1", ""),
    ],
)
def test_a_refusal(payload: Any, code: str, text: str) -> None:
    """Whatever is not plainly a success is a refusal, with its code and words."""
    found = dialect().open_envelope(payload)
    assert isinstance(found, Refusal)
    assert (found.code, found.text, found.until_ms) == (code, text, 0)


@pytest.mark.parametrize("payload", [None, 0, "", "x", True, Decimal(1), {"code": None}])
def test_what_is_no_answer(payload: Any) -> None:
    """Neither an object nor a list, or a code of no kind."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(payload)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Way too many requests; IP banned until 1780000600000. Use websocket", 1780000600000),
        ("Too many requests; current limit is 2400", 0),
        ("order 1780000600000 not found", 0),
        ("banned until 17800006000001", 0),
    ],
)
def test_words_that_say_when_a_ban_ends(text: str, until: int) -> None:
    """Only a moment in words about a ban is taken for its end."""
    found = dialect().open_envelope({"code": -1003, "msg": text})
    assert isinstance(found, Refusal)
    assert found.until_ms == until


def test_the_clock() -> None:
    """Milliseconds, and no time is no time."""
    assert dialect().clock_ms([{"serverTime": NOW}]) == NOW
    assert dialect().clock.id == CLOCK.id
    wrong: tuple[list[Any], ...] = ([], [{}], [{"serverTime": "soon"}], ["x"])
    for rows in wrong:
        with pytest.raises(BadBodyError):
            dialect().clock_ms(rows)


# -- the key ---------------------------------------------------------------------------------

OFF: Final = dict.fromkeys(
    (
        "enableWithdrawals",
        "enableInternalTransfer",
        "permitsUniversalTransfer",
        "enableSpotAndMarginTrading",
        "enableMargin",
        "enableFutures",
        "enableVanillaOptions",
        "enablePortfolioMarginTrading",
        "enableFixApiTrade",
        "enableFixReadOnly",
        "ipRestrict",
    ),
    False,
)
READING: Final = {**OFF, "enableReading": True, "createTime": 1_700_000_000_000}


def key(**flags: Any) -> ReadOnlyKey | ActingKey:
    return read_key([KeyRestrictions.model_validate({**READING, **flags})])


def test_reading_and_nothing_else_is_read_only() -> None:
    """Moments and the IP list are no powers; reading by FIX is reading."""
    for more in ({}, {"ipRestrict": True}, {"enableFixReadOnly": True}):
        found = key(**more)
        assert isinstance(found, ReadOnlyKey)
        assert "enableReading" in found.permissions


@pytest.mark.parametrize("power", sorted(set(OFF) - {"ipRestrict", "enableFixReadOnly"}))
def test_every_power_to_act_refuses_the_key(power: str) -> None:
    """Withdrawing, transferring and every kind of trading."""
    found = key(**{power: True})
    assert isinstance(found, ActingKey)
    assert power in found.permissions
    assert found.owner is None


@pytest.mark.parametrize("value", [True, None, 1, 0, "false", "", [], {}])
def test_a_flag_that_nobody_knows_refuses_the_key(value: Any) -> None:
    """Only a plain false is no power."""
    assert isinstance(key(enableTeleport=value), ActingKey)
    assert isinstance(key(enableTeleport=False), ReadOnlyKey)


@pytest.mark.parametrize("value", [None, 0, "false"])
def test_a_known_power_that_is_not_plainly_off_refuses_the_key(value: Any) -> None:
    """An answer of another shape is not taken for "off"."""
    assert isinstance(key(enableWithdrawals=value), ActingKey)


def test_a_key_that_cannot_read_is_not_understood() -> None:
    """Without the one permission it needs, it is refused and not used."""
    assert isinstance(key(enableReading=False), ActingKey)


def read(request: Request, *rows: Any, refused: bool = False) -> Read:
    parsed = tuple(request.row.model_validate(row) for row in rows)
    return Read(rows=parsed, evidence=() if refused else ("evidence",))  # type: ignore[arg-type]


ACCOUNT: Final = {
    "uid": 354937868,
    "canTrade": True,
    "canWithdraw": True,
    "canDeposit": True,
    "balances": [],
}
PRODUCTS: Final = {
    "vipLevel": 0,
    "isMarginEnabled": True,
    "isFutureEnabled": False,
    "isOptionsEnabled": False,
    "isPortfolioMarginRetailEnabled": False,
}


NOT_A_SUB: Final = Reason(cause=Cause.EXCHANGE_CODE, request=SUB_TEST.id, code="-12022", attempts=1)
BUSY: Final = Reason(cause=Cause.EXCHANGE_CODE, request=SUB_TEST.id, code="-1000", attempts=4)


def identified(
    account: Read | None = None, info: Read | None = None, sub: Read | None = None
) -> ReadOnlyKey:
    found = key()
    assert isinstance(found, ReadOnlyKey)
    return identify(
        found,
        {
            SPOT_ACCOUNT.id: account or read(SPOT_ACCOUNT, ACCOUNT),
            ACCOUNT_INFO.id: info or read(ACCOUNT_INFO, PRODUCTS),
            SUB_TEST.id: sub or Read(reasons=(NOT_A_SUB,)),
        },
    )


def test_a_main_accounts_key() -> None:
    """The uid, the products, and the refusal that only a main account gets."""
    found = identified()
    assert (found.owner.uid, found.owner.main_uid) == ("354937868", "354937868")
    assert found.owner.kind is OwnerKind.MAIN
    traits = dict(found.traits)
    assert traits == {
        "kind": "main",
        "vip": "0",
        "margin": "on",
        "futures": "off",
        "options": "off",
        "portfolio_margin": "off",
    }


def test_a_sub_accounts_key() -> None:
    """Only a sub-account's key is answered; whose sub-account it is, is not told."""
    found = identified(sub=read(SUB_TEST))
    assert found.owner.kind is OwnerKind.SUB
    assert (found.owner.uid, found.owner.main_uid) == ("354937868", "")


def test_what_could_not_be_read_is_not_made_up() -> None:
    """No uid and no product flags: nothing may be concluded from their absence."""
    found = identified(account=Read(), info=Read())
    assert found.owner.uid == ""
    assert dict(found.traits) == {"kind": "main"}
    assert dict(identified(sub=Read(reasons=(BUSY,))).traits).get("kind") is None


# -- prices ----------------------------------------------------------------------------------


def prices(**quoted: str) -> dict[str, Decimal]:
    rows = [Ticker.model_validate({"symbol": k, "price": v}) for k, v in quoted.items()]
    return dict(read_prices(rows))


def test_prices_in_dollars() -> None:
    """USDT before other dollars, then by way of BTC or BNB; zero and rubbish are no price."""
    found = prices(
        BTCUSDT="60000",
        BTCUSDC="59000",
        ETHFDUSD="3000",
        XYZBTC="0.5",
        ABCBNB="2",
        BNBUSDT="600",
        NILUSDT="0",
        BADUSDT="1,0",
    )
    assert found["BTC"] == 60000
    assert found["ETH"] == 3000
    assert found["XYZ"] == 30000
    assert found["ABC"] == 1200
    assert found["USDT"] == found["USDC"] == found["USD"] == 1
    assert "NIL" not in found
    assert "BAD" not in found
    assert "" not in found


def test_without_prices_dollars_are_dollars() -> None:
    """Nothing else is known."""
    assert set(prices()) == {"USD", "USDT", "USDC", "FDUSD"}
    assert PRICES.signed is False


def test_the_documented_signature() -> None:
    """The way in which these tests check a signature is the one of Binance's own example."""
    payload = (
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
        "&recvWindow=5000&timestamp=1499827319559"
    )
    made = hmac.new(SECRET.encode(), payload.encode(), hashlib.sha256).hexdigest()
    assert made == "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
