"""``readiness schema``: what programs may rely on."""

from importlib import import_module
from typing import Final

import click

from readiness.cli.streams import write_stdout

_PUBLISHED: Final = {
    "backup": "readiness.backup.schema",
    "report": "readiness.report.schema",
}


@click.command()
@click.argument("name", type=click.Choice(tuple(_PUBLISHED)))
def schema(name: str) -> None:
    """Print a published JSON Schema."""
    write_stdout(import_module(_PUBLISHED[name]).published())
