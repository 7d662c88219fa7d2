"""A value that cannot be read is never nothing.

Every field of every row model is set to everything that a broken or hostile answer could
hold. The outcome may be a refusal of the body or something to report; it may be nothing
only for an exact zero, for a documented end state, or where the fact sheet says that an
empty text means "does not apply" (``MAY_BE_BLANK`` says which, and why that hides nothing).
"""

from __future__ import annotations

import copy
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pydantic import BaseModel, ValidationError
from tests.each import each
from tests.exchanges.values import ABSENT, BLANKS, VALUES, ZEROS

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.simulator import rows

Row = dict[str, Any]
TRAITS: Final[Mapping[str, str]] = {"mode": "3", "since_ms": "0"}

_DETAIL: Final = dict.fromkeys(
    [
        "cashBal",
        "eq",
        "eqUsd",
        "availBal",
        "frozenBal",
        "ordFrozen",
        "liab",
        "crossLiab",
        "isoLiab",
        "uplLiab",
        "interest",
        "stgyEq",
        "fixedBal",
        "spotIsoBal",
        "spotCopyTradingEq",
        "smtSyncEq",
        "rewardBal",
        "autoLendMtAmt",
        "isoEq",
    ],
    "0",
) | {"ccy": "USDT", "autoLendStatus": "off"}
_TRADING: Final = {"details": [_DETAIL], "totalEq": "0"}
_FUNDING: Final = {"ccy": "USDT", "bal": "0", "availBal": "0", "frozenBal": "0"}
_REPAY: Final = {"debtData": [{"debtCcy": "USDT", "debtAmt": "0"}]}
_EVENT: Final = {"amt": "0.1", "requestTime": "1", "status": "success", "type": "redeem"}
_FIAT: Final = rows.fiat_order(state="completed")

# A row of each request that says that nothing is there; requests that are not here have no
# such row: whatever they list is something.
QUIET: Final[dict[str, Row]] = {
    "account/balance": _TRADING,
    "account/subaccount/balances": _TRADING,
    "asset/balances": _FUNDING,
    "asset/subaccount/balances": _FUNDING,
    "asset/non-tradable-assets": rows.non_tradable(bal="0"),
    "account/positions": rows.position(pos="0", margin="0", liab="0", interest="0"),
    "account/interest-limits": {
        "debt": "0",
        "interest": "0",
        "records": [{"ccy": "BTC", "usedLmt": "0", "usedLoan": "0", "interest": "0"}],
    },
    "trade/one-click-repay-currency-list-v2": _REPAY,
    "trade/one-click-repay-currency-list": _REPAY,
    "finance/flexible-loan/loan-info": {
        "ordId": "1",
        "loanData": [{"ccy": "USDT", "amt": "0"}],
        "collateralData": [{"ccy": "ETH", "amt": "0"}],
        "loanNotionalUsd": "0",
        "collateralNotionalUsd": "0",
    },
    "finance/savings/balance": {"ccy": "USDT", "amt": "0", "loanAmt": "0", "pendingAmt": "0"},
    "finance/simple-earn-fixed/order-list": rows.fixed_earn(state="settled"),
    "finance/staking-defi/eth/balance": {"ccy": "BETH", "amt": "0"},
    "finance/staking-defi/sol/balance": {"ccy": "OKSOL", "amt": "0"},
    "finance/staking-defi/eth/purchase-redeem-history": _EVENT,
    "finance/staking-defi/sol/purchase-redeem-history": _EVENT,
    "finance/sfp/dcd/order-history": rows.dual_investment(state="settled"),
    "finance/stable-rewards/balance": {"details": [{"ccy": "USDG", "amt": "0", "state": ""}]},
    "finance/okusd/account": {"ccy": "OKUSD", "amt": "0"},
    "finance/okusd/redeem/history": rows.okusd_redemption(status="success"),
    "asset/deposit-history": rows.deposit(state="2"),
    "asset/withdrawal-history": rows.withdrawal(state="2"),
    "fiat/deposit-order-history": _FIAT,
    "fiat/withdrawal-order-history": _FIAT,
    "fiat/buy-sell/history": rows.fiat_trade(state="completed"),
    "p2p/order/list": rows.p2p_order(orderStatus="completed"),
    "trade/easy-convert-history": rows.easy_convert(status="filled"),
    "trade/one-click-repay-history-v2": rows.one_click_repay(status="filled"),
    "rfq/rfqs": rows.rfq(state="filled"),
    "rfq/quotes": rows.quote(state="canceled"),
    "rfq/maker-instrument-settings": {"instType": "SWAP", "includeAll": False, "data": []},
    "account/move-positions-history": rows.moved_position(state="filled"),
    "copytrading/config": {"details": [{"instType": "SWAP", "roleType": "0"}]},
    "copytrading/total-unrealized-profit-sharing": {
        "profitSharingTs": "1",
        "totalUnrealizedProfitSharingAmt": "0",
    },
    "copytrading/unrealized-profit-sharing-details": {
        "ccy": "USDT",
        "ts": "1",
        "unrealizedProfitSharingAmt": "0",
    },
    "account/set-account-switch-precheck": {"sCode": "0", "unmatchedInfoCheck": []},
    "account/precheck-set-delta-neutral": {"unmatchedInfoCheck": []},
}

# A row of each request that says that something is there.
_LOUD_DETAIL: Final = _DETAIL | {"cashBal": "12", "eq": "12", "availBal": "12"}
_LOUD_TRADING: Final = {"details": [_LOUD_DETAIL], "totalEq": "12"}
_LOUD_FUNDING: Final = {"ccy": "USDT", "bal": "3", "availBal": "1", "frozenBal": "2"}
_LOUD_REPAY: Final = {"debtType": "cross", "debtData": [{"debtCcy": "USDT", "debtAmt": "25"}]}
LOUD: Final[dict[str, Row]] = {
    **{name: factory() for name, factory in rows.FACTORIES.items()},
    "account/balance": _LOUD_TRADING,
    "account/subaccount/balances": _LOUD_TRADING,
    "asset/balances": _LOUD_FUNDING,
    "asset/subaccount/balances": _LOUD_FUNDING,
    "account/interest-limits": {
        "debt": "25",
        "interest": "0.1",
        "records": [{"ccy": "USDT", "usedLmt": "25", "usedLoan": "", "interest": "0.1"}],
    },
    "trade/one-click-repay-currency-list-v2": _LOUD_REPAY,
    "trade/one-click-repay-currency-list": _LOUD_REPAY,
    "asset/deposit-history": rows.deposit(state="0"),
    "asset/withdrawal-history": rows.withdrawal(state="0"),
    "account/positions": rows.position(),
    "copytrading/config": {
        "details": [{"instType": "SWAP", "roleType": "1", "copyTraderNum": "3"}]
    },
    "account/set-account-switch-precheck": {
        "sCode": "1",
        "unmatchedInfoCheck": [{"type": "pending_orders"}],
    },
    "account/precheck-set-delta-neutral": {"unmatchedInfoCheck": [{"type": "trading_bot"}]},
    "asset/asset-valuation": {
        "details": {"funding": "5", "trading": "0", "earn": "0", "classic": "0"},
        "totalBal": "5",
    },
}

# Amounts that may be empty or absent, each with the reason why that hides nothing.
_COVERED: Final = "`eq`, which is always stated, contains it"
_BY_MODE: Final = 'the fact sheet (5.1) documents "" in at least one account mode'
_TRADING_BLANKS: Final = {
    "details.eqUsd": "only the worth of `eq`",
    "details.availBal": _COVERED,
    "details.frozenBal": _COVERED,
    "details.ordFrozen": _BY_MODE,
    "details.liab": _BY_MODE,
    "details.crossLiab": _BY_MODE,
    "details.isoLiab": _BY_MODE,
    "details.uplLiab": _BY_MODE,
    "details.interest": _BY_MODE,
    "details.isoEq": _BY_MODE,
    "notionalUsdForBorrow": _BY_MODE,
    "notionalUsdForFutures": _BY_MODE,
    "notionalUsdForOption": _BY_MODE,
    "notionalUsdForSwap": _BY_MODE,
    "details.spotIsoBal": _BY_MODE,
    "details.stgyEq": _COVERED,
    "details.spotCopyTradingEq": _COVERED,
    "details.smtSyncEq": _COVERED,
    "details.fixedBal": _COVERED,
    "details.autoLendMtAmt": "older captures lack it; `eq` contains it",
    "details.rewardBal": 'a sample shows ""; it is not the user\'s money',
    "details.autoLendStatus": "older captures lack it",
}
MAY_BE_BLANK: Final[dict[str, dict[str, str]]] = {
    "account/balance": _TRADING_BLANKS,
    "account/subaccount/balances": _TRADING_BLANKS,
    "asset/balances": {"availBal": "part of `bal`", "frozenBal": "part of `bal`"},
    "asset/subaccount/balances": {"availBal": "part of `bal`", "frozenBal": "part of `bal`"},
    "account/positions": {
        "margin": '"" in cross margin',
        "liab": '"" where nothing is borrowed',
        "interest": '"" where nothing is borrowed',
        "notionalUsd": "only the worth of `pos`",
    },
    "account/interest-limits": {
        "records": "the totals beside it are always stated",
        "records.usedLmt": "the totals beside it are always stated",
        "records.usedLoan": 'the sample shows ""',
        "records.interest": "the totals beside it are always stated",
    },
    "finance/flexible-loan/loan-info": {
        "loanNotionalUsd": "only the worth of `loanData`",
        "collateralNotionalUsd": "only the worth of `collateralData`",
    },
    "finance/savings/balance": {"loanAmt": "part of `amt`", "pendingAmt": "part of `amt`"},
    "finance/staking-defi/eth/purchase-redeem-history": {"redeemingAmt": "`status` tells"},
    "finance/staking-defi/sol/purchase-redeem-history": {"redeemingAmt": "`status` tells"},
}

# Worth alone: the amount that it is the worth of decides.
NOT_JUDGED: Final = {"eqUsd", "notionalUsd"}

# Texts of which "0" says "none".
ZERO_IS_DOCUMENTED: Final = {"details.roleType"}

# A state that ends a thing, wherever the fact sheet lists one; everything else is open.
STATES: Final = {"state", "status", "orderStatus"}


@dataclass(frozen=True)
class Field:
    """One field of a row model, by its wire names."""

    path: tuple[str, ...]
    amount: bool
    container: bool

    def __str__(self) -> str:
        return ".".join(self.path)


def fields_of(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[Field]:
    """Every field of a model, nested models included."""
    for name, info in model.model_fields.items():
        path = (*above, str(info.alias or name))
        inner = nested(info.annotation)
        amount = info.annotation == Exact | NotStated | Unreadable
        container = inner is not None or typing.get_origin(info.annotation) is list
        yield Field(path, amount, container)
        if inner is not None:
            yield from fields_of(inner, path)


def nested(annotation: Any) -> type[BaseModel] | None:
    """The model inside a list or a plain nested model."""
    for part in (annotation, *typing.get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part in (Exact, NotStated, Unreadable):
                return None
            return part
    assert not isinstance(annotation, types.UnionType) or annotation == (
        Exact | NotStated | Unreadable
    )
    return None


def with_value(row: Row, field: Field, value: Any) -> Row:
    """The row with one field set, or left out."""
    changed = copy.deepcopy(row)
    node = changed
    for step in field.path[:-1]:
        node = node[step][0] if isinstance(node[step], list) else node[step]
    if value is ABSENT:
        node.pop(field.path[-1], None)
    else:
        node[field.path[-1]] = value
    return changed


def reads_as_nothing(request: Request, row: Row) -> bool:
    """Whether the row is accepted and no reader sees anything in it."""
    try:
        read = [request.row.model_validate(row)]
    except ValidationError:
        return False
    return not any(True for feed in request.feeds for _ in feed.read(read, TRAITS))


def requests() -> list[Request]:
    return [r for r in CATALOGUE if r.feeds and r.asked is not Asked.SERVICE]


def fields(request: Request) -> list[Field]:
    return list(fields_of(request.row))


Entry: TypeAlias = tuple[Request, Field]


def called(entry: Entry) -> str:
    return f"{entry[0].id}:{entry[1]}"


def cases(table: Mapping[str, Row]) -> list[Entry]:
    return [
        (request, field)
        for request in requests()
        if request.id in table
        for field in fields(request)
    ]


def may_be_blank(request: Request, field: Field) -> bool:
    return str(field) in MAY_BE_BLANK.get(request.id, {})


@each("request_", requests())
def test_every_request_is_covered(request_: Request) -> None:
    """A new request needs a row that shows something, and if there is one, an empty one."""
    assert not reads_as_nothing(request_, LOUD[request_.id])
    if request_.id in QUIET:
        assert reads_as_nothing(request_, QUIET[request_.id])
    known = {str(field) for field in fields(request_)}
    assert set(MAY_BE_BLANK.get(request_.id, {})) <= known, "a reason for a field that is gone"


def test_rows_are_about_requests_that_exist() -> None:
    """No table here speaks of a request that nobody makes."""
    ids = {request.id for request in requests()}
    assert set(QUIET) <= ids
    assert set(MAY_BE_BLANK) <= ids


@each("entry", cases(QUIET), called)
def test_amount_in_an_empty_row_is_never_overlooked(entry: Entry) -> None:
    """In a row of zeros, one amount that is not exactly zero is something, or the body is bad."""
    request_, field = entry
    if not field.amount or field.path[-1] in NOT_JUDGED or is_part_of_an_ended_thing(request_):
        return
    overlooked = [
        name
        for name, value in VALUES.items()
        if name not in ZEROS
        and not (name in BLANKS and may_be_blank(request_, field))
        and reads_as_nothing(request_, with_value(QUIET[request_.id], field, value))
    ]
    assert overlooked == []


@each("entry", cases(QUIET), called)
def test_zero_stays_zero(entry: Entry) -> None:
    """The other side: every way to write zero is nothing, or the rules above prove nothing."""
    request_, field = entry
    if not field.amount:
        return
    for value in ZEROS.values():
        assert reads_as_nothing(request_, with_value(QUIET[request_.id], field, value))


@each("entry", cases(LOUD), called)
def test_one_bad_value_never_hides_a_row(entry: Entry) -> None:
    """Whatever one field holds, a row that shows something does not turn into nothing."""
    request_, field = entry
    tolerated = set(ZEROS) if field.amount else set()
    if str(field) in ZERO_IS_DOCUMENTED:
        tolerated |= {"number 0"}  # the documented "0", sent bare
    if may_be_blank(request_, field):
        tolerated |= set(BLANKS)
    if field.container:
        tolerated |= {"list"}  # an empty list of parts is an honest answer
    hidden = [
        name
        for name, value in VALUES.items()
        if name not in tolerated
        and reads_as_nothing(request_, with_value(LOUD[request_.id], field, value))
    ]
    assert hidden == []


@each("entry", cases(QUIET), called)
def test_undocumented_state_is_open(entry: Entry) -> None:
    """A state that nobody documents never ends a thing."""
    request_, field = entry
    if field.path[-1] not in STATES or not is_part_of_an_ended_thing(request_):
        return
    for state in ("", "unheard-of", "-99", "99", " ", "2 ", "Settled", "SUCCESS", "FILLED", "0"):
        changed = with_value(QUIET[request_.id], field, state)
        assert not reads_as_nothing(request_, changed), state


def is_part_of_an_ended_thing(request: Request) -> bool:
    """Whether the quiet row is something that has ended: its amounts are history."""
    return bool(STATES & set(QUIET[request.id]))
