"""What each verdict means and what to do next."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.verdict import Verdict

VERDICT_WORDS: Final[Mapping[Verdict, str]] = {
    Verdict.REFUSED: "refused",
    Verdict.BLOCKED: "blocked",
    Verdict.INCOMPLETE: "incomplete",
    Verdict.UNCONFIRMED: "unconfirmed",
    Verdict.CLOSING: "closing",
    Verdict.READY: "ready",
}
"""For people; another language adds its own word, and keeps the code beside it."""

HEADLINES: Final[Mapping[Verdict, str]] = {
    Verdict.REFUSED: "A key of this account was refused, and was asked nothing else.",
    Verdict.BLOCKED: "Something still stands in the way of closing this account.",
    Verdict.INCOMPLETE: "Nothing was seen in the way, but not everything could be looked at.",
    Verdict.UNCONFIRMED: "All that the API shows is clear. A person has to look at the rest.",
    Verdict.CLOSING: "A closing request is recorded and its waiting period runs; nothing was sent.",
    Verdict.READY: "Nothing was seen in the way, and every manual item is confirmed.",
}

NEXT_STEPS: Final[Mapping[Verdict, tuple[str, ...]]] = {
    Verdict.REFUSED: (
        "Do what the reason above says. If in doubt: create a key that can only read on the "
        "exchange's API page, and delete the old one.",
        "Put it where the old one was; in the keyring with: readiness keys set {account}",
        "Check it with: readiness keys test {account}",
    ),
    Verdict.BLOCKED: (
        "Go through the plan above from top to bottom: the order avoids doing work twice.",
        "Then run again: readiness scan {account}",
    ),
    Verdict.INCOMPLETE: (
        "Run again later: readiness scan {account}",
        "If the same areas stay unknown, see: readiness doctor",
    ),
    Verdict.UNCONFIRMED: (
        "Look at each point for a person above, at the exchange itself.",
        "Write down what you have seen: readiness confirm {account} ITEM...",
        "Then run again: readiness scan {account}",
    ),
    Verdict.CLOSING: (
        "Leave the account alone until the waiting period ends on {closure_ends}: whether a login "
        "or a request takes the closing request back is not published, so nothing is sent.",
        "Then run again: readiness scan {account}",
        "Look at the exchange itself whether the account is closed.",
    ),
    Verdict.READY: (
        "Save what you need first: history and statements are lost with the account.",
        "Close the account now, in the exchange's own app or site; a later deposit or reward "
        "changes the picture.",
        "If the exchange lets the request wait, write it down, so that nothing is sent meanwhile: "
        "readiness closure requested {account}",
    ),
}

NEXT_IF_READY_AND_WAITING: Final[tuple[str, ...]] = (
    "Leave the account alone until the waiting period of your closing request ends on "
    "{closure_ends}.",
    "Then run again: readiness scan {account}",
)
NEXT_IF_READY_AND_OVER: Final[tuple[str, ...]] = (
    "The waiting period is over, and the key still works: the account may still be open. Look at "
    "the exchange itself what became of the request, or ask its support.",
    "If it has to be requested again, do so while nothing is in the way, and write down the new "
    "day: readiness closure requested {account}",
    "If you want to keep the account: readiness closure cancelled {account}",
)

PROBABLY_CLOSED: Final = (
    "This account is probably closed: its waiting period is over, and its key does not exist any "
    "more."
)
NEXT_IF_PROBABLY_CLOSED: Final[tuple[str, ...]] = (
    "Look at the exchange itself whether the account is gone: log in, or ask its support.",
    "If it is: remove the key where it is kept; from the keyring with: "
    "readiness keys delete {account}",
    "Then remove [accounts.{account}], its sub-accounts and its decisions from readiness.toml.",
    "If it lives on: do what the reason above says, then run again: readiness scan {account}",
)

LIMITS: Final[tuple[str, ...]] = (
    "'ready' means: at the time of the scan, every area that the exchange's policy names was "
    "read to its end and was empty, and you confirmed what no API shows.",
    "It does not mean that the exchange will agree: reviews, restrictions and its own rules stay "
    "with the exchange, and an area that no API and no list names can still hold something.",
)

KEY_READ_ONLY: Final = "read-only"
KEY_ACTING: Final = "the key can do more than read, or carries a permission that is not known"
KEY_CLOSING: Final = "not asked: the account is closing"
KEY_NOT_ASKED: Final = "not asked"
KEY_LINE: Final = "Key: {state}"
OWNERS: Final[Mapping[str, str]] = {
    "main": "main account",
    "sub": "sub-account",
}
