"""What each case of the single-blocker matrix tells, item by item, as kept in ``told/``.

A change of what is told shows there as a change of lines: it is to be read, against the
exchange's documents, before it is kept. ``python -m tests.matrix.told`` writes the files anew.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from tests.exchanges.support import Desk, no_waiting
from tests.exchanges.telling import line
from tests.matrix.cases import Case
from tests.matrix.rigs import RIGS, Rig

from readiness.domain.answer import items_of
from readiness.domain.snapshot import AreaAnswer

_FOLDER: Final = Path(__file__).with_name("told")


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
        f"{answer.area}{'' if answer.scope == 'main' else f' of {answer.scope}'}: {line(item)}"
        for answer in answers
        for item in items_of(answer.answer)
    ]


@cache
def kept(exchange: str) -> dict[str, list[str]]:
    """What the file of an exchange says, by the name of the case."""
    found: dict[str, list[str]] = {}
    title = ""
    for text in _path(exchange).read_text("utf-8").splitlines():
        if text.startswith(" "):
            found[title].append(text.strip())
        else:
            title = text
            found[title] = []
    return found


def _path(exchange: str) -> Path:
    return _FOLDER / f"{exchange}.txt"


def _write(rig: Rig) -> None:
    text = [
        f"{each}\n"
        for title, name, case in named(rig)
        for each in (title, *(f"  {told}" for told in lines(asked(rig, name, case))))
    ]
    _path(rig.exchange).write_text("".join(text), "utf-8", newline="\n")


if __name__ == "__main__":
    for each in RIGS:
        _write(each)
