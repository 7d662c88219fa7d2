"""Loads what is known about closing an account: two TOML files per exchange family.

``<family>.toml`` holds the closure policy, ``<family>.errors.toml`` the exchange's
error codes. They are data with sources, not code.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from readiness.domain.policy import Policy


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


@cache
def load_policy(family: str) -> Policy:
    """The policy of an exchange family (``okx``).

    Raises:
        FileNotFoundError: there is no policy for it.
        pydantic.ValidationError: the files are not a policy.
    """
    return Policy.model_validate({**_read(f"{family}.toml"), **_read(f"{family}.errors.toml")})
