"""Small parts of sentences."""

from typing import Final

IN_SUB_ACCOUNT: Final = "{place} of sub-account {scope}"
AMOUNT_NOT_STATED: Final = "an amount that is not stated"
AMOUNT_UNREADABLE: Final = "an unreadable amount ({raw})"
LESS_THAN_A_CENT: Final = "less than 0.01 USD"
ABOUT: Final = "about {value} USD"
WITH_ADVICE: Final = "{what}. {advice}"
UNNAMED_ASSET: Final = "unnamed asset"
