"""Turns what pydantic found into sentences about the user's file; never with a value in them."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from pydantic import ValidationError

from readiness.config.errors import Location, Problem, dotted, shown
from readiness.config.model import TABLES
from readiness.config.positions import Lines
from readiness.config.shapes import OWN_RULE, Table, kind_of
from readiness.language import either, listed, message, passage, say, translate

SECRETS_BELONG: Final = message(
    "remove it and treat it as leaked if others can read this file; `readiness keys set ACCOUNT` "
    'puts it into the keyring, or set credentials = "env", "directory" or "command"'
)
_SECRET_WORDS: Final = ("secret", "passphrase", "password", "token", "privatekey", "apikey", "pem")
_SECRET_NAMES: Final = frozenset({"key", "pass", "pwd", "accesskey", "publickey"})

_NAMED: Final = (("accounts",), ("notify", "targets"))
"""Tables of tables whose names the user chose."""

_EXPECTED: Final = {
    "string_type": message("text in quotes"),
    "bool_type": message("true or false"),
    "int_type": message("a whole number"),
    "float_type": message("a number"),
    "dict_type": message("a table"),
    "model_type": message("a table"),
    "model_attributes_type": message("a table"),
    "list_type": message("an array"),
}
_BOUNDS: Final = {
    "greater_than": message("must be more than {gt}"),
    "greater_than_equal": message("must be at least {ge}"),
    "less_than_equal": message("must be at most {le}"),
    "literal_error": message("must be one of {expected}"),
    "finite_number": message("must be a finite number"),
}

_CHOICE: Final = re.compile(r"'[^']*'")
"""One of the words that the parser expects, in its own list of them."""


def problems_of(error: ValidationError, lines: Lines) -> list[Problem]:
    """One problem for each thing that pydantic found."""
    found = []
    for detail in error.errors(include_url=False):
        location: Location = detail["loc"]
        what, remedy = _sentences(detail["type"], location, detail["input"], detail.get("ctx", {}))
        found.append(problem_at(location, what, remedy, lines))
    return found


def problem_at(location: Location, what: str, remedy: str, lines: Lines) -> Problem:
    """A problem with its key and line."""
    return Problem(what, remedy, dotted(location), lines.of(location))


def suggestion(given: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """A question for the reader when the word looks like a known one, else nothing."""
    close = get_close_matches(given[:100].lower(), list(known), n=1, cutoff=0.6)
    return say('did you mean "{name}"?', name=close[0]) if close else ""


def configured(given: str, names: Iterable[str]) -> str:
    """What is there in place of a name that is not: the nearest one, and all of them."""
    known = tuple(names)
    listing = listed(map(shown, known)) or say("none")
    return passage(suggestion(given, known), say("configured: {names}", names=listing))


def _sentences(
    kind: str, location: Location, value: object, context: Mapping[str, object]
) -> tuple[str, str]:
    if kind == "extra_forbidden":
        return _unknown_key(location)
    if kind in {*_EXPECTED, "literal_error"} and _holds_secret(location, value):
        return say("a key, secret or passphrase is never in this file"), translate(SECRETS_BELONG)
    remedy = _help(location)
    if kind == OWN_RULE:
        return str(context["what"]), str(context["remedy"]) or remedy
    return _stock_sentence(kind, value, context), remedy


def _stock_sentence(kind: str, value: object, context: Mapping[str, object]) -> str:
    if kind == "missing":
        return say("is missing")
    if kind == "float_type" and type(value) is int:
        return say("is too large a number")
    if kind in _EXPECTED:
        expected = translate(_EXPECTED[kind])
        return say("must be {expected}, not {kind}", expected=expected, kind=kind_of(value))
    if kind in _BOUNDS:
        choices = either(_CHOICE.findall(str(context.get("expected"))))
        return say(_BOUNDS[kind], {**context, "expected": choices})
    return say("is not accepted here")


def _holds_secret(location: Location, value: object) -> bool:
    """Whether a value of the wrong type looks like a key that was put there."""
    if isinstance(value, dict):
        return any(map(_looks_secret, value))
    return (
        isinstance(value, str)
        and TABLES.get(_place(location)) is not None
        and (_looks_secret(location[-1]))
    )


def _unknown_key(location: Location) -> tuple[str, str]:
    name = str(location[-1])
    if _looks_secret(name):
        return say("a key, secret or passphrase is never in this file"), translate(SECRETS_BELONG)
    table = TABLES.get(_place(location[:-1]))
    known = tuple(table.model_fields) if table else ()
    advice = suggestion(name, known)
    if not advice:
        homes = [_written(place) for place, other in TABLES.items() if name in other.model_fields]
        advice = say("it belongs into {tables};", tables=either(homes)) if homes else ""
    remedy = passage(advice, say("known here: {names}", names=listed(known)))
    return say("unknown key {name}", name=shown(name)), remedy


def _looks_secret(name: object) -> bool:
    plain = "".join(letter for letter in str(name).lower() if letter.isalnum())
    return plain in _SECRET_NAMES or any(word in plain for word in _SECRET_WORDS)


def _help(location: Location) -> str:
    table = TABLES.get(_place(location))
    if table is not None and location:
        return say("write it as a table: {table}", table=_written(_place(location)))
    for length in range(len(location), 0, -1):
        outer: type[Table] | None = TABLES.get(_place(location[: length - 1]))
        field = outer.model_fields.get(str(location[length - 1])) if outer else None
        if field is not None and field.description:
            return translate(field.description)
    return ""


def _place(location: Location) -> tuple[str, ...]:
    """A location with ``*`` in place of names that the user chose, and of indices."""
    named = next((len(table) for table in _NAMED if location[: len(table)] == table), None)
    return tuple(
        "*" if isinstance(part, int) or index == named else part
        for index, part in enumerate(location)
    )


def _written(place: tuple[str, ...]) -> str:
    if not place:
        return say("the top of the file")
    if place[0] in {"acknowledge", "confirm"}:
        return f"[[{place[0]}]]"
    return f"[{'.'.join('NAME' if part == '*' else part for part in place)}]"
