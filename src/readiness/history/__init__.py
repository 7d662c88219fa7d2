"""The record of every scan, and what is different between two of them."""

from readiness.history.compare import Change, Difference, compare
from readiness.history.entry import Ending, Entry, Trigger
from readiness.history.errors import HistoryError, NoHistoryError, UnreadableScanError
from readiness.history.place import default_path
from readiness.history.points import points_of
from readiness.history.record import record
from readiness.history.store import History

__all__ = [
    "Change",
    "Difference",
    "Ending",
    "Entry",
    "History",
    "HistoryError",
    "NoHistoryError",
    "Trigger",
    "UnreadableScanError",
    "compare",
    "default_path",
    "points_of",
    "record",
]
