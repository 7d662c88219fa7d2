"""What a piece of code may be changed into: one table by kind of node."""

import ast
import copy
from collections.abc import Callable, Iterator
from typing import Any, Final

_COMPARE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
_NAMES: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}


_SIMPLE: Final = (ast.Name, ast.Call, ast.Attribute, ast.NamedExpr, ast.Subscript)
# Named arguments that are words for people, or what only type checkers go by.
NO_BEHAVIOUR: Final = frozenset(
    {"description", "frozen", "kw_only", "messages", "remedy", "slots", "title", "why"}
)


def changes_of(node: ast.expr | ast.stmt, *, condition: bool, inside: bool) -> Iterator[str]:
    """The texts that may stand in this node's place."""
    if condition and isinstance(node, _SIMPLE):
        yield f"not ({ast.unparse(node)})"
    make = _BY_KIND.get(type(node))
    seen = {ast.unparse(node)}
    for changed in make(node) if make else ():
        if not inside and isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            continue  # the name of a union of types
        text = changed if isinstance(changed, str) else ast.unparse(changed)
        if text not in seen:
            seen.add(text)
            yield text


def _with(node: Any, **changes: Any) -> Any:
    twin = copy.copy(node)
    for name, value in changes.items():
        setattr(twin, name, value)
    return twin


def _without(items: list[Any], index: int) -> list[Any]:
    return items[:index] + items[index + 1 :]


def _compare(node: Any) -> Iterator[ast.AST]:
    for index, operator in enumerate(node.ops):
        ops = [*node.ops]
        ops[index] = _COMPARE[type(operator)]()
        yield _with(node, ops=ops)


def _bool_op(node: Any) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for index in range(len(node.values)):
        rest = _without(node.values, index)
        yield rest[0] if len(rest) == 1 else _with(node, values=rest)


def _bin_op(node: Any) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.BitOr | ast.BitAnd):
        # Sets, mappings and kinds: each of the two sides alone.
        yield node.left
        yield node.right
    elif type(node.op) in _ARITHMETIC:
        yield _with(node, op=_ARITHMETIC[type(node.op)]())


def _unary(node: Any) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _constant(node: Any) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and " " not in value.strip():
        yield ast.Constant(f"{value}~" if value else "~")


def _choice(node: Any) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _comprehension(node: Any) -> Iterator[ast.AST]:
    for index, part in enumerate(node.generators):
        for nth in range(len(part.ifs)):
            generators = [*node.generators]
            generators[index] = _with(part, ifs=_without(part.ifs, nth))
            yield _with(node, generators=generators)


def _call(node: Any) -> Iterator[ast.AST]:
    """Without each of its named arguments; and the opposite function."""
    if isinstance(node.func, ast.Name) and node.func.id in _NAMES:
        yield _with(node, func=ast.Name(_NAMES[node.func.id]))
    for index, keyword in enumerate(node.keywords):
        if keyword.arg not in NO_BEHAVIOUR:
            yield _with(node, keywords=_without(node.keywords, index))


def _display(node: Any) -> Iterator[ast.AST]:
    """Without each of its members."""
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return
    for index in range(len(node.elts)):
        rest = _without(node.elts, index)
        yield _with(node, elts=rest) if rest or not isinstance(node, ast.Set) else _call_set()


def _call_set() -> ast.AST:
    return ast.Call(ast.Name("set"), [], [])


def _dict(node: Any) -> Iterator[ast.AST]:
    for index in range(len(node.keys)):
        yield _with(node, keys=_without(node.keys, index), values=_without(node.values, index))


def _nothing(_node: Any) -> Iterator[str]:
    yield "pass"


def _expression(node: Any) -> Iterator[str]:
    if isinstance(node.value, ast.Call | ast.Await | ast.Yield | ast.YieldFrom):
        # A generator stays one without its only yield.
        yielding = isinstance(node.value, ast.Yield | ast.YieldFrom)
        yield "if False: yield" if yielding else "pass"


def _return(node: Any) -> Iterator[str]:
    if node.value is None:
        yield "pass"


def _augmented(node: Any) -> Iterator[ast.AST]:
    if type(node.op) in _ARITHMETIC:
        yield _with(node, op=_ARITHMETIC[type(node.op)]())


def _text(change: str) -> Callable[[Any], Iterator[str]]:
    def make(_node: Any) -> Iterator[str]:
        yield change

    return make


_BY_KIND: Final[dict[type[ast.AST], Callable[[Any], Iterator[Any]]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _bool_op,
    ast.BinOp: _bin_op,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.IfExp: _choice,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.Call: _call,
    ast.Tuple: _display,
    ast.List: _display,
    ast.Set: _display,
    ast.Dict: _dict,
    ast.Raise: _nothing,
    ast.Delete: _nothing,
    ast.Expr: _expression,
    ast.Return: _return,
    ast.AugAssign: _augmented,
    ast.Break: _text("continue"),
    ast.Continue: _text("break"),
}
