"""Something that a rule over several keys has against a file."""

from dataclasses import dataclass

from readiness.config.errors import Location


@dataclass(frozen=True)
class Objection:
    """Something wrong at a place of the file."""

    location: Location
    what: str
    remedy: str
