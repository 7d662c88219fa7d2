"""Exit codes that are not a verdict's own."""

from typing import Final

FINE: Final = 0
DEFECT: Final = 1
USAGE: Final = 2
REFUSED: Final = 3
NOT_AS_HOPED: Final = 11
INTERRUPTED: Final = 130
