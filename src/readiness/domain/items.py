"""The things that can be left in an account."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from readiness.domain.amount import Amount, NotStated
from readiness.domain.base import AwareDatetime, Frozen

Details: TypeAlias = tuple[tuple[str, str], ...]
"""Further facts for the reader, as name and value; order is kept."""


class Nature(StrEnum):
    """What kind of money a holding is."""

    OWN = "own"
    BOTS = "bots"
    COPY_TRADING = "copy-trading"
    SNIPER = "sniper"
    LENT = "lent"
    TRIAL_FUND = "trial-fund"
    COLLATERAL = "collateral"
    EARN = "earn"
    REDEEMING = "redeeming"
    ACROSS = "across"
    """Counted over the whole account: it may be in a wallet as well."""
    RECEIPT = "receipt"
    """Stands for money that is lent out elsewhere; what is told there is not told twice."""
    UNEXPLAINED = "unexplained"


class Holding(Frozen):
    """An amount of one asset in one place.

    Attributes:
        id: what tells it apart from other holdings of the asset in the same place, if anything.
        asset: the exchange's code; empty when the exchange gave none.
        amount: all of it, frozen part included.
        frozen: the part that something holds back, as far as the exchange says.
        value_usd: worth in USD, not stated when nobody gives a price.
        clears_at: when it becomes free by itself, if the exchange says so.
    """

    kind: Literal["holding"] = "holding"
    nature: Nature = Nature.OWN
    id: str = ""
    asset: str
    amount: Amount
    frozen: Amount = NotStated()
    value_usd: Amount = NotStated()
    clears_at: AwareDatetime | None = None
    details: Details = ()


class Order(Frozen):
    """An order that can still be filled or triggered."""

    kind: Literal["order"] = "order"
    id: str
    order_type: str
    instrument: str
    side: str
    size: Amount
    state: str
    details: Details = ()


class Position(Frozen):
    """An open position, or an empty one that still keeps margin."""

    kind: Literal["position"] = "position"
    id: str
    instrument: str
    side: str
    size: Amount
    margin: Amount = NotStated()
    margin_asset: str = ""
    value_usd: Amount = NotStated()
    details: Details = ()


class Debt(Frozen):
    """Something owed.

    Attributes:
        asset: what is owed; empty when the exchange only gives a total.
        amount: owed principal (and interest, where the exchange adds it), positive.
        interest: interest not yet paid, positive.
        view: which of several views on the same debts this is; amounts of one
            view add up, different views describe the same debt again.
    """

    kind: Literal["debt"] = "debt"
    asset: str
    amount: Amount
    interest: Amount = NotStated()
    value_usd: Amount = NotStated()
    view: str
    details: Details = ()


class Direction(StrEnum):
    """Which way a transfer goes, seen from the account."""

    IN = "in"
    OUT = "out"


class Stage(StrEnum):
    """What an open transfer waits for."""

    MOVING = "moving"
    CANCELLABLE = "cancellable"
    REVIEW = "review"
    NEEDS_USER = "needs-user"
    HELD = "held"
    UNRECOGNISED = "unrecognised"


class Transfer(Frozen):
    """A deposit or withdrawal that has not ended."""

    kind: Literal["transfer"] = "transfer"
    id: str
    direction: Direction
    asset: str
    amount: Amount
    state: str
    stage: Stage
    since: AwareDatetime | None = None
    details: Details = ()


class Bot(Frozen):
    """A trading bot that has not ended; some keep a position after they were stopped."""

    kind: Literal["bot"] = "bot"
    id: str
    bot_type: str
    instrument: str
    state: str
    asset: str = ""
    invested: Amount = NotStated()
    details: Details = ()


class CopyTie(StrEnum):
    """What ties an account to copy trading."""

    LEADS = "leads"
    COPIES = "copies"
    POSITION = "position"
    FOLLOWS = "follows"
    PROFIT_SHARE = "profit-share"


class CopyTrading(Frozen):
    """Something that ties the account to copy trading."""

    kind: Literal["copy-trading"] = "copy-trading"
    tie: CopyTie
    id: str
    asset: str = ""
    amount: Amount = NotStated()
    clears_at: AwareDatetime | None = None
    details: Details = ()


class Effect(StrEnum):
    """What a setting does by itself."""

    LENDS = "lends"
    BORROWS = "borrows"
    REFILLS = "refills"
    """It renews or subscribes by itself, so that an emptied place fills up again."""
    PAYS = "pays"
    """It pays rewards on what lies in a wallet, and locks nothing."""


class Setting(Frozen):
    """A setting by which money moves without anybody doing anything."""

    kind: Literal["setting"] = "setting"
    name: str
    effect: Effect
    asset: str = ""


class Restriction(Frozen):
    """The exchange says that something about the account is restricted.

    Attributes:
        code: its code, or the name of what says so.
        text: its words; where it has none, a sentence of ours in English.
        sentence: that sentence with ``{name}`` for each value, for other languages; else empty.
        values: the values by name.
    """

    kind: Literal["restriction"] = "restriction"
    code: str
    text: str
    sentence: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Movement(Frozen):
    """Money moved while the account was being looked at."""

    kind: Literal["movement"] = "movement"
    id: str
    asset: str
    amount: Amount
    at: AwareDatetime | None
    details: Details = ()


class Total(Frozen):
    """The exchange's own total of one of its places, to be held against what was found."""

    kind: Literal["total"] = "total"
    place: str
    value_usd: Amount


class Eligibility(Frozen):
    """An obstacle that the exchange itself names, to be held against what was found."""

    kind: Literal["eligibility"] = "eligibility"
    type: str


class Discrepancy(Frozen):
    """The exchange's totals or obstacles show more than was found."""

    kind: Literal["discrepancy"] = "discrepancy"
    subject: str
    value_usd: Amount = NotStated()


class Relation(StrEnum):
    """Whose a sub-account is."""

    OWN = "own"
    ENTRUSTED = "entrusted"
    MANAGED = "managed"
    """Under a management agreement between two account owners."""
    CLIENT = "client"
    """Of a client of this account, which is a broker."""


class SubAccount(Frozen):
    """A sub-account that exists below the account, or is entrusted to it."""

    kind: Literal["sub-account"] = "sub-account"
    name: str
    uid: str = ""
    type: str = ""
    enabled: bool = True
    frozen_functions: tuple[str, ...] = ()
    relation: Relation = Relation.OWN


Item: TypeAlias = Annotated[
    Holding
    | Order
    | Position
    | Debt
    | Transfer
    | Bot
    | CopyTrading
    | Setting
    | Restriction
    | Movement
    | Total
    | Eligibility
    | Discrepancy
    | SubAccount,
    Field(discriminator="kind"),
]
