"""Who may see what: permissions, products, main and sub-accounts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import Any

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.auth import Caller
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.route import Route

# A key may always ask what it is allowed to do.
_FOR_EVERY_KEY = "sapi/v1/account/apiRestrictions"

_FLAGS: Mapping[str, str] = {
    "futures": "isFutureEnabled",
    "options": "isOptionsEnabled",
    "portfolio_margin": "isPortfolioMarginRetailEnabled",
}


def _opened(product: str) -> Callable[[BinanceAccount], str]:
    def refusal(account: BinanceAccount) -> str:
        hidden = product in account.predating or not account.info.get(_FLAGS[product])
        return "-2015" if hidden else ""

    return refusal


def _margin(account: BinanceAccount) -> str:
    opened = account.info.get("isMarginEnabled")
    return "" if opened else str(account.settings["margin_unopened"])


def _isolated(account: BinanceAccount) -> str:
    return "" if account.pairs else str(account.settings["isolated_unopened"])


def _pm_pro(account: BinanceAccount) -> str:
    return "" if account.settings["pm_pro"] else "-21001"


def _sub_accounts(code: str) -> Callable[[BinanceAccount], str]:
    def refusal(account: BinanceAccount) -> str:
        if account.settings["broker"]:
            return "-10038"
        return "" if account.settings["sub_accounts_enabled"] else code

    return refusal


PRODUCTS: Mapping[str, Callable[[BinanceAccount], str]] = {
    "": lambda _: "",
    "futures": _opened("futures"),
    "options": _opened("options"),
    "portfolio_margin": _opened("portfolio_margin"),
    "margin": _margin,
    "isolated": _isolated,
    "pm_pro": _pm_pro,
    "sub_accounts": _sub_accounts("-8012"),
    "sub_account_status": _sub_accounts("-9000"),
}
"""The error code that an account gets which has not opened a product; empty if it has."""


def check_access(route: Route, caller: Caller) -> None:
    """Raise the `RefusalError` of an endpoint that this key or this account may not use."""
    account = caller.account
    for pattern, (code, text) in list(account.refusals.items()):
        if fnmatchcase(route.path, pattern):
            raise RefusalError(code, text=text or None)
    if not caller.key.may("enableReading") and route.path != _FOR_EVERY_KEY:
        raise RefusalError("-2015")
    if route.trade and not any(caller.key.may(flag) for flag in route.trade):
        raise RefusalError("-1002")
    _check_rank(route, account)
    code = PRODUCTS[route.product](account)
    if code:
        raise RefusalError(code)


def scope_of(route: Route, account: BinanceAccount, email: str) -> BinanceAccount:
    """Return the account whose data a request is about."""
    if route.managed:
        listed: list[Any] = account.rows("sapi/v1/managed-subaccount/info")
        if email not in {row.get("email") for row in listed if isinstance(row, dict)}:
            raise RefusalError("-1130", "email")
    if not route.sub_scope:
        return account
    sub = account.subs.get(email)
    if sub is None:
        raise RefusalError("-1130", "email")
    return sub


def _check_rank(route: Route, account: BinanceAccount) -> None:
    if route.who == "main" and account.parent is not None:
        raise RefusalError("-4006")
    if route.who == "sub" and account.parent is None:
        raise RefusalError("-12022")
    if route.who == "broker" and not account.settings["broker"]:
        raise RefusalError("-9000")
