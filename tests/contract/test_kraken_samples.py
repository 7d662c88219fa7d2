"""Outside truth: sample answers of Kraken's spot API mean what they should.

Typed from the samples and the fact sheet by hand. What no sample shows is a sample with one
thing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from tests.contract.support import in_short, needs_samples, sample, samples_of

from readiness.domain.items import Holding
from readiness.domain.key import ActingKey, ReadOnlyKey
from readiness.domain.policy import Handling
from readiness.exchanges.catalogue import Request
from readiness.exchanges.kraken.catalogue import CATALOGUE
from readiness.exchanges.kraken.dialect import KrakenDialect
from readiness.exchanges.kraken.key import read_key, sees_a_part
from readiness.exchanges.kraken.wire.account import ApiKeyInfo
from readiness.exchanges.paging import Tokens
from readiness.exchanges.registry import EXCHANGES
from readiness.exchanges.rows import rows_in, token_in
from readiness.gate.body import BadBodyError
from readiness.gate.dialect import Refusal, Rows
from readiness.policies import load_policy

pytestmark = needs_samples("kraken")

NOTHING: Final[dict[str, list[str]]] = {}
SINCE_1970: Final = {"since_ms": "0"}
BARE: Final = {"DepositStatus": "deposits", "WithdrawStatus": "withdrawals"}
"""Samples of a form that is not asked for: a list without pages. Its rows are the same."""

POSITIONS: Final = ("8.62212861", "8", "0.0000001", "0.0001", "0.0008999")
MARGINS: Final = ("20922.10568", "29151.35371", "0.00048", "0.48", "4.31952")

# Sample -> what it says, by area.
MEANINGS: Final[dict[str, dict[str, list[str]]]] = {
    "SystemStatus": NOTHING,
    "BalanceEx": {
        "wallet.spot": ["own 25435.21 USD (8249.76 frozen)", "own 1.2435 BTC (0.8423 frozen)"],
        "account.totals": ["obstacle hold_trade"],
    },
    "BalanceEx.suffixes": {
        "wallet.spot": ["own 50 USD (50 frozen)"],
        "earn.flexible": ["receipt 0.012 ETH", "receipt 0.001 BTC"],
        "earn.on-chain": ["receipt 12.5 DOT"],
    },
    "Balance": {
        "account.totals": [
            "across 1384317.8938 USD",
            "across 504861.8946 EUR",
            "across 1011.19088779 BTC",
            "across 818.55 ETH",
            "across 500000 USDT",
            "across 9999.9999999999 DAI",
            "across 2.5 DOT",
            # The old name of staked ETH is an asset of its own.
            "across 200.985637433 ETH2",
        ]
    },
    "TradeBalance": {
        "account.totals": [
            "total equivalent balance 1101.3425",
            "obstacle margin in use",
            "obstacle unrealised result",
            "obstacle cost of positions",
            "obstacle value of positions",
        ]
    },
    "OpenOrders": {
        "orders.open": ["order OQCLML-BW3P3-BUCMWZ open", "order OB5VMB-B4U2U-DK2WRW open"]
    },
    "OpenOrders.empty": NOTHING,
    "OpenPositions": {
        "positions.open": [
            f"position {size} XXBTZUSD margin {margin} "
            for size, margin in zip(POSITIONS, MARGINS, strict=True)
        ]
    },
    "OpenPositions.empty": NOTHING,
    # Two parts that are bonding and are free on a day; together they are all there is. Without
    # the terms of the strategy they are told as other Earn.
    "Earn-Allocations": {"earn.other": ["earn 0.001 ETH", "earn 0.02 ETH"]},
    "Earn-Strategies": NOTHING,
    "Earn-AllocateStatus": NOTHING,
    "Earn-DeallocateStatus": NOTHING,
    # The first is a success although it was returned; the second waits, and is on hold.
    "DepositStatus": {"transfers.deposits": ["in 0.1383862742 ETH held"]},
    "WithdrawStatus": {"transfers.withdrawals": ["out 0.72485 BTC moving"]},
    "WithdrawStatus.pending": {"transfers.withdrawals": ["out 0.1 BTC held"]},
    # The first look proves that the ledger can be seen, and is silent about what is in it.
    "Ledgers": NOTHING,
}


def dialect() -> KrakenDialect:
    keys = {"key": "x", "secret": "eA=="}
    return KrakenDialect(
        EXCHANGES["kraken"].ccxt_id, "https://api.kraken.com", keys, load_policy("kraken")
    )


def request_of(name: str) -> Request:
    return CATALOGUE[name.partition(".")[0].replace("Earn-", "Earn/")]


def paged(name: str) -> Any:
    """A sample; a list without pages as the form that is asked for has it."""
    payload = sample("kraken", name)
    key = BARE.get(name.partition(".")[0])
    if key:
        payload["result"] = {key: payload["result"], "next_cursor": None}
    return payload


def rows_of(name: str) -> list[Any]:
    opened = dialect().open_envelope(paged(name))
    assert isinstance(opened, Rows)
    return rows_in(opened.rows, request_of(name))


def told(
    name: str, traits: Mapping[str, str] = SINCE_1970, request: Request | None = None
) -> dict[str, list[str]]:
    """What a sample says, by area and in short words."""
    request = request or request_of(name)
    rows = [request.row.model_validate(row) for row in rows_of(name)]
    found = {
        feed.area.value: [in_short(item) for item in feed.read(rows, traits)]
        for feed in request.feeds
    }
    return {area: items for area, items in found.items() if items}


@pytest.mark.parametrize("name", MEANINGS)
def test_a_sample_means_what_it_should(name: str) -> None:
    """Every area that it feeds, and no other."""
    assert told(name) == MEANINGS[name]


def test_what_the_ledger_says_to_the_second_look() -> None:
    """Older than any scan is long, but the test's scan began at the epoch; then a day later."""
    since = CATALOGUE["Ledgers:since"]
    assert told("Ledgers", request=since) == {
        "transfers.internal": ["moved -24.5 GBP", "moved 0.9852 USD"]
    }
    # Between the two entries: 1688464484.1787 and 1688444262.8888.
    assert told("Ledgers", {"since_ms": "1688450000000"}, since) == {
        "transfers.internal": ["moved -24.5 GBP"]
    }
    assert told("Ledgers", {"since_ms": "1688464485000"}, since) == NOTHING


def test_every_sample_is_tried() -> None:
    """A new one has to be added here; those of the futures have an exchange of their own."""
    names = {path.stem for path in samples_of("kraken").glob("*.json")}
    spot = {name for name in names if not name.startswith("futures-")}
    assert spot == MEANINGS.keys() | ERRORS.keys() | {"GetApiKeyInfo", "GetApiKeyInfo.read-only"}


@pytest.mark.parametrize("name", ["DepositStatus", "WithdrawStatus", "WithdrawStatus.pending"])
def test_a_list_without_pages_is_no_answer_to_what_is_asked(name: str) -> None:
    """It is cut short, and nothing in it says so."""
    with pytest.raises(BadBodyError):
        dialect().open_envelope(sample("kraken", name))


@pytest.mark.parametrize("name", ["Earn-Allocations", "Earn-Strategies"])
def test_a_page_of_earn_tells_of_a_next_one(name: str) -> None:
    """So it is asked for."""
    request = request_of(name)
    assert isinstance(request.paging, Tokens)
    opened = dialect().open_envelope(sample("kraken", name))
    assert isinstance(opened, Rows)
    assert token_in(opened.rows, request.paging) == "2"


def test_allocations_are_told_where_their_terms_belong() -> None:
    """In one area each; when a part that is bonding is free, is not when its money is."""
    for lock, area in {
        "instant": "earn.flexible",
        "flex": "earn.flexible",
        "bonded": "earn.fixed",
        "timed": "earn.fixed",
        "unheard-of": "earn.other",
    }.items():
        found = told("Earn-Allocations", {"terms:ESDQCOL-WTZEU-NU55QF": lock})
        assert found == {area: ["earn 0.001 ETH", "earn 0.02 ETH"]}


def test_what_leaves_earn_says_when_it_is_free() -> None:
    """The same sample, on its way out: `expires` is the day."""
    (row,) = rows_of("Earn-Allocations")
    row["amount_allocated"]["unbonding"] = row["amount_allocated"].pop("bonding")
    request = request_of("Earn-Allocations")
    rows = [request.row.model_validate(row)]
    found = [item for feed in request.feeds for item in feed.read(rows, {})]
    assert [in_short(item) for item in found] == ["redeeming 0.001 ETH", "redeeming 0.02 ETH"]
    first = found[0]
    assert isinstance(first, Holding)
    assert first.clears_at == datetime(2023, 8, 19, 2, 34, 5, 807000, UTC)


@pytest.mark.parametrize("status", ["maintenance", "cancel_only", "post_only", "limit_only", ""])
def test_unless_kraken_is_online_nothing_is_believed(status: str) -> None:
    """The sample with another status."""
    with pytest.raises((BadBodyError, ValueError)):
        request_of("SystemStatus").row.model_validate({"status": status})


# -- the key -----------------------------------------------------------------------------------


def key_of(name: str) -> ReadOnlyKey | ActingKey:
    return read_key([ApiKeyInfo.model_validate(row) for row in rows_of(name)])


def test_the_sample_of_a_key_that_can_act() -> None:
    """It may deposit, withdraw, trade, and more."""
    found = key_of("GetApiKeyInfo")
    assert isinstance(found, ActingKey)
    assert {"add-funds", "withdraw-funds", "modify-trades", "close-trades"} < {*found.permissions}


def test_the_sample_of_a_key_that_cannot() -> None:
    """It sees everything from the first day on, and tells whose it is."""
    found = key_of("GetApiKeyInfo.read-only")
    assert isinstance(found, ReadOnlyKey)
    assert not sees_a_part(dict(found.traits))
    assert found.owner.uid == "AA00N84G00000000"


# -- errors ------------------------------------------------------------------------------------

ERRORS: Final = {
    "error.invalid-key": ("EAPI:Invalid key", Handling.REJECTED),
    "error.invalid-nonce": ("EAPI:Invalid nonce", Handling.CLOCK),
    "error.invalid-signature": ("EAPI:Invalid signature", Handling.REJECTED),
    "error.lockout": ("EGeneral:Temporary lockout", Handling.FINAL),
    "error.permission-denied": ("EGeneral:Permission denied", Handling.FINAL),
    "error.rate-limit": ("EAPI:Rate limit exceeded", Handling.RETRY),
    "error.throttled": ("EService:Throttled", Handling.RETRY),
    "error.unavailable": ("EService:Unavailable", Handling.RETRY),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_sample_of_an_error(name: str) -> None:
    """Each is a refusal, without a result beside it, and known."""
    code, handling = ERRORS[name]
    signer = dialect()
    found = signer.open_envelope(sample("kraken", name))
    assert isinstance(found, Refusal)
    assert found.code == code
    known = signer.error(code)
    assert known is not None
    assert known.handling is handling
    if name == "error.throttled":
        assert found.until_ms == 1_760_000_000_000
