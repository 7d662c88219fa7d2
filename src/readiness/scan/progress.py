"""How a scan tells how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Somebody who may be watching."""

    def step(self, account: str, done: int, total: int, request: str) -> None:
        """``done`` of ``total`` requests of an account are answered; ``request`` was the last."""


class Silent:
    """Nobody is watching."""

    def step(self, account: str, done: int, total: int, request: str) -> None:
        """Say nothing."""


class Meter:
    """Counts one account's requests."""

    def __init__(self, account: str, progress: Progress) -> None:
        """Start at nothing."""
        self._account = account
        self._progress = progress
        self._done = 0
        self._total = 0

    def expect(self, requests: int) -> None:
        """So many more are going to be made."""
        self._total += requests

    def busy(self, request: str) -> None:
        """One of them has brought something, and is not done yet."""
        self._progress.step(self._account, self._done, self._total, request)

    def done(self, request: str) -> None:
        """One of them is answered."""
        self._done += 1
        self._progress.step(self._account, self._done, self._total, request)
