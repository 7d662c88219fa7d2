"""What the user has decided or looked at: acknowledgements, confirmations, closure."""

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal

from readiness.domain.base import Frozen


class Acknowledgement(Frozen):
    """Accepts one finding, by its fingerprint, up to an amount and until a day (UTC)."""

    fingerprint: str
    reason: str
    until: date
    up_to: Decimal | None = None

    @property
    def account(self) -> str:
        """The account that the fingerprint names."""
        return self.fingerprint.partition("/")[0]

    def in_force(self, today: date) -> bool:
        """It counts while today is before ``until``."""
        return today < self.until


class Confirmation(Frozen):
    """A person has looked at ``item`` of ``account`` on a day (UTC)."""

    account: str
    item: str
    on: date

    def in_force(self, today: date, days: int) -> bool:
        """It counts for ``days`` days, the day itself included."""
        return today < self.on + timedelta(days=days)


class Closure(Frozen):
    """The closing request was submitted; a waiting period runs (days, UTC)."""

    requested_on: date
    wait_days: int

    @property
    def ends_on(self) -> date:
        """The first day on which the waiting period is over."""
        return self.requested_on + timedelta(days=self.wait_days)

    def waiting(self, today: date) -> bool:
        """Whether the waiting period runs."""
        return today < self.ends_on

    def day(self, today: date) -> int | None:
        """Which day of the waiting period it is, the day of the request being the first.

        ``None`` once it is over. East of UTC a request can be dated a day ahead; that is
        the first day as well.
        """
        return max(1, (today - self.requested_on).days + 1) if self.waiting(today) else None

    def days_left(self, today: date) -> int:
        """How many days are left, this one included; 0 once it is over."""
        return max(0, (self.ends_on - today).days)


class Decisions(Frozen):
    """Everything the user has decided, for one run."""

    acknowledgements: tuple[Acknowledgement, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()

    def not_naming(self, accounts: Collection[str]) -> "Decisions":
        """Those decisions that name none of these accounts: they can never count."""
        return Decisions(
            acknowledgements=tuple(e for e in self.acknowledgements if e.account not in accounts),
            confirmations=tuple(e for e in self.confirmations if e.account not in accounts),
        )
