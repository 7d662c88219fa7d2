"""What came of a notification that was not sent."""

from dataclasses import dataclass


class NotSentError(Exception):
    """One target did not get what it was sent; never carries its URL."""

    def __init__(self, what: str, remedy: str) -> None:
        """Take both halves of the message."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True)
class Failure:
    """A target that was not told, and why; made to be shown as it is."""

    target: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """The sentence for stderr."""
        return f"notification target {self.target}: not told: {self.what}\n  next: {self.remedy}"
