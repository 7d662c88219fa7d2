"""``readiness exchanges``: what is supported, and what is not visible there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from readiness.cli.formats import format_option
from readiness.cli.streams import write_stdout
from readiness.cli.surface import stdout_surface
from readiness.cli.version import tool_version
from readiness.language import Plural, clauses, counted, listed, passage, say

if TYPE_CHECKING:
    from readiness.cli.exchanges_document import ExchangePart, FamilyPart, UnseenPart
    from readiness.exchanges.interface import ExchangeInfo
    from readiness.report.formats import Surface
    from readiness.report.paper import Paper


@click.command()
@click.argument("exchange", required=False)
@format_option("table", "json")
def exchanges(exchange: str | None, format_: str) -> None:
    """What is supported, and what is not visible there.

    Of each exchange the day of its facts, what a key has to be like, and where a person has
    to look. With EXCHANGE, that one with its parts alone, and with the reasons.
    """
    from readiness.exchanges.registry import EXCHANGES

    if exchange is not None and exchange not in EXCHANGES:
        raise click.UsageError(
            say(
                "there is no exchange {exchange}; supported are {known}",
                exchange=repr(exchange),
                known=listed(EXCHANGES),
            )
        )
    families = tuple(_families((exchange,) if exchange else EXCHANGES))
    if format_ == "json":
        from readiness.cli.exchanges_document import render

        write_stdout(render(families, tool_version()))
    else:
        write_stdout(as_table(families, stdout_surface(), reasons=exchange is not None))


def _families(names: Iterable[str]) -> "Iterator[FamilyPart]":
    """What is known of these entities, family by family."""
    from readiness.cli.exchanges_document import family_part
    from readiness.exchanges.registry import EXCHANGES, load_catalogue
    from readiness.policies import load_policy

    infos = list(_with_parts([EXCHANGES[name] for name in names], EXCHANGES.values()))
    for family in dict.fromkeys(info.family for info in infos):
        of_it = [info for info in infos if info.family == family]
        yield family_part(load_policy(family), of_it, load_catalogue(of_it[0].id))


def _with_parts(
    infos: "Sequence[ExchangeInfo]", known: "Iterable[ExchangeInfo]"
) -> "Iterator[ExchangeInfo]":
    """Each of them, followed by its parts: whoever has the one may have the others."""
    every, asked = tuple(known), {info.id for info in infos}
    for info in infos:
        if info.part_of not in asked:
            yield info
            yield from (part for part in every if part.part_of == info.id)


def as_table(families: "Iterable[FamilyPart]", surface: "Surface", *, reasons: bool) -> str:
    """The families for people.

    Args:
        families: what is told.
        surface: how wide a line is, and what it can show.
        reasons: with what takes long: all hosts, why something cannot be seen, all areas.
    """
    from readiness.report.paper import Paper

    paper = Paper(surface)
    for family in families:
        paper.line(family.title, "bold")
        paper.line(
            say(
                "Facts checked on {checked}, {source}", checked=family.checked, source=family.source
            ),
            indent=2,
        )
        for entity in family.exchanges:
            paper.bullet(_entity(entity))
            if reasons:
                paper.line(say("API hosts: {names}", names=listed(entity.hosts)), indent=4)
        _key(paper, family)
        _for_a_person(paper, family, reasons=reasons)
        _of_other_accounts(paper, family, reasons=reasons)
        paper.blank()
    if not reasons:
        paper.line(say("One of them, with the reasons: readiness exchanges EXCHANGE"))
    return paper.finish()


def _entity(entity: "ExchangePart") -> str:
    """An entity in a line."""
    return clauses(
        (
            say("{name}: {title}", name=entity.id, title=entity.title),
            say("a part of {whole}, under a key of its own", whole=entity.part_of)
            if entity.part_of
            else "",
        )
    )


def _key(paper: "Paper", family: "FamilyPart") -> None:
    """What a key consists of, and what it has to be like."""
    for fields in dict.fromkeys(entity.credentials for entity in family.exchanges):
        paper.line(say("A key consists of: {names}", names=listed(fields)), indent=2)
    for need in family.key_needs:
        only = need.exchanges if len(need.exchanges) < len(family.exchanges) else ()
        told = say("{name}: {title}", name=listed(only), title=need.text) if only else need.text
        paper.bullet(told)


def _for_a_person(paper: "Paper", family: "FamilyPart", *, reasons: bool) -> None:
    """What no API shows, and what it may not show."""
    paper.line(say("Not visible through the API; a person has to look:"), indent=2)
    for item in family.manual:
        if reasons:
            paper.bullet(
                say("{item}: {title}. {why}", item=item.item, title=item.title, why=item.why)
            )
            paper.line(item.look, indent=4)
        else:
            paper.bullet(say("{name}: {title}", name=item.item, title=item.title))
    if family.refusable:
        _refusable(paper, family, reasons=reasons)


def _refusable(paper: "Paper", family: "FamilyPart", *, reasons: bool) -> None:
    """What an ordinary key may be refused: why, or only where that is."""
    if reasons:
        paper.line(
            say("May be refused to a key that can only read; a person has to look then:"), indent=2
        )
        for entry in family.refusable:
            paper.bullet(say("{areas}: {why}", areas=listed(entry.areas), why=entry.meaning))
    else:
        areas = sorted({area for entry in family.refusable for area in entry.areas})
        paper.line(
            say(
                "May be refused to a key that can only read; a person has to look then: {areas}",
                areas=listed(areas),
            ),
            indent=2,
        )


def _of_other_accounts(paper: "Paper", family: "FamilyPart", *, reasons: bool) -> None:
    """What a key cannot see since it belongs to another account."""
    paper.line(
        say(
            "A sub-account's own key cannot see: {areas}",
            areas=listed(family.unseen_by_sub_account.areas),
        ),
        indent=2,
    )
    paper.line(_of_sub_accounts(family.unseen_by_main_account, reasons=reasons), indent=2)
    if reasons:
        paper.line(
            passage(family.unseen_by_sub_account.look, family.unseen_by_main_account.look), indent=4
        )


def _of_sub_accounts(unseen: "UnseenPart", *, reasons: bool) -> str:
    """What the main account's key cannot see; their number where the list would be long."""
    if reasons:
        return say(
            "The main account's key cannot see of a sub-account: {areas}",
            areas=listed(unseen.areas),
        )
    return counted(
        Plural(
            "The main account's key cannot see {count} area of a sub-account",
            "The main account's key cannot see {count} areas of a sub-account",
        ),
        len(unseen.areas),
    )
