"""Outside truth: KuCoin's own sample answers mean what they should.

Typed from the samples and the fact sheet by hand. What no sample shows is a sample with one
thing changed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pytest
from tests.contract.support import in_short, needs_samples, sample, samples_of

from readiness.domain.amount import Exact
from readiness.domain.items import Holding
from readiness.domain.key import ActingKey, ReadOnlyKey
from readiness.domain.policy import Handling
from readiness.exchanges.catalogue import Request
from readiness.exchanges.kucoin.catalogue import CATALOGUE
from readiness.exchanges.kucoin.collectors import sub_accounts
from readiness.exchanges.kucoin.collectors.orders import symbols
from readiness.exchanges.kucoin.dialect import KucoinDialect
from readiness.exchanges.kucoin.key import read_key
from readiness.exchanges.kucoin.wire.account import AccountMode, KeyInfo, Mode
from readiness.exchanges.kucoin.wire.orders import ActiveSymbols
from readiness.exchanges.kucoin.wire.sub_accounts import SubAccountRow
from readiness.exchanges.registry import EXCHANGES
from readiness.exchanges.rows import rows_in
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.gate.dialect import Refusal, Rows
from readiness.policies import load_policy

pytestmark = needs_samples("kucoin")

NOTHING: Final[dict[str, list[str]]] = {}
TRAITS: Final = {"since_ms": "0"}

# Sample -> the request that is answered so, and what it says, by area.
MEANINGS: Final[dict[str, tuple[str, dict[str, list[str]]]]] = {
    "accounts": (
        "api/v1/accounts",
        {"wallet.funding": ["own 0.01 USDT"], "wallet.spot": ["own 26.66759503 USDT"]},
    ),
    "v3-margin-accounts": (
        "api/v3/margin/accounts",
        {"wallet.margin-cross": ["own 38.68855864 USDT (18.66939173 frozen)"]},
    ),
    "v3-isolated-accounts": (
        "api/v3/isolated/accounts",
        {
            "wallet.margin-isolated": ["own 4.97047372 USDT"],
            "loans.margin": ["owes 0.00038891 + 0.00000003 USDT"],
        },
    ),
    "futures-account-overview": (
        "api/v1/account-overview",
        {"wallet.futures-usdm": ["own 394.439280806 USDT (112.26666171 frozen)"]},
    ),
    # The main account's own; what is a sub-account's is told with another request.
    "futures-account-overview-all": (
        "api/v1/account-overview-all",
        {"wallet.futures-usdm": ["own 76.593630228 USDT (44.8364570708 frozen)"]},
    ),
    "hf-orders-active-symbols": ("api/v1/hf/orders/active/symbols", NOTHING),
    "hf-orders-active": (
        "api/v1/hf/orders/active",
        {"orders.open": ["order 67120bbef094e200070976f6 "]},
    ),
    "hf-orders-active-page": (
        "api/v1/hf/orders/active/page",
        {"orders.open": ["order 67c1437ea5226600071cc080 "]},
    ),
    "hf-margin-order-active-symbols": ("api/v3/hf/margin/order/active/symbols:cross", NOTHING),
    "hf-margin-orders-active": (
        "api/v3/hf/margin/orders/active:cross",
        {"orders.margin-cross": ["order 671667306afcdb000723107f "]},
    ),
    "orders": ("api/v1/orders", {"orders.open": ["order 674a9a872033a50007e2790d "]}),
    "page.empty": ("api/v1/orders", NOTHING),
    "stop-order": (
        "api/v1/stop-order",
        {"orders.algo": ["order vs93gptvr9t2fsql003l8k5p NEW"]},
    ),
    "oco-orders": ("api/v3/oco/orders", {"orders.algo": ["order 674c3cfa72cf2800072ee7ce NEW"]}),
    "futures-orders": (
        "api/v1/orders:futures",
        {"orders.futures-usdm": ["order 230181737576050688 open"]},
    ),
    "futures-stop-orders": (
        "api/v1/stopOrders",
        {"orders.futures-usdm": ["order 230181737576050688 open"]},
    ),
    "futures-positions": (
        "api/v1/positions",
        {
            "positions.futures-usdm": ["position 1 XBTUSDTM margin 22.1310912243 USDT"],
            "positions.futures-coinm": ["position 1 ETHUSDM margin 0.0000407478 ETH"],
        },
    ),
    "ua-account-mode": ("api/ua/v1/account/mode", NOTHING),
    "ua-unified-account-balance": (
        "api/ua/v1/unified/account/balance",
        {"wallet.trading": ["own 97.9936711985 USDT", "own 0.0000216 BTC"]},
    ),
    "ua-unified-account-overview": (
        "api/ua/v1/unified/account/overview",
        {"account.totals": ["total unified 49.935894267", "beyond unified margin 3.8681041666"]},
    ),
    "ua-unified-order-open-list": (
        "api/ua/v1/unified/order/open-list:futures",
        {"orders.futures-usdm": ["order 402650101375365121 2"]},
    ),
    "ua-unified-position-open-list": (
        "api/ua/v1/unified/position/open-list",
        {"positions.futures-usdm": ["position 1 XBTUSDTM margin 1.88488874999999999969 "]},
    ),
    "otc-loan-loan": (
        "api/v1/otc-loan/loan",
        {"loans.institutional": ["owes 100 USDT", "collateral 1000 USDT"]},
    ),
    "otc-loan-accounts": (
        "api/v1/otc-loan/accounts",
        {
            "loans.institutional": [
                "restricted otc-loan: account 1260004199 stands in for an institutional loan with "
                "its TRADE account"
            ]
        },
    ),
    # All that is held is being redeemed.
    "earn-hold-assets": (
        "api/v1/earn/hold-assets",
        {"earn.other": ["redeeming 1 KCS (1 frozen)"]},
    ),
    "purchase-orders": ("api/v3/purchase/orders", {"earn.flexible": ["lent 0.001 BTC"]}),
    # It has come back.
    "redeem-orders": ("api/v3/redeem/orders", NOTHING),
    # All of them have succeeded, and nothing was taken back.
    "deposits": ("api/v1/deposits", NOTHING),
    "withdrawals": ("api/v1/withdrawals", NOTHING),
    "withdrawals.processing": (
        "api/v1/withdrawals",
        {"transfers.withdrawals": ["out 10 USDT review"]},
    ),
    "v2-sub-user": ("api/v2/sub/user", {"sub-accounts": ["sub-account testapi6 own 169579801"]}),
    "v2-sub-accounts": (
        "api/v2/sub-accounts",
        {
            "sub-accounts": [
                "sub-account testapi6 own",
                "sub-account Name1234567 own",
                "sub-account LTkucoin1491 own",
            ],
            "wallet.funding": ["own 0.01 USDT"],
            "wallet.spot": ["own 0.01 USDT"],
            "wallet.margin-cross": ["own 0.01 USDT"],
        },
    ),
    # One sub-account with an account of every kind. What no other request shows is told as it
    # is; the rest is held against what the others show.
    "ua-sub-account-balance": (
        "api/ua/v1/sub-account/balance",
        {
            "wallet.trading": ["own 9.73539965 USDT", "own 0.0001 BTC"],
            "wallet.margin-isolated": ["own 0.11 USDT"],
            "account.totals": ["across 48.7 USDT", "across 5 USDC", "across 0.00000008 BTC"],
        },
    ),
}

KEYS: Final = {"user-api-key", "user-api-key.read-only", "ua-user-api-key"}

NOT_ASKED: Final = {
    # True or false.
    "hf-accounts-opened",
    # The older form of isolated margin, without the newer engine.
    "isolated-accounts",
    # One sub-account, one coin or one withdrawal of what a list shows whole.
    "sub-accounts-id",
    "withdrawals-quotas",
    "withdrawals-id",
    # How many sub-accounts there may be.
    "user-info",
    # Classic accounts in the words of the newer API.
    "ua-account-balance.classic",
}
"""Samples of requests that nobody makes."""


def dialect() -> KucoinDialect:
    info = EXCHANGES["kucoin"]
    addresses = Addresses({name: Address.of(url) for name, url in info.origins().items()})
    keys = dict.fromkeys(info.credential_fields, "x")
    return KucoinDialect(info.ccxt_id, addresses, keys, load_policy("kucoin"))


def rows_of(name: str, request: Request) -> list[Any]:
    opened = dialect().open_envelope(sample("kucoin", name))
    assert isinstance(opened, Rows)
    return rows_in(opened.rows, request) if request.rows_at else opened.rows


def told(name: str, request: Request, raw: list[Any] | None = None) -> dict[str, list[str]]:
    """What a sample says, by area and in short words."""
    rows = [request.row.model_validate(row) for row in raw or rows_of(name, request)]
    found = {
        feed.area.value: [in_short(item) for item in feed.read(rows, TRAITS)]
        for feed in request.feeds
    }
    return {area: items for area, items in found.items() if items}


@pytest.mark.parametrize("name", MEANINGS)
def test_a_sample_means_what_it_should(name: str) -> None:
    """Every area that it feeds, and no other."""
    request, meaning = MEANINGS[name]
    assert told(name, CATALOGUE[request]) == meaning


def test_every_sample_is_tried() -> None:
    """A new one has to be added here."""
    names = {path.stem for path in samples_of("kucoin").glob("*.json")}
    assert names == MEANINGS.keys() | ERRORS.keys() | KEYS | NOT_ASKED


def test_what_is_not_asked_is_not_in_the_catalogue() -> None:
    """None of those paths is in any route."""
    paths = {request.route.path for request in CATALOGUE}
    for name in ("hf/accounts/opened", "isolated/accounts", "withdrawals/quotas", "user-info"):
        assert f"/api/v1/{name}" not in paths


def test_the_newer_api_tells_one_kind_of_classic_account_at_a_time() -> None:
    """The sample is of spot: its shape is the one that is read, and of futures it says nothing."""
    request = CATALOGUE["api/ua/v1/account/balance"]
    rows = [
        request.row.model_validate(row) for row in rows_of("ua-account-balance.classic", request)
    ]
    assert request.objection(rows)
    of_futures = [row.model_copy(update={"account_type": "FUTURES"}) for row in rows]
    assert not request.objection(of_futures)


# -- names that loops ask about ------------------------------------------------------------------


def test_the_pairs_that_have_orders() -> None:
    """Both samples have the shape that `symbols` reads."""
    for name, request, expected in (
        ("hf-orders-active-symbols", "api/v1/hf/orders/active/symbols", {"BTC-USDT"}),
        ("hf-margin-order-active-symbols", "api/v3/hf/margin/order/active/symbols:cross", None),
    ):
        rows = [ActiveSymbols.model_validate(raw) for raw in rows_of(name, CATALOGUE[request])]
        found = set(symbols(rows))
        assert found
        assert expected is None or found >= expected


def test_the_number_of_a_sub_account() -> None:
    """The newer API wants it, and tells whose accounts it shows by it."""
    listing, balance = CATALOGUE["api/v2/sub/user"], CATALOGUE["api/ua/v1/sub-account/balance"]
    rows = [SubAccountRow.model_validate(row) for row in rows_of("v2-sub-user", listing)]
    assert list(sub_accounts.uids(rows)) == ["169579801"]
    (row,) = [balance.row.model_validate(r) for r in rows_of("ua-sub-account-balance", balance)]
    assert balance.whose is not None
    assert balance.whose(row) == "169579801"


def test_whose_futures_wallets_these_are() -> None:
    """Those of sub-accounts by name, the main account's own of nobody."""
    request = CATALOGUE["api/v1/account-overview-all:subs"]
    raw = rows_of("futures-account-overview-all", request)
    assert request.whose is not None
    by_name = {request.whose(request.row.model_validate(row)): row for row in raw}
    assert set(by_name) == {"", "Name1234567", "LTkucoin1491", "manage112233", "testapi6"}
    assert told("", request, [by_name["Name1234567"]]) == NOTHING
    assert told("", request, [by_name["testapi6"]]) == {
        "wallet.futures-usdm": ["own 27.30545128 USDT (24.1223749975 frozen)"],
        "positions.futures-usdm": [
            "position unreadable 'not shown' USDT margin 24.1223749975 USDT"
        ],
    }


# -- numbers without quotes ----------------------------------------------------------------------


def test_numbers_without_quotes_are_exact() -> None:
    """Futures answers do not quote them; every digit counts."""
    request = CATALOGUE["api/v1/account-overview"]
    rows = [request.row.model_validate(r) for r in rows_of("futures-account-overview", request)]
    (holding,) = [item for feed in request.feeds for item in feed.read(rows, TRAITS)]
    assert isinstance(holding, Holding)
    assert holding.amount == Exact(value=Decimal("394.439280806"))


# -- one thing changed ---------------------------------------------------------------------------


def test_a_deposit_that_was_taken_back() -> None:
    """It has succeeded, and leaves a debt behind."""
    request = CATALOGUE["api/v1/deposits"]
    (row, *_) = rows_of("deposits", request)
    assert told("", request, [{**row, "arrears": True}]) == {
        "transfers.deposits": ["in 1 USDT needs-user"]
    }


@pytest.mark.parametrize("status", ["PROCESSING", "WAIT_TRM_MGT", "UNHEARD"])
def test_a_deposit_that_has_not_ended(status: str) -> None:
    """Documented or not: whatever is neither a success nor a failure."""
    request = CATALOGUE["api/v1/deposits"]
    (row, *_) = rows_of("deposits", request)
    assert told("", request, [{**row, "status": status}]).keys() == {"transfers.deposits"}


def test_a_purchase_of_which_nothing_has_come_back_is_lent() -> None:
    """Carried out does not mean over; once all of it was redeemed, it is."""
    request = CATALOGUE["api/v3/purchase/orders"]
    (row,) = rows_of("purchase-orders", request)
    done = {**row, "status": "DONE", "matchSize": "0.001"}
    assert told("", request, [done]) == {"earn.flexible": ["lent 0.001 BTC"]}
    assert told("", request, [{**done, "incomeSize": "0.0004"}]) == {
        "earn.flexible": ["lent 0.0006 BTC"]
    }
    assert told("", request, [{**done, "incomeSize": "0.001"}]) == NOTHING


@pytest.mark.parametrize("status", ["DEBT", "LIQUIDATION", "BORROW", "UNHEARD"])
def test_a_margin_account_in_trouble(status: str) -> None:
    """Whatever keeps it from being emptied, in documented words or in others."""
    request = CATALOGUE["api/v3/margin/accounts"]
    (row,) = rows_of("v3-margin-accounts", request)
    found = told("", request, [{**row, "status": status}])
    assert "account.restrictions" in found


# -- the key -----------------------------------------------------------------------------------


def key_of(name: str) -> ReadOnlyKey | ActingKey:
    opened = dialect().open_envelope(sample("kucoin", name))
    assert isinstance(opened, Rows)
    return read_key([KeyInfo.model_validate(row) for row in opened.rows])


@pytest.mark.parametrize("name", ["user-api-key", "ua-user-api-key"])
def test_the_samples_of_keys_that_can_act(name: str) -> None:
    """More than General; the newer form has the same fields."""
    found = key_of(name)
    assert isinstance(found, ActingKey)
    assert "Spot" in found.permissions


def test_the_sample_of_a_key_that_cannot() -> None:
    """General alone."""
    found = key_of("user-api-key.read-only")
    assert isinstance(found, ReadOnlyKey)
    assert found.permissions == ("General",)


def test_the_sample_of_the_mode() -> None:
    """Which family of accounts."""
    opened = dialect().open_envelope(sample("kucoin", "ua-account-mode"))
    assert isinstance(opened, Rows)
    (row,) = opened.rows
    assert AccountMode.model_validate(row).self_account_mode in Mode


# -- errors ------------------------------------------------------------------------------------

ERRORS: Final = {
    "error.clock-skew": ("400002", Handling.CLOCK, False),
    "error.frozen": ("411100", Handling.FINAL, True),
    "error.ip": ("400006", Handling.REJECTED, False),
    "error.key-not-exists": ("400003", Handling.REJECTED, False),
    "error.key-version": ("400008", Handling.REJECTED, False),
    "error.passphrase": ("400004", Handling.REJECTED, False),
    "error.permission": ("400007", Handling.FINAL, False),
    "error.rate-limit": ("429000", Handling.RETRY, False),
    "error.region": ("400301", Handling.FINAL, True),
    "error.server": ("500000", Handling.RETRY, False),
    "error.signature": ("400005", Handling.REJECTED, False),
}


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_is_taken_as_it_should(name: str) -> None:
    """Its code, what is done about it, and whether the account itself is restricted."""
    code, handling, restricts = ERRORS[name]
    opened = dialect().open_envelope(sample("kucoin", name))
    assert isinstance(opened, Refusal)
    assert opened.code == code
    entry = load_policy("kucoin").error(code)
    assert entry is not None
    assert (entry.handling, entry.restricts) == (handling, restricts)
