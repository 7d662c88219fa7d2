"""Kraken: what is sent, and how an answer is taken apart."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final
from urllib.parse import parse_qsl

import httpx
import pytest
from tests.each import each

from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey
from readiness.exchanges.catalogue import Request
from readiness.exchanges.kraken.catalogue import CATALOGUE
from readiness.exchanges.kraken.catalogue.service import CLOCK, KEY
from readiness.exchanges.kraken.dialect import KrakenDialect
from readiness.exchanges.kraken.key import identify, read_key, sees_a_part
from readiness.exchanges.kraken.names import Name, Place, understood
from readiness.exchanges.kraken.prices import read_prices
from readiness.exchanges.kraken.wire.account import ApiKeyInfo, Ticker
from readiness.exchanges.reader import Read
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Refusal, Rows
from readiness.gate.route import Route
from readiness.policies import load_policy

SECRET: Final = (
    "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=="
)
KEYS: Final = {"key": "56-characters-of-a-key", "secret": SECRET}
NOW: Final = 1_780_000_000_123
INFO: Final = EXCHANGES["kraken"]
ORIGIN: Final = "https://api.kraken.com"
AWKWARD: Final = "grid+1 üñ@x&y=z.com/%"


def dialect(**keys: str) -> KrakenDialect:
    return KrakenDialect(INFO.ccxt_id, ORIGIN, {**KEYS, **keys}, load_policy("kraken"))


def signature(path: str, form: str, secret: str = SECRET) -> str:
    """HMAC-SHA512 of path and SHA256(nonce and form), as the guide on authentication has it."""
    nonce = dict(parse_qsl(form))["nonce"]
    message = path.encode() + hashlib.sha256(f"{nonce}{form}".encode()).digest()
    made = hmac.new(base64.b64decode(secret), message, hashlib.sha512)
    return base64.b64encode(made.digest()).decode()


def test_the_documented_signature() -> None:
    """The way in which these tests check a signature is the one of Kraken's own example."""
    form = "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
    assert signature("/0/private/AddOrder", form) == (
        "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ=="
    )


@each("request_", CATALOGUE)
def test_every_request_is_built_as_the_catalogue_says(request_: Request) -> None:
    """Address and path are the catalogue's; what is said stands in a form, and is signed."""
    params = dict.fromkeys(sorted(request_.route.parameters - {"nonce"}), AWKWARD)
    signed = dialect().sign(request_, params, NOW)
    assert signed.url == f"{ORIGIN}{request_.route.path}"
    if not request_.signed:
        assert dict(signed.headers) == {}
        assert signed.body == ""
        return
    sent = dict(parse_qsl(signed.body, strict_parsing=True))
    assert sent.keys() == request_.route.parameters
    assert {name: sent[name] for name in params} == params
    assert signed.body.isascii()
    assert int(sent["nonce"]) >= NOW
    assert dict(signed.headers) == {
        "API-Key": KEYS["key"],
        "API-Sign": signature(request_.route.path, signed.body),
    }


def test_nothing_of_a_signed_request_is_printed() -> None:
    """Neither the form nor the headers."""
    shown = repr(dialect().sign(KEY, {}, NOW))
    assert KEYS["key"] not in shown
    assert "nonce" not in shown


def test_a_path_of_another_api_is_not_signed() -> None:
    """Only /0/private and /0/public are Kraken's."""
    other = Request(
        **{
            name: getattr(KEY, name)
            for name in ("id", "ccxt_method", "limit", "purpose", "source", "row", "paging")
        },
        route=Route("GET", "/derivatives/api/v3/accounts"),
        permission="",
    )
    with pytest.raises(ValueError, match="no path of Kraken's API"):
        dialect().sign(other, {}, NOW)


# -- the number that grows ---------------------------------------------------------------------


def numbers(signer: KrakenDialect, *moments: int) -> list[int]:
    """The numbers of requests that are signed at these times of the exchange's clock."""
    forms = [signer.sign(KEY, {}, now).body for now in moments]
    return [int(dict(parse_qsl(form))["nonce"]) for form in forms]


def grow(found: list[int]) -> bool:
    return all(later > earlier for earlier, later in pairwise(found))


def test_numbers_grow_whatever_the_clock_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one millisecond, and when the clock that was read anew is behind the one before."""
    monkeypatch.setattr(time, "time", lambda: 0.0)
    found = numbers(dialect(), NOW, NOW, NOW, NOW - 5_000, NOW - 4_999, NOW + 1, NOW + 60_000)
    assert found[0] == NOW
    assert grow(found)
    assert found[-1] == NOW + 60_000


def test_numbers_never_fall_behind_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs number by it: a key that they used would refuse ours."""
    wall = NOW / 1000 + 90
    monkeypatch.setattr(time, "time", lambda: wall)
    found = numbers(dialect(), NOW, NOW + 1)
    assert min(found) >= NOW + 90_000
    assert grow(found)


def test_two_sessions_with_one_key_number_by_the_same_clock() -> None:
    """A later session begins higher than an earlier one ended."""
    first = numbers(dialect(), NOW, NOW)
    assert numbers(dialect(), NOW + 2_000)[0] > max(first)


def test_requests_leave_one_at_a_time() -> None:
    """Kraken compares the numbers in the order of arrival."""
    assert dialect().in_turn


# -- secrets -----------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["not base 64", "abc", "üñ", "a\udce9", "====", "a b c d"])
def test_a_secret_that_kraken_never_gave_out_is_kraken_s_to_reject(secret: str) -> None:
    """It is signed with, whatever it is: nothing of it is told in an error of our own."""
    signed = dialect(secret=secret).sign(KEY, {}, NOW)
    assert signed.headers["API-Sign"]
    assert httpx.Request("POST", signed.url, headers=dict(signed.headers)).headers["API-Sign"]


# -- envelope ----------------------------------------------------------------------------------


@pytest.mark.parametrize("result", [{}, {"a": 1}, None, "x"])
def test_a_success(result: Any) -> None:
    """An empty list of errors, and a result; what it has to be, the catalogue says."""
    assert dialect().open_envelope({"error": [], "result": result}) == Rows([result])


@pytest.mark.parametrize(
    "payload",
    [
        *(None, 0, "", "x", True, Decimal(1), [], {}),
        {"result": {}},
        {"error": [], "result": []},
        {"error": [], "result": [{}]},
        {"error": []},
        {"error": None, "result": {}},
        {"error": "", "result": {}},
        {"error": {}, "result": {}},
        {"error": "EAPI:Invalid key"},
        {"error": [0], "result": {}},
        {"error": [None], "result": {}},
        {"errors": [], "result": {}},
        # Kraken futures, and what a gateway says.
        {"result": "success", "serverTime": "2026-11-27T00:00:00.000Z"},
        {"result": "error", "error": "authenticationError"},
        {"message": "Forbidden"},
    ],
)
def test_what_is_no_answer(payload: Any) -> None:
    """Without the list of errors nobody knows whether there was one."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(payload)


def refusal(*errors: str, now_ms: int = NOW) -> Refusal:
    signer = dialect()
    signer.sign(KEY, {}, now_ms)
    found = signer.open_envelope({"error": list(errors), "result": {"x": "1"}})
    assert isinstance(found, Refusal)
    return found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EAPI:Invalid key", "EAPI:Invalid key"),
        ("EGeneral: Permission denied", "EGeneral:Permission denied"),
        ("EGeneral:Invalid arguments:ofs", "EGeneral:Invalid arguments"),
        ("EService: Throttled: 1780000060", "EService:Throttled"),
        ("EAPI", "EAPI"),
        ("", ""),
    ],
)
def test_a_refusal(text: str, code: str) -> None:
    """Category and message are the code; what follows, and spaces, are not."""
    found = refusal(text)
    assert (found.code, found.text) == (code, text)


def test_a_warning_is_not_dropped() -> None:
    """Nobody says which there are, so a warning beside a result is a failed look as well."""
    found = refusal("WGeneral:Something is missing")
    assert (found.code, found.text) == (
        "WGeneral:Something is missing",
        "WGeneral:Something is missing",
    )
    assert dialect().error(found.code) is None


@pytest.mark.parametrize(
    ("errors", "code"),
    [
        (("EService:Busy", "EGeneral:Permission denied"), "EGeneral:Permission denied"),
        (("EGeneral:Permission denied", "EAPI:Invalid key"), "EAPI:Invalid key"),
        (("EAPI:Invalid nonce", "EService:Busy"), "EAPI:Invalid nonce"),
        (("EService:Busy", "EBrand:Unheard of"), "EBrand:Unheard of"),
        (("EService:Unavailable", "WGeneral:Slow"), "WGeneral:Slow"),
        (("EEarnings:Below min", "EService:Busy"), "EService:Busy"),
        (
            ("EEarnings:Insufficient funds", "EGeneral:Permission denied"),
            "EGeneral:Permission denied",
        ),
        (("EEarnings:Above max", "EBrand:Unheard of"), "EBrand:Unheard of"),
    ],
)
def test_several_errors_at_once(errors: tuple[str, ...], code: str) -> None:
    """The one that weighs most counts, in whichever order; every one is shown."""
    for told in (errors, errors[::-1]):
        found = refusal(*told)
        assert found.code == code
        assert found.text == "; ".join(told)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("EService: Throttled: 1780000060", 1_780_000_060_000),
        ("EService:Throttled:1780000060", 1_780_000_060_000),
        ("EService: Throttled", NOW + 15_000),
        ("EService: Throttled: soon", NOW + 15_000),
        ("EAPI:Rate limit exceeded", NOW + 15_000),
        ("EGeneral:Too many requests", NOW + 15_000),
        ("EService:Busy", 0),
        ("EGeneral:Temporary lockout", 0),
        ("EGeneral:Invalid arguments:1780000060", 0),
    ],
)
def test_when_it_may_be_asked_again(text: str, until: int) -> None:
    """A moment where Kraken tells one; a few points of the slowest counter where it does not."""
    assert refusal(text).until_ms == until


def test_an_error_before_anything_was_signed_is_read_all_the_same() -> None:
    """Then the clock stands at its beginning."""
    found = dialect().open_envelope({"error": ["EAPI:Rate limit exceeded"]})
    assert isinstance(found, Refusal)
    assert found.until_ms == 15_000


def test_the_clock() -> None:
    """Whole seconds, and no time is no time."""
    answer = [{"unixtime": 1_780_000_000, "rfc1123": "Thu, 28 May 26 20:26:40 +0000"}]
    assert dialect().clock_ms(answer) == 1_780_000_000_000
    assert dialect().clock.id == CLOCK.id
    wrong: tuple[list[Any], ...] = ([], [{}], [{"unixtime": "soon"}], ["x"], [None])
    for rows in wrong:
        with pytest.raises(BadBodyError):
            dialect().clock_ms(rows)


# -- the key -----------------------------------------------------------------------------------

READING: Final = ("query-funds", "query-open-trades", "query-closed-trades", "query-ledger")
ANSWER: Final = {
    "api_key_name": "closure-check",
    "api_key": "xxxx",
    "nonce": "1760000000000",
    "nonce_window": "0",
    "permissions": list(READING),
    "iban": "AA00 N84G 0000 0000",
    "valid_until": "0",
    "query_from": "0",
    "query_to": "0",
    "ip_allowlist": ["203.0.113.7"],
}


def key(**fields: Any) -> ReadOnlyKey | ActingKey:
    return read_key([ApiKeyInfo.model_validate({**ANSWER, **fields})])


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@pytest.mark.parametrize("more", [(), ("export-data",)])
def test_queries_and_exports_are_read_only(more: tuple[str, ...]) -> None:
    """Whose key it is, the number of the account tells."""
    found = key(permissions=[*READING, *more])
    assert isinstance(found, ReadOnlyKey)
    assert set(found.permissions) == {*READING, *more}
    assert (found.owner.uid, found.owner.main_uid) == ("AA00N84G00000000",) * 2
    assert found.owner.kind is OwnerKind.MAIN
    assert not sees_a_part(dict(found.traits))


@pytest.mark.parametrize(
    "power",
    [
        *("add-funds", "withdraw-funds", "earn-funds", "modify-trades", "close-trades"),
        *("create-ws-token", "add-withdraw-address", "update-withdraw-address"),
        *("query-something-new", "Query-Funds", "", "query-funds "),
    ],
)
def test_every_power_to_act_refuses_the_key(power: str) -> None:
    """And every one that nobody knows."""
    found = key(permissions=[*READING, power])
    assert isinstance(found, ActingKey)
    assert power in found.permissions


def test_a_key_without_a_permission_is_refused() -> None:
    """It proves nothing and sees nothing."""
    assert isinstance(key(permissions=[]), ActingKey)


def test_both_ways_of_writing_names() -> None:
    """The reference has camelCase names, answers have snake_case; no answer has one name twice."""
    renamed = {camel(name): value for name, value in ANSWER.items()}
    assert read_key([ApiKeyInfo.model_validate(renamed)]) == key()
    limited = {**renamed, "queryFrom": "1700000000"}
    found = read_key([ApiKeyInfo.model_validate(limited)])
    assert isinstance(found, ReadOnlyKey)
    assert sees_a_part(dict(found.traits))
    with pytest.raises(BadBodyError):
        ApiKeyInfo.model_validate({**ANSWER, "queryFrom": "0"})


@pytest.mark.parametrize("name", ["query_from", "query_to"])
@pytest.mark.parametrize("value", ["1700000000", "", None, "00", "never"])
def test_a_key_may_hide_what_was_before_or_after_a_day(name: str, value: str | None) -> None:
    """Only a plain "0" means that it sees everything."""
    found = key(**{name: value})
    assert isinstance(found, ReadOnlyKey)
    assert sees_a_part(dict(found.traits))


def test_a_key_that_does_not_say_what_it_hides() -> None:
    """It is taken for one that hides something."""
    short = {name: value for name, value in ANSWER.items() if name != "query_from"}
    found = read_key([ApiKeyInfo.model_validate(short)])
    assert isinstance(found, ReadOnlyKey)
    assert sees_a_part(dict(found.traits))


def test_a_key_that_is_nobody_s() -> None:
    """Without a number nobody knows whose it is, and it is nobody else's either."""
    found = key(iban=None)
    assert isinstance(found, ReadOnlyKey)
    assert found.owner.uid == ""


def test_addresses_of_the_key_are_kept_by_nobody() -> None:
    """What a key is limited to is read and forgotten."""
    found = key()
    assert "203.0.113.7" not in repr(found)
    assert "closure-check" not in repr(found)


@pytest.mark.parametrize("value", [None, {}, "query-funds", {"query-funds": True}, [1]])
def test_permissions_of_another_kind_are_no_answer(value: Any) -> None:
    """The row is refused, and with it the key."""
    with pytest.raises(ValueError, match="permissions"):
        ApiKeyInfo.model_validate({**ANSWER, "permissions": value})


def test_terms_of_what_is_in_earn() -> None:
    """Of strategies in which something is; what was not read stays unsaid."""

    def read(name: str, *rows: dict[str, Any]) -> Read:
        return Read(rows=tuple(CATALOGUE[name].row.model_validate(row) for row in rows))

    def allocation(strategy: str) -> dict[str, Any]:
        amounts = {"total": {"native": "1"}}
        return {"strategy_id": strategy, "native_asset": "DOT", "amount_allocated": amounts}

    plain = key()
    assert isinstance(plain, ReadOnlyKey)
    terms = [{"id": "A", "lock_type": {"type": "bonded"}}, {"id": "B", "lock_type": {"type": "x"}}]
    reads = {
        "Earn/Allocations": read("Earn/Allocations", allocation("A"), allocation("C")),
        "Earn/Strategies": read("Earn/Strategies", *terms),
    }
    assert dict(identify(plain, reads).traits) == {"sees": "all", "terms:A": "bonded"}
    assert identify(plain, {"Earn/Allocations": Read(), "Earn/Strategies": Read()}) == plain


# -- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "asset", "place"),
    [
        ("XXBT", "BTC", Place.WALLET),
        ("XBT", "BTC", Place.WALLET),
        ("ZUSD", "USD", Place.WALLET),
        ("XXDG", "DOGE", Place.WALLET),
        ("SOL", "SOL", Place.WALLET),
        ("XTZ", "XTZ", Place.WALLET),
        ("ZRX", "ZRX", Place.WALLET),
        ("XCN", "XCN", Place.WALLET),
        ("XBT.F", "BTC", Place.FLEXIBLE),
        ("USDC.M", "USDC", Place.FLEXIBLE),
        ("ETH2.S", "ETH2", Place.STAKED),
        ("DOT28.S", "DOT", Place.STAKED),
        ("DOT.P", "DOT", Place.STAKED),
        ("SOL03.S", "SOL", Place.STAKED),
        ("ATOM.B", "ATOM", Place.BONDED),
        ("ZUSD.HOLD", "USD", Place.HELD),
        ("USD.HOLD", "USD", Place.HELD),
        ("TSLAx.T", "TSLAx.T", Place.WALLET),
        ("NEW.Q", "NEW.Q", Place.WALLET),
        ("A.B.C", "A.B.C", Place.WALLET),
        (".F", ".F", Place.WALLET),
        ("XBT.", "XBT.", Place.WALLET),
        ("XBT.f", "XBT.f", Place.WALLET),
        ("KSM.hold", "KSM.hold", Place.WALLET),
    ],
)
def test_names(raw: str, asset: str, place: Place) -> None:
    """Old names from a closed list, documented endings, and everything else as it came."""
    assert understood(raw) == Name(raw, asset, place)


# -- prices ------------------------------------------------------------------------------------


def prices(**quoted: Any) -> dict[str, Decimal]:
    rows = [
        Ticker.model_validate({"pair": pair, "c": [last, "0.1"]}) for pair, last in quoted.items()
    ]
    return dict(read_prices(rows))


def test_prices_in_dollars() -> None:
    """Old names and new ones; dollars before what stands for them; euros and bitcoins between."""
    found = prices(
        XXBTZUSD="60000",
        XBTUSDT="59000",
        SOLUSD="150",
        SOLUSDC="149",
        XTZUSD="2",
        XETHXXBT="0.05",
        XETHZUSD="3000",
        ZEURZUSD="1.1",
        FOOEUR="2",
        XREPZEUR="10",
        BARXBT="0.5",
        USDTZUSD="0.99",
        NILUSD="0",
        BADUSD="1,0",
    )
    assert found["BTC"] == 60000
    assert found["SOL"] == 150
    assert found["XTZ"] == 2
    assert found["ETH"] == 3000
    assert found["EUR"] == Decimal("1.1")
    assert found["FOO"] == Decimal("2.2")
    assert found["REP"] == 11
    assert found["BAR"] == 30000
    assert found["USDT"] == Decimal("0.99")
    assert found["USD"] == 1
    assert not {"NIL", "BAD", "", "XTZZ", "XXBT", "X"} & found.keys()


def test_without_prices_dollars_are_dollars() -> None:
    """Nothing else is known."""
    assert prices() == {"USD": Decimal(1)}
