"""Codes of what was recorded, as people read them."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.finding import Severity
from readiness.history.entry import Ending

ENDINGS: Final[Mapping[Ending, str]] = {
    Ending.RUNNING: "running",
    Ending.DONE: "done",
    Ending.INTERRUPTED: "interrupted",
    Ending.FAILED: "failed",
}
SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.BLOCKER: "blocker",
    Severity.UNKNOWN: "unknown",
    Severity.CONFIRM: "confirm",
    Severity.NOTICE: "notice",
}
