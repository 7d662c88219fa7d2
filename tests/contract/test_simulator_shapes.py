"""Outside truth: the rows of the simulator have the fields of the exchange's own samples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readiness.simulator import OkxAccount, OkxMarket, rows
from readiness.simulator.okx.auth import ApiKey
from readiness.simulator.okx.route import Asked
from readiness.simulator.okx.routes import ROUTES

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "okx"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the official sample answers are not at ../shared/samples/okx"
)

# path -> (only in the sample, only in ours), each with its reason.
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    # The sample misspells one field; the documents' table does not.
    "finance/sfp/dcd/order-history": ({"redeemEndime"}, {"redeemEndTime"}),
}
SHAPED_BY_HAND = {
    "account/config": {},
    "account/balance": {},
    "account/interest-limits": {},
    "account/account-position-risk": {},
    "account/max-withdrawal": {},
    "account/set-account-switch-precheck": {"acctLv": "1"},
    "account/precheck-set-delta-neutral": {"stgyType": "1"},
    "account/subtypes": {},
    "asset/balances": {},
    "asset/asset-valuation": {},
    "asset/currencies": {},
    "copytrading/config": {},
    "market/index-tickers": {"quoteCcy": "USD"},
    "market/tickers": {"instType": "SPOT"},
    "public/time": {},
    "support/announcements": {},
    "trade/easy-convert-currency-list": {},
    "trade/one-click-repay-currency-list": {},
    "trade/one-click-repay-currency-list-v2": {},
    "finance/staking-defi/offers": {},
    "finance/staking-defi/eth/product-info": {},
    "finance/staking-defi/sol/product-info": {},
}


def sample(path: str) -> Any:
    file = SAMPLES / f"{path.replace('/', '-')}.json"
    if not file.is_file():
        pytest.skip(f"no sample answer for {path}")
    data = json.loads(file.read_text(encoding="utf-8"))["data"]
    return data[0] if isinstance(data, list) else data


def fields(row: Any) -> set[str]:
    return set(row) if isinstance(row, dict) else set()


def assert_same_shape(path: str, ours: Any, theirs: Any) -> None:
    missing, extra = KNOWN.get(path, (set(), set()))
    assert fields(theirs) - fields(ours) == missing
    assert fields(ours) - fields(theirs) == extra
    for name in fields(ours) & fields(theirs):
        if ours[name] is None or theirs[name] is None:
            continue
        assert type(ours[name]) is type(theirs[name]), name
        if isinstance(theirs[name], list) and theirs[name] and ours[name]:
            assert fields(theirs[name][0]) <= fields(ours[name][0]), name


@pytest.mark.parametrize("path", rows.FACTORIES)
def test_row_factory(path: str) -> None:
    theirs = sample(path)
    assert_same_shape(path, rows.FACTORIES[path](), theirs)


@pytest.mark.parametrize("path", SHAPED_BY_HAND)
def test_computed_row(path: str) -> None:
    account = OkxAccount()
    account.funding("USDT", "1")
    account.trading("ETH", "1", liab="0.1")
    account.put("account/positions", rows.position())
    market = OkxMarket()
    market.put("support/announcements", rows.announcement())
    view = ROUTES[path].view
    assert view is not None
    key: ApiKey = account.keys[0]
    ours = view(Asked(account, key, market, SHAPED_BY_HAND[path], 1_780_000_000_000))
    assert_same_shape(path, ours[0], sample(path))


def test_empty_balance() -> None:
    account = OkxAccount()
    view = ROUTES["account/balance"].view
    assert view is not None
    ours = view(Asked(account, account.keys[0], OkxMarket(), {}, 1))[0]
    file = SAMPLES / "account-balance.empty.json"
    theirs = json.loads(file.read_text(encoding="utf-8"))["data"][0]
    shared = fields(ours) & fields(theirs) - {"uTime"}
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}
    assert fields(theirs) <= fields(ours)
