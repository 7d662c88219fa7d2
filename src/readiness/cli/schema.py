"""``readiness schema``: what programs may rely on."""

import click

from readiness.cli.streams import write_stdout
from readiness.documents.published import PUBLISHED, published


@click.command()
@click.argument("name", type=click.Choice(tuple(PUBLISHED)))
def schema(name: str) -> None:
    """Print a published JSON Schema."""
    write_stdout(published(name))
