"""Puts a mutant in the place of the module: into its functions, or at import."""

import gc
import inspect
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType, ModuleType


def functions_below(code: Path) -> dict[str, list[FunctionType]]:
    """All functions that live, by the file of their text.

    They are found wherever they are held: as methods, properties, validators.
    """
    found: dict[str, list[FunctionType]] = defaultdict(list)
    gc.unfreeze()  # what is frozen is not listed
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename.startswith(f"{code}{os.sep}"):
            found[each.__code__.co_filename].append(each)
    gc.freeze()  # a fork does not look through it once more
    return found


def swap(functions: Iterable[FunctionType], path: Path, old: str, new: str) -> bool:
    """Give a module's functions the code of the mutant; whether that was possible."""
    before = _functions(compile(old, str(path), "exec"))
    after = _functions(compile(new, str(path), "exec"))
    changed = {code: after.get(name) for name, code in before.items() if code != after.get(name)}
    done = False
    for each in functions:
        if each.__code__ in changed:
            becomes = changed[each.__code__]
            if becomes is None or becomes.co_freevars != each.__code__.co_freevars:
                return False
            each.__code__ = becomes
            done = True
    return done


def _functions(module: CodeType) -> dict[tuple[str, int], CodeType]:
    """All functions, those inside of others too, by name; of several with one name by number.

    One that another has made when the module was imported lives by itself.
    """
    found: dict[tuple[str, int], CodeType] = {}
    count: Counter[str] = Counter()
    for each in _codes(module):
        if each.co_flags & inspect.CO_NEWLOCALS:  # no class
            found[each.co_qualname, count[each.co_qualname]] = each
            count[each.co_qualname] += 1
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


class _Mutated(MetaPathFinder, Loader):
    """Imports one module from the mutant's text."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self._name, self._path, self._source = name, path, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        places = [str(self._path.parent)] if self._path.name == "__init__.py" else None
        return spec_from_file_location(
            fullname, self._path, loader=self, submodule_search_locations=places
        )

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        code = compile(self._source, str(self._path), "exec")
        exec(code, module.__dict__)  # noqa: S102 - what an import does


def import_instead(name: str, path: Path, source: str) -> None:
    """From now on, the module is what this text says."""
    sys.meta_path.insert(0, _Mutated(name, path, source))
