"""What a decision has to be before a command writes it down: it must be able to count."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final, TypeVar

from readiness.config.errors import DecisionError, WrongValueError, shown
from readiness.config.model import check_amount, check_fingerprint, check_item
from readiness.config.settings import AccountConfig, Config
from readiness.config.shapes import not_blank
from readiness.domain.amount import plain
from readiness.domain.area import Area, confirm_item, manual_area
from readiness.domain.decision import Acknowledgement
from readiness.domain.finding import is_fingerprint, place_of
from readiness.domain.policy import Policy
from readiness.language import listed, message, passage, say

T = TypeVar("T")


def main_account(config: Config, name: str) -> AccountConfig:
    """The account of this name, which has an entry of its own in the report.

    Raises:
        DecisionError: there is none, or it stands in its parent's entry.
    """
    account = config.accounts.get(name)
    if account is None:
        raise DecisionError(
            say("there is no account {name} in {path}", name=shown(name), path=config.path),
            _one_of(name, config.accounts),
        )
    if account.parent is not None:
        raise DecisionError(
            say(
                "{name} belongs to {parent}, and stands in its entry of the report",
                name=name,
                parent=account.parent,
            ),
            say("name the main account: {parent}", parent=account.parent),
        )
    return account


def check_items(items: Sequence[str], policy: Policy) -> tuple[str, ...]:
    """The items to confirm, each once.

    Raises:
        DecisionError: one is not known at this exchange.
    """
    for item in items:
        _by_rule("ITEM", check_item, item)
        if item not in policy.confirmable:
            raise DecisionError(
                say(
                    "{exchange} has no item {item} to confirm",
                    exchange=policy.title,
                    item=shown(item),
                ),
                _one_of(confirm_item(item), policy.confirmable),
            )
    return tuple(dict.fromkeys(items))


def counts_until(item: str, on: date, policy: Policy) -> date:
    """The last day on which a look of this day counts."""
    manual = any(entry.item == item for entry in policy.manual_items)
    days = policy.confirmation_days(manual_area(item) if manual else item)
    return on + timedelta(days=days - 1)


def check_look(items: Sequence[str], on: date, today: date, policy: Policy) -> None:
    """Whether a look of this day counts today.

    Raises:
        DecisionError: it is in the future, or too long ago for one of the items.
    """
    check_past(on, today)
    for item in items:
        until = counts_until(item, on, policy)
        if until < today:
            raise DecisionError(
                say(
                    "a look at {item} on {on} counted until {until}, and today is {today} in UTC",
                    item=item,
                    on=on,
                    until=until,
                    today=today,
                ),
                say("look again, then confirm it without --on"),
            )


def check_past(on: date, today: date) -> None:
    """Whether a day has begun.

    Raises:
        DecisionError: it is in the future.
    """
    if on > today:
        raise DecisionError(
            say("{on} is in the future: today is {today} in UTC", on=on, today=today),
            say("leave --on out for today, or write the day it happened"),
        )


def acknowledged_account(config: Config, fingerprint: str) -> AccountConfig:
    """The account whose finding this is.

    Raises:
        DecisionError: it is no fingerprint, or no account has an entry of that name.
    """
    _by_rule("FINGERPRINT", check_fingerprint, fingerprint)
    return main_account(config, fingerprint.partition("/")[0])


def check_acknowledgement(
    known: Iterable[Acknowledgement],
    fingerprint: str,
    *,
    reason: str,
    up_to: str | None,
    until: date,
    today: date,
) -> Acknowledgement:
    """An acknowledgement that can count.

    Args:
        known: what is acknowledged already.
        fingerprint: the finding's name.
        reason: why it can stay.
        up_to: the largest amount.
        until: the first day on which it does not count any more.
        today: the current day in UTC.

    Raises:
        DecisionError: it cannot count, whatever a scan finds.
    """
    _by_rule("--reason", not_blank, reason)
    limit = None if up_to is None else _by_rule("--up-to", check_amount, up_to)
    if until <= today:
        raise DecisionError(
            say(
                "--until {until}: it would not count on any day, because today is {today} in UTC",
                until=until,
                today=today,
            ),
            say("name the first day on which it shall not count any more"),
        )
    for entry in known:
        if entry.fingerprint == fingerprint and entry.up_to is not None and up_to is None:
            raise DecisionError(
                say(
                    "{fingerprint} is accepted up to {amount}, and --up-to is missing",
                    fingerprint=fingerprint,
                    amount=plain(entry.up_to),
                ),
                say("give the largest amount again, or another one"),
            )
    return Acknowledgement(fingerprint=fingerprint, reason=reason, up_to=limit, until=until)


def check_name(fingerprint: str, policy: Policy) -> None:
    """Whether a finding at this exchange can have this name.

    Raises:
        DecisionError: it is not encoded as the report does it, or names no area.
    """
    area = place_of(fingerprint)[0] if is_fingerprint(fingerprint) else ""
    known = [*map(str, Area), *(manual_area(entry.item) for entry in policy.manual_items)]
    if area not in known:
        near = get_close_matches(area, known, 1)
        raise DecisionError(
            say("no finding can have the name {fingerprint}", fingerprint=shown(fingerprint)),
            say("copy it from the report; did you mean the area {area}?", area=near[0])
            if near
            else say("copy it from the report: `id` in the table"),
        )


_FOUND_IN: Final[Mapping[str, str]] = {
    "ITEM": message("the report of a scan names each item to look at"),
    "FINGERPRINT": message("copy it from the report: `id` in the table"),
    "--reason": message("write in a few words why it can stay"),
    "--up-to": message("the report has the amount that was found"),
}
"""Where the value to type is found."""


def _by_rule(name: str, rule: Callable[[str], T], text: str) -> T:
    try:
        text.encode()
        return rule(text)
    except UnicodeEncodeError:
        what, remedy = say("holds bytes that are no text"), ""
    except WrongValueError as error:
        what, remedy = error.what, error.remedy
    raise DecisionError(
        say("{name} {what}", name=name, what=what),
        remedy or say(_FOUND_IN[name]),
    )


def _one_of(given: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(given[:100].lower(), names, 1)
    hint = say("did you mean {name}?", name=near[0]) if near else ""
    return passage(hint, say("known here: {names}", names=listed(names) or say("none")))
