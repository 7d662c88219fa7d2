"""Finds the route that a request means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic

from readiness.simulator.tables.account import A
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params, Route

_PARAMETER = re.compile(r"\\\{(\w+)\\\}")


class Table(Generic[A]):
    """The routes of an exchange.

    Attributes:
        routes: All of them, in order.
    """

    def __init__(self, routes: Iterable[Route[A]]) -> None:
        """Sort routes by their paths."""
        self.routes = tuple(routes)
        self._plain: dict[str, list[Route[A]]] = {}
        self._templates: list[tuple[re.Pattern[str], Route[A]]] = []
        for route in self.routes:
            if "{" in route.path:
                self._templates.append((_pattern(route.path), route))
            else:
                self._plain.setdefault(route.path, []).append(route)

    def __getitem__(self, place: str) -> Route[A]:
        """Return a route by its name, or by its path where it has none."""
        return next(route for route in self.routes if (route.name or route.path) == place)

    def find(self, method: str, path: str, params: Params) -> tuple[Route[A], dict[str, str]]:
        """Return the route that is meant, and the parameters of its path.

        Raises:
            RefusalError: There is no such path, or it does not take this verb.
        """
        found = [(route, dict[str, str]()) for route in self._plain.get(path, ())]
        if not found:
            matches = ((each.fullmatch(path), route) for each, route in self._templates)
            found = [(route, match.groupdict()) for match, route in matches if match]
        if not found:
            raise RefusalError(Problem.PATH, path)
        found = [each for each in found if each[0].method == method]
        if not found:
            raise RefusalError(Problem.VERB, method)
        for route, inside in found:
            if route.when is None or route.when({**params, **inside}):
                return route, inside
        return found[-1]


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(_PARAMETER.sub(r"(?P<\1>[^/]+)", re.escape(path)))
