"""Who may ask what: permissions, products, main and sub-accounts."""

from __future__ import annotations

import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator.binance.account import BinanceAccount

PM = {"isPortfolioMarginRetailEnabled": True}
CLOSED = {"isMarginEnabled": False, "isFutureEnabled": False, "isOptionsEnabled": False}
FUTURES = ["fapi/v3/account", "fapi/v1/openAlgoOrders", "dapi/v1/account", "dapi/v1/openOrders"]
PAPI = ["papi/v1/balance", "papi/v1/um/openOrders", "papi/v2/um/account"]
PRO = ["sapi/v1/portfolio/balance", "sapi/v1/portfolio/pmLoan", "sapi/v2/portfolio/account"]
LOAN = "sapi/v1/portfolio/pmLoan"


def as_sub(client: Client) -> Client:
    """The same exchange, asked by a sub-account with a key of its own."""
    sub = client.account.sub_account("sub@x.com", key="sub-key")
    return Client(client.sim, sub, client.clock, client.http)


@pytest.mark.parametrize(
    ("path", "flag", "params"),
    [
        ("sapi/v1/algo/spot/openOrders", "enableSpotAndMarginTrading", {}),
        ("sapi/v1/algo/futures/openOrders", "enableFutures", {}),
        ("sapi/v1/algo/futures/openOrders", "enablePortfolioMarginTrading", {}),
        ("eapi/v1/block/order/orders", "enableVanillaOptions", {}),
        ("sapi/v1/w3w/wallet/prediction/wallet/list", "enablePredictionTrade", {}),
        (
            "sapi/v1/asset/custody/transfer-history",
            "enableSpotAndMarginTrading",
            {"email": "a@x.com", "startTime": "1", "endTime": "2"},
        ),
    ],
)
def test_some_reads_want_a_power_to_act(path: str, flag: str, params: dict[str, str]) -> None:
    """A read-only key is not authorised there; one with the permission is."""
    with serving() as client:
        assert client.refusal(path, **params) == (401, -1002)
        client.account.restrictions[flag] = True
        assert client.code(path, **params) == "200"


@pytest.mark.parametrize("path", [*FUTURES, "eapi/v1/marginAccount", "eapi/v1/position"])
def test_products_that_were_never_opened(path: str) -> None:
    """Futures and options that are not opened refuse the key as if it were wrong."""
    with serving(BinanceAccount(info=CLOSED)) as client:
        assert client.refusal(path) == (401, -2015)
        client.account.info.update(dict.fromkeys(CLOSED, True))
        assert client.code(path) == "200"


@pytest.mark.parametrize("path", PAPI)
def test_portfolio_margin(path: str) -> None:
    """Portfolio margin is not opened unless an account says so."""
    with serving() as client:
        assert client.body("sapi/v1/account/info")["isPortfolioMarginRetailEnabled"] is False
        assert client.refusal(path) == (401, -2015)
    with serving(BinanceAccount(info=PM)) as client:
        assert client.code(path) == "200"


@pytest.mark.parametrize(
    ("product", "path"),
    [("futures", FUTURES[0]), ("options", "eapi/v1/position"), ("portfolio_margin", PAPI[0])],
)
def test_keys_older_than_a_product(product: str, path: str) -> None:
    """The account says that the product is opened, and the key cannot see it all the same."""
    account = BinanceAccount(info=PM)
    account.product_key_predates(product)
    with serving(account) as client:
        assert client.body("sapi/v1/account/info") == account.info
        assert client.refusal(path) == (401, -2015)


def test_margin_that_was_never_opened() -> None:
    """It says that it was not created, or that it does not exist, as the account is set."""
    with serving(BinanceAccount(info=CLOSED)) as client:
        said = client.body("sapi/v1/margin/account")
        assert (said["created"], said["tradeEnabled"], said["userAssets"]) == (False, False, [])
        assert client.body("sapi/v1/margin/openOrders") == []
        client.account.settings["margin_unopened"] = "-3003"
        assert client.refusal("sapi/v1/margin/account") == (400, -3003)
        assert client.refusal("sapi/v1/margin/openOrders") == (400, -3003)


def test_isolated_margin_that_was_never_opened() -> None:
    """It is empty, or does not exist, as the account is set."""
    path = "sapi/v1/margin/isolated/account"
    account = BinanceAccount(isolated_unopened="-11001")
    with serving(account) as client:
        assert client.refusal(path) == (400, -11001)
        account.settings["isolated_unopened"] = ""
        assert client.body(path)["assets"] == []
        account.isolated("BTCUSDT")
        account.settings["isolated_unopened"] = "-11001"
        assert len(client.body(path)["assets"]) == 1


@pytest.mark.parametrize("path", PRO)
def test_portfolio_margin_pro(path: str) -> None:
    """Everybody else is told that this is no account of that kind."""
    with serving() as client:
        assert client.refusal(path) == (400, -21001)
        client.account.settings["pm_pro"] = True
        assert client.code(path) == "200"


def test_bankruptcy_loan() -> None:
    """Without a loan there is an amount of zero, or a code, as the account is set."""
    with serving(BinanceAccount(pm_pro=True)) as client:
        assert client.body(LOAN)["amount"] == "0"
        client.account.settings["pm_loan_code"] = "-21004"
        assert client.refusal(LOAN) == (400, -21004)
        client.account.put(LOAN, {"amount": "5"})
        assert client.body(LOAN)["amount"] == "5"


def test_whose_key_it_is() -> None:
    """One question is for sub-accounts only, and so tells them from main accounts."""
    path = "sapi/v1/sub-account/transfer/subUserHistory"
    with serving() as client:
        assert client.refusal(path) == (400, -12022)
        assert as_sub(client).body(path) == []


@pytest.mark.parametrize(
    "path",
    [
        "sapi/v1/sub-account/list",
        "sapi/v1/sub-account/status",
        "sapi/v1/sub-account/margin/accountSummary",
        "sapi/v1/managed-subaccount/info",
        "sapi/v1/margin/loan-groups/activated",
    ],
)
def test_what_only_a_main_account_may_ask(path: str) -> None:
    """The key of a sub-account is told so."""
    with serving() as client:
        assert client.code(path) == "200"
        assert as_sub(client).refusal(path) == (400, -4006)


def test_sub_account_function_that_is_off() -> None:
    """It has two codes for it, by endpoint."""
    with serving(BinanceAccount(sub_accounts_enabled=False)) as client:
        assert client.refusal("sapi/v1/sub-account/list") == (400, -8012)
        assert client.refusal("sapi/v1/sub-account/status") == (400, -9000)
        assert client.code("sapi/v1/managed-subaccount/info") == "200"


def test_brokers() -> None:
    """A broker's main account has a list of its own, and nobody else has it."""
    path = "sapi/v1/broker/subAccount"
    with serving() as client:
        assert client.refusal(path) == (400, -9000)
        client.account.settings["broker"] = True
        client.account.put(path, {"subaccountId": "1"})
        assert client.body(path) == [{"subaccountId": "1"}]
        assert client.refusal("sapi/v1/sub-account/list") == (400, -10038)


def test_managed_sub_accounts_have_to_be_listed() -> None:
    """Only an e-mail of the list can be asked about."""
    path = "sapi/v1/managed-subaccount/asset"
    with serving() as client:
        assert client.refusal(path) == (400, -1102)
        assert client.refusal(path, email="m@x.com") == (400, -1130)
        client.account.put("sapi/v1/managed-subaccount/info", {"email": "m@x.com"})
        client.account.put(path, {"coin": "BTC"})
        assert client.body(path, email="m@x.com") == [{"coin": "BTC"}]


def test_refusals_by_order() -> None:
    """A path, or a pattern of paths, refuses with any code, at its usual status."""
    account = BinanceAccount()
    account.refuse("sapi/v1/nft/*", "-1016")
    account.refuse("api/v3/account", "-99999", "made up")
    with serving(account) as client:
        assert client.refusal("sapi/v1/nft/user/getAsset") == (410, -1016)
        response = client.request("api/v3/account")
        assert (response.status_code, response.json()) == (400, {"code": -99999, "msg": "made up"})


def test_unknown_setting() -> None:
    """A setting that does not exist is a mistake of the test that sets it."""
    with pytest.raises(TypeError, match="borker"):
        BinanceAccount(borker=True)
