"""The list of formats a report can be written in.

Each is named by where its renderer lives and loaded when it is used: ``--help`` shows
the list without paying for the libraries behind it. A new format is one line here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from readiness.domain.policy import Policy
    from readiness.domain.report import Report
    from readiness.domain.verdict import Verdict


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


@dataclass(frozen=True)
class Point:
    """What an earlier scan of an account came to, in a few numbers.

    Attributes:
        at: when it ended.
        verdict: its verdict.
        blockers: how much stood in the way.
        unknowns: how many places could not be looked at.
        confirms: how much was left for a person to look at.
        value_usd: what the money in the way was worth; ``None``: not known.
    """

    at: "datetime"
    verdict: "Verdict"
    blockers: int
    unknowns: int
    confirms: int
    value_usd: "Decimal | None"


@dataclass(frozen=True)
class Frame:
    """What a report is drawn with besides itself.

    Attributes:
        policies: what is known of the exchanges, by the exchange id of the accounts.
        surface: what it is written on.
        past: the earlier scans of each account, oldest first, without the one reported.
    """

    policies: "Mapping[str, Policy]"
    surface: Surface = Surface()
    past: "Mapping[str, tuple[Point, ...]]" = field(default_factory=dict[str, tuple[Point, ...]])


Renderer: TypeAlias = "Callable[[Report, Frame], str]"

FORMATS: Final[dict[str, str]] = {
    "table": "readiness.report.draw:table",
    "json": "readiness.report.draw:json",
    "markdown": "readiness.report.draw:markdown",
    "html": "readiness.report.draw:html",
    "junit": "readiness.report.draw:junit",
    "sarif": "readiness.report.draw:sarif",
    "github": "readiness.report.draw:github",
}


@dataclass(frozen=True)
class Companion:
    """A second text that belongs to a format, for a file that whoever runs the tool names.

    Attributes:
        variable: the environment variable that names the file; unset: nobody wants it.
        renderer: where what draws it lives.
        room: how many bytes the file may have, all that is in it already included.
    """

    variable: str
    renderer: str
    room: int


COMPANIONS: Final[dict[str, Companion]] = {
    "github": Companion("GITHUB_STEP_SUMMARY", "readiness.report.draw:github_summary", 2**20),
}
"""What is appended somewhere else besides the report itself, by format."""

WITH_PAST: Final[frozenset[str]] = frozenset({"html"})
"""Formats that draw the earlier scans: for the others, nobody looks them up."""


def renderer(name: str) -> Renderer:
    """The renderer of a format.

    Raises:
        KeyError: there is no such format.
    """
    return loaded(FORMATS[name])


def loaded(place: str) -> Renderer:
    """A renderer, by where it lives (``module:function``)."""
    module, _, function = place.partition(":")
    found: Renderer = getattr(import_module(module), function)
    return found
