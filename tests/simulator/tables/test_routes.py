"""Routes as data: which one is meant, what it wants, who may ask, what it answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest
from tests.simulator.tables.toy import KEY, ToyAccount, ToyRoute, serving

from readiness.simulator import Fault
from readiness.simulator.limits import Limit
from readiness.simulator.tables.account import ApiKey
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Asked, Params, Product
from readiness.simulator.tables.window import DAY_MS, Window, milliseconds


def test_path_and_verb() -> None:
    """What is not in the table is refused, and so is another verb than the table's."""
    with serving(ToyRoute(path="things")) as toy:
        assert toy.data("things") == []
        assert toy.error("other")[0] == Problem.PATH
        assert toy.post("things")["error"] == Problem.VERB


def test_form_is_parameters() -> None:
    """A form body counts like a query: for filters, for faults, and in the record."""
    route = ToyRoute(path="things", method="POST", required=("kind",), filters=equal("kind"))
    with serving(route) as toy:
        toy.account.put("things", {"kind": "a"}, {"kind": "b"})
        assert toy.post("things", kind="b", nonce="7") == {"data": [{"kind": "b"}]}
        assert toy.post("things", nonce="8")["error"] == Problem.REQUIRED
        toy.sim.fault("things", Fault.empty(), when=lambda params: params.get("kind") == "a")
        assert toy.post("things", kind="b")["data"]
        with pytest.raises(ValueError, match="Expecting value"):
            toy.post("things", kind="a")
        assert toy.sim.requests[0].params == {"kind": "b"}


def test_same_path_twice() -> None:
    """A parameter tells two routes with one verb and path apart, with rows of their own."""
    spot = ToyRoute(path="orders", name="spot", when=lambda params: "tradeType" in params)
    futures = ToyRoute(path="orders", name="futures")
    with serving(spot, futures) as toy:
        toy.account.put("spot", {"id": 1})
        toy.account.put("futures", {"id": 2})
        assert toy.data("orders", tradeType="TRADE") == [{"id": 1}]
        assert toy.data("orders") == [{"id": 2}]
        assert toy.sim.table["spot"] is spot


def test_parameters_of_the_path() -> None:
    """What stands in a template of a path is a parameter like any other."""
    with serving(ToyRoute(path="subs/{subId}/money", filters=equal("subId"))) as toy:
        toy.account.put("subs/{subId}/money", {"subId": 1}, {"subId": 2})
        assert toy.data("subs/2/money") == [{"subId": 2}]
        assert toy.error("subs/2/3/money")[0] == Problem.PATH


def test_split_lists() -> None:
    """A parameter that chooses among several lists gives each a place of its own."""
    with serving(ToyRoute(path="orders", split="category", required=("category",))) as toy:
        toy.account.put("orders:spot", {"id": 1})
        assert toy.data("orders", category="spot") == [{"id": 1}]
        assert toy.data("orders", category="linear") == []
        assert toy.error("orders") == (Problem.REQUIRED, "category")


def test_parameters_are_checked() -> None:
    """Missing and impossible parameters are refused by name."""

    def rule(params: Params) -> None:
        if params.get("a") and params.get("b"):
            raise RefusalError("both", "a and b")

    route = ToyRoute(
        path="things",
        any_of=("a", "b"),
        choices={"kind": ("x", "y")},
        filters=(Filter("state", values=("1", "2"), many=True, most=2),),
        rule=rule,
    )
    with serving(route) as toy:
        assert toy.error("things") == (Problem.ANY_OF, "a, b")
        assert toy.error("things", a="1", kind="z") == (Problem.VALUE, "kind")
        assert toy.error("things", a="1", state="3") == (Problem.VALUE, "state")
        assert toy.error("things", a="1", state="1,2,1") == (Problem.VALUE, "state")
        assert toy.error("things", a="1", b="1") == ("both", "a and b")
        assert toy.data("things", a="1", kind="x", state="1,2") == []


def test_what_is_not_shown() -> None:
    """Fields that begin with an underscore narrow a list, and nobody sees them."""
    window = Window("_at", longest=7)
    with serving(ToyRoute(path="past", window=window, filters=(Filter("who", "_who"),))) as toy:
        now = int(toy.clock() * 1000)
        old = now - 9 * DAY_MS
        toy.account.put("past", {"id": 1, "_at": old}, {"id": 2, "_at": now, "_who": "me"})
        assert toy.data("past", who="me") == [{"id": 2}]
        assert toy.data("past", who="you") == []


def test_filters() -> None:
    """Filters compare words, several of them, their meanings, and what is computed."""
    coin = Filter("settle", of=lambda row: str(row["symbol"])[-4:])
    state = Filter("state", meanings={"open": ("1", "2")}, default="open")
    with serving(ToyRoute(path="things", filters=(coin, state, *equal("live")))) as toy:
        rows: list[Any] = [
            {"symbol": "BTCUSDT", "state": 1, "live": True},
            {"symbol": "BTCUSDC", "state": 2, "live": False},
            {"symbol": "BTCUSDT", "state": 3, "live": True},
        ]
        toy.account.put("things", *rows, "rubbish")
        assert toy.data("things") == [rows[0], rows[1], "rubbish"]
        assert toy.data("things", settle="USDC") == [rows[1], "rubbish"]
        assert toy.data("things", state="3", live="true") == [rows[2], "rubbish"]


def test_a_word_for_all_of_them() -> None:
    """A filter may have a word that narrows nothing."""
    with serving(ToyRoute(path="things", filters=(Filter("kind", every="all"),))) as toy:
        toy.account.put("things", {"kind": "a"}, {"kind": "all"})
        assert len(toy.data("things", kind="all")) == 2
        assert toy.data("things", kind="a") == [{"kind": "a"}]


def test_rows_that_a_key_may_not_see() -> None:
    """What is hidden depends on the key and on the row, and is not counted either."""

    def hidden(asked: Asked[ToyAccount], row: Any) -> bool:
        return row["level"] not in asked.key.permissions

    route = ToyRoute(
        path="things", hides=hidden, at="rows", beside=lambda _, rows: {"n": len(rows)}
    )
    with serving(route) as toy:
        toy.account.put("things", {"level": "read"}, {"level": "secret"})
        assert toy.data("things") == {"rows": [{"level": "read"}], "n": 1}
        toy.account.change_key(permissions=("secret", "read"))
        assert toy.data("things")["n"] == 2


def test_limits_of_a_key() -> None:
    """Two keys of one account may have a budget each."""
    account = ToyAccount()
    account.add_key(ApiKey("second", "secret", permissions=("read",)))
    with serving(ToyRoute(path="things", limits=(Limit(1, 10, "key"),)), account=account) as toy:
        assert toy.data("things") == []
        assert toy.error("things")[0] == Problem.RATE
        toy.headers[KEY] = "second"
        assert toy.data("things") == []
        assert [each.owner for each in toy.sim.violations] == [f"{account.uid}, key 1"]


def test_who_may_ask() -> None:
    """Permissions, main accounts, modes, products and refusals are checked in that order."""
    account = ToyAccount()
    sub = account.sub_account("sub", key="sub-key", permissions=["read", "Spot.Trade"])
    routes = (
        ToyRoute(path="permission", needs=("Spot.*",)),
        ToyRoute(path="main", main_only=True),
        ToyRoute(path="mode", modes=("old",)),
        ToyRoute(path="product", product=Product("club", "no-club", ("product",))),
    )
    with serving(*routes, account=account) as toy:
        assert toy.error("permission") == (Problem.PERMISSION, "Spot.*")
        assert toy.data("main") == []
        assert toy.error("mode") == (Problem.MODE, "new")
        assert toy.error("product")[0] == "no-club"
        account.join("club")
        account.mode = "old"
        assert (toy.data("product"), toy.data("mode")) == ([], [])
        account.refuse("m*", "down", "later")
        assert toy.error("main") == ("down", "later")
        toy.headers[KEY] = sub.key
        assert toy.data("permission") == []
        assert toy.error("main")[0] == Problem.MAIN_ONLY
        toy.headers[KEY] = "unknown"
        assert toy.error("main") == ("nobody", "unknown")
        assert [arrival.uid for arrival in toy.sim.requests][-2:] == [sub.uid, ""]


def test_scope() -> None:
    """A parameter may name a sub-account, by name or number, whose data is then answered."""
    account = ToyAccount()
    sub = account.sub_account("s1")
    sub.put("money", {"coin": "BTC"})
    with serving(ToyRoute(path="money", scope="memberId"), account=account) as toy:
        assert toy.data("money") == []
        assert toy.data("money", memberId=account.uid) == []
        assert toy.data("money", memberId="s1") == [{"coin": "BTC"}]
        assert toy.data("money", memberId=sub.uid) == [{"coin": "BTC"}]
        assert toy.error("money", memberId="s2") == (Problem.SUB_ACCOUNT, "memberId")


def test_public() -> None:
    """A public route needs no key and serves what the market has."""
    public = ToyRoute(path="time", access="public", single=True, view=lambda a: [{"ms": a.ms}])
    listed = ToyRoute(path="news", access="public")
    either = ToyRoute(path="either", access="either")
    with serving(public, listed, either, arrange=lambda t: t.market.put("news", {"id": 1})) as toy:
        toy.account.put("either", {"mine": True})
        assert toy.data("either") == [{"mine": True}]
        toy.headers.clear()
        assert toy.data("time") == {"ms": int(toy.clock() * 1000)}
        assert toy.data("news") == [{"id": 1}]
        assert toy.data("either") == []
        assert toy.sim.requests[-1].signed is False


def test_forms_of_an_answer() -> None:
    """A payload is a list, a list at a place, one object, or a map by a field."""

    def one(asked: Asked[ToyAccount]) -> list[dict[str, Any]]:
        return [{"a": 1, "b": {"c": len(asked.account.rows("deep"))}}]

    routes = (
        ToyRoute(path="deep", at="result.list", beside=lambda _, rows: {"result.n": len(rows)}),
        ToyRoute(path="one", single=True, view=one, beside=lambda *_: {"b.d": 2}),
        ToyRoute(path="none", single=True),
        ToyRoute(path="nothing", single=True, view=lambda _: cast(Any, [None])),
        ToyRoute(path="map", keyed="id", beside=lambda *_: {"last": 7}),
        ToyRoute(path="computed", view=one),
    )
    with serving(*routes) as toy:
        toy.account.put("deep", {"id": 1})
        toy.account.put("map", {"id": "x", "n": Decimal("1.10")})
        assert toy.data("deep") == {"result": {"list": [{"id": 1}], "n": 1}}
        assert toy.data("one") == {"a": 1, "b": {"c": 1, "d": 2}}
        toy.account.put("one", {"a": 5})
        assert toy.data("one")["a"] == 5
        toy.account.put("one", "rubbish")
        assert toy.data("one") == "rubbish"
        assert toy.data("nothing") is None
        toy.account.put("nothing", {"a": 1})
        assert toy.data("nothing") == {"a": 1}
        assert toy.data("none") == {}
        assert toy.data("map") == {"x": {"n": 1.1}, "last": 7}
        assert len(toy.data("computed")) == 1
        toy.account.put("computed")
        assert toy.data("computed") == []
        toy.account.clear("computed")
        assert len(toy.data("computed")) == 1


def test_limits() -> None:
    """A user's windows, a decaying counter and an address's crowd are all kept."""
    counter = Limit(3, 6, decays=True, pool="all", weight=2)
    routes = (
        ToyRoute(path="window", limits=(Limit(2, 10),)),
        ToyRoute(path="counter", limits=(counter,)),
    )
    with serving(*routes, crowd=Limit(9, 100, "ip")) as toy:
        assert [toy.get("window").get("error") for _ in range(3)] == [None, None, Problem.RATE]
        assert [toy.get("counter").get("error") for _ in range(2)] == [None, Problem.RATE]
        # The counter stands at 2 and falls by a half in a second.
        toy.clock.time += 1.9
        assert toy.error("counter") == (Problem.RATE, "3, less 3 in 6 s, per user")
        toy.clock.time += 0.2
        assert toy.data("counter") == []
        assert [toy.get("window")["error"] for _ in range(3)] == [
            Problem.RATE,
            Problem.RATE,
            Problem.CROWD,
        ]
        assert {violation.path for violation in toy.sim.violations} == {"window", "counter", "*"}


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, [1, 5]),
        (0, None, []),
        (7, None, [1, 5]),
        (9, 4, [5, 8]),
        (None, 4, [5, 8]),
        (12, 4, Problem.SPAN),
        (4, 9, Problem.SPAN),
    ],
)
def test_window(start: int | None, end: int | None, shown: Any) -> None:
    """A list shows the time asked for, a usual one without, and refuses more than the longest."""
    with serving(ToyRoute(path="past", window=Window("time", longest=7, default=6))) as toy:
        now = int(toy.clock() * 1000)
        toy.account.put("past", *({"time": str(now - days * DAY_MS)} for days in (1, 5, 8, 30)))
        ends = {"startTime": start, "endTime": end}
        sent = {k: str(now - days * DAY_MS) for k, days in ends.items() if days is not None}
        body = toy.get("past", **sent)
        if isinstance(shown, Problem):
            assert body["error"] == shown
        else:
            assert [(now - int(row["time"])) // DAY_MS for row in body["data"]] == shown


def test_shorter_than_the_longest() -> None:
    """Where documents say that a span is less than the longest, just as long is too long."""
    window = Window("time", longest=7, below=True)
    with serving(ToyRoute(path="past", window=window)) as toy:
        sent = {"startTime": "0", "endTime": str(7 * DAY_MS - 1)}
        assert toy.data("past", **sent) == []
        sent["endTime"] = str(7 * DAY_MS)
        assert toy.error("past", **sent)[0] == Problem.SPAN
        assert toy.data("past") == []


def test_a_beginning_alone_may_mean_a_day() -> None:
    """However long a span may be that has both ends."""
    window = Window("time", longest=7, default=1, forward=True, ahead=1)
    with serving(ToyRoute(path="past", window=window)) as toy:
        now = int(toy.clock() * 1000)
        toy.account.put("past", *({"time": str(now - hours * 3_600_000)} for hours in (1, 30, 60)))
        start = str(now - 72 * 3_600_000)
        assert len(toy.data("past")) == 1
        assert [row["time"] for row in toy.data("past", startTime=start)] == [
            str(now - 60 * 3_600_000)
        ]
        assert len(toy.data("past", startTime=start, endTime=str(now))) == 3


def test_forward_window_in_seconds() -> None:
    """A beginning alone may mean the days after it, and times may be seconds."""
    window = Window("at", "from", "to", longest=7, forward=True, row_unit=1000, unit=1000)
    with serving(ToyRoute(path="past", window=window)) as toy:
        now = int(toy.clock())
        toy.account.put("past", {"at": now - 86_400}, {"at": now - 9 * 86_400}, {"at": "soon"})
        shown = toy.data("past", **{"from": str(now - 10 * 86_400)})
        assert shown == [{"at": now - 9 * 86_400}, {"at": "soon"}]
        assert toy.error("past", to="soon") == (Problem.VALUE, "to")


def test_after_the_beginning() -> None:
    """Where documents say that the beginning is not shown, what lies on it is left out."""
    window = Window("time", after=True)
    with serving(ToyRoute(path="past", window=window)) as toy:
        toy.account.put("past", {"time": 5}, {"time": 6}, {"time": "soon"})
        assert toy.data("past", startTime="5") == [{"time": 6}, {"time": "soon"}]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (5, 1, 5),
        ("5", 1000, 5000),
        ("1.5", 1000, 1500),
        (Decimal("1.5"), 1000, 1500),
        ("1970-01-01T00:00:01Z", 1, 1000),
        ("1970-01-01 00:00:01", 1, 1000),
        (True, 1, None),
        (None, 1, None),
        ("soon", 1, None),
        ("NaN", 1, None),
    ],
)
def test_milliseconds(value: Any, unit: int, expected: int | None) -> None:
    """Times are read in every way that exchanges write them."""
    assert milliseconds(value, unit) == expected
