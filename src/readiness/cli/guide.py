"""``readiness guide``: closing an account at an exchange, step by step."""

from collections.abc import Iterable
from difflib import get_close_matches

import click

from readiness.cli.formats import format_option
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import advised, either, passage, say, translate
from readiness.report.labels import clean


@click.command()
@click.argument("exchange")
@format_option("text", "markdown", "json")
def guide(exchange: str, format_: str) -> None:
    """Closing an account at EXCHANGE: before, during and after.

    Every statement with its source, the day that was read, and how sure it is. Works without
    a network and without a configuration. EXCHANGE is an id that `readiness exchanges` names.
    """
    from readiness.exchanges.registry import EXCHANGES
    from readiness.policies import load_policy

    info = EXCHANGES.get(exchange)
    if info is None:
        raise click.UsageError(_unknown(exchange, EXCHANGES))
    policy = load_policy(info.family)
    if format_ == "json":
        from readiness.guide.document import render as as_json

        write_stdout(as_json(policy, info.id, info.title, tool_version()))
        return
    from readiness.guide import markdown, sections, text

    leaflet = sections.guide(policy, info.id, translate(info.title))
    if format_ == "markdown":
        write_stdout(markdown.render(leaflet))
    else:
        write_stdout(text.render(leaflet, stdout_surface()))


def _unknown(exchange: str, known: Iterable[str]) -> str:
    from readiness.guide import wording as words

    names = list(known)
    near = get_close_matches(exchange.lower(), names, 1)
    what = say(words.NO_SUCH_EXCHANGE, exchange=clean(exchange))
    nearest = say(words.NEAREST, name=near[0]) if near else ""
    return advised(passage(what, nearest), say(words.NAME_ONE_OF, known=either(names)))
