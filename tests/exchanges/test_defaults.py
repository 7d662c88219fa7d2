"""What an entry of a catalogue means by what it leaves out; the words that lists are saved by."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final

import pytest
from pydantic import ValidationError

from readiness.exchanges import catalogue, history, interface, paging, rows
from readiness.exchanges.begun import begun
from readiness.exchanges.catalogue import SINCE, Asked, Call, WireRow
from readiness.exchanges.history import HistoryKind
from readiness.exchanges.paging import CursorKind, Single
from readiness.exchanges.wire import CamelRow, WireName

MODULES: Final = (catalogue, history, interface, paging, rows)
NAMES: Final = {module.__name__ for module in MODULES}
SILENT: Final[list[Any]] = ["", (), {}, frozenset(), None, False, MISSING]

SAID: Final[dict[str, Any]] = {
    "Call.applies": catalogue.always,
    "ExchangeInfo.lists_sub_accounts": True,
    "Feed.proves": True,
    "HistoryList.applies": catalogue.always,
    "HistoryList.asked": Asked.ACCOUNT,
    "HistoryList.calls": (Call(),),
    "HistoryList.limited": catalogue.everything_seen,
    "HistoryList.most": 20_000,
    "HistoryList.paging": Single(),
    "HistoryList.permission": "read_only",
    "HistoryList.reach": history.Everything(),
    "HistoryList.signed": True,
    "Newest.size_parameter": "limit",
    "Numbered.first": 1,
    "Numbered.most": 100,
    "Numbered.step": 1,
    "Onward.first": "0",
    "Onward.kind": CursorKind.ID,
    "Onward.size": 1000,
    "Onward.size_parameter": "limit",
    "Pages.kind": CursorKind.ID,
    "Pages.most": 100,
    "Pages.size": 100,
    "Pages.size_parameter": "limit",
    "Capped.size_parameter": "limit",
    "Request.adds_only": catalogue.never,
    "Request.applies": catalogue.always,
    "Request.asked": Asked.ACCOUNT,
    "Request.calls": (Call(),),
    "Request.limited": catalogue.everything_seen,
    "Request.objection": catalogue.no_objection,
    "Request.paging": Single(),
    "Request.permission": "read_only",
    "Request.signed": True,
    "Request.since_unit": 1,
    "Some.least": 1,
    "Spans.settled_after": 30,
    "Spans.unit_ms": 1,
    "Tokens.ends": ("",),
    "Tokens.most": 200,
    "Tokens.size_parameter": "limit",
    "Windows.count": 1,
}


def test_what_is_left_out() -> None:
    """It says nothing but this: above all that a key is needed, which may do nothing but read."""
    found = {}
    kinds = [kind for module in MODULES for kind in vars(module).values()]
    for kind in kinds:
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ in NAMES:
            for field in fields(kind):
                made = field.default_factory
                default = field.default if made is MISSING else made()
                if default not in SILENT:
                    found[f"{kind.__name__}.{field.name}"] = default
    assert found == SAID


def test_words() -> None:
    """By which lists are saved, and by which a catalogue says for whom it asks."""
    assert " ".join(HistoryKind) == (
        "bills fills orders positions deposits withdrawals transfers converts fiat earn rewards "
        "loans bots copy-trading p2p"
    )
    assert " ".join(Asked) == (
        "account main-only each-sub-account all-sub-accounts movement main-movement identity "
        "service"
    )
    assert " ".join(CursorKind) == "id time"


def test_rows_as_they_are_sent() -> None:
    """Of what nobody judges by, anything may come; of the rest, nothing is taken for another."""

    class Row(CamelRow):
        order_id: WireName
        count: int = 0

    assert Row.model_validate({"orderId": "7", "more": 1}) == Row.model_validate({"orderId": 7})
    for wrong in ({"order_id": "7"}, {"orderId": ""}, {"orderId": "7", "count": "1"}):
        with pytest.raises(ValidationError):
            Row.model_validate(wrong)
    assert Row.model_config["frozen"]
    assert issubclass(CamelRow, WireRow)


def test_a_beginning_of_which_little_is_told() -> None:
    """Only the time is needed: what is not named stays empty."""

    class Row(WireRow):
        at: str

    (found,) = begun("at")([Row(at="1780000000000")], {SINCE: "1780000000000"})
    assert found.model_dump(exclude={"at"}, exclude_defaults=True) == {
        "id": "",
        "asset": "",
        "amount": {},
    }
