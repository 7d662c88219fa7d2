"""``readiness schema``: what programs may rely on."""

import click

from readiness.cli.streams import write_stdout


@click.command()
@click.argument("name", type=click.Choice(["report"]))
def schema(name: str) -> None:
    """Print a published JSON Schema."""
    del name
    from readiness.report.schema import published

    write_stdout(published())
