"""What each case of the single-blocker matrix tells, item by item, as kept in ``told/``.

A change of what is told shows there as a change of lines: it is to be read, against the
exchange's documents, before it is kept. ``python -m tests.matrix.told`` writes the files anew.
Left out is what is another one in each run, or has tests of its own: names that are counted are
``#``, moments are whole days from now, and our own sentences stand in catalogues anyway.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.exchanges.support import Desk, no_waiting
from tests.matrix.cases import Case
from tests.matrix.rigs import RIGS, Rig

from readiness.domain.amount import Exact, NotStated, Unreadable
from readiness.domain.answer import items_of
from readiness.domain.items import Item
from readiness.domain.snapshot import AreaAnswer

_FOLDER: Final = Path(__file__).with_name("told")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?Z?")
_DATE: Final = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_COUNTED: Final = re.compile(
    r"(?<![\d.])\d{9,}(?![\d.])"
    r"|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?<=[A-Z0-9]{4}-)P?\d{4,5}\b"
)
_NEAR: Final = 400
"""Moments within so many days count from now; others stand in the rows as they are."""


def named(rig: Rig) -> Iterator[tuple[str, str, Case]]:
    """The cases of an exchange: the name of each in the file, its request, and the case."""
    seen: Counter[str] = Counter()
    for request, cases in rig.cases.items():
        for case in cases:
            title = f"{request}: {case}"
            seen[title] += 1
            yield title if seen[title] == 1 else f"{title} ({seen[title]})", request, case


def asked(rig: Rig, name: str, case: Case) -> tuple[AreaAnswer, ...]:
    """What the request alone tells; of several calls, the one for this state or kind."""
    request = rig.catalogue[name]
    calls = tuple(call for call in request.calls if call.params == case.call)
    now = time.time()
    desk = Desk(rig.account(case.mode), rig.exchange, clock=lambda: now)
    case.arrange(desk.account)
    now = time.time()  # what happens just now is asked for at once, however slow the machine
    scope = {request.scope_parameter: rig.sub} if request.scope_parameter else None
    with no_waiting():
        alone = replace(request, calls=calls if case.call else request.calls)
        return desk.fetch(alone, scope_params=scope).answers()


def lines(answers: tuple[AreaAnswer, ...]) -> list[str]:
    """The items, one a line."""
    return [
        f"{answer.area}{'' if answer.scope == 'main' else f' of {answer.scope}'}: {_line(item)}"
        for answer in answers
        for item in items_of(answer.answer)
    ]


def _line(item: Item) -> str:
    ours = {"text", "sentence"} if getattr(item, "sentence", "") else set()
    stated = item.model_dump(exclude_defaults=True, exclude={"kind", *ours})
    return " ".join([item.kind, *(f"{name}={_value(getattr(item, name))}" for name in stated)])


def _value(value: Any) -> str:
    match value:
        case Exact(value=number):
            return f"{number}"
        case NotStated():
            return "?"
        case Unreadable(raw=raw):
            return f"unreadable:{_text(raw)}"
        case datetime():
            return _day(value)
        case tuple():
            return f"({', '.join(map(_value, value))})"
    return _text(str(value))


def _text(text: str) -> str:
    lasting = _MOMENT.sub(lambda found: _day(_moment(found[0])), text)
    lasting = _COUNTED.sub("#", _DATE.sub("day", lasting))
    return lasting if lasting and not re.search(r"[\s=(),]", lasting) else f"'{lasting}'"


def _moment(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _day(moment: datetime) -> str:
    days = round((moment - datetime.now(UTC)).total_seconds() / 86_400)
    return f"now{days:+}d" if abs(days) < _NEAR else moment.date().isoformat()


@cache
def kept(exchange: str) -> dict[str, list[str]]:
    """What the file of an exchange says, by the name of the case."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in _path(exchange).read_text("utf-8").splitlines():
        if line.startswith(" "):
            found[title].append(line.strip())
        else:
            title = line
            found[title] = []
    return found


def _path(exchange: str) -> Path:
    return _FOLDER / f"{exchange}.txt"


def _write(rig: Rig) -> None:
    text = [
        f"{line}\n"
        for title, name, case in named(rig)
        for line in (title, *(f"  {told}" for told in lines(asked(rig, name, case))))
    ]
    _path(rig.exchange).write_text("".join(text), "utf-8", newline="\n")


if __name__ == "__main__":
    for each in RIGS:
        _write(each)
