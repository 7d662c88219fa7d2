"""Each fault as the bytes that a client really meets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from tests.simulator.support import Client, serving

from readiness.simulator import Fault, OkxAccount, rows

PATH = "asset/balances"
Check = Callable[[httpx.Response], bool]


@pytest.fixture
def account() -> OkxAccount:
    account = OkxAccount()
    for ccy in ("USDT", "TRX"):
        account.funding(ccy, "1.5")
    return account


def faulty(client: Client, fault: Fault) -> httpx.Response:
    client.sim.fault(PATH, fault)
    return client.request(PATH)


WHOLE: list[tuple[Fault, Check]] = [
    (Fault.status(503), lambda r: r.status_code == 503 and r.content == b""),
    (
        Fault.status(451, "gone", {"X-Why": "law"}),
        lambda r: (r.status_code, r.text, r.headers["x-why"]) == (451, "gone", "law"),
    ),
    (Fault.status(599, b"\xff\xfe"), lambda r: (r.status_code, r.content) == (599, b"\xff\xfe")),
    (Fault.too_many(7), lambda r: (r.status_code, r.headers["retry-after"]) == (429, "7")),
    (Fault.too_many(None), lambda r: "retry-after" not in r.headers),
    (
        Fault.error("50026", status=500),
        lambda r: (r.status_code, r.json()["code"], r.json()["data"]) == (500, "50026", []),
    ),
    (Fault.error("50119", status=401), lambda r: "data" not in r.json()),
    (
        Fault.error("51024", "frozen at your request"),
        lambda r: (r.status_code, r.json()["msg"]) == (200, "frozen at your request"),
    ),
    (
        Fault.html(),
        lambda r: r.headers["content-type"].startswith("text/html") and "<html" in r.text,
    ),
    (Fault.empty(), lambda r: (r.status_code, r.content) == (200, b"")),
    (Fault.body("null"), lambda r: r.json() is None),
    (Fault.body("[]"), lambda r: r.json() == []),
    (Fault.body("{}"), lambda r: r.json() == {}),
    (Fault.body(b'"\xff"'), lambda r: r.content == b'"\xff"'),
    (Fault.deep(50), lambda r: r.text == "[" * 50 + "]" * 50),
    (Fault.huge(100_000), lambda r: len(r.content) > 100_000 and len(r.json()["data"]) == 2),
    (
        Fault.huge(1_000_000, compressed=True),
        lambda r: len(r.content) > 1_000_000 and int(r.headers["content-length"]) < 10_000,
    ),
    (Fault.redirect("/api/v5/public/time"), lambda r: r.status_code == 302),
    (
        Fault.redirect("http://127.0.0.1:9/elsewhere", 308),
        lambda r: r.headers["location"] == "http://127.0.0.1:9/elsewhere",
    ),
]
LIES: list[tuple[Fault, Check]] = [
    (Fault.no_rows(), lambda r: set(r.json()) == {"code", "msg"}),
    (Fault.rows(None), lambda r: r.json()["data"] is None),
    (Fault.rows({}), lambda r: r.json()["data"] == {}),
    (Fault.rows("text"), lambda r: r.json()["data"] == "text"),
    (Fault.rows([]), lambda r: r.json() == {"code": "0", "data": [], "msg": ""}),
    (Fault.row("text"), lambda r: r.json()["data"] == ["text", "text"]),
    (Fault.row(None), lambda r: r.json()["data"] == [None, None]),
    (Fault.field("bal", None), lambda r: [x["bal"] for x in r.json()["data"]] == [None] * 2),
    (Fault.field("bal", 1.5), lambda r: b'"bal":1.5' in r.content),
    (Fault.field("nosuch", "x"), lambda r: "nosuch" not in r.text),
    (Fault.no_field("ccy"), lambda r: "ccy" not in r.text and "bal" in r.text),
    (Fault.envelope(code=0), lambda r: r.json()["code"] == 0),
    (Fault.envelope(code="1", msg="no"), lambda r: len(r.json()["data"]) == 2),
    (Fault.duplicate_key(), lambda r: r.json()["data"] == [] and r.text.count('"data"') == 2),
    (Fault.duplicate_key("code", "50026"), lambda r: r.json()["code"] == "50026"),
    (Fault.content_length(-10), lambda r: len(r.json()["data"]) == 2),
]


@pytest.mark.parametrize(
    ("fault", "check"),
    WHOLE + LIES[:-1],
    ids=lambda value: value.name if isinstance(value, Fault) else "",
)
def test_answer(account: OkxAccount, fault: Fault, check: Check) -> None:
    with serving(account) as client:
        response = faulty(client, fault)
        assert check(response)
        assert client.sim.requests[-1].fault == fault.name
        assert client.sim.requests[-1].status == response.status_code
        client.sim.clear_faults()
        assert client.rows(PATH) == [
            {"availBal": "1.5", "bal": "1.5", "ccy": ccy, "frozenBal": "0"}
            for ccy in ("USDT", "TRX")
        ]


BROKEN: list[tuple[Fault, type[Exception]]] = [
    (Fault.closed(), httpx.RemoteProtocolError),
    (Fault.aborted(), httpx.ReadError),
    (Fault.cut(), httpx.RemoteProtocolError),
    (Fault.reset(), httpx.ReadError),
    (Fault.content_length(+10), httpx.RemoteProtocolError),
    (Fault.corrupt_gzip(), httpx.DecodingError),
    (Fault.hang(), httpx.ReadTimeout),
    (Fault.stall(), httpx.ReadTimeout),
]


@pytest.mark.parametrize(
    ("fault", "error"), BROKEN, ids=lambda value: value.name if isinstance(value, Fault) else ""
)
def test_broken_connection(account: OkxAccount, fault: Fault, error: type[Exception]) -> None:
    with serving(account) as client:
        client.http.timeout = httpx.Timeout(0.2)
        with pytest.raises(error):
            faulty(client, fault)
        client.sim.clear_faults()
        client.http.timeout = httpx.Timeout(5)
        assert len(client.rows(PATH)) == 2
        gzip = fault.name == "corrupt gzip"
        assert [a.status for a in client.sim.requests] == [200 if gzip else 0, 200]


def test_shorter_announced_length_cuts_the_json(account: OkxAccount) -> None:
    with serving(account) as client, pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        faulty(client, Fault.content_length(-10)).json()


def test_truncated_json(account: OkxAccount) -> None:
    with serving(account) as client:
        response = faulty(client, Fault.truncated())
        assert int(response.headers["content-length"]) == len(response.content)
        with pytest.raises(ValueError, match=r".+"):
            response.json()


def test_hanging_answer_does_not_keep_the_server_from_stopping(account: OkxAccount) -> None:
    with serving(account) as client:
        client.http.timeout = httpx.Timeout(0.05)
        with pytest.raises(httpx.ReadTimeout):
            faulty(client, Fault.hang())


def test_slow_answer_waits_on_the_injected_clock(account: OkxAccount) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    with serving(account, sleep=sleep) as client:
        assert len(faulty(client, Fault.slow(12.5)).json()["data"]) == 2
    assert waited == [12.5]


def test_number_of_times(account: OkxAccount) -> None:
    with serving(account) as client:
        client.sim.fault(PATH, Fault.status(500), times=2)
        assert [client.request(PATH).status_code for _ in range(4)] == [500, 500, 200, 200]


def test_only_for_certain_parameters() -> None:
    with serving() as client:
        client.sim.fault(
            "trade/orders-algo-pending",
            Fault.error("50026"),
            when=lambda query: query.get("ordType") == "twap",
        )
        assert client.code("trade/orders-algo-pending", ordType="twap") == "50026"
        assert client.code("trade/orders-algo-pending", ordType="chase") == "0"


def test_only_on_one_page() -> None:
    account = OkxAccount()
    account.put("trade/orders-pending", *(rows.order(ordId=str(i)) for i in range(1, 10)))
    with serving(account) as client:
        client.sim.fault("trade/orders-pending", Fault.empty(), page=2)

        def sizes() -> list[int]:
            cursors: list[dict[str, str]] = [{}, {"after": "7"}, {"after": "4"}]
            pages = [client.request("trade/orders-pending", limit="3", **c) for c in cursors]
            return [len(page.content) for page in pages]

        for first, second, third in (sizes(), sizes()):
            assert first
            assert not second
            assert third


def test_only_on_one_numbered_page() -> None:
    account = OkxAccount()
    account.join("affiliate")
    with serving(account) as client:
        client.sim.fault("affiliate/link/list", Fault.empty(), page=2)
        bodies = [client.request("affiliate/link/list", page=p).content for p in ("1", "2", "3")]
        assert [bool(body) for body in bodies] == [True, False, True]


def test_patterns_and_the_last_word() -> None:
    with serving() as client:
        client.sim.fault("*", Fault.status(503))
        client.sim.fault("asset/*", Fault.status(500))
        assert client.request("account/config").status_code == 503
        assert client.request("asset/balances").status_code == 500


def test_public_and_unknown_paths_can_fail_too() -> None:
    with serving() as client:
        client.sim.fault("public/time", Fault.html())
        client.sim.fault("no/such/path", Fault.status(502))
        assert "<html" in client.request("public/time").text
        assert client.request("no/such/path").status_code == 502


def test_field_at_any_depth() -> None:
    account = OkxAccount()
    account.trading("BTC", "1")
    with serving(account) as client:
        client.sim.fault("account/balance", Fault.field("liab", "abc"))
        assert client.rows("account/balance")[0]["details"][0]["liab"] == "abc"


def test_lies_leave_other_bodies_alone() -> None:
    with serving() as client:
        for fault in (Fault.rows(1), Fault.no_rows(), Fault.row(1), Fault.duplicate_key()):
            client.sim.fault("no/such/path", fault)
            assert b"<html" in client.request("no/such/path").content


def test_row_fault_on_an_empty_list_makes_a_row() -> None:
    with serving() as client:
        assert faulty(client, Fault.row(17)).json()["data"] == [17]


def test_limits_and_signatures_hold_under_faults() -> None:
    with serving() as client:
        client.sim.fault("account/config", Fault.envelope(code=0))
        assert [client.request("account/config").status_code for _ in range(6)][-1] == 429
        assert len(client.sim.violations) == 1


def test_names_are_short_and_tell_faults_apart() -> None:
    names = [fault.name for fault, _ in WHOLE + LIES + BROKEN]
    assert all(len(name) < 60 for name in names)
    assert len(set(names)) > len(names) - 6
    assert json.dumps(names)


def test_rows_without_an_envelope() -> None:
    """An exchange whose bodies are bare lists gets the same faults."""
    from readiness.simulator.reply import Dialect, Reply, encode

    def error(code: str, msg: str, status: int) -> Any:
        return {"code": int(code), "msg": msg}

    honest = Reply(200, encode([{"a": {"b": "1"}}]), Dialect(error, rows_key=None))

    def after(fault: Fault) -> Any:
        return fault.change(honest).payload()

    assert after(Fault.rows("x")) == "x"
    assert after(Fault.no_rows()) == {}
    assert after(Fault.row(None)) == [None]
    assert after(Fault.field("b", 2)) == [{"a": {"b": 2}}]
    assert after(Fault.no_field("b")) == [{"a": {}}]
    assert after(Fault.envelope(code=0)) == [{"a": {"b": "1"}}]
    assert after(Fault.duplicate_key()) == [{"a": {"b": "1"}}]
    assert after(Fault.error("7", "no")) == {"code": 7, "msg": "no"}
