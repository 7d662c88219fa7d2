"""How OKX signs a request and wraps an answer."""

from __future__ import annotations

import json
from typing import Any

import ccxt
import pytest
from tests.each import each
from tests.exchanges.support import ORIGIN, Desk

from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.okx.catalogue.service import CLOCK
from readiness.exchanges.okx.dialect import OkxDialect
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.body import BadBodyError, decode
from readiness.gate.dialect import Refusal, Rows

# The placeholder secret that OKX's own documents print, and the signature that the fact
# sheet computed for it.
SECRET = "22582BD0CFF14C41EDBF1AB98506286D"
SIGNATURE = "HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY="
MOMENT_MS = 1_607_418_537_715  # 2020-12-08T09:08:57.715Z
CREDENTIALS = {"key": "k", "secret": SECRET, "passphrase": "p"}


@pytest.fixture
def dialect() -> OkxDialect:
    return OkxDialect("okx", ORIGIN, CREDENTIALS, Desk().policy)


def test_signature_is_the_documented_one(dialect: OkxDialect) -> None:
    """Time, verb, path and query are signed as the fact sheet's vector says."""
    balance = CATALOGUE["account/balance"]
    signed = dialect.sign(balance, {"ccy": "BTC"}, MOMENT_MS)
    assert signed.url == f"{ORIGIN}/api/v5/account/balance?ccy=BTC"
    assert signed.headers["OK-ACCESS-TIMESTAMP"] == "2020-12-08T09:08:57.715Z"
    assert signed.headers["OK-ACCESS-SIGN"] == SIGNATURE
    assert signed.headers["OK-ACCESS-KEY"] == "k"
    assert signed.headers["OK-ACCESS-PASSPHRASE"] == "p"


@pytest.mark.parametrize("exchange", [i.id for i in EXCHANGES.values() if i.family == "okx"])
def test_each_region_signs_alike(exchange: str) -> None:
    """The regional ccxt classes build the same request, for the address that was asked for."""
    info = EXCHANGES[exchange]
    assert hasattr(ccxt, info.ccxt_id)
    regional = OkxDialect(info.ccxt_id, f"https://{info.api_hosts[0]}", CREDENTIALS, Desk().policy)
    signed = regional.sign(CATALOGUE["account/balance"], {"ccy": "BTC"}, MOMENT_MS)
    assert signed.url == f"https://{info.api_hosts[0]}/api/v5/account/balance?ccy=BTC"
    assert signed.headers["OK-ACCESS-SIGN"] == SIGNATURE


@each("request_", [r for r in CATALOGUE if r.signed])
def test_every_path_is_signed_for_its_own_address(dialect: OkxDialect, request_: Any) -> None:
    """Each request goes to its route at the configured address, whatever ccxt calls it."""
    signed = dialect.sign(request_, {}, MOMENT_MS)
    assert signed.url == f"{ORIGIN}{request_.route.path}"
    assert signed.headers["OK-ACCESS-SIGN"]


def test_public_request_carries_no_key(dialect: OkxDialect) -> None:
    """What needs no key is sent without one."""
    assert not any("ACCESS" in name.upper() for name in dialect.sign(CLOCK, {}, 1).headers)


@pytest.mark.parametrize("code", ['"0"', "0"])
def test_code_zero_opens_the_rows(dialect: OkxDialect, code: str) -> None:
    """Zero is success, as text and as the number that one product sends."""
    body = decode(f'{{"code":{code},"data":[{{"a":1}}],"msg":""}}'.encode())
    assert dialect.open_envelope(body) == Rows([{"a": 1}])


@pytest.mark.parametrize(
    "body",
    [
        "null",
        "[]",
        "{}",
        '"0"',
        "0",
        "true",
        '{"data":[]}',
        '{"code":"0"}',
        '{"code":"0","data":null}',
        '{"code":"0","data":{}}',
        '{"code":"0","data":""}',
        '{"code":"0","data":0}',
        '{"code":"0","data":false}',
        '{"code":null,"data":[]}',
        '{"code":"","data":[]}',
        '{"code":false,"data":[]}',
        '{"code":true,"data":[]}',
        '{"code":0.0,"data":[]}',
        '{"code":["0"],"data":[]}',
        '{"code":{},"data":[]}',
    ],
)
def test_anything_else_is_no_answer(dialect: OkxDialect, body: str) -> None:
    """An envelope of another shape is not an empty list."""
    with pytest.raises(BadBodyError):
        dialect.open_envelope(decode(body.encode()))


@pytest.mark.parametrize("code", ["1", "2", "50026", "00", " 0", "0 ", "-0", "0.0", "ok", "200"])
def test_any_other_code_is_a_refusal(dialect: OkxDialect, code: str) -> None:
    """Only exactly zero is success; 1 and 2 mean that all or part of it failed."""
    refusal = dialect.open_envelope({"code": code, "data": [], "msg": "why"})
    assert refusal == Refusal(code, "why")


def test_refusal_without_data_is_one(dialect: OkxDialect) -> None:
    """Captured 401 bodies carry no data key at all."""
    body = {"msg": "API key doesn't exist", "code": "50119"}
    assert dialect.open_envelope(body) == Refusal("50119", "API key doesn't exist")


def test_refusal_tells_what_its_rows_say(dialect: OkxDialect) -> None:
    """With code 1 the reason stands in the rows."""
    body = {"code": "1", "msg": "", "data": [{"sCode": "51000", "sMsg": "bad instId"}]}
    assert dialect.open_envelope(body) == Refusal("1", "51000 bad instId")


@pytest.mark.parametrize("msg", [None, 5, [], {}, True])
def test_refusal_without_words_is_one(dialect: OkxDialect, msg: Any) -> None:
    """A message of another type does not turn an error into anything else."""
    assert dialect.open_envelope({"code": "50026", "msg": msg}) == Refusal("50026", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b'{"code":"0","data":[]',
        b'{"code":"0","data":[]}{"code":"0","data":[]}',
        b'{"code":"0","data":[1],"data":[]}',
        b'{"code":"51000","code":"0","data":[]}',
        b'{"code":"0","data":[{"bal":"1","bal":"0"}]}',
        b'{"code":"0","data":[{"bal":NaN}]}',
        b'{"code":"0","data":[{"bal":Infinity}]}',
        b'{"code":"0","data":["\xff"]}',
        b'\xef\xbb\xbf{"code":"0","data":[]}',
        b"[" * 100_000,
        b'{"code":"0","data":[' + b"9" * 10_000 + b"]}",
    ],
    ids=range(13),
)
def test_ambiguous_bodies_are_no_answer(body: bytes) -> None:
    """What two parsers could read in two ways, nobody reads here."""
    with pytest.raises(BadBodyError):
        decode(body)


def test_numbers_stay_exact() -> None:
    """No number passes through a float."""
    text = '{"bal":0.1000000000000000055511151231257827,"n":1e-18,"i":12345678901234567890123}'
    decoded = decode(text.encode())
    assert [str(value) for value in decoded.values()] == [
        "0.1000000000000000055511151231257827",
        "1E-18",
        "12345678901234567890123",
    ]
    assert all(not isinstance(value, float) for value in decoded.values())


@pytest.mark.parametrize(
    "rows", [[], [{}], [{"ts": ""}], [{"ts": "soon"}], [{"ts": None}], [5], [{"ts": "1.5"}]]
)
def test_clock_without_time_tells_none(dialect: OkxDialect, rows: list[Any]) -> None:
    """A clock answer that tells no time is no answer."""
    with pytest.raises(BadBodyError):
        dialect.clock_ms(rows)


def test_clock_tells_milliseconds(dialect: OkxDialect) -> None:
    """The documented sample, whose time is a string of milliseconds."""
    rows = json.loads('[{"ts":"1597026383085"}]')
    assert dialect.clock_ms(rows) == 1_597_026_383_085
    assert dialect.clock is CLOCK
