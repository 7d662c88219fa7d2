"""What the command-line library refuses, put together as other languages put it together.

The library joins its own translated pieces by English signs and spaces.
"""

from typing import Final

import click

from readiness.language import advised, current, either, message, passage, say
from readiness.language.active import ENGLISH

_MISSING: Final = {
    "argument": message("Missing argument {name}."),
    "option": message("Missing option {name}."),
}

_FOUND_IN: Final = {
    "account": message("it is a name under [accounts] in your configuration file"),
    "items": message("the report of a scan names each item to look at"),
    "fingerprint": message("copy it from the report: `id` in the table"),
    "exchange": message("`readiness exchanges` lists them"),
    "name": message("it is a name under [notify.targets] in your configuration file"),
    "what": message("paste the link, or name a file with links or a mail in it"),
}
"""Where a stranger finds what an argument wants."""


def refusal(error: click.ClickException) -> click.ClickException:
    """The error to show in place of one of the library's own; most stay as they are."""
    match error:
        case click.MissingParameter(param=click.Parameter() as missing) if not error.message:
            choices = missing.type.get_missing_message(param=missing, ctx=error.ctx)
            what = error.format_message()
            if current() != ENGLISH:
                what = passage(_missing(missing, error.ctx), choices or "")
            found_in = None if choices else _FOUND_IN.get(missing.name or "")
            return click.UsageError(advised(what, say(found_in) if found_in else ""), error.ctx)
        case click.NoSuchOption(possibilities=[_, *_] as near) if current() != ENGLISH:
            hint = say("did you mean {name}?", name=either(near))
            return click.UsageError(passage(error.message, hint), error.ctx)
    return error


def _missing(missing: click.Parameter, context: click.Context | None) -> str:
    name = missing.get_error_hint(context)
    return say(_MISSING[missing.param_type_name], name=name)
