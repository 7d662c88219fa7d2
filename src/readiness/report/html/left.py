"""What is left in an account: by what it is worth, and by where it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from readiness.domain.amount import plain
from readiness.domain.finding import Severity
from readiness.domain.policy import Policy
from readiness.language import counted, listed, say, translate
from readiness.report.document import Account, Finding
from readiness.report.groups import MONEY
from readiness.report.html.amounts import added, asset_of, percent, worth
from readiness.report.labels import label
from readiness.report.sentences import place_text
from readiness.report.wording import html as words
from readiness.report.wording import phrases
from readiness.report.wording import table as table_words

_MOST: Final = 20
"""Rows of a table; what is worth less is added up in its last line."""


@dataclass(frozen=True)
class Bar:
    """A row of a table that is a chart too.

    Attributes:
        name: an asset or a place.
        detail: how much of it, or how many things are in the way there.
        value: what it is worth, in words; empty where nothing has a value.
        length: of its bar, as an SVG length; empty where there is none to draw.
    """

    name: str
    detail: str
    value: str
    length: str


@dataclass(frozen=True)
class Left:
    """What is left.

    Attributes:
        assets: by asset, the most valuable first; money alone.
        more_assets: what is not listed, in a sentence; may be empty.
        places: by place, the most valuable first; everything that is in the way.
        more_places: what is not listed, in a sentence; may be empty.
    """

    assets: tuple[Bar, ...]
    more_assets: str
    places: tuple[Bar, ...]
    more_places: str


def left_of(account: Account, policy: Policy | None) -> Left:
    """What stands in the way of an account, as far as it was not accepted."""
    blockers = [
        finding
        for finding in account.findings
        if finding.severity is Severity.BLOCKER and finding.acknowledged is None
    ]
    assets, more_assets = _by_asset(filter(_is_money, blockers))
    places, more_places = _by_place(blockers, policy)
    return Left(assets, more_assets, places, more_places)


def _is_money(finding: Finding) -> bool:
    stated = finding.amount is not None or finding.raw is not None
    return stated and finding.area.startswith(MONEY)


def _by_asset(findings: Iterable[Finding]) -> tuple[tuple[Bar, ...], str]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.asset or "", []).append(finding)
    values = {asset: _value(group) for asset, group in groups.items()}
    order = sorted(groups, key=lambda asset: (-(values[asset] or 0), asset))
    most = max((value for value in values.values() if value), default=Decimal(0))
    bars = tuple(
        Bar(
            asset_of(asset),
            _amount(groups[asset]),
            _money(groups[asset], values[asset]),
            percent(value, most) if (value := values[asset]) else "",
        )
        for asset in order[:_MOST]
    )
    rest = order[_MOST:]
    if not rest:
        return bars, ""
    hidden = [finding for asset in rest for finding in groups[asset]]
    return bars, counted(words.MORE_ASSETS, len(rest), value=_money(hidden, _value(hidden)))


def _by_place(findings: Iterable[Finding], policy: Policy | None) -> tuple[tuple[Bar, ...], str]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.area, finding.scope), []).append(finding)
    values = {place: _value(group) or Decimal(0) for place, group in groups.items()}
    order = sorted(groups, key=lambda place: (-values[place], -len(groups[place]), place))
    money = {place: values[place] for place in groups if place[0].startswith(MONEY)}
    most = max(money.values(), default=Decimal(0))
    bars = tuple(
        Bar(
            place_text(place[0], label(place[1]), policy),
            str(len(groups[place])),
            worth(values[place]) if values[place] else "",
            percent(money[place], most) if money.get(place) else "",
        )
        for place in order[:_MOST]
    )
    rest = order[_MOST:]
    if not rest:
        return bars, ""
    hidden = sum(len(groups[place]) for place in rest)
    return bars, counted(words.MORE_PLACES, len(rest), blockers=hidden)


def _value(findings: Iterable[Finding]) -> Decimal | None:
    priced = [finding.value_usd for finding in findings if finding.value_usd is not None]
    return added(priced) if priced else None


def _money(findings: list[Finding], value: Decimal | None) -> str:
    unpriced = sum(finding.value_usd is None for finding in findings)
    if value is None:
        return translate(table_words.NOT_PRICED)
    if not unpriced:
        return worth(value)
    return listed((worth(value), counted(words.UNPRICED, unpriced)))


def _amount(findings: list[Finding]) -> str:
    exact = [finding.amount for finding in findings if finding.amount is not None]
    if not exact:
        return say(phrases.AMOUNT_UNREADABLE, raw=label(findings[0].raw or ""))
    amount = plain(added(exact))
    if len(exact) == len(findings):
        return amount
    return say(words.AND_UNREADABLE, amount=amount)
