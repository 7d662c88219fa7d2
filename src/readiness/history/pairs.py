"""Two recorded scans side by side."""

from dataclasses import dataclass
from typing import Final

from readiness.domain.report import AccountReport, same_account
from readiness.history.compare import Difference, compare
from readiness.history.entry import Entry
from readiness.history.errors import UnreadableScanError
from readiness.history.reader import Reader
from readiness.language import message, say, translate

_UNREADABLE: Final = message("{what}: {why}; {remedy}")
_DIFFERENT: Final = message(
    "scans {old} and {new} are of different accounts at the exchange: the key or the exchange "
    "was changed in between"
)


@dataclass(frozen=True)
class Compared:
    """Two scans of one account, and what is different between them.

    Attributes:
        old: the older one.
        new: the newer one.
        new_report: what the newer one said.
        difference: what is different.
    """

    old: Entry
    new: Entry
    new_report: AccountReport
    difference: Difference


@dataclass(frozen=True)
class NotCompared:
    """An account whose scans cannot be compared.

    Attributes:
        account: the user's name for it.
        why: why not, as a sentence without a full stop.
    """

    account: str
    why: str


def compare_scans(history: Reader, old: Entry, new: Entry) -> Compared | NotCompared:
    """Compare two scans that are done; one that cannot be read is said, never guessed."""
    try:
        old_report, new_report = history.report(old.id), history.report(new.id)
    except UnreadableScanError as error:
        why = say(_UNREADABLE, what=error.what, why=error.why, remedy=error.remedy)
        return NotCompared(new.account, why)
    if not same_account(old_report, new_report):
        return NotCompared(new.account, say(_DIFFERENT, old=old.id, new=new.id))
    return Compared(old, new, new_report, compare(old_report, new_report))


def compare_last_two(history: Reader, account: str) -> Compared | NotCompared:
    """Compare the last two scans of an account that are done."""
    new = history.last(account)
    old = history.previous(account, new.id) if new else None
    if new is None or old is None:
        return NotCompared(account, translate("there are no two scans of it that are done"))
    return compare_scans(history, old, new)
