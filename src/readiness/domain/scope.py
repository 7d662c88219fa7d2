"""Whose things these are: the account itself, or one of its sub-accounts."""

from typing import Final, TypeAlias

Scope: TypeAlias = str
"""``main``, or the sub-account's name as the exchange gives it."""

MAIN: Final[Scope] = "main"
_SUB_PREFIX: Final = "sub:"


def sub_scope(name: str) -> Scope:
    """The scope of a sub-account.

    A sub-account that is itself called ``main`` (or like an already prefixed
    name) is told apart by a prefix, so that two scopes never collide.
    """
    if name == MAIN or name.startswith(_SUB_PREFIX):
        return _SUB_PREFIX + name
    return name
