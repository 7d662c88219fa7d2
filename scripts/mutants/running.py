"""Holds tests against mutants.

A mutant inside a function is put into the functions of a process that has imported and
collected everything already, so only tests run. All others, and functions that are called
while a module is imported, are tried in a process that imports the mutant. Every try is a
fork, and so leaves nothing.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from scripts.mutants.forks import in_fork
from scripts.mutants.imports import load, load_beforehand, name_of
from scripts.mutants.patching import functions_below, import_instead, swap
from scripts.mutants.points import Mutant
from scripts.mutants.suite import Suite, collect

# A mutant may be slower than the code, but not for ever.
_FACTOR: Final = 4
_GRACE: Final = 2.0
_COLLECTING: Final = 60.0
_WHOLE: Final = 3_600.0
# Files of tests that are collected first; to collect all takes longer than to run most of them.
_LIKELY: Final = 4
_NOT_HERE: Final = "(not here)"


class BaselineError(Exception):
    """The tests do not pass, or cannot be collected, without any mutant."""


@dataclass
class Reach:
    """Which tests run which lines, and how long they take."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]
    modules: list[str] = field(default_factory=list)

    def tests_for(self, mutant: Mutant, hint: str) -> list[str]:
        """Whatever could notice it, the quickest first."""
        found = self._running(mutant)
        if not found or not mutant.inside:
            found = {name for names in self.lines.get(mutant.module, {}).values() for name in names}
        return self._ordered(found, hint)

    def runs(self, mutant: Mutant) -> bool:
        """Whether any test runs the changed lines, and not only the import of the module."""
        return bool(self._running(mutant))

    def _running(self, mutant: Mutant) -> set[str]:
        lines = self.lines.get(mutant.module, {})
        span = range(mutant.line, mutant.end + 1)
        return {name for line in span for name in lines.get(str(line), ())}

    def all_for(self, mutant: Mutant, hint: str) -> list[str]:
        """Every test, those first that run the module at all."""
        first = self.tests_for(mutant, hint)
        return [*first, *self._ordered(self.seconds.keys() - {*first}, "")]

    def watchers(self, module: str) -> list[str]:
        """The files of tests that run the module, those that run most of its lines first."""
        lines = self.lines.get(module, {}).values()
        found = Counter(file for names in lines for file in sorted({*map(_file, names)}))
        return [file for file, _ in found.most_common()]

    def bound(self, names: Iterable[str]) -> float:
        """How long these may take."""
        return _GRACE + _FACTOR * sum(self.seconds.get(name, 0.0) for name in names)

    def _ordered(self, names: Iterable[str], hint: str) -> list[str]:
        return sorted(names, key=lambda name: (name != hint, self.seconds.get(name, 0.0), name))


@dataclass(frozen=True)
class Fate:
    """What came of one mutant."""

    mutant: Mutant
    status: str
    by: str


def learn(tests: Sequence[str], code: Path) -> Reach:
    """Run these tests as they are."""
    answer = in_fork(lambda: _learn(tests, code), _WHOLE)
    if not answer or answer["failed"]:
        raise BaselineError(answer["failed"] if answer else "nothing could be run")
    return Reach(answer["seconds"], answer["lines"], answer["modules"])


def _learn(tests: Sequence[str], code: Path) -> Any:
    answer: dict[str, Any] = {}

    def work(suite: Suite) -> None:
        modules = [*sys.modules]
        answer.update(suite.reach(code), modules=modules)

    collect(tests, work)
    return answer


def try_all(
    mutants: Sequence[Mutant],
    tests: Sequence[str],
    code: Path,
    reach: Reach,
    hints: Callable[[Mutant], str],
    tell: Callable[[Fate], None],
    *,
    likely: bool,
) -> None:
    """Try every mutant of one set of tests, and tell what came of it.

    Args:
        mutants: what to try.
        tests: the files and folders of the set.
        code: the package.
        reach: what the tests run.
        hints: the test that has noticed a mutant at some time, or nothing.
        tell: is told the fate of each.
        likely: of what is outside of functions, try only the files that most likely notice it;
            what they do not notice is ``missed``.
    """
    inside = [each for each in mutants if each.inside]
    left = [each for each in mutants if not each.inside]
    left += _in_place(inside, tests, code, reach, hints, tell) if inside else []
    noticed: list[str] = []
    for module in sorted({each.module for each in left}):
        some = [each for each in left if each.module == module]

        def imported(
            some: list[Mutant] = some, module: str = module, before: list[str] = noticed
        ) -> list[str]:
            load_beforehand(name_of(module, code), code, reach.modules)
            own = reach.watchers(module)
            watchers = [*dict.fromkeys([*own[:2], *before, *own[2:]])]
            for mutant in some:
                fate = _in_stages(
                    mutant, tests, watchers, code, reach, hints(mutant), likely=likely
                )
                if "::" in fate.by:
                    # Who has noticed one most likely notices the next.
                    watchers = [*dict.fromkeys([_file(fate.by), *watchers])]
                tell(fate)
            return watchers

        noticed = in_fork(imported, _WHOLE * 24) or []


def _file(name: str) -> str:
    """Where a test stands."""
    return name.partition("::")[0]


def _in_stages(
    mutant: Mutant,
    tests: Sequence[str],
    watchers: Sequence[str],
    code: Path,
    reach: Reach,
    hint: str,
    *,
    likely: bool,
) -> Fate:
    """Try the likeliest file, some more, and then all others: a survivor passes all three."""
    names = reach.all_for(mutant, hint)
    there = {_file(name) for name in names}
    files = [file for file in dict.fromkeys([_file(hint), *watchers[:_LIKELY]]) if file in there]
    stages: list[Sequence[str]] = [files[:1], files[1:]]
    if not likely:
        stages.append(tests)
    tried: set[str] = set()
    for stage in filter(None, stages):
        left = there - tried if stage is tests else {*stage}
        some = [name for name in names if _file(name) in left]
        answer = _try_imported(mutant, stage, some, code, reach)
        if answer != "":
            return _fate(mutant, answer)
        tried |= left
    return Fate(mutant, "missed" if likely else "survived", "")


def _try_imported(
    mutant: Mutant, tests: Sequence[str], names: Sequence[str], code: Path, reach: Reach
) -> str | None:
    """The first of these tests that fails, in a process of its own; nothing if none does."""
    work = partial(_imported, mutant, tests, names, code)
    answer: str | None = in_fork(work, _COLLECTING + reach.bound(names))
    return answer


def _in_place(
    mutants: Sequence[Mutant],
    tests: Sequence[str],
    code: Path,
    reach: Reach,
    hints: Callable[[Mutant], str],
    tell: Callable[[Fate], None],
) -> list[Mutant]:
    """Those that cannot be tried this way."""
    sources = {each.module: (code / each.module).read_text("utf-8") for each in mutants}

    def work(suite: Suite) -> list[int]:
        survivors = []
        # What tests import only when they need it would be imported by every fork anew.
        load(reach.modules)
        # To look through everything there is takes long, and a fork would have to copy it all.
        functions = functions_below(code)
        for index, mutant in enumerate(mutants):
            names = reach.tests_for(mutant, hints(mutant))
            answer = in_fork(
                partial(_swapped, suite, mutant, functions, sources[mutant.module], names, code),
                reach.bound(names),
            )
            # What only an import has called has left its answer in the module already.
            if answer == _NOT_HERE or (answer == "" and not reach.runs(mutant)):
                survivors.append(index)
            else:
                tell(_fate(mutant, answer))
        return survivors

    def collected() -> list[int]:
        found: list[int] = []
        collect(tests, lambda suite: found.extend(work(suite)))
        return found

    return [mutants[index] for index in in_fork(collected, _WHOLE * 24)]


def _swapped(
    suite: Suite,
    mutant: Mutant,
    functions: Mapping[str, list[FunctionType]],
    source: str,
    names: list[str],
    code: Path,
) -> str:
    """Nothing can be said where no test calls the function, or nothing holds it any more."""
    path = code / mutant.module
    here = functions.get(str(path), ())
    if not names or not swap(here, path, source, mutant.source):
        return _NOT_HERE
    return suite.first_failure(names)


def _imported(mutant: Mutant, tests: Sequence[str], names: Sequence[str], code: Path) -> str:
    import_instead(name_of(mutant.module, code), code / mutant.module, mutant.source)
    found: list[str] = []
    ran = collect(tests, lambda suite: found.append(suite.first_failure(names)))
    return found[0] if ran else "(import)"


def _fate(mutant: Mutant, answer: str | None) -> Fate:
    if answer is None:
        return Fate(mutant, "timeout", "")
    return Fate(mutant, "killed" if answer else "survived", answer)
