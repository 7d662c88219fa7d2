"""The words of the SARIF format."""

from typing import Final

from readiness.language import message

NOT_LOOKED_AT: Final = message("{account}: {place} could not be looked at: {reason}")
NO_REASON: Final = message("no reason is known")
NOTHING_LOOKED_AT: Final = message("{account}: nothing was looked at: {reason}")
VERDICT: Final = message("The verdict of the run is '{verdict}'.")
