"""What each request to Bybit alone reveals, for every call that it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tests.matrix.bybit_support import (
    FIRST,
    INCOMPLETE,
    INTERNAL,
    OLD,
    RESTRICTIONS,
    SUB,
    TOTALS,
    both,
    classic,
    each,
    funded,
    held,
    in_sub,
    may_convert,
    member,
    moved,
    one,
    put,
    traded,
)
from tests.matrix.bybit_trade_cases import EARN, TRADE
from tests.matrix.cases import Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import BybitAccount
from readiness.simulator import bybit_rows as rows

_COINS: Final = "asset/transfer/query-account-coins-balance"
_BALANCE: Final = "account/wallet-balance"
_OVERVIEW: Final = "asset/asset-overview"
_MEMBERS: Final = "asset/total-members-assets"
_DEPOSITS: Final = "asset/deposit/query-record"
_WITHDRAWALS: Final = "asset/withdraw/query-record"
_INTER: Final = "asset/transfer/query-inter-transfer-list"
_UNIVERSAL: Final = "asset/transfer/query-universal-transfer-list"
_UNHEARD: Final = 99
_UNIFIED: Final = {"accountType": "UNIFIED"}


def _leads(account: BybitAccount) -> None:
    account.settings["master_trader"] = True


def _another_wallet(account: BybitAccount) -> None:
    row = {"uid": account.uid, "accountType": ["UNIFIED", "FUND", "INVESTMENT"]}
    account.put("user/get-member-type", row)


def _coin(**fields: str) -> dict[str, str]:
    """A row of any wallet's coins."""
    usual = {"coin": "USDT", "walletBalance": "5", "transferBalance": "5", "bonus": ""}
    return {**usual, **fields}


def _kept(coin: str, usd: str) -> Any:
    return lambda account: account.delay(coin, usd)


def _deposited() -> tuple[Case, ...]:
    states = each(
        _DEPOSITS, "transfers.deposits", "status", (0, 1, 2, 7, 10011, 10012, 70013, _UNHEARD)
    )
    kinds = each(_DEPOSITS, "transfers.deposits", "depositType", ("20", "50", "99"))
    above = one(_DEPOSITS, "transfers.deposits", name="above a limit", depositType="10", status=2)
    taxed = each(_DEPOSITS, "transfers.deposits", "taxStatus", (1, _UNHEARD))
    return (*states, *kinds, above, *taxed)


WALLETS: Final[Mapping[str, tuple[Case, ...]]] = {
    "account/info": (blocks("leads", _leads, "copy-trading"),),
    "user/get-member-type": (
        blocks("a wallet nobody reads", _another_wallet, TOTALS, verdict=INCOMPLETE),
    ),
    _BALANCE: (
        blocks("money", traded(), "wallet.trading"),
        blocks("borrowed and spent", traded(wallet="0", spot_borrow="5"), "loans.margin"),
        blocks("interest", traded(wallet="0", interest="0.1"), "loans.margin"),
        blocks("below zero", traded(wallet="-5"), "loans.margin"),
        blocks("the value of an option", traded(wallet="0", option_value="5"), "wallet.trading"),
        blocks("trial funds", traded(wallet="5", bonus="5"), "wallet.trading"),
    ),
    _COINS: (
        blocks("money", funded(), "wallet.funding"),
        blocks("held back", funded(locked="5"), "wallet.funding"),
        blocks("dust without a price", funded("NOBODY", "0.0001"), "wallet.funding"),
    ),
    f"{_COINS}:classic": (
        blocks(
            "contracts",
            lambda account: account.contract("BTC", "0.001"),
            "wallet.trading",
            mode=FIRST,
            call={"accountType": "CONTRACT", "withBonus": "1"},
        ),
        blocks(
            "spot",
            put(f"{_COINS}:SPOT", _coin()),
            "wallet.trading",
            mode=OLD,
            call={"accountType": "SPOT", "withBonus": "1"},
        ),
    ),
    "fiat/balance-query": (
        blocks("fiat", both(may_convert, lambda account: account.fiat("GEL", "5")), "wallet.fiat"),
    ),
    "asset/withdraw/withdrawable-amount": (
        blocks("held back", both(traded(), _kept("USDT", "3")), "wallet.trading", RESTRICTIONS),
    ),
    "asset/withdraw/withdrawable-amount:funding": (
        blocks("held back", both(funded(), _kept("USDT", "3")), "wallet.funding", RESTRICTIONS),
    ),
    "spot-margin-trade/liability": (
        blocks("borrowed", traded(wallet="0", derivatives_borrow="5"), "loans.margin"),
        blocks("fixed", traded(wallet="0", spot_borrow="5", fixed_borrow="5"), "loans.margin"),
    ),
    _OVERVIEW: (
        blocks("bots", held("TradingBot", category="Futures Grid Bot"), "wallet.bots"),
        blocks(
            "copy trading", held("CopyTrading", category="Copy Trading Pro"), "wallet.copy-trading"
        ),
        *(
            blocks(kind, held(kind), TOTALS, verdict=INCOMPLETE, alike=number > 0)
            for number, kind in enumerate(
                ("TradFi", "Alpha", "PayLater", "BybitPayLater", "MarginStakedSOL", "Unheard")
            )
        ),
        blocks("owed later", held("PayLater", equity="-5"), TOTALS),
        blocks("no price", held("Alpha", coin="NOBODY"), TOTALS),
        blocks("owed by trading", traded(wallet="0", spot_borrow="5"), "loans.margin"),
        blocks("a loan in no list", held("CryptoLoans"), TOTALS, verdict=INCOMPLETE),
    ),
}

MOTION: Final[Mapping[str, tuple[Case, ...]]] = {
    _DEPOSITS: _deposited(),
    "asset/deposit/query-internal-record": tuple(
        case
        for field in ("status", "complianceStatus", "taxStatus")
        for case in each(
            "asset/deposit/query-internal-record", "transfers.deposits", field, (1, _UNHEARD)
        )
    ),
    _WITHDRAWALS: (
        *each(
            _WITHDRAWALS,
            "transfers.withdrawals",
            "status",
            (
                *("SecurityCheck", "Pending", "BlockchainConfirmed"),
                *("MoreInformationRequired", "Unknown", "unheard"),
            ),
        ),
        one(
            _WITHDRAWALS,
            "transfers.withdrawals",
            name="off chain",
            status="Pending",
            withdrawType=1,
        ),
    ),
    _INTER: each(_INTER, INTERNAL, "status", ("PENDING",)),
    _UNIVERSAL: each(_UNIVERSAL, INTERNAL, "status", ("PENDING",)),
    f"{_UNIVERSAL}:since": (
        blocks("just now", moved(_UNIVERSAL, "timestamp"), INTERNAL, verdict=INCOMPLETE),
    ),
    "account/transaction-log": (
        blocks(
            "just now",
            moved("account/transaction-log", "transactionTime"),
            INTERNAL,
            verdict=INCOMPLETE,
        ),
    ),
    "asset/fundinghistory": (
        blocks(
            "just now",
            moved("asset/fundinghistory", "createTime", 1000),
            INTERNAL,
            verdict=INCOMPLETE,
        ),
    ),
}

_ALONE: Final = {"main": frozenset({"sub-accounts"})}


def _exists(name: str, kind: int = 1, **more: Any) -> Case:
    """A sub-account that a list shows: it has to be deleted, and is nothing that blocks."""
    return Case(
        name,
        lambda account: account.sub_account(SUB, kind=kind, **more),
        _ALONE,
        verdict=Verdict.UNCONFIRMED,
    )


FAMILY: Final[Mapping[str, tuple[Case, ...]]] = {
    "user/submembers": (_exists("one"),),
    "user/query-sub-members": (_exists("one"),),
    "user/escrow_sub_members": (_exists("of a fund", kind=12),),
    "asset/transfer/query-sub-member-list": (_exists("by its number"),),
    _MEMBERS: (
        _exists("one"),
        member("a bot's", 3, "wallet.bots"),
        member("a leader's", 4, "wallet.copy-trading"),
        member("a follower's", 5, "wallet.copy-trading", alike=True),
        member("of MT4", 2, TOTALS, verdict=INCOMPLETE),
        blocks("owed by trading", traded(wallet="0", spot_borrow="5"), "loans.margin"),
    ),
    "user/get-member-type:sub": (
        in_sub("a wallet nobody reads", _another_wallet, TOTALS, verdict=INCOMPLETE),
    ),
    f"{_COINS}:sub": (in_sub("money", funded(), "wallet.funding"),),
    f"{_COINS}:sub-trading": (in_sub("money", traded(), "wallet.trading"),),
    f"{_COINS}:sub-classic": (
        in_sub("contracts", both(classic, put(f"{_COINS}:CONTRACT", _coin())), "wallet.trading"),
        in_sub("spot", both(classic, put(f"{_COINS}:SPOT", _coin())), "wallet.trading"),
    ),
    f"{_OVERVIEW}:sub": (
        in_sub("bots", held("TradingBot", category="Futures Grid Bot"), "wallet.bots"),
        in_sub("copy", held("CopyTrading", category="Copy Trading Pro"), "wallet.copy-trading"),
        in_sub("Alpha", held("Alpha"), TOTALS, verdict=INCOMPLETE),
        in_sub("owed by trading", traded(wallet="0", spot_borrow="5"), "loans.margin"),
        in_sub(
            "a loan",
            put("crypto-loan-flexible/ongoing-coin", rows.flexible_loan()),
            TOTALS,
            verdict=INCOMPLETE,
        ),
    ),
    "asset/deposit/query-sub-member-record": (
        in_sub("on its way", put(_DEPOSITS, rows.deposit(status=2)), "transfers.deposits"),
    ),
}

CASES: Final[Mapping[str, tuple[Case, ...]]] = {**WALLETS, **TRADE, **EARN, **MOTION, **FAMILY}
