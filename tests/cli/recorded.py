"""A history in the usual place, with scans of a few days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from tests.history.support import BEGINNING, DAY, Clock, kept
from tests.strategies import World

from readiness.history import History, default_path


def remembered(*scans: tuple[str, World], path: Path | None = None) -> list[int]:
    """Record these worlds, one a day; their numbers."""
    clock = Clock(BEGINNING - DAY)
    with History.open(path or default_path(), now=clock) as history:
        return [_kept(history, clock, *scan) for scan in scans]


def _kept(history: History, clock: Clock, account: str, world: World) -> int:
    clock.forward(DAY)
    id_, _ = kept(history, world, account)
    return id_


def of(account: str, worlds: Iterable[World]) -> list[tuple[str, World]]:
    """Scans of one account."""
    return [(account, world) for world in worlds]


def ended(account: str, note: str = "") -> int:
    """A scan that was interrupted, or that failed with a note."""
    with History.open(default_path(), now=Clock(BEGINNING + timedelta(days=30))) as history:
        id_ = history.begin(account, "okx", "watch")
        if note:
            history.fail(id_, note)
        else:
            history.interrupt(id_)
        return id_
