"""Messages of SARIF: plain text in which nothing is a link or a placeholder."""

from typing import Any, Final, TypeAlias

from readiness.language import passage
from readiness.report.labels import sentence

Json: TypeAlias = dict[str, Any]

_LINK: Final = "]("
_NO_LINK: Final = "] ("


def as_message(*sentences: str) -> Json:
    """A message that shows these sentences as they are.

    Plain text in SARIF knows two constructs: ``[text](place)`` is a link, and ``{0}`` a
    placeholder. Braces are doubled, as the standard has it; there is no escape that every
    viewer knows for a link, so it is taken apart.
    """
    text = passage(*map(sentence, sentences))
    return {"text": text.replace("{", "{{").replace("}", "}}").replace(_LINK, _NO_LINK)}
