"""Every small change that could be made to a module, as its new text.

A change is told apart by where it stands (the function), what was there and what takes its
place, and which of several such it is; so it keeps its name when lines above it move.

Not changed: annotations, docstrings, sentences for people (a text with a space in it: the
catalogues of translations hold those), f-strings, and blocks for type checkers.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.mutants.operators import NO_BEHAVIOUR, changes_of


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    module: str
    """Path below ``src/readiness``."""
    where: str
    """Qualified name of the outermost function, or of the class; empty for the module itself."""
    was: str
    becomes: str
    nth: int
    """Which of several equal ones in the same place, from 0."""
    line: int
    source: str
    """The whole module with the change."""
    inside: bool
    """Whether it is in a function's body: then it counts when the function is called."""
    end: int = 0
    """The last line of what was there."""

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What it is known by, whatever the lines."""
        return (self.module, self.where, self.was, self.becomes, self.nth)


def mutants_of(module: str, source: str) -> list[Mutant]:
    """All changes of a module, in the order of its text."""
    text = source.encode()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    count: Counter[tuple[str, str, str]] = Counter()
    found = []
    for spot in _spots(ast.parse(source), where="", inside=False):
        node = spot.node
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        was = ast.unparse(node)
        for becomes in changes_of(node, condition=spot.condition, inside=spot.inside):
            name = (spot.where, was, becomes)
            new = becomes if isinstance(node, ast.stmt | ast.Constant) else f"({becomes})"
            found.append(
                Mutant(
                    module=module,
                    where=spot.where,
                    was=was,
                    becomes=becomes,
                    nth=count[name],
                    line=node.lineno,
                    source=(text[:start] + new.encode() + text[end:]).decode(),
                    inside=spot.inside,
                    end=node.end_lineno or node.lineno,
                )
            )
            count[name] += 1
    return found


@dataclass(frozen=True)
class _Spot:
    """A node that may be changed."""

    node: ast.expr | ast.stmt
    where: str
    inside: bool
    condition: bool


def _spots(node: ast.AST, where: str, *, inside: bool) -> Iterator[_Spot]:
    """The nodes below this one that may be changed, with the place that they are in."""
    for field, child in _children(node):
        if _does_nothing(node, field, child):
            continue
        below, within = where, inside
        body = field in ("body", "orelse", "finalbody", "handlers", "cases")
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and body:
            if not inside:
                below = f"{where}.{node.name}" if where else node.name
            within = inside or not isinstance(node, ast.ClassDef)
        if isinstance(child, ast.expr | ast.stmt) and not isinstance(node, ast.JoinedStr):
            of_type = isinstance(child, ast.Tuple) and isinstance(node, ast.Subscript)
            if not of_type:
                yield _Spot(child, below, within, condition=field in ("test", "guard"))
        if not isinstance(child, ast.JoinedStr):
            yield from _spots(child, below, inside=within)


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield field, child


def _does_nothing(node: ast.AST, field: str, child: ast.AST) -> bool:
    """Whether it has no meaning when the code runs, or only one for readers."""
    match child:
        case ast.keyword(arg=str(name)) if name in NO_BEHAVIOUR:
            return True
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "cast" | "assert_never")):
            return True
        case ast.Tuple() if isinstance(node, ast.Subscript):
            # The names between the brackets of a type.
            return not any(isinstance(each, ast.Call) for each in ast.walk(child))
        case _ if field in ("annotation", "returns"):
            # The limits that pydantic checks by stand in annotations, as calls.
            return not any(isinstance(each, ast.Call) for each in ast.walk(child))
    return False
