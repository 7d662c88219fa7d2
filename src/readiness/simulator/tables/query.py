"""Checks a request's parameters against its route."""

from __future__ import annotations

from readiness.simulator.tables.account import A
from readiness.simulator.tables.filter import Filter
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params, Route


def check(route: Route[A], params: Params) -> None:
    """Refuse a request that leaves out a required parameter or gives an impossible value."""
    for name in route.required:
        if not params.get(name):
            raise RefusalError(Problem.REQUIRED, name)
    if route.any_of and not any(params.get(name) for name in route.any_of):
        raise RefusalError(Problem.ANY_OF, ", ".join(route.any_of))
    for name, values in route.choices.items():
        if params.get(name) and params[name] not in values:
            raise RefusalError(Problem.VALUE, name)
    for each in route.filters:
        _check_values(each, params)
    if route.rule is not None:
        route.rule(params)


def _check_values(each: Filter, params: Params) -> None:
    given = each.given(params)
    if each.values and not set(given) <= set(each.values):
        raise RefusalError(Problem.VALUE, each.name)
    if each.most and len(given) > each.most:
        raise RefusalError(Problem.VALUE, each.name)
