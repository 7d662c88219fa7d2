"""The list of formats a report can be written in.

Each is named by where its renderer lives and loaded when it is used: ``--help`` shows
the list without paying for the libraries behind it. A new format is one line here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from readiness.domain.policy import Policy
    from readiness.domain.report import Report


@dataclass(frozen=True)
class Surface:
    """What a report is written on.

    Attributes:
        width: columns; only formats for people use it.
        colour: whether escape sequences for colour may be used.
        unicode: whether more than ASCII can be written.
    """

    width: int = 100
    colour: bool = False
    unicode: bool = True


Renderer: TypeAlias = "Callable[[Report, Mapping[str, Policy], Surface], str]"

FORMATS: Final[dict[str, str]] = {
    "table": "readiness.report.draw:table",
    "json": "readiness.report.draw:json",
}


def renderer(name: str) -> Renderer:
    """The renderer of a format.

    Raises:
        KeyError: there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    found: Renderer = getattr(import_module(module), function)
    return found
