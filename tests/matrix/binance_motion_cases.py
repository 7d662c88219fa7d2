"""Binance: money in motion, sub-accounts, and accounts tied to other people's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.matrix.binance_support import (
    INCOMPLETE,
    INTERNAL,
    OWN_KEY,
    RESTRICTIONS,
    SUB,
    each,
    in_sub,
    just_now,
    one,
    put,
    put_now,
    sub,
)
from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator.binance import rows

DEPOSITS: Final = "sapi/v1/capital/deposit/hisrec"
WITHDRAWALS: Final = "sapi/v1/capital/withdraw/history"
FIAT: Final = "sapi/v1/fiat/orders"
PAYMENTS: Final = "sapi/v1/fiat/payments"
P2P: Final = "sapi/v1/c2c/orderMatch/listUserOrderHistory"
TRANSFERS: Final = "sapi/v1/asset/transfer"
DIVIDENDS: Final = "sapi/v1/asset/assetDividend"
BY_SUB: Final = "sapi/v1/sub-account/transfer/subUserHistory"
SUB_MARGIN: Final = "sapi/v1/sub-account/margin/account"
SUB_FUTURES: Final = "sapi/v2/sub-account/futures/account"
SUB_POSITIONS: Final = "sapi/v2/sub-account/futures/positionRisk"
SUB_ASSETS: Final = "sapi/v4/sub-account/assets"
SUB_DEPOSITS: Final = "sapi/v1/capital/deposit/subHisrec"
MANAGED: Final = "sapi/v1/managed-subaccount/info"
CLIENTS: Final = "sapi/v1/broker/subAccount"


def _moved(path: str, row: Any, **fields: Any) -> Arrange:
    """Something that moves while the scan runs."""
    stamp = {DIVIDENDS: "divTime", BY_SUB: "time"}.get(path, "timestamp")
    return put_now(path, row, **{stamp: just_now}, **fields)


_FIAT_STATES: Final = ("Processing", "Refunding", "Refund Failed", "unheard")


def _fiat(row: Any, path: str, kind: str) -> tuple[Case, ...]:
    """One kind of fiat order; the kind is asked for and does not stand in a row."""
    more = ("Order Partial credit Stopped",) if path == FIAT else ()
    return tuple(
        blocks(state, put(path, row(status=state) | {"transactionType": kind}), "transfers.fiat")
        for state in (*_FIAT_STATES, *more)
    )


def _kind(number: int) -> dict[str, str]:
    return {"futuresType": str(number)}


def _managed(path: str, *entries: Any) -> Arrange:
    def arrange(account: Any) -> None:
        account.put(MANAGED, rows.managed_sub_account())
        account.put(path, *entries)

    return arrange


# Every pair of wallets between which money moves by itself.
_PAIRS: Final = """
    MAIN_UMFUTURE MAIN_CMFUTURE MAIN_MARGIN MAIN_FUNDING MAIN_OPTION MAIN_PORTFOLIO_MARGIN
    UMFUTURE_MAIN UMFUTURE_MARGIN UMFUTURE_FUNDING UMFUTURE_OPTION
    CMFUTURE_MAIN CMFUTURE_MARGIN CMFUTURE_FUNDING
    MARGIN_MAIN MARGIN_UMFUTURE MARGIN_CMFUTURE MARGIN_FUNDING MARGIN_OPTION
    FUNDING_MAIN FUNDING_UMFUTURE FUNDING_CMFUTURE FUNDING_MARGIN FUNDING_OPTION
    OPTION_MAIN OPTION_UMFUTURE OPTION_MARGIN OPTION_FUNDING PORTFOLIO_MARGIN_MAIN
"""
TRANSFER_TYPES: Final = tuple(_PAIRS.split())

CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    DEPOSITS: (
        *each(DEPOSITS, "transfers.deposits", "status", (0, 6, 7, 8, 99)),
        one(
            DEPOSITS,
            "transfers.deposits",
            "credited, and information is missing",
            status=1,
            travelRuleStatus=1,
        ),
    ),
    WITHDRAWALS: each(WITHDRAWALS, "transfers.withdrawals", "status", (0, 2, 4, 99)),
    "sapi/v1/localentity/deposit/history": (
        one("sapi/v1/localentity/deposit/history", "transfers.deposits"),
    ),
    "sapi/v2/localentity/deposit/history": (
        one("sapi/v2/localentity/deposit/history", "transfers.deposits"),
    ),
    "sapi/v1/localentity/withdraw/history": (
        one("sapi/v1/localentity/withdraw/history", "transfers.withdrawals"),
    ),
    "sapi/v2/localentity/withdraw/history": (
        one("sapi/v2/localentity/withdraw/history", "transfers.withdrawals"),
    ),
    FIAT: _fiat(rows.fiat_order, FIAT, "0"),
    f"{FIAT}:withdrawals": _fiat(rows.fiat_order, FIAT, "1"),
    PAYMENTS: _fiat(rows.fiat_payment, PAYMENTS, "0"),
    f"{PAYMENTS}:sales": _fiat(rows.fiat_payment, PAYMENTS, "1"),
    P2P: (
        *each(
            P2P,
            "transfers.p2p",
            "orderStatus",
            ("PENDING", "TRADING", "BUYER_PAYED", "DISTRIBUTING", "IN_APPEAL", "UNHEARD"),
        ),
        *each(P2P, "transfers.p2p", "tradeType", ("BUY", "SELL"), call="tradeType"),
    ),
    TRANSFERS: (
        *each(TRANSFERS, INTERNAL, "type", TRANSFER_TYPES, call="type"),
        one(TRANSFERS, INTERNAL, "undocumented", status="UNHEARD"),
    ),
    f"{TRANSFERS}:since": tuple(
        blocks(
            kind,
            _moved(TRANSFERS, rows.internal_transfer, status="CONFIRMED", type=kind),
            INTERNAL,
            verdict=INCOMPLETE,
            call={"type": kind},
            alike=True,
        )
        for kind in TRANSFER_TYPES
    ),
    f"{DEPOSITS}:since": (
        blocks(
            "during the scan",
            put_now(DEPOSITS, rows.deposit, insertTime=just_now, status=1, completeTime=just_now),
            INTERNAL,
            verdict=INCOMPLETE,
        ),
    ),
    f"{WITHDRAWALS}:since": (
        blocks(
            "during the scan",
            put_now(WITHDRAWALS, rows.withdrawal, applyTime=lambda: rows.utc(just_now()), status=6),
            INTERNAL,
            verdict=INCOMPLETE,
        ),
    ),
    f"{DIVIDENDS}:since": (
        blocks("during the scan", _moved(DIVIDENDS, rows.dividend), INTERNAL, verdict=INCOMPLETE),
    ),
    BY_SUB: (*each(BY_SUB, INTERNAL, "status", ("PROCESS", "UNHEARD"), mode=OWN_KEY),),
    f"{BY_SUB}:since": tuple(
        blocks(
            f"type {kind}",
            _moved(BY_SUB, rows.sub_user_transfer, type=kind),
            INTERNAL,
            verdict=INCOMPLETE,
            call={"type": str(kind)},
            mode=OWN_KEY,
        )
        for kind in (1, 2)
    ),
    # -- sub-accounts ---------------------------------------------------------------------
    "sapi/v1/sub-account/list": (
        blocks("empty", sub(), "sub-accounts", verdict=Verdict.UNCONFIRMED),
        in_sub("frozen", lambda a: a.sub_account(SUB, isFreeze=True), RESTRICTIONS),
    ),
    "sapi/v1/sub-account/status": (
        blocks(
            "switched off",
            lambda a: (
                a.sub_account(SUB),
                a.put(
                    "sapi/v1/sub-account/status",
                    rows.sub_account_status(email=SUB, isSubUserEnabled=False),
                ),
            ),
            "sub-accounts",
            RESTRICTIONS,
        ),
    ),
    **{
        path: (blocks("named", sub(), "sub-accounts", verdict=Verdict.UNCONFIRMED),)
        for path in (
            "sapi/v1/sub-account/spotSummary",
            "sapi/v1/sub-account/margin/accountSummary",
            "sapi/v2/sub-account/futures/accountSummary",
            "sapi/v2/sub-account/futures/accountSummary:coinm",
        )
    },
    SUB_ASSETS: (
        *(
            in_sub(
                f"{part} alone",
                sub(SUB_ASSETS, rows.sub_asset(**{"free": "0", part: "3"})),
                "wallet.spot",
            )
            for part in ("free", "locked", "freeze", "withdrawing")
        ),
    ),
    SUB_MARGIN: (
        in_sub("money", sub(SUB_MARGIN, rows.sub_margin_account()), "wallet.margin-cross"),
        in_sub(
            "debt",
            sub(
                SUB_MARGIN,
                rows.sub_margin_account(
                    rows.sub_margin_asset(free="0", borrowed="3", netAsset="-3"),
                    totalAssetOfBtc="0",
                ),
            ),
            "loans.margin",
        ),
    ),
    SUB_FUTURES: (in_sub("um", sub(SUB_FUTURES, rows.sub_um_account()), "wallet.futures-usdm"),),
    f"{SUB_FUTURES}:coinm": (
        in_sub("cm", sub(SUB_FUTURES, rows.sub_cm_account()), "wallet.futures-coinm"),
    ),
    SUB_POSITIONS: (
        in_sub(
            "um",
            sub(SUB_POSITIONS, {"futurePositionRiskVos": [rows.sub_um_position()]}),
            "positions.futures-usdm",
        ),
    ),
    f"{SUB_POSITIONS}:coinm": (
        in_sub(
            "cm",
            sub(SUB_POSITIONS, {"deliveryPositionRiskVos": [rows.sub_cm_position()]}),
            "positions.futures-coinm",
        ),
    ),
    SUB_DEPOSITS: (in_sub("pending", sub(SUB_DEPOSITS, rows.sub_deposit()), "transfers.deposits"),),
    # -- tied to other people's -----------------------------------------------------------
    MANAGED: (one(MANAGED, "sub-accounts"),),
    CLIENTS: (
        blocks(
            "client",
            lambda a: (
                a.settings.update(broker=True),
                a.put(CLIENTS, rows.broker_sub_account()),
            ),
            "sub-accounts",
        ),
    ),
    **{
        path: tuple(
            blocks(
                f"money {kind}".rstrip(),
                _managed(path, row()),
                "sub-accounts",
                call={"accountType": kind} if kind else {},
            )
            for kind in kinds
        )
        for path, row, kinds in (
            ("sapi/v1/managed-subaccount/asset", rows.managed_asset, ("",)),
            (
                "sapi/v1/managed-subaccount/marginAsset",
                rows.managed_margin,
                ("MARGIN", "ISOLATED_MARGIN"),
            ),
            (
                "sapi/v1/managed-subaccount/fetch-future-asset",
                rows.managed_futures,
                ("USDT_FUTURE", "COIN_FUTURE"),
            ),
        )
    },
}
