"""Loads what is known about closing an account: five TOML files per exchange family.

``<family>.toml`` holds what a scan is judged by, ``<family>.errors.toml`` the exchange's
error codes, ``<family>.closing.toml`` what closing takes and how support is reached,
``<family>.plan.toml`` what a plan says of it, and ``<family>.official.toml`` what belongs to
the exchange. They are data with sources, not code.

An exchange that is a part of another one's accounts has files of its own as far as it differs;
what it takes to close the account, and what belongs to the exchange, the other one says.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from readiness.domain.parts import alone, with_parts
from readiness.domain.policy import Policy

_MORE: Final = (".errors", ".closing", ".plan", ".official")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


@cache
def load_policy(family: str) -> Policy:
    """The policy of an exchange family (``okx``), with what is known of its parts.

    Raises:
        FileNotFoundError: there is no policy for it.
        ValueError: the files are not a policy, or do not go with those of a part.
    """
    main = _read(f"{family}.toml")
    policy = _policy(family, main)
    if policy.part_of:
        return alone(policy)
    parts = [_policy(part, _read(f"{part}.toml")) for part in main.get("parts", ())]
    return with_parts(policy, *parts) if parts else policy


def _policy(family: str, main: dict[str, Any]) -> Policy:
    whole = dict(main)
    names = whole.pop("parts", ())
    assert not (names and "part_of" in whole)  # noqa: S101 - no part has parts of its own
    otherwise = main.get("part_of", {}).get("family", family)
    for suffix in _MORE:
        own = files(__name__).joinpath(f"{family}{suffix}.toml").is_file()
        whole |= _read(f"{family if own else otherwise}{suffix}.toml")
    return Policy.model_validate(whole)
