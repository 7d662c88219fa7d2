"""Outside truth: OKX's own sample answers say to us what the fact sheet says they mean."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import httpx
import pytest
from tests.contract.support import needs_samples, sample, samples_of, told
from tests.exchanges.support import ORIGIN, Desk, no_waiting

from readiness.domain.answer import Cause
from readiness.domain.key import ActingKey, OwnerKind
from readiness.domain.policy import Handling
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.okx.dialect import OkxDialect
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.dialect import Rows
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session

pytestmark = needs_samples("okx")

NOTHING: Final[dict[str, list[str]]] = {}

# Sample file -> what it says, by area. Typed from the sample and the fact sheet by hand.
MEANINGS: Final[dict[str, dict[str, list[str]]]] = {
    "account-config": NOTHING,
    "public-time": NOTHING,
    "market-index-tickers": NOTHING,
    "account-balance": {
        "wallet.trading": ["own 4850.435693622894 USDT (158.573 frozen)", "bots 150 USDT"]
    },
    "account-balance.empty": NOTHING,
    "account-balance.futures-mode": {
        "wallet.trading": [
            "own 299.9920000068 SOL",
            "own 0.00000065312 USDT (50 frozen)",
            "unexplained 49.99999934688 USDT (50 frozen)",
        ]
    },
    "account-subaccount-balances": {"wallet.trading": ["own 101.5 USDT"]},
    "asset-balances": {"wallet.funding": ["own 37.11827078 ETH"]},
    "asset-subaccount-balances": {"wallet.funding": ["own 37.11827078 ETH"]},
    "asset-non-tradable-assets": {
        "wallet.non-tradable": ["own 989.84719571 CELT", "own 0.001 MEME"]
    },
    "account-positions": {
        "positions.open": ["position 0.00190433573 BTC-USDT margin 0.000317654 BTC"],
        "loans.margin": ["owes 99.9998177776581948 USDT"],
    },
    # A total that no currency explains: a debt without a name.
    "account-interest-limits": {"loans.margin": ["owes 0.85893159114900247077 USD"]},
    "trade-one-click-repay-currency-list-v2": {"loans.margin": ["owes 100 USDC"]},
    "trade-one-click-repay-currency-list": {
        "loans.margin": ["owes 29.653478 LTC", "owes 237803.6828295906051002 USDT"]
    },
    "finance-flexible-loan-loan-info": {
        "loans.flexible": [
            "owes 0.86590608 USDC",
            "collateral 0.0000097 COMP",
            "collateral 0.78 STX",
            "collateral 0.001 DOT",
            "collateral 0.05357864 LUNA",
        ]
    },
    "finance-savings-balance": {
        "earn.flexible": ["earn 11.0010737453457821 USDT (11.0010630707982819 frozen)"]
    },
    "finance-simple-earn-fixed-order-list": {"earn.fixed": ["earn 1000 USDT", "earn 0.5 BTC"]},
    "finance-staking-defi-orders-active": {
        "earn.on-chain": ["earn 2 DOT", "earn 1 USDT", "earn 1 USDT"]
    },
    "finance-staking-defi-eth-balance": {"earn.staking-eth": ["across 0.63926191 BETH"]},
    "finance-staking-defi-sol-balance": {"earn.staking-sol": ["across 0.01100012 OKSOL"]},
    # Successful, settled, final: nothing is left of it.
    "finance-staking-defi-eth-purchase-redeem-history": NOTHING,
    "finance-staking-defi-sol-purchase-redeem-history": NOTHING,
    "finance-sfp-dcd-order-history": NOTHING,
    "finance-okusd-redeem-history": NOTHING,
    "finance-stable-rewards-balance": {"earn.stable-rewards": ["across 100 USDG"]},
    "finance-okusd-account": {"earn.okusd": ["across 10000 OKUSD"]},
    "asset-deposit-history": NOTHING,
    "asset-withdrawal-history": NOTHING,
    "fiat-deposit-order-history": NOTHING,
    "fiat-withdrawal-order-history": NOTHING,
    "fiat-buy-sell-history": NOTHING,
    "trade-easy-convert-history": NOTHING,
    "trade-one-click-repay-history-v2": NOTHING,
    "account-move-positions-history": NOTHING,
    "rfq-rfqs": NOTHING,
    "rfq-quotes": NOTHING,
    # Two of its rows misspell a key; they are offers all the same.
    "rfq-maker-instrument-settings": {
        "orders.rfq": [
            "order maker:OPTION standing",
            "order maker:FUTURES standing",
            "order maker:all standing",
            "order maker:all standing",
        ]
    },
    "trade-orders-pending": {"orders.open": ["order 1752588852617379840 live"]},
    "trade-orders-algo-pending": {"orders.algo": ["order 1753184812254216192 live"]},
    "sprd-orders-pending": {"orders.spread": ["order 312269865356374016 live"]},
    "tradingBot-grid-orders-algo-pending": {"bots.grid": ["bot grid running 25"]},
    "tradingBot-signal-orders-algo-pending": {
        "bots.signal": ["bot signal contract running 26.824296901312227"]
    },
    "tradingBot-dca-ongoing-list": {"bots.dca": ["bot contract_dca running 500"]},
    "tradingBot-recurring-orders-algo-pending": {"bots.recurring": ["bot recurring running 100"]},
    "copytrading-config": {"copy-trading": ["copy leads -"]},
    "copytrading-current-subpositions": {
        "copy-trading": ["copy position 12.6417 USDT", "copy position 12.6263333333333333 USDT"]
    },
    "copytrading-current-lead-traders": {"copy-trading": ["copy follows 500 USDT"]},
    "copytrading-total-unrealized-profit-sharing": {
        "copy-trading": ["copy profit-share 0.114402985553185 USDT"]
    },
    "copytrading-unrealized-profit-sharing-details": {
        "copy-trading": ["copy profit-share 0.455472 USDT", "copy profit-share 0.033608 USDT"]
    },
    "users-subaccount-list": {"sub-accounts": ["sub-account D456DDDL own 3400***********7413"]},
    "users-entrust-subaccount-list": {
        "sub-accounts": ["sub-account test-1 entrusted", "sub-account test-2 entrusted"]
    },
    "asset-asset-valuation": {
        "account.totals": [
            "total funding 0.09",
            "total trading 2544.28",
            "total earn 1122.73",
            "total classic 124.6",
        ]
    },
    "account-set-account-switch-precheck": {"account.totals": ["obstacle repay_borrowings"]},
    "account-precheck-set-delta-neutral": {
        "account.totals": ["obstacle spot_mode", "obstacle isolated_margin"]
    },
    # Older than any scan is long, but the test's scan began at the epoch.
    "account-bills": {"transfers.internal": ["moved 0.021933823221 USDT"]},
    "asset-bills": {"transfers.internal": ["moved 2 BTC"]},
    "asset-subaccount-bills": {"transfers.internal": ["moved 1.1 USDT"]},
    "p2p-order-list": {"transfers.p2p": ["order 240000000000000001 new"]},
}


def request_id(name: str) -> str:
    """The catalogue's id for a sample file, variant or not."""
    stem = name.partition(".")[0]
    return {request.id.replace("/", "-"): request.id for request in CATALOGUE}[stem]


def for_an_area(request: Request) -> bool:
    """Whether it is asked for an area's sake, and not for the session's own."""
    return bool(request.feeds) and request.asked is not Asked.SERVICE


@pytest.fixture(scope="module")
def dialect() -> OkxDialect:
    credentials = {"key": "k", "secret": "s", "passphrase": "p"}
    return OkxDialect("okx", ORIGIN, credentials, Desk().policy)


@pytest.mark.parametrize("name", MEANINGS)
def test_sample_says_what_the_fact_sheet_says(dialect: OkxDialect, name: str) -> None:
    """A sample, envelope and all, gives exactly the items that its document describes."""
    envelope = dialect.open_envelope(sample("okx", name))
    assert isinstance(envelope, Rows)
    assert told(CATALOGUE[request_id(name)], envelope.rows) == MEANINGS[name]


@pytest.mark.parametrize("name", MEANINGS)
def test_rows_alone_say_the_same(name: str) -> None:
    """Without the envelope, the rows of a sample say the same."""
    rows = sample("okx", name)["data"]
    assert told(CATALOGUE[request_id(name)], rows) == MEANINGS[name]


@pytest.mark.parametrize(
    "name", [name for name in MEANINGS if for_an_area(CATALOGUE[request_id(name)])]
)
def test_sample_through_session_and_gate(name: str) -> None:
    """Sent as a body through the whole path, a sample proves the same things."""
    body = (samples_of("okx") / f"{name}.json").read_bytes()
    request = CATALOGUE[request_id(name)]
    desk = Desk()
    desk.line.replies = lambda _: httpx.Response(200, content=body)
    scope = {request.scope_parameter: "sub"} if request.scope_parameter else {}
    with no_waiting():
        found = desk.fetch(request, scope_params=scope)
    assert found.failures() == []
    seen = {entry.area for entry in found.answers() if entry.answer.kind == "seen"}
    assert {feed.area.value for feed in request.feeds if feed.proves} <= seen


@pytest.mark.parametrize(
    "request_", [request for request in CATALOGUE if for_an_area(request)], ids=lambda r: r.id
)
def test_empty_sample_means_nothing_or_no_answer(request_: Request) -> None:
    """An empty list is nothing there; where exactly one row is documented, it is no answer."""
    assert sample("okx", "empty-list") == {"code": "0", "data": [], "msg": ""}
    desk = Desk()
    body = json.dumps(sample("okx", "empty-list"))
    desk.line.replies = lambda _: httpx.Response(200, text=body)
    scope = {request_.scope_parameter: "sub"} if request_.scope_parameter else {}
    with no_waiting():
        found = desk.fetch(request_, scope_params=scope)
    if request_.id in EXACTLY_ONE_ROW:
        assert {code for _, code in found.failures()} == {Cause.BAD_BODY.value}
        assert all(entry.answer.kind == "unknown" for entry in found.answers())
    else:
        assert found.failures() == []
        assert all(entry.answer.kind == "seen" for entry in found.answers())


# The documents describe one object, and a brand-new account still has it (5.1).
EXACTLY_ONE_ROW: Final = {
    "account/balance",
    "account/subaccount/balances",
    "asset/asset-valuation",
}


def test_key_of_the_sample_can_act(dialect: OkxDialect) -> None:
    """The documented key may read, trade and withdraw, and belongs to a main account."""
    adapter = load_adapter(EXCHANGES["okx"])
    rows = [adapter.key.row.model_validate(row) for row in sample("okx", "account-config")["data"]]
    proof = adapter.read_key(rows)
    assert isinstance(proof, ActingKey)
    assert set(proof.permissions) == {"read_only", "trade", "withdraw"}
    assert proof.owner is not None
    assert proof.owner.kind is OwnerKind.MAIN
    assert proof.owner.uid == "44705892343619584"


def test_clock_of_the_sample(dialect: OkxDialect) -> None:
    """The documented time, in milliseconds."""
    assert dialect.clock_ms(sample("okx", "public-time")["data"]) == 1_597_026_383_085


def test_prices_of_the_sample() -> None:
    """An index against USDT gives a price."""
    adapter = load_adapter(EXCHANGES["okx"])
    rows = [
        adapter.prices.row.model_validate(row)
        for row in sample("okx", "market-index-tickers")["data"]
    ]
    assert adapter.read_prices(rows)["BTC"] == Decimal(43350)


def test_every_request_with_a_sample_has_a_case() -> None:
    """A new row of the catalogue needs its sample's meaning written down here."""
    files = {file.stem for file in samples_of("okx").glob("*.json")}
    wanted = {
        file
        for file in files
        for request in CATALOGUE
        if file.partition(".")[0] == request.id.replace("/", "-")
    }
    assert wanted == set(MEANINGS)


# -- errors.json ---------------------------------------------------------------------------

# code -> (tries of three, the key's own question, cause). From section 4 of the fact sheet.
HANDLING: Final[dict[str, tuple[int, str]]] = {
    "50119": (1, "rejected"),
    "50103": (1, "rejected"),
    "50111": (1, "rejected"),
    "50101": (1, "rejected"),
    "50102": (2, "unproven"),
    "50105": (1, "rejected"),
    "50110": (1, "rejected"),
    "50113": (1, "rejected"),
    "50120": (1, "unproven"),
    "50030": (1, "unproven"),
    "50011": (3, "unproven"),
    "50001": (3, "unproven"),
    "50026": (3, "unproven"),
    "51010": (1, "unproven"),
    "51000": (1, "unproven"),
    "59500": (1, "unproven"),
    "59510": (1, "unproven"),
    "59263": (1, "unproven"),
    "59285": (1, "unproven"),
    "51735": (1, "unproven"),
    "50038": (1, "unproven"),
}


def error_samples() -> list[dict[str, Any]]:
    """The error answers, or nothing where the samples are not."""
    file = samples_of("okx") / "errors.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []


def name_of(entry: dict[str, Any]) -> str:
    return str(entry["body"]["code"])


ERRORS = pytest.mark.parametrize("entry", error_samples(), ids=name_of)


@ERRORS
def test_error_sample_is_never_an_answer(entry: dict[str, Any]) -> None:
    """Each documented error, with its HTTP status, leaves the area unknown with code and words."""
    desk = Desk()
    code = name_of(entry)

    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("public/time"):
            now = str(int(datetime.now(UTC).timestamp() * 1000))
            return httpx.Response(200, json={"code": "0", "data": [{"ts": now}], "msg": ""})
        return httpx.Response(entry["http_status"], json=entry["body"])

    desk.line.replies = reply
    with no_waiting():
        found = desk.fetch(CATALOGUE["asset/balances"])
    answer = found.by_area()["wallet.funding"]
    assert answer.kind == "unknown"
    reason = answer.reasons[0]
    assert reason.code == code
    assert reason.cause is (
        Cause.RATE_LIMIT if entry["http_status"] == 429 else Cause.EXCHANGE_CODE
    )
    words = str(entry["body"]["msg"]).replace("203.0.113.10", "[redacted]")
    assert reason.text == words
    tries = [arrival for arrival in desk.line.sent if arrival.path == "asset/balances"]
    assert len(tries) == HANDLING[code][0]


@ERRORS
def test_error_sample_about_the_key(entry: dict[str, Any]) -> None:
    """Only what documents call a rejection of key, secret, passphrase, IP or place is one."""
    known = Desk().policy.error(name_of(entry))
    assert known is not None
    assert known.meaning
    assert (known.handling is Handling.REJECTED) == (HANDLING[name_of(entry)][1] == "rejected")


def test_every_error_sample_has_a_case() -> None:
    """Each error sample has its documented handling written down here."""
    assert {name_of(entry) for entry in error_samples()} == set(HANDLING)


def test_session_reports_errors_as_failed_looks() -> None:
    """The session itself raises for an error answer; there is no row in it to be read."""
    desk = Desk()
    body = error_samples()[0]["body"]
    desk.line.replies = lambda _: httpx.Response(401, json=body)

    async def use(session: Session) -> None:
        await session.ask(CATALOGUE["asset/balances"], {}, list)

    with no_waiting(), pytest.raises(LookFailedError):
        desk.ask(use)
