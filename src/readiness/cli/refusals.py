"""What the command-line library refuses, put together as other languages put it together.

The library joins its own translated pieces by English signs and spaces.
"""

from typing import Final

import click

from readiness.language import current, either, message, passage, say
from readiness.language.active import ENGLISH

_MISSING: Final = {
    "argument": message("Missing argument {name}."),
    "option": message("Missing option {name}."),
}


def refusal(error: click.ClickException) -> click.ClickException:
    """The error to show in place of one of the library's own; most stay as they are."""
    if current() == ENGLISH or not isinstance(error, click.UsageError):
        return error
    match error:
        case click.NoSuchOption(possibilities=[_, *_] as near):
            hint = say("did you mean {name}?", name=either(near))
            return click.UsageError(passage(error.message, hint), error.ctx)
        case click.MissingParameter(param=click.Parameter() as missing) if not error.message:
            name = missing.get_error_hint(error.ctx)
            choices = missing.type.get_missing_message(param=missing, ctx=error.ctx)
            what = say(_MISSING[missing.param_type_name], name=name)
            return click.UsageError(passage(what, choices or ""), error.ctx)
    return error
