"""What a run has to say: new survivors with their change, a list that is out of date, scores."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import click
from scripts.mutants.points import Mutant
from scripts.mutants.results import Known
from scripts.mutants.table import Table, entry_of

_KINDS: Final = ("killed", "timeout", "accepted", "survived", "not tried")


def report(mutants: Sequence[Mutant], table: Table, known: Known, *, entries: bool) -> int:
    """Print it; 1 if there is a survivor that is not listed, or a listed one that is none."""
    fates = {mutant.key: _fate(mutant, table, known) for mutant in mutants}
    new = [mutant for mutant in mutants if fates[mutant.key] == "survived"]
    for mutant in new:
        click.echo(f"{entry_of(mutant)}\n" if entries else _difference(mutant, table))
    stale = [
        *(
            f"noticed: {place(mutant, table)}: {mutant.was!r} -> {mutant.becomes!r}"
            for mutant in mutants
            if mutant.key in table.accepted and fates[mutant.key] in ("killed", "timeout")
        ),
        *(f"not there any more: {key}" for key in _gone(table)),
    ]
    for each in stale:
        click.echo(f"listed as a survivor, but {each}")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant in mutants:
        counts[Path(mutant.module).parent.as_posix()][fates[mutant.key]] += 1
    click.echo(_scores(counts))
    return 1 if new or stale else 0


def place(mutant: Mutant, table: Table) -> str:
    """Where a mutant is, for a person."""
    path = table.path(mutant.module).relative_to(table.root)
    return f"{path}:{mutant.line} in {mutant.where or 'the module'}"


def _fate(mutant: Mutant, table: Table, known: Known) -> str:
    status = known.status(mutant) or "not tried"
    return "accepted" if status == "survived" and mutant.key in table.accepted else status


def _gone(table: Table) -> list[tuple[str, str, str, str, int]]:
    """Entries about changes that cannot be made; of modules that the table names."""
    listed = {key for key in table.accepted if key[0] in table.tests}
    there = {each.key for module in {key[0] for key in listed} for each in table.mutants(module)}
    return sorted(listed - there)


def _scores(counts: Mapping[str, Counter[str]]) -> str:
    rows: list[tuple[str, ...]] = [("package", *_KINDS, "total"), ("---",) * (len(_KINDS) + 2)]
    for package, count in sorted(counts.items()):
        rows.append((package, *(str(count[kind]) for kind in _KINDS), str(count.total())))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _difference(mutant: Mutant, table: Table) -> str:
    before = table.source(mutant.module).splitlines()
    lines = difflib.unified_diff(before, mutant.source.splitlines(), lineterm="", n=0)
    shown = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join([place(mutant, table), *(f"    {line}" for line in shown), ""])
