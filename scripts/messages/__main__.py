"""``python -m scripts.messages``: bring the catalogues up to date, or say what is missing."""

from collections.abc import Mapping

import click
from scripts.messages.catalogues import LANGUAGES, Part, existing, untranslated
from scripts.messages.checking import faults_in
from scripts.messages.everything import all_sentences
from scripts.messages.sentences import Msgid, UnclearError


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Bring the catalogues up to date; translations that there are stay."""
    if context.invoked_subcommand is None:
        found = _found()
        for language in LANGUAGES:
            _update(language, found)


@main.command()
@click.argument("parts", nargs=-1, metavar="[PART]...")
def check(parts: tuple[str, ...]) -> None:
    """List what is wrong with the translations that there are."""
    found, count = _found(), 0
    for language in LANGUAGES:
        for name in parts or found:
            for fault in faults_in(Part(language, name), found.get(name, frozenset())):
                click.echo(fault)
                count += 1
    if count:
        raise click.ClickException(f"{count} faults")


@main.command()
@click.argument("parts", nargs=-1, metavar="[PART]...")
def missing(parts: tuple[str, ...]) -> None:
    """List the sentences that have no translation yet."""
    found = _found()
    for language in LANGUAGES:
        for name in parts or found:
            part = Part(language, name)
            left = untranslated(part.updated(found.get(name, frozenset())))
            click.echo(f"{part.language}/{part.name}: {len(left)} missing")
            for message in left:
                forms = (message.id,) if isinstance(message.id, str) else message.id
                click.echo("\n".join(f"  {form!r}" for form in forms))


def _found() -> Mapping[str, frozenset[Msgid]]:
    try:
        return all_sentences()
    except UnclearError as error:
        raise click.ClickException(str(error)) from None


def _update(language: str, found: Mapping[str, frozenset[Msgid]]) -> None:
    for part in existing(language):
        if part.name not in found:
            click.echo(f"{language}/{part.name}: nothing is said there any more, removed")
            part.remove()
    for name, msgids in found.items():
        part = Part(language, name)
        before = {message.id for message in part.read() if message.id}
        catalogue = part.updated(msgids)
        part.write(catalogue)
        gone, left = before - msgids, len(untranslated(catalogue))
        click.echo(f"{language}/{name}: {len(msgids)} sentences, {left} missing, {len(gone)} gone")


if __name__ == "__main__":
    main()
