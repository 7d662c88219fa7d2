"""What closing an account takes, as statements: each small, with its source, shown as it is."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, HttpUrl

from readiness.domain.sourced import Founded

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A name that stays the same for as long as the statement speaks of the same thing."""


class Stage(StrEnum):
    """When a statement matters to somebody who closes an account."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Kind(StrEnum):
    """What a statement is about."""

    PREREQUISITE = "prerequisite"
    """What has to be so before the closing can be asked for."""
    REFUSAL = "refusal"
    """Why the exchange may refuse."""
    DELAY = "delay"
    """What takes its time."""
    SAVE = "save"
    """What to keep, because it cannot be had later."""
    PATH = "path"
    """The exchange's own way to close."""
    TERMS = "terms"
    """What the exchange's terms say."""
    WAITING = "waiting"
    """Days that something takes once closing was asked for."""
    LOST = "lost"
    """What goes with the account."""
    DATA = "data"
    """What the exchange keeps about the user."""
    REGION = "region"
    """What is different somewhere."""
    UNKNOWN = "unknown"
    """What is not known: not published, or not readable."""


class Regional(Founded):
    """Something that may hold for some of the exchange's entities only.

    Attributes:
        exchanges: the exchange ids it holds for; empty: all of the family.
    """

    exchanges: tuple[str, ...] = ()

    def holds_for(self, exchange: str) -> bool:
        """Whether it is about this exchange id."""
        return not self.exchanges or exchange in self.exchanges


class Statement(Regional):
    """One thing that is known, or known not to be known, about closing.

    Attributes:
        id: its name within the policy.
        stage: when it matters.
        kind: what it is about.
        text: whole sentences.
    """

    id: Slug
    stage: Stage
    kind: Kind
    text: str


class Entry(Regional):
    """A page or place of the exchange where something begins.

    Attributes:
        id: its name within the policy.
        title: what is there.
        url: its address, on one of the exchange's official hosts.
    """

    id: Slug
    title: str
    url: HttpUrl


class Channel(Regional):
    """An official way to reach the exchange's support.

    Attributes:
        id: its name within the policy.
        title: what it is.
        how: how it is reached, in whole sentences.
        url: its address, where it has one.
        mail: its e-mail address, where it has one.
    """

    id: Slug
    title: str
    how: str
    url: HttpUrl | None = None
    mail: Annotated[str, Field(pattern=r"^[a-z.]+@[a-z.]+$")] | None = None


class Sign(Regional):
    """How the exchange says that a false channel gives itself away.

    Attributes:
        id: its name within the policy.
        text: whole sentences.
    """

    id: Slug
    text: str


class KeyNeed(Regional):
    """What a key has to be like, so that a scan is let look and sees everything that it can.

    Attributes:
        id: its name within the policy.
        text: whole sentences.
    """

    id: Slug
    text: str
