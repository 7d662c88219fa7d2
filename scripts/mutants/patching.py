"""Puts a mutant in the place of the module: into its functions, or at import."""

import gc
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType, ModuleType


def swap_functions(path: Path, old: str, new: str) -> bool:
    """Give the module's functions the code of the mutant; whether that was possible.

    Functions are found wherever they are held: as methods, properties, validators.
    """
    before = [*_functions(compile(old, str(path), "exec"))]
    after = [*_functions(compile(new, str(path), "exec"))]
    if len(before) != len(after):
        return False
    pairs = {was: becomes for was, becomes in zip(before, after, strict=True) if was != becomes}
    done = False
    gc.unfreeze()  # what is frozen is not listed
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename == str(path):
            becomes = pairs.get(each.__code__)
            if becomes is not None and becomes.co_freevars == each.__code__.co_freevars:
                each.__code__ = becomes
                done = True
    return done


def _functions(code: CodeType) -> Iterator[CodeType]:
    """The outermost functions of a module, in the order of its text."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            if each.co_flags & 0x2:  # CO_NEWLOCALS: a function, no class
                yield each
            else:
                yield from _functions(each)


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
