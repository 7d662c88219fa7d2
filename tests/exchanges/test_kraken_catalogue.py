"""Kraken's catalogue says what the documents say, and its look-alike agrees.

The tables below were typed from the reference (https://docs.kraken.com/api-reference/, read
2026-08-17) a second time, and the look-alike's routes were written by somebody else: a slip
in one of the three shows up as a difference.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlsplit

import ccxt
import pytest
from tests.each import each
from tests.exchanges.support import Desk, VirtualTime

from readiness.domain.answer import Cause, Seen, Unknown, items_of
from readiness.domain.items import Holding, Nature, Transfer
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.collect import answers
from readiness.exchanges.kraken.catalogue import CATALOGUE
from readiness.exchanges.paging import Newest, One, Single, Tokens
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Limit, Per
from readiness.simulator import KrakenAccount
from readiness.simulator.kraken import rows
from readiness.simulator.kraken.routes import TABLE

CCXT: Final = getattr(ccxt, EXCHANGES["kraken"].ccxt_id)()
READS: Final = {request.id for request in CATALOGUE}
PRIVATE: Final = [request for request in CATALOGUE if request.signed]

# Per key: points of each call, and which permission it needs ("" for none).
POINTS: Final[dict[str, tuple[int, str]]] = {
    "GetApiKeyInfo": (1, ""),
    "ListWalletAccounts": (1, ""),
    "BalanceEx": (1, "query-funds"),
    "Balance": (1, "query-funds"),
    "TradeBalance": (1, "query-open-trades"),
    "CreditLines": (1, "query-funds"),
    "OpenOrders": (1, "query-open-trades"),
    "OpenPositions": (1, "query-open-trades"),
    "Earn/Strategies": (1, ""),
    "Earn/Allocations": (1, "query-funds"),
    "Earn/AllocateStatus": (1, "query-funds"),
    "Earn/DeallocateStatus": (1, "query-funds"),
    "DepositStatus": (1, "query-funds"),
    "WithdrawStatus": (1, "query-ledger"),
    "Ledgers": (2, "query-ledger"),
}

# Beside the number that grows.
PARAMETERS: Final[dict[str, set[str]]] = {
    "Earn/Allocations": {"cursor"},
    "Earn/Strategies": {"cursor"},
    "Balance:wallets": {"account_id"},
    "Earn/AllocateStatus": {"strategy_id"},
    "Earn/DeallocateStatus": {"strategy_id"},
    "DepositStatus": {"aclass", "cursor"},
    "WithdrawStatus": {"aclass", "cursor"},
    "Ledgers:since": {"start"},
}


def path(request: Request) -> str:
    """The name of the method that a request calls."""
    return request.id.partition(":")[0]


@each("request_", PRIVATE)
def test_private_requests_are_forms_counted_for_each_key(request_: Request) -> None:
    """Each is a POST with the number that grows, and takes its points of one counter."""
    points, permission = POINTS[path(request_)]
    assert request_.route.method == "POST"
    assert request_.route.path == f"/0/private/{path(request_)}"
    assert request_.route.parameters == {"nonce"} | PARAMETERS.get(request_.id, set())
    assert request_.limit == Limit(15, 46, Per.KEY, points, pool="/0/private", decays=True)
    assert request_.permission == permission


@pytest.mark.parametrize("name", ["Time", "Ticker", "SystemStatus"])
def test_public_requests_are_counted_for_each_address(name: str) -> None:
    """Nothing is said in them, and one in a second is fine."""
    request = CATALOGUE[name]
    assert (request.route.method, request.route.path) == ("GET", f"/0/public/{name}")
    assert request.route.parameters == frozenset()
    assert (request.limit.count, request.limit.seconds, request.limit.per) == (1, 1, Per.IP)
    assert not request.signed


def test_every_documented_read_is_there_and_no_write() -> None:
    """What the tables above do not name is not asked."""
    public = {"Time", "Ticker", "SystemStatus"}
    assert {*POINTS, *public, "Balance:wallets", "Ledgers:since"} == READS


def test_tiers_are_those_of_the_page_on_limits() -> None:
    """15 and 0.33 a second for starters, 20 and 0.5, 20 and 1 for the others; lowest first."""
    tiers = EXCHANGES["kraken"].tiers
    assert list(tiers) == ["starter", "intermediate", "pro"]
    falls = {name: Decimal(tier.count) / Decimal(tier.seconds) for name, tier in tiers.items()}
    assert [tier.count for tier in tiers.values()] == [15, 20, 20]
    assert [round(each, 2) for each in falls.values()] == [
        Decimal("0.33"),
        Decimal("0.5"),
        Decimal("1"),
    ]
    for tier in tiers.values():
        assert (tier.per, tier.pool, tier.decays) == (Per.KEY, "/0/private", True)
    lowest = CATALOGUE["BalanceEx"].limit
    assert (lowest.count, lowest.seconds) == (tiers["starter"].count, tiers["starter"].seconds)


PAGING: Final[dict[str, Any]] = {
    # "cursor=true" asks for the first page; the answer tells how to ask for the next.
    "DepositStatus": Tokens("cursor", "next_cursor", first="true", absent_ends=True),
    "WithdrawStatus": Tokens("cursor", "next_cursor", first="true", absent_ends=True),
    "Earn/Allocations": Tokens("cursor", "next_cursor", absent_ends=True),
    "Earn/Strategies": Tokens("cursor", "next_cursor", absent_ends=True),
    "Ledgers": Newest(50, size_parameter=""),
    "Ledgers:since": Newest(50, size_parameter=""),
    **dict.fromkeys(
        (
            *("Time", "GetApiKeyInfo", "SystemStatus", "TradeBalance", "CreditLines"),
            *("ListWalletAccounts", "Earn/AllocateStatus", "Earn/DeallocateStatus"),
        ),
        One(),
    ),
}


def test_paging_is_as_documented() -> None:
    """Transfers and Earn have pages; the ledger shows its newest page; all else is one answer."""
    for request in CATALOGUE:
        assert request.paging == PAGING.get(request.id, Single()), request.id


def test_transfers_are_asked_for_in_each_class_of_assets() -> None:
    """Without a class only currencies are listed, and tokenized assets would be missing."""
    for name in ("DepositStatus", "WithdrawStatus"):
        classes = [dict(call.params) for call in CATALOGUE[name].calls]
        assert classes == [{"aclass": "currency"}, {"aclass": "tokenized_asset"}]


def test_earn_is_asked_about_before_all_else() -> None:
    """Its terms have to be known before what is in it is told in an area."""
    first = {request.id for request in CATALOGUE if request.asked is Asked.IDENTITY}
    assert first == {"Earn/Allocations", "Earn/Strategies"}
    assert CATALOGUE["Ledgers:since"].asked is Asked.MOVEMENT
    service = {request.id for request in CATALOGUE if request.asked is Asked.SERVICE}
    assert service == {"Time", "GetApiKeyInfo", "Ticker"}


def test_wallets_are_read_twice() -> None:
    """Whatever shows money that could have moved is asked for again."""
    assert {request.id for request in CATALOGUE if request.twice} == {
        "BalanceEx",
        "Balance",
        "TradeBalance",
        "ListWalletAccounts",
        "Balance:wallets",
        "Earn/Allocations",
    }


@each("request_", CATALOGUE)
def test_each_names_its_page_and_its_method_of_ccxt(request_: Request) -> None:
    """A page of the reference, the day it was read, and a method that exists."""
    assert urlsplit(request_.source.url).hostname == "docs.kraken.com"
    assert request_.source.checked == date(2026, 8, 17)
    assert hasattr(CCXT, request_.ccxt_method)
    assert request_.purpose


def test_the_look_alike_serves_the_same() -> None:
    """Each request has a route there with the same verb, points, permission and parameters."""
    for request in CATALOGUE:
        params = dict.fromkeys(request.route.parameters, "true")
        route, _ = TABLE.find(request.route.method, path(request), params)
        if request.signed:
            (limit,) = route.limits
            assert limit.weight == request.limit.weight, request.id
            # Ours may fill no faster than theirs falls.
            assert limit.count == request.limit.count
            assert limit.seconds <= request.limit.seconds <= limit.seconds * 1.05
            assert not request.permission or request.permission in route.needs


# -- answers of the look-alike ----------------------------------------------------------------


def seen(account: KrakenAccount, *names: str) -> dict[str, Any]:
    """What some requests show of an account, by area."""
    desk = Desk(account, "kraken")
    return desk.fetch(*(CATALOGUE[name] for name in names)).by_area()


@pytest.mark.parametrize("last", ["null", "empty", "absent"])
@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 60])
def test_deposits_are_read_to_the_last_page(count: int, last: str) -> None:
    """However the last page says so, and however many there are, the oldest one is found."""
    account = KrakenAccount(last_cursor=last)
    for number in range(count):
        account.put("DepositStatus", rows.deposit(time=1_700_000_000 + number))
    account.put("DepositStatus", rows.deposit(status="Settled", time=1_600_000_000))
    answer = seen(account, "DepositStatus")["transfers.deposits"]
    assert isinstance(answer, Seen)
    assert [item.state for item in answer.items if isinstance(item, Transfer)] == ["Settled"]
    assert sum(entry.rows for entry in answer.evidence) == count + 1


def test_a_tokenized_withdrawal_is_found() -> None:
    """It is in no list unless its class is named."""
    account = KrakenAccount()
    account.put(
        "WithdrawStatus",
        rows.withdrawal(status="Pending", aclass="tokenized_asset", asset="AAPLx"),
    )
    answer = seen(account, "WithdrawStatus")["transfers.withdrawals"]
    assert [item.asset for item in items_of(answer) if isinstance(item, Transfer)] == ["AAPLx"]


@pytest.mark.parametrize("kind", ["spot", "pay", "prop_real", "prop_paper", "new", "main"])
@pytest.mark.parametrize("status", ["active", "disabled", "closed", "new"])
def test_a_wallet_beside_the_usual_one_is_read(kind: str, status: str) -> None:
    """Whatever it is called: nothing shows its money unless it is asked about by its id."""
    account = KrakenAccount()
    first = account.open_wallet(kind, status=status, ZEUR="5")
    second = account.open_wallet("spot", ZEUR="5")
    answer = seen(account, "ListWalletAccounts", "Balance:wallets")["wallet.other"]
    found = [(item.id, item.asset) for item in items_of(answer) if isinstance(item, Holding)]
    assert sorted(found) == sorted([(first, "EUR"), (second, "EUR")])


def test_a_list_of_wallets_that_goes_on_proves_nothing() -> None:
    """No parameter asks for the next page, so there may be a wallet that nobody sees."""
    account = KrakenAccount(more_wallets="abc")
    answer = seen(account, "ListWalletAccounts", "Balance:wallets")["wallet.other"]
    assert isinstance(answer, Unknown)
    assert {reason.cause for reason in answer.reasons} == {Cause.BAD_BODY}


@pytest.mark.parametrize("unquoted", [False, True])
def test_balances_are_read_however_numbers_are_written(unquoted: bool) -> None:
    """Some examples quote amounts and some do not."""
    account = KrakenAccount(unquoted=unquoted)
    account.balance("XXBT", "0.1234567891", hold_trade="0.1")
    (item,) = items_of(seen(account, "BalanceEx")["wallet.spot"])
    assert isinstance(item, Holding)
    assert (item.asset, str(item.amount), str(item.frozen)) == (
        "BTC",
        "kind='exact' value=Decimal('0.1234567891')",
        "kind='exact' value=Decimal('0.1000000000')" if not unquoted else str(item.frozen),
    )


def test_what_is_in_earn_is_told_by_its_terms() -> None:
    """At once, bonded, or nobody says: each in an area of its own, with what is on its way."""
    account = KrakenAccount()
    kinds = {"ES1": "instant", "ES2": "flex", "ES3": "bonded", "ES4": "timed", "ES5": "new"}
    for name, kind in kinds.items():
        account.put("Earn/Strategies", {"id": name, "lock_type": {"type": kind}})
    for name in (*kinds, "ES6"):
        account.allocate(name, "DOT", "3", unbonding="1", suffix="")
    desk = Desk(account, "kraken")
    terms = {f"terms:{name}": kind for name, kind in kinds.items()}
    fetched = desk.fetch(CATALOGUE["Earn/Allocations"]).fetched
    found = answers(fetched, "main", terms, desk.policy)
    by_area = {
        entry.area: {
            item.id.partition(":")[0]
            for item in items_of(entry.answer)
            if isinstance(item, Holding)
        }
        for entry in found
    }
    assert by_area == {
        "earn.flexible": {"ES1", "ES2"},
        "earn.fixed": {"ES3", "ES4"},
        "earn.other": {"ES5", "ES6"},
    }
    for entry in found:
        for item in items_of(entry.answer):
            assert isinstance(item, Holding)
            leaving = item.nature is Nature.REDEEMING
            assert str(item.amount).endswith(
                "Decimal('1.0000000000')" if leaving else "Decimal('2.0000000000')"
            )
            assert (item.clears_at is not None) == leaving


def test_the_ledger_is_read_since_the_scan_began() -> None:
    """An entry of before is no movement; one of now is. The first look proves the permission."""
    account = KrakenAccount()
    now = datetime.now(UTC).timestamp()
    account.put("Ledgers", rows.ledger_entry(time=Decimal(int(now - 100))))
    for name in ("Ledgers", "Ledgers:since"):
        assert items_of(seen(account, name)["transfers.internal"]) == ()
    account.put("Ledgers", rows.ledger_entry(time=Decimal(int(now))))
    assert items_of(seen(account, "Ledgers")["transfers.internal"]) == ()
    assert len(items_of(seen(account, "Ledgers:since")["transfers.internal"])) == 1


@pytest.mark.parametrize(
    ("told", "moved"),
    [
        (Decimal("1779999999.9999"), False),
        ("1779999999", False),
        (Decimal(1780000000), True),
        (Decimal("1780000000.0001"), True),
        ("1780000000", True),
        # Whatever is no time may be of now.
        *((value, True) for value in (None, "", "soon", True, Decimal(0), Decimal(10) ** 12)),
    ],
)
def test_a_movement_is_one_of_the_second_in_which_the_scan_began(told: Any, moved: bool) -> None:
    """The ledger writes fractions of a second; what they cut off would be a movement missed."""
    request = CATALOGUE["Ledgers:since"]
    row = request.row.model_validate({"id": "L1", "asset": "ZUSD", "amount": "1", "time": told})
    (feed,) = request.feeds
    assert bool(list(feed.read([row], {"since_ms": "1780000000500"}))) == moved


LIMITED: Final = {
    "OpenOrders": "orders.open",
    "OpenPositions": "positions.open",
    "DepositStatus": "transfers.deposits",
    "WithdrawStatus": "transfers.withdrawals",
    "Ledgers": "transfers.internal",
    "Ledgers:since": "transfers.internal",
}


def test_what_a_key_with_dates_may_hide() -> None:
    """All that has a time; balances and Earn are as they are now."""
    limited = {request.id for request in CATALOGUE if request.limited({"sees": "part"})}
    assert limited == LIMITED.keys()
    assert not any(request.limited({"sees": "all"}) for request in CATALOGUE)


@pytest.mark.parametrize("name", LIMITED)
@pytest.mark.parametrize("field", ["query_from", "query_to"])
def test_a_key_with_dates_proves_nothing_of_what_it_may_hide(name: str, field: str) -> None:
    """An empty list of such a key is not empty."""
    account = KrakenAccount(fields={field: "1700000000"})
    answer = seen(account, name)[LIMITED[name]]
    assert isinstance(answer, Unknown)
    assert [reason.cause for reason in answer.reasons] == [Cause.NOT_SHOWN]


def test_what_a_key_with_dates_does_show_counts() -> None:
    """It blocks, although there may be more."""
    account = KrakenAccount(fields={"query_from": "1700000000"})
    account.put("DepositStatus", rows.deposit(status="Pending"))
    assert len(items_of(seen(account, "DepositStatus")["transfers.deposits"])) == 1


# -- time --------------------------------------------------------------------------------------


def test_a_whole_scan_fits_into_its_deadline() -> None:
    """Both passes of a starter's account: what they cost, and how long that takes."""
    costs = {
        request.id: request.limit.weight * len(request.calls)
        for request in CATALOGUE
        if request.signed and request.loop is None and request.asked is not Asked.MOVEMENT
    }
    first = sum(costs.values())
    second = sum(costs[r.id] for r in CATALOGUE if r.twice and r.loop is None)
    second += CATALOGUE["Ledgers:since"].limit.weight
    assert (first, second) == (16, 7)
    waiting = (first + second - 15) * 45 / 15
    assert waiting == 24


def test_a_scan_waits_as_long_as_the_counter_says() -> None:
    """The limiter itself, in made-up time: 23 points of a starter take some 24 seconds."""
    clock = VirtualTime()
    budget = clock.limits().window("key", "/0/private", CATALOGUE["BalanceEx"].limit)

    async def spend() -> None:
        for _ in range(23):
            async with budget.slot(1):
                pass

    asyncio.run(spend())
    assert clock.now == pytest.approx(24.5, abs=0.1)
