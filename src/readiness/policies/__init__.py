"""Loads what is known about closing an account: five TOML files per exchange family.

``<family>.toml`` holds what a scan is judged by, ``<family>.errors.toml`` the exchange's
error codes, ``<family>.closing.toml`` what closing takes and how support is reached,
``<family>.plan.toml`` what a plan says of it, and ``<family>.official.toml`` what belongs to
the exchange. They are data with sources, not code.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from readiness.domain.policy import Policy

_PARTS: Final = ("", ".errors", ".closing", ".plan", ".official")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


@cache
def load_policy(family: str) -> Policy:
    """The policy of an exchange family (``okx``).

    Raises:
        FileNotFoundError: there is no policy for it.
        pydantic.ValidationError: the files are not a policy.
    """
    whole: dict[str, Any] = {}
    for part in _PARTS:
        whole |= _read(f"{family}{part}.toml")
    return Policy.model_validate(whole)
