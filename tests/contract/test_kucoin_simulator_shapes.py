"""Outside truth: what the simulator answers has the shape of KuCoin's own samples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from tests.contract.support import needs_samples, samples_of
from tests.simulator.kucoin.support import Client, serving

from readiness.simulator import KucoinAccount
from readiness.simulator import kucoin_rows as rows

pytestmark = needs_samples("kucoin")


@dataclass(frozen=True)
class Answer:
    """One answer that there is a sample of.

    Attributes:
        sample: the name of the sample.
        path: the endpoint.
        params: what is asked.
        missing: fields, anywhere in it, that only the sample has.
        extra: fields that only ours has.
    """

    sample: str
    path: str
    params: dict[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.sample


SYMBOL = {"symbol": "BTC-USDT"}
PENDING = {"status": "PENDING"}
ALL = {"queryType": "ALL"}
# Of a position that isolates its margin the samples show more; one of ours crosses.
ISOLATED = (
    "autoDeposit maintMarginReq riskLimit realLeverage posCross posCrossMargin posComm "
    "posCommCommon posLoss posFunding posMaint maintMargin maintainMargin"
)

ANSWERS = (
    Answer("accounts", "api/v1/accounts"),
    Answer("deposits", "api/v1/deposits"),
    Answer("earn-hold-assets", "api/v1/earn/hold-assets"),
    Answer("futures-account-overview", "api/v1/account-overview"),
    Answer("futures-account-overview-all", "api/v1/account-overview-all"),
    Answer("futures-orders", "api/v1/orders", {"status": "active"}),
    Answer("futures-positions", "api/v1/positions", missing=frozenset(ISOLATED.split())),
    Answer("futures-stop-orders", "api/v1/stopOrders"),
    Answer("hf-accounts-opened", "api/v1/hf/accounts/opened"),
    Answer(
        "hf-margin-order-active-symbols",
        "api/v3/hf/margin/order/active/symbols",
        {"tradeType": "MARGIN_TRADE"},
    ),
    Answer(
        "hf-margin-orders-active",
        "api/v3/hf/margin/orders/active",
        {**SYMBOL, "tradeType": "MARGIN_TRADE"},
    ),
    Answer("hf-orders-active", "api/v1/hf/orders/active", SYMBOL),
    Answer("hf-orders-active-page", "api/v1/hf/orders/active/page", SYMBOL),
    Answer("hf-orders-active-symbols", "api/v1/hf/orders/active/symbols"),
    Answer("oco-orders", "api/v3/oco/orders"),
    Answer("orders", "api/v1/orders", {"status": "active", "tradeType": "TRADE"}),
    Answer("otc-loan-accounts", "api/v1/otc-loan/accounts"),
    Answer("otc-loan-loan", "api/v1/otc-loan/loan"),
    Answer("page.empty", "api/v1/stop-order", {"tradeType": "MARGIN_TRADE"}),
    Answer("purchase-orders", "api/v3/purchase/orders", PENDING),
    Answer("redeem-orders", "api/v3/redeem/orders", PENDING),
    Answer("stop-order", "api/v1/stop-order"),
    Answer("sub-accounts-id", "api/v1/sub-accounts/{id}"),
    Answer("ua-account-balance.classic", "api/ua/v1/account/balance", {"accountType": "SPOT"}),
    Answer("ua-account-mode", "api/ua/v1/account/mode"),
    Answer("ua-sub-account-balance", "api/ua/v1/sub-account/balance"),
    Answer("ua-unified-account-balance", "api/ua/v1/unified/account/balance"),
    Answer("ua-unified-account-overview", "api/ua/v1/unified/account/overview"),
    Answer(
        "ua-unified-order-open-list",
        "api/ua/v1/unified/order/open-list",
        {"tradeType": "FUTURES"},
    ),
    Answer("ua-unified-position-open-list", "api/ua/v1/unified/position/open-list"),
    Answer("ua-user-api-key", "api/ua/v1/user/api-key"),
    Answer("user-api-key", "api/v1/user/api-key"),
    Answer("user-api-key.read-only", "api/v1/user/api-key"),
    Answer("v2-sub-accounts", "api/v2/sub-accounts"),
    Answer("v2-sub-user", "api/v2/sub/user"),
    Answer("v3-isolated-accounts", "api/v3/isolated/accounts", ALL),
    Answer("v3-margin-accounts", "api/v3/margin/accounts", ALL),
    # Documented in the specification, and left out of its example.
    Answer("withdrawals", "api/v1/withdrawals", extra=frozenset({"id"})),
    Answer("withdrawals.processing", "api/v1/withdrawals"),
)
NOT_ASKED = {"isolated-accounts", "user-info", "withdrawals-id", "withdrawals-quotas"}


def account() -> KucoinAccount:
    """Something of everything, and a sub-account with something of everything."""
    main = KucoinAccount(enforces=False)
    for place, factory in rows.FACTORIES.items():
        if place not in ("api/v1/market/allTickers", "api/v2/sub/user"):
            main.put(place, factory())
    sub = main.sub_account("grid01")
    for owner in (main, sub):
        owner.funding("USDT", "1")
        owner.trade("USDT", "1")
        owner.margin("USDT", "1")
        owner.isolated("BTC-USDT", quote="1")
        owner.future("XBT", "1")
        owner.unified("USDT", "1")
    return main


@cache
def sample(name: str) -> Any:
    file = samples_of("kucoin") / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with serving(account()) as client:
        yield client


def kind(value: Any) -> type:
    """What a JSON value is; one number is like another."""
    return float if type(value) in (int, float) else type(value)


def compare(answer: Answer, ours: Any, theirs: Any, where: str = "") -> None:
    """Hold two answers against each other, down to the last field."""
    if ours is None or theirs is None:
        return
    assert kind(ours) is kind(theirs), where
    if isinstance(theirs, dict):
        assert set(theirs) - set(ours) <= answer.missing, where
        assert set(ours) - set(theirs) <= answer.extra, where
        for name in set(ours) & set(theirs):
            compare(answer, ours[name], theirs[name], f"{where}.{name}")
    elif isinstance(theirs, list) and theirs and ours:
        for row in theirs:
            compare(answer, ours[0], row, f"{where}[]")


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_shape(answer: Answer, client: Client) -> None:
    """Every field of the sample is there, of the same kind, and no other one is."""
    path = answer.path.replace("{id}", client.account.subs["grid01"].user_id)
    ours = client.request(path, **answer.params).json()
    compare(answer, ours, sample(answer.sample))


def test_errors(client: Client) -> None:
    """Refusals have the keys of the samples, and their codes are known."""
    for file in sorted(samples_of("kucoin").glob("error.*.json")):
        theirs = json.loads(file.read_text(encoding="utf-8"))
        client.account.refuse("api/v1/accounts", theirs["code"])
        ours = client.request("api/v1/accounts").json()
        assert set(ours) == set(theirs)
        assert ours["code"] == theirs["code"]
    client.account.refusals.clear()


def test_no_sample_is_left_out() -> None:
    """Each sample is compared, or is of something that the simulator does not serve."""
    names = {file.name.removesuffix(".json") for file in samples_of("kucoin").glob("*.json")}
    compared = {answer.sample for answer in ANSWERS} | NOT_ASKED
    assert {name for name in names if not name.startswith("error.")} == compared
