"""What came of a notification that was not sent."""

from dataclasses import dataclass

from readiness.language import advised, say


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
        return advised(
            say(
                "notification target {target}: not told: {what}",
                target=self.target,
                what=self.what,
            ),
            self.remedy,
        )
