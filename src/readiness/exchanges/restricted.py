"""Restrictions that the exchange shows by a flag or a number, and not in words."""

from readiness.domain.items import Restriction


def restricted(code: str, sentence: str, /, **values: object) -> Restriction:
    """A restriction that is told by a sentence of ours.

    Args:
        code: the name of what says so.
        sentence: the sentence in English, with ``{name}`` for each value.
        values: the values by name.
    """
    told = {name: str(value) for name, value in values.items()}
    return Restriction(
        code=code,
        text=sentence.format_map(told),
        sentence=sentence,
        values=tuple(told.items()),
    )
