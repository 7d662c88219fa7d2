"""Where the exchanges' own sample answers are, and what our readers make of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from readiness.domain.amount import Amount, Exact, Unreadable
from readiness.domain.items import (
    Bot,
    CopyTrading,
    Debt,
    Discrepancy,
    Eligibility,
    Holding,
    Item,
    Movement,
    Order,
    Position,
    Restriction,
    Setting,
    SubAccount,
    Total,
    Transfer,
)
from readiness.exchanges.catalogue import Request
from readiness.exchanges.rows import rows_in
from readiness.gate.body import decode

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
TRAITS: Mapping[str, str] = {"mode": "3", "since_ms": "0"}

Open = Callable[[Any], list[Any]]
"""How an exchange's envelope gives its rows."""


def samples_of(exchange: str) -> Path:
    """The folder with an exchange's samples, if it is there."""
    return SAMPLES / exchange


def needs_samples(exchange: str) -> pytest.MarkDecorator:
    """Skip, visibly, where the samples are not."""
    return pytest.mark.skipif(
        not samples_of(exchange).is_dir(),
        reason=f"the official sample answers are not at ../shared/samples/{exchange}",
    )


def sample(exchange: str, name: str) -> Any:
    """A sample, decoded as every real body is."""
    return decode((samples_of(exchange) / f"{name}.json").read_bytes())


def binance_rows(request: Request, payload: Any) -> list[Any]:
    """The rows of one of Binance's answers: a list, or where the catalogue says in an object."""
    if isinstance(payload, dict):
        return rows_in([payload], request)
    return rows_in(payload, request)


def told(request: Request, rows: list[Any]) -> dict[str, list[str]]:
    """What our wire model and our readers see in raw rows, by area and in short words."""
    read = [request.row.model_validate(row) for row in rows]
    by_area: dict[str, list[str]] = {}
    for feed in request.feeds:
        found = by_area.setdefault(feed.area.value, [])
        found.extend(in_short(item) for item in feed.read(read, TRAITS))
    return {area: found for area, found in by_area.items() if found}


def in_short(item: Item) -> str:  # noqa: PLR0911, PLR0912 - one line for each kind of item
    """An item in a line that a person can hold against the exchange's document."""
    match item:
        case Holding():
            frozen = f" ({text(item.frozen)} frozen)" if something(item.frozen) else ""
            return f"{item.nature.value} {text(item.amount)} {item.asset}{frozen}"
        case Debt(asset=""):
            return f"owes {text(item.value_usd)} USD"
        case Debt():
            interest = f" + {text(item.interest)}" if something(item.interest) else ""
            return f"owes {text(item.amount)}{interest} {item.asset}"
        case Discrepancy():
            return f"beyond {item.subject} {text(item.value_usd)}"
        case Order():
            return f"order {item.id} {item.state}"
        case Position():
            margin = f" margin {text(item.margin)} {item.margin_asset}"
            return f"position {text(item.size)} {item.instrument}{margin}"
        case Transfer():
            return f"{item.direction.value} {text(item.amount)} {item.asset} {item.stage.value}"
        case Bot():
            return f"bot {item.bot_type} {item.state} {text(item.invested)}"
        case CopyTrading():
            return f"copy {item.tie.value} {text(item.amount)} {item.asset}".rstrip()
        case Setting():
            return f"setting {item.name} {item.asset}".rstrip()
        case Movement():
            return f"moved {text(item.amount)} {item.asset}"
        case Restriction():
            return f"restricted {item.code}: {item.text}"
        case Total():
            return f"total {item.place} {text(item.value_usd)}"
        case Eligibility():
            return f"obstacle {item.type}"
        case SubAccount():
            return f"sub-account {item.name} {item.relation.value} {item.uid}".rstrip()


def text(amount: Amount) -> str:
    """An amount as a plain number, or what it is instead."""
    match amount:
        case Exact(value=value):
            return f"{value.normalize():f}"
        case Unreadable(raw=raw):
            return f"unreadable {raw!r}"
        case _:
            return "-"


def something(amount: Amount) -> bool:
    """Whether an amount is worth a word."""
    match amount:
        case Exact(value=value):
            return value != 0
        case Unreadable():
            return True
        case _:
            return False
