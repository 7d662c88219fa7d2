"""The main job: configuration in, report out. Asks everything, judges by the rules."""

from readiness.scan.diagnose import Check, diagnose
from readiness.scan.errors import ScanUsageError
from readiness.scan.progress import Progress
from readiness.scan.run import (
    Scanned,
    Scanner,
    prove_key,
    scan_accounts,
    waiting_closure,
)

__all__ = [
    "Check",
    "Progress",
    "ScanUsageError",
    "Scanned",
    "Scanner",
    "diagnose",
    "prove_key",
    "scan_accounts",
    "waiting_closure",
]
