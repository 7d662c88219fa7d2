"""Who may see what: permissions, main and sub-accounts, modes, products."""

from __future__ import annotations

from fnmatch import fnmatchcase

from readiness.simulator.tables.account import A, Caller
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params, Product, Route


def check_access(route: Route[A], caller: Caller[A], params: Params) -> None:
    """Raise the `RefusalError` of an endpoint that this key or this account may not use."""
    account = caller.account
    place = route.place(params)
    for pattern, (code, text) in list(account.refusals.items()):
        if fnmatchcase(place, pattern) or fnmatchcase(route.path, pattern):
            raise RefusalError(code, text=text)
    if route.needs and not caller.key.may(route.needs):
        raise RefusalError(Problem.PERMISSION, ", ".join(route.needs))
    if route.main_only and account.parent is not None:
        raise RefusalError(Problem.MAIN_ONLY)
    if route.modes and account.mode not in route.modes:
        raise RefusalError(Problem.MODE, account.mode)
    if route.product is not None and not _takes_part(account, route.product):
        raise RefusalError(route.product.refusal)


def scope_of(route: Route[A], account: A, params: Params) -> A:
    """Return the account whose data a request is about."""
    named = params.get(route.scope, "") if route.scope else ""
    if not named or named == account.uid:
        return account
    sub: A | None = account.sub(named)
    if sub is None:
        raise RefusalError(Problem.SUB_ACCOUNT, route.scope)
    return sub


def _takes_part(account: A, product: Product) -> bool:
    used = any(place.startswith(product.places) for place, rows in account.tables.items() if rows)
    return product.name in account.products or used
