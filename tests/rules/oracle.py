"""The verdict of a world, found the long way: written from the contract, without the rules.

It looks at every place, every thing and every decision one by one and keeps the worst.
"""

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from tests.strategies import World

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import Cause, Reason, Seen, Unknown, items_of
from readiness.domain.items import (
    CopyTrading,
    Debt,
    Effect,
    Holding,
    Item,
    Movement,
    Nature,
    Position,
    Relation,
    Restriction,
    Setting,
    SubAccount,
    Transfer,
)
from readiness.domain.key import ActingKey, OwnerKind, ReadOnlyKey, RejectedKey

ORDER = ("refused", "blocked", "incomplete", "unconfirmed", "closing", "ready")


def name(item: Item) -> str:
    """What a finding about a thing is called."""
    match item:
        case Holding(asset=asset, nature=nature, id=number):
            plain = nature in (Nature.OWN, Nature.EARN, Nature.ACROSS, Nature.RECEIPT)
            parts = [asset or "(unnamed)", "" if plain else nature.value, number]
            return ":".join(part for part in parts if part)
        case Position():
            return item.id or item.instrument or "(unnamed)"
        case Transfer(id="", asset=asset):
            return f"{asset or '(unnamed)'}:{item.since or item.state}"
        case Debt(asset=asset):
            return asset or "(unnamed)"
        case Setting(name=called, asset=asset):
            return f"{called}:{asset}" if asset else called
        case Restriction(code=code, text=text):
            return f"{code}:{sha256(text.encode()).hexdigest()[:8]}"
        case SubAccount(name=called):
            return called
        case _:
            return getattr(item, "id", "") or "(unnamed)"


def fingerprint(account: str, scope: str, area: str, subject: str) -> str:
    """The name under which a user can accept a finding."""
    return "/".join(quote(part, safe="") for part in (account, scope, area, subject))


def weight(item: Item) -> str:
    """What a thing makes of the account, if nobody decided anything."""
    match item:
        case Holding(nature=Nature.TRIAL_FUND, amount=Exact() | NotStated()):
            return "ready"
        case Setting(effect=Effect.BORROWS | Effect.PAYS):
            return "ready"
        case SubAccount(relation=Relation.OWN | Relation.ENTRUSTED):
            return "unconfirmed"
        case Movement():
            return "incomplete"
        case _:
            return "blocked"


def amount_of(item: Item | None) -> Exact | NotStated | Unreadable:
    """How much there is of a thing, where that can be said."""
    match item:
        case Position(size=Exact(value=0) | NotStated(), margin=left):
            return left
        case Position(size=size):
            return size
        case Holding() | Debt() | Transfer() | CopyTrading():
            return item.amount
        case _:
            return NotStated()


def worth(item: Item | None) -> bool:
    """Whether the exchange says what a thing is worth."""
    return not isinstance(getattr(item, "value_usd", NotStated()), NotStated)


def accepted(world: World, item: Item | None, named: str) -> bool:
    """Whether somebody decided to live with exactly this, for long enough and up to enough."""
    amount = amount_of(item)
    no_limit = isinstance(amount, NotStated) and worth(item)
    if isinstance(item, Movement) or isinstance(amount, Unreadable) or no_limit:
        return False
    return any(
        entry.fingerprint == named
        and world.today < entry.until
        and (
            isinstance(amount, NotStated)
            or (entry.up_to is not None and abs(amount.value) <= entry.up_to)
        )
        for entry in world.decisions.acknowledgements
    )


def confirmed(world: World, area: str) -> bool:
    """Whether a person has looked there lately enough."""
    item = area.removeprefix("manual.")
    days = {entry.item: entry.days for entry in world.policy.manual if f"manual.{item}" == area}
    covering = {entry.item for entry in world.policy.manual if area in entry.covers}
    return any(
        entry.account == world.snapshot.account
        and entry.item in {item, *covering}
        and (world.today - entry.on).days < days.get(item, 7)
        for entry in world.decisions.confirmations
    )


def a_persons_job(world: World, answer: Unknown) -> bool:
    """Whether every refusal is one that the policy lists, one of them for a person to look."""

    def outcomes(reason: Reason) -> set[str]:
        refused = reason.cause in (Cause.EXCHANGE_CODE, Cause.HTTP_STATUS)
        return {
            entry.outcome.value
            for entry in world.policy.fallbacks
            if refused and reason.request in entry.requests and reason.code in entry.codes
        }

    found = [outcomes(reason) for reason in answer.reasons]
    return all(found) and {"manual"} in found


def of_keys(world: World) -> Iterator[str]:
    """What the keys say, whatever was seen with them."""
    seen = world.snapshot
    for entry in seen.sub_keys:
        if isinstance(entry.proof, ReadOnlyKey) and entry.listed is not True:
            yield "refused" if entry.listed is False else "incomplete"
    for proof in (seen.key, *(entry.proof for entry in seen.sub_keys)):
        if isinstance(proof, ActingKey | RejectedKey):
            yield "refused"
        if not isinstance(proof, ReadOnlyKey):
            yield "incomplete"


def of_things(world: World) -> Iterator[str]:
    """What everything that was found says, but for what somebody decided to live with."""
    for entry in world.snapshot.answers:
        for item in items_of(entry.answer):
            settled = weight(item) == "unconfirmed" and confirmed(world, entry.area)
            named = fingerprint(world.snapshot.account, entry.scope, entry.area, name(item))
            if not settled and not accepted(world, item, named):
                yield weight(item)


def scopes_of(world: World) -> set[str]:
    """Everybody whose things have to be accounted for."""
    seen = world.snapshot
    found = {"main", *seen.sub_scopes, *(entry.scope for entry in seen.sub_keys)}
    for entry in seen.answers:
        found.add(entry.scope)
        for item in items_of(entry.answer) if entry.scope == "main" else ():
            if isinstance(item, SubAccount) and item.relation is Relation.OWN:
                prefix = item.name == "main" or item.name.startswith("sub:")
                found.add(f"sub:{item.name}" if prefix else item.name)
    return found


def of_places(world: World) -> Iterator[str]:
    """What every place says that was not read to its end."""
    policy, account = world.policy, world.snapshot.account
    answers = {(entry.area, entry.scope): entry.answer for entry in world.snapshot.answers}
    places = {("manual." + entry.item, "main") for entry in policy.manual} | set(answers)
    scopes = scopes_of(world)
    for scope in scopes:
        not_here = {"account.key", *policy.main_only.areas} if scope != "main" else set()
        places |= {(area.value, scope) for area in policy.areas if area.value not in not_here}
    for area, scope in places - {("account.key", scope) for scope in scopes if scope != "main"}:
        match answers.get((area, scope)):
            case Unknown() as answer:
                manual = a_persons_job(world, answer)
            case None:
                manual = area.startswith("manual.") or blind(world, area, scope)
            case answer:
                manual = True
                if items_of(answer) or not blind(world, area, scope):
                    continue
        named = fingerprint(account, scope, area, area.removeprefix("manual."))
        if not manual:
            yield "incomplete"
        elif not confirmed(world, area) and not accepted(world, None, named):
            yield "unconfirmed"


def blind(world: World, area: str, scope: str) -> bool:
    """Whether no key that was configured could have seen this."""
    key = world.snapshot.key
    if not isinstance(key, ReadOnlyKey):
        return False
    if scope == "main":
        return key.owner.kind is OwnerKind.SUB and area in world.policy.main_only.areas
    own_key = any(entry.scope == scope for entry in world.snapshot.sub_keys)
    return not own_key and area in world.policy.master_blind.areas


def oracle(world: World) -> str:
    """The worst of it."""
    said = (*of_keys(world), *of_things(world), *of_places(world))
    return min(said, key=ORDER.index, default="ready")


def told(world: World) -> list[str]:
    """The name of every thing that was seen."""
    return [
        fingerprint(world.snapshot.account, entry.scope, entry.area, name(item))
        for entry in world.snapshot.answers
        if isinstance(entry.answer, Seen | Unknown)
        for item in items_of(entry.answer)
    ]
