"""Shorthand for the calls of a request."""

from readiness.exchanges.catalogue import Call


def by(parameter: str, *values: str) -> tuple[Call, ...]:
    """One call for each value of a parameter."""
    return tuple(Call({parameter: value}) for value in values)
