"""Tells whether the process that began a scan is still there."""

import os
from pathlib import Path


def identity() -> str:
    """What names this process: its number, and when it began, because numbers come again."""
    return f"{os.getpid()}/{_began(os.getpid())}"


def alive(name: str) -> bool:
    """Whether the process of that name runs now."""
    number, _, began = name.partition("/")
    if not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, PermissionError, OverflowError):
        # One of somebody else's cannot have written here.
        return False
    return _began(int(number)) == began


def _began(number: int) -> str:
    """The start in ticks since boot, as Linux tells it; empty where nothing tells it."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    # The name in parentheses may hold spaces and parentheses; what follows it does not.
    return stat.rpartition(")")[2].split()[19]
