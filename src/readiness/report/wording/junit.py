"""The words of the JUnit format."""

from typing import Final

from readiness.language import message

VERDICT: Final = message("The verdict is '{verdict}': {meaning}")
RUN: Final = message("The verdict of the run is '{verdict}' (exit code {code}).")
NOT_CONFIRMED: Final = message("A person has to look here.")
NOT_LOOKED_AT: Final = message("This could not be looked at.")
