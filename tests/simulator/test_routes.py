"""The route table: every endpoint answers, and refuses what its documents refuse."""

from __future__ import annotations

import pytest
from tests.each import each
from tests.simulator.support import serving

from readiness.simulator import OkxAccount, rows
from readiness.simulator.okx.route import Route
from readiness.simulator.okx.routes import ROUTES

NEEDED = {
    "acctLv": "1",
    "stgyType": "1",
    "ordType": "trigger",
    "algoId": "1",
    "subAcct": "grid01",
    "instType": "SPOT",
    "signalSourceType": "1",
    "uniqueCode": "x",
    "year": "2026",
    "quarter": "Q1",
    "month": "Jan",
    "periodType": "total",
    "side": "sell",
    "cryptoCurrency": "USDT",
    "fiatCurrency": "EUR",
    "quoteCcy": "USD",
    "wdId": "1",
    "transId": "1",
}
SWITCHED_OFF = {path for path, route in ROUTES.items() if route.retired}
REFUSED_TO_OUTSIDERS = {path for path, route in ROUTES.items() if route.product}


def parameters(route: Route) -> dict[str, str]:
    values = {name: NEEDED.get(name, "") for name in (*route.required, *route.any_of[:1])}
    for narrowing in route.filters:
        if narrowing.name in (*route.required, *route.any_of[:1]) and narrowing.values:
            values[narrowing.name] = (narrowing.alone or narrowing.values)[0]
    return values


def world(mode: int = 3) -> OkxAccount:
    account = OkxAccount(mode=mode)
    account.sub_account("grid01")
    return account


@each("path", ROUTES, str)
def test_empty_account_gets_a_well_formed_envelope(path: str) -> None:
    route = ROUTES[path]
    with serving(world(route.modes[-1])) as client:
        response = client.request(path, **parameters(route))
    body = response.json()
    assert response.headers["content-type"].startswith("application/json")
    assert {"code", "data", "msg"} <= set(body)
    assert isinstance(body["data"], dict if route.one_object else list)
    if path in SWITCHED_OFF:
        assert (response.status_code, body["code"]) == (410, "50005")
    elif path in REFUSED_TO_OUTSIDERS:
        assert route.product is not None
        assert (response.status_code, body["code"]) == (200, route.product.refusal)
    else:
        assert (response.status_code, str(body["code"]), body["msg"]) == (200, "0", "")


@pytest.mark.parametrize("path", rows.FACTORIES)
def test_row_put_under_a_path_is_served_there(path: str) -> None:
    account = world(1 if path == "trade/one-click-repay-history-v2" else 3)
    row = rows.FACTORIES[path]()
    account.put(path, row)
    route = ROUTES[path]
    chosen = {
        n.name: str(row[n.name]).replace("True", "true")
        for n in route.filters
        if n.name in row and not n.many
    }
    with serving(account) as client:
        body = client.body(path, **(parameters(route) | chosen))
    assert body["data"] == [row]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_verbs(method: str) -> None:
    with serving() as client:
        response = client.request("asset/balances", method=method)
        assert (response.status_code, response.json()["code"]) == (405, "50115")


@pytest.mark.parametrize(
    "target", ["/", "/api/v5/", "/api/v5/asset/withdrawal", "/api/v4/asset/balances", "/x"]
)
def test_unknown_path_is_the_gateways_business(target: str) -> None:
    with serving() as client:
        response = client.http.get(client.sim.base_url + target)
        assert response.status_code == 404
        assert "json" not in response.headers["content-type"]


@pytest.mark.parametrize(
    "path", [path for path, route in ROUTES.items() if route.required or route.any_of]
)
def test_required_parameters(path: str) -> None:
    account = world()
    for product in ("affiliate", "p2p-merchant", "copy-trading"):
        account.join(product)
    with serving(account) as client:
        response = client.request(path)
        assert response.status_code == 400
        assert response.json()["code"] == ("50014" if ROUTES[path].required else "50015")


@pytest.mark.parametrize(
    "path", [path for path, route in ROUTES.items() if route.product and not route.main_only]
)
def test_taking_part_opens_a_product(path: str) -> None:
    route = ROUTES[path]
    assert route.product is not None
    account = world()
    account.join(route.product.name)
    with serving(account) as client:
        assert client.code(path, **parameters(route)) == "0"


def test_copy_role_opens_copy_trading() -> None:
    account = OkxAccount(settings={"spotRoleType": "2"})
    with serving(account) as client:
        assert client.rows("copytrading/current-subpositions") == []
        roles = client.rows("copytrading/config")[0]["details"]
        assert [role["roleType"] for role in roles] == ["0", "2"]


def test_account_can_be_refused_a_family_of_paths() -> None:
    account = OkxAccount()
    account.refuse("finance/*", "50051", "not in your country")
    with serving(account) as client:
        body = client.body("finance/savings/balance")
        assert (body["code"], body["msg"], body["data"]) == ("50051", "not in your country", [])
        assert client.code("asset/balances") == "0"


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ("conditional", "0"),
        ("oco", "0"),
        ("conditional,oco", "0"),
        ("oco,conditional", "0"),
        ("trigger", "0"),
        ("move_order_stop", "0"),
        ("iceberg", "0"),
        ("twap", "0"),
        ("chase", "0"),
        ("smart_iceberg", "0"),
        ("trigger,oco", "51000"),
        ("iceberg,twap", "51000"),
        ("limit", "51000"),
    ],
)
def test_algo_order_kinds(kinds: str, code: str) -> None:
    with serving() as client:
        assert client.code("trade/orders-algo-pending", ordType=kinds) == code


def test_filters_narrow() -> None:
    account = OkxAccount()
    account.put("asset/deposit-history", *(rows.deposit(state=s) for s in ("0", "2", "17")))
    account.put(
        "trade/orders-algo-pending",
        *(rows.algo_order(ordType=kind) for kind in ("conditional", "oco", "trigger")),
    )
    account.put("finance/okusd/redeem/history", rows.okusd_redemption(type="fast"))
    account.put("p2p/order/list", rows.p2p_order(), rows.p2p_order(orderStatus="completed"))
    with serving(account) as client:
        assert len(client.rows("asset/deposit-history")) == 3
        assert [r["state"] for r in client.rows("asset/deposit-history", state="17")] == ["17"]
        both = client.rows("trade/orders-algo-pending", ordType="conditional,oco")
        assert {row["ordType"] for row in both} == {"conditional", "oco"}
        assert client.rows("finance/okusd/redeem/history") == []
        assert len(client.rows("finance/okusd/redeem/history", type="fast")) == 1
        pending = client.body("p2p/order/list", completionStatus="pending")["data"]
        assert [row["orderStatus"] for row in pending] == ["new"]


def test_notices_belong_to_the_market() -> None:
    with serving(limits=False) as client:
        client.sim.market.put(
            "system/status", rows.maintenance(), rows.maintenance(state="ongoing")
        )
        assert len(client.rows("system/status")) == 2
        assert len(client.rows("system/status", state="ongoing")) == 1


def test_rubbish_put_under_a_path_is_served_as_it_is() -> None:
    account = OkxAccount()
    account.put("trade/orders-pending", "text", None, {"no": "id"})
    with serving(account) as client:
        found = client.rows("trade/orders-pending", instType="SPOT")
        assert sorted(map(str, found)) == ["None", "text", "{'no': 'id'}"]
