"""What is caught from a group of exceptions is raised outside of ``except*``."""

import ast
from pathlib import Path
from typing import Final

import readiness

SOURCES: Final = Path(readiness.__file__).parent


def test_nothing_is_raised_inside_of_except_star() -> None:
    """Python 3.11.0 to 3.11.3 wrap it in a group again, which nobody would take for what it is."""
    looked_at = 0
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.TryStar):
                looked_at += 1
                raised = [each for part in node.handlers for each in ast.walk(part)]
                assert not any(isinstance(each, ast.Raise) for each in raised), path
    assert looked_at
