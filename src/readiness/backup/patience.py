"""When the rest of a list is left out: nothing answers, a product refuses, or there is no end."""

from collections.abc import Callable
from typing import Final

from readiness.domain.answer import Cause, Reason
from readiness.exchanges.history import HistoryList
from readiness.language import message

_NO_WAY: Final = frozenset({Cause.TIMEOUT, Cause.CONNECTION, Cause.TLS, Cause.DEADLINE})
_ENOUGH: Final = 3
"""So many questions in a row without any answer, or refused alike from the first one on."""


class Patience:
    """What became of the questions of one list so far.

    Attributes:
        reasons: why the list cannot be read to its end, beside what each question says.
    """

    def __init__(self, entry: HistoryList, explained: Callable[[Reason], bool] | None) -> None:
        """Begin with the first question.

        Args:
            entry: the list.
            explained: whether a refusal is about everything that the list asks; without it, none
                is.
        """
        self._entry = entry
        self._explained = explained
        self._in_vain = 0
        self._refused = 0
        self._cut = 0
        self.reasons: tuple[Reason, ...] = ()

    def note(self, reason: Reason | None, *, cut: bool) -> None:
        """Take in what came of a question; ``cut`` says that it has to be asked in two halves."""
        self._in_vain = self._in_vain + 1 if reason and reason.cause in _NO_WAY else 0
        if self._explained and reason and self._explained(reason):
            self._refused += 1
        else:
            self._explained = None
        self._cut += cut
        if self._cut > self._entry.most:
            self.reasons = (
                Reason(
                    cause=Cause.PAGING,
                    request=self._entry.id,
                    text=message("more than {most} full answers"),
                    values=(("most", str(self._entry.most)),),
                ),
            )

    @property
    def lost(self) -> bool:
        """Whether it is of no use to go on; what is left is left to the next run."""
        refused = self._explained is not None and self._refused >= _ENOUGH
        return self._in_vain >= _ENOUGH or refused or self.reasons != ()


def asks_alike(entry: HistoryList) -> bool:
    """Whether all questions of a list are about one product, so that a refusal is about all."""
    return len(entry.calls) == 1 if entry.each is None else entry.each.alike
