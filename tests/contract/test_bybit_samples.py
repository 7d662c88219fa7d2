"""Outside truth: Bybit's own sample answers say to us what the fact sheet says they mean."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any, Final

import httpx
import pytest
from tests.contract.support import needs_samples, sample, samples_of, told
from tests.exchanges.support import ORIGIN, Desk, Found, no_waiting

from readiness.domain.key import OwnerKind, ReadOnlyKey
from readiness.domain.policy import Handling
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.bybit.dialect import BybitDialect
from readiness.exchanges.bybit.wire.account import AccountInfo
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.paging import Tokens
from readiness.exchanges.registry import EXCHANGES
from readiness.exchanges.rows import rows_in
from readiness.gate.dialect import Refusal, Rows

pytestmark = needs_samples("bybit")

NOTHING: Final[dict[str, list[str]]] = {}

# Sample file -> what it says, by area. Typed from the sample and the fact sheet by hand.
MEANINGS: Final[dict[str, dict[str, list[str]]]] = {
    "account-info": NOTHING,
    # A total that no coin explains: here the only coin is an empty one.
    "account-wallet-balance": {"wallet.trading": ["unexplained 3.31216591 "]},
    "asset-deposit-query-internal-record": NOTHING,
    "asset-deposit-query-record": NOTHING,
    "asset-deposit-query-record.empty": NOTHING,
    "asset-deposit-query-record.pending": {"transfers.deposits": ["in 0.01 BTC moving"]},
    "asset-overview": {
        "account.totals": [
            "obstacle CryptoLoans",
            "total Earn 20888.1",
            "total TradingBot 120.53",
            "total FundingAccount 7175590.45",
            "total BybitPayLater 254.37",
            "total UnifiedTradingAccount 213399.38",
            "total CopyTrading 4491.24",
            "obstacle CryptoLoans_legacy",
            "total Launchpool 339.1",
            "total TradFi 13121.13",
            "total MarginStakedSOL 85.02",
            "total Alpha 335.33",
        ],
        "wallet.bots": ["bots 4 USDT", "bots 101.5392 USDT", "bots 14.9923 USDT"],
        "wallet.copy-trading": [
            "copy-trading 1379.2463 USDT",
            "copy-trading 2111 USDT",
            "copy-trading 1001 USDT",
        ],
    },
    "asset-query-account-coins-balance.fund": NOTHING,
    # Of the main account; what its sub-accounts have is looked for in each of them.
    "asset-total-members-assets": {
        "account.totals": [
            "total ACCOUNT_TYPE_FUND 7180203.788461284230524983",
            "total ACCOUNT_TYPE_UNIFIED 17.467024256661260423",
            "total ACCOUNT_TYPE_CONTRACT 17920.161",
            # The example leaves wallets and members out, and its sums do not.
            "total main account 54255.12208900142860330947623",
            "total total 116980.3750564852823589933333",
        ]
    },
    "asset-transfer-query-sub-member-list": {
        "sub-accounts": [
            f"sub-account {uid} own {uid}"
            for uid in (554117, 592324, 592334, 1055262, 1072055, 1119352)
        ]
    },
    "asset-withdraw-query-record": NOTHING,
    "asset-withdraw-query-record.pending": {"transfers.withdrawals": ["out 100 USDT review"]},
    "crypto-loan-common-position": {
        "loans.flexible": [
            "owes 0.08800022 BTC",
            "collateral 0.12 BTC",
            "collateral 2 ETH",
            "collateral 4002.12 USDT",
            "collateral 1000 USDC",
        ],
        "loans.fixed": ["owes 0.1 ETH"],
        "account.totals": ["total crypto loan supply 800.13"],
    },
    "crypto-loan-fixed-borrow-contract-info": {"loans.fixed": ["owes 1.4 ETH", "owes 0.1 ETH"]},
    "crypto-loan-fixed-supply-contract-info": {"earn.fixed": ["earn 800 USDT"]},
    "crypto-loan-flexible-ongoing-coin": {"loans.flexible": ["owes 0.10000019 + 0.00000019 ETH"]},
    "crypto-loan-ongoing-orders.legacy": {
        "loans.fixed": ["owes 1888.005198 + 0.04016 USDT", "collateral 0.0964687 BTC"]
    },
    "earn-advance-position.double-win": {"earn.other": ["earn 150 USDT"]},
    "earn-advance-position.dual-assets": {"earn.dual-investment": ["earn 20 USDT"]},
    "earn-fixed-term-position": {"earn.fixed": ["earn 201 USDT"]},
    # What is borrowed for it is a debt of its own.
    "earn-liquidity-mining-position": {
        "earn.other": ["earn 0.39999891 ETH", "earn 817.5297 USDT", "owes 1640.448 USDT"]
    },
    "earn-position": {
        "earn.on-chain": ["earn 0.1 BTC"],
        "account.settings": ["setting autoReinvest BTC"],
    },
    "earn-position.empty": NOTHING,
    "earn-rwa-position": {
        "earn.other": ["earn 100 IGBF", "redeeming 50 USDC", "redeeming 10 IGBF"]
    },
    "earn-token-position": {"earn.other": ["across 696 BYUSDT"]},
    "order-realtime": {"orders.open": ["order fd4300ae-7847-404e-b947-b46980a4d140 New"]},
    "order-realtime.empty": NOTHING,
    "position-list": {"positions.open": ["position 300 BTCUSD margin 0.00139186 "]},
    "position-list.empty": NOTHING,
    "rfq-realtime": {"orders.rfq": ["order 1756885055799241492396882271696580 Active"]},
    "spot-margin-trade-liability": {"loans.margin": ["owes 0.05 BTC"]},
    "spread-order-realtime": {"orders.spread": ["order aaaee090-fab3-42ea-aea0-c9fbfe6c4bc4 New"]},
    # It was stopped.
    "strategy-list": NOTHING,
    "user-get-member-type": NOTHING,
    "user-query-api": NOTHING,
    "user-query-sub-members": {
        "sub-accounts": [
            "sub-account xxxx02 own 106314365",
            "sub-account xxxx01 own 106279879",
        ]
    },
    "user-submembers": {
        "sub-accounts": [
            "sub-account xxxx02 own 106314365",
            "sub-account xxxx01 own 106279879",
        ]
    },
}
PARTIAL: Final = "asset-total-members-assets.partial"

# Where the name of the file is not the path of the request.
NAMED: Final = {
    "asset-overview": "asset/asset-overview",
    "asset-query-account-coins-balance.fund": "asset/transfer/query-account-coins-balance",
    "earn-advance-position.double-win": "earn/advance/position:structured",
    "earn-position": "earn/position:on-chain",
    "rfq-realtime": "rfq/rfq-realtime",
}

EVERY = pytest.mark.parametrize("name", MEANINGS)


def request_of(name: str) -> Request:
    """The catalogue's request for a sample file, variant or not."""
    by_file = {request.id.replace("/", "-"): request for request in CATALOGUE}
    return CATALOGUE[NAMED[name]] if name in NAMED else by_file[name.partition(".")[0]]


@pytest.fixture(scope="module")
def dialect() -> BybitDialect:
    credentials = {"key": "k", "secret": "s"}
    return BybitDialect("bybit", ORIGIN, credentials, Desk(exchange="bybit").policy)


def rows_of(dialect: BybitDialect, name: str) -> list[Any]:
    """The rows of a sample, out of its envelope."""
    envelope = dialect.open_envelope(sample("bybit", name))
    assert isinstance(envelope, Rows)
    return rows_in(envelope.rows, request_of(name))


@EVERY
def test_sample_says_what_the_fact_sheet_says(dialect: BybitDialect, name: str) -> None:
    """A sample, envelope and all, gives exactly the items that its document describes."""
    assert told(request_of(name), rows_of(dialect, name)) == MEANINGS[name]


def test_every_sample_has_its_meaning() -> None:
    """A new sample needs its meaning written down here."""
    files = {file.stem for file in samples_of("bybit").glob("*.json")}
    errors = {f"error.{name}" for name in ERRORS}
    assert files == {*MEANINGS, *errors, PARTIAL}


def for_an_area(name: str) -> bool:
    """Whether its request is made for an area's sake, and not for the session's own."""
    request = request_of(name)
    return bool(request.feeds) and request.asked is not Asked.SERVICE


def clock(sent: httpx.Request) -> httpx.Response | None:
    """Bybit's time, where that is asked for."""
    if not sent.url.path.endswith("market/time"):
        return None
    told = {"timeNano": str(time.time_ns())}
    return httpx.Response(200, json={"retCode": 0, "retMsg": "OK", "result": told})


def fetched(request: Request, *bodies: Any) -> Found:
    """What comes of these answers, one after the other, the last of them again and again."""
    left = list(bodies)
    desk = Desk(exchange="bybit")

    def reply(sent: httpx.Request) -> httpx.Response:
        return clock(sent) or httpx.Response(200, json=left.pop(0) if left[1:] else left[0])

    desk.line.replies = reply
    windows = replace(request.windows, count=1) if request.windows else None
    alone = replace(request, calls=request.calls[:1], windows=windows, loop=None)
    scope = {request.scope_parameter: "1"} if request.scope_parameter else {}
    with no_waiting():
        return desk.fetch(alone, scope_params=scope)


def last_page(request: Request) -> dict[str, Any]:
    """What comes behind the token of a sample: an empty page, and no other token."""
    assert isinstance(request.paging, Tokens)
    result = {request.rows_at: [], request.paging.at: ""}
    return {"retCode": 0, "retMsg": "OK", "result": result, "retExtInfo": {}, "time": 1}


def raw(name: str) -> Any:
    """A sample as it stands in its file."""
    return json.loads((samples_of("bybit") / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in MEANINGS if for_an_area(name)])
def test_sample_through_session_and_gate(name: str) -> None:
    """Sent as a body through the whole path, a sample proves the same things."""
    request = request_of(name)
    pages = [raw(name)]
    if isinstance(request.paging, Tokens) and raw(name)["result"][request.paging.at] not in (
        *request.paging.ends,
    ):
        pages.append(last_page(request))
    found = fetched(request, *pages)
    assert found.failures() == []
    seen = {entry.area for entry in found.answers() if entry.answer.kind == "seen"}
    proved = {feed.area.value for feed in request.feeds if feed.proves}
    assert proved <= seen


def test_half_a_total_proves_nothing() -> None:
    """A sum of which Bybit itself says that a part of it could not be read."""
    found = fetched(request_of(PARTIAL), raw(PARTIAL))
    assert [name for name, _ in found.failures()] == ["asset/total-members-assets"]
    assert {entry.answer.kind for entry in found.answers()} == {"unknown"}


@pytest.mark.parametrize("stamp", ["1772445424908", "", "soon"])
def test_an_old_snapshot_proves_nothing(stamp: str) -> None:
    """One account type as it was an hour before the answer, or at no time that can be read."""
    body = raw("asset-overview")
    body["result"]["list"][3]["snapshotTime"] = stamp
    found = fetched(request_of("asset-overview"), body)
    assert [name for name, _ in found.failures()] == ["asset/asset-overview"]
    assert found.by_area()["account.totals"].kind == "unknown"


# -- the session's own -----------------------------------------------------------------------


def test_key_of_the_sample_can_only_read(dialect: BybitDialect) -> None:
    """The documented key lists powers, and is read-only all the same, of a unified account."""
    adapter = load_adapter(EXCHANGES["bybit"])
    (row,) = rows_of(dialect, "user-query-api")
    proof = adapter.read_key([adapter.key.row.model_validate(row)])
    assert isinstance(proof, ReadOnlyKey)
    assert {"Wallet.AccountTransfer", "Earn.Earn", "Spot.SpotTrade"} <= set(proof.permissions)
    assert (proof.owner.kind, proof.owner.uid) == (OwnerKind.MAIN, "1448939")
    assert dict(proof.traits) == {"kind": "main", "uta": "1"}


def test_mode_of_the_sample(dialect: BybitDialect) -> None:
    """The documented account is a unified one, of the kind "1.0 pro", and leads nobody."""
    (row,) = rows_of(dialect, "account-info")
    info = request_of("account-info").row.model_validate(row)
    assert isinstance(info, AccountInfo)
    assert (info.unified_margin_status, info.is_master_trader) == ("4", False)


# -- errors ----------------------------------------------------------------------------------

# From the fact sheet's list: code, what a session makes of it, tries of three.
ERRORS: Final[dict[str, tuple[str, Handling, int]]] = {
    "clock-skew": ("10002", Handling.CLOCK, 2),
    "ip-unmatched": ("10010", Handling.REJECTED, 1),
    "key-expired": ("33004", Handling.REJECTED, 1),
    "key-invalid": ("10003", Handling.REJECTED, 1),
    "permission-denied": ("10005", Handling.FINAL, 1),
    "rate-limit": ("10006", Handling.RETRY, 3),
    "region": ("10009", Handling.REJECTED, 1),
    "server-error": ("10016", Handling.RETRY, 3),
    "uta-only": ("10028", Handling.FINAL, 1),
}


@pytest.mark.parametrize("name", ERRORS)
def test_error_sample_is_never_an_answer(dialect: BybitDialect, name: str) -> None:
    """Each documented error leaves the area unknown, with its code and its words."""
    code, handling, tries = ERRORS[name]
    body = raw(f"error.{name}")
    refusal = dialect.open_envelope(sample("bybit", f"error.{name}"))
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.text) == (code, body["retMsg"])
    known = dialect.error(code)
    assert known is not None
    assert known.handling is handling

    asked = []

    def reply(sent: httpx.Request) -> httpx.Response:
        told = clock(sent)
        asked.append(told is None)
        return told or httpx.Response(200, json=body)

    desk = Desk(exchange="bybit")
    desk.line.replies = reply
    with no_waiting():
        found = desk.fetch(CATALOGUE["order/realtime"])
    answer = found.by_area()["orders.open"]
    assert answer.kind == "unknown"
    assert {reason.code for reason in answer.reasons} == {code}
    assert {reason.text for reason in answer.reasons} == {body["retMsg"]}
    assert sum(asked) == tries * len(CATALOGUE["order/realtime"].calls)
