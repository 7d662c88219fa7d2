"""What the parser says is wrong with a TOML file, in the reader's language."""

import re
from typing import Final

from readiness.language import message, say, translate

FAULTS: Final = (
    message("Cannot overwrite a value"),
    message("Escaped character is not a Unicode scalar value"),
    message("Expected '=' after a key in a key/value pair"),
    message("Expected ']' at the end of a table declaration"),
    message("Expected ']]' at the end of an array declaration"),
    message("Expected newline or end of document after a statement"),
    message("Invalid date or datetime"),
    message("Invalid hex value"),
    message("Invalid initial character for a key part"),
    message("Invalid statement"),
    message("Invalid value"),
    message("Unclosed array"),
    message("Unclosed inline table"),
    message("Unescaped '\\' in a string"),
    message("Unterminated string"),
)
"""What names nothing of the file; the parser's rarer words are shown as they are."""

_TWICE: Final = re.compile(r"Cannot declare (?P<key>.+) twice", re.DOTALL)


def fault_of(parser_says: str) -> str:
    """The parser's words, translated where they are usual ones."""
    if twice := _TWICE.fullmatch(parser_says):
        return say("Cannot declare {key} twice", key=twice["key"])
    return translate(parser_says) if parser_says in FAULTS else parser_says
