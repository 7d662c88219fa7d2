"""What single rows of KuCoin tell, cell by cell: dates, names, and what has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.each import each
from tests.exchanges.telling import tell

from readiness.exchanges.registry import load_catalogue
from readiness.simulator.kucoin.rows import FACTORIES

CENTURY: Final = 4_102_444_800_000
"""The first moment of the year 2100, in milliseconds."""
CLASSIC: Final = "api/ua/v1/account/balance"
EVERYTHING: Final = "api/ua/v1/sub-account/balance"
HELD: Final = "api/v1/earn/hold-assets"
LENT: Final = "api/v3/purchase/orders"
POSITIONS: Final = "api/ua/v1/unified/position/open-list"
STRUCTURED: Final = "api/v1/struct-earn/orders"
SUBS: Final = "api/v2/sub/user"
WALLETS: Final = "api/v2/sub-accounts"
EMPTY: Final = {"balance": "0", "available": "0", "hold": "0", "liability": None}
EMPTY_SUB: Final = {**EMPTY, "liabilityPrinciple": None, "currency": "BTC"}
LOCKED: Final = "details=((state, LOCKED), (product, 'KCS_STAKING DEMAND'))"


def row_of(request: str, **cells: Any) -> dict[str, Any]:
    return {**FACTORIES[request](), **cells}


def classic(currency: str, **cells: Any) -> dict[str, Any]:
    """An answer about the classic futures account."""
    entry = {**EMPTY, "currency": currency, **cells}
    return {"accountType": "FUTURES", "accounts": [{"currencies": [entry]}]}


def sub(kind: str, sub_type: str | None, **cells: Any) -> dict[str, Any]:
    """One account of a sub-account."""
    account = {"accountType": kind, "accountSubType": sub_type}
    return {"uid": 5, "accountList": [{**account, "currencyList": [EMPTY_SUB | cells]}]}


def wallets(kind: str, tag: str | None) -> dict[str, Any]:
    """One of a sub-account's older accounts, with money in it."""
    entry = {"currency": "BTC", "balance": "2", "available": "1", "holds": "1", "tag": tag}
    none: dict[str, Any] = {"mainAccounts": [], "tradeAccounts": [], "marginAccounts": []}
    return {"subName": "grid", **none, "tradeHFAccounts": [], kind: [entry]}


def position(**cells: Any) -> dict[str, Any]:
    return row_of(POSITIONS, marginMode="CROSS", **{"id": "8", "initialMargin": "0"} | cells)


# Each: the request, a row, and what it tells.
CASES: Final[tuple[tuple[str, Mapping[str, Any], list[str]], ...]] = (
    # Earn.
    (
        HELD,
        row_of(HELD, orderId="1", holdAmount="3", lockEndTime=CENTURY),
        [
            "earn.other: holding nature=earn id=1 asset=KCS amount=3 frozen=0"
            f" clears_at=2100-01-01 {LOCKED}"
        ],
    ),
    (
        HELD,
        row_of(HELD, orderId="1", holdAmount="0", redeemingAmount="2"),
        [f"earn.other: holding nature=redeeming id=1 asset=KCS amount=2 frozen=2 {LOCKED}"],
    ),
    (
        STRUCTURED,
        row_of(STRUCTURED, orderId="1", expirationTime=CENTURY),
        [
            "earn.dual-investment: holding nature=earn id=1 asset=USDT amount=10"
            " clears_at=2100-01-01 details=((state, PENDING), (product, DUAL_CLASSIC))"
        ],
    ),
    (STRUCTURED, row_of(STRUCTURED, status="FINISHED"), []),
    (
        LENT,
        row_of(LENT, purchaseOrderNo="1", purchaseSize="3", incomeSize="?", status="DONE"),
        ["earn.flexible: holding nature=lent id=1 asset=BTC amount=3 details=((state, DONE))"],
    ),
    # Positions.
    *(
        (
            POSITIONS,
            position(symbol="XBTUSDTM", **cells),
            [f"positions.futures-usdm: position {told} details=((margin_mode, CROSS))"],
        )
        for cells, told in (
            ({"size": "2"}, "id=8 instrument=XBTUSDTM side=LONG size=2 margin=0"),
            ({"size": "-2"}, "id=8 instrument=XBTUSDTM side=SHORT size=-2 margin=0"),
            (
                {"size": "2", "id": ""},
                "id=XBTUSDTM instrument=XBTUSDTM side=LONG size=2 margin=0",
            ),
            (
                {"size": "0", "initialMargin": "1"},
                "id=8 instrument=XBTUSDTM side='' size=0 margin=1",
            ),
            ({"size": "?"}, "id=8 instrument=XBTUSDTM side='' size=unreadable:? margin=0"),
        )
    ),
    (POSITIONS, position(size="0"), []),
    # Money that is on its way.
    (
        "api/v1/transaction-history",
        row_of("api/v1/transaction-history", offset="", time=CENTURY, status="Pending"),
        [
            "transfers.internal: transfer id=USDT:# direction=in asset=USDT amount=0.01"
            " state=Pending stage=moving since=2100-01-01 details=((type, TransferIn))"
        ],
    ),
    (
        "api/v1/withdrawals",
        row_of("api/v1/withdrawals", id="", createdAt=CENTURY),
        [
            "transfers.withdrawals: transfer id=USDT:# direction=out asset=USDT"
            " amount=10.00000000 state=REVIEW stage=review since=2100-01-01"
            " details=((chain, trx))"
        ],
    ),
    # Coins of futures that nobody asks for one by one.
    (
        CLASSIC,
        classic("DOT", liability="2"),
        ["wallet.futures-coinm: debt asset=DOT amount=2 view=margin"],
    ),
    (
        CLASSIC,
        classic("DOT", balance="2"),
        ["wallet.futures-coinm: holding asset=DOT amount=2 frozen=0"],
    ),
    *((CLASSIC, classic(coin, balance="2"), []) for coin in ("XBT", "BTC", "USDT", "USDC")),
    # A loss that is not realised is told where no balance and no equity below zero tells it.
    (
        "api/ua/v1/unified/account/balance",
        classic("BTC", unrealisedPnl="-2") | {"accountType": "UNIFIED"},
        ["wallet.trading: debt asset=BTC amount=2 view=margin"],
    ),
    # Sub-accounts.
    (SUBS, row_of(SUBS, uid=5), ["sub-accounts: sub-account name=grid01 uid=5"]),
    *(
        (
            SUBS,
            row_of(SUBS, uid=5, **cells),
            [f"sub-accounts: sub-account name=grid01 uid=5 {told}"],
        )
        for cells, told in (
            ({"status": 3}, "enabled=False"),
            ({"type": 1}, "type=robot"),
            ({"type": 2}, "type=finance"),
            ({"type": 5}, "type='asset management'"),
            ({"type": 77}, "type=77"),
        )
    ),
    *(
        (
            WALLETS,
            wallets(kind, tag),
            [
                "sub-accounts: sub-account name=grid",
                f"{place}: holding {name}asset=BTC amount=2 frozen=1",
            ],
        )
        for kind, tag, place, name in (
            ("mainAccounts", "DEFAULT", "wallet.funding", ""),
            ("tradeAccounts", None, "wallet.spot", ""),
            ("tradeHFAccounts", "DEFAULT", "wallet.spot", ""),
            ("tradeHFAccounts", "BTC-USDT", "wallet.spot", "id=BTC-USDT "),
            ("marginAccounts", "DEFAULT", "wallet.margin-cross", ""),
        )
    ),
    *(
        (
            EVERYTHING,
            sub(kind, sub_type, balance="2"),
            [f"{place}: holding {name}asset=BTC amount=2 {rest}"],
        )
        for kind, sub_type, place, name, rest in (
            ("UNIFIED", None, "wallet.trading", "", "frozen=0"),
            ("UNIFIED", "X", "wallet.trading", "id=X ", "frozen=0"),
            ("OPTION", None, "wallet.trading", "id=OPTION ", "frozen=0"),
            ("OPTION", "X", "wallet.trading", "id=OPTION:X ", "frozen=0"),
            ("ISOLATED", "BTC-USDT", "wallet.margin-isolated", "id=BTC-USDT ", "frozen=0"),
        )
    ),
    *(
        (
            EVERYTHING,
            sub(kind, sub_type, liability="2"),
            [f"loans.margin: debt asset=BTC amount=2 view=margin details=((place, {name}))"],
        )
        for kind, sub_type, name in (
            ("CROSS", None, "CROSS"),
            ("ISOLATED", "BTC-USDT", "ISOLATED:BTC-USDT"),
        )
    ),
)


@each("case", CASES, named=lambda case: f"{case[0]}: {case[1]}")
def test_what_a_row_tells(case: tuple[str, Mapping[str, Any], list[str]]) -> None:
    """All of it, and nothing else."""
    request, row, told = case
    assert tell("kucoin", request, row) == told


def test_the_main_account_has_to_be_among_its_futures_wallets() -> None:
    """An answer about sub-accounts alone is none."""
    request = load_catalogue("kucoin")["api/v1/account-overview-all"]
    cells = ("accountEquity", "marginBalance", "positionMargin", "orderMargin", "frozenFunds")
    nothing = {**dict.fromkeys((*cells, "availableBalance"), 0), "currency": "USDT"}
    sub_account, main = (
        request.row.model_validate({**nothing, "accountName": name}) for name in ("grid", "main")
    )
    assert request.objection([sub_account])
    assert request.objection([])
    assert not request.objection([sub_account, main])


def test_three_coins_are_asked_for_whatever_contracts_there_are() -> None:
    """And every other coin that a contract is settled in, once."""
    catalogue = load_catalogue("kucoin")
    loop = catalogue["api/v1/account-overview"].loop
    assert loop
    contracts = [
        catalogue[loop.over].row.model_validate(row_of(loop.over, settleCurrency=coin))
        for coin in ("DOT", "USDT", "DOT")
    ]
    assert list(loop.names(contracts)) == ["XBT", "USDT", "USDC", "DOT"]
    assert list(loop.names([])) == ["XBT", "USDT", "USDC"]
