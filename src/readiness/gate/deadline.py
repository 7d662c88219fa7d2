"""The time an account's scan may take; it starts with the first request."""

import asyncio


class Deadline:
    """Seconds on the event loop's clock, from the first request on."""

    def __init__(self, seconds: float) -> None:
        """Allow so many seconds."""
        self._seconds = seconds
        self._started: float | None = None

    def start(self) -> None:
        """Begin to count, once."""
        if self._started is None:
            self._started = asyncio.get_running_loop().time()

    def extend(self, seconds: float) -> None:
        """Allow more: the published limits need that long for what was found."""
        self._seconds += seconds

    @property
    def at(self) -> float:
        """When it ends, on the event loop's clock."""
        self.start()
        assert self._started is not None  # noqa: S101 - start() sets it
        return self._started + self._seconds

    @property
    def remaining(self) -> float:
        """Seconds left; negative when it is over."""
        return self.at - asyncio.get_running_loop().time()
