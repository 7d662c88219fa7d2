"""What makes a scan impossible before it says anything."""


class ScanUsageError(Exception):
    """The run makes no sense as it was asked for or configured (exit 2)."""
