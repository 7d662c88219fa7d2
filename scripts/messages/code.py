"""Sentences in the code: what is handed to ``say`` and its siblings, and ``wording`` modules."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from scripts.messages.sentences import PACKAGE, ROOT, Msgid, Sentences

_SPEAKERS: Final = frozenset({"counted", "message", "say", "translate"})
_PLURAL: Final = "Plural"
_WORDING: Final = "wording"
_COMMAND: Final = re.compile(r"readiness [a-z]")
"""The beginning of a command as one types it, which is no sentence."""


def collect(sentences: Sentences) -> None:
    """Add the sentences of every module of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        # A module of its own at the top is a part like a package.
        part = place.parts[0].removesuffix(".py")
        module = _Module(path, is_wording=_WORDING in place.with_suffix("").parts)
        sentences.add(part, module.msgids())
        sentences.unclear += module.unclear


class _Module:
    """The sentences of one module."""

    def __init__(self, path: Path, *, is_wording: bool) -> None:
        self._path = path
        self._is_wording = is_wording
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._constants = _constants(self._tree)
        self.unclear: list[str] = []

    def msgids(self) -> Iterator[Msgid]:
        """Everything that is said here."""
        if self._is_wording:
            for value in self._constants.values():
                yield from self._texts(value)
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                yield from self._call(node)

    def _call(self, call: ast.Call) -> Iterator[Msgid]:
        name = _name(call.func)
        if name == _PLURAL:
            named = {each.arg: each.value for each in call.keywords}
            forms = [*call.args, *(named[key] for key in ("one", "many") if key in named)]
            texts = [each.value for each in forms if isinstance(each, ast.Constant)]
            if len(texts) == 2 and all(isinstance(text, str) for text in texts):
                yield str(texts[0]), str(texts[1])
            else:
                self._refuse(call)
        elif name in _SPEAKERS and call.args:
            yield from self._texts(call.args[0])

    def _texts(self, node: ast.expr) -> Iterator[str]:
        """The texts that an expression can stand for, as far as this module tells."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if not _COMMAND.match(node.value):
                yield node.value
        elif isinstance(node, ast.JoinedStr | ast.BinOp):
            self._refuse(node)
        else:
            for each in self._choices(node):
                yield from self._texts(each)

    def _choices(self, node: ast.expr) -> Iterable[ast.expr]:
        """What an expression chooses from."""
        match node:
            case ast.Name(id=name) if name in self._constants:
                return (self._constants[name],)
            case ast.Dict(values=values) | ast.BoolOp(values=values):
                return values
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                # A pair such as (area, action) is data, and not a row of sentences.
                return () if any(isinstance(each, ast.Attribute) for each in parts) else parts
            case ast.IfExp(body=one, orelse=other):
                return (one, other)
            case ast.Subscript(value=value):
                return (value,)
            case ast.Call(func=ast.Attribute(value=value, attr="get"), args=[_, *default]):
                return (value, *default)
        return ()

    def _refuse(self, node: ast.expr) -> None:
        place = f"{self._path.relative_to(ROOT)}:{node.lineno}"
        self.unclear.append(
            f"{place}: a sentence that is not one literal text; "
            "write it whole, with {name} for each value"
        )


def _constants(tree: ast.Module) -> Mapping[str, ast.expr]:
    """What a module's own names stand for."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found[name] = value
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
    return found


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
