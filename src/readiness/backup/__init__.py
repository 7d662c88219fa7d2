"""Saves what is lost with an account: the history that the exchange's API shows."""

from readiness.backup.errors import BackupError, BackupUsageError
from readiness.backup.manifest import ListRecord, ListStatus, Manifest
from readiness.backup.run import Refused, save_backup
from readiness.backup.verify import Check, verify

__all__ = [
    "BackupError",
    "BackupUsageError",
    "Check",
    "ListRecord",
    "ListStatus",
    "Manifest",
    "Refused",
    "save_backup",
    "verify",
]
