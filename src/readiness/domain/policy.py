"""What is known about closing an account at one exchange: data, each line with its source."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import chain
from typing import Annotated

from pydantic import Field, HttpUrl

from readiness.domain.area import MANUAL_PREFIX, Area, AreaId, confirm_item, manual_area
from readiness.domain.base import Frozen
from readiness.domain.guidance import Channel, Entry, KeyNeed, Sign, Statement
from readiness.domain.official import Official
from readiness.domain.sourced import Confidence, Sourced
from readiness.domain.steps import Conversion, Lock, StepKind

__all__ = [
    "Blind",
    "Confidence",
    "ErrorCode",
    "Fallback",
    "Handling",
    "KeyGone",
    "ManualItem",
    "Obstacle",
    "Outcome",
    "PartOf",
    "Policy",
    "Sourced",
    "Waiting",
    "Wallet",
]


class ManualItem(Sourced):
    """Something that no API shows and a person has to look at.

    Attributes:
        item: the name under which ``[[confirm]]`` speaks of it.
        title: what it is.
        why: why the tool cannot see it.
        look: where to look and what must be true.
        days: for how long a confirmation counts.
        covers: areas of the API that the same look settles, where their requests are refused.
    """

    item: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: str
    why: str
    look: str
    days: Annotated[int, Field(ge=1)] = 7
    covers: tuple[Area, ...] = ()


class Outcome(StrEnum):
    """What a refused look means when the policy lists it."""

    NOT_OPENED = "not_opened"
    MANUAL = "manual"
    UNKNOWN = "unknown"
    """It proves nothing; the entry only says what the refusal means to the user."""


class Fallback(Sourced):
    """A request that answers "not for you" to ordinary keys, and the exact codes for it.

    Attributes:
        requests: ids of the requests it speaks of.
        codes: the exchange's codes, or HTTP statuses, that mean it.
        when: traits that the account must have for it to count.
        outcome: what the refusal means.
        meaning: the same as a sentence.
    """

    requests: Annotated[tuple[str, ...], Field(min_length=1)]
    codes: Annotated[tuple[str, ...], Field(min_length=1)]
    when: dict[str, str] = Field(default_factory=dict[str, str])
    outcome: Outcome
    meaning: str

    def fits(self, request: str, code: str, traits: Mapping[str, str]) -> bool:
        """Whether it speaks of this refusal of an account with these traits."""
        listed = request in self.requests and code in self.codes
        return listed and all(traits.get(name) == value for name, value in self.when.items())


class Blind(Sourced):
    """Areas that a kind of key can never see, and what to do about it."""

    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    why: str
    look: str


class Handling(StrEnum):
    """What to do about an error code."""

    RETRY = "retry"
    """It may pass by itself: try again, with growing pauses."""
    CLOCK = "clock"
    """The clocks differ: measure the difference once more, then try once."""
    REJECTED = "rejected"
    """The exchange rejects the key or what was sent with it."""
    FINAL = "final"
    """Another try gives the same answer."""


class KeyGone(Sourced):
    """An error code says that there is no such key (any more).

    Attributes:
        also: what else is answered with the same code, as a sentence.
    """

    also: Annotated[str, Field(min_length=1)]


class ErrorCode(Frozen):
    """One documented error code: what it means, and what the user should do about it."""

    code: str
    meaning: str
    handling: Handling
    advice: str = ""
    restricts: bool = False
    """It says that the account itself is restricted, whatever was asked."""
    stops: bool = False
    """Nothing more may be sent with the key after it: the exchange would lock it out."""
    key_gone: KeyGone | None = None
    """It says that the key does not exist; ``None`` for every code that says less."""


class Obstacle(Frozen):
    """An obstacle that the exchange's own pre-checks name.

    Attributes:
        types: the exchange's words for it.
        areas: where it would be found; nothing there means that something is unseen.
        notice: it speaks of something other than closing, and weighs nothing.
        meaning: what it says.
    """

    types: Annotated[tuple[str, ...], Field(min_length=1)]
    areas: tuple[Area, ...] = ()
    notice: bool = False
    meaning: str


class Waiting(Sourced):
    """For how long an account is left alone once its closing was requested.

    Attributes:
        days: so many days.
        meaning: what is published about them, and what is not.
    """

    days: Annotated[int, Field(ge=1)]
    meaning: str


class Wallet(Frozen):
    """One place of the exchange's own valuation, and the areas that make it up."""

    place: str
    areas: tuple[Area, ...] = ()
    could_be: str
    """What value that no area explains can be."""


class PartOf(Frozen):
    """How an exchange is a part of another one, whose account it belongs to.

    Attributes:
        family: the family of the other one, the whole.
        replaces: the manual item of the whole that is not asked of who has a key of the part.
        alone: the manual item of the part that counts where it is scanned by itself.
        unproven: the manual item of the part that counts where nothing tells that its key
            belongs to the owner of the account's own.
    """

    family: str
    replaces: str
    alone: str
    unproven: str


class Policy(Sourced):
    """Everything the rules need to know about one exchange.

    Attributes:
        exchange: the exchange's family id (``okx`` for all its regions).
        title: the exchange's name.
        part_of: set where the exchange is a part of another one, under keys of its own.
        parts: what is known of the exchange's parts; see :mod:`readiness.domain.parts`.
        areas: every area that must be accounted for before an account is ready.
        main_only: areas that a sub-account's own key cannot see (they belong to the main account).
        master_blind: areas of a sub-account that the main account's key cannot see.
        manual: what a person has to look at.
        fallbacks: refused looks whose codes are listed; the first entry that fits counts.
        codes: the exchange's documented error codes.
        obstacles: what the exchange's own pre-checks may name.
        wallets: the places of the exchange's own valuation.
        waiting: the usual waiting period after a closing request; ``None`` where none is published.
        key_needs: what a key has to be like here, beyond what its fields are.
        locks: what takes time at the exchange, however quickly one acts.
        conversion: how small remainders are converted; ``None`` where that is not known.
        places: where in the exchange's app or site a step is taken that no area speaks of.
        sources: the page that says why an area matters, where there is a better one.
        remedies: where in the exchange's app or site an area is cleared, by area id.
        statements: what is known about closing, and what is not, in the order to read it.
        entries: where at the exchange closing begins.
        channels: how its support is reached.
        signs: how false channels give themselves away, by the exchange's own word.
        official: what belongs to the exchange.
    """

    exchange: str
    title: str
    part_of: PartOf | None = None
    parts: tuple["Policy", ...] = ()
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    main_only: Blind
    master_blind: Blind
    manual: tuple[ManualItem, ...]
    fallbacks: tuple[Fallback, ...] = ()
    codes: tuple[ErrorCode, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    wallets: tuple[Wallet, ...] = ()
    waiting: Waiting | None = None
    key_needs: tuple[KeyNeed, ...] = ()
    locks: tuple[Lock, ...] = ()
    conversion: Conversion | None = None
    places: dict[StepKind, str] = Field(default_factory=dict[StepKind, str])
    sources: dict[Area, HttpUrl] = Field(default_factory=dict[Area, HttpUrl])
    remedies: dict[Area, str] = Field(default_factory=dict[Area, str])
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()
    channels: tuple[Channel, ...] = ()
    signs: tuple[Sign, ...] = ()
    official: Official = Official()

    def source_of(self, area: AreaId) -> str:
        """The page behind what is said about an area."""
        item = self.manual_item(area)
        if item:
            return str(item.source)
        page = None if area.startswith(MANUAL_PREFIX) else self.sources.get(Area(area))
        return str(page or self.source)

    def fallback(self, request: str, code: str, traits: Mapping[str, str]) -> Fallback | None:
        """What the policy says of a request that answered with this code."""
        return next((e for e in self.fallbacks if e.fits(request, code, traits)), None)

    def meaning(self, outcome: Outcome, request: str, code: str) -> str:
        """What a refusal means that was taken for ``outcome``; empty if nothing is said of it."""
        listed = (e for e in self.fallbacks if request in e.requests and code in e.codes)
        return next((entry.meaning for entry in listed if entry.outcome is outcome), "")

    def error(self, code: str) -> ErrorCode | None:
        """What is documented about an error code; ``None`` for a code that is not listed."""
        return next((entry for entry in self.codes if entry.code == code), None)

    @property
    def manual_items(self) -> tuple[ManualItem, ...]:
        """Its manual items and those of its parts, whichever of them count."""
        return (*self.manual, *(item for part in self.parts for item in part.manual))

    def manual_item(self, area: AreaId) -> ManualItem | None:
        """The manual item behind a ``manual.<item>`` area."""
        if not area.startswith(MANUAL_PREFIX):
            return None
        return next((item for item in self.manual_items if manual_area(item.item) == area), None)

    def part(self, family: str) -> "Policy | None":
        """What is known of a part, by its family; ``None`` if it has no such part."""
        return next((part for part in self.parts if part.exchange == family), None)

    def blind(self, kind: str) -> Blind | None:
        """What a kind of key cannot see: ``main_only`` or ``master_blind``, ``:`` and a part."""
        name, _, family = kind.partition(":")
        policy = self.part(family) if family else self
        known = (
            {"main_only": policy.main_only, "master_blind": policy.master_blind} if policy else {}
        )
        return known.get(name)

    @property
    def confirmable(self) -> tuple[str, ...]:
        """Every name under which ``[[confirm]]`` can speak of something."""
        areas = dict.fromkeys((*self.areas, *(area for part in self.parts for area in part.areas)))
        return (*(entry.item for entry in self.manual_items), *map(str, areas))

    def confirmed_by(self, item: str, areas: Iterable[AreaId]) -> frozenset[AreaId]:
        """Which of these areas a confirmation of ``item`` settles."""
        named = (entry.covers for entry in self.manual_items if entry.item == item)
        covered = set(chain.from_iterable(named))
        return frozenset(area for area in areas if confirm_item(area) == item or area in covered)

    def confirmation_days(self, area: AreaId) -> int:
        """For how many days a confirmation of this area counts."""
        item = self.manual_item(area)
        return item.days if item else 7
