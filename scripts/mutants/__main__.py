"""``python -m scripts.mutants``: change the code, and tell which changes no test notices."""

import os
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path
from textwrap import shorten
from typing import TextIO

import click
from scripts.mutants.points import Mutant
from scripts.mutants.report import place, report
from scripts.mutants.results import Known
from scripts.mutants.running import BaselineError, Fate, learn, try_all
from scripts.mutants.table import DEFAULT, Table, TableError, read_table


@click.command()
@click.argument("patterns", nargs=-1, metavar="[MODULE]...")
@click.option("--sample", type=int, help="Only that many, chosen by --seed.")
@click.option("--seed", default=0, show_default=True)
@click.option("--quick", is_flag=True, help="Only what is inside functions: nothing is imported.")
@click.option("--likely", is_flag=True, help="Only the tests that most likely notice; no verdict.")
@click.option("--fresh", is_flag=True, help="Try what earlier runs have tried, too.")
@click.option("--entries", is_flag=True, help="Print survivors as entries of the accepted list.")
@click.option("--summary", is_flag=True, help="Print what is known; try nothing.")
@click.option("--slice", "part", is_flag=True, help="The few modules of the table's slice.")
@click.option("--table", "path", type=Path, default=DEFAULT)
@click.option("--results", type=Path, help="Where results are kept, other than in .mutants.")
def main(
    patterns: tuple[str, ...],
    path: Path,
    results: Path | None,
    sample: int | None,
    seed: int,
    *,
    quick: bool,
    likely: bool,
    fresh: bool,
    entries: bool,
    summary: bool,
    part: bool,
) -> None:
    """Try the mutants of modules (such as rules/*); without a name, of all."""
    try:
        table = read_table(path, part=part)
    except TableError as error:
        raise click.ClickException(str(error)) from None
    # What a module says of itself is tried with few examples, always the same.
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    # What one try compiles, above all tests, the next ones need not compile again.
    sys.dont_write_bytecode = False
    os.chdir(table.root)
    kept = results or table.root / ".mutants" / ("slice.jsonl" if part else "results.jsonl")
    mutants = [each for each in _of(table, patterns) if each.inside or not quick]
    if sample is not None:
        unlisted = [each for each in mutants if each.key not in table.accepted]
        chance = random.Random(seed)  # noqa: S311 - a sample that can be drawn again
        mutants = chance.sample(unlisted, min(sample, len(unlisted)))
    if not mutants:
        raise click.ClickException("there is nothing to change")
    known = Known(table, kept)
    if not summary:
        untried = [each for each in mutants if fresh or known.status(each) is None]
        _try(untried, table, known, likely=likely)
        known = Known(table, kept)
    raise SystemExit(report(mutants, table, known, entries=entries))


def _of(table: Table, patterns: Sequence[str]) -> list[Mutant]:
    modules = [
        module
        for module in table.tests
        if not patterns or any(fnmatch(module, pattern) for pattern in patterns)
    ]
    return [mutant for module in sorted(modules) for mutant in table.mutants(module)]


def _try(mutants: Sequence[Mutant], table: Table, known: Known, *, likely: bool) -> None:
    # Where tests run, standard error is closed.
    progress = os.fdopen(os.dup(2), "w")
    groups: dict[tuple[str, ...], list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        groups[table.tests[mutant.module]].append(mutant)
    for tests, some in sorted(groups.items()):
        names = ", ".join(sorted({each.module for each in some}))
        print(f"{len(some)} mutants of {names}", file=progress, flush=True)
        try:
            reach = learn(tests, table.code)
        except BaselineError as error:
            failing = f"{', '.join(tests)} fail without a mutant"
            raise click.ClickException(f"{failing}: {error}") from None
        tell = _told(table, known, progress)
        try_all(some, tests, table.code, reach, known.hint, tell, likely=likely)


def _told(table: Table, known: Known, progress: TextIO) -> Callable[[Fate], None]:
    """The processes that try the mutants add to the file of results themselves."""

    def tell(fate: Fate) -> None:
        if fate.status != "missed":
            known.add(fate.mutant, fate.status, fate.by)
        if fate.status != "killed":
            where = place(fate.mutant, table)
            change = " -> ".join(
                shorten(each, 60) for each in (fate.mutant.was, fate.mutant.becomes)
            )
            print(f"{fate.status}: {where}: {change}", file=progress, flush=True)

    return tell


if __name__ == "__main__":
    sys.argv[0] = "python -m scripts.mutants"
    main()
