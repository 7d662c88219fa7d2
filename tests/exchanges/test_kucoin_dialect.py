"""KuCoin: what is sent, and how an answer is taken apart."""

import base64
import hashlib
import hmac
from decimal import Decimal
from typing import Any, Final
from urllib.parse import unquote

import ccxt
import httpx
import pytest
from tests.each import each

from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey
from readiness.exchanges.catalogue import Request
from readiness.exchanges.kucoin.catalogue import CATALOGUE
from readiness.exchanges.kucoin.catalogue.service import CLOCK, KEY, MODE, PRICES
from readiness.exchanges.kucoin.dialect import KucoinDialect
from readiness.exchanges.kucoin.key import identify, read_key
from readiness.exchanges.kucoin.prices import read_prices
from readiness.exchanges.kucoin.wire.account import KeyInfo, Price
from readiness.exchanges.reader import Read
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.body import BadBodyError, decode
from readiness.gate.dialect import Refusal, Rows
from readiness.policies import load_policy

SECRET: Final = "7c2e4f5a-1b3d-4e6f-8a9b-0c1d2e3f4a5b"
PASSPHRASE: Final = "correct horse/battery+staple"
KEYS: Final = {"key": "6a1c0d2e3f4b5a6978695a4b", "secret": SECRET, "passphrase": PASSPHRASE}
NOW: Final = 1_780_000_000_123
INFO: Final = EXCHANGES["kucoin"]
ADDRESSES: Final = Addresses(
    {prefix: Address.of(origin) for prefix, origin in INFO.origins().items()}
)
AWKWARD: Final = "DUAL_CLASSIC,a b+c&d=e:f@g/ü%"
DOCUMENTED: Final = {
    "KC-API-KEY",
    "KC-API-SIGN",
    "KC-API-TIMESTAMP",
    "KC-API-PASSPHRASE",
    "KC-API-KEY-VERSION",
}
EVERY: Final = each("request_", CATALOGUE)


def dialect() -> KucoinDialect:
    return KucoinDialect(INFO.ccxt_id, ADDRESSES, KEYS, load_policy("kucoin"))


def awkward_params(request: Request) -> dict[str, str]:
    """A value that needs encoding, for every parameter."""
    return dict.fromkeys(sorted(request.route.parameters), AWKWARD)


def digest(text: str) -> str:
    made = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b64encode(made).decode()


@EVERY
def test_every_request_is_built_as_the_catalogue_says(request_: Request) -> None:
    """Host, path and parameters are the catalogue's, and the signature is KuCoin's."""
    params = awkward_params(request_)
    signed = dialect().sign(request_, params, NOW)
    futures = request_.route.api == "futures:"
    host = "https://api-futures.kucoin.com" if futures else "https://api.kucoin.com"
    url, _, query = signed.url.partition("?")
    assert url == f"{host}{request_.route.path}"
    assert signed.body == ""
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    assert {name: unquote(value) for name, value in pairs} == params
    assert len(pairs) == len(params)
    assert query.isascii()
    assert not set("+ /") & set(query)
    if not request_.signed:
        assert dict(signed.headers) == {}
        return
    # What is signed is the query as it reads, not as it is sent.
    said = "&".join(f"{name}={value}" for name, value in params.items())
    target = f"{request_.route.path}?{said}" if said else request_.route.path
    assert dict(signed.headers) == {
        "KC-API-KEY": KEYS["key"],
        "KC-API-SIGN": digest(f"{NOW}GET{target}"),
        "KC-API-TIMESTAMP": str(NOW),
        "KC-API-PASSPHRASE": digest(PASSPHRASE),
        "KC-API-KEY-VERSION": "3",
    }


@EVERY
def test_no_mark_of_an_affiliate_is_sent(request_: Request) -> None:
    """What ccxt signs is marked as brought by partners of its own; none of that leaves here."""
    sent = dialect().sign(request_, awkward_params(request_), NOW)
    assert set(sent.headers) <= DOCUMENTED
    assert "partner" not in f"{sent.url}{sorted(sent.headers)}".lower()


@pytest.mark.parametrize("tree", ["private", "futuresPrivate"])
def test_ccxt_does_add_such_marks(tree: str) -> None:
    """Else nobody would see if the test above had lost its teeth."""
    signer = getattr(ccxt, INFO.ccxt_id)({"apiKey": "k", "secret": "s", "password": "p"})
    headers = signer.sign("accounts", [tree], "GET", {"version": "v1"})["headers"]
    added = {name for name in headers if name.startswith("KC-API-PARTNER")}
    assert added >= {"KC-API-PARTNER", "KC-API-PARTNER-SIGN"}
    assert headers["KC-API-KEY-VERSION"] == "2"
    assert not {name.lower() for name in added} & KucoinDialect.headers


def test_a_path_of_no_api_is_not_built() -> None:
    """Else ccxt would put together something, and sign it."""
    wrong = Request(**{**vars(KEY), "route": type(KEY.route)("GET", "/other/v1/accounts")})
    with pytest.raises(ValueError, match="no path"):
        dialect().sign(wrong, {}, NOW)


@pytest.mark.parametrize("params", [{"symbol": "a:b@c*d,e"}, {"currency": "ü x"}])
def test_httpx_sends_what_was_built(params: dict[str, str]) -> None:
    """The client must not encode anything a second time."""
    signed = dialect().sign(CATALOGUE["api/v1/hf/orders/active"], params, NOW)
    assert str(httpx.Request("GET", signed.url).url) == signed.url


def test_nothing_of_a_signed_request_is_printed() -> None:
    """Neither the key nor what the passphrase became."""
    shown = repr(dialect().sign(KEY, {}, NOW))
    assert KEYS["key"] not in shown
    assert digest(PASSPHRASE) not in shown


# -- answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ([], []),
        ([{"a": 1}], [{"a": 1}]),
        ([None], [None]),
        ({}, [{}]),
        ({"items": []}, [{"items": []}]),
        (1_780_000_000_123, [{"value": 1_780_000_000_123}]),
        (False, [{"value": False}]),
        ("", [{"value": ""}]),
    ],
)
def test_a_success(data: Any, rows: list[Any]) -> None:
    """A list is its rows, an object is the one row, and so is a bare number or word."""
    assert dialect().open_envelope({"code": "200000", "data": data}) == Rows(rows)


SYMBOLS: Final = {"symbols": ["BTC-USDT"]}


def test_the_other_code_of_success() -> None:
    """Official examples of the lists of symbols have it, and say that it is a success."""
    rows = dialect().open_envelope({"success": True, "code": "200", "msg": "", "data": SYMBOLS})
    assert rows == Rows([SYMBOLS])


@pytest.mark.parametrize(
    "payload",
    [
        {"code": "200", "data": SYMBOLS},
        {"code": "200", "success": False, "data": SYMBOLS},
        {"code": "200", "success": "true", "data": SYMBOLS},
        {"code": "200", "success": True, "data": []},
        {"code": "200", "success": True, "data": {}},
        {"code": "200", "success": True, "data": {"items": []}},
        {"code": "200", "success": True, "data": {"symbols": None}},
        {"code": "200", "success": True},
    ],
)
def test_the_other_code_says_nothing_of_anything_else(payload: Any) -> None:
    """Wherever else it is no success."""
    found = dialect().open_envelope(payload)
    assert isinstance(found, Refusal)
    assert found.code == "200"


@pytest.mark.parametrize(
    ("payload", "code", "text"),
    [
        ({"code": "400007", "msg": "Access denied"}, "400007", "Access denied"),
        ({"code": 400007, "msg": None}, "400007", ""),
        ({"code": "400007", "msg": "no", "data": []}, "400007", "no"),
        ({"code": "200000 ", "data": []}, "200000 ", ""),
        ({"code": "0", "data": []}, "0", ""),
    ],
)
def test_a_refusal(payload: Any, code: str, text: str) -> None:
    """Whatever is not plainly a success is a refusal, with its code and words."""
    found = dialect().open_envelope(payload)
    assert isinstance(found, Refusal)
    assert (found.code, found.text) == (code, text)


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "x",
        {},
        {"data": []},
        {"code": "", "data": []},
        {"code": None, "data": []},
        {"code": True, "data": []},
        {"code": "200000"},
        {"code": "200000", "data": None},
    ],
)
def test_what_is_no_answer(payload: Any) -> None:
    """No object, a code of no kind, or a success without data."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(payload)


def test_numbers_without_quotes_stay_exact() -> None:
    """Futures answers do not quote numbers: a float would lose digits of them."""
    text = '{"code":"200000","data":{"accountEquity":0.12345678901234567890123456789}}'
    rows = dialect().open_envelope(decode(text.encode()))
    assert isinstance(rows, Rows)
    assert rows.rows[0]["accountEquity"] == Decimal("0.12345678901234567890123456789")


def test_the_clock() -> None:
    """Milliseconds, and no time is no time."""
    assert dialect().clock_ms([{"value": NOW}]) == NOW
    assert dialect().clock.id == CLOCK.id
    wrong: tuple[list[Any], ...] = ([], [{}], [{"value": "soon"}], [{"value": ""}], ["x"])
    for rows in wrong:
        with pytest.raises(BadBodyError):
            dialect().clock_ms(rows)


# -- the key ---------------------------------------------------------------------------------

PLAIN: Final = {"uid": 165111215, "isMaster": True, "permission": "General", "apiVersion": 3}


def key(**fields: Any) -> ReadOnlyKey | ActingKey:
    return read_key([KeyInfo.model_validate({**PLAIN, **fields})])


def test_general_and_nothing_else_is_read_only() -> None:
    """The one permission that every key has, whatever else is said."""
    for more in ({}, {"permission": " General "}, {"ipWhitelist": "1.2.3.4", "remark": "x"}):
        found = key(**more)
        assert isinstance(found, ReadOnlyKey)
        assert found.permissions == ("General",)
        assert (found.owner.uid, found.owner.main_uid) == ("165111215", "165111215")
        assert found.owner.kind is OwnerKind.MAIN
        assert dict(found.traits) == {"kind": "main"}


@pytest.mark.parametrize(
    "permission",
    [
        *(
            f"General, {power}"
            for power in (
                *("Spot", "Margin", "Futures", "Unified", "InnerTransfer", "Transfer"),
                *("Earn", "LeadtradeFutures", "Withdrawal", "Withdraw", "Teleport", "general"),
            )
        ),
        "General,Spot",
        "Spot",
        "General,",
        "General General",
        "",
        "GENERAL",
    ],
)
def test_anything_beyond_general_refuses_the_key(permission: str) -> None:
    """Known powers, unknown words, and what is not plainly the one word."""
    found = key(permission=permission)
    assert isinstance(found, ActingKey)
    assert found.owner is not None


def test_a_sub_accounts_key() -> None:
    """It says its own number, and not whose sub-account it is."""
    found = key(isMaster=False, subName="robot")
    assert isinstance(found, ReadOnlyKey)
    assert (found.owner.uid, found.owner.main_uid) == ("165111215", "")
    assert found.owner.kind is OwnerKind.SUB
    assert dict(found.traits) == {"kind": "sub"}


@pytest.mark.parametrize("field", ["uid", "isMaster", "permission"])
def test_what_is_not_said_is_not_made_up(field: str) -> None:
    """An answer that lacks one of these is no answer about a key."""
    with pytest.raises(ValueError, match="validation error"):
        KeyInfo.model_validate({name: value for name, value in PLAIN.items() if name != field})


def identified(*rows: Any) -> dict[str, str]:
    found = key()
    assert isinstance(found, ReadOnlyKey)
    read = Read(rows=tuple(MODE.row.model_validate(row) for row in rows))
    return dict(identify(found, {MODE.id: read}).traits)


def test_the_family_of_accounts() -> None:
    """As KuCoin says; and not at all where it could not be read."""
    assert identified({"selfAccountMode": "UNIFIED"}) == {"kind": "main", "mode": "UNIFIED"}
    assert identified({"selfAccountMode": "CLASSIC"}) == {"kind": "main", "mode": "CLASSIC"}
    assert identified() == {"kind": "main"}


@pytest.mark.parametrize("mode", ["HYBRID", "unified", "", None, 1, []])
def test_a_family_that_nobody_documents_is_no_answer(mode: Any) -> None:
    """Neither of the two may be guessed from it."""
    with pytest.raises(BadBodyError):
        MODE.row.model_validate({"selfAccountMode": mode})


# -- prices ----------------------------------------------------------------------------------


def prices(**quoted: str) -> dict[str, Decimal]:
    rows = [Price.model_validate({"currency": k, "value": v}) for k, v in quoted.items()]
    return dict(read_prices(rows))


def test_prices_in_dollars() -> None:
    """As KuCoin states them; zero and rubbish are no price, and XBT is what BTC is."""
    found = prices(BTC="60000", USDT="0.999", NIL="0", BAD="1,0")
    assert found == {
        "BTC": Decimal(60000),
        "XBT": Decimal(60000),
        "USDT": Decimal("0.999"),
        "USD": Decimal(1),
    }
    assert prices() == {"USD": Decimal(1), "USDT": Decimal(1)}
    assert prices(BTC="2", XBT="3")["XBT"] == 3
    assert PRICES.signed is False
