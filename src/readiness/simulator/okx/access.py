"""Who may see what: permissions, sub-accounts, products, account modes."""

from __future__ import annotations

from fnmatch import fnmatchcase

from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.auth import Caller
from readiness.simulator.okx.errors import RefusalError
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Asked, Product, Route

_READ = "read_only"
# A key may always ask what it is allowed to do.
_FOR_EVERY_KEY = "account/config"


def check_access(route: Route, caller: Caller) -> None:
    """Raise the `RefusalError` of an endpoint that this key or this account may not use."""
    account = caller.account
    for pattern, (code, text) in list(account.refusals.items()):
        if fnmatchcase(route.path, pattern):
            raise RefusalError(code, text=text)
    if route.retired:
        raise RefusalError("50005")
    if _READ not in caller.key.permissions and route.path != _FOR_EVERY_KEY:
        raise RefusalError("50120")
    if route.main_only and account.parent is not None:
        raise RefusalError("59500")
    if route.product is not None and not _takes_part(account, route.product):
        raise RefusalError(route.product.refusal)
    if account.mode not in route.modes:
        raise RefusalError("51010")


def rows_of(route: Route, asked: Asked) -> list[Row]:
    """Return the rows of an answer before filters and paging: put there, or computed."""
    if route.view is None or route.path in asked.account.tables:
        return list(asked.account.rows(route.path))
    return route.view(asked)


def _takes_part(account: OkxAccount, product: Product) -> bool:
    used = any(path.startswith(product.paths) for path, rows in account.tables.items() if rows)
    has_role = any(account.settings.get(role, "0") != "0" for role in product.roles)
    return product.name in account.products or used or has_role
