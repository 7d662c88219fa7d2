"""Why a request is refused, before an exchange has put it into its own words."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """What any exchange can find wanting; each has its own code and status for it."""

    PATH = "there is no such path"
    VERB = "the path does not take this verb"
    REQUIRED = "a required parameter is missing"
    ANY_OF = "at least one of several parameters is needed"
    VALUE = "a parameter has an impossible value"
    SPAN = "the time asked for is too long"
    RATE = "too many requests to this endpoint"
    CROWD = "too many requests from this address"
    PERMISSION = "the key lacks a permission"
    MAIN_ONLY = "only a key of the main account may ask"
    MODE = "not supported in the account's mode"
    SUB_ACCOUNT = "there is no such sub-account"


class RefusalError(Exception):
    """Raised where a request is found wanting; an exchange turns it into its error answer.

    Attributes:
        why: The problem, or a code of the exchange's own.
        detail: What it is about: a parameter, an address, a limit.
        text: A text in place of the usual one.
    """

    def __init__(self, why: Problem | str, detail: str = "", *, text: str | None = None) -> None:
        """Refuse for a reason."""
        super().__init__(f"{why}: {detail}")
        self.why = why
        self.detail = detail
        self.text = text
